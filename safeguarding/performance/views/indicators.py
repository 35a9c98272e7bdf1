"""An indicator as a reader sees it: its tables, pictures, verdicts and what the board said."""

from dataclasses import dataclass

from safeguarding.performance.models import Direction, Indicator, Later
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import verdict
from safeguarding.performance.views.bars import bars
from safeguarding.performance.views.picture import OURS, periods
from safeguarding.performance.views.trend import Trend, trends
from safeguarding.performance.views.values import count, observed
from safeguarding.period import UNDATED
from safeguarding.record import Note, Sourced
from safeguarding.shared import words
from safeguarding.shared.bars import Bars
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site


@dataclass(frozen=True)
class Shown:
    """One table of an indicator with the picture that stands beside it and the marks its legend
    explains."""

    table: Table
    trends: tuple[Trend, ...]
    bars: Bars | None
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """What a later report said, and where."""

    report: str
    comment: str
    action: str
    source: str


@dataclass(frozen=True)
class Section:
    """All that stands under an indicator's heading."""

    indicator: Indicator
    shown: tuple[Shown, ...]
    better: tuple[str, ...]
    later: tuple[Said, ...]
    source: str


def section(site: Site, indicator: Indicator) -> Section:
    return Section(
        indicator=indicator,
        shown=tuple(_shown(site, indicator, figures) for figures in indicator.tables),
        better=tuple(_better(site, indicator)),
        later=tuple(_said(site, later) for later in indicator.later),
        source=words.line_numbers(_lines(indicator)),
    )


def _said(site, later):
    report = site.source_of(later).short_title
    return Said(
        report,
        later.comment or "",
        later.action or "",
        f"{report}, {words.line_numbers(later.lines)}",
    )


def _lines(indicator):
    """All lines that the figures and texts of the indicator rest on, in order, touching spans
    joined."""
    found = sorted(
        {
            number
            for record in indicator.records()
            if isinstance(record, Sourced) and not isinstance(record, (Direction, Later, Note))
            for first, last in record.lines
            for number in range(first, last + 1)
        }
    )
    spans = []
    for number in found:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return tuple(spans)


def table(site: Site, indicator: Indicator, figures: Figures) -> Table:
    """Our values by period, then every comparator by area and period."""
    own = periods(figures)
    beside = list(
        dict.fromkeys(
            (area, period)
            for measure in figures.measures
            for area, series in measure.comparators.items()
            for period in series
        )
    )
    beside.sort(key=lambda pair: list(site.areas).index(pair[0]))
    unit = _short_unit(figures)
    columns = [Column(words.period(period, figures.basis), unit) for period in own]
    columns += [Column(_area_heading(site, figures, *pair), unit) for pair in beside]
    rows = tuple(
        Row(
            label=measure.title,
            reference=measure.reference or "",
            cells=(
                *(cell(figures, measure.values.get(period)) for period in own),
                *(
                    cell(figures, measure.comparators.get(area, {}).get(period))
                    for area, period in beside
                ),
            ),
            id=measure.id,
            lines=measure.lines,
        )
        for measure in figures.measures
    )
    return Table(
        _caption(indicator, figures),
        "What was measured",
        tuple(columns),
        rows,
        tuple(_gaps(figures)),
        id=data_id(indicator, figures),
        source=site.source_of(indicator).id,
        name=": ".join(filter(None, [indicator.heading, figures.title])),
    )


def data_id(indicator: Indicator, figures: Figures) -> str:
    """The name of a table's data files."""
    return "-".join(
        filter(None, ["indicator", indicator.id, figures.id if len(indicator.tables) > 1 else ""])
    )


def _short_unit(figures):
    """The unit as a column's head has room for it; the caption says it in full."""
    return {"percent": "%", "rate": " ".join(figures.unit.split()[:2])}.get(
        figures.kind, figures.unit
    )


def _caption(indicator, figures):
    """What the heading above does not say already: the table's own title, and what is counted."""
    unit = f"number of {figures.unit}" if figures.kind == "count" else figures.unit
    said = f"{figures.title} ({unit})" if figures.title else unit[:1].upper() + unit[1:]
    return ": ".join(filter(None, [indicator.reference or indicator.title, said]))


def _area_heading(site, figures, area, period):
    when = "" if period == UNDATED else f", {words.period(period, figures.basis)}"
    return site.areas[area].title + when


def cell(figures, seen):
    if seen is None:
        return Cell("none given", absent=True)
    return Cell(
        observed(seen),
        count(seen, figures.counted or ""),
        absent=not seen.has_value,
        value=seen.value,
        parts=_parts(seen),
    )


def _parts(seen):
    return tuple(
        (name, getattr(seen, name))
        for name in ("low", "high", "count", "of")
        if getattr(seen, name) is not None
    )


def _gaps(figures):
    """What the report does not give or does not compare is said, not left for the reader to wonder
    at."""
    blank = {period for measure in figures.measures for period in measure.values} - set(
        periods(figures)
    )
    if blank:
        yield (
            "The report gives no values for"
            f" {words.join([words.period(period, figures.basis) for period in sorted(blank)])}."
        )
    for period, why in figures.breaks.items():
        yield (
            f"{words.period(period, figures.basis)} does not compare with the period before. {why}"
        )


def _shown(site, indicator, figures):
    """A trend for each row where some row has two values; otherwise bars."""
    moves = any(len(verdict.values_in_order(measure.values)) > 1 for measure in figures.measures)
    return Shown(
        table=table(site, indicator, figures),
        trends=trends(figures, site.areas) if moves else (),
        bars=None if moves else bars(figures, site.areas),
        legend=tuple(_legend(site, figures)),
    )


def _legend(site, figures):
    """The marks of a picture that shows more than one area."""
    if not any(measure.comparators for measure in figures.measures):
        return
    if any(verdict.values_in_order(measure.values) for measure in figures.measures):
        yield OURS, site.board.area
    for area in site.areas.values():
        if any(area.id in measure.comparators for measure in figures.measures):
            yield area.mark, area.title


def _better(site, indicator):
    """One sentence for each row that can be judged; one for each reason that others cannot."""
    reasons = {}
    for figures in indicator.tables:
        for measure in figures.measures:
            why = verdict.reason(figures, measure)
            if why:
                reasons.setdefault(why, []).append(label(indicator, figures, measure))
                continue
            said = [
                verdict.since_before(figures, measure).said,
                verdict.since_first(figures, measure).said,
            ]
            beside = verdict.beside_national(figures, measure, site.areas)
            said.append(beside.said if beside.tone else "")
            name = "" if len(indicator.measures) == 1 else f"{label(indicator, figures, measure)}: "
            yield _sentence(name + "; ".join(filter(None, said)))
    for figures in indicator.tables:
        if figures.better:
            yield _sentence(
                f"{'Higher' if figures.better.direction == 'higher' else 'Lower'} is better here:"
                f" {figures.better.because.rstrip('.')} ({words.line_numbers(figures.better.lines)})"
            )
    for why, names in reasons.items():
        who = "" if len(names) == len(indicator.measures) else f"{words.join(names)}: "
        yield _sentence(
            f"{who}no verdict, because {why}"
            if why == verdict.UNJUDGED
            else f"{who}no verdict. {why}"
        )


def _sentence(text):
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def label(indicator, figures, measure):
    """A row's name away from its table: with the table's title where the row alone would not say
    enough."""
    if len(indicator.measures) == 1:
        return indicator.title
    return ": ".join(
        filter(None, [figures.title if len(figures.measures) > 1 else "", measure.title])
    )
