"""YAML -> texts, lists and mappings, each of which knows its file and line.

What a text means, its field decides: here `10:30`, `no` and `012` are the letters that stand there,
with quotes or without. Only what is empty, or null, is nothing.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

import yaml

from safeguarding.problem import Place, Problem, Problems, told_as
from safeguarding.yaml import cures, text
from safeguarding.yaml.cures import Cure

RULE = "yaml"  # the name of what is broken where a file cannot be read
Event = Any  # a piece of YAML: a value, or the beginning or the end of what holds some
Step = str | int  # a key of a mapping, or an index of a list

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes every value for text

NULL = ("", "~", "null", "Null", "NULL")
BOUND, NEARLY_BOUND = (
    re.compile(r"---[ \t]*"),
    re.compile(r"[-\u2010-\u2015]{2,5}[ \t]*|[\u2010-\u2015][ \t]*"),
)
BODY = re.compile(r"#+ |\[\[|!!! |<")  # what a page's head never begins a line with
DEEPEST = 30  # levels: far more than any model has
TOO_DEEP = f"stands more than {DEEPEST} levels deep; check the brackets and the indentation"
LONGEST = 20_000  # characters of one text
OF_ONE_LINE = ("", None, "'", '"')  # how text is written that ends where its line does
CURLY_QUOTES = "\u201c\u2018"  # that open
TAB = re.compile(r"( *)\t")
UNCLOSED = re.compile("quoted|flow|simple key")  # in what YAML says: something opened before
LETTER = re.compile(r"[^\d.-]")
REMARK = re.compile(r"\s+#")
NO_REMARK = re.compile(r"\s+#\S")  # in the place of a text, like: #2 of three
HEADING = re.compile(r"\s*[a-z_]\w*\s*|.*:.*")
UNSPACED_KEY = re.compile(r"[\w-]+:\S")
INTEGER = re.compile(r"-?\d+")
SUSPECT = re.compile('[]}"\u2018-\u201e]')  # a sign that all text has of which _misread tells
# What nobody means who writes text without quotes, and what to do about it.
NOT_MEANT = (
    (
        re.compile(r"[\u201c\u201e\u2018].*[\u201d\u2019]|[\u201c\u201d][^\u201c\u201d]*", re.S),
        "has curly quotes around it; write straight ones, or none",
    ),
    (
        re.compile(r"[^\[]*\]|[^{]*\}"),
        "ends with a bracket that nothing opened; put one where it should open, or put all of it in"
        " quotes",
    ),
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


Value = Mapping | Items | str | None


def load(path: Path, name: str) -> Mapping:
    """The mapping in the file at `path`, called `name` in problems. Raises Problems with all that
    is wrong."""
    with told_as(RULE):
        written = text.decoded(path, name)
    return parse(written, name)


def parse(written: str, name: str) -> Mapping:
    """The mapping that a text says. Raises Problems with all that is wrong."""
    with told_as(RULE):
        text.require_readable(written, name)
        return _read(written, name)


def parse_head(page: str, name: str) -> Mapping:
    """The mapping between the two `---` lines at the top of a page, with the page's own line
    numbers. Raises Problems with all that is wrong."""
    with told_as(RULE):
        text.require_readable(page, name)
        return _read("\n" + _head(page.split("\n"), name), name)


def _head(lines: list[str], name: str) -> str:
    """The text of a head, whose lines follow the first one. Raises Problems with what is wrong."""
    if not BOUND.fullmatch(lines[0]):
        raise _headless(
            name,
            1,
            "the page must start with a line ---, its title and other keys, and a line ---",
        )
    if not any(line.strip() for line in lines[1:]):
        raise _headless(
            name, 1, "nothing follows; write the title and other keys of the page, and a line ---"
        )
    ends = next(
        (number for number, line in enumerate(lines[1:], 2) if _ends_head(line)), len(lines)
    )
    last, inside = lines[ends - 1], lines[1 : ends - 1]
    if not BOUND.fullmatch(last):
        cure = (
            "write three hyphens here"
            if NEARLY_BOUND.fullmatch(last)
            else "put a line of three hyphens above this line"
        )
        raise _headless(name, ends, f"the head of the page is not closed: {cure}: ---")
    if all(not line.strip() or line.lstrip().startswith("#") for line in inside):
        raise _headless(
            name, ends, "the head of the page is empty; write its title and other keys above"
        )
    return "\n".join(inside) + "\n"


def _ends_head(line: str) -> bool:
    """Whether a line closes a head, or shows that it should have been closed."""
    return bool(BOUND.fullmatch(line) or NEARLY_BOUND.fullmatch(line) or BODY.match(line))


def _headless(name: str, line: int, message: str) -> Problems:
    return Problems([Problem(Place(name, line), "", message)])


def body(page: str) -> str:
    """What stands below the head of a page."""
    lines = page.split("\n")
    ends = next(number for number, line in enumerate(lines[1:], 2) if BOUND.fullmatch(line))
    return "\n".join(lines[ends:])


def _read(written: str, name: str) -> Mapping:
    text.require_plain_spaces(written, name)
    _refuse_tabs(written, name)
    try:
        return _Reader(written, name).whole()
    except yaml.MarkedYAMLError as error:
        raise Problems([_unreadable(written.split("\n"), name, error)]) from None
    except yaml.YAMLError as error:
        raise _problem_at(Place(name), f"cannot be read ({error})") from None


def _refuse_tabs(written: str, name: str) -> None:
    problems = []
    for number, line in enumerate(written.split("\n"), 1):
        if tab := TAB.match(line):
            place = Place(name, number, len(tab[1]) + 1)
            problems.append(Problem(place, "", "a tab; indent with spaces"))
    if problems:
        raise Problems(problems)


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


# What to do where YAML cannot be read.


def _problem_at(place: Place, message: str) -> Problems:
    """The one problem at which the reading of a file ends."""
    return Problems([Problem(place, "", message)])


class _Mark(Protocol):
    """A spot in a text as YAML names it. `line` and `column` count from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def _place(name: str, mark: _Mark | None) -> Place:
    """The same as problems name it; the beginning of the file where YAML names none."""
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _unreadable(lines: list[str], name: str, error: yaml.MarkedYAMLError) -> Problem:
    """What YAML stumbled over: what can be seen to be wrong near by, or only the place."""
    marks: list[_Mark | None] = [error.problem_mark, error.context_mark]
    if "document start" in (error.problem or ""):  # what begins the file ended too soon
        marks.insert(0, _first_value(lines))
    if UNCLOSED.search(error.context or ""):  # what was opened matters more than where it ends
        marks.reverse()
    places = [_place(name, mark) for mark in marks if mark]
    numbers = [place.line - 1 for place in places]
    near = [line for number in numbers for line in (number, _above(lines, number))]
    cure = cures.diagnose(lines, near, _reads)
    if cure:
        return Problem(Place(name, cure.line + 1, cure.column + 1), "", cure.advice)
    return Problem(
        places[0],
        "",
        "cannot be read; check the indentation, the colons and the quotes here and just above. A"
        " remark begins with #",
    )


