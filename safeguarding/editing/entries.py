"""Other entries in the mappings of a text of YAML, where all else stays as someone wrote it.

What is new stands as a person would write it: on one line where there is room, otherwise over
several.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.yaml.values import Step

WIDEST = 120  # letters of a line
FURTHER = 2  # spaces that what stands in something is further in
DEEPEST = 3  # levels of mappings that are fitted into lines

# What is written: a text as YAML has it, like 6.5 or "6.50" or {value: 6.5}; or entries by key.
Written = str | dict[str, "Written"]


class Change(NamedTuple):
    """What the mapping gets to which `steps`, keys and indexes, lead: `entries`, which may hold
    others. Where values have their own order, `sort` says it; all else that is new comes last."""

    steps: Sequence[Step]
    entries: dict[str, Written]
    sort: Callable[[Iterable[str]], list[str]]


def changed(text: str, name: str, changes: Sequence[Change]) -> str:
    """The text of the file of that name, which can be read, after the changes: an entry takes the
    place of that of its key, or is new."""
    document = nodes.document(text, name)
    found = [(_at(document, change.steps), change) for change in changes]
    every = (_merged(node, change.entries, change.sort) for node, change in found)
    text = nodes.replaced(text, chain.from_iterable(every))
    for depth in range(DEEPEST):
        document = nodes.document(text, name)
        wide = (
            replacement
            for change in changes
            for node in _inside(_at(document, change.steps), depth)
            for replacement in _fitted(node)
        )
        text = nodes.replaced(text, wide)
    return text


def _at(node: Node, steps: Iterable[Step]) -> Node:
    for step in steps:
        node = node.items[step] if isinstance(step, int) else node.entries[step]
    return node


def _inside(node: Node, depth: int) -> Iterator[Node]:
    """The mappings so many levels deep in one."""
    if depth == 0:
        yield node
    for value in node.entries.values() if depth else ():
        yield from _inside(value, depth - 1)


def _merged(
    node: Node, entries: Mapping[str, Written], sort: Callable[[Iterable[str]], list[str]]
) -> Iterator[Replacement]:
    """What changes in a mapping."""
    are_values = all(isinstance(value, str) for value in entries.values())
    keys = list(dict.fromkeys([*node.entries, *entries]))
    above: str | None = None
    for key in sort(keys) if are_values else keys:
        old, new = node.entries.get(key), entries.get(key)
        if old is None and new is not None:
            yield _inserted(node, above, key, _in_order(new, sort))
            continue
        above = key
        if old is not None and isinstance(new, dict) and old.entries:
            yield from _merged(old, new, sort)
        elif old is not None and new is not None:
            yield Replacement(old.start, old.end, _in_one(new))


def _in_order(new: Written, sort: Callable[[Iterable[str]], list[str]]) -> Written:
    """The same with its values in their order."""
    if isinstance(new, str):
        return new
    are_values = all(isinstance(value, str) for value in new.values())
    return {key: _in_order(new[key], sort) for key in (sort(new) if are_values else new)}


def _inserted(node: Node, above: str | None, key: str, new: Written) -> Replacement:
    """A key that a mapping has not, below the key `above` or before all."""
    if not node.flow:
        return _line_inserted(node, above, key, new)
    entry = f"{key}: {_in_one(new)}"
    if above is None:
        at = node.start + 1
        return Replacement(at, at, entry + (", " if node.entries else ""))
    at = node.entries[above].end
    line = _line(node.text, at)
    wide = "\n" in node.written and len(line) + len(entry) > WIDEST
    return Replacement(at, at, (f",\n{' ' * _depth(line)}" if wide else ", ") + entry)


def _line_inserted(node: Node, above: str | None, key: str, new: Written) -> Replacement:
    lines = _block(key, new, node.column)
    if above is None:
        return Replacement(node.start, node.start, f"{lines.lstrip()}\n{' ' * node.column}")
    at = node.entries[above].line_end
    return Replacement(at, at, f"\n{lines}")


def _fitted(node: Node) -> list[Replacement]:
    """A mapping in brackets that makes its line too long gets lines of its own."""
    line = _line(node.text, node.start)
    if not node.flow or not node.entries or "\n" in node.written or len(line) <= WIDEST:
        return []
    before, after = line[: node.column], line[node.column + len(node.written) :]
    if after.strip():
        return []  # a remark, or what it stands within
    entries = {key: value.written for key, value in node.entries.items()}
    if before.strip() == "-":
        lines = [f"{key}: {value}" for key, value in entries.items()]
        return [Replacement(node.start, node.end, f"\n{' ' * node.column}".join(lines))]
    if not before.rstrip().endswith(":"):
        return []
    space = len(before) - len(before.rstrip()) if _has_brackets(entries) else 0
    lines_below = _in_lines(entries, _depth(line) + FURTHER)
    return [Replacement(node.start - space, node.end, lines_below)]


def _line(text: str, at: int) -> str:
    """The line in which a letter stands."""
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


def _depth(line: str) -> int:
    """In which column the key of a line stands, behind a hyphen if there is one."""
    return len(line) - len(line.lstrip(" -"))


def _in_one(written: Written) -> str:
    """What is written, on one line."""
    if isinstance(written, str):
        return written
    return "{" + ", ".join(f"{key}: {_in_one(value)}" for key, value in written.items()) + "}"


def _block(key: str, new: Written, column: int) -> str:
    """A key with what it holds, as lines that begin in that column; on one line if they are
    values, and there is room."""
    space = " " * column
    whole = f"{space}{key}: {_in_one(new)}"
    if isinstance(new, str):
        return whole
    values = {name: value for name, value in new.items() if isinstance(value, str)}
    if len(values) < len(new):
        inside = (_block(name, value, column + FURTHER) for name, value in new.items())
        return "\n".join([f"{space}{key}:", *inside])
    if len(whole) <= WIDEST:
        return whole
    between = "" if _has_brackets(values) else " "
    return f"{space}{key}:{between}{_in_lines(values, column + FURTHER)}"


def _has_brackets(entries: Mapping[str, str]) -> bool:
    return any(value.startswith("{") for value in entries.values())


def _in_lines(entries: Mapping[str, str], column: int) -> str:
    """Entries over several lines that begin in that column: a line each where one has brackets of
    its own; otherwise between brackets, as many in a line as there is room for."""
    space = " " * column
    if _has_brackets(entries):
        return "".join(f"\n{space}{key}: {value}" for key, value in entries.items())
    lines = [""]
    for key, value in entries.items():
        entry = f"{key}: {value}, "
        if lines[-1] and column + len(lines[-1]) + len(entry) > WIDEST:
            lines.append("")
        lines[-1] += entry
    inside = "\n".join(space + line.rstrip() for line in lines).removesuffix(",")
    return f"{{\n{inside}\n{' ' * (column - FURTHER)}}}"
