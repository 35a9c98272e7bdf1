"""Where we rank among the single areas most like ours, in a sentence. It is no verdict: the highest
can be good, bad or neither."""

from typing import NamedTuple

from safeguarding.performance.models import Measure, Observation, OneValue
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import picture
from safeguarding.performance.views.strips import NEIGHBOUR
from safeguarding.performance.views.values import observed
from safeguarding.shared import words
from safeguarding.shared.bars import OURS
from safeguarding.site import Site

COUNTED = ", counted from the highest"


class Area(NamedTuple):
    """An area in a comparison: its id (that of our own is OURS), its name, how pictures mark it,
    and what is known of it."""

    id: str
    name: str
    mark: str
    seen: Observation


def compared(site: Site, figures: Figures, measure: Measure) -> list[Area]:
    """The areas of which a row tells something in the period of its neighbours: ours, then these,
    the nearest first, then comparators."""
    single = measure.neighbours
    if single is None:
        return []
    found = [Area(OURS, site.board.area, OURS, measure.values[single.period])]
    for id, neighbour in site.neighbours.items():
        if id in single.values:
            found.append(Area(id, neighbour.title, NEIGHBOUR, single.values[id]))
    averages = {id for id, made in site.imports.comparators.items() if not isinstance(made, str)}
    for id, mark in picture.marks(figures, site.areas).items():
        if seen := measure.comparators.get(id, {}).get(single.period):
            what = " (average)" if id in averages else ""
            found.append(Area(id, site.areas[id].title + what, mark, seen))
    return found


def ranked(site: Site, figures: Figures, measure: Measure) -> str:
    """Like “Beside the ten areas most like it, … is third of eleven, counted from the highest
    (2024/25).” Empty for a row without neighbours."""
    if measure.neighbours is None:
        return ""
    rank, when = _rank(site, figures, measure), period(figures, measure)
    return f"{_beside(site, measure)}, {site.board.area} is {rank} ({when})."


def several_ranked(site: Site, figures: Figures) -> tuple[str, list[str]]:
    """The same for several rows: how the sentence begins, and how it ends for each."""
    rows = [row for row in figures.measures if row.neighbours]
    when = periods(figures)
    of_all = f" ({when[0]})" if len(when) == 1 else ""
    begin = f"{_beside(site, *rows)}{COUNTED}{of_all}, {site.board.area} is:"
    ends = []
    for row in rows:
        own = "" if of_all else f" ({period(figures, row)})"
        ends.append(f"{row.title}: {_rank(site, figures, row).removesuffix(COUNTED)}{own}")
    return begin, ends


def period(figures: Figures, measure: Measure) -> str:
    """The period of a row's neighbours in words; empty for a row without any."""
    single = measure.neighbours
    return words.period(single.period, figures.basis) if single else ""


def periods(figures: Figures) -> list[str]:
    """Those of all rows of a table, each once."""
    return list(dict.fromkeys(filter(None, (period(figures, row) for row in figures.measures))))


def _beside(site: Site, *rows: Measure) -> str:
    """How many neighbours these rows have between them."""
    every = {id for row in rows if row.neighbours for id in row.neighbours.values}
    if len(every) == 1:
        return "Beside the area most like it"
    return f"Beside the {words.cardinal(len(every))} areas most like it"


def _rank(site: Site, figures: Figures, measure: Measure) -> str:
    """What we are among those that have a figure; others can share it."""
    every = compared(site, figures, measure)
    ours = every[0].seen
    others = [area for area in every if area.mark == NEIGHBOUR]
    values = {area.name: area.seen.value for area in others if isinstance(area.seen, OneValue)}
    if not isinstance(ours, OneValue):
        return f"without a figure ({observed(ours, site.absences)})"
    if not values:
        return "the only one with a figure"
    with_figure = " with a figure" if len(values) < len(others) else ""
    of = f" of {words.cardinal(len(values) + 1)}{with_figure}"
    higher = [name for name, value in values.items() if value > ours.value]
    same = [name for name, value in values.items() if value == ours.value]
    if len(same) == len(values):
        return f"the same as all others{with_figure}"
    if len(higher) == len(values):
        return f"the lowest{of}"
    if not higher and not same:
        return f"the highest{of}"
    shared = f", together with {words.join(same)}" if same else ""
    return f"{words.ordinal(len(higher) + 1)}{of}{shared}{COUNTED}"
