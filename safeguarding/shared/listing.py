"""Records as a table of which no page shows the same rows: its data files alone hold it, one record
in each row."""

from collections.abc import Iterable
from dataclasses import replace

from safeguarding.shared.table import Cell, Column, Row, Table, Value


def listing(
    id: str,
    caption: str,
    corner: str,
    columns: tuple[str, ...],
    rows: Iterable[Row],
    *,
    source: str = "",
    notes: tuple[str, ...] = (),
    if_any: tuple[str, ...] = (),
) -> Table:
    """The table with that id; `columns` are headings, one for each cell of a row. Those of `if_any`
    stand there only where a row has something to say in them. The rest is as in Table."""
    every = tuple(rows)
    kept = [
        place
        for place, column in enumerate(columns)
        if column not in if_any or any(not row.cells[place].absent for row in every)
    ]
    return Table(
        caption,
        corner,
        tuple(Column(columns[place], figures=False) for place in kept),
        tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in every),
        notes,
        id=id,
        source=source,
    )


def entry(id: str, label: str, *values: Value | tuple[str, ...], href: str = "") -> Row:
    """A record as a row: its id, what it is called, and a value for each column."""
    return Row(label, tuple(map(value_cell, values)), id=id, href=href)


def value_cell(value: Value | tuple[str, ...]) -> Cell:
    """A value of a record as a cell: a list in one line, a day as it is written in data files."""
    if isinstance(value, tuple):
        return Cell("; ".join(value), absent=not value)
    text = "" if value is None else str(value)
    return Cell(text, value=value, absent=not text)
