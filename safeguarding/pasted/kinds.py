"""What a kind of residue is: how it is found in the lines of a page, and what is told of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from safeguarding.problem import Edit, Place, Problem

Line = tuple[int, str]  # its number in the file, from 1, and its text
# What no residue stands in: code, calls, tags, and links with their words and addresses.
MASKED = re.compile(
    r"(`+)(?!`).+?(?<!`)\1(?!`)|\[\[.*?\]\]|<a\b[^<>]*>.*?</a>"
    r"|!?\[[^\[\]]*\]\((?:[^()\s]|\([^()\s]*\))*[^()]*\)|^\s*\[[^\[\]]+\]:.*|<(?!/?sup>)[^<>]*>"
)


@dataclass(frozen=True)
class Kind:
    """A kind of residue: the name of its rule, what the rule asks, an example that keeps it and one
    that breaks it, and how it is found in the lines of a page of that name."""

    name: str
    meaning: str
    good: str
    bad: str
    find: Callable[[str, Sequence[Line]], Iterator[Problem]]


def found(name: str, line: Line, start: int, field: str, message: str, *cures: Edit) -> Problem:
    """A Problem at that letter of a line, counted from 0."""
    return Problem(Place(name, line[0], start + 1), field, message, cures=cures)


def masked(text: str) -> str:
    """A line of the same length in which code, calls, links and tags are dots; but for <sup>."""
    return MASKED.sub(lambda part: "·" * len(part[0]), text)


def of_pattern(pattern: str, message: str) -> Callable[[str, Sequence[Line]], Iterator[Problem]]:
    """What finds a pattern in the lines of a page, outside links, code and calls: of each line the
    first. Few pages have any, so all of a page is looked at first."""
    compiled = re.compile(pattern, re.M)

    def find(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
        is_there = compiled.search("\n".join(text for _, text in lines))
        for line in lines if is_there else ():
            match = compiled.search(masked(line[1]))
            if match:
                yield found(name, line, match.start(), match[0].strip(), message)

    return find
