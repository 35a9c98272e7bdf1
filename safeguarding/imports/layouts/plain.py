"""A plain table, as people keep one: a line for each period, or a column for each. A column of
codes says which area a line is about; without one, all of it is about ours."""

import re
from collections.abc import Iterator
from itertools import islice

from safeguarding.imports.layouts import Row, Sheet
from safeguarding.imports.reading import Line, bad_file

PERIOD = re.compile(
    r"\d{4}|\d{4}\s*[-/–]\s*(\d\d){1,2}|\d{4}[-/–]\d\d Q[1-4]|\d{4}-\d\d(-\d\d)?|\d{4}/\d{4}"
)
CODE = re.compile(r"[A-Z]\d{8}")
VALUE = "value"  # what the cells below periods are called
LOOKED_AT = 50  # lines that tell which column holds what


def read(name: str, ours: str, lines: Iterator[Line]) -> Sheet:
    """The table below whatever title stands above it; `ours` is the code of our area. Raises
    Problems where no period stands in its header or in one of its columns."""
    header, first = _beginning(name, lines)
    across = [at for at, column in enumerate(header) if PERIOD.fullmatch(column)]
    area = _column(CODE, first, range(len(header)))
    if across:
        labels = [at for at in range(len(header)) if at not in across and header[at]]
        columns = {header[at]: number for number, at in enumerate(labels)} | {VALUE: len(labels)}
        rows = _across(header, across, labels, area, ours, _chain(first, lines))
        about = frozenset(header[at] for at in labels if at == area)
        return Sheet(name, "a plain table with periods across", columns, about, rows)
    time = _column(PERIOD, first, range(len(header)))
    if time is None:
        raise bad_file(
            name,
            "has no layout known here: it is neither a file of Explore Education Statistics (with"
            " a column time_period) nor of Fingertips (with a column Indicator ID), nor a table"
            " with periods like 2024-25 in its header or in a column",
        )
    columns = {column: at for at, column in enumerate(header) if column}
    about = frozenset(header[at] for at in (time, area) if at is not None)
    rows = _down(time, area, ours, _chain(first, lines))
    return Sheet(name, "a plain table with periods down", columns, about, rows)


def _beginning(name: str, lines: Iterator[Line]) -> tuple[list[str], list[Line]]:
    """The header, which is the first line with more than one cell, and the lines that follow."""
    for _, cells in lines:
        header = [cell.strip() for cell in cells]
        if sum(1 for cell in header if cell) > 1:
            first = islice(lines, LOOKED_AT)
            return header, [_as_long(line, len(header)) for line in first]
    raise bad_file(name, "has no table: no line has more than one cell")


def _as_long(line: Line, length: int) -> Line:
    """The line with at least as many cells as the header: empty ones at its end may be left out."""
    return Line(line.number, [*line.cells, *[""] * (length - len(line.cells))])


def _chain(first: list[Line], others: Iterator[Line]) -> Iterator[Line]:
    yield from first
    for line in others:
        yield _as_long(line, len(first[0].cells))


def _column(like: re.Pattern[str], lines: list[Line], among: range) -> int | None:
    """The first column that holds nothing but what looks like this."""
    for at in among:
        cells = [line.cells[at].strip() for line in lines]
        if any(cells) and all(like.fullmatch(cell) for cell in cells if cell):
            return at
    return None


def _across(
    header: list[str],
    periods: list[int],
    labels: list[int],
    area: int | None,
    ours: str,
    lines: Iterator[Line],
) -> Iterator[Row]:
    for number, cells in lines:
        code = ours if area is None else cells[area].strip()
        about = [cells[at].strip() for at in labels]
        for at in periods:
            yield Row(number, header[at], "", code, "", "", "", [*about, cells[at]])


def _down(time: int, area: int | None, ours: str, lines: Iterator[Line]) -> Iterator[Row]:
    for number, cells in lines:
        if cells[time].strip():
            code = ours if area is None else cells[area].strip()
            yield Row(number, cells[time].strip(), "", code, "", "", "", cells)
