"""YAML -> texts, lists and mappings, each of which knows its file and line, with nothing in them
that was not meant.

What a text means, its field decides: here `10:30`, `no` and `012` are the letters that stand there,
with quotes or without. Only what is empty, or null, is nothing.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import yaml

from safeguarding import limits
from safeguarding.problem import Place, Problem, Problems
from safeguarding.yaml.text import OTHER_SPACE, hidden

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes every value for text

Event = Any  # a piece of YAML: a value, or the beginning or the end of what holds some
Step = str | int  # a key of a mapping, or an index of a list

NULL = ("", "~", "null", "Null", "NULL")
ON = ("true", "True", "TRUE")  # what programs that read YAML 1.1 make of the key `on`
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
LETTER = re.compile(r"[^\d.-]")
FURTHER_IN = re.compile(r"\n +(.*)")  # a line of text below >-
REMARK = re.compile(r"\s+#")
NO_REMARK = re.compile(r"\s+#\S")  # in the place of a text, like: #2 of three
# Begins what is no further line of words, but an entry, a key or a value.
ELSE = re.compile(r"[^\w(\u2018\u201c]|\w{1,2}[.)] |[\w-]+ *[:=]|\d[\d :-]*$")
BULLET = re.compile(r"[-\u2010-\u2015•*]|\w{1,2}[.)] ")
CURLY = re.compile(r"[\u201c\u201e\u2018].*[\u201d\u201c\u2019]|[\u201c\u201d][^\u201c\u201d]*")
UNOPENED = re.compile(r"[^\[]*\]|[^{]*\}")


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


Value = Mapping | Items | str | None


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


# From text to values.


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


def read(text: str, name: str) -> Mapping:
    """The mapping that a text says, called `name` in problems. Raises Stumble where it cannot be
    read, or Problems where nobody can see what it says."""
    odd = _odd_space(text)
    try:
        value = _Reader(text, name).whole()
    except Stumble as stumble:
        first = odd and (odd.line, odd.column) <= (stumble.line, stumble.column)
        raise odd if odd and first else stumble from None
    if odd:
        raise odd
    return value


def _odd_space(text: str) -> Stumble | None:
    """The first space that is none, if there is one."""
    space = ODD_SPACE.search(text)
    if not space:
        return None
    before = text[: space.end() - 1]
    message = "a tab" if space[0].endswith("\t") else "a space of another kind"
    return Stumble(message, before.count("\n"), len(before) - before.rfind("\n") - 1)


def _stumble(lines: list[str], error: yaml.MarkedYAMLError) -> Stumble:
    marks: list[Any] = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if OPENED.search(error.context or ""):  # what was opened matters more than where it ends
        marks.reverse()
    near: list[int] = [mark.line for mark in marks]
    if "document start" in (error.problem or ""):  # what begins the file ended too soon
        near.insert(0, next(at for at, line in enumerate(lines) if is_content(line)))
    return Stumble(CANNOT_BE_READ, near[0], marks[0].column, near)


def key_of(said: str, style: str | None) -> str:
    """The key that is meant, of one that is written without quotes if it has no `style`: `on`,
    where a program took it for a yes and wrote it back as `true`. No key here is called `true`."""
    return "on" if not style and said in ON else said


def is_content(line: str) -> bool:
    """Whether a line is neither empty nor a remark."""
    return line.strip(" \t") != "" and not line.lstrip().startswith("#")


def _at(event: Event, message: str, near: Iterable[int] | None = None) -> Stumble:
    return Stumble(message, event.start_mark.line, event.start_mark.column, near)


class _Reader:
    """Reads a text from beginning to end. Collects every problem of a value on the way, and raises
    Stumble at the first thing that YAML cannot read, or reads, but not as it was meant."""

    def __init__(self, text: str, name: str):
        self.text, self.name, self.lines = text, name, text.split("\n")
        self.problems: list[Problem] = []
        self._next_event: Callable[[], Event] = Loader(text).get_event

    def whole(self) -> Mapping:
        """The mapping that the text says. Raises Problems with all that is wrong with values."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise Stumble("the file is empty; add its records, or delete it", near=())
        first = self._next()
        value = self._value(first, "", 1)
        self._next()  # the document ends
        if not isinstance(more := self._next(), yaml.StreamEndEvent):
            raise _at(more, CANNOT_BE_READ, [more.start_mark.line, first.start_mark.line])
        if not isinstance(value, Mapping):
            near = (len(self.lines) - 1, first.start_mark.line)  # no part of it can be right
            raise _at(first, 'the file must start with "key: value" lines', near)
        if self.problems:
            raise Problems(self.problems)
        return value

    def _next(self) -> Event:
        try:
            return self._next_event()
        except yaml.MarkedYAMLError as error:
            raise _stumble(self.lines, error) from None
        except yaml.YAMLError as error:
            raise Stumble(f"cannot be read ({error})") from None

    def _place(self, event: Event) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _value(self, event: Event, field: str, depth: int, *, wraps: bool = False) -> Value:
        """What begins with the event and stands in the field, `depth` levels deep. If it `wraps`, a
        text may go on in the lines below."""
        self._require_meant(event, wraps=wraps)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, field)
        if depth > limits.DEPTH:
            message = f"stands more than {limits.DEPTH} levels deep; check brackets and indentation"
            raise _at(event, message, near=())
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth + 1)
        return self._items(event, field, depth + 1)

    def _require_meant(self, event: Event, *, wraps: bool = False) -> None:
        if sign := _reserved_sign(event):
            raise _at(event, f"text cannot begin with {sign} here; put all of it in quotes")
        if isinstance(event, yaml.ScalarEvent):
            _require_lines(event, self.lines, wraps=wraps)

    def _items(self, begins: Event, field: str, depth: int) -> Items:
        values, places = [], []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, field, depth))
            places.append(self._place(event))
        return Items(self._place(begins), values, places)

    def _mapping(self, begins: Event, depth: int) -> Mapping:
        mapping = Mapping(self._place(begins))
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            name = self._key(key, mapping)
            event = self._next()
            if begins.flow_style and key.end_mark.index == event.end_mark.index:
                raise _at(key, f"{name} has no colon; put the text in quotes, if a comma is in it")
            beside = key.end_mark.line == event.start_mark.line
            wraps = beside and not begins.flow_style
            mapping[name] = self._value(event, name, depth, wraps=wraps)
            mapping.places[name] = self._place(key)
        return mapping

    def _key(self, event: Event, before: Mapping) -> str:
        """The text of a key. `before` are those that come before it."""
        if not isinstance(event, yaml.ScalarEvent):
            raise _at(event, "a key must be one word; put [[ ]] in quotes if it is text")
        self._require_meant(event)
        key = key_of(str(event.value), event.style)
        if escape := _hidden(event):
            message = f"a key has {escape} in it, which nobody can see; delete it"
            self.problems.append(Problem(self._place(event), "", message))
        if BULLET.match(key):
            raise _at(event, DASH)
        if not event.style and not key[:1].isalnum():
            raise _at(event, "a key begins with a letter or a figure")
        if key in before:
            first, here = before.places[key].line, self._place(event).line - 1
            message = (
                f"{key} is written twice (first on line {first}); keep one. If a new entry begins"
                " here, put a hyphen and a space before it"
            )
            raise _at(event, message, [*range(here, max(first - 1, here - 5), -1), first - 1])
        return key

    def _text(self, event: Event, field: str) -> str | None:
        """The text itself; None where nothing stands, or null without quotes."""
        if not event.style and event.value in NULL:
            return None
        if wrong := _unreadable(event):
            self.problems.append(Problem(self._place(event), field, wrong))
        return str(event.value)


