"""What an entry of the table is, and edits that several of them make."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement

Texts = Mapping[str, str]  # of all files, by their names


class Remark(NamedTuple):
    """What to say of what stands there, in which field."""

    node: Node
    field: str
    message: str


def _nothing(now: Node) -> Iterator[Remark]:
    yield from ()


@dataclass(frozen=True)
class Shape:
    """A shape of an older day: the files that can have it, the sentence that says what becomes of
    it, and the edits; none, where a file has it no more.

    Of the file after them, `left` says what only a person can edit, so that nothing is written
    before that; `to_look_at` what a person may look at afterwards.
    """

    files: str  # a pattern of names
    why: str
    change: Callable[[Node, Texts], Iterable[Replacement]]
    left: Callable[[Node], Iterable[Remark]] = _nothing
    to_look_at: Callable[[Node], Iterable[Remark]] = _nothing


def below(entry: Node, *lines: str) -> Replacement:
    """Lines below that in which a value ends."""
    return Replacement(entry.line_end, entry.line_end, "".join(f"\n{line}" for line in lines))


def without(whole: Node, key: str) -> Replacement:
    """A mapping without one of its keys, which is not its first. Remarks beside and below it stay,
    on lines of their own."""
    name, value = whole.keys[key], whole.entries[key]
    indent = " " * name.column
    if whole.flow:
        names = [*whole.keys]
        before = whole.entries[names[names.index(key) - 1]]
        remarks = nodes.remarks(whole, before.end, value.end)
        return Replacement(before.end, value.end, "".join(f"  {one}\n{indent}" for one in remarks))
    remarks = nodes.remarks(whole, name.start, value.line_end)
    end = min(value.line_end + 1, len(whole.text))
    return Replacement(name.line_start, end, "".join(f"{indent}{one}\n" for one in remarks))
