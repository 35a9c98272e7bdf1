"""Bars for a table that has a single period."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from safeguarding.performance.models import Area, Table
from safeguarding.performance.views import verdict
from safeguarding.performance.views.picture import highest, lowest, series
from safeguarding.period import UNDATED
from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars, stacked


def bars(table: Table, areas: Mapping[str, Area]) -> Bars | None:
    """The bars of a table; nothing where it has no value at all."""
    values = list(_values(table, areas))
    first = table.measures[0]
    if not values:
        return None
    title, id = table.title or first.title, f"{first.id}-bars"
    return stacked(id, title, table.unit, values, highest(table), lowest(table))


def _values(table: Table, areas: Mapping[str, Area]) -> Iterator[tuple[str, str, Decimal]]:
    """(label, mark, value) of each value: the row is its label, or the area where a row has more
    than one."""
    for measure in table.measures:
        values = [
            (mark, name, period, value)
            for mark, name, one in series(measure, areas)
            for period, value in verdict.values_in_order(one)
        ]
        for mark, name, period, value in values:
            own = mark == OURS or len(values) == 1
            yield measure.title if own else _area(table, name, period), mark, value


def _area(table: Table, name: str, period: str) -> str:
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
