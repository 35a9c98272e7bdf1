"""Bars for a table that has a single period."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from safeguarding.performance.models import Area, Measure, Table
from safeguarding.performance.views import picture, verdict
from safeguarding.period import UNDATED
from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars, stacked


def bars(table: Table, areas: Mapping[str, Area]) -> Bars | None:
    """The bars of a table; nothing where it has no value at all."""
    values = [value for row in table.measures for value in _values(table, row, areas)]
    if not values:
        return None
    first = table.measures[0]
    title, id = table.title or first.title, f"{first.id}-bars"
    top, foot = picture.scale_top(table), picture.scale_foot(table)
    return stacked(id, title, table.unit, values, top, foot)


def _values(
    table: Table, measure: Measure, areas: Mapping[str, Area]
) -> Iterator[tuple[str, str, Decimal]]:
    """(label, mark, value) of each value of a row: the row is its label, or the area where the row
    has more than one."""
    values = [
        (mark, name, period, value)
        for mark, name, series in picture.series(table, measure, areas)
        for period, value in verdict.values_in_order(series, table.basis)
    ]
    for mark, name, period, value in values:
        own = mark == OURS or len(values) == 1
        yield measure.title if own else _area(table, name, period), mark, value


def _area(table: Table, name: str, period: str) -> str:
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
