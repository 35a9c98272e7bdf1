"""An indicator as a reader sees it: its tables, pictures, verdicts and what the board said."""

from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.performance.models import Direction, Indicator, Later, WithinRange
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import picture, sentences, tables, verdict
from safeguarding.performance.views.bars import bars
from safeguarding.performance.views.newest import newest_first
from safeguarding.performance.views.picture import GOAL
from safeguarding.performance.views.shapes import Trend
from safeguarding.performance.views.trend import trends
from safeguarding.record import Note, Sourced
from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars
from safeguarding.shared.table import Spans, Table
from safeguarding.site import Site


@dataclass(frozen=True)
class TableView:
    """One table of an indicator with the picture that stands beside it and the (mark, name) pairs
    that its legend explains."""

    table: Table
    trends: tuple[Trend, ...]
    bars: Bars | None
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LaterView:
    """What a later report said, and where. What it did not say is empty."""

    report: str
    comment: str
    action: str
    source: str


@dataclass(frozen=True)
class Section:
    """All that stands under an indicator's heading. `better` are sentences; `source` names its
    lines."""

    indicator: Indicator
    tables: tuple[TableView, ...]
    better: tuple[str, ...]
    later: tuple[LaterView, ...]
    source: str


def section(site: Site, indicator: Indicator) -> Section:
    """The indicator as its page shows it."""
    return Section(
        indicator=indicator,
        tables=tuple(table_view(site, indicator, figures) for figures in indicator.tables),
        better=tuple(sentences.better(site, indicator)),
        later=tuple(_later_view(site, later) for later in indicator.later),
        source=words.line_numbers(lines_of(indicator)),
    )


def table_view(site: Site, indicator: Indicator, figures: Figures) -> TableView:
    """A trend for each row where some row has two values; otherwise bars."""
    whose = "All" if figures.across else site.board.area
    moves = any(len(values) > 1 for values in _ours(figures))
    return TableView(
        table=newest_first(figures, tables.table(site, indicator, figures), whose),
        trends=trends(figures, site.areas, site.absences) if moves else (),
        bars=None if moves else bars(figures, site.areas),
        legend=tuple(_legend(site, figures)),
    )


def _ours(figures: Figures) -> Iterator[list[verdict.PeriodValue]]:
    """Our own values of each row."""
    for measure in figures.measures:
        yield verdict.values_in_order(measure.values, figures.basis)


def _legend(site: Site, figures: Figures) -> Iterator[tuple[str, str]]:
    """(mark, name) of each area in a picture that shows more than one, and of a target."""
    marks = picture.marks(figures, site.areas)
    has_target = any(measure.target for measure in figures.measures)
    if not marks and not has_target:
        return
    if any(_ours(figures)):
        yield OURS, site.board.area
    for area, mark in marks.items():
        yield mark, site.areas[area].title
    if has_target:
        yield GOAL, "Target"


def _later_view(site: Site, later: Later) -> LaterView:
    report = site.source_of(later).short_title
    return LaterView(
        report,
        later.comment or "",
        later.action or "",
        f"{report}, {words.line_numbers(later.lines)}",
    )


def lines_of(indicator: Indicator) -> Spans:
    """All lines that the figures and texts of the indicator rest on, in order, touching spans
    joined. Notes, later reports and what says which way is good name their own."""
    numbers = {
        number
        for record in indicator.records()
        if isinstance(record, Sourced)
        and not isinstance(record, Direction | WithinRange | Later | Note)
        for first, last in record.lines
        for number in range(first, last + 1)
    }
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return tuple(spans)
