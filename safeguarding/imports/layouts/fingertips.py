"""The CSV of Fingertips, of the Office for Health Improvement and Disparities."""

from collections.abc import Iterator

from safeguarding.imports.layouts import Layout, Row, Sheet
from safeguarding.imports.reading import Line

NEEDED = ("Indicator ID", "Area Code", "Area Name", "Area Type", "Time period", "Value")
# What differs where the same figure stands twice, once below each parent.
ABOUT = frozenset(
    (
        *("Area Code", "Area Name", "Area Type", "Parent Code", "Parent Name", "Time period"),
        *("Time period Sortable", "Time period range", "Value note", "Recent Trend", "New data"),
        *("Compared to England value or percentiles", "Compared to percentiles"),
        "Compared to goal",
    )
)


def _read(name: str, header: list[str], lines: Iterator[Line]) -> Sheet:
    columns = {column: at for at, column in enumerate(header)}
    return Sheet(name, "the CSV of Fingertips", columns, ABOUT, _rows(columns, lines))


def _rows(columns: dict[str, int], lines: Iterator[Line]) -> Iterator[Row]:
    code, name, level, time = (
        columns[column] for column in ("Area Code", "Area Name", "Area Type", "Time period")
    )
    parent = columns.get("Parent Code")
    for number, cells in lines:
        region = "" if parent is None else cells[parent]
        yield Row(number, cells[time], "", cells[code], cells[name], cells[level], region, cells)


FINGERTIPS = Layout(NEEDED, _read)
