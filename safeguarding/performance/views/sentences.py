"""Whether an indicator got better, in sentences."""

from collections.abc import Iterator

from safeguarding.performance.models import Better, Direction, Indicator, Measure
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import target, verdict
from safeguarding.performance.views.tables import row_name
from safeguarding.shared import origins, words
from safeguarding.site import Site


def better(site: Site, indicator: Indicator, judged: bool = True) -> Iterator[str]:
    """One sentence for each row that can be judged, unless its page says that before; one for each
    table that says which way is good; one for each reason that other rows cannot be judged."""
    called = site.source_of(indicator).called
    unjudged: dict[str, list[str]] = {}  # the names of rows by the reason
    for figures in indicator.tables:
        for measure in figures.measures:
            why = verdict.reason(figures, measure, called)
            if why:
                unjudged.setdefault(why, []).append(row_name(indicator, figures, measure))
            elif judged:
                yield _judged(site, indicator, figures, measure)
            if measure.target and judged:
                yield _of_target(site, indicator, figures, measure)
    for figures in indicator.tables:
        if figures.better:
            yield _which_way(site, figures.better)
    for why, names in unjudged.items():
        every_row = len(names) == len(indicator.measures)
        yield _not_judged(why, verdict.unjudged(called), [] if every_row else names)


def _judged(site: Site, indicator: Indicator, figures: Figures, measure: Measure) -> str:
    """How a row moved, and how it stands beside the whole country."""
    beside = verdict.beside_national(figures, measure, site.areas)
    parts = [
        verdict.since_before(figures, measure).said,
        verdict.since_first(figures, measure).said,
        beside.said if beside.tone else "",
    ]
    return _of_row(indicator, figures, measure, parts)


def _of_target(site: Site, indicator: Indicator, figures: Figures, measure: Measure) -> str:
    """How a row stands to its target."""
    return _of_row(indicator, figures, measure, [*target.sentences(site, figures, measure)])


def _of_row(indicator: Indicator, figures: Figures, measure: Measure, parts: list[str]) -> str:
    alone = len(indicator.measures) == 1
    name = "" if alone else f"{row_name(indicator, figures, measure)}: "
    return _sentence(name + "; ".join(filter(None, parts)))


def _which_way(site: Site, better: Better) -> str:
    where = origins.beside(site, better)
    because = better.because.rstrip(".") + (f" ({where})" if where else "")
    if not isinstance(better, Direction):
        between = f"{words.number(better.low)} to {words.number(better.high)}"
        return _sentence(f"{between} is good here: {because}")
    way = "Higher" if better.direction == "higher" else "Lower"
    return _sentence(f"{way} is better here: {because}")


def _not_judged(why: str, silence: str, names: list[str]) -> str:
    """Why rows have no verdict; without names it holds for all of them."""
    who = f"{words.join(names)}: " if names else ""
    joint = ", because" if why == silence else "."
    return _sentence(f"{who}no verdict{joint} {why}")


def _sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
