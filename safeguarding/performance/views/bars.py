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
    values = [(label, mark, seen.value) for label, mark, seen, _ in found]
    if not values:
        return None
    first = table.measures[0]
    title, id = table.title or first.title, f"{first.id}-bars"
    top, foot = picture.scale_top(table), picture.scale_foot(table)
    limits = {place: picture.limits(seen) for place, (_, _, seen, _) in enumerate(found)}
    known = {place: ends for place, ends in limits.items() if ends}
    goals = {place: picture.ends(aim) for place, (_, _, _, aim) in enumerate(found) if aim}
    about = {
        place: observed(seen) for place, (_, _, seen, _) in enumerate(found) if seen.approximate
    }
    return stacked(id, title, table.unit, values, top, foot, known, goals, about)


def _values(
    table: Table, measure: Measure, areas: Mapping[str, Area]
) -> Iterator[tuple[str, str, OneValue, picture.Aim | None]]:
    """(label, mark, value, target) of each value of a row: the row is its label, with its target in
    words, or the area where the row has more than one."""
    values = [
        (mark, name, period, seen)
        for mark, name, series in picture.series(table, measure, areas)
        for period in in_order(series, table.basis)
        if isinstance(seen := series[period], OneValue)
    ]
    for mark, name, period, seen in values:
        own = mark == OURS or len(values) == 1
        target = measure.target if mark == OURS else None
        aim = target.of(period, table.basis) if target else None
        label = measure.title if own else _area(table, name, period)
        yield f"{label} (target {_aimed(aim)})" if aim else label, mark, seen, aim


def _aimed(aim: picture.Aim) -> str:
    """A target in numbers."""
    return words.join([*dict.fromkeys(map(words.number, picture.ends(aim)))], "to")


def _area(table: Table, name: str, period: str) -> str:
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
