"""YAML -> plain values, each of which knows its file and line.

PyYAML alone reads `10:30` as 630 and `no` as False, lets the last of two equal keys win, and gives
an impossible date no line. Here a scalar is what it looks like, or it is a Problem that says what
to write. Numbers keep the digits they were written with: `6.0` stays 6.0.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import yaml

from safeguarding.problem import PER_FILE, Edit, Place, Problem, Problems, told_as
from safeguarding.yaml import cures, nodes, text
from safeguarding.yaml.cures import Cure
from safeguarding.yaml.nodes import Stumble

RULE = "yaml"  # the name of what is broken where a file cannot be read
HIDES_OTHERS = 100  # what the reader refuses keeps from us what the model would
Step = str | int  # a key of a mapping, or an index of a list


INTEGER = re.compile(r"-?(0|[1-9]\d*)")
DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+")
DIGITS = 15  # more than any figure needs; Python itself reads no number of more than 4,300
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
BOUND = re.compile(r"---[ \t]*")
# What closes the head of a page, or shows that it should have been closed.
ENDS_HEAD = re.compile(
    r"\s*(?=\S{2,5}\s*$)(\S*[-\u2010-\u2015]){2}|\s*[\u2010-\u2015]\s*$|.*---\s*$"
    r"|##+ |\[\[|!!! |<"
)
BELOW_HEAD = re.compile(r"[a-z_]+:(\s|$)")  # a key, where the text of a page should begin
LONGEST = 20_000  # characters of one text
WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}
AMBIGUOUS = (
    (
        re.compile(r"yes|on", re.I),
        'can be read in two ways; write true, "{0}" in quotes if it is a word, or null for nothing',
    ),
    (
        re.compile(r"no|off", re.I),
        (
            'can be read in two ways; write false, "{0}" in quotes if it is a word, or null for'
            " nothing"
        ),
    ),
    (
        re.compile(r"\d{1,3}(:\d{2})+"),
        'can be read as a number; write "{0}" in quotes, or the day and the time',
    ),
    (
        re.compile(r"-?0\d+"),
        (
            'can be read as another number; write "{0}" in quotes, or without the 0 at its start if'
            " it is a count"
        ),
    ),
    (re.compile(r"-?\d[\d_]*_[\d_]*"), "can be read as a number; write it without the _"),
    (re.compile(r"-?0[xob][\da-f_]+", re.I), 'can be read as a number; write "{0}"'),
    (
        re.compile(r"[-+]?\.?\d+(\.\d*)?e[-+]?\d+", re.I),
        'can be read as a number; write "{0}", or all its digits',
    ),
    (
        re.compile(r"[-+]?\.(inf|nan)|\+\d+(\.\d*)?|-?\.\d+|-?\d+\.", re.I),
        "is no number that we read; write it like 0.5 or 12",
    ),
)
ANY_AMBIGUOUS = re.compile(
    "|".join(f"(?:{pattern.pattern})" for pattern, _ in AMBIGUOUS), re.I | re.S
)


class Mapping(dict[str, Any]):
    """A YAML mapping that knows its own place and the place of each key."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}


class Items(tuple[Any, ...]):
    """A YAML list that knows its own place and the place of each item, by index."""

    place: Place
    places: dict[int, Place]

    def __new__(cls, place: Place, values: Iterable[Any], places: Iterable[Place]) -> "Items":
        items = super().__new__(cls, values)
        items.place, items.places = place, dict(enumerate(places))
        return items


Value = Mapping | Items | str | int | bool | Decimal | datetime.date | None
Refusals = Callable[[Mapping], int]  # how much of what a file says its model refuses


def load(path: Path, name: str) -> Mapping:
    """The mapping in the file at `path`, called `name` in problems. Raises Problems with all that
    is wrong."""
    with told_as(RULE):
        written = text.decoded(path, name)
    return parse(written, name)


def parse(written: str, name: str, refusals: Refusals = lambda value: 0) -> Mapping:
    """The mapping that a text says. Raises Problems with all that is wrong; where it cannot be
    read, with a cure after which it can, and after which there are as few `refusals` as may be."""
    with told_as(RULE):
        text.require_readable(written, name)
        return _read(written, name, refusals)


def parse_head(page: str, name: str, refusals: Refusals = lambda value: 0) -> Mapping:
    """The mapping between the two `---` lines at the top of a page, with the page's own line
    numbers. Raises Problems as `parse` does."""
    with told_as(RULE):
        text.require_readable(page, name)
        try:
            head = _head(page)
        except Stumble as stumble:
            raise Problems([_headless(page, stumble, name, refusals)]) from None
        return _read(head, name, refusals)


