"""One row of a table as pictures see it: its series, its scale, and where each period and value
stands."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from safeguarding.performance.models import Area, Measure, NoValue, OneValue, Series, Table
from safeguarding.performance.views import picture
from safeguarding.performance.views.places import MISSING, places, slots
from safeguarding.performance.views.shapes import FLOOR, TOP, Point
from safeguarding.performance.views.values import observed
from safeguarding.performance.views.verdict import PeriodValue, values_in_order
from safeguarding.period import follows, in_order, length
from safeguarding.shared import words
from safeguarding.shared.bars import OURS
from safeguarding.shared.lettering import width

TICK, VALUE = 10, 12  # the sizes of letters
ONE_LINE = 60  # a label of a period that is wider stands on two lines
NO_VALUE = "no value"
# By how much a close picture is higher for the line of each other area, and for how many of them.
EACH_OTHER, MOST_OTHERS = 10, 8


class Row:
    """A row, with the mark, the name and the values of each series, ours first. `earlier` is a row
    of the same table: what an earlier source gave of the same."""

    def __init__(
        self,
        table: Table,
        measure: Measure,
        areas: Mapping[str, Area],
        earlier: Measure | None = None,
    ):
        self.table, self.measure, self.earlier = table, measure, earlier
        self.series = list(picture.series(table, measure, areas, earlier))
        ours = 2 if earlier else 1
        self.own, self.others = self.series[:ours], self.series[ours:]
        self.foot, self.top = picture.scale_foot(table), picture.scale_top(table)
        self.slots = slots(table, measure)
        named = words.short_periods([slot[0] for slot in self.slots if slot], table.basis)
        self._names = {period: _on_lines(name) for period, name in named.items()}
        theirs = [(mark, bool(self.runs(values, 2))) for mark, _, values in self.others]
        self.places = places(self.slots, theirs, self._widest(), {*picture.periods(table)})
        others = min(len(picture.marks(table, areas)), MOST_OTHERS)
        self.floor = FLOOR + (EACH_OTHER * others if self.places.is_close else 0)

    def _widest(self) -> float:
        """The width of the widest text at a place."""
        names = [line for lines in self._names.values() for line in lines]
        values = [observed(seen) for seen in self.known.values() if isinstance(seen, OneValue)]
        texts = [(NO_VALUE, TICK), *((name, TICK) for name in names)]
        return max(width(*text) for text in [*texts, *((value, VALUE) for value in values)])

    @property
    def ours(self) -> Series:
        """Our own values."""
        return self.measure.values

    @property
    def known(self) -> Series:
        """The same, and those of an earlier source for periods of which ours does not speak."""
        return (self.earlier.values if self.earlier else {}) | self.ours

    @property
    def has_values(self) -> bool:
        """Whether there is a value of ours or of others."""
        return any(values_in_order(values, self.table.basis) for _, _, values in self.series)

    def name(self, place: int) -> tuple[str, str]:
        """What stands below a place, on one line or two."""
        slot = self.slots[place]
        return self._names[slot[0]] if slot else (MISSING, "")

    def is_gap(self, place: int) -> bool:
        """Whether the source says that we have no value there."""
        slot = self.slots[place]
        return bool(slot) and isinstance(self.ours.get(slot[0]), NoValue)

    def y(self, value: Decimal) -> float:
        """The height of a value, from top to bottom."""
        share = (value - self.foot) / (self.top - self.foot)
        return round(float(self.floor - (self.floor - TOP) * share), 1)

    def point(self, pair: PeriodValue, mark: str = OURS) -> Point:
        """Where the value of a period stands."""
        period, value = pair
        return self.places.x(period, mark), self.y(value)

    @property
    def since(self) -> str:
        """The period from which on the values are ours, if an earlier source has some before."""
        ours = picture.spoken_of(self.ours, self.table.basis)
        return ours[0] if self.earlier and ours and self.places.place[ours[0]] else ""

    @property
    def breaks(self) -> list[str]:
        """The periods whose values do not compare with those before, or are the first from another
        source, in order. Before each is a place."""
        found = in_order({*self.table.breaks, self.since} - {""}, self.table.basis)
        return [period for period in found if self.places.place.get(period)]

    def before(self, period: str) -> float:
        """Halfway to a period, from all that stands at the place before it."""
        return self.places.before(self.places.place[period])

    def values(self, series: Series) -> list[PeriodValue]:
        """The values of a series in order of time."""
        return values_in_order(series, self.table.basis)

    def runs(self, series: Series, least: int = 1) -> list[list[PeriodValue]]:
        """The values of a series, at least so many, that a line may join: of periods of one length,
        with none missing between them."""
        found: list[list[PeriodValue]] = []
        for periods in self._of_one_length(series):
            before = ""
            for period in periods:
                seen = series.get(period)
                if isinstance(seen, OneValue):
                    if not (before and self._joins(before, period)):
                        found.append([])
                    found[-1].append((period, seen.value))
                before = period if isinstance(seen, OneValue) else ""
        return [run for run in found if len(run) >= least]

    def _of_one_length(self, series: Series) -> Iterator[list[str]]:
        """The periods of a series in order, those of one length together; of ours, all that the
        table has."""
        table, basis = self.table, self.table.basis
        periods = picture.periods(table) if series is self.ours else in_order(series, basis)
        lengths = dict.fromkeys(length(period, basis) for period in periods)
        for months in lengths:
            yield [period for period in periods if length(period, basis) == months]

    def _joins(self, before: str, after: str) -> bool:
        """Whether no time is missing between them, and the source says nothing against it."""
        return after not in self.table.breaks and follows(after, before, self.table.basis)


def _on_lines(name: str) -> tuple[str, str]:
    """A label of a period on two lines, if it is too wide for one."""
    if width(name, TICK) <= ONE_LINE:
        return name, ""
    if name.count(" ") == 1:
        first, last = name.split()
        return first, last
    for sign in ("–", " "):
        if sign in name:
            first, _, last = name.rpartition(sign)
            return first + sign.strip(), last
    return name, ""
