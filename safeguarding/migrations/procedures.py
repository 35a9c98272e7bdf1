"""Procedures: what stood in three lists stands once, among the steps. A step says whether it stands
at a glance, and in which words; every step with a time stands in the table of time limits."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import NamedTuple

from safeguarding import wording
from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.shape import Remark, Shape, Texts, below

LISTS = ("glance", "timescales")
WHO_DOES_WHAT = ("who", "what", "force")
SAME = ("who", "within", "force", "from", "until")
ALIKE = 0.75  # of the words of a shorter wording are in the longer one


class Line(NamedTuple):
    """A line of another list: where it begins, with the remarks above it, and all its remarks."""

    node: Node
    begins: int
    remarks: tuple[str, ...]


Found = dict[int, Line]  # {number of a step: the line of another list that it is}


def _one_list(head: Node, texts: Texts) -> Iterator[Replacement]:
    lists = [key for key in LISTS if key in head.entries]
    if not lists or not all(_is_plain(head, key) for key in ("steps", *lists)):
        return
    steps = head.listed("steps")
    glance, limits = (_lines(head, key) for key in LISTS)
    in_glance, in_limits = _steps_of(glance, steps), _steps_of(limits, steps)
    yield from _alone("glance", glance, in_glance, steps)
    yield from _alone("limit", limits, in_limits, steps)
    for number, step in enumerate(steps):
        yield from _in_its_place(step, in_glance.get(number), in_limits.get(number))
    sums = [line for line in glance if line not in in_glance.values()]
    for step in _left_out(steps, in_glance, sums):
        yield _added(step, "what", "glance: false")
    for key in lists:
        yield _gone(head, key)


def _is_plain(head: Node, key: str) -> bool:
    """Whether a list has its lines one below the other, and each says who does what."""
    lines = head.entries.get(key)
    return (
        lines is not None
        and lines.one_below_the_other
        and all(isinstance(line.says(key), str) for line in lines.items for key in WHO_DOES_WHAT)
    )


def _lines(head: Node, key: str) -> list[Line]:
    """The lines of a list, each with the remarks above it."""
    lines = []
    begins = head.text.find("\n", head.keys[key].end) + 1 if key in head.keys else 0
    for node in head.listed(key):
        lines.append(Line(node, begins, tuple(nodes.remarks(head, begins, node.line_end))))
        begins = node.line_end + 1
    return lines


def _steps_of(lines: Sequence[Line], steps: Sequence[Node]) -> Found:
    """The lines of another list that are steps, those that are most alike first."""
    pairs = sorted(
        (-likeness, at, number)
        for at, line in enumerate(lines)
        for number, step in enumerate(steps)
        if (likeness := _likeness(line.node, step)) >= ALIKE
    )
    found: Found = {}
    for _, at, number in pairs:
        if number not in found and lines[at] not in found.values():
            found[number] = lines[at]
    return found


def _likeness(line: Node, step: Node) -> float:
    """How much of the shorter wording is in the longer one, from 0 to 1, where the same people do
    it by the same time, as bindingly and on the same grounds; 2 for the same wording."""
    if any(line.says(key) != step.says(key) for key in SAME):
        return 0
    here, there = _sources(line), _sources(step)
    if here != there and not (here and {*here} < {*there}):
        return 0
    if _is_said(line, step.says("what")):
        return 2
    one, other = ({*wording.words(node.says("what"))} for node in (line, step))
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter > 1 else 0  # one word is short for anything


def _is_said(line: Node, words: str) -> bool:
    """Whether a line says so to the letter, but for the full stop."""
    return bool(line.says("what").rstrip(" .") == words.rstrip(" ."))


def _left_out(steps: Sequence[Node], found: Found, sums: Sequence[Line]) -> Iterator[Node]:
    """Each duty with a time that no line at a glance is, or sums up."""
    summed = {
        id for line in sums if line.node.says("force") == "must" for id in _sources(line.node)
    }
    for number, step in enumerate(steps):
        is_duty = step.says("force") == "must" and step.says("within")
        if is_duty and number not in found and summed.isdisjoint(_sources(step)):
            yield step


def _sources(line: Node) -> tuple[str, ...]:
    return line.says("sources") or ()


# What a step is told of the other lists.


def _in_its_place(step: Node, line: Line | None, limit: Line | None) -> Iterator[Replacement]:
    """What a step shows at a glance, and in which other words among the time limits; and the
    remarks of these lines, above it."""
    remarks = [*(line.remarks if line else ()), *(limit.remarks if limit else ())]
    above = "".join(f"{' ' * step.hyphen}{remark}\n" for remark in remarks)
    yield Replacement(step.line_start, step.line_start, above)
    shown = step.says("what")
    if line and "glance" not in step.entries:
        is_same = _is_said(line.node, shown)
        yield _added(step, "what", "glance: true" if is_same else _said(step, "glance", line.node))
        shown = shown if is_same else line.node.says("what")
    if limit and not _is_said(limit.node, shown) and "limit" not in step.entries:
        yield _added(step, "within", _said(step, "limit", limit.node))


def _added(step: Node, key: str, line: str) -> Replacement:
    """A key of a step, behind another."""
    value = step.entries[key]
    if step.flow:
        return Replacement(value.end, value.end, f", {line}")
    return below(value, " " * step.keys[key].column + line)


def _said(step: Node, key: str, line: Node) -> str:
    """What another line says, as it is written there, behind a key of a step."""
    what = line.entries["what"]
    if "\n" not in what.written and not (step.flow and not line.flow):
        return f"{key}: {what.written}"
    if step.flow:
        return f'{key}: "{(what.said or "").translate(ESCAPED)}"'
    further = step.keys["what"].column - line.keys["what"].column
    first, _, rest = what.written.partition("\n")
    return f"{key}: {first}\n{nodes.shifted(rest, further)}"


ESCAPED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n"})


# Lines that are no step.


def _alone(
    only: str, lines: Sequence[Line], found: Found, steps: Sequence[Node]
) -> Iterator[Replacement]:
    """Each line that is no step, among the steps: below the one that the line before it is."""
    place = steps[0].line_start
    number_of = {line: number for number, line in found.items()}
    for line in lines:
        if line in number_of:
            place = steps[number_of[line]].line_end + 1
        else:
            yield Replacement(place, place, _moved(only, line, steps[0].hyphen))


def _moved(only: str, line: Line, hyphen: int) -> str:
    """A line with the remarks above it as it is written, with `only` before its first key."""
    node = line.node
    first = f"{{only: {only}, " if node.flow else f"only: {only}\n{' ' * node.column}"
    written = node.text[node.start + node.flow : node.line_end]
    above = node.text[line.begins : node.start]
    return nodes.shifted(f"{above}{first}{written}\n", hyphen - node.hyphen)


def _gone(head: Node, key: str) -> Replacement:
    """The lines of a list, and its key; a remark beside the key stays."""
    name = head.keys[key]
    remarks = nodes.remarks(head, name.start, name.line_end)
    return Replacement(
        name.line_start, head.entries[key].line_end + 1, "".join(f"{one}\n" for one in remarks)
    )


def _left(head: Node) -> Iterator[Remark]:
    for key in LISTS:
        if key in head.keys:
            yield Remark(head.keys[key], key, LEFT)


def _to_look_at(head: Node) -> Iterator[Remark]:
    for step in head.listed("steps"):
        if only := step.says("only"):
            words = shorten(step.says("what") or "", SHOWN, placeholder="…")
            yield Remark(step, "only", TO_LOOK_AT.format(words=words, only=only))


SHOWN = 70  # letters of what a line says
LEFT = (
    "write its entries, and those of steps:, one below the other, each behind a hyphen, with who,"
    " what and force; or write them among the steps yourself"
)
TO_LOOK_AT = (
    "no step says “{words}” in like words; if one does in others, write {only}: and these there,"
    " and delete this entry"
)
SHAPES = (
    Shape(
        "docs/procedures/*.md",
        "Each step is written once, with glance: and limit: for its other words, and both other"
        " lists follow the order of the steps; a line that is no step has only:.",
        _one_list,
        _left,
        _to_look_at,
    ),
)
