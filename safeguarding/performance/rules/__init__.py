"""The performance figures agree with each other, with their periods and with their counts."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from safeguarding.clock import Days
from safeguarding.performance.models import Counted, Measure, NoValue, OneValue, Table
from safeguarding.period import SHAPES, UNDATED, end, fits
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site, Value

FRAMEWORK = "data/performance/framework.yml"
HELP = "data/performance/help.yml"
SMALL = 5  # a count below this can point to a child


@rule(FRAMEWORK, good="themes: [help]", bad="themes: [hlep]")
def performance_names_what_is_there(site: Site) -> Iterator[Problem]:
    """What the framework, its questions and its rows name is there: themes, indicators, priorities,
    areas, periods and other rows."""
    yield from dangling(_references_of_framework(site))
    yield from dangling(_references_of_tables(site))
    yield from dangling(_references_of_rows(site))


def _references_of_framework(site: Site) -> Iterator[Reference]:
    folder, framework = "data/performance/", site.framework
    priorities = [priority.id for priority in site.plan.priorities]
    yield Reference(framework, "themes", framework.themes, site.themes, folder)
    for question in framework.questions:
        yield Reference(question, "indicators", question.indicators, site.indicators, folder)
        yield Reference(
            question, "priorities", question.priorities, priorities, "data/business_plan.yml"
        )


def _references_of_tables(site: Site) -> Iterator[Reference]:
    for _, table in site.tables():
        series = [measure.values for measure in table.measures]
        series += [values for row in table.measures for values in row.comparators.values()]
        periods = dict.fromkeys(period for values in series for period in values)
        areas = dict.fromkeys(area for measure in table.measures for area in measure.comparators)
        yield Reference(table, "breaks", table.breaks, periods, "the periods of this table")
        yield Reference(
            table, "unreconciled", table.unreconciled, areas, "the comparators of this table"
        )


def _references_of_rows(site: Site) -> Iterator[Reference]:
    for measure in site.measures.values():
        areas = measure.comparators
        yield Reference(measure, "comparators", areas, site.areas, FRAMEWORK)
        yield Reference(measure, "unlike", measure.unlike, areas, "the comparators of this row")
        yield Reference(measure, "share_of", [measure.share_of], site.measures, "data/performance/")


@rule(HELP, good="theme: {id: help, title", bad="theme: {id: helping, title")
def themes_have_their_place(site: Site) -> Iterator[Problem]:
    """Each theme has its place in the order of the framework."""
    for id, file in site.themes.items():
        if id not in site.framework.themes:
            yield site.framework.problem(
                "themes",
                f"{id} is missing ({file.place.path} has that theme); add it where it belongs in"
                " the order",
            )


@rule(HELP, good="2018-19: {value: 70.0", bad="2018: {value: 70.0")
def periods_fit_their_basis(site: Site) -> Iterator[Problem]:
    """Our values stand under periods written as their basis wants."""
    for value in site.observations():
        if value.area is None and not fits(value.period, value.table.basis):
            yield _problem(
                value,
                f"{value.period} is not a period of the basis {value.table.basis}; write"
                f" {SHAPES[value.table.basis][1]}",
            )


@rule(HELP, good="2020-21: 80.0", bad="2020-21: 180.0")
def values_can_be(site: Site) -> Iterator[Problem]:
    """A share is at most the whole, and nothing that is counted is less than none. An average may
    be, of changes for example."""
    for value in site.observations():
        kind = value.table.kind
        for number in value.observation.numbers:
            if number < 0 and kind != "average":
                yield _problem(value, f"{value.period}: {number} is less than nothing; correct it")
            elif number > 100 and kind == "percent":
                yield _problem(
                    value, f"{value.period}: {number}% is more than the whole; correct it"
                )


@rule(HELP, good='unit: "% of plans"', bad="unit: plans")
def kinds_fit_units(site: Site) -> Iterator[Problem]:
    """A unit with % belongs to percent, and to nothing else."""
    for _, table in site.tables():
        if (table.kind == "percent") != ("%" in table.unit):
            yield table.problem(
                "kind",
                f"{table.kind} and the unit “{table.unit}” differ: a unit with % belongs to"
                " percent, and to nothing else; correct one of them",
            )


@rule(
    HELP,
    good="      - kind: count\n",
    bad="""      - {kind: count, unit: letters, basis: calendar, measures: [\
{id: letters, title: Letters, lines: 54, values: {2019: 20}}]}
      - kind: count
""",
)
def tables_are_told_apart(site: Site) -> Iterator[Problem]:
    """An indicator with several tables gives each a title, for readers, and an id, for its data
    files."""
    for indicator, table in site.tables():
        if len(indicator.tables) == 1:
            continue
        if not table.title:
            yield table.problem(
                "title", "is missing; an indicator with several tables needs a title for each"
            )
        if not table.id:
            yield table.problem(
                "id",
                "is missing; an indicator with several tables needs an id for each: its data files"
                " are named by it",
            )


@rule(
    HELP,
    good="        unit: calls\n        basis: calendar\n",
    bad="        unit: calls\n        basis: calendar\n        total: 1200\n",
)
def columns_add_up(site: Site) -> Iterator[Problem]:
    """Where a table says what its columns add up to, each whole column does, but for the rounding
    that it allows."""
    for _, table in site.tables():
        if table.total is None:
            continue
        for name, numbers in _columns(table).items():
            whole = len(numbers) == len(table.measures)
            if whole and abs(sum(numbers) - table.total) > (table.rounding or 0):
                yield table.problem(
                    "total",
                    f"{name} adds up to {sum(numbers)}, not {table.total}; correct a value or the"
                    " total",
                )


def _columns(table: Table) -> dict[str, list[Decimal]]:
    """The values of each column that is to add up, by the column's name."""
    columns: dict[str, list[Decimal]] = defaultdict(list)
    for measure in table.measures:
        for name, series in {"our column": measure.values, **measure.comparators}.items():
            for period, seen in series.items():
                if name not in table.unreconciled and isinstance(seen, OneValue):
                    columns[f"{name} for {period}"].append(seen.value)
    return columns


