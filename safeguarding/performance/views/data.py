"""The tables of the performance framework that readers can take away as files."""

from collections.abc import Iterator
from functools import partial

from safeguarding.performance.views import joined, neighbours, overview, target
from safeguarding.performance.views import tables as indicator_tables
from safeguarding.performance.views.cells import cell
from safeguarding.shared.listing import entry, listing, value_cell
from safeguarding.shared.table import Column, DataTable, Row, Table
from safeguarding.site import Site, Value


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show, and every value in one."""
    if site.indicators:
        yield DataTable(
            "indicators-at-a-glance", lambda: overview.summary(site, site.themes.values(), "")
        )
        yield DataTable("observations", lambda: observations(site))
    for indicator, figures in site.tables():
        yield DataTable(
            indicator_tables.data_id(indicator, figures),
            partial(indicator_tables.table, site, indicator, figures),
        )
        if any(row.neighbours for row in figures.measures):
            yield DataTable(
                neighbours.data_id(indicator, figures),
                partial(neighbours.table, site, indicator, figures),
            )
    for pair in joined.pairs(site):
        yield DataTable(joined.data_id(pair), partial(joined.table, site, pair))


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: the key questions."""
    if site.framework.questions:
        yield DataTable("questions", lambda: questions(site))


def observations(site: Site) -> Table:
    """Every value of the framework, one a row: the shape that does not change when a year is
    added."""
    split = any(table.across for _, table in site.tables())
    group = ("Column",) if split else ()
    columns = ("Indicator", "Table", "Unit", "Basis", "Area", *group, "Period", "Value")
    return Table(
        "Every value of the performance framework",
        "Measure",
        tuple(map(Column, columns)),
        tuple(_observation(site, value, split) for value in site.observations()),
        id="observations",
        source=site.framework.source,
    )


def _observation(site: Site, value: Value, split: bool) -> Row:
    """A value as a row. Where some table has columns of its own, `split`, it names the column."""
    figures, measure = value.table, value.measure
    seen = value.observation
    told = seen if seen.names_a_place else measure.told(value.area)
    about = (
        value.indicator.heading,
        figures.title,
        figures.unit,
        figures.basis,
        site.area_name(value.area),
        *((_group(value),) if split else ()),
        value.period,
    )
    own = value.area is None and value.group is None
    standing = target.standing(site, figures, measure, value.period) if own else None
    return Row(
        measure.title,
        (*map(value_cell, about), cell(site, figures, seen, standing)),
        measure.reference or value.indicator.reference or "",
        id=measure.id,
    ).of(told, source=site.source_id_of(told))


def _group(value: Value) -> str | None:
    """The title of the column that it stands in, if that is one of a cross-table."""
    titles = value.table.across.groups if value.table.across else {}
    return titles.get(value.group or "")


def questions(site: Site) -> Table:
    """The key questions of the framework, and what was to answer them."""
    rows = (
        entry(
            question.id,
            question.text,
            question.plan,
            question.how,
            question.priorities,
            question.indicators,
        ).of(question)
        for question in site.framework.questions
    )
    return listing(
        "questions",
        "The key questions of the performance framework",
        "Question",
        ("In the plan", "How", "Priorities", "Indicators"),
        rows,
        source=site.framework.source,
    )
