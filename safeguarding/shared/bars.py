"""The geometry of bars: one for each value of a table that has a single period. The SVG's box is
320 wide."""

from dataclasses import dataclass
from textwrap import wrap

from safeguarding.performance.models import Table
from safeguarding.performance.views import verdict
from safeguarding.period import UNDATED
from safeguarding.shared import words
from safeguarding.shared.picture import OURS, highest, series

LENGTH, STEP, LABEL_LINE, LABEL_LETTERS = 250, 22, 14, 48


@dataclass(frozen=True)
class Bar:
    """One value as a bar below its label, which may need several lines."""

    label: tuple[str, ...]
    value: str
    length: float
    y: int
    mark: str


@dataclass(frozen=True)
class Bars:
    """All bars of a table, and the height they take."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int


def bars(table: Table, areas) -> Bars | None:
    """The bars of a table; nothing where it has no value at all."""
    values = list(_values(table, areas))
    first = table.measures[0]
    return (
        stacked(f"{first.id}-bars", table.title or first.title, table.unit, values, highest(table))
        if values
        else None
    )


def stacked(id: str, title: str, unit: str, values, top) -> Bars:
    """Bars for (label, mark, value) triples, one below the other; `top` is the value of the longest
    that could be."""
    found, y = [], 0
    for label, mark, value in values:
        lines = tuple(wrap(label, LABEL_LETTERS))
        y += LABEL_LINE * len(lines)
        found.append(
            Bar(lines, words.number(value), round(float(LENGTH * value / top), 1), y, mark)
        )
        y += STEP
    description = (
        f"{unit}: " + "; ".join(f"{' '.join(bar.label)} {bar.value}" for bar in found) + "."
    )
    return Bars(id, title, description, tuple(found), y)


def _values(table, areas):
    """Each value with its label: the row, or the area where a row has more than one."""
    for measure in table.measures:
        known = [
            (mark, name, period, value)
            for mark, name, values in series(measure, areas)
            for period, value in verdict.known(values)
        ]
        for mark, name, period, value in known:
            yield (
                measure.title if mark == OURS or len(known) == 1 else _area(table, name, period),
                mark,
                value,
            )


def _area(table, name, period):
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
