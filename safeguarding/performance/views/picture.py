"""What all pictures beside the figures share: whose values they show and how each is marked, which
periods, and between which values their scale runs."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from string import ascii_uppercase

from safeguarding.performance.models import (
    Area,
    Measure,
    NoValue,
    Observation,
    OneValue,
    Series,
    Table,
    TargetRange,
    TargetValue,
)
from safeguarding.period import Basis, in_order
from safeguarding.shared.bars import OURS

GOAL = "goal"  # marks a target
EARLIER = "earlier"  # marks our values as an earlier source gave them
MOST_TIMES = 5  # how many times ours the counts of others can be for ours to be seen beside them
Aim = TargetValue | TargetRange
# What comparators are marked with, where the mark of their kind is taken; then come letters.
MARKS = ("national", "similar", "other", "wedge", "cross", "hexagon", "house", "bow")


def apart(table: Table) -> list[str]:
    """The areas whose counts are of another size than ours, like those of a whole country. Beside
    them ours would all lie on the floor; shares, rates and averages can stand beside each other."""
    ours = [number for row in table.measures for number in _of([row.values])]
    most = MOST_TIMES * max(ours, default=Decimal(0))
    if table.kind != "count" or most <= 0:
        return []
    areas = dict.fromkeys(area for row in table.measures for area in row.comparators)
    of_area = {area: [row.comparators.get(area, {}) for row in table.measures] for area in areas}
    return [area for area, some in of_area.items() if max(_of(some), default=most) > most]


def drawn(table: Table) -> Table:
    """The table without those: what pictures show of it."""
    left_out = apart(table)
    if not left_out:
        return table
    rows = (
        row.model_copy(
            update={
                "comparators": {
                    area: values for area, values in row.comparators.items() if area not in left_out
                }
            }
        )
        for row in table.measures
    )
    return table.model_copy(update={"measures": tuple(rows)})


def marks(table: Table, areas: Mapping[str, Area]) -> dict[str, str]:
    """The mark of each comparator of a table by its area, in the order of the areas. The first of
    a kind has the mark of that kind, and no two have the same."""
    theirs = {area for measure in table.measures for area in measure.comparators}
    marked: dict[str, str] = {}
    for id, area in areas.items():
        if id in theirs:
            free = dict.fromkeys((area.mark, *MARKS, *ascii_uppercase))
            marked[id] = next((mark for mark in free if mark not in marked.values()), area.mark)
    return marked


def series(
    table: Table, measure: Measure, areas: Mapping[str, Area], earlier: Measure | None = None
) -> Iterator[tuple[str, str, Series]]:
    """(mark, name, values by period) of our series, of what an earlier source gave, and of each
    comparator. Ours has a name only beside an earlier one."""
    marked = marks(table, areas)
    yield OURS, measure.title if earlier else "", measure.values
    if earlier:
        yield EARLIER, earlier.title, earlier.values
    for area, values in measure.comparators.items():
        yield marked[area], areas[area].title, values


def is_spoken_of(observation: Observation) -> bool:
    """Whether the source gives a value, or says why there is none; what it leaves blank it does
    not."""
    return not isinstance(observation, NoValue) or observation.absence != "blank"


def periods(table: Table) -> list[str]:
    """The periods that have a value, or a stated reason for none, in some row, in order. Columns
    left blank are no periods."""
    every = {period for row in table.measures for period in spoken_of(row.values, table.basis)}
    return in_order(every, table.basis)


def spoken_of(series: Series, basis: Basis) -> list[str]:
    """The same of one series."""
    return in_order((period for period, seen in series.items() if is_spoken_of(seen)), basis)


def scale_top(table: Table) -> Decimal:
    """The top of the scale that all rows of a table share; never its foot, so that the way between
    the two can divide."""
    top = max([Decimal(0), *_numbers(table)])
    return top if top > scale_foot(table) else Decimal(1)


def scale_foot(table: Table) -> Decimal:
    """The foot of the scale: nought, or the lowest value where one is below it."""
    return min([Decimal(0), *_numbers(table)])


def ends(aim: Aim) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that meet a target; of one number, that twice."""
    return (aim.low, aim.high) if isinstance(aim, TargetRange) else (aim.value, aim.value)


def limits(value: OneValue) -> tuple[Decimal, Decimal] | None:
    """The lower and the upper limit of a value, if the source gives them."""
    low, high = min(value.numbers), max(value.numbers)
    return (low, high) if low < high else None


def _numbers(table: Table) -> Iterator[Decimal]:
    """Every value of a table, and both ends of its ranges, limits and targets."""
    for measure in table.measures:
        for aim in measure.target.values.values() if measure.target else ():
            yield from ends(aim)
        yield from _of([measure.values, *measure.comparators.values()])


def _of(every: Iterable[Series]) -> Iterator[Decimal]:
    """Every number of some series."""
    for values in every:
        for observation in values.values():
            yield from observation.numbers
