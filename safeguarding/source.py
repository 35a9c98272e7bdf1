"""YAML -> plain values, each of which knows its file and line.

PyYAML alone reads `10:30` as 630 and `no` as False, lets the last of two equal keys win, and gives an
impossible date no line. Here a scalar is what it looks like, or it is a Problem that says what to write.
Numbers keep the digits they were written with: `6.0` stays 6.0.
"""

import datetime
import re
from decimal import Decimal
from pathlib import Path

import yaml

from safeguarding.problems import Place, Problem, Problems

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PLAIN_TAG = re.compile(r"tag:yaml.org,2002:(str|int|float|bool|null|seq|map|timestamp|merge|value)")
INTEGER = re.compile(r"-?(0|[1-9]\d*)")
DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OF_ONE_LINE = ("", None, "'", '"')  # how text is written that ends where its line does
WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}
TRAPS = (
    (re.compile(r"yes|no|on|off", re.I), 'reads as true or false in YAML; write "{0}" in quotes, or true or false'),
    (re.compile(r"\d{1,3}(:\d{2})+"), 'reads as a number in YAML; write "{0}"'),
    (re.compile(r"-?0\d+"), 'reads as an octal number in YAML; write "{0}" in quotes'),
    (re.compile(r"-?\d[\d_]*_[\d_]*"), "reads as a number in YAML; write it without the _"),
    (re.compile(r"-?0[xob][\da-f_]+", re.I), 'reads as a number in YAML; write "{0}"'),
    (re.compile(r"[-+]?\.?\d+(\.\d*)?e[-+]?\d+", re.I), 'reads as a number in YAML; write "{0}", or all its digits'),
    (re.compile(r"[-+]?\.(inf|nan)|\+\d+(\.\d*)?|-?\.\d+|-?\d+\.", re.I), "is no number that we read; write it like 0.5 or 12"),
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
    """The mapping in the file at `path`, called `name` in complaints. Raises Problems with all that is wrong."""
    return _read(_text(path, name), name)


def load_head(path: Path, name: str) -> Mapping:
    """The mapping between the two `---` lines at the top of the page at `path`, with the page's own line numbers."""
    opening, head, _ = (_text(path, name).split("---\n", 2) + ["", ""])[:3]
    if opening or not head:
        raise Problems([Problem(Place(name), "", "the page must start with a line ---, its title and other keys, and a line ---")])
    return _read("\n" + head, name)


def _read(text, name):
    problems = [Problem(Place(name, number, len(found[1]) + 1), "", "a tab; indent with spaces" if found[2] == "\t" else "a space of another kind, as web pages have them; type it again")
                for number, line in enumerate(text.split("\n"), 1) if (found := re.match(r"( *)([\t\u00a0\u2000-\u200b\u202f\ufeff])", line))]
    if problems:
        raise Problems(problems)
    root = _compose(text, name)
    reader = _Reader(name)
    value = reader.read(root, "")
    if not reader.problems and not isinstance(value, Mapping):
        reader.complain(root, "", 'the file must start with "key: value" lines')
    if reader.problems:
        raise Problems(reader.problems)
    return value


def place_of(value, location) -> Place:
    """The place of what lies at `location` (keys and indexes) in `value`, or of the nearest thing that holds it."""
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


def _text(path, name):
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problems([Problem(Place(name), "", "not a text file in UTF-8; save it as plain text")]) from None
    except FileNotFoundError:
        raise Problems([Problem(Place(name), "", "the file is missing; put it back")]) from None
    control = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise Problems([Problem(Place(name, line), "", "not a text file: it has control characters; save it as plain text")])
    clash = re.search(r"^(<<<<<<<|>>>>>>>) ", text, re.M)
    if clash:
        line = text.count("\n", 0, clash.start()) + 1
        raise Problems([Problem(Place(name, line), "", "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>")])
    return text


def _compose(text, name):
    """The node tree, or one Problem: after a slip of syntax YAML cannot say what the rest means."""
    try:
        _refuse_slips(text, name)
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        opened = re.search("quoted|flow|simple key", error.context or "")  # what was opened matters more than where the file ends
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        if "document start" in (error.problem or ""):  # what begins the file ended too soon
            mark = next(event.start_mark for event in yaml.parse(text, Loader) if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)))
        said = ", ".join(part for part in (error.context, error.problem) if part)
        message = f"YAML cannot read this ({said}); check the indentation, the colons and the quotes here and just above"
        raise Problems([Problem(_place(name, mark), "", message)]) from None
    except yaml.YAMLError as error:
        raise Problems([Problem(Place(name), "", f"YAML cannot read this ({error})")]) from None
    if node is None:
        raise Problems([Problem(Place(name), "", "the file is empty; add its records, or delete it")])
    return node


