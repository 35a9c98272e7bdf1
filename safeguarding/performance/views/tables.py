"""The table of an indicator: our values, and those of others beside them."""

from safeguarding.performance.models import Indicator, Measure
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import notes
from safeguarding.performance.views.cells import cell, own_cell
from safeguarding.performance.views.picture import periods
from safeguarding.period import UNDATED, in_order
from safeguarding.shared import words
from safeguarding.shared.table import Column, Row, Table
from safeguarding.site import Site

Pairs = list[tuple[str, str]]  # the id of an area or of a column, and a period


def table(site: Site, indicator: Indicator, figures: Figures) -> Table:
    """Our values by period, those of a cross-table by column before them; then every comparator by
    area and period."""
    across, own, beside = _across(figures), periods(figures), _beside(site, figures)
    unit = short_unit(figures)
    columns = [
        Column(
            _group_heading(figures, group, period),
            unit,
            who=figures.across.groups[group] if figures.across else "",
            period=period,
        )
        for group, period in across
    ]
    columns += [Column(_own_heading(figures, period), unit, period=period) for period in own]
    columns += [
        Column(
            _area_heading(site, figures, area, period),
            unit,
            who=site.areas[area].title,
            period=period,
        )
        for area, period in beside
    ]
    return Table(
        caption(indicator, figures),
        _corner(figures),
        tuple(columns),
        tuple(_row(site, figures, measure, across, own, beside) for measure in figures.measures),
        tuple(notes.notes(site, figures, site.source_of(indicator).called)),
        id=data_id(indicator, figures),
        source=site.source_of(indicator).id,
        name=": ".join(filter(None, [indicator.heading, figures.title])),
    )


def _across(figures: Figures) -> Pairs:
    """(column, period) of each value of a cross-table, period by period."""
    if figures.across is None:
        return []
    found = {
        period
        for measure in figures.measures
        for series in measure.across.values()
        for period in series
    }
    return [
        (group, period)
        for period in in_order(found, figures.basis)
        for group in figures.across.groups
    ]


def _beside(site: Site, figures: Figures) -> Pairs:
    """(area, period) of each comparator that some row has, in the order of the areas."""
    pairs = dict.fromkeys(
        (area, period)
        for measure in figures.measures
        for area, series in measure.comparators.items()
        for period in series
    )
    order = list(site.areas)
    return sorted(pairs, key=lambda pair: order.index(pair[0]))


def _row(
    site: Site, figures: Figures, measure: Measure, across: Pairs, own: list[str], beside: Pairs
) -> Row:
    split = [measure.across.get(group, {}).get(period) for group, period in across]
    theirs = [measure.comparators.get(area, {}).get(period) for area, period in beside]
    return Row(
        label=measure.title,
        reference=measure.reference or "",
        cells=(
            *(cell(site, figures, seen) for seen in split),
            *(own_cell(site, figures, measure, period) for period in own),
            *(cell(site, figures, seen) for seen in theirs),
        ),
        total=measure.id == figures.adds_up_to,
        id=measure.id,
    ).of(measure)


def data_id(indicator: Indicator, figures: Figures) -> str:
    """The name of a table's data files, like indicator-n12, with the table's own id where the
    indicator has several."""
    own_id = figures.id if len(indicator.tables) > 1 else ""
    return "-".join(filter(None, ["indicator", indicator.id, own_id]))


def row_name(indicator: Indicator, figures: Figures, measure: Measure) -> str:
    """A row's name away from its table: with the table's title where the row alone would not say
    enough."""
    if len(indicator.measures) == 1:
        return indicator.title
    title = figures.title if len(figures.measures) > 1 else ""
    return ": ".join(filter(None, [title, measure.title]))


def short_unit(figures: Figures) -> str:
    """The unit where there is little room; the page of the indicator says it in full."""
    if figures.kind == "percent":
        return "%"
    if figures.kind == "rate":
        return " ".join(figures.unit.split()[:2]).rstrip(",;")
    return figures.unit


def caption(indicator: Indicator, figures: Figures) -> str:
    """What the heading above does not say already: the table's own title, and what is counted."""
    unit = f"number of {figures.unit}" if figures.kind == "count" else figures.unit
    what = f"{figures.title} ({unit})" if figures.title else unit[:1].upper() + unit[1:]
    return ": ".join(filter(None, [indicator.reference or indicator.title, what]))


def _corner(figures: Figures) -> str:
    """What heads the names of the rows: what tells them apart."""
    return figures.by[:1].upper() + figures.by[1:] if figures.by else "What was measured"


def _own_heading(figures: Figures, period: str) -> str:
    when = words.period(period, figures.basis)
    return f"All, {when}" if figures.across else when


def _group_heading(figures: Figures, group: str, period: str) -> str:
    titles = figures.across.groups if figures.across else {}
    return titles[group] + _when(figures, period)


def _area_heading(site: Site, figures: Figures, area: str, period: str) -> str:
    return site.areas[area].title + _when(figures, period)


def _when(figures: Figures, period: str) -> str:
    return "" if period == UNDATED else f", {words.period(period, figures.basis)}"
