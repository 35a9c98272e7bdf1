"""The facts, if they are sound; otherwise every mistake, as a person or a tool wants to be told."""

import os
import sys

import click

from safeguarding import pages
from safeguarding import rules as checks
from safeguarding.clock import latest_day, today
from safeguarding.problem import Problems, shortened
from safeguarding.site import load_site


def sound(root):
    """The library, or exit status 1 with one line for each mistake."""
    try:
        facts = checked(root)
    except Problems as problems:
        for problem in shortened(problems.problems):
            tell(problem)
        sys.exit(1)
    for warning in checks.warnings(facts, today(facts.board.timezone)):
        tell(warning, "warning")
    return facts


def checked(root):
    """The library. Raises Problems with every mistake."""
    facts = load_site(root)
    checks.require(facts, latest_day(), today(facts.board.timezone))
    pages.require(root / "docs", facts)
    return facts


def tell(problem, kind="error"):
    """One line on the error stream: in colour on a terminal, as an annotation in GitHub Actions."""
    place, said = (
        problem.place,
        f"{problem.field}: {problem.message}" if problem.field else problem.message,
    )
    said += " (a warning: it stops nothing)" if kind == "warning" else ""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        escaped = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        click.echo(
            f"::{kind} file={place.path},line={place.line},col={place.column}::{escaped}", err=True
        )
        return
    where = click.style(
        f"{place.path}:{place.line}:{place.column}",
        bold=True,
        fg="yellow" if kind == "warning" else "red",
    )
    click.echo(f"{where}: {said}", err=True, color=False if "NO_COLOR" in os.environ else None)
