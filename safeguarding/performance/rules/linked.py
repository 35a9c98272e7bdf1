"""What figures of one indicator say of each other: periods that make up a longer one, what a share
is of, and what a change began with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from safeguarding.disclosure import Bounds, Sum
from safeguarding.performance.models import Measure, Observation, OneValue, Table
from safeguarding.performance.rules.places import rounded
from safeguarding.performance.rules.sums import Cell, addings, cells, last_digit
from safeguarding.period import Span, end, in_order, length, span
from safeguarding.site import Site, Value

Values = Mapping[Cell, Value]
Ends = tuple[Decimal, Decimal]  # between which a number lies
Periods = Mapping[Cell, Span]
DAY = timedelta(days=1)


class Hint(NamedTuple):
    """What another figure says of the number in a cell: between which it lies, and by what."""

    cell: Cell
    bounds: Bounds
    by: str


def series(site: Site) -> list[Periods]:
    """Counts of the same over time, of one area and column. Rows of one indicator count the same if
    they have the same title and unit, each in a table of another basis, or in tables told apart
    `by` the same. What there is on days stands apart: it adds up to no year."""
    rows: dict[tuple[str, ...], list[tuple[Table, Measure]]] = defaultdict(list)
    for indicator, table in site.tables():
        if table.kind == "count":
            for row in table.measures:
                key = (indicator.id, table.unit, table.by or "", _named(row))
                rows[key].append((table, row))
    keys = {row.id: key for key, found in rows.items() if _are_one(found) for _, row in found}
    every: dict[tuple[object, ...], dict[Cell, Span]] = defaultdict(dict)
    for cell, value in cells(site).items():
        days = span(cell.period, value.table.basis)
        if days and cell.measure in keys:
            is_day = days.first == days.last
            every[keys[cell.measure], cell.area, cell.group, is_day][cell] = days
    return list(every.values())


def _named(row: Measure) -> str:
    return row.title.casefold()


def _are_one(rows: list[tuple[Table, Measure]]) -> bool:
    """Whether rows of the same title count the same."""
    bases = {table.basis for table, _ in rows}
    return len(bases) == len(rows) or all(table.by for table, _ in rows)


def made_up(periods: Periods) -> Iterator[Sum[Cell]]:
    """Each period that others make up, like a year by its quarters, and each that stands twice. Of
    periods that overlap, like rolling years, the first alone."""
    named: dict[Span, Cell] = {}
    for cell, days in periods.items():
        if named.setdefault(days, cell) != cell:
            yield Sum(cell, (named[days],))
    taken: list[Span] = []
    for days, cell in named.items():
        parts = list(_parts(days, named))
        is_whole = bool(parts) and parts[-1].last == days.last
        if is_whole and not any(_cross(days, other) for other in taken):
            taken.append(days)
            yield Sum(cell, tuple(named[part] for part in parts))


def _cross(one: Span, other: Span) -> bool:
    """Whether each has days that the other has not, and some are of both."""
    first, second = sorted((one, other))
    return first.first < second.first <= first.last < second.last


def _parts(whole: Span, named: Iterable[Span]) -> Iterator[Span]:
    """The longest periods within another, one after the other from its first day on."""
    after = whole.first
    while found := [
        one for one in named if one.first == after and one != whole and one.last <= whole.last
    ]:
        yield max(found)
        after = max(found).last + DAY


def hints(site: Site, hidden: Collection[Cell]) -> Iterator[Hint]:
    """What shares and changes say of hidden counts in rows of the same title, area and column."""
    values = cells(site)
    counted: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell, value in values.items():
        if value.table.kind == "count":
            counted[_like(value)].append(cell)
    shown = _Shown(site, values)
    for value in values.values():
        beside = counted.get(_like(value), [])
        if value.table.kind == "change":
            yield from _of_change(shown, value, beside, hidden)
        elif value.table.kind == "percent" and value.table.total == 100:
            yield from _of_share(shown, value, beside, hidden)


def _like(value: Value) -> tuple[str, ...]:
    """What is the same in all values of one thing: its indicator, its title, area and column."""
    of, table = value.indicator.id, value.table
    place = (value.area or "", value.group or "", table.by or "", table.basis)
    return of, _named(value.measure), *place


class _Shown:
    """The counts that readers see: between which numbers each lies."""

    def __init__(self, site: Site, values: Values):
        self.site, self.values = site, values
        self.wholes = {
            part: one
            for one in addings(site)
            if one.record is one.table and one.table.kind == "count"
            for part in one.parts
        }

    def count(self, cell: Cell) -> Ends | None:
        """Of a cell."""
        value = self.values[cell]
        number = _one(value.observation)
        return None if number is None else self._ends(number, value.table, value.area)

    def whole(self, cell: Cell) -> Ends | None:
        """Of what a cell is a part of, where its table says that."""
        one = self.wholes.get(cell)
        if one is None:
            return None
        if one.stated is None:
            return self.count(one.whole) if one.whole in self.values else None
        return self._ends(one.stated, one.table, cell.area)

    def _ends(self, number: Decimal, table: Table, area: str | None) -> Ends:
        half = Decimal(rounded(self.site, table, area)) / 2
        return number - half, number + half


def _one(seen: Observation) -> Decimal | None:
    return seen.value if isinstance(seen, OneValue) else None


def _of_share(
    shown: _Shown, value: Value, beside: Iterable[Cell], hidden: Collection[Cell]
) -> Iterator[Hint]:
    """A share of a whole that is published."""
    for cell in beside:
        whole, share = shown.whole(cell), _ends(value)
        if share and whole and cell.period == value.period and cell in hidden:
            found = [part * all_ / 100 for part in share for all_ in whole]
            yield from _hint(cell, found, f"{_one(value.observation)}% of {_said(whole)}")


def _of_change(
    shown: _Shown, value: Value, beside: Iterable[Cell], hidden: Collection[Cell]
) -> Iterator[Hint]:
    """A change between two counts, of which one is published: in per cent if its unit says so, else
    in what is counted."""
    change, after = _ends(value), next((one for one in beside if one.period == value.period), None)
    before = _before(value, beside)
    if change is None or after is None or before is None:
        return
    in_percent = "%" in value.table.unit
    said = f"a change of {_one(value.observation)}{'%' if in_percent else ''}"
    first, last = shown.count(before), shown.count(after)
    if first and after in hidden:
        grown = [n * (100 + by) / 100 if in_percent else n + by for n in first for by in change]
        yield from _hint(after, grown, f"{_said(first)} after {said}")
    if last and before in hidden and not (in_percent and change[0] <= -100):
        was = [n * 100 / (100 + by) if in_percent else n - by for n in last for by in change]
        yield from _hint(before, was, f"{_said(last)} before {said}")


def _ends(value: Value) -> Ends | None:
    """Between which numbers a printed value lies."""
    number = _one(value.observation)
    if number is None:
        return None
    half = last_digit(number) / 2
    return number - half, number + half


def _said(ends: Ends) -> str:
    return f"{sum(ends) / 2:,f}"


def _before(value: Value, beside: Iterable[Cell]) -> Cell | None:
    """The cell that a change began with: a year earlier if its unit names a year, or else the one
    before."""
    basis, period = value.table.basis, value.period
    long = length(period, basis)
    like = {cell.period: cell for cell in beside if length(cell.period, basis) == long}
    if "year" in value.table.unit:
        year, _, month = end(period, basis).partition("-")
        a_year_ago = f"{int(year) - 1}-{month}"
        return next((cell for at, cell in like.items() if end(at, basis) == a_year_ago), None)
    ordered = in_order(like.keys() | {period}, basis)
    place = ordered.index(period)
    return like[ordered[place - 1]] if place else None


def _hint(cell: Cell, found: Collection[Decimal], by: str) -> Iterator[Hint]:
    """Where whole numbers lie between those found."""
    low = max(min(found), Decimal(0)).to_integral(ROUND_CEILING)
    high = max(found).to_integral(ROUND_FLOOR)
    if low <= high:
        yield Hint(cell, Bounds(int(low), int(high)), by)
