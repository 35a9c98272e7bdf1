"""What is said below a table: gaps, breaks, corrections, and how to read what stands in it."""

from collections.abc import Iterable, Iterator

from safeguarding.performance.models import Counted, NoValue, Observation, OneValue
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views.picture import periods
from safeguarding.period import UNDATED, in_order
from safeguarding.shared import words
from safeguarding.site import Site


def notes(site: Site, figures: Figures, called: str) -> Iterator[str]:
    """What the report does not give or does not compare is said, not left for the reader to wonder
    at; and so is what the values are. `called` is what pages call their source."""
    yield from _gaps(figures, called)
    yield from _sums(figures)
    yield from _how_to_read(site, figures)
    yield from _corrections(site, figures)


def _gaps(figures: Figures, called: str) -> Iterator[str]:
    every_period = {period for measure in figures.measures for period in measure.values}
    blank = in_order(every_period.difference(periods(figures)), figures.basis)
    if blank:
        names = words.join([words.period(period, figures.basis) for period in blank])
        yield f"The {called} gives no values for {names}."
    for period, why in figures.breaks.items():
        name = words.period(period, figures.basis)
        yield f"{name} does not compare with the period before. {why}"


def _sums(figures: Figures) -> Iterator[str]:
    """Why numbers do not add up."""
    if figures.overlapping:
        yield f"The rows do not add up. {figures.overlapping}"
    if figures.across and figures.across.overlapping:
        yield f"The columns do not add up. {figures.across.overlapping}"
    if figures.rounded:
        yield f"Numbers are rounded to the nearest {figures.rounded}, so they may not add up."


def _how_to_read(site: Site, figures: Figures) -> Iterator[str]:
    """What limits, ratings and words for missing values mean."""
    every = [value for _, _, value in observations(figures)]
    if figures.limits and any(isinstance(one, OneValue) and one.limits for one in every):
        yield f"Limits: {figures.limits}."
    rule = site.framework.rating
    if rule and any(measure.target for measure in figures.measures):
        yield f"Beside a target: {rule.meaning}"
    yield from missing(site, every)
    if any(isinstance(one, Counted) and one.provisional for one in every):
        yield "Provisional: the source says that the value may still change."


def missing(site: Site, every: Iterable[Observation]) -> Iterator[str]:
    """What the sources' own words mean that stand in the place of some of these."""
    words_there = {one.absence for one in every if isinstance(one, NoValue)}
    for word, own in site.absences.items():
        if word in words_there:
            yield f"“{own.says}”: {own.meaning}"


def _corrections(site: Site, figures: Figures) -> Iterator[str]:
    """What stood here before, since when it does not, and why."""
    for name, period, seen in observations(figures):
        if seen.revised:
            when = "" if period == UNDATED else f", {words.period(period, figures.basis)}"
            since = words.when(seen.revised.on)
            why = f" {seen.revised.why}" if seen.revised.why else ""
            yield f"{name}{when}: corrected {since}. It was {seen.revised.was}.{why}"


def observations(figures: Figures) -> Iterator[tuple[str, str, Observation]]:
    """(row, period, value) of all that stands in a table."""
    for measure in figures.measures:
        every = (measure.values, *measure.across.values(), *measure.comparators.values())
        for series in every:
            for period, seen in series.items():
                yield measure.title, period, seen
