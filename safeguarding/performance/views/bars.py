"""Bars for a table that has a single period."""

from collections.abc import Iterator, Mapping

from safeguarding.performance.models import Area, Measure, OneValue, Table
from safeguarding.performance.views import picture
from safeguarding.performance.views.values import observed
from safeguarding.period import UNDATED, in_order
from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars, stacked


def bars(table: Table, areas: Mapping[str, Area]) -> Bars | None:
    """The bars of a table; nothing where it has no value at all."""
    found = [value for row in table.measures for value in _values(table, row, areas)]
    values = [(label, mark, seen.value) for label, mark, seen in found]
    if not values:
        return None
    first = table.measures[0]
    title, id = table.title or first.title, f"{first.id}-bars"
    top, foot = picture.scale_top(table), picture.scale_foot(table)
    limits = {place: picture.limits(seen) for place, (_, _, seen) in enumerate(found)}
    known = {place: ends for place, ends in limits.items() if ends}
    about = {place: observed(seen) for place, (_, _, seen) in enumerate(found) if seen.approximate}
    return stacked(id, title, table.unit, values, top, foot, known, about)


def _values(
    table: Table, measure: Measure, areas: Mapping[str, Area]
) -> Iterator[tuple[str, str, OneValue]]:
    """(label, mark, value) of each value of a row: the row is its label, or the area where the row
    has more than one."""
    values = [
        (mark, name, period, seen)
        for mark, name, series in picture.series(table, measure, areas)
        for period in in_order(series, table.basis)
        if isinstance(seen := series[period], OneValue)
    ]
    for mark, name, period, seen in values:
        own = mark == OURS or len(values) == 1
        yield measure.title if own else _area(table, name, period), mark, seen


def _area(table: Table, name: str, period: str) -> str:
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
