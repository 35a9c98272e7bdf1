"""The lines of a page, with their numbers in its file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from safeguarding.problem import Place, Problem
from safeguarding.yaml import read as source

FENCE = "```"  # above and below what is shown as code

Line = tuple[int, str]  # its number, from 1, and its text


@dataclass(frozen=True)
class Lines:
    """Some lines of the page in the file called `name`, like docs/about/privacy.md."""

    name: str
    lines: tuple[Line, ...]

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    @cached_property
    def whole(self) -> str:
        """All of them as one text."""
        return "\n".join(text for _, text in self.lines)

    @cached_property
    def paragraphs(self) -> list[list[Line]]:
        """The lines that stand together, between empty ones."""
        paragraphs: list[list[Line]] = [[]]
        for line in self.lines:
            if line[1].strip():
                paragraphs[-1].append(line)
            elif paragraphs[-1]:
                paragraphs.append([])
        return [paragraph for paragraph in paragraphs if paragraph]

    def only(self, pattern: re.Pattern[str]) -> "Lines":
        """Those that have the pattern."""
        return Lines(self.name, tuple(line for line in self.lines if pattern.search(line[1])))

    def problem(self, number: int, column: int, field: str, message: str) -> Problem:
        """A Problem with the line of that number. Columns count from 0 here."""
        return Problem(Place(self.name, number, column + 1), field, message)


def every_line(name: str, text: str) -> Lines:
    """All lines of a page, with its head."""
    return Lines(name, tuple(enumerate(text.split("\n"), 1)))


def body(name: str, text: str) -> tuple[Lines, int]:
    """The lines below the head of a page, without what is shown as code; and the number of the line
    where code opens that does not close, or 0."""
    lines = text.split("\n")
    first = len(lines) - len(source.body(text).split("\n"))
    opened = 0
    outside: list[Line] = []
    for number, line in enumerate(lines[first:], first + 1):
        if line.lstrip().startswith(FENCE):
            opened = 0 if opened else number
        elif not opened:
            outside.append((number, line))
    return Lines(name, tuple(outside)), opened
