"""Every table as CSV and JSON, and what is in them as a Data Package (datapackage.org), valid under
frictionless."""

import csv
import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from safeguarding.exports import tables as open_data
from safeguarding.shared import addresses, words
from safeguarding.shared.table import Table, Value
from safeguarding.site import Site

PART, NOTE, TOTAL, LINES = "group", "note", "total", "source_lines"
PARTS = {
    "low": "from",
    "high": "to",
    "count": "how many",
    "of": "out of",
}  # other numbers that a cell can hold
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what begins a formula in a spreadsheet
AS_TEXT = (
    "In the CSV file an apostrophe stands before a text that begins with = + - or @, so that no"
    " spreadsheet takes it for a formula."
)
TYPES = ((bool, "boolean"), (int, "integer"), (Decimal, "number"), (datetime.date, "date"))


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
    rows: list[dict[str, tuple[Value, str]]]
    fields: tuple[Field, ...]


def write(site: Site, site_folder: Path) -> None:
    """data/ID.csv and data/ID.json for each table, and data/datapackage.json."""
    folder = site_folder / addresses.DATA
    folder.mkdir(exist_ok=True)
    every = [file(table) for table in open_data.tables(site)]
    for one in every:
        about = _about(site, one.table)
        rows = [_bare(row) for row in one.rows]
        (folder / f"{one.table.id}.csv").write_text(_csv(one.rows), "utf-8")
        (folder / f"{one.table.id}.json").write_text(
            _json(about | {"fields": _fields(one), "rows": rows}), "utf-8"
        )
    (folder / "datapackage.json").write_text(_json(package(site, every)), "utf-8")


def file(table: Table) -> File:
    """The table, worked out once for all files that tell of it."""
    rows = records(table)
    return File(table, rows, tuple(_columns(table, rows)))


def records(table: Table) -> list[dict[str, tuple[Value, str]]]:
    """Each row as {field: (value, the words that stand in its place)}. All rows have the same
    fields, in the same order."""
    names, part, found = _names(table), "", []
    for row in table.rows:
        if row.part:
            part = row.label
            continue
        record = {
            "id": row.id,
            PART: part,
            "reference": row.reference,
            words.slug(table.corner).replace("-", "_"): row.label,
        }
        record = {key: (value, "") for key, value in record.items()}
        for name, cell in zip(names, row.cells):
            parts = dict(cell.parts)
            record[name] = (
                (None, cell.text)
                if cell.absent
                else (cell.text if cell.value is None and not parts else cell.value, "")
            )
            record |= {f"{name}_{key}": (parts.get(key), "") for key in PARTS}
        found.append(
            record | {NOTE: (row.note, ""), TOTAL: (row.total, ""), LINES: (_lines(row.lines), "")}
        )
    unused = (
        {
            key
            for key in found[0]
            if key not in names and not any(_filled(record[key]) for record in found)
        }
        if found
        else ()
    )
    return [{key: pair for key, pair in record.items() if key not in unused} for record in found]


def _names(table):
    """A name for each column; the same words twice would be one field."""
    names = [words.slug(column.label).replace("-", "_") for column in table.columns]
    return [
        name if names.count(name) == 1 else f"{name}_{place}" for place, name in enumerate(names, 1)
    ]


def _filled(pair):
    return pair[0] not in (None, "", False) or bool(pair[1])


def _lines(spans):
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _columns(table: Table, rows: list[dict[str, tuple[Value, str]]]) -> Iterator[Field]:
    """What the columns of a data file are called, hold and are counted in."""
    known: dict[str, tuple[str, str]] = {}
    for name, column in zip(_names(table), table.columns):
        known |= {name: (column.label, column.unit)} | {
            f"{name}_{key}": (f"{column.label}: {said}", "") for key, said in PARTS.items()
        }
    for name in rows[0] if rows else ():
        title, unit = known.get(name, (name.replace("_", " ").capitalize(), ""))
        values = [record[name][0] for record in rows if record[name][0] not in (None, "")]
        yield Field(
            name,
            title,
            _type(values),
            unit,
            tuple(sorted({record[name][1] for record in rows} - {""})),
        )


def _type(values):
    kinds = {
        next((name for kind, name in TYPES if isinstance(value, kind)), "string")
        for value in values
    }
    return (
        "number" if kinds == {"integer", "number"} else kinds.pop() if len(kinds) == 1 else "string"
    )


def _fields(file: File) -> list[dict[str, str]]:
    return [
        {
            "name": one.name,
            "type": one.type,
            "title": one.title,
            **({"unit": one.unit} if one.unit else {}),
        }
        for one in file.fields
    ]


def package(site: Site, files: Iterable[File]) -> dict[str, Any]:
    """The Data Package that describes every table."""
    board = site.board
    return {
        "profile": "tabular-data-package",
        "name": words.slug(board.abbreviation),
        "title": f"{board.name}: open data",
        "description": board.description,
        **({"homepage": board.site_url} if board.site_url else {}),
        **(
            {"licenses": [{"title": board.licence.title, "path": board.licence.url}]}
            if board.licence
            else {}
        ),
        "sources": [{"title": source.title} for source in site.sources.values()],
        "resources": [_resource(site, one) for one in files],
    }


def _resource(site: Site, file: File) -> dict[str, Any]:
    missing = sorted({words for one in file.fields for words in one.missing})
    about = _about(site, file.table)
    if any(_is_formula(value) for record in file.rows for value, _ in record.values()):
        about["description"] = " ".join((about.get("description", ""), AS_TEXT)).strip()
    return about | {
        "path": f"{file.table.id}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": _fields(file), "missingValues": ["", *missing]},
    }


def _about(site, table):
    """What a table is, and where its rows come from: `source_lines` are lines of the source."""
    source = site.sources.get(table.source)
    return {
        "name": table.id,
        "title": table.name or table.caption,
        **({"description": " ".join(table.notes)} if table.notes else {}),
        **({"sources": [{"title": source.title}]} if source else {}),
    }


def _csv(rows):
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")  # RFC 4180
    writer.writerow(rows[0] if rows else ())
    writer.writerows([_plain(*pair) for pair in record.values()] for record in rows)
    return "".join(lines)


class _Lines(list):
    """A list that a csv writer can write to."""

    write = list.append


def _plain(value, instead):
    """A value as CSV has it: a spreadsheet must not take a text for a formula, and run it."""
    if _is_formula(value):
        return f"'{value}"
    return (
        instead if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )


def _is_formula(value: Value) -> bool:
    """Whether a spreadsheet would take a text for a formula. Numbers are none."""
    return isinstance(value, str) and value.startswith(FORMULA)


def _bare(record):
    """A row as JSON has it: null where there is no value, and under `missing` the words that stand
    there."""
    missing = {key: instead for key, (value, instead) in record.items() if instead}
    return {key: value for key, (value, _) in record.items()} | (
        {"missing": missing} if missing else {}
    )


def _json(value):
    return json.dumps(value, ensure_ascii=False, indent=1, default=_written) + "\n"


def _written(value):
    return (
        float(value)
        if isinstance(value, Decimal) and value % 1
        else int(value)
        if isinstance(value, Decimal)
        else value.isoformat()
    )
