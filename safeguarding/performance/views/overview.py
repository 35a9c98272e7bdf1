"""The whole framework at a glance: every row's latest value, how it moved, and whether it got
better."""

from dataclasses import dataclass

from safeguarding.performance.views import indicators, verdict
from safeguarding.shared import addresses, words
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site


def summary(site: Site, themes, here: str) -> Table:
    """Every row of the themes at a glance: its latest value, how it moved, and how it stands beside
    the whole country."""
    beside = site.national
    columns = (
        Column("Latest value"),
        Column("Since the period before", figures=False),
        Column("Since the first", figures=False),
        *([Column(f"Beside {beside.title}", figures=False)] if beside else []),
    )
    rows = []
    for file in themes:
        rows.append(
            Row(
                file.theme.title,
                part=True,
                href=addresses.relative(f"performance/{file.theme.id}/", here),
            )
        )
        for indicator in file.indicators:
            rows += _summary_rows(site, file.theme.id, indicator, here)
    return Table(
        "Every indicator: its latest value and how it moved",
        "Indicator",
        columns,
        tuple(rows),
        id="indicators-at-a-glance",
        source=site.framework.source,
    )


def _summary_rows(site, theme, indicator, here):
    href = addresses.relative(addresses.indicator(theme, indicator.id), here)
    for figures in indicator.tables:
        if _single(figures):
            nothing = Cell("", absent=True)
            label = ": ".join(filter(None, [indicator.title, figures.title]))
            said = Cell(f"{len(figures.measures)} rows, one period only", absent=True)
            yield Row(
                label,
                (said, nothing, nothing, *([nothing] if site.national else [])),
                indicator.reference or "",
                href,
            )
            continue
        for measure in figures.measures:
            yield Row(
                indicators.label(indicator, figures, measure),
                _summary_cells(site, figures, measure),
                measure.reference or indicator.reference or "",
                href,
                id=measure.id,
                lines=measure.lines,
            )


def _single(figures):
    """Rows that never had more than one value say nothing about change: one line for all of
    them."""
    return len(figures.measures) > 1 and all(
        len(verdict.values_in_order(measure.values)) < 2 for measure in figures.measures
    )


def _summary_cells(site, figures, measure):
    values = verdict.values_in_order(measure.values)
    latest = Cell("no value", absent=True)
    if values:
        period, value = values[-1]
        latest = Cell(
            words.number(value),
            value=value,
            unit=f"{figures.unit}, {words.period(period, figures.basis)}",
        )
    judged = [verdict.since_before(figures, measure), verdict.since_first(figures, measure)]
    if site.national:
        judged.append(verdict.beside_national(figures, measure, site.areas))
    return (latest, *(Cell(one.said, tone=one.tone, absent=not one.text) for one in judged))


@dataclass(frozen=True)
class Outcome:
    """Rows that moved the same way, with where to read about them."""

    tone: str
    title: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Answer:
    """Did it get better? The rows that can be judged, how many cannot, and how the area stands
    beside the whole country, if data has that."""

    outcomes: tuple[Outcome, ...]
    judged: int
    rows: int
    beside: dict[str, int]
    national: str


TONES = (("better", "Got better"), ("worse", "Got worse"), ("same", "Stayed the same"))


def answer(site: Site, here: str) -> Answer:
    """The latest value of every row against the one before it."""
    found, rows = {tone: [] for tone, _ in TONES}, 0
    beside = dict.fromkeys(found, 0)
    for file in site.themes.values():
        for indicator in file.indicators:
            href = addresses.relative(addresses.indicator(file.theme.id, indicator.id), here)
            for figures in indicator.tables:
                for measure in figures.measures:
                    rows += 1
                    judged = verdict.since_before(figures, measure)
                    compared = verdict.beside_national(figures, measure, site.areas).tone
                    if compared:
                        beside[compared] += 1
                    if judged.tone:
                        label = ": ".join(
                            filter(
                                None,
                                [
                                    measure.reference or indicator.reference,
                                    indicators.label(indicator, figures, measure),
                                ],
                            )
                        )
                        found[judged.tone].append((label, href, judged.text))
    outcomes = tuple(
        Outcome(tone, title, tuple(found[tone])) for tone, title in TONES if found[tone]
    )
    return Answer(
        outcomes,
        sum(map(len, found.values())),
        rows,
        beside,
        site.national.title if site.national else "",
    )
