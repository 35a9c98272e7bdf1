"""The facts, if they are sound; otherwise every problem, as a person or a tool wants to be told."""

import os
import sys
from pathlib import Path
from typing import Literal

import click

from safeguarding import checks, clock
from safeguarding.problem import Problem, Problems, condensed
from safeguarding.site import Site
from safeguarding.soundness import sound_site


def load_or_exit(root: Path) -> Site:
    """The site of the project at `root`, or exit status 1 with one line for each problem."""
    try:
        site = sound_site(root)
    except Problems as problems:
        for problem in condensed(problems.problems):
            tell(problem)
        sys.exit(1)
    for warning in checks.warnings(site, clock.days(site.board.timezone)):
        tell(warning, "warning")
    return site


def tell(problem: Problem, kind: Literal["error", "warning"] = "error") -> None:
    """One line on the error stream: in colour on a terminal, as an annotation in GitHub Actions."""
    place = problem.place
    said = problem.said + (" (a warning: it stops nothing)" if kind == "warning" else "")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        escaped = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        at = f"file={place.path},line={place.line},col={place.column}"
        click.echo(f"::{kind} {at}::{escaped}", err=True)
        return
    where = click.style(
        f"{place.path}:{place.line}:{place.column}",
        bold=True,
        fg="yellow" if kind == "warning" else "red",
    )
    click.echo(f"{where}: {said}", err=True, color=False if "NO_COLOR" in os.environ else None)
