"""A table of many periods, as a page shows it: the newest where readers begin."""

from dataclasses import replace
from itertools import product

from safeguarding.performance.models import Table as Figures
from safeguarding.period import UNDATED, in_order
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, Row, Table

MANY = 6  # more of our periods than that do not stand side by side on a narrow screen
FEW = 8  # so many series can, each in a column
TALL = 24  # more rows than that would lead too far away from what stands below
NONE_GIVEN = Cell("none given", absent=True)


def newest_first(figures: Figures, table: Table, ours: str) -> Table:
    """The same cells with a row for each period, the newest at the top, if our periods are many.
    With too many series for that, the newest columns come first. Our own values are called
    `ours`."""
    if sum(not column.who for column in table.columns) <= MANY:
        return table
    whose = dict.fromkeys(column.who for column in table.columns)
    in_groups = any(row.part or row.total or row.note for row in table.rows)
    if in_groups or len(table.rows) * len(whose) > FEW:
        return _with_newest_columns_first(figures, table)
    return _with_rows_of_periods(figures, table, ours)


def _periods(figures: Figures, table: Table) -> list[str]:
    """The newest first; undated comes last here too."""
    periods = {column.period for column in table.columns}
    dated = in_order(periods - {UNDATED}, figures.basis)
    return [*reversed(dated), *(periods & {UNDATED})]


def _with_newest_columns_first(figures: Figures, table: Table) -> Table:
    """Ours and those of others beside them, period by period."""
    periods = _periods(figures, table)
    places = range(len(table.columns))
    order = sorted(places, key=lambda place: periods.index(table.columns[place].period))
    rows = (
        row if row.part else replace(row, cells=tuple(row.cells[place] for place in order))
        for row in table.rows
    )
    columns = tuple(table.columns[place] for place in order)
    return replace(table, columns=columns, rows=tuple(rows))


def _with_rows_of_periods(figures: Figures, table: Table, ours: str) -> Table:
    """A column for each series: of each row ours, then those of others that it has."""
    cells = {
        (row.id, column.who, column.period): cell
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
    whose = dict.fromkeys(column.who for column in table.columns)
    given = {(id, who) for (id, who, _), cell in cells.items() if cell != NONE_GIVEN}
    series = [(row, who) for row, who in product(table.rows, whose) if (row.id, who) in given]
    unit, periods = table.columns[0].unit, _periods(figures, table)
    lines = tuple(sorted({span for row in table.rows for span in row.lines}))
    rows = (
        Row(
            words.period(period, figures.basis),
            tuple(cells.get((row.id, who, period), NONE_GIVEN) for row, who in series),
            lines=lines,
        )
        for period in periods
    )
    return replace(
        table,
        corner="When",
        columns=tuple(Column(_heading(table, row, who, ours), unit) for row, who in series),
        rows=tuple(rows),
        notes=(*table.notes, *_note(len(periods))),
        tall=len(periods) > TALL,
    )


def _note(how_many: int) -> tuple[str, ...]:
    """That there is more than one sees at once."""
    if how_many <= TALL:
        return ()
    return (f"The newest of {how_many} periods stands first; the older ones follow in the table.",)


def _heading(table: Table, row: Row, who: str, ours: str) -> str:
    """Whose values they are, and of what, as far as the table has several."""
    is_ours_alone = not any(column.who for column in table.columns)
    if len(table.rows) > 1 or is_ours_alone:
        return f"{row.label}, {who}" if who else row.label
    return who or ours
