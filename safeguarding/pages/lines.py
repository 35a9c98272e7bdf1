"""The lines of a page, with their numbers in its file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from safeguarding.problem import Place, Problem
from safeguarding.yaml import read as source

CODE = FencedBlockPreprocessor.FENCED_BLOCK_RE

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

    @cached_property
    def without_code(self) -> "Lines":
        """The same, empty where something is shown as code."""
        texts = CODE.sub(_line_ends, self.whole).split("\n")
        return Lines(self.name, tuple(zip((number for number, _ in self), texts, strict=True)))

    def problem(self, number: int, column: int, field: str, message: str) -> Problem:
        """A Problem with the line of that number. Columns count from 0 here."""
        return Problem(Place(self.name, number, column + 1), field, message)


def _line_ends(code: re.Match[str]) -> str:
    return "\n" * code[0].count("\n")


def every_line(name: str, text: str) -> Lines:
    """All lines of a page, with its head."""
    return Lines(name, tuple(enumerate(text.split("\n"), 1)))


def body(name: str, text: str) -> Lines:
    """The lines below the head of a page."""
    lines = text.split("\n")
    first = len(lines) - len(source.body(text).split("\n"))
    return Lines(name, tuple(enumerate(lines[first:], first + 1)))
