"""A text in YAML -> the same text with other entries in some of its mappings. All else stays as a
person wrote it: comments, order, quotes and spaces.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from safeguarding.yaml.values import Loader, Step

WIDEST = 120  # letters of a line
FURTHER = 2  # spaces that what stands in something is further in

# What is written: a text as YAML has it, like 6.5 or "6.50" or {value: 6.5}; or entries by key.
Written = str | dict[str, "Written"]
Node = Any  # of YAML: knows where it begins and ends
Entry = tuple[Node, Node]  # key and value


class Document:
    """A text in YAML that can be read, whose mappings get other entries. Each mapping is named by
    the keys and indexes that lead to it."""

    def __init__(self, text: str):
        self._changes: list[tuple[int, int, str]] = []  # from which letter, before which, what
        self._take(text)

    def _take(self, text: str) -> None:
        self.text = text
        self._root: Node = yaml.compose(text, Loader=Loader)

    def set(self, steps: Sequence[Step], entries: Mapping[str, str], order: Sequence[str]) -> None:
        """Give the mapping at `steps` these entries: each takes the place of that of its key, or
        stands where `order`, which names all keys, has it. What is missing on the way is made."""
        depth = len(steps)
        while self._at(steps[:depth]) is None:
            depth -= 1
        node = self._at(steps[:depth])
        if depth < len(steps):
            new: Written = {key: entries[key] for key in order if key in entries}
            for step in reversed(steps[depth + 1 :]):
                new = {str(step): new}
            self._insert(node, _last(node), str(steps[depth]), new)
        else:
            self._merge(node, entries, order)
        self._apply()
        for there in range(depth, len(steps) + 1):
            self._fit(self._at(steps[:there]))
            self._apply()

    def _at(self, steps: Sequence[Step]) -> Node | None:
        node = self._root
        for step in steps:
            node = _child(node, step)
            if node is None or isinstance(node, yaml.ScalarNode):
                return None
        return node

    def _merge(self, node: Node, entries: Mapping[str, str], order: Sequence[str]) -> None:
        places = {key.value: (key, value) for key, value in node.value}
        above: Entry | None = None
        for key in order:
            if key in places:
                above = places[key]
                if key in entries:
                    first, last = above[1].start_mark.index, _end(above[1])
                    self._changes.append((first, last, entries[key]))
            elif key in entries:
                self._insert(node, above, key, entries[key])

    def _insert(self, node: Node, above: Entry | None, key: str, new: Written) -> None:
        """A key that a mapping has not, below the entry `above` or before all."""
        if not node.flow_style:
            self._insert_line(node, above, key, new)
        elif above is None:
            at = node.start_mark.index + 1
            self._changes.append((at, at, f"{key}: {_in_one(new)}{', ' * bool(node.value)}"))
        else:
            at = _end(above[1])
            line = self._line(at)
            more = f"{key}: {_in_one(new)}"
            wide = node.start_mark.line < node.end_mark.line and len(line) + len(more) > WIDEST
            between = f",\n{' ' * _depth(line)}" if wide else ", "
            self._changes.append((at, at, between + more))

    def _insert_line(self, node: Node, above: Entry | None, key: str, new: Written) -> None:
        column = node.start_mark.column
        lines = _block(key, new, column)
        if above is None:
            at = node.start_mark.index
            self._changes.append((at, at, f"{lines.lstrip()}\n{' ' * column}"))
            return
        end = self.text.find("\n", _end(above[1]))
        at = len(self.text) if end < 0 else end
        self._changes.append((at, at, f"\n{lines}"))

    def _fit(self, node: Node) -> None:
        """A mapping in brackets that makes its line too long gets lines of its own."""
        if not node.flow_style or node.start_mark.line < node.end_mark.line:
            return
        first, last = node.start_mark.index, node.end_mark.index
        line = self._line(first)
        before, after = line[: node.start_mark.column], line[node.end_mark.column :]
        if len(line) <= WIDEST or after.strip():
            return
        entries = {
            key.value: self.text[value.start_mark.index : _end(value)] for key, value in node.value
        }
        if before.strip() == "-":
            lines = [f"{key}: {value}" for key, value in entries.items()]
            self._changes.append((first, last, f"\n{' ' * len(before)}".join(lines)))
        elif before.rstrip().endswith(":"):
            space = len(before) - len(before.rstrip()) if _has_brackets(entries) else 0
            self._changes.append((first - space, last, _in_lines(entries, _depth(line) + FURTHER)))

    def _apply(self) -> None:
        """Make the changes; of those at one place, in their order."""
        text = self.text
        for first, last, new in sorted(self._changes, key=lambda change: change[0])[::-1]:
            text = text[:first] + new + text[last:]
        if self._changes:
            self._changes.clear()
            self._take(text)

    def _line(self, index: int) -> str:
        """The line in which a letter stands."""
        return self.text[self.text.rfind("\n", 0, index) + 1 :].partition("\n")[0]


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return None


def _last(node: Node) -> Entry | None:
    return node.value[-1] if node.value else None


def _end(node: Node) -> int:
    """Where a node ends: YAML takes empty lines and remarks below what has no brackets for a part
    of it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


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
    return f"{space}{key}:{'' if _has_brackets(values) else ' '}" + _in_lines(
        values, column + FURTHER
    )


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
