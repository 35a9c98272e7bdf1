"""The geometry of the pictures beside the figures. Units are those of the SVG's own box."""

from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from safeguarding.models.indicator import Measure, Table
from safeguarding.models.period import UNDATED, end
from safeguarding.views import verdict, words

WIDTH, HEIGHT = 240, 136
LEFT, RIGHT, TOP, FLOOR = 34, 190, 26, 104
ASIDE = {"national": 20, "similar": 33, "other": 20}  # comparators stand to the right of our dot, clear of its label
OURS = "ours"


@dataclass(frozen=True)
class Dot:
    """One value: its middle, how it is marked (ours, national, similar, other) and its label."""

    x: float
    y: float
    mark: str
    label: str = ""


@dataclass(frozen=True)
class Tick:
    x: float
    label: str
    gap: bool = False


@dataclass(frozen=True)
class Trend:
    """One row's values over time, on the scale that all rows of its table share."""

    id: str
    title: str
    description: str
    ticks: tuple[Tick, ...]
    lines: tuple[tuple[Dot, Dot], ...]
    bands: tuple[tuple[float, float, float], ...]
    dots: tuple[Dot, ...]


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
    """One bar for each value of a table that has a single period."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int


def periods(table: Table) -> list[str]:
    """The periods that have a value, or a stated reason for none, in some row. Columns left blank are no periods."""
    found = {}
    for measure in table.measures:
        for period, seen in measure.values.items():
            found[period] = found.get(period, False) or seen.absence != "blank"
    return [period for period in sorted(found) if found[period]]


def pictures(table: Table, areas) -> tuple[Trend, ...] | Bars | None:
    """A trend for each row; one set of bars where there is no more than one period to show."""
    ours = {period for measure in table.measures for period, _ in verdict.known(measure.values)}
    if len(ours) > 1:
        top = _highest(table)
        return tuple(_trend(table, measure, areas, top) for measure in table.measures)
    return _bars(table, areas)


def _series(measure: Measure, areas):
    """Our series and the comparators, each with its mark and name; ours has no name."""
    yield OURS, "", measure.values
    for area, series in measure.comparators.items():
        yield areas[area].mark, areas[area].title, series


def _highest(table):
    seen = [value for measure in table.measures for series in (measure.values, *measure.comparators.values())
            for one in series.values() for value in (one.value, one.high) if value is not None]
    return max(seen, default=Decimal(1)) or Decimal(1)


def _trend(table, measure, areas, top):
    slots = _slots(table, measure)
    step = (RIGHT - LEFT) / max(len(slots) - 1, 1)
    x = {period: round(LEFT + step * place, 1) for place, (_, together) in enumerate(slots) for period in together}
    own = [Dot(x[period], _y(value, top), OURS, words.observed(measure.values[period])) for period, value in verdict.known(measure.values)]
    others = [Dot(x[period] + ASIDE[mark], _y(value, top), mark) for mark, name, series in _series(measure, areas) if name for period, value in verdict.known(series)]
    return Trend(
        id=measure.id,
        title=measure.title,
        description=_description(table, measure, areas),
        ticks=tuple(Tick(x[first], words.short_period(first), first in measure.values and not measure.values[first].known)
                    for _, (first, *_) in slots),
        lines=tuple(_lines(table, measure, x, top)),
        bands=tuple((x[period] + ASIDE[mark], _y(seen.high, top), _y(seen.low, top)) for mark, name, series in _series(measure, areas) if name
                    for period, seen in series.items() if seen.high is not None),
        dots=(*others, *own),
    )


def _slots(table, measure):
    """The places along the floor, in order of time. A comparator shares the place of our period that ends with its own."""
    slots = {}
    for period in (*periods(table), *(period for series in measure.comparators.values() for period in series)):
        slots.setdefault(end(period, table.basis), []).append(period)
    return sorted(slots.items())


def _lines(table, measure, x, top):
    """A line joins two neighbouring values, unless the source says they do not compare or one is missing."""
    slots = periods(table)
    for before, after in zip(slots, slots[1:]):
        pair = [measure.values.get(period) for period in (before, after)]
        if after not in table.breaks and all(seen and seen.value is not None for seen in pair):
            yield tuple(Dot(x[period], _y(seen.value, top), OURS) for period, seen in zip((before, after), pair))


def _y(value, top):
    return round(float(FLOOR - (FLOOR - TOP) * value / top), 1)


def _description(table, measure, areas):
    """All values of a row in words, for those who do not see the picture."""
    said = []
    for _, name, series in _series(measure, areas):
        values = [f"{words.period(period, table.basis)}: {words.observed(seen)}" for period, seen in series.items() if seen.absence != "blank"]
        if values:
            said.append(f"{name or 'Our values'}, {table.unit}: {'; '.join(values)}.")
    return " ".join(said)


BAR_LENGTH, BAR_STEP, LABEL_LINE, LABEL_LETTERS = 250, 22, 14, 48


def _bars(table, areas):
    found = [(measure, mark, name, period, value) for measure in table.measures
             for mark, name, series in _series(measure, areas) for period, value in verdict.known(series)]
    if not found:
        return None
    top = _highest(table)
    alone = len({mark for _, mark, *_ in found}) == 1
    bars, y = [], 0
    for measure, mark, name, period, value in found:
        label = tuple(wrap(measure.title if alone or mark == OURS else _other(table, name, period), LABEL_LETTERS))
        y += LABEL_LINE * len(label)
        bars.append(Bar(label, words.number(value), round(float(BAR_LENGTH * value / top), 1), y, mark))
        y += BAR_STEP
    title = table.title or table.measures[0].title
    description = f"{table.unit}: " + "; ".join(f"{' '.join(bar.label)} {bar.value}" for bar in bars) + "."
    return Bars(f"{table.measures[0].id}-bars", title, description, tuple(bars), y)


def _other(table, name, period):
    return name if period == UNDATED else f"{name}, {words.period(period, table.basis)}"