def _first_value(lines: list[str]) -> _Mark | None:
    """Where the first thing of the file begins."""
    values = (yaml.ScalarEvent, yaml.CollectionStartEvent)
    events = yaml.parse("\n".join(lines), Loader)
    return next(event.start_mark for event in events if isinstance(event, values))


def _reads(written: str) -> bool:
    """Whether a text can be read by itself."""
    try:
        yaml.compose(written, Loader)
    except yaml.YAMLError:
        return False
    return True


def _above(lines: list[str], number: int) -> int:
    """The nearest line above that is not empty, by index; the line itself if there is none."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), number)


def _run_on(lines: list[str], name: str, first: int, last: int) -> Problem:
    """What to do about text that goes on over several lines, from `first` to `last` by index,
    without saying so."""
    if cures.NO_DASH.match(lines[first]):
        return Problem(Place(name, first + 1), "", cures.DASH)
    starts_entry = lines[first].lstrip().startswith("- ")
    followed = any(line.lstrip().startswith("- ") for line in lines[first : last + 2])
    if followed and not starts_entry and not HEADING.fullmatch(lines[first]):
        return Problem(
            Place(name, first + 1),
            "",
            "begins no entry; put a hyphen and a space before it, or # if it is a remark",
        )
    above = _above(lines, first)
    heading = lines[above].rstrip()
    is_text = not starts_entry and not cures.WRITTEN.match(lines[first])
    if heading.endswith(":") and is_text and not heading.lstrip().startswith("#"):
        return Problem(
            Place(name, above + 1, len(heading)),
            "",
            "the text below goes on over several lines; put a space and >- after the colon",
        )
    below = next(number for number in range(first + 1, last + 1) if lines[number].strip())
    cure = cures.diagnose(lines, (below, first), _reads) or Cure(
        below,
        0,
        f"reads as more of the text on line {first + 1}; write >- after the colon there and all of"
        " the text below, or check the colon and the indentation here",
    )
    return Problem(Place(name, cure.line + 1, cure.column + 1), "", cure.advice)


# From the events of YAML to values.


class _Reader:
    """Reads a text from beginning to end. Collects every problem of a value on the way, and raises
    Problems with the first thing that YAML reads, but not as it was meant."""

    def __init__(self, written: str, name: str):
        self.name, self.lines = name, written.split("\n")
        self._next: Callable[[], Event] = Loader(written).get_event
        self.problems: list[Problem] = []

    def whole(self) -> Mapping:
        """The mapping that the text says. Raises Problems with all that is wrong, or YAMLError."""
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise _problem_at(Place(self.name), "the file is empty; add its records, or delete it")
        first = self._next()
        value = self._value(first, "", 1, bracketed=False)
        self._next()  # the document ends
        if not isinstance(more := self._next(), yaml.StreamEndEvent):
            raise yaml.MarkedYAMLError(None, first.start_mark, "a second document", more.start_mark)
        if not self.problems and not isinstance(value, Mapping):
            self._refuse(first, "", 'the file must start with "key: value" lines')
        if self.problems or not isinstance(value, Mapping):
            raise Problems(self.problems)
        return value

    def _refuse(self, event: Event, field: str, message: str) -> None:
        self.problems.append(Problem(self._place(event), field, message))

    def _place(self, event: Event) -> Place:
        return _place(self.name, event.start_mark)

    def _value(self, event: Event, field: str, depth: int, *, bracketed: bool) -> Value:
        """What begins with the event and stands in the field, `depth` levels deep; `bracketed` if
        that is between brackets."""
        self._require_meant(event, field, bracketed)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, field)
        if depth >= DEEPEST:
            raise _problem_at(self._place(event), TOO_DEEP)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth + 1)
        return self._items(event, field, depth + 1)

    def _require_meant(self, event: Event, field: str, bracketed: bool) -> None:
        if sign := _reserved_sign(event):
            message = f"text cannot begin with {sign} here; put all of it in quotes"
            raise Problems([Problem(self._place(event), field, message)])
        if isinstance(event, yaml.ScalarEvent) and event.style in OF_ONE_LINE:
            _require_one_line(self.lines, self.name, event, bracketed)

    def _items(self, begins: Event, field: str, depth: int) -> Items:
        values, places = [], []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, field, depth, bracketed=begins.flow_style))
            places.append(self._place(event))
        return Items(self._place(begins), values, places)

    def _mapping(self, begins: Event, depth: int) -> Mapping:
        mapping = Mapping(self._place(begins))
        bracketed = begins.flow_style
        doubled = []
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            name = self._key(key, depth, bracketed)
            event = self._next()
            value = self._value(event, name or "", depth, bracketed=bracketed)
            alone = key.end_mark.index == event.start_mark.index == event.end_mark.index
            if name is None:
                self._refuse(key, "", "a key must be one word; put [[ ]] in quotes if it is text")
            elif wrong := _wrong_key(key, mapping, without_colon=bracketed and alone):
                self._refuse(key, "", wrong)
            elif name in mapping:
                doubled.append(key)
            else:
                mapping[name], mapping.places[name] = value, self._place(key)
        self._refuse_doubled(doubled, mapping)
        return mapping

    def _key(self, event: Event, depth: int, bracketed: bool) -> str | None:
        """The text of a key; None where it is none."""
        self._require_meant(event, "", bracketed)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self._value(event, "", depth, bracketed=bracketed)
        return None

    def _refuse_doubled(self, keys: list[Event], mapping: Mapping) -> None:
        if len(keys) > 1:
            message = (
                "a new entry seems to begin here; put a hyphen and a space before its first line"
            )
            self._refuse(keys[0], "", message)
        elif keys:
            key = keys[0].value
            message = (
                f"is written twice (first on line {mapping.places[key].line}); keep one. If a new"
                " entry begins here, put a hyphen and a space before it"
            )
            self._refuse(keys[0], key, message)

    def _text(self, event: Event, field: str) -> str | None:
        """The text itself; None where nothing stands, or null without quotes."""
        if not event.style and event.value in NULL:
            return None
        wrong = _unreadable_text(event) if event.style else _misread(event.value)
        if wrong:
            self._refuse(event, field, wrong)
        return str(event.value)


def _reserved_sign(event: Event) -> str:
    """The sign that makes something else of what follows it, if the event has one: no file here
    names one part of itself in another, or says what kind a value is of."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    return "&" if event.anchor else "!" if event.tag else ""


