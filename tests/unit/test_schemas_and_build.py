"""What an editor's tools mark, the build refuses, and the other way round: on every field of every
model, and in a board that no editor changes, spoilt at random.

There are two things that the tools cannot know. How a value was written, where they have read it as
another: of 012, 12.0 and 0xC only that it is 12. And what no JSON Schema can say: see UNSAID. Such
a value they may take where the build refuses it; but what the build takes they never mark.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
import yaml
from jsonschema import ValidationError
from pydantic import ValidationError as Refused

from safeguarding import files, schemas
from safeguarding.problem import Problems
from safeguarding.record import WORD, Record, Ref
from safeguarding.site import Site
from safeguarding.yaml import read
from safeguarding.yaml.values import NULL
from tests import editors
from tests.boards import INVENTED, REAL
from tests.conftest import ROOT
from tests.unit.test_record import models, parts

SEED, NUMBER = 2014, 400
RICH = ROOT / "tests/fixtures/rich-board"  # what the invented board has too little of
# What no JSON Schema can say, by the names of errors: that spans, years, months or sessions run
# backwards, that a 29 February exists, a day with a time, a time zone or a language, or that a name
# is too long in bytes; and, of what was in quotes, that no program made it of another word.
UNSAID = {
    *("backwards", "years", "period", "ends", "no day", "moment", "zone", "language", "longest"),
    "of_a_program",
}
WORDS = """
    12 0 1 -4 6.0 6.5 0.5 2.0 1000000 123456789012345 1234567890123456 2013 012 0800 -0 00 +5 .5 5.
    1e3 1E-2 0x1F 0o17 1_000 .inf -.Inf .nan 6% £6 −4 1.2.3
    yes Yes no No on off y n true false True FALSE null Null NULL ~ nUll none None tbc - ? N/A
    chair Chair n12 missing-children Missing missing_children -a a- é
    2026-03-31 2026-3-31 31/03/2026 2026-02-30 2026-02-29 2026-13-01 1799-12-31 2200-01-01
    9999-12-31 20260331 2024-25 2024–25 2024-26 2009-07/2010-06 10:30 09:30 10:30:00
    2027-01-13T09:30 665-669 669-665 665- 0800-1111 GB GB-ENG gb Europe/London
    Europe/Nowhere https://example.org https://example.org/a?b=c#d example.org
    mailto:a@board.example tel:999 procedures/lado/ #sources uploads/a.pdf /a/ a//b .a [] {} [a]
    [12] [a,b] [~] [[a]] {a: b} [{}]
"""
VALUES = (
    *WORDS.split(),
    "",
    "two words",
    "0800 1111",
    "0800  1111",
    "665-669, 716",
    "2027-01-13 09:30",
    "2027-01-13 24:00",
    "2027-02-30 09:30",
    "2027-1-13 9:30",
    "6 months",
    "600 months",
    "draft 1",
    "draft",
    "not available",
    "I need to go",
    "go on.",
    "a" * 101,
    "é" * 51,
    "\uff11\uff12",
)
REF = get_args(Ref)[-1]  # what marks a field that names an id


class Said(NamedTuple):
    """Whether the build takes a value, and the names of its errors where it does not."""

    takes: bool
    errors: frozenset[str] = frozenset()


def agree(build: Said, marked: bool, text: str) -> bool:
    """Whether the build and an editor's tools say the same of a value, as far as these can know.
    What says nothing these may mark: only forms write it."""
    if build.takes:
        return not marked or text.strip("\"' ") in NULL
    return marked or editors.is_spelt_anew(text.strip()) or build.errors <= UNSAID


@cache
def both_read(text: str) -> tuple[Any, Any] | None:
    """What the build and an editor's tools make of a value; None if it cannot be read."""
    line = f"it: {text}\n"
    try:
        return read.parse(line, "data/it.yml")["it"], editors.read(line)["it"]
    except Problems:
        return None


@cache
def schema(model: type[Record]) -> dict[str, Any]:
    return schemas.schema(model)


@cache
def checker(model: type[Record]) -> Any:
    return editors.checker(schema(model))


def named(value: Any) -> Iterable[str]:
    """The ids in the value of a field that names some."""
    return [value] if isinstance(value, str) else value or ()


def names_ids(hint: Any) -> bool:
    """Whether a field of that type names ids."""
    return any(REF in get_args(part) for part in parts(hint))


def are_ids(value: Any) -> bool:
    """What is no id is refused by a rule, which knows the ids that there are."""
    return all(re.fullmatch(WORD, one) for one in named(value))


# Every field of every model.


def fields() -> Iterator[tuple[type[Record], str, Any]]:
    for model in models():
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items() if not model.entry_of else ():
            yield model, field.alias or name, hints[name]


FIELDS = list(fields())


def words_of(node: Any) -> Iterator[str]:
    """The words that a schema names."""
    for part in node.values() if isinstance(node, dict) else node:
        if isinstance(part, (dict, list)):
            yield from words_of(part)
    if isinstance(node, dict):
        yield from (word for word in node.get("enum", ()) if isinstance(word, str))


def build_says(model: type[Record], key: str, hint: Any, value: Any) -> Said:
    """Of a record in which nothing but that field is written."""
    try:
        model.model_validate({key: value})
    except Refused as refused:
        own = [error for error in refused.errors() if error["loc"][:1] in ((), (key,))]
        if own:
            return Said(False, frozenset(error["type"] for error in own))
    return Said(not names_ids(hint) or are_ids(value))


