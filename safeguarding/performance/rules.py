"""The performance figures agree with each other, with their periods and with their counts."""

from decimal import ROUND_HALF_UP, Decimal

from safeguarding.performance.models import Measure
from safeguarding.period import SHAPES, UNDATED, end, fits

SMALL = 5  # a count below this can point to a child


def tables(site):
    for indicator in site.indicators.values():
        for table in indicator.tables:
            yield indicator, table


def periods_fit_basis(site):
    """Our values stand under periods written as their basis wants."""
    for _, table in tables(site):
        for measure in table.measures:
            for period in measure.values:
                if not fits(period, table.basis):
                    yield measure.problem(
                        "values",
                        f"{period} is not a period of the basis {table.basis}; write"
                        f" {SHAPES[table.basis][1]}",
                        period,
                    )


def values_are_whole(site):
    """An observation is a value, or a range, or a reason why there is none: exactly one of them."""
    for measure, steps, seen in observations(site):
        kinds = [
            seen.value is not None,
            seen.low is not None and seen.high is not None,
            seen.absence is not None,
        ]
        if sum(kinds) != 1 or (seen.low is None) != (seen.high is None):
            yield measure.problem(
                steps[0],
                f"{steps[-1]} needs a value, or low and high, or words like: not available",
                *steps[1:],
            )


def values_can_be(site):
    """A share is at most the whole, and nothing that is counted is less than none. An average may
    be, of changes for example."""
    kinds = {id(measure): table.kind for _, table in tables(site) for measure in table.measures}
    for measure, steps, seen in observations(site):
        for value in filter(None, (seen.value, seen.low, seen.high)):
            if value < 0 and kinds.get(id(measure)) != "average":
                yield measure.problem(
                    steps[0], f"{steps[-1]}: {value} is less than nothing; correct it", *steps[1:]
                )
            elif kinds.get(id(measure)) == "percent" and value > 100:
                yield measure.problem(
                    steps[0],
                    f"{steps[-1]}: {value}% is more than the whole; correct it",
                    *steps[1:],
                )


def kinds_fit_units(site):
    for _, table in tables(site):
        if (table.kind == "percent") != ("%" in table.unit):
            yield table.problem(
                "kind",
                f"{table.kind} and the unit “{table.unit}” differ: a unit with % belongs to"
                " percent, and to nothing else; correct one of them",
            )


def titles_tell_tables_apart(site):
    for indicator in site.indicators.values():
        for table in indicator.tables:
            if len(indicator.tables) > 1 and not table.title:
                yield table.problem(
                    "title", "is missing; an indicator with several tables needs a title for each"
                )
            if len(indicator.tables) > 1 and not table.id:
                yield table.problem(
                    "id",
                    "is missing; an indicator with several tables needs an id for each: its data"
                    " files are named by it",
                )


def columns_add_up(site):
    """Where a table says what its columns add up to, each whole column does, but for the rounding
    it allows."""
    for _, table in tables(site):
        if table.total is None:
            continue
        for name, values in _columns(table).items():
            if len(values) == len(table.measures) and abs(sum(values) - table.total) > (
                table.rounding or 0
            ):
                yield table.problem(
                    "total",
                    f"{name} adds up to {sum(values)}, not {table.total}; correct a value or the"
                    " total",
                )


def _columns(table):
    """The values of each column that is to add up, by the column's name."""
    columns = {}
    for measure in table.measures:
        for name, series in {"our column": measure.values, **measure.comparators}.items():
            for period, seen in series.items():
                if name not in table.unreconciled and seen.value is not None:
                    columns.setdefault(f"{name} for {period}", []).append(seen.value)
    return columns


def percentages_match_counts(site):
    """A percentage printed beside a count is that count's share: of `of`, of the column, or of
    another measure."""
    by_id = {
        measure.id: measure
        for indicator in site.indicators.values()
        for measure in indicator.measures
    }
    for _, table in tables(site):
        for measure in table.measures:
            whole = by_id.get(measure.share_of)
            for period, seen in measure.values.items():
                if seen.count is None or seen.value is None or table.kind != "percent":
                    continue
                parts = [
                    other.values[period].count for other in table.measures if period in other.values
                ]
                of = (
                    seen.of
                    if seen.of is not None
                    else (
                        _value(whole, period)
                        if whole
                        else sum(parts)
                        if table.total and None not in parts
                        else None
                    )
                )
                if of == 0 and seen.count:
                    yield measure.problem(
                        "values",
                        f"{period}: {seen.count} of 0 cannot be; correct the counts",
                        period,
                    )
                elif of and _share(seen, of) != seen.value:
                    yield measure.problem(
                        "values",
                        f"{period}: {seen.count} of {of} is {_share(seen, of)}%, not {seen.value}%;"
                        " correct one of them",
                        period,
                    )


def _value(measure, period):
    seen = measure.values.get(period)
    return seen.value if seen else None


def _share(seen, of):
    digits = Decimal(1).scaleb(seen.value.as_tuple().exponent)
    return (Decimal(100) * seen.count / of).quantize(digits, ROUND_HALF_UP)


def small_numbers_are_meant(site):
    """A count of 1 to 4 is published only where the table says why that is safe."""
    for _, table in tables(site):
        for measure in table.measures:
            for period, seen in measure.values.items():
                counts = [seen.count, seen.of, seen.value if table.kind == "count" else None]
                if table.small_numbers is None and any(count and count < SMALL for count in counts):
                    yield measure.problem(
                        "values",
                        f"{period}: a count below {SMALL} can point to a child; write suppressed,"
                        " or say in small_numbers why it may be shown",
                        period,
                    )


def observations(site):
    """Every observation with its measure and the keys that lead to it, like comparators, england,
    2012-13."""
    for _, measure in site.records():
        if isinstance(measure, Measure):
            for steps, series in (
                (("values",), measure.values),
                *((("comparators", area), series) for area, series in measure.comparators.items()),
            ):
                for period, seen in series.items():
                    yield measure, (*steps, period), seen


def periods_are_in_order(site):
    """A slip in a year puts a value at the wrong end of its row."""
    for _, table in tables(site):
        for measure in table.measures:
            periods = [period for period in measure.values if period != UNDATED]
            for before, period in zip(periods, periods[1:]):
                if end(period, table.basis) < end(before, table.basis):
                    yield measure.problem(
                        "values", f"{period} stands after {before}; is the year right?", period
                    )


def references_differ(site):
    seen = {}
    for indicator in site.indicators.values():
        first = (
            seen.setdefault(indicator.reference, indicator) if indicator.reference else indicator
        )
        if first is not indicator:
            yield indicator.problem(
                "reference",
                f"{indicator.reference} is the reference of {first.id} too; is it right?",
            )


WARNINGS = (periods_are_in_order, references_differ)
RULES = (
    periods_fit_basis,
    values_are_whole,
    values_can_be,
    kinds_fit_units,
    titles_tell_tables_apart,
    columns_add_up,
    percentages_match_counts,
    small_numbers_are_meant,
)
