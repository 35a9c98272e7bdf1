"""The rows of an overview by the way they moved and stand: each way has a list, which a plain link
opens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from safeguarding.performance.models import WAYS, Measure, Overview, Way
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import overview, verdict
from safeguarding.shared import addresses
from safeguarding.shared.table import Row, Table
from safeguarding.site import Site

TITLES: dict[Way, str] = {
    "got-and-stands-worse": "Got worse, and worse than",
    "got-worse": "Got worse",
    "got-better": "Got better",
    "stayed-the-same": "Stayed the same",
    "went-up": "Went up",
    "went-down": "Went down",
    "worse-than": "Worse than",
    "better-than": "Better than",
    "higher-than": "Higher than",
    "lower-than": "Lower than",
}
BESIDE = " than"  # so ends the title of a way to stand beside the whole country


@dataclass(frozen=True)
class Choice:
    """A list that a reader can choose: its title, the way to it, how many rows it has, and whether
    it is the one that is shown. `tone` is better, worse or none."""

    title: str
    href: str
    rows: int
    chosen: bool
    tone: str = ""


def title(site: Site, way: Way) -> str:
    """What readers call a way, like Worse than England."""
    said = TITLES[way]
    return f"{said} {site.national.title}" if said.endswith(BESIDE) and site.national else said


def lists(site: Site) -> Iterator[tuple[Overview, Way]]:
    """Each list of each overview; without a whole country to stand beside, those of ways to move
    alone."""
    for one in site.overviews:
        for way in TITLES:
            if site.national or not TITLES[way].endswith(BESIDE):
                yield one, way


def table(site: Site, own: Overview, way: Way, here: str) -> Table | None:
    """The rows of one way, below their themes; None where there is none."""
    files = [site.themes[id] for id in own.themes]
    whole = overview.summary(site, files, here, only=_rows(site, own)[way])
    after = [*whole.rows[1:], None]
    rows = [row for row, next in zip(whole.rows, after, strict=True) if not _is_alone(row, next)]
    if not rows:
        return None
    return replace(whole, caption=title(site, way), rows=tuple(rows), id="", source="")


def _is_alone(row: Row, after: Row | None) -> bool:
    """Whether it is the heading of a theme that has no row here."""
    return row.part and (after is None or after.part)


def choices(site: Site, own: Overview, here: str) -> tuple[Choice, ...]:
    """Every list that has a row, after the page of all rows, as the page at the address `here`
    shows them."""
    chosen = _rows(site, own)
    every = sum(len(table.measures) for id in own.themes for table in _tables(site, id))
    found = [Choice("All", addresses.relative(own.page, here), every, own.page == here)]
    is_judged = chosen["got-worse"] or chosen["got-better"]
    for one, way in lists(site):
        is_asked = is_judged and way == "got-and-stands-worse"  # none is an answer too
        if one == own and (chosen[way] or is_asked or own.list_of(way) == here):
            tone = next((tone for tone in ("worse", "better") if tone in way), "")
            href = addresses.relative(own.list_of(way), here)
            is_here = own.list_of(way) == here
            found.append(Choice(title(site, way), href, len(chosen[way]), is_here, tone))
    return tuple(found)


def _tables(site: Site, theme: str) -> Iterator[Figures]:
    for indicator in site.themes[theme].indicators:
        yield from indicator.tables


def _rows(site: Site, own: Overview) -> dict[Way, set[str]]:
    """The ids of the rows of each way."""
    found: dict[Way, set[str]] = {way: set() for way in WAYS}
    for theme in own.themes:
        for figures in _tables(site, theme):
            for measure in figures.measures:
                for way in _ways(site, figures, measure):
                    found[way].add(measure.id)
    return found


def _ways(site: Site, figures: Figures, measure: Measure) -> Iterator[Way]:
    moved = verdict.since_before(figures, measure)
    stands = verdict.beside_national(figures, measure, site.areas)
    if moved.tone == "worse":
        yield "got-worse"
        if stands.tone == "worse":
            yield "got-and-stands-worse"
    elif moved.tone == "better":
        yield "got-better"
    if moved.by is not None:
        yield "went-up" if moved.by > 0 else "went-down" if moved.by else "stayed-the-same"
    if stands.tone in ("worse", "better"):
        yield "worse-than" if stands.tone == "worse" else "better-than"
    if stands.by:
        yield "higher-than" if stands.by > 0 else "lower-than"
