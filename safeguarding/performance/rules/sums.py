"""Columns add up to what the source says, and shares are those of their counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from safeguarding.performance.models import Counted, Measure, OneValue, Series, Table
from safeguarding.performance.rules.places import HELP, problem_of, rounded
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site, Value


class Cell(NamedTuple):
    """Where a number of the framework stands. Without a measure it is a total that a table
    states."""

    measure: str
    area: str | None
    group: str | None
    period: str


@dataclass(frozen=True)
class Adding:
    """Numbers of a table that add up to another: to the cell `whole`, which has the value `stated`
    where the table itself states it. `name` is that of their column or row; `record` and `steps`
    lead to what says that they add up."""

    table: Table
    whole: Cell
    parts: tuple[Cell, ...]
    stated: Decimal | None
    name: str
    record: Table | Measure
    steps: tuple[str, ...]


Cells = Mapping[Cell, Value]


def cells(site: Site) -> dict[Cell, Value]:
    """Every value by where it stands."""
    return {cell_of(value): value for value in site.observations()}


def cell_of(value: Value) -> Cell:
    """Where a value stands."""
    return Cell(value.measure.id, value.area, value.group, value.period)


def addings(site: Site) -> Iterator[Adding]:
    """All that adds up: the columns of tables that say to what, and the rows of cross-tables."""
    for _, table in site.tables():
        rows = [measure for measure in table.measures if measure.id != table.adds_up_to]
        for column in columns(table):
            yield from _down(site, table, rows, column)
        for measure in table.measures:
            yield from _along(table, measure)


def columns(table: Table) -> list[Cell]:
    """Each column of a table, as a cell without a measure."""
    found = (
        Cell("", area, group, period)
        for measure in table.measures
        for area, group, series in _series(measure)
        for period in series
    )
    return list(dict.fromkeys(found))


def _series(measure: Measure) -> Iterator[tuple[str | None, str | None, Series]]:
    """(area, group, values) of each series of a row."""
    yield None, None, measure.values
    for group, series in measure.across.items():
        yield None, group, series
    for area, series in measure.beside.items():
        yield area, None, series


def _down(site: Site, table: Table, rows: list[Measure], column: Cell) -> Iterator[Adding]:
    """A column and its total, where the table names one."""
    if table.overlapping or column.area in table.unreconciled:
        return
    parts = tuple(column._replace(measure=row.id) for row in rows)
    name = f"{column.area or column.group or 'our column'} for {column.period}"
    here = column._replace(measure=f"the total of {table.measures[0].id}")
    ours = column.area is None and column.group is None
    if ours and column.period in table.totals:
        stated, steps = table.totals[column.period], ("totals", column.period)
        yield Adding(table, here, parts, stated, name, table, steps)
    elif table.total is not None:
        yield Adding(table, here, parts, table.total, name, table, ("total",))
    if table.adds_up_to in site.measures:
        whole = column._replace(measure=table.adds_up_to)
        yield Adding(table, whole, parts, None, name, table, ("adds_up_to",))


def _along(table: Table, measure: Measure) -> Iterator[Adding]:
    """The columns of a row of a cross-table, which add up to our values."""
    if table.across is None or table.across.overlapping or table.kind != "count":
        return
    periods = dict.fromkeys(period for series in measure.across.values() for period in series)
    for period in periods:
        whole = Cell(measure.id, None, None, period)
        parts = tuple(whole._replace(group=group) for group in table.across.groups)
        yield Adding(table, whole, parts, None, f"the row for {period}", measure, ("across",))


@rule(
    HELP,
    good="        unit: calls\n        basis: calendar\n",
    bad="        unit: calls\n        basis: calendar\n        total: 1200\n",
)
def columns_add_up(site: Site) -> Iterator[Problem]:
    """Where a table says what its columns add up to (a number, one for each period, or a row), each
    whole column does, but for the rounding that it allows. So does each row of a cross-table."""
    there = cells(site)
    for adding in addings(site):
        numbers = [_number(there, part) for part in adding.parts]
        total = _number(there, adding.whole) if adding.stated is None else adding.stated
        known = [number for number in numbers if number is not None]
        if total is None or len(known) < len(numbers):
            continue
        if abs(sum(known) - total) > _allowed(site, adding):
            field, *inside = adding.steps
            yield adding.record.problem(
                field,
                f"{adding.name} adds up to {sum(known)}, not {total}; correct a value or the total",
                *inside,
            )


def _number(there: Cells, cell: Cell) -> Decimal | None:
    """The one value that stands in a cell."""
    seen = there[cell].observation if cell in there else None
    return seen.value if isinstance(seen, OneValue) else None


def _allowed(site: Site, adding: Adding) -> Decimal:
    """How far a sum may be off: by the rounding that the table allows, and by half of that to which
    each of its counts is rounded."""
    allowed = adding.table.rounding or Decimal(0)
    if adding.table.kind == "count":
        step = rounded(site, adding.table, adding.whole.area)
        allowed += Decimal(step) / 2 * (len(adding.parts) + 1)
    return allowed


@rule(HELP, good="{value: 70.0, count: 35, of: 50}", bad="{value: 70.0, count: 36, of: 50}")
def shares_match_counts(site: Site) -> Iterator[Problem]:
    """A percentage or a rate printed beside a count is that count's share, as far as the counts are
    rounded: of `of`, of the column, or of another row."""
    for value in site.observations():
        seen, base = value.observation, base_of(value.table)
        if base is None or not isinstance(seen, OneValue) or seen.count is None:
            continue
        whole = whole_of(site, value, seen)
        if whole == 0 and seen.count:
            yield problem_of(
                value, f"{value.period}: {seen.count} of 0 cannot be; correct the counts"
            )
        elif whole and not _agree(site, value, seen, whole):
            share = _as_printed(base * seen.count / whole, seen.value)
            unit = "%" if value.table.kind == "percent" else f" per {base:,}"
            yield problem_of(
                value,
                f"{value.period}: {seen.count} of {whole} is {share}{unit}, not {seen.value}{unit};"
                " correct one of them",
            )


def base_of(table: Table) -> int | None:
    """Out of how many the values of a table are; None where they are no shares, or where the unit
    does not say it."""
    if table.kind == "percent":
        return 100
    return table.base if table.kind == "rate" else None


def _agree(site: Site, value: Value, seen: OneValue, whole: Decimal) -> bool:
    """Whether a printed share can be that of its counts, which the source may round."""
    base, half = base_of(value.table) or 0, Decimal(rounded(site, value.table, value.area)) / 2
    count = seen.count or Decimal(0)
    least = base * max(count - half, Decimal(0)) / (whole + half)
    most = base * (count + half) / max(whole - half, Decimal(1))
    return _as_printed(least, seen.value) <= seen.value <= _as_printed(most, seen.value)


def whole_of(site: Site, value: Value, seen: Counted) -> Decimal | None:
    """What a count is a part of, where the figures say that."""
    if seen.of is not None:
        return seen.of
    if value.area is not None or value.group is not None:
        return None
    if value.measure.share_of in site.measures:
        whole = site.measures[value.measure.share_of].values.get(value.period)
        return whole.value if isinstance(whole, OneValue) else None
    rows = [row.values[value.period] for row in value.table.measures if value.period in row.values]
    counts = (row.count for row in rows if isinstance(row, Counted))
    parts = [count for count in counts if count is not None]
    return sum(parts, Decimal(0)) if value.table.total and len(parts) == len(rows) else None


def _as_printed(share: Decimal, printed: Decimal) -> Decimal:
    """A share with as many digits as the printed one."""
    return share.quantize(last_digit(printed), ROUND_HALF_UP)


def last_digit(number: Decimal) -> Decimal:
    """One of the last place that a number has: 0.1 of 2.5."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
