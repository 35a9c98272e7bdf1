"""Every table as CSV and JSON, and what is in them as a Data Package (datapackage.org), valid under
frictionless."""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from safeguarding import placing
from safeguarding.exports.tables import tables
from safeguarding.report.models import Source
from safeguarding.shared import addresses, words
from safeguarding.shared.table import Cell, Row, Spans, Table, Value
from safeguarding.site import Site

PART, NOTE, TOTAL = "group", "note", "total"
SOURCE, LINES, PLACE = "source", "source_lines", "source_place"
TOTAL_OF = "total_of"  # the group of which a row is the sub-total
FIXED = ("id", PART, "reference", NOTE, TOTAL, TOTAL_OF, SOURCE, LINES, PLACE)
# Other numbers that a cell can hold.
PARTS = {
    "low": "from",
    "high": "to",
    "below": "fewer than",
    "above": "more than",
    "approximate": "about",
    "count": "how many",
    "of": "out of",
    "lower": "lower limit",
    "upper": "upper limit",
    "averaged": "average of how many areas",
    "provisional": "provisional",
    "from": "where it comes from",
    "was": "before the correction",
    "corrected": "day of the correction",
    "target": "target",
    "target_from": "target: from",
    "target_to": "target: to",
    "rating": "beside the target",
    "in_kind": "in kind, not in the totals",
}
# What a spreadsheet does not leave as it stands: it would run a formula, and takes 1/2 for a day
# and 007 for the number 7.
NO_TEXT = re.compile(r"[=+@\t\r-].*|\d{1,4}/\d{1,4}|0\d+", re.S)
# The year 2010-11 is a month to it, as the lines 3-5 are a day; so is the year 2010/11.
SPANS = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")
YEAR = re.compile(r"(\d\d)(\d\d)/(\d\d)")
AS_TEXT = (
    "So that a spreadsheet takes no text for a day, a number or a formula, in the CSV file a dash"
    " stands between the numbers of a span like 2010–11, a year like 2010/2011 is written in full,"
    " and an apostrophe stands before any other such text, like one that begins with = + - or @."
)
TYPES = ((bool, "boolean"), (int, "integer"), (Decimal, "number"), (datetime.date, "date"))


class Entry(NamedTuple):
    """What a row says in one field: a value, or the words that stand in its place."""

    value: Value
    instead: str = ""


Record = dict[str, Entry]  # a row by its fields
Titles = Mapping[str, str]  # of sources, by their ids
NONE: Titles = {}


@dataclass(frozen=True)
class Field:
    """One column of a data file. `missing` are the words that stand where there is no value."""

    name: str
    title: str
    type: str
    unit: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class File:
    """A table as its data files hold it: its rows, as `records` gives them, and its columns."""

    table: Table
    rows: list[Record]
    fields: tuple[Field, ...]


def write(site: Site, site_folder: Path) -> None:
    """data/ID.csv and data/ID.json for each table, and data/datapackage.json."""
    titles = {id: source.title for id, source in site.sources.items()}
    files = [file(table, titles) for table in tables(site)]
    for one in files:
        _write_table(site, one, site_folder)
    placing.write(site_folder, f"{addresses.DATA}datapackage.json", _json(package(site, files)))


def _write_table(site: Site, file: File, site_folder: Path) -> None:
    rows = [_json_row(row) for row in file.rows]
    whole = _about(site, file.table) | {"fields": _fields(file), "rows": rows}
    name = f"{addresses.DATA}{file.table.id}"
    # With the mark at its start by which Excel knows UTF-8.
    placing.write(site_folder, f"{name}.csv", _csv(file.rows).encode("utf-8-sig"))
    placing.write(site_folder, f"{name}.json", _json(whole))


def file(table: Table, titles: Titles = NONE) -> File:
    """The table, worked out once for all files that tell of it."""
    rows = records(table, titles)
    return File(table, rows, tuple(_columns(table, rows)))


