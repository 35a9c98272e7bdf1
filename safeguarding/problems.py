"""How every complaint looks: where, what is wrong, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a data file. `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: its place, the field it is in (may be empty) and what to do about it."""

    place: Place
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.place.path}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


def advice(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """What to write in place of `wrong`: the nearest of `known`, or `otherwise` when none is near."""
    near = get_close_matches(str(wrong).casefold(), list(known), 1)
    return f'did you mean "{near[0]}"?' if near else otherwise


class Problems(Exception):
    """Everything that stands in the way of a build, in file order, each mistake once."""

    def __init__(self, problems):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
