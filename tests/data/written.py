"""What stands in data/ and in the heads of docs/, key by key, with the place of each and what its
model says it should be."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from safeguarding.board.models import Redirect
from safeguarding.groups.models import Found
from safeguarding.performance.models import OneValue
from safeguarding.procedures.models import Procedure
from safeguarding.record import Lines, Number, Record, Ref
from safeguarding.site import Site
from safeguarding.timed import Moment
from safeguarding.tools.models import Result

ADDRESSES = {
    (Procedure, "related"),
    (Result, "pages"),
    (Found, "page"),
    (Redirect, "to"),
}  # fields that name pages
SORTS = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    datetime.date: "date",
    Literal: "one of some words",
    tuple: "list",
    OneValue: "observation",
}


@dataclass(frozen=True)
class Slot:
    """One `key: value`. `record` is the record that it is in, and `steps` the keys that lead from
    there to the value."""

    file: str
    record: Record
    steps: tuple[str, ...]
    mapping: yaml.MappingNode
    key: yaml.ScalarNode
    value: yaml.Node
    hint: Any
    key_hint: Any
    within: "Slot | None"

    @property
    def line(self) -> int:
        return self.key.start_mark.line + 1

    @property
    def field(self) -> tuple[type[Record], str]:
        return type(self.record), self.steps[-1]

    @property
    def short(self) -> bool:
        """Whether key and value stand on one line."""
        return self.value.start_mark.line == self.value.end_mark.line == self.key.start_mark.line

    @property
    def text(self) -> str:
        """The value, if it is one word or number that is written out."""
        return (
            self.value.value
            if isinstance(self.value, yaml.ScalarNode) and self.value.value not in ("", "null")
            else ""
        )

    @property
    def required(self) -> bool:
        fields = type(self.record).model_fields.items()
        return len(self.steps) == 1 and any(
            (field.alias or name) == self.steps[0] and field.is_required() for name, field in fields
        )


def slots(site: Site, root: Path) -> Iterator[Slot]:
    """Every slot of every file that the site reads."""
    for name, file in site.files.items():
        records = {
            (record.place.line, record.place.column): record
            for record in file.records()
            if record.place.path == name
        }
        yield from _slots(
            name, compose(name, (root / name).read_text("utf-8")), type(file), records, None
        )


def compose(name: str, text: str) -> yaml.Node:
    """The nodes of a file of data/, or of the head of a page, with the page's own line numbers."""
    own = "\n" + text.split("---\n", 2)[1] if name.endswith(".md") else text
    node = yaml.compose(own, yaml.CBaseLoader)
    assert node, f"{name} says nothing"
    return node


def _slots(
    file: str,
    node: yaml.Node,
    hint: Any,
    records: dict[tuple[int, int], Record],
    within: Slot | None,
) -> Iterator[Slot]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _slots(file, item, get_args(bare(hint))[0], records, within)
    if isinstance(node, yaml.MappingNode):
        record = records.get((node.start_mark.line + 1, node.start_mark.column + 1))
        for key, value in node.value:
            key_hint, below = (
                (str, _fields(type(record))[key.value]) if record else get_args(bare(hint))
            )
            owner = record or (within and within.record)
            assert owner, f"{file} begins with no record"
            above = within.steps if within and not record else ()
            steps = (*above, key.value)
            slot = Slot(file, owner, steps, node, key, value, below, key_hint, within)
            yield slot
            yield from _slots(file, value, below, records, slot)


def _fields(model: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def bare(hint: Any) -> Any:
    """The type itself, without what may be missing and what else is asked of it."""
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    return hint


def sort(slot: Slot) -> str:
    """In a word, what the value should be."""
    options = get_args(slot.hint) if get_origin(slot.hint) in (Union, UnionType) else (slot.hint,)
    special = next(
        (
            word
            for hint, word in ((Lines, "lines"), (Number, "number"), (Moment, "moment"))
            if hint in options
        ),
        None,
    )
    kind = bare(slot.hint)
    if kind is OneValue and isinstance(slot.value, yaml.MappingNode):
        return "record"
    return special or SORTS.get(kind) or SORTS.get(get_origin(kind)) or "record"


def references(slot: Slot) -> list[yaml.ScalarNode]:
    """The words of the slot that name a record elsewhere: the key of a series of another area, or
    the value."""
    if slot.key_hint == Ref:
        return [slot.key]
    named = any(part == Ref for part in _parts(slot.hint)) and dict not in (
        bare(slot.hint),
        get_origin(bare(slot.hint)),
    )
    return _words(slot) if named and slot.field not in ADDRESSES else []


def addresses(slot: Slot) -> list[yaml.ScalarNode]:
    """The words of the slot that name a page."""
    return _words(slot) if slot.field in ADDRESSES else []


def _words(slot: Slot) -> list[yaml.ScalarNode]:
    nodes = slot.value.value if isinstance(slot.value, yaml.SequenceNode) else [slot.value]
    return [
        node
        for node in nodes
        if isinstance(node, yaml.ScalarNode) and node.value not in ("", "null")
    ]


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)
