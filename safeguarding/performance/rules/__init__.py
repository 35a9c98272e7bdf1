"""The performance figures agree with each other, with their periods and with their counts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from safeguarding.clock import Days
from safeguarding.performance.models import (
    Absence,
    FrameworkFile,
    Measure,
    NoValue,
    OneValue,
    Range,
    Table,
    TargetRange,
    WithinRange,
)
from safeguarding.performance.rules import continuing, hidden, pages, small, sums, targets
from safeguarding.performance.rules.places import CHILDREN, FRAMEWORK, HELP, problem_of
from safeguarding.period import SHAPES, UNDATED, Span, fits, order, span
from safeguarding.problem import Problem, advice
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

__all__ = ["continuing", "hidden", "pages", "small", "sums", "targets"]

MONTHS_SAY = "write its first month and its last, like 2016-04/2017-03"


@rule(FRAMEWORK, good="themes: [help", bad="themes: [hlep")
def performance_names_what_is_there(site: Site) -> Iterator[Problem]:
    """What the framework, its questions and its rows name is there: themes, indicators, priorities,
    areas, neighbours, periods and other rows."""
    yield from dangling(_references_of_framework(site))
    yield from dangling(_references_of_tables(site))
    yield from dangling(_references_of_rows(site))


def _references_of_framework(site: Site) -> Iterator[Reference]:
    folder, framework = "data/performance/", site.framework
    yield Reference(framework, "themes", framework.themes, site.themes, folder)
    for indicator in site.indicators.values():
        yield Reference(indicator, "like", indicator.like, site.indicators, folder)
    for question in framework.questions:
        yield Reference(question, "indicators", question.indicators, site.indicators, folder)
        yield Reference(
            question, "priorities", question.priorities, site.priorities, "data/business_plan.yml"
        )


def _references_of_tables(site: Site) -> Iterator[Reference]:
    for _, table in site.tables():
        series = [measure.values for measure in table.measures]
        series += [values for row in table.measures for values in row.beside.values()]
        periods = dict.fromkeys(period for values in series for period in values)
        areas = dict.fromkeys(area for measure in table.measures for area in measure.beside)
        rows = [measure.id for measure in table.measures]
        yield Reference(table, "breaks", table.breaks, periods, "the periods of this table")
        yield Reference(table, "totals", table.totals, periods, "the periods of this table")
        yield Reference(
            table, "adds_up_to", [table.adds_up_to], [*rows, *site.measures], "data/performance/"
        )
        groups = table.across.groups if table.across else {}
        for measure in table.measures:
            yield Reference(measure, "across", measure.across, groups, "`across` of its table")
        yield Reference(
            table, "unreconciled", table.unreconciled, areas, "the comparators of this table"
        )


@rule(CHILDREN, good="2018-19: x,", bad="2018-19: y,")
def absences_have_a_meaning(site: Site) -> Iterator[Problem]:
    """A word for a missing value is one that every board has, or one of the framework's
    `absences`."""
    known = [*get_args(Absence), *site.absences]
    for value in site.observations():
        seen = value.observation
        if isinstance(seen, NoValue) and seen.absence not in known:
            yield problem_of(value, f"{value.period}: {_unknown(seen.absence, known)}")


def _unknown(word: str, known: list[str]) -> str:
    among = f"write one of {', '.join(known)}, or add it to `absences` in {FRAMEWORK}"
    return f"{word} is no number, and no word for a missing value; {advice(word, known, among)}"


def _references_of_rows(site: Site) -> Iterator[Reference]:
    for measure in site.measures.values():
        areas = measure.comparators
        yield Reference(measure, "comparators", areas, site.areas, FRAMEWORK)
        yield from _references_of_neighbours(site, measure)
        yield Reference(measure, "sources", measure.sources, areas, "the comparators of this row")
        yield Reference(measure, "unlike", measure.unlike, areas, "the comparators of this row")
        yield Reference(measure, "share_of", [measure.share_of], site.measures, "data/performance/")
        yield Reference(measure, "continues", measure.continues, site.measures, "data/performance/")


def _references_of_neighbours(site: Site, measure: Measure) -> Iterator[Reference]:
    single = measure.neighbours
    if single:
        where = f"`neighbours` of {FRAMEWORK}"
        yield Reference(single, "values", single.values, site.neighbours, where)
        yield Reference(single, "period", [single.period], measure.values, "`values` of this row")


@rule(FRAMEWORK, good="{id: upper-vale,", bad="{id: region,")
def neighbours_are_told_apart(site: Site) -> Iterator[Problem]:
    """A single neighbour has an id that none of the framework's `areas` has."""
    for id, neighbour in site.neighbours.items():
        if id in site.areas:
            yield neighbour.problem("id", f"{id} stands in `areas` too; choose another id")


