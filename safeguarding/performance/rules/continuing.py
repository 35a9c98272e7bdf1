"""Rows that go on from rows of an earlier source measure the same, and show what is hidden on
neither side."""

from collections.abc import Iterator
from typing import NamedTuple

from safeguarding.performance.models import Counted, Measure, NoValue, Observation, Table
from safeguarding.performance.rules.places import STATISTICS
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site

OTHERWISE = "delete it, and say in a note how the two differ"


class Placed(NamedTuple):
    """A row and its table."""

    table: Table
    measure: Measure


def _continued(site: Site) -> Iterator[tuple[Placed, list[Placed]]]:
    """Each row that goes on from others, with those of them that are there."""
    placed = {
        measure.id: Placed(table, measure)
        for _, table in site.tables()
        for measure in table.measures
    }
    for row in placed.values():
        earlier = [placed[id] for id in row.measure.continues if id in placed]
        if earlier:
            yield row, earlier


@rule(STATISTICS, good="continues: [referrals]", bad="continues: [in-care]")
def rows_go_on_from_the_same(site: Site) -> Iterator[Problem]:
    """A row goes on from a row of another source that measures the same: of the same kind and
    basis, a rate of as many. A count can go on from several rows of one table, whose counts add up.
    What it goes on from does not go on from another."""
    for row, earlier in _continued(site):
        for place, one in enumerate(earlier):
            wrong = _wrong(site, row, one)
            if wrong:
                yield row.measure.problem("continues", f"{one.measure.id} {wrong}", place)
        wrong = _wrong_together(row, earlier)
        if wrong:
            yield row.measure.problem("continues", wrong)


def _wrong(site: Site, row: Placed, earlier: Placed) -> str:
    """Why a row cannot go on from another; empty where it can."""
    source = site.source_id_of(earlier.measure)
    if source == site.source_id_of(row.measure):
        return f"is of the same source, {source}; name a row of an earlier one"
    if earlier.measure.continues:
        return "goes on from another row itself; name that one"
    if earlier.table.basis != row.table.basis:
        return f"has the basis {earlier.table.basis}, not {row.table.basis}; {OTHERWISE}"
    if not earlier.measure.values or not row.measure.values:
        return f"and this row need values of ours, both of them; {OTHERWISE}"
    return _wrong_kind(row.table, earlier)


def _wrong_kind(table: Table, earlier: Placed) -> str:
    kind, was = table.kind, earlier.table.kind
    if kind == "count" and was != "count":
        counts = (seen for seen in earlier.measure.values.values() if isinstance(seen, Counted))
        no_count = all(seen.count is None for seen in counts)
        return f"is no count, and has no counts beside its values; {OTHERWISE}" if no_count else ""
    if kind != was:
        return f"is of the kind {was}, not {kind}; {OTHERWISE}"
    bases = (earlier.table.base, table.base)
    if kind == "rate" and bases[0] != bases[1]:
        return f"is a rate per {bases[0]}, not per {bases[1]}; {OTHERWISE}"
    return ""


def _wrong_together(row: Placed, earlier: list[Placed]) -> str:
    """Why the counts of several rows cannot be added up; empty where they can."""
    table, ids = earlier[0].table, [one.measure.id for one in earlier]
    if len(ids) == 1:
        return ""
    if len(set(ids)) < len(ids):
        return "names a row twice; delete one"
    if row.table.kind != "count":
        return f"only counts add up, and this row is of the kind {row.table.kind}; name one row"
    if any(one.table is not table for one in earlier):
        return "names rows of two tables, which may count the same twice; name those of one"
    if table.overlapping:
        return "names rows that do not add up, as `overlapping` of their table says; delete it"
    return ""


@rule(
    STATISTICS,
    good="{2019-20: 512.3, 2020-21: 498.1}",
    bad="{2019-20: suppressed, 2020-21: 498.1}",
)
def hidden_on_both_sides(site: Site) -> Iterator[Problem]:
    """Where a row goes on from another, a number that one of them hides does not stand in the
    other, right beside it."""
    for row, earlier in _continued(site):
        for period, seen in row.measure.values.items():
            there = [one.measure.values.get(period) for one in earlier]
            ids = ", ".join(row.measure.continues)
            wrong = ""
            if site.hides(seen) and all(_gives(site, one) for one in there):
                wrong = f"is hidden here, and {ids} gives it"
            elif _gives(site, seen) and any(one and site.hides(one) for one in there):
                wrong = f"is given here, and {ids} hides it"
            if wrong:
                cure = "hide it in both, or delete `continues`"
                yield row.measure.problem("values", f"{period} {wrong}; {cure}", period)


def _gives(site: Site, seen: Observation | None) -> bool:
    return seen is not None and not isinstance(seen, NoValue) and not site.hides(seen)