def _head(page: str) -> str:
    """The text of a head, whose lines have the numbers that they have in the page. Raises Stumble
    where it does not begin or end."""
    first, *others = page.split("\n")
    if not BOUND.fullmatch(first):
        raise Stumble(
            "the page must start with a line ---, its title and other keys, and a line ---"
        )
    if not any(line.strip() for line in others):
        raise Stumble("nothing follows; write the title and other keys of the page, and a line ---")
    below = enumerate(pairwise([first, *others]))
    ends = next((at for at, lines in below if _ends_head(*lines)), len(others) - 1)
    if not BOUND.fullmatch(others[ends]):
        raise Stumble("the head of the page is not closed; put a line --- below its keys", ends + 1)
    if BELOW_HEAD.match("\n".join(others[ends + 1 :])):
        raise Stumble("keys stand below the head; put the line --- below them", ends + 1)
    if not any(nodes.is_content(line) for line in others[:ends]):
        message = "the head of the page is empty; write its title and other keys above"
        raise Stumble(message, ends + 1)
    return "\n".join(["", *others[:ends], ""])


def _ends_head(above: str, line: str) -> bool:
    """Whether a line stands in no head. One that begins with # may be a remark there."""
    return bool(ENDS_HEAD.match(line)) or (line.startswith("# ") and not above.strip())


def _headless(page: str, stumble: Stumble, name: str, refusals: Refusals) -> Problem:
    """The problem of a page whose head does not begin or end. Its cure is a line --- in the place
    of the one that is wrong, beside what else stands on it, above it, or below the keys below."""
    here, *others = page.split("\n")[stumble.line :] or [""]
    around = re.split(r"\s*--+\s*", here, maxsplit=1)
    beside = [part for part in (around[0], "---", *around[1:]) if part]
    keys = list(takewhile(BELOW_HEAD.match, others))
    tries = [
        ([here], ["---"]),
        ([here], beside),
        ([], ["---"]),
        ([here], []),
        ([here, *keys], [*keys, "---"]),
    ]
    helpful = {}
    for old, new in tries:
        edit = Edit(stumble.line + 1, tuple(old), tuple(new))
        with suppress(Stumble):
            helpful[edit] = _refused(_head(edit.applied(page)), name, refusals)
    place = Place(name, stumble.line + 1)
    best = sorted(helpful, key=lambda edit: helpful[edit])[:1]
    return Problem(place, "", stumble.message, cures=tuple(best))


def body(page: str) -> str:
    """What stands below the head of a page."""
    lines = page.split("\n")
    ends = next(number for number, line in enumerate(lines[1:], 2) if BOUND.fullmatch(line))
    return "\n".join(lines[ends:])


def _read(written: str, name: str, refusals: Refusals) -> Mapping:
    problems: list[Problem] = []
    while True:
        try:
            root = nodes.root(written)
        except Stumble as stumble:
            cure = cures.find(written, stumble, lambda text: _refused(text, name, refusals))
            problems.append(_problem(stumble, cure, name))
            if not cure or cure.edit.more > 0 or len(problems) == PER_FILE:
                raise Problems(problems) from None
            # What else is wrong is told too, as if this were cured, at its own line.
            new = (*cure.edit.new, *[""] * -cure.edit.more)
            written = replace(cure.edit, new=new).applied(written)
        else:
            return _value(root, name, problems)


def _problem(stumble: Stumble, cure: Cure | None, name: str) -> Problem:
    """What reading stumbled over, and its cure if there is one."""
    if not cure:
        return Problem(Place(name, stumble.line + 1, stumble.column + 1), "", stumble.message)
    edit = cure.edit
    why = stumble.why if edit.line == stumble.line + 1 else ""
    message = f"{why}; {cure.advice}" if why and why not in cure.advice else cure.advice
    joined = edit.new and edit.more < 0  # to the line above, which was right
    place = Place(name, edit.line - edit.more) if joined else Place(name, edit.line, edit.column)
    return Problem(place, "", message, cures=(edit,))


def _refused(written: str, name: str, refusals: Refusals) -> int:
    """How much is refused of what a text says. Raises Stumble where it cannot be read."""
    root = nodes.root(written)
    try:
        return refusals(_value(root, name, []))
    except Problems as wrong:
        return HIDES_OTHERS + len(wrong.problems)


def _value(root: yaml.Node, name: str, problems: list[Problem]) -> Mapping:
    """The mapping that a node says. Raises Problems, also with those that are known."""
    reader = _Reader(name)
    value = reader.read(root, "")
    if problems or reader.problems or not isinstance(value, Mapping):
        raise Problems([*problems, *reader.problems])
    return value