def records(table: Table, titles: Titles = NONE) -> list[Record]:
    """Each row of the table by its fields, but for those that begin a group. All rows have the same
    fields, in the same order; a field that no row fills is left out, unless it is a column. Where
    some row has a source of its own, each names its source, by the `titles` of sources by id."""
    names, part = _names(table), ""
    mixed = any(row.source not in ("", table.source) for row in table.rows) and table.source
    rows: list[Record] = []
    for row in table.rows:
        if row.part:
            part = row.label
        else:
            part = "" if row.total else part  # a total belongs to no group, nor does what follows
            source = titles[row.source or table.source] if mixed else ""
            rows.append(_record(table, names, row, part) | {SOURCE: Entry(source)} | _place(row))
    filled = {name for row in rows for name, entry in row.items() if _has_content(entry)}
    kept = filled.union(names)
    return [{name: entry for name, entry in row.items() if name in kept} for row in rows]


def _record(table: Table, names: list[str], row: Row, part: str) -> Record:
    """A row of the group `part` by its fields, in their order."""
    record = {
        "id": Entry(row.id),
        PART: Entry(part),
        "reference": Entry(row.reference),
        _name(table.corner): Entry(row.label),
    }
    for name, cell in zip(names, row.cells, strict=True):
        record |= _of_cell(name, cell)
    return record | {
        NOTE: Entry(row.note),
        TOTAL: Entry(row.total),
        TOTAL_OF: Entry(row.total_of),
    }


def _place(row: Row) -> Record:
    """Where the source says what a row says."""
    return {LINES: Entry(_line_numbers(row.lines)), PLACE: Entry(row.at)}


def _of_cell(name: str, cell: Cell) -> Record:
    """The field of a cell, and one for each other number that a cell can hold."""
    parts = dict(cell.parts)
    numbers = {f"{name}_{part}": Entry(parts.get(part)) for part in PARTS}
    return {name: _entry(cell)} | numbers


def _entry(cell: Cell) -> Entry:
    """What a cell says: its value, or its text where that is all it has."""
    if cell.absent:
        return Entry(None, cell.text)
    if cell.value is None and not cell.parts:
        return Entry(cell.text)
    return Entry(cell.value)


def _names(table: Table) -> list[str]:
    """A name for each column; the same words twice, or those of another field, would be one
    field."""
    names = [_name(column.label) or "column" for column in table.columns]
    others = {*FIXED, _name(table.corner), *(f"{name}_{part}" for name in names for part in PARTS)}
    return [
        f"{name}_{place}" if names.count(name) > 1 or name in others else name
        for place, name in enumerate(names, 1)
    ]


def _name(label: str) -> str:
    """A label as the name of a field, like spent_on."""
    return words.slug(label).replace("-", "_")


def _has_content(entry: Entry) -> bool:
    """Of what can be true, false is nothing; 0 is a number like another."""
    return (entry.value not in (None, "") and entry.value is not False) or bool(entry.instead)


def _line_numbers(spans: Spans) -> str:
    """Like `3, 5-7`."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _columns(table: Table, rows: list[Record]) -> Iterator[Field]:
    """What the columns of a data file are called, hold and are counted in."""
    headings = _headings(table)
    for name in rows[0] if rows else ():
        title, unit = headings.get(name, (name.replace("_", " ").capitalize(), ""))
        entries = [row[name] for row in rows]
        missing = {entry.instead for entry in entries if entry.instead}
        kind = _type([entry.value for entry in entries if entry.value not in (None, "")])
        yield Field(name, title, kind, unit, tuple(sorted(missing)))


def _headings(table: Table) -> dict[str, tuple[str, str]]:
    """(title, unit) of each field that a column can fill, by the field's name."""
    headings: dict[str, tuple[str, str]] = {}
    for name, column in zip(_names(table), table.columns, strict=True):
        headings[name] = (column.label, column.unit)
        for part, meaning in PARTS.items():
            headings[f"{name}_{part}"] = (f"{column.label}: {meaning}", "")
    return headings


