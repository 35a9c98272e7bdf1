"""The table of an indicator: our values, and those of others beside them."""

from collections.abc import Iterator

from safeguarding.performance.models import (
    Counted,
    Indicator,
    Measure,
    NoValue,
    Observation,
    OneValue,
)
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views.picture import periods
from safeguarding.performance.views.values import count, observed
from safeguarding.period import UNDATED, in_order
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, Row, Table, Value
from safeguarding.site import Site

PARTS = ("low", "high", "count", "of")  # of an observation, beside its value


def table(site: Site, indicator: Indicator, figures: Figures) -> Table:
    """Our values by period, then every comparator by area and period."""
    own, beside = periods(figures), _beside(site, figures)
    unit = _short_unit(figures)
    columns = [Column(words.period(period, figures.basis), unit, period=period) for period in own]
    columns += [
        Column(
            _area_heading(site, figures, *pair), unit, who=site.areas[pair[0]].title, period=pair[1]
        )
        for pair in beside
    ]
    return Table(
        _caption(indicator, figures),
        "What was measured",
        tuple(columns),
        tuple(_row(figures, measure, own, beside) for measure in figures.measures),
        tuple(_gaps(figures)),
        id=data_id(indicator, figures),
        source=site.source_of(indicator).id,
        name=": ".join(filter(None, [indicator.heading, figures.title])),
    )


def _beside(site: Site, figures: Figures) -> list[tuple[str, str]]:
    """(area, period) of each comparator that some row has, in the order of the areas."""
    pairs = dict.fromkeys(
        (area, period)
        for measure in figures.measures
        for area, series in measure.comparators.items()
        for period in series
    )
    order = list(site.areas)
    return sorted(pairs, key=lambda pair: order.index(pair[0]))


def _row(figures: Figures, measure: Measure, own: list[str], beside: list[tuple[str, str]]) -> Row:
    ours = [measure.values.get(period) for period in own]
    theirs = [measure.comparators.get(area, {}).get(period) for area, period in beside]
    return Row(
        label=measure.title,
        reference=measure.reference or "",
        cells=tuple(cell(figures, observation) for observation in (*ours, *theirs)),
        id=measure.id,
        lines=measure.lines,
    )


def cell(figures: Figures, observation: Observation | None) -> Cell:
    """A value with its count and its other parts; or why there is none."""
    if observation is None:
        return Cell("none given", absent=True)
    if isinstance(observation, NoValue):
        return Cell(observed(observation), absent=True)
    return Cell(
        observed(observation),
        count(observation, figures.counted or ""),
        value=observation.value if isinstance(observation, OneValue) else None,
        parts=_parts(observation),
    )


def _parts(observation: Counted) -> tuple[tuple[str, Value], ...]:
    """(name, number) of each part that the source gives."""
    parts = ((name, getattr(observation, name, None)) for name in PARTS)
    return tuple((name, number) for name, number in parts if number is not None)


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


def _short_unit(figures: Figures) -> str:
    """The unit as a column's head has room for it; the caption says it in full."""
    if figures.kind == "percent":
        return "%"
    if figures.kind == "rate":
        return " ".join(figures.unit.split()[:2])
    return figures.unit


def _caption(indicator: Indicator, figures: Figures) -> str:
    """What the heading above does not say already: the table's own title, and what is counted."""
    unit = f"number of {figures.unit}" if figures.kind == "count" else figures.unit
    what = f"{figures.title} ({unit})" if figures.title else unit[:1].upper() + unit[1:]
    return ": ".join(filter(None, [indicator.reference or indicator.title, what]))


def _area_heading(site: Site, figures: Figures, area: str, period: str) -> str:
    when = "" if period == UNDATED else f", {words.period(period, figures.basis)}"
    return site.areas[area].title + when


def _gaps(figures: Figures) -> Iterator[str]:
    """What the report does not give or does not compare is said, not left for the reader to wonder
    at."""
    every_period = {period for measure in figures.measures for period in measure.values}
    blank = in_order(every_period.difference(periods(figures)), figures.basis)
    if blank:
        names = words.join([words.period(period, figures.basis) for period in blank])
        yield f"The report gives no values for {names}."
    for period, why in figures.breaks.items():
        name = words.period(period, figures.basis)
        yield f"{name} does not compare with the period before. {why}"
