"""The geometry of a trend: one row's values over time. Units are those of the SVG's own box, whose
measures the picture tells its template."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from safeguarding.performance.models import Area, Measure, NoValue, Range, Table
from safeguarding.performance.views import picture, verdict
from safeguarding.performance.views.values import observed
from safeguarding.period import end
from safeguarding.shared import words
from safeguarding.shared.bars import OURS

HEIGHT = 136
# Where values can stand: between the middles of the first place and of the last, and from the top
# of the scale to its floor.
LEFT, RIGHT, TOP, FLOOR = 34, 190, 26, 104
# The width for up to four places. A picture of more is wider by a step for each, so that their
# labels stay apart.
NARROW, STEP = 240, 52
# How far a comparator stands to the right of our dot, clear of its label.
ASIDE = {OURS: 0, "national": 20, "similar": 33, "other": 20}
Areas = Mapping[str, Area]


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
    low. `nought` is the height of the line that values stand on, `floor` that of the foot of the
    scale, below which the labels of periods stand."""

    id: str
    title: str
    description: str
    width: int
    nought: float
    ticks: tuple[Tick, ...]
    lines: tuple[tuple[Dot, Dot], ...]
    bands: tuple[tuple[float, float, float], ...]
    dots: tuple[Dot, ...]
    height: int = HEIGHT
    floor: int = FLOOR

    @property
    def wide(self) -> bool:
        """Whether it is too wide to stand beside another."""
        return self.width > NARROW


class Scale:
    """Where a period and a value of one row stand."""

    def __init__(self, table: Table, measure: Measure):
        self.foot, self.top = picture.scale_foot(table), picture.scale_top(table)
        self.own_periods = picture.periods(table)
        self.slots = _slots(table, measure)
        steps = max(len(self.slots) - 1, 1)
        self.width = max(NARROW, NARROW - RIGHT + LEFT + STEP * steps)
        self._step = (self.width - NARROW + RIGHT - LEFT) / steps
        self._place = {period: place for place, slot in enumerate(self.slots) for period in slot}
        own = set(self.own_periods)
        self._shared = {period for slot in self.slots if own & set(slot) for period in slot}

    def middle(self, period: str) -> float:
        """The middle of the place of a period, from left to right."""
        return round(LEFT + self._step * self._place[period], 1)

    def x(self, period: str, mark: str = OURS) -> float:
        """A comparator stands aside where our value has its place, and begins in the middle of a
        place of its own."""
        if mark == OURS:
            return self.middle(period)
        start = 0 if period in self._shared else ASIDE["national"]
        return self.middle(period) + ASIDE[mark] - start

    def y(self, value: Decimal) -> float:
        """The height of a value, from top to bottom."""
        return round(float(FLOOR - (FLOOR - TOP) * (value - self.foot) / (self.top - self.foot)), 1)

    @property
    def nought(self) -> float:
        """The height of nought; of a scale that has nothing below it, the floor."""
        return self.y(Decimal(0)) if self.foot else FLOOR


def _slots(table: Table, measure: Measure) -> list[list[str]]:
    """The periods along the floor, in order of time; those that end together share a place, ours
    first."""
    theirs = [period for values in measure.comparators.values() for period in values]
    by_month: dict[str, list[str]] = {}
    for period in (*picture.periods(table), *theirs):
        by_month.setdefault(end(period, table.basis), []).append(period)
    return [by_month[month] for month in sorted(by_month)]


def trends(table: Table, areas: Areas) -> tuple[Trend, ...]:
    """A picture for each row that has a value of ours or of others."""
    return tuple(
        _trend(table, measure, areas) for measure in table.measures if _has_values(measure)
    )


def _has_values(measure: Measure) -> bool:
    return any(map(verdict.values_in_order, (measure.values, *measure.comparators.values())))


def _trend(table: Table, measure: Measure, areas: Areas) -> Trend:
    scale = Scale(table, measure)
    return Trend(
        id=measure.id,
        title=measure.title,
        description=_description(table, measure, areas),
        width=scale.width,
        nought=scale.nought,
        ticks=tuple(_tick(scale, measure, slot[0]) for slot in scale.slots),
        lines=tuple(_lines(scale, table, measure)),
        bands=tuple(_bands(scale, measure, areas)),
        dots=tuple(_dots(scale, measure, areas)),
    )


def _tick(scale: Scale, measure: Measure, period: str) -> Tick:
    gap = isinstance(measure.values.get(period), NoValue)
    return Tick(scale.middle(period), words.short_period(period), gap)


def _lines(scale: Scale, table: Table, measure: Measure) -> Iterator[tuple[Dot, Dot]]:
    """A line joins two neighbouring values, unless the source says they do not compare or one is
    missing."""
    dots = {
        period: Dot(scale.x(period), scale.y(value), OURS)
        for period, value in verdict.values_in_order(measure.values)
    }
    for before, after in pairwise(scale.own_periods):
        if before in dots and after in dots and after not in table.breaks:
            yield dots[before], dots[after]


def _bands(scale: Scale, measure: Measure, areas: Areas) -> Iterator[tuple[float, float, float]]:
    """(x, high, low) of each range, of ours and of others."""
    for mark, _, values in picture.series(measure, areas):
        for period, observation in values.items():
            if isinstance(observation, Range):
                x, high, low = scale.x(period, mark), observation.high, observation.low
                yield x, scale.y(high), scale.y(low)


def _dots(scale: Scale, measure: Measure, areas: Areas) -> Iterator[Dot]:
    """Every value, ours last, so that nothing covers it. Ours alone have labels."""
    for mark, _, values in reversed(list(picture.series(measure, areas))):
        for period, value in verdict.values_in_order(values):
            label = observed(values[period]) if mark == OURS else ""
            yield Dot(scale.x(period, mark), scale.y(value), mark, label)


def _description(table: Table, measure: Measure, areas: Areas) -> str:
    """All values of a row in words, for those who do not see the picture."""
    sentences = []
    for _, name, values in picture.series(measure, areas):
        parts = [
            f"{words.period(period, table.basis)}: {observed(observation)}"
            for period, observation in values.items()
            if picture.is_spoken_of(observation)
        ]
        if parts:
            sentences.append(f"{name or 'Our values'}, {table.unit}: {'; '.join(parts)}.")
    return " ".join(sentences)
