"""The whole framework at a glance: every row's latest value, how it moved, and whether it got
better."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace

from safeguarding.performance.models import Indicator, Measure, ThemeFile
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import target, verdict
from safeguarding.performance.views.spark import spark
from safeguarding.performance.views.tables import row_name, short_unit
from safeguarding.performance.views.values import in_unit, step
from safeguarding.performance.views.verdict import Verdict
from safeguarding.shared import addresses, words
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site

TONES = (("better", "Got better"), ("worse", "Got worse"), ("same", "Stayed the same"))
NOTHING = Cell("", absent=True)


@dataclass(frozen=True)
class Outcome:
    """Rows that moved the same way: (name, where to read about it, how it moved) of each."""

    tone: str
    title: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Answer:
    """Did it get better? The rows that can be judged, how many cannot, and how the area stands
    beside the whole country, if data has that: `beside` counts rows by tone, `national` names the
    country. `targets` counts rows by what the board calls their ratings; without targets it is
    empty."""

    outcomes: tuple[Outcome, ...]
    judged: int
    rows: int
    beside: dict[str, int]
    national: str
    targets: dict[str, int]


def summary(
    site: Site, themes: Collection[ThemeFile], here: str, only: Set[str] | None = None
) -> Table:
    """Every row of the themes at a glance, or those alone that have these ids: its latest value,
    how it moved, and how it stands beside the whole country."""
    return Table(
        "Every indicator: its latest value and how it moved",
        "Indicator",
        _columns(site),
        tuple(row for file in themes for row in _theme_rows(site, file, here, only)),
        id="indicators-at-a-glance",
        source=next(iter(themes)).source,
    )


def _columns(site: Site) -> tuple[Column, ...]:
    """What decides comes first: a phone shows no more than that."""
    columns = [Column("Latest value"), Column("Since the period before", figures=False)]
    if site.national:
        columns.append(Column(f"Beside {site.national.title}", figures=False))
    columns.append(Column("Since the first period", figures=False))
    if site.has_targets:
        columns.append(Column("Beside its target", figures=False))
    return tuple(columns)


def _theme_rows(site: Site, file: ThemeFile, here: str, only: Set[str] | None) -> Iterator[Row]:
    """The theme, which begins a group, and all of its rows."""
    theme = file.theme
    yield Row(theme.title, part=True, href=addresses.relative(theme.address, here))
    for indicator in file.indicators:
        yield from _indicator_rows(site, indicator, here, only)


def of_indicator(site: Site, indicator: Indicator, here: str) -> Table:
    """The rows of one indicator in the same way."""
    rows = (
        replace(row, href="", lines=(), at="", source="")
        for row in _indicator_rows(site, indicator, here)
    )
    return Table("How each row moved", "Row", _columns(site), tuple(rows))


def _indicator_rows(
    site: Site, indicator: Indicator, here: str, only: Set[str] | None = None
) -> Iterator[Row]:
    href = addresses.relative(indicator.address, here)
    for figures in indicator.tables:
        if _is_of_one_period(figures):
            if only is None:
                yield _one_for_all(site, indicator, figures, href)
            continue
        shown = [one for one in figures.measures if only is None or one.id in only]
        yield from _rows_of(site, indicator, figures, shown, href)


def _rows_of(
    site: Site, indicator: Indicator, figures: Figures, measures: Iterable[Measure], href: str
) -> Iterator[Row]:
    for measure in measures:
        yield Row(
            row_name(indicator, figures, measure),
            _cells(site, figures, measure),
            measure.reference or indicator.reference or "",
            href,
            id=measure.id,
            spark=spark(figures, measure, site.areas),
        ).of(measure, source=site.source_id_of(measure))


def _is_of_one_period(figures: Figures) -> bool:
    """Rows that never had more than one value say nothing about change: one line for all of
    them."""
    return len(figures.measures) > 1 and all(
        len(verdict.values_in_order(measure.values, figures.basis)) < 2
        for measure in figures.measures
    )


def _one_for_all(site: Site, indicator: Indicator, figures: Figures, href: str) -> Row:
    name = ": ".join(filter(None, [indicator.title, figures.title]))
    how_many = Cell(f"{len(figures.measures)} rows, one period only", absent=True)
    nothing = [NOTHING] * (2 + bool(site.national) + site.has_targets)
    return Row(name, (how_many, *nothing), indicator.reference or "", href)


def _cells(site: Site, figures: Figures, measure: Measure) -> tuple[Cell, ...]:
    """The latest value, and a cell for each way to judge it."""
    cells = [
        _latest(figures, measure),
        _moved_cell(figures, verdict.since_before(figures, measure)),
    ]
    if site.national:
        cells.append(_beside_cell(site, figures, measure))
    cells.append(_moved_cell(figures, verdict.since_first(figures, measure)))
    if site.has_targets:
        cells.append(_target_cell(site, figures, measure))
    return tuple(cells)


def _latest(figures: Figures, measure: Measure) -> Cell:
    values = verdict.values_in_order(measure.values, figures.basis)
    if not values:
        return Cell("no value", absent=True)
    period, value = values[-1]
    when = words.period(period, figures.basis)
    unit = "" if figures.kind == "percent" else short_unit(figures)
    said = ", ".join(filter(None, [unit, when]))
    return Cell(in_unit(figures, value), unit=said, value=value)


def _moved_cell(figures: Figures, judged: Verdict) -> Cell:
    """How far it moved, with the time before below that."""
    period, _ = judged.than
    if judged.by is None or not period:
        return Cell(judged.said, tone=judged.tone, absent=not judged.text)
    way = f"{'up' if judged.by > 0 else 'down'} {step(figures, abs(judged.by))}"
    since = f"from {words.period(period, figures.basis)}"
    return Cell(_told(judged, way if judged.by else "the same"), unit=since, tone=judged.tone)


def _beside_cell(site: Site, figures: Figures, measure: Measure) -> Cell:
    """Whether it is above or below their value, which stands with it."""
    judged = verdict.beside_national(figures, measure, site.areas)
    if judged.by is None:
        return Cell(judged.said, absent=judged.text == verdict.NO_FIGURE)
    period, value = judged.than
    newest = verdict.values_in_order(measure.values, figures.basis)[-1][0]
    way = "higher than" if judged.by > 0 else "lower than" if judged.by else "the same as"
    when = words.period(period, figures.basis) if period != newest else ""
    return Cell(_told(judged, f"{way} {words.number(value)}"), unit=when, tone=judged.tone)


def _told(judged: Verdict, text: str) -> str:
    """The verdict in front of it, where there is one to give."""
    return f"{judged.tone}: {text}" if judged.tone in ("better", "worse") else text


def _target_cell(site: Site, figures: Figures, measure: Measure) -> Cell:
    """How the latest value stands to its target, by a sign, in words and by colour; or the target
    that lies ahead."""
    standing = target.latest(site, figures, measure)
    if standing:
        return Cell(f"{standing.sign} {standing.said}".strip(), tone=standing.tone)
    ahead = target.ahead(figures, measure)
    return Cell(ahead) if ahead else NOTHING


def answer(site: Site, themes: Iterable[ThemeFile], here: str) -> Answer:
    """The latest value of every row of the themes against the one before it. Links start at the
    page at the address `here`."""
    tones = [tone for tone, _ in TONES]
    moved: dict[str, list[tuple[str, str, str]]] = {tone: [] for tone in tones}
    beside = dict.fromkeys(tones, 0)
    tables = [*_tables(themes)]
    for indicator, figures in tables:
        href = addresses.relative(indicator.address, here)
        for measure in figures.measures:
            judged = verdict.since_before(figures, measure)
            compared = verdict.beside_national(figures, measure, site.areas)
            if compared.tone:
                beside[compared.tone] += 1
            if judged.tone:
                name = _full_name(indicator, figures, measure)
                moved[judged.tone].append((name, href, judged.text))
    return Answer(
        tuple(Outcome(tone, title, tuple(moved[tone])) for tone, title in TONES if moved[tone]),
        sum(map(len, moved.values())),
        sum(len(figures.measures) for _, figures in tables),
        beside,
        site.national.title if site.national else "",
        _ratings(site, [figures for _, figures in tables]),
    )


def _tables(themes: Iterable[ThemeFile]) -> Iterator[tuple[Indicator, Figures]]:
    """Each table of the themes, with its indicator."""
    for file in themes:
        for indicator in file.indicators:
            yield from ((indicator, figures) for figures in indicator.tables)


def _ratings(site: Site, tables: Iterable[Figures]) -> dict[str, int]:
    """How many rows have each rating, the best first; nothing where none has one."""
    standings = (
        target.latest(site, figures, measure) for figures in tables for measure in figures.measures
    )
    found = Counter(standing.rating for standing in standings if standing and standing.rating)
    return {target.named(site, rating): found[rating] for rating in target.SIGNS if found}


def _full_name(indicator: Indicator, figures: Figures, measure: Measure) -> str:
    """A row's name after its reference, or that of its indicator."""
    reference = measure.reference or indicator.reference
    return ": ".join(filter(None, [reference, row_name(indicator, figures, measure)]))
