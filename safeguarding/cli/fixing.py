"""`check --fix`: the cures that were tried, each written if someone says yes."""

import sys
from pathlib import Path

import click

from safeguarding.cli.telling import tell
from safeguarding.problem import Edit, Problem, Problems, visible
from safeguarding.soundness import sound_site
from safeguarding.yaml import text

NOBODY = "Nothing is written: there is nobody to ask. With --yes, cures are written without asking."


def fix(root: Path, *, yes: bool) -> None:
    """Show each problem of the project at `root` that has a cure, and write the cure if someone
    agrees, or without asking if `yes`; until none is left."""
    asked: set[tuple[str, Edit]] = set()
    while problem := _next(root, asked):
        path = root / problem.place.path
        before = path.read_bytes()
        asked |= {(problem.place.path, cure) for cure in problem.cures}
        tell(problem)
        for cure in problem.cures:
            _show(cure)
        if not yes and not _someone_is_there():
            click.echo(NOBODY)
            return
        chosen = _chosen(problem.cures, yes=yes)
        if chosen and path.read_bytes() == before:  # nobody changed it meanwhile
            text.write(path, chosen)
            click.echo(f"Written: {problem.place.path}")


def _next(root: Path, asked: set[tuple[str, Edit]]) -> Problem | None:
    """The first problem with a cure about which nobody was asked yet."""
    try:
        sound_site(root)
    except Problems as wrong:
        for problem in wrong.problems:
            if any((problem.place.path, cure) not in asked for cure in problem.cures):
                return problem
    return None


def _show(cure: Edit) -> None:
    """The lines as they are, and as they would be."""
    for sign, lines in (("-", cure.old), ("+", cure.new)):
        for line in lines:
            click.echo(f"  {sign} {visible(line)}")


def _someone_is_there() -> bool:
    return sys.stdin.isatty()


def _chosen(cures: tuple[Edit, ...], *, yes: bool) -> Edit | None:
    """The cure that someone wants; None if they want none, or if only they can choose."""
    if yes:
        return cures[0] if len(cures) == 1 else None
    if len(cures) == 1:
        return cures[0] if click.confirm("Write this?", default=False) else None
    numbers = [str(number) for number in range(1, len(cures) + 1)]
    answer = click.prompt("Which of them?", type=click.Choice([*numbers, "none"]), default="none")
    return None if answer == "none" else cures[int(answer) - 1]
