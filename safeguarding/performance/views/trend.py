"""The geometry of a trend: one row's values over time. Units are those of the SVG's own box: 136
high, and 240 wide for up to four places."""

from dataclasses import dataclass
from decimal import Decimal

from safeguarding.performance.models import Table
from safeguarding.performance.views import verdict
from safeguarding.performance.views.picture import highest, lowest, periods, series
from safeguarding.performance.views.values import observed
from safeguarding.period import end
from safeguarding.shared import words
from safeguarding.shared.bars import OURS

LEFT, RIGHT, TOP, FLOOR = 34, 190, 26, 104
NARROW, STEP = (
    240,
    52,
)  # a picture of more than four places is wider, so that their labels stay apart
ASIDE = {
    OURS: 0,
    "national": 20,
    "similar": 33,
    "other": 20,
}  # comparators stand to the right of our dot, clear of its label


@dataclass(frozen=True)
class Dot:
    """One value: its middle, how it is marked (ours, national, similar, other) and its label."""

    x: float
    y: float
    mark: str
    label: str = ""


@dataclass(frozen=True)
class Tick:
    """A place on the floor and its period. At a gap our row has no value."""

    x: float
    label: str
    gap: bool = False


@dataclass(frozen=True)
class Trend:
    """One row's picture, on the scale that all rows of its table share. A band is a range: x, high,
    low. `nought` is the height of the line that values stand on."""

    id: str
    title: str
    description: str
    width: int
    nought: float
    ticks: tuple[Tick, ...]
    lines: tuple[tuple[Dot, Dot], ...]
    bands: tuple[tuple[float, float, float], ...]
    dots: tuple[Dot, ...]


class _Plane:
    """Where a period and a value stand."""

    def __init__(self, table, measure):
        self.foot, self.top, self.own = lowest(table), highest(table), periods(table)
        self.slots = _slots(table, measure)
        steps = max(len(self.slots) - 1, 1)
        self.width = max(NARROW, NARROW - RIGHT + LEFT + STEP * steps)
        step = (self.width - NARROW + RIGHT - LEFT) / steps
        self.floor = {
            period: round(LEFT + step * place, 1)
            for place, slot in enumerate(self.slots)
            for period in slot
        }
        self.shared = {
            period for slot in self.slots if set(slot) & set(self.own) for period in slot
        }

    def x(self, period, mark=OURS):
        """A comparator stands aside where our value has its place, and begins in the middle of a
        place of its own."""
        start = 0 if period in self.shared or mark == OURS else ASIDE["national"]
        return self.floor[period] + ASIDE[mark] - start

    def y(self, value):
        return round(float(FLOOR - (FLOOR - TOP) * (value - self.foot) / self.height), 1)

    @property
    def height(self) -> Decimal:
        """How much stands between the foot of the scale and its top."""
        return self.top - self.foot

    @property
    def nought(self) -> float:
        return self.y(0) if self.foot else FLOOR


def _slots(table, measure):
    """The periods along the floor, in order of time; those that end together share a place, ours
    first."""
    slots = {}
    for period in (
        *periods(table),
        *(period for values in measure.comparators.values() for period in values),
    ):
        slots.setdefault(end(period, table.basis), []).append(period)
    return [slots[month] for month in sorted(slots)]


def trends(table: Table, areas) -> tuple[Trend, ...]:
    """A picture for each row that has a value of ours or of others."""
    return tuple(
        _trend(table, measure, areas)
        for measure in table.measures
        if any(
            verdict.values_in_order(values)
            for values in (measure.values, *measure.comparators.values())
        )
    )


def _trend(table, measure, areas):
    plane = _Plane(table, measure)
    return Trend(
        id=measure.id,
        title=measure.title,
        description=_description(table, measure, areas),
        width=plane.width,
        nought=plane.nought,
        ticks=tuple(_tick(plane, measure, slot[0]) for slot in plane.slots),
        lines=tuple(_lines(plane, table, measure)),
        bands=tuple(_bands(plane, measure, areas)),
        dots=tuple(_dots(plane, measure, areas)),
    )


def _tick(plane, measure, period):
    return Tick(
        plane.floor[period],
        words.short_period(period),
        period in measure.values and not measure.values[period].has_value,
    )


def _lines(plane, table, measure):
    """A line joins two neighbouring values, unless the source says they do not compare or one is
    missing."""
    for before, after in zip(plane.own, plane.own[1:]):
        pair = [measure.values.get(period) for period in (before, after)]
        if after not in table.breaks and all(seen and seen.value is not None for seen in pair):
            yield tuple(
                Dot(plane.x(period), plane.y(seen.value), OURS)
                for period, seen in zip((before, after), pair)
            )


def _bands(plane, measure, areas):
    for mark, _, values in series(measure, areas):
        for period, seen in values.items():
            if seen.high is not None:
                yield plane.x(period, mark), plane.y(seen.high), plane.y(seen.low)


def _dots(plane, measure, areas):
    """Every value, ours last, so that nothing covers it."""
    for mark, name, values in reversed(list(series(measure, areas))):
        for period, value in verdict.values_in_order(values):
            yield Dot(
                plane.x(period, mark),
                plane.y(value),
                mark,
                "" if name else observed(values[period]),
            )


def _description(table, measure, areas):
    """All values of a row in words, for those who do not see the picture."""
    said = []
    for _, name, values in series(measure, areas):
        seen = [
            f"{words.period(period, table.basis)}: {observed(one)}"
            for period, one in values.items()
            if one.absence != "blank"
        ]
        if seen:
            said.append(f"{name or 'Our values'}, {table.unit}: {'; '.join(seen)}.")
    return " ".join(said)