def _require_one_line(lines: list[str], name: str, event: Event, bracketed: bool) -> None:
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon
    or an indentation is wrong, and this raises Problems."""
    begins, ends = event.start_mark, event.end_mark
    runs_on = ends.line > begins.line
    if runs_on and event.style:
        raise _problem_at(
            _place(name, begins),
            "the quote that opens here does not close on its line; close it, or write >- and the"
            " text below",
        )
    if runs_on and bracketed:
        raise _problem_at(
            _place(name, begins),
            "runs on into the lines below; close the bracket, or put a comma here",
        )
    if runs_on:
        raise Problems([_run_on(lines, name, begins.line, ends.line)])
    rest = lines[ends.line][ends.column :]
    cut = LETTER.search(event.value) and REMARK.match(rest)
    if not event.style and (cut or (not event.value and NO_REMARK.match(rest))):
        raise _problem_at(
            _place(name, ends),
            "what follows # is left out; put the text in quotes, or the comment on a line of its"
            " own",
        )


def _misread(text: str) -> str | None:
    """What to do about text without quotes that nobody can have meant."""
    if not SUSPECT.search(text):
        return None
    for pattern, advice in NOT_MEANT:
        if pattern.fullmatch(text):
            return f"{text} {advice}"
    if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
        return "has a quote that opens or closes alone; write the other one, or delete it"
    return None


def _unreadable_text(event: Event) -> str | None:
    """What to do about a text that has in it what nobody can see, or that nobody would read."""
    if escape := _hidden(event):
        return f"has {escape} in it, which nobody can see; delete it there"
    if len(event.value) > LONGEST:
        return (
            f"has {len(event.value):,} characters, and no text here can have more than"
            f" {LONGEST:,}; shorten it"
        )
    return None


def _hidden(event: Event) -> str:
    """What nobody can see in a text, written out: only between double quotes it can be."""
    return text.hidden(event.value) if event.style == '"' else ""


def _wrong_key(event: Event, before: Mapping, *, without_colon: bool) -> str | None:
    """What to do about a key that is none. `before` are the keys and values that come before it."""
    key = event.value
    if escape := _hidden(event):
        return f"a key has {escape} in it, which nobody can see; delete it"
    if cures.NO_DASH.match(key):
        return cures.DASH
    if without_colon:
        return _accidental_key(key, before)
    if key not in before and key[:1] in CURLY_QUOTES:
        return f"{key} has curly quotes around it; write straight ones, or none"
    return None


def _accidental_key(key: str, before: Mapping) -> str:
    """What to do where a comma between brackets has made a key of a piece of text."""
    if UNSPACED_KEY.match(key):
        return f"put a space after the colon: {key.replace(':', ': ', 1)}"
    last = str(next(reversed(before.values()), ""))
    if re.fullmatch(r"[\d.]+", key) and INTEGER.fullmatch(last):
        if re.match(r"\d{3}(?!\d)", key):
            return f"write the number without a comma: {last}{key}"
        return f"write a point in place of the comma: {last}.{key}"
    return (
        f"{key} has no colon; put one after its key, or put the whole text in quotes, if the"
        " comma before it belongs to the text"
    )