# Where in a file a value stands. A location is the keys and indexes that lead to it.


def place_of(value: Any, location: Iterable[Step]) -> Place:
    """The place of what lies at `location` in `value`, a Mapping or Items, or of the nearest thing
    that holds it."""
    place: Place = value.place
    for step in existing_steps(value, location):
        place, value = value.places[step], value[step]
    return place


def value_near(value: Any, location: Iterable[Step]) -> Any:
    """What lies at `location` in `value`, or the nearest thing that holds it."""
    for step in existing_steps(value, location):
        value = value[step]
    return value


def existing_steps(value: Any, location: Iterable[Step]) -> list[Step]:
    """The part of `location` that the file itself spells out."""
    steps: list[Step] = []
    for step in location:
        if step not in getattr(value, "places", ()):
            break
        steps.append(step)
        value = value[step]
    return steps


# From nodes to values.


def _place(name: str, mark: yaml.Mark) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


class _Reader:
    """Turns YAML nodes into values and collects every problem on the way."""

    def __init__(self, name: str):
        self.name = name
        self.problems: list[Problem] = []

    def refuse(self, node: yaml.Node, field: str, message: str) -> None:
        self.problems.append(Problem(_place(self.name, node.start_mark), field, message))

    def read(self, node: yaml.Node, field: str) -> Value:
        """The value of a node that stands in the field, or None where it is refused."""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self._items(node, field)
        if isinstance(node, yaml.ScalarNode) and not node.style:
            return self._plain(node, field)
        return self._text(node, field)

    def _text(self, node: yaml.Node, field: str) -> str | None:
        """A text in quotes or below >-. In quotes it can hold what nobody sees, written out."""
        if wrong := _unreadable_text(node.value):
            self.refuse(node, field, wrong)
            return None
        return str(node.value)

    def _items(self, node: yaml.SequenceNode, field: str) -> Items:
        place = _place(self.name, node.start_mark)
        values = [self.read(item, field) for item in node.value]
        return Items(place, values, [_place(self.name, item.start_mark) for item in node.value])

    def _mapping(self, node: yaml.MappingNode) -> Mapping:
        mapping = Mapping(_place(self.name, node.start_mark))
        for key, value in node.value:
            if escape := text.hidden(key.value):
                self.refuse(key, "", f"a key has {escape} in it, which nobody can see; delete it")
            else:
                mapping.places[key.value] = _place(self.name, key.start_mark)
                mapping[key.value] = self.read(value, key.value)
        return mapping

    def _plain(self, node: yaml.Node, field: str) -> Value:
        """The value of text without quotes."""
        text = node.value
        if wrong := _misread(text):
            self.refuse(node, field, wrong)
            return None
        if text.lower() in WORDS:
            return WORDS[text.lower()]
        if DATE.fullmatch(text):
            return self._date(node, field)
        if INTEGER.fullmatch(text):
            return int(text)
        return Decimal(text) if DECIMAL.fullmatch(text) else str(text)

    def _date(self, node: yaml.Node, field: str) -> datetime.date | None:
        try:
            return datetime.date.fromisoformat(node.value)
        except ValueError:
            message = (
                f"{node.value} is not a day that exists; write year-month-day, like 2026-03-31"
            )
            self.refuse(node, field, message)
            return None


def _misread(text: str) -> str | None:
    """What to do about text without quotes that is empty, or that can be read in another way."""
    if not text:
        return "is empty; write what belongs there, or delete the line"
    for pattern, advice in AMBIGUOUS if ANY_AMBIGUOUS.fullmatch(text) else ():
        if pattern.fullmatch(text):
            return f"{text} {advice.format(text)}"
    return _too_many_digits(text)


def _too_many_digits(text: str) -> str | None:
    if len(text) <= DIGITS or not (INTEGER.fullmatch(text) or DECIMAL.fullmatch(text)):
        return None
    digits = sum(letter.isdigit() for letter in text)
    if digits <= DIGITS:
        return None
    return (
        f"has {digits:,} digits, and no figure here needs more than {DIGITS}; correct it, or put it"
        " in quotes if it is no figure"
    )


def _unreadable_text(value: str) -> str | None:
    """What to do about a text that has in it what nobody can see, or that nobody would read."""
    if escape := text.hidden(value):
        return f"has {escape} in it, which nobody can see; delete it there"
    if len(value) > LONGEST:
        return (
            f"has {len(value):,} characters, and no text here can have more than {LONGEST:,};"
            " shorten it"
        )
    return None
