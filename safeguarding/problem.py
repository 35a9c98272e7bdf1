"""How every complaint looks: where, what is wrong, what to do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
        return (
            f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
        )


def shortened(problems: list[Problem]) -> list[Problem]:
    """The problems as a person can use them: what is the same in many places once, and of each file
    the first few. One slip can lead to hundreds."""
    alike = Counter((problem.field, problem.message) for problem in problems)
    seen, told = Counter(), []
    for problem in problems:
        key, path = (problem.field, problem.message), problem.place.path
        seen[key] += 1
        seen[path] += seen[key] == 1 or alike[key] < SAME
        if alike[key] >= SAME and seen[key] == 1:
            told.append(
                replace(
                    problem,
                    message=(
                        f"{problem.message} (the same in {alike[key] - 1} more"
                        f" places{': is it right where that id is given?' if ' is not in ' in problem.message else ''})"
                    ),
                )
            )
        elif alike[key] < SAME and seen[path] <= MANY:
            told.append(problem)
        elif alike[key] < SAME and seen[path] == MANY + 1:
            told.append(
                Problem(
                    problem.place, "", "and more in this file; mend the first ones, and check again"
                )
            )
    return told


SAME, MANY = 4, 8


def advice(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """What to write in place of `wrong`: the nearest of `known`, or `otherwise` when none is
    near."""
    known, wrong = list(known), str(wrong).casefold()
    begun = [one for one in known if len(wrong) > 3 and one.startswith(wrong)]
    near = get_close_matches(wrong, known, 1, 0.7) or begun[: len(begun) == 1]
    return f'did you mean "{near[0]}"?' if near else otherwise


class Problems(Exception):
    """Everything that stands in the way of a build, in file order, each mistake once."""

    def __init__(self, problems):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
