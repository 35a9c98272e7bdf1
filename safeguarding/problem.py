"""How every problem looks: where, what is wrong, what to do."""

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import zip_longest
from typing import NamedTuple

REPEATS = 4  # the same problem so often is told once
NAMED = 3  # so many other places are named, each by its line
SHOWN = 80  # letters of a line that a problem shows
QUOTED = 200  # letters of what is wrong, in front of the message
TOLD = 100  # lines that a person reads before the next check
PER_FILE = 8  # problems of one file that a person can mend before the next check
# What a terminal or a log would obey, and what nobody can see.
UNSEEN = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
# What the log of a CI would take for a command: GitHub where a line begins, others anywhere.
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")


class Place(NamedTuple):
    """A spot in a file. `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1


class Edit(NamedTuple):
    """Lines of a file as they should read: those from `line` on, which counts from 1, that are
    `old` become `new`. Each may be none."""

    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]

    def applied(self, text: str) -> str:
        """The text after the edit."""
        lines = text.split("\n")
        first = self.line - 1
        return "\n".join([*lines[:first], *self.new, *lines[first + len(self.old) :]])

    @property
    def more(self) -> int:
        """How many lines more the text has after the edit."""
        return len(self.new) - len(self.old)

    @property
    def column(self) -> int:
        """Where its first line becomes another; counts from 1."""
        return _same(*self.old[:1], *self.new[:1]) + 1

    def __str__(self) -> str:
        """The first line with words that becomes another, near the sign where it does; and how far
        in it stands, if that is what changes."""
        lines = zip_longest(self.old, self.new, fillvalue="")
        old, new = next(((old, new) for old, new in lines if old != new and new.strip()), ("", ""))
        depth, shown = len(new) - len(new.lstrip()), new.strip()
        if shown and shown == old.strip():
            return f"{_around(shown, 0)}  ({depth} space{'' if depth == 1 else 's'} in)"
        return _around(shown, _same(old, new) - depth)


def _same(old: str = "", new: str = "") -> int:
    """How many letters two lines begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _around(line: str, at: int) -> str:
    """The line, cut to what stands near that letter if it is long."""
    start = max(0, min(at - SHOWN // 2, len(line) - SHOWN))
    before, after = "…" if start else "", "…" if start + SHOWN < len(line) else ""
    return f"{before}{line[start : start + SHOWN]}{after}"


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """What is wrong at one place: the field it is in (may be empty) and what to do about it.

    `rule` is the name of the rule that is broken. `refers` marks an id that nothing has: where many
    places name it, the id itself may be wrong. `cures` are edits of the file that were tried: after
    any one of them it can be read.
    """

    place: Place
    field: str
    message: str
    rule: str = dataclasses.field(default="", compare=False)
    refers: bool = dataclasses.field(default=False, compare=False)
    cures: tuple[Edit, ...] = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        where = f"{self.place.path}:{self.place.line}:{self.place.column}"
        return visible(f"{where}: {self.said}")

    @property
    def said(self) -> str:
        """The field and the message, without the place; and the line as it should read."""
        field = self.field if len(self.field) <= QUOTED else f"{self.field[:QUOTED]}…"
        said = f"{field}: {self.message}" if field else self.message
        cured = "  or  ".join(filter(None, map(str, self.cures)))
        return f"{said}: write  {cured}" if cured else said


def visible(line: str) -> str:
    """A line with what a terminal or a log would obey written out: names of files and values are
    other people's words."""
    shown = UNSEEN.sub(lambda sign: sign[0].encode("unicode_escape").decode(), line)
    return COMMAND.sub(lambda sign: f"{sign[1] or ''}\\x{ord(sign[0][-1]):02x}", shown)


class WrongWords(ValueError):
    """What an author wrote between the brackets of a call means nothing: its message says what to
    write. Any other error out of a call is a bug of ours, and is never told as the author's."""


class Problems(Exception):
    """Everything that stands in the way of a build, in file order, each problem once."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@contextmanager
def told_as(rule: str) -> Iterator[None]:
    """The Problems that come out of what is done within carry the name of that rule, but for those
    that carry one already."""
    try:
        yield
    except Problems as refused:
        raise Problems(named(refused.problems, rule)) from None


def named(problems: Iterable[Problem], rule: str) -> list[Problem]:
    """The same problems with the name of that rule, where they carry none."""
    return [dataclasses.replace(problem, rule=problem.rule or rule) for problem in problems]


def condensed(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as a person can use them: what is the same in many places once, and of each file
    the first few. One wrong line can lead to hundreds, in as many files."""
    first_few: list[Problem] = []
    of_file: Counter[str] = Counter()
    for problem in _each_once(problems):
        of_file[problem.place.path] += 1
        if of_file[problem.place.path] <= PER_FILE:
            first_few.append(problem)
        elif of_file[problem.place.path] == PER_FILE + 1:
            more = "and more in this file; mend the first ones, and check again"
            first_few.append(Problem(problem.place, "", more))
    return shortened(first_few)


def shortened(problems: Sequence[Problem]) -> list[Problem]:
    """The first of them, and how many more there are."""
    told, more = [*problems[:TOLD]], problems[TOLD:]
    if more:
        words = f"and {len(more):,} more lines like these; mend the first ones, and check again"
        told.append(Problem(more[0].place, "", words))
    return told


def _each_once(problems: Iterable[Problem]) -> list[Problem]:
    """In the place of many that say the same, the first of them, which says so."""
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.field, problem.message].append(problem)
    each_once = []
    for group in alike.values():
        each_once += group if len(group) < REPEATS else [_repeated(group)]
    return sorted(each_once)


def _repeated(group: list[Problem]) -> Problem:
    """The first of these problems, with its other places; of many, with their number."""
    first, *others = group
    why = ": is it right where that id is given?" if first.refers else ""
    where = f"{len(others)} more places"
    if len(others) <= NAMED:
        where = ", ".join(f"{one.place.path}:{one.place.line}" for one in others)
    message = f"{first.message} (the same in {where}{why})"
    return dataclasses.replace(first, message=message)


def advice(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """What to write in place of `wrong`: the nearest of `known`, or `otherwise` when none is
    near."""
    names, plain = list(known), wrong.casefold()
    near = get_close_matches(plain, names, 1, 0.7) or _only_one_begun(plain, names)
    return f'did you mean "{near[0]}"?' if near else otherwise


def _only_one_begun(plain: str, names: list[str]) -> list[str]:
    """The name that someone began to write, if it can be but one."""
    begun = [name for name in names if len(plain) > 3 and name.startswith(plain)]
    return begun if len(begun) == 1 else []