def _refuse_slips(text, name):
    """A Problem for the first thing that YAML can read, but not as it was meant."""
    lines, bracketed = text.splitlines(), [False]
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.AliasEvent):
            raise Problems([Problem(_place(name, event.start_mark), "", f"*{event.anchor} is a reference; write the value out again")])
        if isinstance(event, yaml.CollectionStartEvent):
            bracketed.append(event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            bracketed.pop()
        elif isinstance(event, yaml.ScalarEvent) and event.style in OF_ONE_LINE:
            _require_one_line(lines, name, event, bracketed[-1])


def _require_one_line(lines, name, event, bracketed):
    """Text without >- or |- ends where its line does. Where it runs on or is cut, a quote, a colon or an indentation is wrong."""
    first, last = event.start_mark.line, event.end_mark.line
    if last > first and event.style:
        raise Problems([Problem(_place(name, event.start_mark), "", "the quote that opens here does not close on its line; close it, or write >- and the text below")])
    if last > first and bracketed:
        raise Problems([Problem(_place(name, event.start_mark), "", "runs on into the lines below; close the bracket, or put a comma here")])
    if last > first:
        below = next(number for number in range(first + 1, last + 1) if lines[number].strip())
        raise Problems([Problem(Place(name, below + 1), "", f"reads as more of the text on line {first + 1}; check the colon there, and the indentation here")])
    if not event.style and re.search(r"[^\d.-]", event.value) and re.match(r"\s+#", lines[last][event.end_mark.column:]):
        raise Problems([Problem(_place(name, event.end_mark), "", "what follows # is left out; put the text in quotes, or the comment on a line of its own")])


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
            return self.complain(node, field, f"the tag {node.tag} means nothing here; delete it")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            places = [_place(self.name, item.start_mark) for item in node.value]
            return Items(_place(self.name, node.start_mark), [self.read(item, field) for item in node.value], places)
        return node.value if node.style else self._plain(node, field)

    def _mapping(self, node):
        found = Mapping(_place(self.name, node.start_mark))
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.complain(key, "", "a key must be one word; put [[ ]] in quotes if it is text")
            elif key.value in found:
                first = found.places[key.value].line
                self.complain(key, key.value, f"is written twice (first on line {first}); keep one")
            else:
                found.places[key.value] = _place(self.name, key.start_mark)
                found[key.value] = self.read(value, key.value)
        return found

    def _plain(self, node, field):
        text = node.value
        for trap, advice in TRAPS:
            if trap.fullmatch(text):
                return self.complain(node, field, f"{text} {advice.format(text)}")
        if text.lower() in WORDS:
            return WORDS[text.lower()]
        if DATE.fullmatch(text):
            return self._date(node, field)
        if INTEGER.fullmatch(text):
            return int(text)
        return Decimal(text) if DECIMAL.fullmatch(text) else text

    def _date(self, node, field):
        try:
            return datetime.date.fromisoformat(node.value)
        except ValueError as error:
            self.complain(node, field, f"{node.value} is not a date ({error}); write year-month-day, like 2026-03-31")
