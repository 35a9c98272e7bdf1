"""A text of YAML -> its values with the places between which each is written, so that one can be
edited and all else stays as someone wrote it: remarks, order, quotes and indentation.

Places count letters from the beginning of the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, NamedTuple

import yaml

from safeguarding.problem import Edit
from safeguarding.yaml import read
from safeguarding.yaml.values import NULL, Loader, key_of


class Replacement(NamedTuple):
    """The letters from `start` up to `end` become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, eq=False)
class Node:
    """A value of the `text`: one of its texts has `said`, a list `items`, a mapping `entries`,
    each with the node of its key. `flow` is written between brackets."""

    text: str
    start: int
    end: int
    flow: bool = False
    said: str | None = None
    items: tuple["Node", ...] = ()
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, "Node"] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """The value as it is written."""
        return self.text[self.start : self.end]

    @property
    def column(self) -> int:
        """How far in it begins."""
        return self.start - self.line_start

    @property
    def line_start(self) -> int:
        """Where the line begins in which it begins."""
        return self.text.rfind("\n", 0, self.start) + 1

    @property
    def line_end(self) -> int:
        """Where the line ends in which it ends."""
        return _line_end(self.text, self.end)

    @property
    def line(self) -> int:
        """The number of the line in which it begins, from 1."""
        return self.text.count("\n", 0, self.start) + 1

    @property
    def one_below_the_other(self) -> bool:
        """Whether it is a list whose items stand on lines of their own, each behind a hyphen."""
        return not self.flow and bool(self.items) and all(item.hyphen >= 0 for item in self.items)

    @property
    def hyphen(self) -> int:
        """How far in the hyphen stands before an item of a list; -1 where none is on its line."""
        before = self.text[self.line_start : self.start]
        return before.index("-") if before.strip() == "-" else -1

    def says(self, key: str) -> Any:
        """What stands behind a key: a text, a tuple of texts, or None."""
        node = self.entries.get(key)
        if node is None:
            return None
        return node.said if not node.items else tuple(item.said for item in node.items)

    def listed(self, key: str) -> tuple["Node", ...]:
        """The items of the list behind a key; none where there is no list."""
        return self.entries[key].items if key in self.entries else ()

    def leaves(self) -> Iterator["Node"]:
        """The texts and the keys in it, in order."""
        if not self.items and not self.entries:
            yield self
        for item in self.items:
            yield from item.leaves()
        for key, value in self.entries.items():
            yield self.keys[key]
            yield from value.leaves()


def document(text: str, name: str) -> Node:
    """The mapping in the file of that name, or in the head of that page, which can be read."""
    if not name.startswith("docs/"):
        return _node(text, 0, yaml.compose(text, Loader))
    head = read.head(text)  # has an empty line in the place of the first one
    return _node(text, text.index("\n"), yaml.compose(head, Loader))


def _node(text: str, ahead: int, node: Any) -> Node:
    """A node of PyYAML, which begins so many letters further on."""
    start, end = node.start_mark.index + ahead, node.end_mark.index + ahead
    if isinstance(node, yaml.ScalarNode):
        end = start + len(text[start:end].rstrip())
        nothing = not node.style and node.value in NULL
        return Node(text, start, end, said=None if nothing else node.value)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(text, ahead, item) for item in node.value)
        end = end if node.flow_style or not items else items[-1].end
        return Node(text, start, end, bool(node.flow_style), items=items)
    names = [key_of(key.value, key.style) for key, _ in node.value]
    keys = dict(zip(names, (_node(text, ahead, key) for key, _ in node.value), strict=True))
    entries = dict(zip(names, (_node(text, ahead, value) for _, value in node.value), strict=True))
    end = end if node.flow_style or not names else entries[names[-1]].end
    return Node(text, start, end, bool(node.flow_style), entries=entries, keys=keys)


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """The text after them all. Of several at one place, the first stands first."""
    pieces, at = [], 0
    for start, end, new in sorted(replacements, key=lambda one: one.start):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def edits(text: str, replacements: Iterable[Replacement]) -> Iterator[Edit]:
    """The lines that they change, each with its number in the text before all of them."""
    for start, end, some in _by_lines(text, sorted(replacements, key=lambda one: one.start)):
        moved = [Replacement(one.start - start, one.end - start, one.new) for one in some]
        old, new = text[start:end].split("\n"), replaced(text[start:end], moved).split("\n")
        above = _alike(old, new)
        below = _alike(old[above:][::-1], new[above:][::-1])
        old, new = old[above : len(old) - below], new[above : len(new) - below]
        if old or new:
            yield Edit(text.count("\n", 0, start) + above + 1, tuple(old), tuple(new))


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines two lists begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _by_lines(
    text: str, replacements: Iterable[Replacement]
) -> Iterator[tuple[int, int, list[Replacement]]]:
    """Where the lines begin and end that are touched, with what touches them."""
    first, last, some = 0, -1, list[Replacement]()
    for one in replacements:
        start = text.rfind("\n", 0, one.start) + 1
        if some and start > last:
            yield first, last, some
            some = []
        if not some:
            first, last = start, start
        last = max(last, _line_end(text, one.end))
        some.append(one)
    if some:
        yield first, last, some


def line_before(line: int, edits: Iterable[Edit]) -> int:
    """Which line that line was before the edits; the first of those that it came of, if it is
    new."""
    more = 0
    for edit in edits:
        if line < edit.line + more:
            break
        if line < edit.line + more + len(edit.new):
            return edit.line
        more += edit.more
    return line - more


def remarks(node: Node, start: int, end: int) -> list[str]:
    """The remarks between two places, which begin and end no value of `node` halfway."""
    bare = list(node.text[start:end])
    for leaf in node.leaves():
        if start <= leaf.start and leaf.end <= end:
            bare[leaf.start - start : leaf.end - start] = " " * (leaf.end - leaf.start)
    return re.findall(r"#.*", "".join(bare))


def shifted(text: str, by: int) -> str:
    """The lines of a text so much further in; further out, as far as they can be, if `by` is less
    than 0."""
    if by > 0:
        return re.sub(r"(?m)^(?=.)", " " * by, text)
    return re.sub(rf"(?m)^ {{1,{-by}}}", "", text) if by else text


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
