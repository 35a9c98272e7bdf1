"""Records as a table of which no page shows the same rows: its data files alone hold it, one record
in each row."""

from collections.abc import Iterable

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
) -> Table:
    """The table with that id; `columns` are headings, one for each cell of a row. The rest is as in
    Table."""
    headings = tuple(Column(column, figures=False) for column in columns)
    return Table(caption, corner, headings, tuple(rows), notes, id=id, source=source)


def entry(id: str, label: str, *values: Value | tuple[str, ...]) -> Row:
    """A record as a row: its id, what it is called, and a value for each column."""
    return Row(label, tuple(map(value_cell, values)), id=id)


def value_cell(value: Value | tuple[str, ...]) -> Cell:
    """A value of a record as a cell: a list in one line, a day as it is written in data files."""
    if isinstance(value, tuple):
        return Cell("; ".join(value), absent=not value)
    text = "" if value is None else str(value)
    return Cell(text, value=value, absent=not text)
