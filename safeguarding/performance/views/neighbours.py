"""Single areas beside ours: where we rank among our neighbours, with a picture and a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from safeguarding.performance.models import Indicator, Measure, OneValue
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import notes, picture, rank, tables
from safeguarding.performance.views.cells import cell
from safeguarding.performance.views.rank import Area, compared
from safeguarding.performance.views.strips import NEIGHBOUR, Figure, Strips, strips
from safeguarding.performance.views.values import observed
from safeguarding.record import MaybeSourced
from safeguarding.shared import origins
from safeguarding.shared.bars import OURS
from safeguarding.shared.origins import Origin
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site

NONE_GIVEN = Cell("none given", absent=True)


@dataclass(frozen=True)
class Beside:
    """Single areas beside ours, for the rows of one table that have some: a sentence, of which each
    row has an end of its own if there are several; the picture, with the (mark, name) pairs that
    its legend explains; all values in a table. `origins` are those of values that come from
    elsewhere than ours."""

    sentence: str
    ends: tuple[str, ...]
    picture: Strips | None
    legend: tuple[tuple[str, str], ...]
    table: Table
    origins: tuple[Origin, ...]


def beside(site: Site, indicator: Indicator, figures: Figures) -> Beside | None:
    """The single areas beside ours; nothing for a table without any."""
    rows = [row for row in figures.measures if row.neighbours]
    if not rows:
        return None
    if len(rows) == 1:
        sentence, ends = rank.ranked(site, figures, rows[0]), list[str]()
    else:
        sentence, ends = rank.several_ranked(site, figures)
    whole, drawn = table(site, indicator, figures), picture.drawn(figures)
    areas = [(row.title, compared(site, drawn, row)) for row in drawn.measures]
    names = {area.mark: area.name for _, some in areas for area in some}
    elsewhere = [one for one in (row.neighbours for row in rows) if one and one.names_a_place]
    return Beside(
        sentence,
        tuple(ends),
        strips(f"{whole.id}-strips", whole.caption, [(row, _shown(some)) for row, some in areas]),
        tuple((names | {NEIGHBOUR: "Each area most like it"}).items()),
        whole,
        origins.of_all(site, elsewhere),
    )


def _shown(areas: Iterable[Area]) -> list[Figure]:
    """What the picture shows: the areas that have a figure."""
    return [
        Figure(area.mark, area.name, area.seen.value, observed(area.seen))
        for area in areas
        if isinstance(area.seen, OneValue)
    ]


# The table.


def data_id(indicator: Indicator, figures: Figures) -> str:
    """The name of the data files, like neighbours-n12."""
    return f"neighbours-{tables.data_id(indicator, figures).removeprefix('indicator-')}"


def table(site: Site, indicator: Indicator, figures: Figures) -> Table:
    """What each area has, a column for each row: from the highest to the lowest of the first one;
    those without a figure come last."""
    rows = [row for row in figures.measures if row.neighbours]
    areas = [{area.id: area for area in compared(site, figures, row)} for row in rows]
    names = {id: area.name for some in areas for id, area in some.items()}
    labels = _labels(figures, rows)
    when = rank.periods(figures)
    where = ", area by area" + (f", {when[0]}" if len(when) == 1 < len(rows) else "")
    return Table(
        f"{tables.caption(indicator, figures)}{where}",
        "Area",
        tuple(Column(label, tables.short_unit(figures)) for label in labels),
        tuple(
            Row(name, tuple(_cell(site, figures, some.get(id)) for some in areas), id=id).of(
                *told, source=site.source_id_of(told[0])
            )
            for id, name in _from_the_highest(areas[0], names)
            if (told := _told(rows, id))
        ),
        tuple(notes.missing(site, (area.seen for some in areas for area in some.values()))),
        sortable=len(rows) > 1,
        id=data_id(indicator, figures),
        source=site.source_of(indicator).id,
        name=f"{indicator.heading}{where}",
    )


def _labels(figures: Figures, rows: Sequence[Measure]) -> list[str]:
    """What tells rows apart: their titles, and their periods, where these differ."""
    if len(rows) == 1:
        return [rank.period(figures, rows[0])]
    if len(rank.periods(figures)) == 1:
        return [row.title for row in rows]
    return [f"{row.title}, {rank.period(figures, row)}" for row in rows]


def _from_the_highest(areas: Mapping[str, Area], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """(id, name) of all areas in that order; those without a figure last."""
    values = {id: area.seen.value for id, area in areas.items() if isinstance(area.seen, OneValue)}
    found = [pair for pair in names.items() if pair[0] in values]
    found.sort(key=lambda pair: values[pair[0]], reverse=True)
    return [*found, *(pair for pair in names.items() if pair[0] not in values)]


def _cell(site: Site, figures: Figures, area: Area | None) -> Cell:
    """The value alone: what stands behind it is known of us alone."""
    if area is None:
        return NONE_GIVEN
    seen = area.seen
    if isinstance(seen, OneValue):
        seen = seen.model_copy(update={"count": None, "of": None, "limits": None})
    return replace(cell(site, figures, seen), tone=OURS if area.mark == OURS else "")


def _told(rows: Iterable[Measure], id: str) -> list[MaybeSourced]:
    """What says where the values of an area come from."""
    return [row.told(None if id == OURS else id) for row in rows]
