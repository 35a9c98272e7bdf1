"""What all pictures beside the figures share: whose values they show, and which periods."""

from decimal import Decimal

from safeguarding.performance.models import Measure, Table
from safeguarding.shared.bars import OURS


def series(measure: Measure, areas):
    """Our series and the comparators, each with its mark and name; ours has no name."""
    yield OURS, "", measure.values
    for area, values in measure.comparators.items():
        yield areas[area].mark, areas[area].title, values


def periods(table: Table) -> list[str]:
    """The periods that have a value, or a stated reason for none, in some row. Columns left blank
    are no periods."""
    found = {}
    for measure in table.measures:
        for period, seen in measure.values.items():
            found[period] = found.get(period, False) or seen.absence != "blank"
    return [period for period in sorted(found) if found[period]]


def highest(table: Table) -> Decimal:
    """The top of the scale that all rows of a table share; never its foot, so that the way between
    the two can divide."""
    top = max([Decimal(0), *_values(table)])
    return top if top > lowest(table) else Decimal(1)


def lowest(table: Table) -> Decimal:
    """The foot of the scale: nought, or the lowest value where one is below it."""
    return min([Decimal(0), *_values(table)])


def _values(table: Table) -> list[Decimal]:
    """Every value of a table and both ends of its ranges."""
    return [
        value
        for measure in table.measures
        for values in (measure.values, *measure.comparators.values())
        for one in values.values()
        for value in (one.value, one.low, one.high)
        if value is not None
    ]
