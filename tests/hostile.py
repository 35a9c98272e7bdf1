"""Every place in data/ and in the heads of docs/ where the models take a text that readers see,
found by walking the models: those that a board has written, and those that it could."""

import json
import typing
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from safeguarding.board.models import Page
from safeguarding.money.models import Budget
from safeguarding.problem import Problem
from safeguarding.procedures.models import Procedure
from safeguarding.record import Record, Text
from safeguarding.site import Site
from tests.data.written import Slot, slots, sort

Field = tuple[type[Record], str]
TRIED = 2  # records that get a key which the board did not write
# What pages call for a record by: they would have to change with it.
CALLED_BY = {(Budget, "period")}


@dataclass(frozen=True)
class Place:
    """Where a text stands, or could stand, in a file: from `start` to `end`, behind `before` and in
    front of `after`. `lines` is how many lines it adds."""

    field: Field
    file: str
    line: int
    start: int
    end: int
    value: str
    before: str = ""
    after: str = ""
    lines: int = 0

    def written(self, more: str) -> str:
        return f"{self.before}{json.dumps(self.value + more, ensure_ascii=False)}{self.after}"


def text_fields() -> set[Field]:
    """Each field of each model that holds a text, or several."""
    return {
        (model, field.alias or name)
        for model in models()
        for name, field in model.model_fields.items()
        if _holds_text(_hints(model)[name])
    }


def models() -> set[type[Record]]:
    """Every model of what a board can write."""
    found: set[type[Record]] = set()
    left: list[Any] = [*Site.kinds().values(), Page, Procedure]
    while left:
        one = left.pop()
        if isinstance(one, type) and issubclass(one, Record):
            if one not in found:
                found.add(one)
                left += [*one.kinds, *one.entry_kinds, *_hints(one).values()]
        else:
            left += get_args(one)
    return found


def _hints(model: type[Record]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _holds_text(hint: Any) -> bool:
    return hint == Text or any(map(_holds_text, get_args(hint)))


def places(site: Site, root: Path) -> list[Place]:
    """Each place in the files of the board at `root`."""
    every = list(slots(site, root))
    return sorted([*_written(every, root), *_unwritten(every, root)], key=lambda one: one.start)


def _written(every: Iterable[Slot], root: Path) -> Iterator[Place]:
    for slot in every:
        if sort(slot) not in ("text", "list") or _field(slot) in CALLED_BY:
            continue
        first, whole = _file(slot.file, root)
        nodes = slot.value.value if sort(slot) == "list" else [slot.value]
        for node in nodes if isinstance(nodes, list) else ():
            if isinstance(getattr(node, "value", None), str) and node.value not in ("", "null"):
                start, end = first + node.start_mark.index, first + node.end_mark.index
                below = "\n" * whole.count("\n", start, end)
                line = node.start_mark.line + 1
                yield Place(_field(slot), slot.file, line, start, end, node.value, after=below)


def _unwritten(every: Iterable[Slot], root: Path) -> Iterator[Place]:
    """Keys that a record does not have, at its beginning: of each field in the first records that
    lack it."""
    tried: Counter[Field] = Counter()
    records = {(slot.file, slot.mapping.start_mark.index): slot for slot in every}
    texts = text_fields()
    for slot in records.values():
        if len(slot.steps) > 1:
            continue
        first, _ = _file(slot.file, root)
        model, key = type(slot.record), slot.mapping.value[0][0]
        there = {one.value for one, _ in slot.mapping.value}
        if "lines" in there:
            there.add("at")  # which is for a source without numbered lines
        for name in sorted({name for one, name in texts if one is model} - there):
            field = (model, name)
            tried[field] += 1
            if tried[field] > TRIED:
                continue
            is_flow = bool(slot.mapping.flow_style)
            origin = typing.get_origin(_bare(_hint(model, name)))
            if origin is dict:
                continue  # nobody knows by which keys
            is_list = origin is tuple
            start = first + key.start_mark.index
            yield Place(
                field,
                slot.file,
                key.start_mark.line + 1,
                start,
                start,
                "Words",
                f"{name}: {'[' if is_list else ''}",
                ("]" if is_list else "")
                + (", " if is_flow else f"\n{' ' * key.start_mark.column}"),
                lines=0 if is_flow else 1,
            )


def _hint(model: type[Record], name: str) -> Any:
    fields = {field.alias or own: own for own, field in model.model_fields.items()}
    return _hints(model)[fields[name]]


def _bare(hint: Any) -> Any:
    """The type itself, without None and remarks."""
    while typing.get_origin(hint) not in (None, tuple, dict):
        hint = next(part for part in get_args(hint) if part is not type(None))
    return hint


def _field(slot: Slot) -> Field:
    return type(slot.record), slot.steps[0]


def _file(name: str, root: Path) -> tuple[int, str]:
    """Where the nodes of a file begin to count, and its text."""
    text = (root / name).read_text("utf-8")
    return (text.index("\n") if name.endswith(".md") else 0), text


def spoilt(kept: Iterable[Place], more: str, root: Path) -> dict[str, str]:
    """{name: text} of each file with `more` behind each of its texts."""
    of_file: dict[str, list[Place]] = defaultdict(list)
    for place in kept:
        of_file[place.file].append(place)
    return {name: _edited(_file(name, root)[1], some, more) for name, some in of_file.items()}


def _edited(text: str, some: list[Place], more: str) -> str:
    for place in reversed(_in_order(some)):
        text = text[: place.start] + place.written(more) + text[place.end :]
    return text


def refused(kept: list[Place], told: Iterable[Problem], more: str) -> set[Place]:
    """The places that problems tell of, with `more` behind each: by line and field; where none has
    both, the nearest key of that name, or whose text is repeated; then the keys that the board did
    not write, of the line or of the file."""
    lines = _lines(kept)
    found: set[Place] = set()
    for problem in told:
        here = [one for one in kept if one.file == problem.place.path]
        far = {one: abs(lines[one] - problem.place.line) for one in here}
        near = sorted(here, key=far.__getitem__)
        named = [one for one in near if one.field[1] == problem.field]
        said = [one for one in near if one.value + more in problem.message]
        exact = [one for one in named if not far[one]]
        added = [one for one in here if one.start == one.end]
        line = [one for one in here if not far[one]]
        beside = [one for one in line if one.start == one.end]
        found.update(exact or named[:1] or said[:1] or beside or added or line or here)
    return found


def _in_order(some: Iterable[Place]) -> list[Place]:
    """As they stand in a file. A key that is added stands before what its record has."""
    return sorted(some, key=lambda one: (one.start, one.end))


def _lines(kept: Iterable[Place]) -> Mapping[Place, int]:
    """On which line each place stands once all are written."""
    more: Counter[str] = Counter()
    lines = {}
    for place in _in_order(kept):
        lines[place] = place.line + more[place.file]
        more[place.file] += place.lines
    return lines
