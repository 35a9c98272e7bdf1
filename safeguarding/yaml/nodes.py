"""Text -> the nodes of YAML, with nothing in them that was not meant."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DASH = "a new entry begins with a hyphen and a space: - "
TAB_TYPED = "a tab; indent with spaces"
CANNOT_BE_READ = (
    "cannot be read; check the indentation, the colons and the quotes here and just above. A remark"
    " begins with #"
)
UNCLOSED = re.compile("quoted|flow|simple key")  # in what YAML says: something opened before
DEEPEST = 30  # levels: far more than any model has
OF_ONE_LINE = ("", None, "'", '"')  # how text is written that ends where its line does
TAB = re.compile(r"^( *)\t", re.M)
LETTER = re.compile(r"[^\d.-]")
REMARK = re.compile(r"\s+#")
BEGINS_ENTRY = re.compile(r"[-\u2010-\u2015•*]")
CURLY = re.compile(
    r"[\u201c\u201e\u2018].*[\u201d\u201c\u2019]|[\u201c\u201d][^\u201c\u201d]*", re.S
)
UNOPENED = re.compile(r"[^\[]*\]|[^{]*\}", re.S)


class Stumble(Exception):
    """What cannot be read, or can, but not as it was meant: the line and the column where it
    stands, and the lines `near` it that may be wrong, the likeliest first. All count from 0."""

    def __init__(self, message: str, line: int = 0, column: int = 0, near: Iterable[int] = ()):
        super().__init__(message)
        self.message, self.line, self.column = message, line, column
        self.near = [line, *near]


def root(text: str) -> yaml.Node:
    """The node of all that a text says. Raises Stumble."""
    lines = text.split("\n")
    if tab := TAB.search(text):
        raise Stumble(TAB_TYPED, text.count("\n", 0, tab.start()), len(tab[1]))
    try:
        _require_meant(text, lines)
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        raise _stumble(text, error) from None
    except yaml.YAMLError as error:
        raise Stumble(f"cannot be read ({error})") from None
    if node is None:
        raise Stumble("the file is empty; add its records, or delete it")
    if isinstance(node, yaml.ScalarNode):
        raise _at(node, 'the file must start with "key: value" lines')
    _require_keys(node)
    return node


def _stumble(text: str, error: yaml.MarkedYAMLError) -> Stumble:
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if UNCLOSED.search(error.context or ""):  # what was opened matters more than where it ends
        marks.reverse()
    near = [mark.line for mark in marks]
    if "document start" in (error.problem or ""):  # what begins the file ended too soon
        near.insert(0, _first_line(text))
    return Stumble(CANNOT_BE_READ, near[0], marks[0].column, near[1:])


def _first_line(text: str) -> int:
    """The line on which the first thing of the file begins."""
    values = (yaml.ScalarEvent, yaml.CollectionStartEvent)
    events = yaml.parse(text, Loader)
    return next(event.start_mark.line for event in events if isinstance(event, values))


# What can be read, but not as it was meant.


def _require_meant(text: str, lines: list[str]) -> None:
    bracketed = [False]  # whether each list and mapping that is open stands between brackets
    for event in yaml.parse(text, Loader):
        if sign := _reserved_sign(event):
            raise _at(event, f"text cannot begin with {sign} here; put all of it in quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            bracketed.append(bool(event.flow_style))
            if len(bracketed) > DEEPEST:
                raise _at(
                    event,
                    f"stands more than {DEEPEST} levels deep; check the brackets and the"
                    " indentation",
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            bracketed.pop()
        elif isinstance(event, yaml.ScalarEvent) and event.style in OF_ONE_LINE:
            _require_one_line(event, lines)
            _require_pairs(event)


def _at(part: yaml.Event | yaml.Node, message: str, near: Iterable[int] = ()) -> Stumble:
    return Stumble(message, part.start_mark.line, part.start_mark.column, near)


def _reserved_sign(event: yaml.Event) -> str:
    """The sign that makes something else of what follows it, if the event has one: no file here
    names one part of itself in another, or a type."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None):
        return "&"
    return "!" if getattr(event, "tag", None) else ""


def _require_one_line(event: yaml.ScalarEvent, lines: list[str]) -> None:
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon
    or an indentation is wrong."""
    first, last, column = event.start_mark.line, event.end_mark.line, event.end_mark.column
    if last > first:
        raise _at(
            event,
            "runs on into the lines below; close the quote or the bracket, write >- after the colon"
            " and all of the text below, or check the colons and the indentation",
            range(first + 1, min(last, first + 3) + 1),
        )
    if not event.style and LETTER.search(event.value) and REMARK.match(lines[last][column:]):
        raise Stumble(
            "what follows # is left out; put the text in quotes, or the comment on a line of its"
            " own",
            last,
            column,
        )


def _require_pairs(event: yaml.ScalarEvent) -> None:
    """Text without straight quotes around it has no curly ones in their place, and no quote or
    bracket without its other."""
    text = event.value
    if event.style:
        return
    if CURLY.fullmatch(text):
        raise _at(event, f"{text} has curly quotes around it; write straight ones, or none")
    if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
        raise _at(
            event, "has a quote that opens or closes alone; write the other one, or delete it"
        )
    if UNOPENED.fullmatch(text):
        raise _at(
            event,
            "ends with a bracket that nothing opened; put one where it should open, or put all of"
            " it in quotes",
        )


def _require_keys(node: yaml.Node) -> None:
    """Raises Stumble at the first key that is none, or that its mapping has already."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _require_keys(item)
    elif isinstance(node, yaml.MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            _require_key(key, value, bool(node.flow_style))
            _require_new(key, lines)
            lines[key.value] = key.start_mark.line
            _require_keys(value)


def _require_key(key: yaml.Node, value: yaml.Node, bracketed: bool) -> None:
    if not isinstance(key, yaml.ScalarNode):
        raise _at(key, "a key must be one word; put [[ ]] in quotes if it is text")
    if BEGINS_ENTRY.match(key.value):
        raise _at(key, DASH)
    if not key.style and not key.value[:1].isalnum():
        raise _at(key, "a key begins with a letter or a figure")
    if bracketed and key.end_mark.index == value.start_mark.index == value.end_mark.index:
        raise _at(
            key,
            f"{key.value} has no colon; put one after its key, or put the whole text in quotes, if"
            " the comma before it belongs to the text",
        )


def _require_new(key: yaml.ScalarNode, before: dict[str, int]) -> None:
    """`before` are the keys that come before it, each with its line."""
    if key.value in before:
        first, here = before[key.value], key.start_mark.line
        above = range(here - 1, max(first, here - 5), -1)
        raise _at(
            key,
            f"{key.value} is written twice (first on line {first + 1}); keep one. If a new entry"
            " begins here, put a hyphen and a space before it",
            [*above, first],
        )
