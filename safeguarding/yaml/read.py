"""YAML -> plain values, each of which knows its file and line.

PyYAML alone reads `10:30` as 630 and `no` as False, lets the last of two equal keys win, and gives
an
impossible date no line. Here a scalar is what it looks like, or it is a Problem that says what to
write.
Numbers keep the digits they were written with: `6.0` stays 6.0.
"""

import datetime
import re
from decimal import Decimal
from pathlib import Path

import yaml

from safeguarding.problem import Place, Problem, Problems
from safeguarding.yaml import cures as slips
from safeguarding.yaml import text

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

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
WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}
TRAPS = (
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


class Mapping(dict):
    """A YAML mapping that knows its own place and the place of each key."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.places = {}


class Items(tuple):
    """A YAML list that knows its own place and the place of each item, by index."""

    def __new__(cls, place, values, places):
        items = super().__new__(cls, values)
        items.place, items.places = place, dict(enumerate(places))
        return items


def load(path: Path, name: str) -> Mapping:
    """The mapping in the file at `path`, called `name` in problems. Raises Problems with all that
    is wrong."""
    return parse(text.decoded(path, name), name)


def parse(written: str, name: str) -> Mapping:
    """The mapping that a text says. Raises Problems with all that is wrong."""
    text.require_readable(written, name)
    return _read(written, name)


def parse_head(page: str, name: str) -> Mapping:
    """The mapping between the two `---` lines at the top of a page, with the page's own line
    numbers."""
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
    return "\n".join(
        lines[next(number for number, line in enumerate(lines[1:], 2) if BOUND.fullmatch(line)) :]
    )


def _read(written, name):
    text.require_plain_spaces(written, name)
    tabs = [
        Problem(Place(name, number, len(found[1]) + 1), "", "a tab; indent with spaces")
        for number, line in enumerate(written.split("\n"), 1)
        if (found := re.match(r"( *)\t", line))
    ]
    if tabs:
        raise Problems(tabs)
    root = _compose(written, name)
    reader = _Reader(name)
    value = reader.read(root, "")
    if not reader.problems and not isinstance(value, Mapping):
        reader.complain(root, "", 'the file must start with "key: value" lines')
    if reader.problems:
        raise Problems(reader.problems)
    return value


def place_of(value, location) -> Place:
    """The place of what lies at `location` (keys and indexes) in `value`, or of the nearest thing
    that holds it."""
    place = value.place
    for step in written(value, location):
        place, value = value.places[step], value[step]
    return place


def nearest(value, location):
    """What lies at `location` in `value`, or the nearest thing that holds it."""
    for step in written(value, location):
        value = value[step]
    return value


def written(value, location) -> list:
    """The part of `location` that the file itself spells out."""
    found = []
    for step in location:
        if step not in getattr(value, "places", ()):
            break
        found.append(step)
        value = value[step]
    return found


def _compose(written, name):
    """The node tree, or one Problem: after a slip of syntax YAML cannot say what the rest means."""
    lines = written.split("\n")
    try:
        _refuse_slips(lines, written, name)
        node = yaml.compose(written, Loader)
    except yaml.MarkedYAMLError as error:
        raise Problems([_unreadable(lines, name, error)]) from None
    except yaml.YAMLError as error:
        raise Problems([Problem(Place(name), "", f"cannot be read ({error})")]) from None
    if node is None:
        raise Problems(
            [Problem(Place(name), "", "the file is empty; add its records, or delete it")]
        )
    return node


def _unreadable(lines, name, error):
    """What YAML stumbled over: the slip that can be seen near by, or only the place."""
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if "document start" in (error.problem or ""):  # what begins the file ended too soon
        events = yaml.parse("\n".join(lines), Loader)
        marks.insert(
            0,
            next(
                event.start_mark
                for event in events
                if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
            ),
        )
    if re.search(
        "quoted|flow|simple key", error.context or ""
    ):  # what was opened matters more than where the file ends
        marks.reverse()
    near = [number for mark in marks for number in (mark.line, _above(lines, mark.line))]
    found = slips.cure(lines, near, _reads)
    if found:
        return Problem(Place(name, found[0] + 1, found[1] + 1), "", found[2])
    return Problem(
        _place(name, marks[0]),
        "",
        "cannot be read; check the indentation, the colons and the quotes here and just above. A"
        " remark begins with #",
    )


def _reads(written):
    """Whether a text can be read by itself."""
    try:
        yaml.compose(written, Loader)
    except yaml.YAMLError:
        return False
    return True


def _above(lines, number):
    """The nearest line above that is not empty."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), number)


def _refuse_slips(lines, written, name):
    """A Problem for the first thing that YAML can read, but not as it was meant."""
    bracketed = [False]
    for event in yaml.parse(written, Loader):
        if isinstance(event, yaml.AliasEvent):
            raise Problems(
                [
                    Problem(
                        _place(name, event.start_mark),
                        "",
                        "text cannot begin with * here; put all of it in quotes",
                    )
                ]
            )
        if getattr(event, "anchor", None):
            raise Problems(
                [
                    Problem(
                        _place(name, event.start_mark),
                        "",
                        "text cannot begin with & here; put all of it in quotes",
                    )
                ]
            )
        if isinstance(event, yaml.CollectionStartEvent):
            bracketed.append(event.flow_style)
            if len(bracketed) > DEEPEST:
                raise Problems([Problem(_place(name, event.start_mark), "", TOO_DEEP)])
        elif isinstance(event, yaml.CollectionEndEvent):
            bracketed.pop()
        elif isinstance(event, yaml.ScalarEvent) and event.style in OF_ONE_LINE:
            _require_one_line(lines, name, event, bracketed[-1])


def _require_one_line(lines, name, event, bracketed):
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon
    or an indentation is wrong."""
    first, last = event.start_mark.line, event.end_mark.line
    if last > first and event.style:
        raise Problems(
            [
                Problem(
                    _place(name, event.start_mark),
                    "",
                    "the quote that opens here does not close on its line; close it, or write >- and"
                    " the text below",
                )
            ]
        )
    if last > first and bracketed:
        raise Problems(
            [
                Problem(
                    _place(name, event.start_mark),
                    "",
                    "runs on into the lines below; close the bracket, or put a comma here",
                )
            ]
        )
    if last > first:
        raise Problems([_run_on(lines, name, first, last)])
    if (
        not event.style
        and re.search(r"[^\d.-]", event.value)
        and re.match(r"\s+#", lines[last][event.end_mark.column :])
    ):
        raise Problems(
            [
                Problem(
                    _place(name, event.end_mark),
                    "",
                    "what follows # is left out; put the text in quotes, or the comment on a line of"
                    " its own",
                )
            ]
        )


def _run_on(lines, name, first, last):
    """What to do about text that goes on over several lines without saying so."""
    listed = next(
        (
            number
            for number in range(first, min(last + 2, len(lines)))
            if lines[number].lstrip().startswith("- ")
        ),
        None,
    )
    if slips.NO_DASH.match(lines[first]):
        return Problem(Place(name, first + 1), "", slips.DASH)
    if (
        listed is not None
        and not lines[first].lstrip().startswith("- ")
        and not re.fullmatch(r"\s*[a-z_]\w*\s*|.*:.*", lines[first])
    ):
        return Problem(
            Place(name, first + 1),
            "",
            "begins no entry; put a hyphen and a space before it, or # if it is a remark",
        )
    heading = _above(lines, first)
    if (
        lines[heading].rstrip().endswith(":")
        and not lines[first].lstrip().startswith("- ")
        and not lines[heading].lstrip().startswith("#")
    ):
        return Problem(
            Place(name, heading + 1, len(lines[heading].rstrip())),
            "",
            "the text below goes on over several lines; put a space and >- after the colon",
        )
    below = next(number for number in range(first + 1, last + 1) if lines[number].strip())
    line, column, message = slips.cure(lines, (below, first), _reads) or (
        below,
        0,
        (
            f"reads as more of the text on line {first + 1}; write >- after the colon there and all"
            " of the text below, or check the colon and the indentation here"
        ),
    )
    return Problem(Place(name, line + 1, column + 1), "", message)


def _place(name, mark):
    return Place(name, mark.line + 1, mark.column + 1)


class _Reader:
    """Turns YAML nodes into values and collects every complaint on the way."""

    def __init__(self, name):
        self.name, self.problems = name, []

    def complain(self, node, field, message):
        self.problems.append(Problem(_place(self.name, node.start_mark), field, message))

    def read(self, node, field):
        if not PLAIN_TAG.fullmatch(node.tag):
            return self.complain(
                node, field, "text cannot begin with ! here; put all of it in quotes"
            )
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            places = [_place(self.name, item.start_mark) for item in node.value]
            return Items(
                _place(self.name, node.start_mark),
                [self.read(item, field) for item in node.value],
                places,
            )
        return self._text(node, field) if node.style else self._plain(node, field)

    def _text(self, node, field):
        """A text in quotes or below >-. In quotes it can hold what nobody sees, written out."""
        if escape := text.hidden(node.value):
            return self.complain(
                node, field, f"has {escape} in it, which nobody can see; delete it there"
            )
        if len(node.value) > LONGEST:
            return self.complain(
                node,
                field,
                f"has {len(node.value):,} characters, and no text here can have more than"
                f" {LONGEST:,}; shorten it",
            )
        return node.value

    def _mapping(self, node):
        found, doubled = Mapping(_place(self.name, node.start_mark)), []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.complain(key, "", "a key must be one word; put [[ ]] in quotes if it is text")
            elif escape := text.hidden(key.value):
                self.complain(key, "", f"a key has {escape} in it, which nobody can see; delete it")
            elif slips.NO_DASH.match(key.value):
                self.complain(key, "", slips.DASH)
            elif said := node.flow_style and _no_key(key, value, found):
                self.complain(key, "", said)
            elif key.value in found:
                doubled.append(key)
            elif key.value[:1] in "\u201c\u2018":
                self.complain(
                    key, "", f"{key.value} has curly quotes around it; write straight ones, or none"
                )
            else:
                found.places[key.value] = _place(self.name, key.start_mark)
                found[key.value] = self.read(value, key.value)
        if len(doubled) > 1:
            self.complain(
                doubled[0],
                "",
                "a new entry seems to begin here; put a hyphen and a space before its first line",
            )
        for key in doubled[:1] if len(doubled) == 1 else ():
            self.complain(
                key,
                key.value,
                f"is written twice (first on line {found.places[key.value].line}); keep one. If a"
                " new entry begins here, put a hyphen and a space before it",
            )
        return found

    def _plain(self, node, field):
        text = node.value
        if not text:
            return self.complain(
                node, field, "is empty; write what belongs there, or delete the line"
            )
        for trap, advice in TRAPS:
            if trap.fullmatch(text):
                return self.complain(node, field, f"{text} {advice.format(text)}")
        if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
            return self.complain(
                node,
                field,
                "has a quote that opens or closes alone; write the other one, or delete it",
            )
        if text.lower() in WORDS:
            return WORDS[text.lower()]
        if DATE.fullmatch(text):
            return self._date(node, field)
        if INTEGER.fullmatch(text) or DECIMAL.fullmatch(text):
            return self._number(node, field)
        return text

    def _number(self, node: yaml.ScalarNode, field: str) -> int | Decimal | None:
        text = node.value
        digits = sum(letter.isdigit() for letter in text)
        if digits > DIGITS:
            return self.complain(
                node,
                field,
                f"has {digits:,} digits, and no figure here needs more than {DIGITS}; correct it,"
                " or put it in quotes if it is no figure",
            )
        return int(text) if INTEGER.fullmatch(text) else Decimal(text)

    def _date(self, node, field):
        try:
            return datetime.date.fromisoformat(node.value)
        except ValueError:
            self.complain(
                node,
                field,
                f"{node.value} is not a day that exists; write year-month-day, like 2026-03-31",
            )


def _no_key(key, value, before):
    """What is wrong where a comma between brackets has made a key of a piece of text, or None."""
    if not key.end_mark.index == value.start_mark.index == value.end_mark.index:
        return None
    if re.match(r"[\w-]+:\S", key.value):
        return f"put a space after the colon: {key.value.replace(':', ': ', 1)}"
    last = next(reversed(before.values()), None)
    if re.fullmatch(r"[\d.]+", key.value) and isinstance(last, int):
        return (
            f"write the number without a comma: {last}{key.value}"
            if re.match(r"\d{3}(?!\d)", key.value)
            else f"write a point in place of the comma: {last}.{key.value}"
        )
    return (
        f"{key.value} has no colon; put one after its key, or put the whole text in quotes, if the"
        " comma before it belongs to the text"
    )
