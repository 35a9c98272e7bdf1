"""An indicator as a reader sees it: its tables, pictures, verdicts and what the board said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from safeguarding.performance.models import (
    Direction,
    Indicator,
    Later,
    SourceOfArea,
    WithinRange,
)
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import picture, sentences, tables, verdict
from safeguarding.performance.views.bars import bars
from safeguarding.performance.views.headline import Headline, headline
from safeguarding.performance.views.neighbours import Beside, beside
from safeguarding.performance.views.newest import newest_first
from safeguarding.performance.views.picture import GOAL
from safeguarding.performance.views.shapes import Trend
from safeguarding.performance.views.standing_out import standing_out
from safeguarding.performance.views.trend import trends
from safeguarding.record import Note, Sourced
from safeguarding.shared import origins, words
from safeguarding.shared.bars import OURS, Bars
from safeguarding.shared.origins import Origin
from safeguarding.shared.table import Table
from safeguarding.site import Site


@dataclass(frozen=True)
class TableView:
    """One table of an indicator with the picture that stands beside it, the (mark, name) pairs that
    its legend explains, and what the picture leaves out, in sentences."""

    table: Table
    trends: tuple[Trend, ...]
    bars: Bars | None
    legend: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()
    beside: Beside | None = None


@dataclass(frozen=True)
class LaterView:
    """What a later report said. What it did not say is empty."""

    report: str
    comment: str
    action: str


@dataclass(frozen=True)
class Section:
    """All that an indicator's page shows. `headline` is its answer if it has one row; of several,
    `said` are sentences about what stands out. `better` are sentences too; `source` is what pages
    call the source of its first figures; `notes` are as in shared.origins."""

    indicator: Indicator
    headline: Headline | None
    said: tuple[str, ...]
    tables: tuple[TableView, ...]
    better: tuple[str, ...]
    later: tuple[LaterView, ...]
    source: str
    notes: tuple[tuple[str, str], ...]
    origins: tuple[Origin, ...]


def section(site: Site, indicator: Indicator, is_judged: bool = False) -> Section:
    """The indicator as a page shows it; with `is_judged`, one that says already how each row moved
    and stands."""
    source = site.source_of(indicator)
    answer = headline(site, indicator)
    return Section(
        indicator=indicator,
        headline=answer,
        said=tuple(standing_out(indicator)),
        tables=tuple(table_view(site, indicator, figures) for figures in indicator.tables),
        better=tuple(sentences.better(site, indicator, judged=not (is_judged or answer))),
        later=tuple(_later_view(site, later) for later in indicator.later),
        source=source.short_title if indicator.later else source.called,
        notes=origins.notes(site, indicator.notes),
        origins=tuple(_origins(site, indicator)),
    )


def table_view(site: Site, indicator: Indicator, figures: Figures) -> TableView:
    """A trend for each row where some row has two values; otherwise bars."""
    whose = "All" if figures.across else site.board.area
    moves = any(len(values) > 1 for values in _ours(figures))
    drawn = picture.drawn(figures)
    return TableView(
        table=newest_first(figures, tables.table(site, indicator, figures), whose),
        trends=trends(drawn, site.areas, site.absences) if moves else (),
        bars=None if moves else bars(drawn, site.areas),
        legend=tuple(_legend(site, drawn)),
        remarks=tuple(_left_out(site, figures)),
        beside=beside(site, indicator, figures),
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


def _left_out(site: Site, figures: Figures) -> Iterator[str]:
    """What the table has and the picture has not."""
    if figures.across:
        groups = words.join([*figures.across.groups.values()])
        yield f"The picture shows all together; {groups} stand in the table alone."
    for area in picture.apart(figures):
        title = site.areas[area].title
        yield f"The picture leaves out {title}: beside its numbers, ours could not be seen."


def _later_view(site: Site, later: Later) -> LaterView:
    report = site.source_of(later).short_title
    return LaterView(report, later.comment or "", later.action or "")


def _origins(site: Site, indicator: Indicator) -> Iterator[Origin]:
    """What the figures and texts of the indicator come from: ours, single values, those of other
    areas, and later reports. Notes and what says which way is good name their own places."""
    yield from origins.of_all(site, ours(indicator))
    yield from _of_values(site, indicator)
    areas: dict[Origin, None] = {}
    for measure in indicator.measures:
        for area, source in measure.sources.items():
            areas[origins.of(site, source, site.areas[area].title)] = None
    yield from areas
    for later in indicator.later:
        yield origins.of(site, later)


def _of_values(site: Site, indicator: Indicator) -> Iterator[Origin]:
    """What values come from that name a source of their own, each source once for a period, with
    whose values these are."""
    whose: dict[tuple[Origin, str], dict[str, None]] = {}
    for value in site.values_of(indicator):
        seen = value.observation
        if seen.names_a_place:
            area = site.area_name(value.area)
            when = words.period(value.period, value.table.basis)
            whose.setdefault((origins.of(site, seen), when), {})[area] = None
    for (found, when), names in whose.items():
        yield replace(found, area=f"{words.join([*names])} ({when})")


def ours(indicator: Indicator) -> Iterator[Sourced]:
    """The indicator and what is within it, but for what names a place of its own."""
    for record in indicator.records():
        elsewhere = isinstance(record, Direction | WithinRange | Later | Note | SourceOfArea)
        if isinstance(record, Sourced) and not elsewhere:
            yield record
