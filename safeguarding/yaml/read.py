"""YAML -> plain values, each of which knows its file and line.

PyYAML alone reads `10:30` as 630 and `no` as False, lets the last of two equal keys win, and gives
an impossible date no line. Here a scalar is what it looks like, or it is a Problem that says what
to write. Numbers keep the digits they were written with: `6.0` stays 6.0.
"""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import yaml

from safeguarding.problem import Place, Problem, Problems, told_as
from safeguarding.yaml import cures, text
from safeguarding.yaml.cures import Cure

RULE = "yaml"  # the name of what is broken where a file cannot be read
Step = str | int  # a key of a mapping, or an index of a list

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PLAIN_TAG = re.compile(r"tag:yaml.org,2002:(str|int|float|bool|null|seq|map|timestamp|merge|value)")
INTEGER = re.compile(r"-?(0|[1-9]\d*)")
DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+")
DIGITS = 15  # more than any figure needs; Python itself reads no number of more than 4,300
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
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
HEADING = re.compile(r"\s*[a-z_]\w*\s*|.*:.*")
UNSPACED_KEY = re.compile(r"[\w-]+:\S")
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
    (
        re.compile(r"[\u201c\u201e\u2018].*[\u201d\u2019]|[\u201c\u201d][^\u201c\u201d]*", re.S),
        "has curly quotes around it; write straight ones, or none",
    ),
    (
        re.compile(r"[^\[]*\]|[^{]*\}"),
        (
            "ends with a bracket that nothing opened; put one where it should open, or put all of"
            " it in quotes"
        ),
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
    root = _compose(written, name)
    reader = _Reader(name)
    value = reader.read(root, "")
    if not reader.problems and not isinstance(value, Mapping):
        reader.refuse(root, "", 'the file must start with "key: value" lines')
    if reader.problems or not isinstance(value, Mapping):
        raise Problems(reader.problems)
    return value


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


# From text to the nodes of YAML, with nothing in them that was not meant.


def _compose(written: str, name: str) -> yaml.Node:
    """The root of what YAML makes of a text. Raises Problems with the first thing that is wrong."""
    lines = written.split("\n")
    try:
        _refuse_misreadings(lines, written, name)
        node = yaml.compose(written, Loader)
    except yaml.MarkedYAMLError as error:
        raise Problems([_unreadable(lines, name, error)]) from None
    except yaml.YAMLError as error:
        raise _problem_at(Place(name), f"cannot be read ({error})") from None
    if node is None:
        raise _problem_at(Place(name), "the file is empty; add its records, or delete it")
    return node


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


def _refuse_misreadings(lines: list[str], written: str, name: str) -> None:
    """Raises Problems with the first thing that YAML can read, but not as it was meant."""
    bracketed = [False]  # whether each list and mapping that is open stands between brackets
    for event in yaml.parse(written, Loader):
        if sign := _reserved_sign(event):
            raise _problem_at(
                _place(name, event.start_mark),
                f"text cannot begin with {sign} here; put all of it in quotes",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            bracketed.append(bool(event.flow_style))
            if len(bracketed) > DEEPEST:
                raise Problems([Problem(_place(name, event.start_mark), "", TOO_DEEP)])
        elif isinstance(event, yaml.CollectionEndEvent):
            bracketed.pop()
        elif isinstance(event, yaml.ScalarEvent) and event.style in OF_ONE_LINE:
            _require_one_line(lines, name, event, bracketed[-1])


def _reserved_sign(event: yaml.Event) -> str:
    """The sign that makes something else of what follows it, if the event has one: no file here
    names one part of itself in another."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    return "&" if getattr(event, "anchor", None) else ""


def _require_one_line(
    lines: list[str], name: str, event: yaml.ScalarEvent, bracketed: bool
) -> None:
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon
    or an indentation is wrong, and this raises Problems."""
    begins, ends = _place(name, event.start_mark), _place(name, event.end_mark)
    runs_on = ends.line > begins.line
    if runs_on and event.style:
        raise _problem_at(
            begins,
            "the quote that opens here does not close on its line; close it, or write >- and the"
            " text below",
        )
    if runs_on and bracketed:
        raise _problem_at(
            begins,
            "runs on into the lines below; close the bracket, or put a comma here",
        )
    if runs_on:
        raise Problems([_run_on(lines, name, begins.line - 1, ends.line - 1)])
    if event.style or not LETTER.search(event.value):
        return
    if REMARK.match(lines[ends.line - 1][ends.column - 1 :]):
        raise _problem_at(
            ends,
            "what follows # is left out; put the text in quotes, or the comment on a line of its"
            " own",
        )


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


# From nodes to values.


class _Reader:
    """Turns YAML nodes into values and collects every problem on the way."""

    def __init__(self, name: str):
        self.name = name
        self.problems: list[Problem] = []

    def refuse(self, node: yaml.Node, field: str, message: str) -> None:
        self.problems.append(Problem(_place(self.name, node.start_mark), field, message))

    def read(self, node: yaml.Node, field: str) -> Value:
        """The value of a node that stands in the field, or None where it is refused."""
        if not PLAIN_TAG.fullmatch(node.tag):
            self.refuse(node, field, "text cannot begin with ! here; put all of it in quotes")
            return None
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
        doubled = []
        for key, value in node.value:
            if wrong := _wrong_key(key, value, mapping, bool(node.flow_style)):
                self.refuse(key, "", wrong)
            elif key.value in mapping:
                doubled.append(key)
            else:
                mapping.places[key.value] = _place(self.name, key.start_mark)
                mapping[key.value] = self.read(value, key.value)
        self._refuse_doubled(doubled, mapping)
        return mapping

    def _refuse_doubled(self, keys: list[yaml.ScalarNode], mapping: Mapping) -> None:
        if len(keys) > 1:
            message = (
                "a new entry seems to begin here; put a hyphen and a space before its first line"
            )
            self.refuse(keys[0], "", message)
        elif keys:
            key = keys[0].value
            message = (
                f"is written twice (first on line {mapping.places[key].line}); keep one. If a new"
                " entry begins here, put a hyphen and a space before it"
            )
            self.refuse(keys[0], key, message)

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
    if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
        return "has a quote that opens or closes alone; write the other one, or delete it"
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


def _wrong_key(key: yaml.Node, value: yaml.Node, before: Mapping, bracketed: bool) -> str | None:
    """What to do about a key that is none. `before` are the keys and values that come before it."""
    if not isinstance(key, yaml.ScalarNode):
        return "a key must be one word; put [[ ]] in quotes if it is text"
    if escape := text.hidden(key.value):
        return f"a key has {escape} in it, which nobody can see; delete it"
    if cures.NO_DASH.match(key.value):
        return cures.DASH
    if bracketed and key.end_mark.index == value.start_mark.index == value.end_mark.index:
        return _accidental_key(key.value, before)
    if key.value not in before and key.value[:1] in CURLY_QUOTES:
        return f"{key.value} has curly quotes around it; write straight ones, or none"
    return None


def _accidental_key(key: str, before: Mapping) -> str:
    """What to do where a comma between brackets has made a key of a piece of text."""
    if UNSPACED_KEY.match(key):
        return f"put a space after the colon: {key.replace(':', ': ', 1)}"
    last = next(reversed(before.values()), None)
    if re.fullmatch(r"[\d.]+", key) and isinstance(last, int):
        if re.match(r"\d{3}(?!\d)", key):
            return f"write the number without a comma: {last}{key}"
        return f"write a point in place of the comma: {last}.{key}"
    return (
        f"{key} has no colon; put one after its key, or put the whole text in quotes, if the"
        " comma before it belongs to the text"
    )