@rule(HELP, good="{value: 70.0, count: 35, of: 50}", bad="{value: 70.0, count: 36, of: 50}")
def percentages_match_counts(site: Site) -> Iterator[Problem]:
    """A percentage printed beside a count is that count's share: of `of`, of the column, or of
    another row."""
    for value in site.observations():
        seen = value.observation
        if value.area is not None or value.table.kind != "percent":
            continue
        if not isinstance(seen, OneValue) or seen.count is None:
            continue
        whole = _whole(site, value, seen)
        if whole == 0 and seen.count:
            yield _problem(
                value, f"{value.period}: {seen.count} of 0 cannot be; correct the counts"
            )
        elif whole and _share(seen.count, whole, seen.value) != seen.value:
            share = _share(seen.count, whole, seen.value)
            yield _problem(
                value,
                f"{value.period}: {seen.count} of {whole} is {share}%, not {seen.value}%; correct"
                " one of them",
            )


def _whole(site: Site, value: Value, seen: OneValue) -> Decimal | int | None:
    """What a count is a part of, where the figures say that."""
    if seen.of is not None:
        return seen.of
    if value.measure.share_of in site.measures:
        whole = site.measures[value.measure.share_of].values.get(value.period)
        return whole.value if isinstance(whole, OneValue) else None
    rows = [row.values[value.period] for row in value.table.measures if value.period in row.values]
    counts = (row.count for row in rows if isinstance(row, Counted))
    parts = [count for count in counts if count is not None]
    return sum(parts) if value.table.total and len(parts) == len(rows) else None


def _share(count: int, whole: Decimal | int, printed: Decimal) -> Decimal:
    """The percentage, with as many digits as the printed one."""
    exponent = printed.as_tuple().exponent
    digits = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return (Decimal(100) * count / whole).quantize(digits, ROUND_HALF_UP)


@rule(HELP, good="2019: 1204", bad="2019: 4")
def small_numbers_are_meant(site: Site) -> Iterator[Problem]:
    """A count of 1 to 4 is published only where the table says why that is safe: it can point to a
    child."""
    for value in site.observations():
        if value.area is not None or value.table.small_numbers is not None:
            continue
        if any(count and count < SMALL for count in _counts(value)):
            yield _problem(
                value,
                f"{value.period}: a count below {SMALL} can point to a child; write suppressed, or"
                " say in small_numbers why it may be shown",
            )


def _counts(value: Value) -> Iterator[Decimal | int | None]:
    """What an observation counts: what stands behind it, and the value of a table of counts."""
    if isinstance(value.observation, Counted):
        yield from (value.observation.count, value.observation.of)
    if value.table.kind == "count":
        yield from value.observation.numbers


@rule_of_the_day(HELP, good="2020-21: 80.0", bad="2090-91: 80.0")
def years_have_begun(site: Site, days: Days) -> Iterator[Problem]:
    """A value stands under a year that has begun: no report can have a figure of one to come."""
    for value in site.observations():
        if isinstance(value.observation, NoValue) or value.period == UNDATED:
            continue
        if int(value.period[:4]) > days.latest.year:
            yield _problem(value, f"{value.period} is still to come; correct the year")


@rule(
    HELP,
    good="2018-19: {value: 70.0, count: 35, of: 50}",
    bad="2021-22: {value: 70.0, count: 35, of: 50}",
    warns=True,
)
def periods_are_in_order(site: Site) -> Iterator[Problem]:
    """The periods of a row are in order: a wrong year puts a value at the wrong end."""
    for _, table in site.tables():
        for measure in table.measures:
            yield from _out_of_order(measure, table)


def _out_of_order(measure: Measure, table: Table) -> Iterator[Problem]:
    periods = [period for period in measure.values if period != UNDATED]
    for before, period in pairwise(periods):
        if end(period, table.basis) < end(before, table.basis):
            yield measure.problem(
                "values", f"{period} stands after {before}; is the year right?", period
            )


@rule(HELP, good="reference: E2", bad="reference: E1", warns=True)
def references_differ(site: Site) -> Iterator[Problem]:
    """No two indicators have the same reference in the report."""
    first: dict[str, str] = {}
    for indicator in site.indicators.values():
        if indicator.reference is None:
            continue
        other = first.setdefault(indicator.reference, indicator.id)
        if other != indicator.id:
            yield indicator.problem(
                "reference", f"{indicator.reference} is the reference of {other} too; is it right?"
            )


def _problem(value: Value, message: str) -> Problem:
    field, *inside = value.steps
    return value.measure.problem(field, message, *inside)