def _type(values: Iterable[Value]) -> str:
    """The type that all values have; of several types, or of none, a string."""
    kinds = {_kind(value) for value in values}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "string"


def _kind(value: Value) -> str:
    return next((name for kind, name in TYPES if isinstance(value, kind)), "string")


def _fields(file: File) -> list[dict[str, str]]:
    return [
        {
            "name": field.name,
            "type": field.type,
            "title": field.title,
            **({"unit": field.unit} if field.unit else {}),
        }
        for field in file.fields
    ]


def package(site: Site, files: Iterable[File]) -> dict[str, Any]:
    """The Data Package that describes every table."""
    board = site.board
    licence = board.licence
    sources = [_source(source) for source in site.sources.values()]
    return {
        "profile": "tabular-data-package",
        "name": words.slug(board.abbreviation),
        "title": f"{board.name}: open data",
        "description": board.description,
        **({"homepage": board.site_url} if board.site_url else {}),
        **({"licenses": [{"title": licence.title, "path": licence.url}]} if licence else {}),
        **({"sources": sources} if sources else {}),
        "resources": [_resource(site, file) for file in files],
    }


def _resource(site: Site, file: File) -> dict[str, Any]:
    missing = sorted({_as_text(words) for field in file.fields for words in field.missing})
    about = _about(site, file.table)
    if any(_is_no_text(entry.value) for row in file.rows for entry in row.values()):
        about["description"] = " ".join((about.get("description", ""), AS_TEXT)).strip()
    return about | {
        "path": f"{file.table.id}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": _fields(file), "missingValues": ["", *missing]},
    }


def _about(site: Site, table: Table) -> dict[str, Any]:
    """What a table is, and where its rows come from: `source_lines` are lines of the source, and
    `source_place` is a place in it in words. Of several sources that of the table comes first."""
    ids = dict.fromkeys([table.source, *(row.source for row in table.rows if table.source)])
    sources = [_source(site.sources[id]) for id in ids if id]
    return {
        "name": table.id,
        "title": table.name or table.caption,
        **({"description": " ".join(table.notes)} if table.notes else {}),
        **({"sources": sources} if sources else {}),
    }


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, **({"path": source.url} if source.url else {})}


def _csv(rows: list[Record]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(rows[0] if rows else ())
    writer.writerows([_csv_text(*entry) for entry in row.values()] for row in rows)
    return text.getvalue()


def _csv_text(value: Value, instead: str) -> str:
    """A value as CSV has it, which a spreadsheet leaves as it is."""
    if value is None:
        return _as_text(instead)
    if isinstance(value, bool):
        return str(value).lower()
    return _as_text(value) if isinstance(value, str) else str(value)


def _as_text(text: str) -> str:
    """A text that a spreadsheet takes for nothing else."""
    if SPANS.fullmatch(text) and "-" in text:
        return text.replace("-", "–")
    if year := YEAR.fullmatch(text):
        return f"{year[1]}{year[2]}/{year[1]}{year[3]}"
    return f"'{text}" if NO_TEXT.fullmatch(text) else text


def _is_no_text(value: Value) -> bool:
    """Whether a spreadsheet would take a text for something else. Numbers and days are no texts."""
    return isinstance(value, str) and _as_text(value) != value


def _json_row(row: Record) -> dict[str, Any]:
    """A row as JSON has it: null where there is no value, and under `missing` the words that stand
    there."""
    values: dict[str, Any] = {name: entry.value for name, entry in row.items()}
    missing = {name: entry.instead for name, entry in row.items() if entry.instead}
    return values | ({"missing": missing} if missing else {})


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_json_value) + "\n"


def _json_value(value: Decimal | datetime.date) -> float | int | str:
    """A value that JSON has no type for: a whole number stays whole."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return float(value) if value % 1 else int(value)
