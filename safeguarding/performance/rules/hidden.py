"""Numbers that are hidden, so that no child can be told by them: none can be worked out."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from safeguarding import wording
from safeguarding.disclosure import Bounds, Sum, connected, worked_out, worked_out_over_time
from safeguarding.performance.models import FewerThan, Indicator, Later, OneValue, Range, Table
from safeguarding.performance.rules.linked import DAY, Periods, hints, made_up, series
from safeguarding.performance.rules.places import CHILDREN, problem_of, rounded
from safeguarding.performance.rules.sums import Cell, addings, cells, columns, last_digit
from safeguarding.problem import Problem
from safeguarding.record import Note
from safeguarding.rules import rule
from safeguarding.site import Site, Value

ADDING = ("count", "percent")  # the kinds of table whose numbers add up
CURE = "hide a second one of these too, or leave out what they add up to"
Telling = Sum[Cell] | None  # the one sum that tells a number, if one does


@rule(CHILDREN, good="2019-03-31: 24, 2020-03-31: c", bad="2019-03-31: 24, 2020-03-31: 9")
def hidden_numbers_stay_hidden(site: Site) -> Iterator[Problem]:
    """A number that is hidden cannot be worked out from those beside it: from totals, rows,
    columns, other tables of the same children, shares, changes, and periods that overlap. At least
    two values fit all that is published."""
    published = Published(site)
    for cell, telling in published.every_worked_out().items():
        value = published.values[cell]
        yield problem_of(value, f"{value.period}: {published.how(cell, telling)}; {CURE}")


@rule(
    CHILDREN,
    good="comment: More children had a plan for neglect.",
    bad="comment: Two of the children had a plan for the third time.",
    warns=True,
)
def words_keep_numbers_hidden(site: Site) -> Iterator[Problem]:
    """Where the figures of an indicator hide numbers, its words name no small number of children
    either."""
    hiding = dict.fromkeys(
        value.indicator.id for value in site.observations() if site.hides(value.observation)
    )
    for indicator in (site.indicators[id] for id in hiding):
        smallest = site.smallest_shown(indicator)
        for record, field in _words(indicator):
            for number, said in wording.counts_of_children(getattr(record, field) or ""):
                if 0 < number < smallest:
                    yield record.problem(
                        field,
                        f"“{said}” is a small number, and figures of this indicator are hidden;"
                        " does it tell one?",
                    )


def _words(indicator: Indicator) -> Iterator[tuple[Indicator | Later | Note, str]]:
    """Each text about the figures of an indicator: its record and its field."""
    yield from ((indicator, field) for field in ("meaning", "comment", "action"))
    yield from ((later, field) for later in indicator.later for field in ("comment", "action"))
    yield from ((note, "text") for note in indicator.notes)


def _same_children(site: Site) -> Iterator[Sum[Cell]]:
    """Tables of one indicator that tell the same children apart in different ways, by age and by
    sex, have the same sum, though none may say it."""
    for indicator, table in site.tables():
        if table.by and table.kind == "count" and not table.overlapping:
            yield from _all_of(indicator, table)


def _all_of(indicator: Indicator, table: Table) -> Iterator[Sum[Cell]]:
    rows = [measure.id for measure in table.measures if measure.id != table.adds_up_to]
    for column in columns(table):
        if column.group is None and column.area not in table.unreconciled:
            whole = column._replace(measure=f"all {table.unit} of {indicator.id}, {table.basis}")
            yield Sum(whole, tuple(column._replace(measure=row) for row in rows))


class Published:
    """The numbers that readers see, and what they can work out of them. They count in whole numbers
    of the last place that any number of a sum has."""

    def __init__(self, site: Site):
        self.site, self.values = site, cells(site)
        every = [one for one in addings(site) if one.table.kind in ADDING]
        self.sums = [Sum(one.whole, one.parts) for one in every]
        self.stated = {one.whole: one for one in every if one.stated is not None}
        self.hidden = {cell for cell, value in self.values.items() if self._is_hidden(value)}
        told = hints(site, self.hidden) if self.hidden else ()
        self.hints = {
            hint.cell._replace(measure=f"{hint.cell.measure}: {hint.by}"): hint for hint in told
        }

    def every_worked_out(self) -> dict[Cell, Telling]:
        """The hidden numbers that sums tell: those that tables state, and then these with all that
        links figures too. A link that contradicts them takes away nothing that they tell."""
        found: dict[Cell, Telling] = {}
        over_time = series(self.site) if self.hidden else []
        stated = connected(self.sums)
        linked = connected([*self.sums, *self._linked(over_time)])
        for sums in [*stated, *(one for one in linked if one not in stated)]:
            every = list(dict.fromkeys(cell for one in sums for cell in one.numbers))
            for numbers, hidden in self._ways(every):
                for cell, telling in worked_out(numbers, sums, hidden).items():
                    found[cell] = found.get(cell) or telling
        for periods in over_time:
            stretches = {cell: (days.first, days.last + DAY) for cell, days in periods.items()}
            for numbers, hidden in self._ways(periods):
                for cell in worked_out_over_time(numbers, stretches, hidden):
                    found.setdefault(cell, None)
        return found

    def _linked(self, over_time: Iterable[Periods]) -> Iterator[Sum[Cell]]:
        if self.hidden:
            yield from _same_children(self.site)
        for periods in over_time:
            yield from made_up(periods)
        yield from (Sum(name, (hint.cell,)) for name, hint in self.hints.items())

    def _ways(self, every: Collection[Cell]) -> Iterator[tuple[dict[Cell, Bounds], list[Cell]]]:
        """What numbers can be, and which of them are hidden, if any is.

        Who sees that a number is hidden takes it for 1 or more: 0 points to nobody. Where that
        cannot be, it can be 0 too.
        """
        hidden = [cell for cell in every if cell in self.hidden]
        scale = self._scale(every) if hidden else 1
        for least in (0, 1) if hidden else ():
            yield {cell: self._bounds(cell, scale, least) for cell in every}, hidden

    def how(self, cell: Cell, telling: Telling) -> str:
        """How the number in a cell can be worked out."""
        if telling is None:
            return "this hidden number can be worked out from the figures beside it"
        if telling.whole in self.hints:
            return f"this hidden number can be worked out: it is {self.hints[telling.whole].by}"
        sign = " + " if telling.whole == cell else " − "
        others = (self._shown(one) for one in telling.numbers if one != cell)
        numbers = [f"{number:,}" for number in others if number is not None]
        return f"this hidden number can be worked out: it is {sign.join(numbers)}"

    def _is_hidden(self, value: Value) -> bool:
        """Whether nobody is to work out what it is."""
        if value.table.small_numbers is not None:
            return False
        seen = value.observation
        if isinstance(seen, Range):
            return 0 < seen.high < self.site.smallest_shown(value.indicator)
        return self.site.hides(seen)

    def _shown(self, cell: Cell) -> Decimal | None:
        """The one number that a cell shows."""
        if cell in self.stated:
            return self.stated[cell].stated
        seen = self.values[cell].observation if cell in self.values else None
        return seen.value if isinstance(seen, OneValue) else None

    def _scale(self, every: Iterable[Cell]) -> int:
        """How many whole numbers 1 is, so that each number shown is whole."""
        shown = [number for number in map(self._shown, every) if number is not None]
        return int(1 / min([Decimal(1), *map(last_digit, shown)]))

    def _bounds(self, cell: Cell, scale: int, least: int) -> Bounds:
        """What the number in a cell can be; a hidden one is no less than `least`."""
        if cell in self.hints:
            low, high = self.hints[cell].bounds
            return Bounds(low * scale, high * scale)
        shown = self._shown(cell)
        if shown is not None:
            number, off = int(shown * scale), self._off(cell) * scale // 2
            return Bounds(max(number - off, 0), number + off)
        seen = self.values[cell].observation if cell in self.values else None
        match seen:
            case Range():
                return Bounds(int(seen.low * scale), int(seen.high * scale))
            case FewerThan():
                return Bounds(least, seen.below * scale - 1)
            case _:
                return Bounds(least if seen and self.site.hides(seen) else 0)

    def _off(self, cell: Cell) -> int:
        """To what the number in a cell is rounded."""
        table = self.stated[cell].table if cell in self.stated else self.values[cell].table
        return rounded(self.site, table, cell.area) if table.kind == "count" else 0