def is_marked(model: type[Record], key: str, value: Any) -> bool:
    """As above."""
    errors: Iterator[ValidationError] = checker(model).iter_errors({key: value})
    return any(
        error.path[0] == key if error.path else error.validator != "required" for error in errors
    )


@pytest.mark.parametrize(
    ("model", "key", "hint"), FIELDS, ids=[f"{model.__name__}.{key}" for model, key, _ in FIELDS]
)
def test_field_takes_what_its_schema_takes(model: type[Record], key: str, hint: Any) -> None:
    apart = {}
    marks = cache(lambda value: is_marked(model, key, json.loads(value)))
    for word in {*VALUES, *words_of(schema(model))}:
        for text in (word, f'"{word}"'):
            if values := both_read(text):
                build = build_says(model, key, hint, values[0])
                marked = marks(json.dumps(values[1]))
                if not agree(build, marked, text):
                    apart[text] = (build, marked)
    assert apart == {}


# A board, spoilt at random.


class Slot(NamedTuple):
    """A value that stands on one line of a file, and where it begins and ends there."""

    file: str
    line: int
    begin: int
    end: int


def slots(name: str, text: str) -> Iterator[Slot]:
    head = "\n" + text.split("---\n", 2)[1] if name.endswith(".md") else text
    for node in scalars(yaml.compose(head, yaml.CBaseLoader)):
        begins, ends = node.start_mark, node.end_mark
        if begins.line == ends.line:
            yield Slot(name, begins.line, begins.column, ends.column)


def scalars(node: Any) -> Iterator[yaml.ScalarNode]:
    """Every value that is no list and no mapping."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from scalars(value)
    else:
        for item in node.value:
            yield from scalars(item)


class Spoiler:
    """Puts other values in the place of those of a board."""

    def __init__(self, texts: Mapping[str, str], seed: int) -> None:
        self._texts, self._rng = texts, random.Random(seed)
        self._slots = [slot for name, text in texts.items() for slot in slots(name, text)]

    def draw(self) -> tuple[str, str, str]:
        """The name of a file, all its text with one value of it spoilt, and that value."""
        slot = self._rng.choice(self._slots)
        lines = self._texts[slot.file].split("\n")
        line = lines[slot.line]
        value = self._other(line[slot.begin : slot.end])
        lines[slot.line] = line[: slot.begin] + value + line[slot.end :]
        return slot.file, "\n".join(lines), value

    def _other(self, value: str) -> str:
        """One of VALUES, figures, or the same value with a slip in it."""
        at = self._rng.randrange(len(value) + 1)
        sign = self._rng.choice("0123456789-./: aA")
        figures = str(self._rng.randrange(10 ** self._rng.randint(1, 17)))
        slip = value[:at] + sign + value[at + self._rng.randint(0, 1) :]
        other = self._rng.choice([self._rng.choice(VALUES), figures, slip, value.strip("\"'")])
        return self._rng.choice([other, other, f'"{other}"'])


def build_says_of_file(name: str, text: str) -> Said:
    """Raises Problems where the text cannot be read."""
    value = (read.parse_head if name.endswith(".md") else read.parse)(text, name)
    try:
        model = files.model_of(name, Site.kinds())
        file = model.model_validate(model.of_file(value))
    except Refused as refused:
        errors = frozenset(error["type"] for error in refused.errors())
        # A list is also too short where what stands in it is wrong.
        return Said(False, errors - {"too_short"} or errors)
    return Said(all(ids_are_ids(record) for record in file.records()))


def ids_are_ids(record: Record) -> bool:
    return all(are_ids(getattr(record, name)) for name in fields_of_ids(type(record)))


@cache
def fields_of_ids(model: type[Record]) -> list[str]:
    hints = get_type_hints(model, include_extras=True)
    return [name for name in model.model_fields if names_ids(hints[name])]


def is_file_marked(name: str, text: str) -> bool:
    head = text.split("---\n", 2)[1] if name.endswith(".md") else text
    return not checker(files.model_of(name, Site.kinds())).is_valid(editors.read(head))


def board() -> dict[str, str]:
    """The texts of the invented board with something of everything."""
    more = [path for path in RICH.rglob("*") if path.is_file()]
    return INVENTED.texts(
        {path.relative_to(RICH).as_posix(): path.read_text("utf-8") for path in more}
    )


def test_spoilt_file_is_marked_where_the_build_refuses_it() -> None:
    spoiler = Spoiler(board(), SEED)
    apart, compared, taken = {}, 0, 0
    while compared < NUMBER:
        name, text, value = spoiler.draw()
        try:
            build = build_says_of_file(name, text)
        except Problems:
            continue  # nobody can read it
        compared, taken = compared + 1, taken + build.takes
        if not agree(build, is_file_marked(name, text), value):
            apart[name, value] = build
    assert apart == {}
    assert NUMBER / 5 < taken < NUMBER * 4 / 5, "most are alike: draw others"


@pytest.mark.parametrize("name", sorted(REAL.texts()))
def test_no_value_of_the_real_board_is_marked(name: str) -> None:
    text = REAL.texts()[name]
    assert build_says_of_file(name, text).takes
    assert not is_file_marked(name, text)
