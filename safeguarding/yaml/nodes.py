"""Text -> the nodes of YAML, with nothing in them that was not meant."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from safeguarding.yaml.text import OTHER_SPACE

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes every value for text

Part = Any  # an event or a node: each begins and ends at a mark with a line and a column

DASH = "a new entry begins with a hyphen and a space: - "
RUNS_ON = (
    "runs on into the lines below; close the quote or the bracket, write >- and the text below, or"
    " check the colons and the indentation"
)
CANNOT_BE_READ = (
    "cannot be read; check the indentation, the colons and the quotes here and just above. A remark"
    " begins with #"
)
ODD_SPACE = re.compile(rf"^ *\t|{OTHER_SPACE.pattern}", re.M)  # a tab is one in the indentation
OPENED = re.compile("quoted|flow|simple key")  # in what YAML says: something opened before
DEEPEST = 30  # levels: far more than any model has
LETTER = re.compile(r"[^\d.-]")
FURTHER_IN = re.compile(r"\n +(.*)")  # a line of text below >-
REMARK = re.compile(r"\s+#")
BULLET = re.compile(r"[-\u2010-\u2015•*]")
CURLY = re.compile(r"[\u201c\u201e\u2018].*[\u201d\u201c\u2019]|[\u201c\u201d][^\u201c\u201d]*")
UNOPENED = re.compile(r"[^\[]*\]|[^{]*\}")


class Stumble(Exception):
    """What cannot be read, or can, but not as it was meant: the line and the column where it
    stands, and the lines `near` it that may be wrong, the likeliest first; none where no edit of a
    line helps. All count from 0."""

    def __init__(
        self, message: str, line: int = 0, column: int = 0, near: Iterable[int] | None = None
    ):
        super().__init__(message)
        self.message, self.line, self.column = message, line, column
        self.near = [line] if near is None else list(near)

    @property
    def why(self) -> str:
        """What is wrong, if that is known for certain."""
        certain = self.message not in (RUNS_ON, CANNOT_BE_READ)
        return self.message.partition(";")[0] if certain else ""


def root(text: str) -> yaml.Node:
    """The node of all that a text says. Raises Stumble."""
    odd = _odd_space(text)
    try:
        node = _node(text)
    except Stumble as stumble:
        first = odd and (odd.line, odd.column) <= (stumble.line, stumble.column)
        raise odd if odd and first else stumble from None
    if odd:
        raise odd
    return node


def _odd_space(text: str) -> Stumble | None:
    """The first space that is none, if there is one."""
    space = ODD_SPACE.search(text)
    if not space:
        return None
    before = text[: space.end() - 1]
    message = "a tab" if space[0].endswith("\t") else "a space of another kind"
    return Stumble(message, before.count("\n"), len(before) - before.rfind("\n") - 1)


def _node(text: str) -> yaml.Node:
    try:
        _require_meant(text)
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        raise _stumble(text, error) from None
    except yaml.YAMLError as error:
        raise Stumble(f"cannot be read ({error})") from None
    if node is None:
        raise Stumble("the file is empty; add its records, or delete it", near=())
    if not isinstance(node, yaml.MappingNode):
        near = (text.count("\n"), node.start_mark.line)  # no part of it can be right
        raise _at(node, 'the file must start with "key: value" lines', near)
    _require_keys(node)
    return node


def _stumble(text: str, error: yaml.MarkedYAMLError) -> Stumble:
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if OPENED.search(error.context or ""):  # what was opened matters more than where it ends
        marks.reverse()
    near = [mark.line for mark in marks]
    if "document start" in (error.problem or ""):  # what begins the file ended too soon
        near.insert(0, next(at for at, line in enumerate(text.split("\n")) if is_content(line)))
    return Stumble(CANNOT_BE_READ, near[0], marks[0].column, near)


def is_content(line: str) -> bool:
    """Whether a line is neither empty nor a remark."""
    return line.strip(" \t") != "" and not line.lstrip().startswith("#")


def _at(part: Part, message: str, near: Iterable[int] | None = None) -> Stumble:
    return Stumble(message, part.start_mark.line, part.start_mark.column, near)


# What can be read, but not as it was meant.


def _require_meant(text: str) -> None:
    lines = text.split("\n")
    depth = 0
    for event in yaml.parse(text, Loader):
        if sign := _reserved_sign(event):
            raise _at(event, f"text cannot begin with {sign} here; put all of it in quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            _require_lines(event, lines)
        if depth > DEEPEST:
            message = f"stands more than {DEEPEST} levels deep; check brackets and indentation"
            raise _at(event, message, near=())


def _reserved_sign(event: yaml.Event) -> str:
    """The sign that makes something else of what follows it, if the event has one: no file here
    names one part of itself in another, or a type."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    return "&" if getattr(event, "anchor", None) else "!" if getattr(event, "tag", None) else ""


def _require_lines(event: Part, lines: list[str]) -> None:
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon
    or an indentation is wrong."""
    first, last, column = event.start_mark.line, event.end_mark.line, event.end_mark.column
    if event.style == ">" and (further := FURTHER_IN.search(event.value)):
        line = next(at for at in range(first + 1, last + 1) if further[1] in lines[at])
        raise Stumble("the lines of the text below >- stand equally far in", line)
    if event.style in (">", "|"):
        return
    if last > first:
        raise _at(
            event,
            RUNS_ON,
            [first + 1, first, *range(first + 2, min(last, first + 3) + 1)],
        )
    if event.style:
        return
    if LETTER.search(event.value) and REMARK.match(lines[last], column):
        raise Stumble("what follows # is left out; put the text in quotes", last, column)
    if wrong := _unpaired(event.value):
        raise _at(event, wrong)


def _unpaired(text: str) -> str:
    """What to do about text without quotes around it that has curly ones in their place, or a quote
    or a bracket without its other."""
    if CURLY.fullmatch(text):
        return f"{text} has curly quotes around it; write straight ones, or none"
    if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
        return "has a quote that opens or closes alone; write the other one, or delete it"
    if UNOPENED.fullmatch(text):
        return "ends with a bracket that nothing opened; put it in quotes, or open one"
    return ""


def _require_keys(node: yaml.Node) -> None:
    """Raises Stumble at the first key that is none, or that its mapping has already."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _require_keys(item)
    elif isinstance(node, yaml.MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            alone = key.end_mark.index == value.start_mark.index == value.end_mark.index
            _require_key(key, without_colon=bool(node.flow_style) and alone)
            _require_new(key, lines)
            lines[key.value] = key.start_mark.line
            _require_keys(value)


def _require_key(key: yaml.Node, *, without_colon: bool) -> None:
    if not isinstance(key, yaml.ScalarNode):
        raise _at(key, "a key must be one word; put [[ ]] in quotes if it is text")
    if BULLET.match(key.value):
        raise _at(key, DASH)
    if not key.style and not key.value[:1].isalnum():
        raise _at(key, "a key begins with a letter or a figure")
    if without_colon:
        raise _at(key, f"{key.value} has no colon; put the text in quotes, if a comma is in it")


def _require_new(key: yaml.ScalarNode, before: dict[str, int]) -> None:
    """`before` are the keys that come before it, each with its line."""
    if key.value in before:
        first, here = before[key.value], key.start_mark.line
        message = (
            f"{key.value} is written twice (first on line {first + 1}); keep one. If a new entry"
            " begins here, put a hyphen and a space before it"
        )
        raise _at(key, message, [*range(here, max(first, here - 5), -1), first])
