"""Bars for a table that has a single period."""

from safeguarding.performance.models import Table
from safeguarding.performance.views import verdict
from safeguarding.performance.views.picture import highest, series
from safeguarding.period import UNDATED
from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars, stacked


def bars(table: Table, areas) -> Bars | None:
    """The bars of a table; nothing where it has no value at all."""
    values = list(_values(table, areas))
    first = table.measures[0]
    return (
        stacked(f"{first.id}-bars", table.title or first.title, table.unit, values, highest(table))
        if values
        else None
    )


def _values(table, areas):
    """Each value with its label: the row, or the area where a row has more than one."""
    for measure in table.measures:
        known = [
            (mark, name, period, value)
            for mark, name, values in series(measure, areas)
            for period, value in verdict.values_in_order(values)
        ]
        for mark, name, period, value in known:
            yield (
                measure.title if mark == OURS or len(known) == 1 else _area(table, name, period),
                mark,
                value,
            )


def _area(table, name, period):
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