def _reserved_sign(event: Event) -> str:
    """The sign that makes something else of what follows it, if the event has one: no file here
    names one part of itself in another, or a type."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    return "&" if event.anchor else "!" if event.tag else ""


def _require_lines(event: Event, lines: list[str], *, wraps: bool) -> None:
    """Text without >- or |- ends where its line does, or `wraps` into lines further in, none of
    which can be anything else. Where it runs on or is cut, a quote, a colon or an indentation is
    wrong."""
    first, last, column = event.start_mark.line, event.end_mark.line, event.end_mark.column
    if event.style == ">" and (further := FURTHER_IN.search(event.value)):
        line = next(at for at in range(first + 1, last + 1) if further[1] in lines[at])
        raise Stumble("the lines of the text below >- stand equally far in", line)
    if event.style in (">", "|"):
        return
    below = [line.strip() for line in lines[first + 1 : last + 1]]
    if below and not (wraps and all(line and not ELSE.match(line) for line in below)):
        raise _at(
            event,
            RUNS_ON,
            [first + 1, first, *range(first + 2, min(last, first + 3) + 1)],
        )
    if event.style:
        return
    rest = "".join(lines[last : last + 1])[column:]  # YAML may name the line after the last
    cut = LETTER.search(event.value) and REMARK.match(rest)
    if cut or (not event.value and NO_REMARK.match(rest)):
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


def _hidden(event: Event) -> str:
    """What nobody can see in a text, written out: only between double quotes it can be."""
    return hidden(event.value) if event.style == '"' else ""


def _unreadable(event: Event) -> str:
    """What to do about a text that has in it what nobody can see, or that nobody would read."""
    if escape := _hidden(event):
        return f"has {escape} in it, which nobody can see; delete it there"
    if len(event.value) > limits.TEXT:
        return (
            f"has {len(event.value):,} characters, and no text here can have more than"
            f" {limits.TEXT:,}; shorten it"
        )
    return ""
