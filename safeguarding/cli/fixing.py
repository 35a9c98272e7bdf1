"""`check --fix`: the cures that were tried, each written if someone says yes."""

from collections.abc import Container
from pathlib import Path

import click

from safeguarding.cli import asking
from safeguarding.cli.saying import agrees, put, say
from safeguarding.cli.telling import show, tell
from safeguarding.editing import writing
from safeguarding.problem import Edit, Problem, Problems
from safeguarding.soundness import sound_site

NOBODY = "Nothing is written: there is nobody to ask. With --yes, cures are written without asking."
FOLDERS = ("data", "docs")  # what is written stands in these


def fix(root: Path, *, yes: bool) -> None:
    """Show each problem of the project at `root` that has a cure, and write the cure if someone
    agrees, or without asking if `yes`; until none is left. A file of which one is not wanted is
    left alone: the cures below that one go together with it."""
    left_alone: set[str] = set()
    while problem := _next(root, left_alone):
        path = root / problem.place.path
        before = path.read_bytes()
        tell(problem)
        for cure in problem.cures:
            show(cure, err=True)
        if not yes and not asking.someone_is_there():
            say(NOBODY, err=True)
            return
        chosen = _chosen(problem.cures, yes=yes)
        if chosen and path.read_bytes() == before:  # nobody changed it meanwhile
            writing.write(path, chosen)
            say(f"Written: {problem.place.path}", err=True)
        else:
            left_alone.add(problem.place.path)


def _next(root: Path, left_alone: Container[str]) -> Problem | None:
    """The first problem that has a cure, in a file that is not left alone."""
    try:
        sound_site(root)
    except Problems as wrong:
        for problem in wrong.problems:
            name = problem.place.path
            if problem.cures and name not in left_alone and _is_ours(root / name, root.resolve()):
                return problem
    return None


def _is_ours(path: Path, root: Path) -> bool:
    return any(path.resolve().is_relative_to(root / folder) for folder in FOLDERS)


def _chosen(cures: tuple[Edit, ...], *, yes: bool) -> Edit | None:
    """The cure that someone wants; None if they want none, or if only they can choose."""
    if yes:
        return cures[0] if len(cures) == 1 else None
    if len(cures) == 1:
        return cures[0] if agrees("Write this?", default=False, err=True) else None
    numbers = [str(number) for number in range(1, len(cures) + 1)]
    choice = click.Choice([*numbers, "none"])
    answer = put("Which of them?", type=choice, default="none", err=True)
    return None if answer == "none" else cures[int(answer) - 1]
