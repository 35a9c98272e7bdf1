"""The facts, if they are sound; otherwise every problem, as a person or a tool wants to be told."""

import os
import sys
from pathlib import Path
from typing import Literal

from safeguarding import checks, clock, files, migrations
from safeguarding.cli.saying import annotate, say
from safeguarding.pages import absent, empty
from safeguarding.problem import Edit, Problem, Problems, condensed
from safeguarding.site import Site
from safeguarding.soundness import sound_site

DUE = "Some of these files are in a shape of an older day: make migrate shows what becomes of them."


def load_or_exit(root: Path) -> Site:
    """The site of the project at `root`, or exit status 1 with one line for each problem."""
    try:
        site = sound_site(root)
    except Problems as problems:
        tell_all(problems)
        if migrations.are_due(root, {problem.place.path for problem in problems.problems}):
            say(DUE, err=True)
        sys.exit(1)
    tell_warnings(site)
    return site


def tell_all(problems: Problems) -> None:
    """A line for each problem."""
    for problem in condensed(problems.problems):
        tell(problem)


def tell_warnings(site: Site) -> None:
    """A line for each warning, what is the same in many places once."""
    for warning in condensed(warnings(site)):
        tell(warning, "warning")


def warnings(site: Site) -> list[Problem]:
    """What is likely wrong but may be meant: in facts, pages and files."""
    days = clock.days(site.board.timezone)
    return [
        *checks.warnings(site, days),
        *empty.warnings(site),
        *absent.warnings(site, days.today),
        *files.warnings(site.assets),
    ]


def tell(problem: Problem, kind: Literal["error", "warning"] = "error") -> None:
    """One line on the error stream: in colour on a terminal, as an annotation in GitHub Actions."""
    said = problem.said + (" (a warning: it stops nothing)" if kind == "warning" else "")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        annotate(kind, problem.place, said)
        return
    path, line, column = problem.place
    colour = "yellow" if kind == "warning" else "red"
    say(said, err=True, where=f"{path}:{line}:{column}", colour=colour)


def show(edit: Edit, *, err: bool = False) -> None:
    """The lines as they are, and as they would be."""
    for sign, lines in (("-", edit.old), ("+", edit.new)):
        for line in lines:
            say(f"  {sign} {line}", err=err)