@rule(HELP, good="theme: {id: help, title", bad="theme: {id: helping, title")
def themes_have_their_place(site: Site) -> Iterator[Problem]:
    """Each theme has its place in the order of the framework."""
    for id, file in site.themes.items():
        if not site.has(FrameworkFile):
            yield file.problem(
                "theme", f"{FRAMEWORK} is missing, which gives each theme its place; write it"
            )
        elif id not in site.framework.themes:
            yield site.framework.problem(
                "themes",
                f"{id} is missing ({file.place.path} has that theme); add it where it belongs in"
                " the order",
            )


@rule(HELP, good="2018-19: {value: 70.0", bad="2018: {value: 70.0")
def periods_fit_their_basis(site: Site) -> Iterator[Problem]:
    """Our values stand under periods written as their basis wants; those of others may be of
    another kind, but of one that can be told from those of the basis."""
    for value in site.observations():
        basis, period = value.table.basis, value.period
        if value.area is None and not fits(period, basis):
            yield problem_of(
                value, f"{period} is not a period of the basis {basis}; write {SHAPES[basis][1]}"
            )
        elif period != UNDATED and not span(period, basis):
            yield problem_of(
                value, f"{period} cannot be read in a table of the basis {basis}; {MONTHS_SAY}"
            )


@rule(
    HELP,
    good="country: {2019-20: 72.5}",
    bad="country: {2019-04/2020-03: 72.5}",
)
def periods_are_written_in_one_way(site: Site) -> Iterator[Problem]:
    """A time is written in one way in all of a table: two would say the same to readers, or say it
    twice."""
    first: dict[tuple[int, Span], str] = {}
    for value in site.observations():
        days = span(value.period, value.table.basis)
        written = first.setdefault((id(value.table), days), value.period) if days else value.period
        if written != value.period:
            yield problem_of(
                value,
                f"{value.period} is the same time as {written}, which stands in this table; write"
                f" {written}",
            )


@rule(HELP, good="2020-21: 80.0", bad="2020-21: 180.0")
def values_can_be(site: Site) -> Iterator[Problem]:
    """A share is at most the whole, and nothing that is counted is less than none. A change can be
    both, and an average can be below nought."""
    for value in site.observations():
        kind = value.table.kind
        for number in value.observation.numbers:
            if number < 0 and kind not in ("average", "change"):
                yield problem_of(
                    value, f"{value.period}: {number} is less than nothing; correct it"
                )
            elif number > 100 and kind == "percent":
                yield problem_of(
                    value, f"{value.period}: {number}% is more than the whole; correct it"
                )


@rule(CHILDREN, good="limits: [61.0, 79.0]", bad="limits: [71.0, 79.0]")
def ranges_run_upward(site: Site) -> Iterator[Problem]:
    """The lower end of a range stands before the higher one, and a value between its limits."""
    for value in site.observations():
        seen = value.observation
        if isinstance(seen, Range) and seen.low > seen.high:
            yield problem_of(value, f"{value.period}: {_backwards(seen)}")
        if isinstance(seen, OneValue) and seen.limits:
            low, high = seen.limits
            if not low <= seen.value <= high:
                yield problem_of(
                    value,
                    f"{value.period}: {seen.value} does not lie between its limits {low} and"
                    f" {high}; correct one of them",
                )
    ends: tuple[WithinRange | TargetRange, ...] = (
        *site.every(WithinRange),
        *site.every(TargetRange),
    )
    for record in ends:
        if record.low > record.high:
            yield record.problem("low", _backwards(record))


def _backwards(ends: Range | WithinRange | TargetRange) -> str:
    return f"{ends.low} to {ends.high} runs backwards; write the lower number as low"


@rule(
    CHILDREN,
    good="        overlapping: One child",
    bad="        total: 100\n        overlapping: One child",
)
def what_overlaps_has_no_total(site: Site) -> Iterator[Problem]:
    """Rows of which one child can be in several do not add up to anything."""
    for _, table in site.tables():
        for field in ("total", "totals", "adds_up_to"):
            if table.overlapping and getattr(table, field):
                yield table.problem(
                    field, "cannot stand beside overlapping: such rows do not add up; delete one"
                )


@rule(HELP, good='unit: "% of plans"', bad="unit: plans")
def kinds_fit_units(site: Site) -> Iterator[Problem]:
    """A unit with % belongs to percent, and to nothing else but a change."""
    for _, table in site.tables():
        if table.kind != "change" and (table.kind == "percent") != ("%" in table.unit):
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


@rule_of_the_day(HELP, good="2020-21: 80.0", bad="2090-91: 80.0")
def years_have_begun(site: Site, days: Days) -> Iterator[Problem]:
    """A value stands under a time that has begun: no report can have a figure of one to come."""
    for value in site.observations():
        found = span(value.period, value.table.basis)
        if isinstance(value.observation, NoValue) or not found:
            continue
        if found.first > days.latest:
            yield problem_of(value, f"{value.period} is still to come; correct it")


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
        if order(period, table.basis) < order(before, table.basis):
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
