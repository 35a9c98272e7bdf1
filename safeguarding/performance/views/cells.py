"""One value of the framework as a cell of a table: what it says, what stands below it, and its
parts as data files have them."""

from collections.abc import Iterator

from safeguarding.performance.models import (
    Counted,
    FewerThan,
    Measure,
    MoreThan,
    NoValue,
    Observation,
    OneValue,
    Range,
    TargetRange,
)
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import target
from safeguarding.performance.views.target import Standing
from safeguarding.performance.views.values import count, observed
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Value
from safeguarding.site import Site

Parts = Iterator[tuple[str, Value]]


def own_cell(site: Site, figures: Figures, measure: Measure, period: str) -> Cell:
    """Our value of a period, with how it stands to its target."""
    standing = target.standing(site, figures, measure, period)
    return cell(site, figures, measure.values.get(period), standing)


def cell(
    site: Site,
    figures: Figures,
    observation: Observation | None,
    standing: Standing | None = None,
) -> Cell:
    """A value with its count and its other parts; or why there is none."""
    if observation is None:
        return Cell("none given", absent=True)
    counted = observation if isinstance(observation, Counted) else None
    return Cell(
        observed(observation, site.absences),
        count(counted, figures.counted or "") if counted else "",
        absent=isinstance(observation, NoValue | FewerThan | MoreThan),
        value=observation.value if isinstance(observation, OneValue) else None,
        parts=(*_parts(site, observation), *_of_target(standing)),
        below=tuple(_below(observation, standing)),
    )


def _below(observation: Observation, standing: Standing | None) -> Iterator[str]:
    """What is to be known of a value, in a few words each."""
    if isinstance(observation, OneValue) and observation.limits:
        low, high = map(words.number, observation.limits)
        yield f"limits {low} to {high}"
    if isinstance(observation, OneValue) and observation.averaged:
        yield f"average of {observation.averaged} areas"
    if isinstance(observation, Counted) and observation.provisional:
        yield "provisional"
    if observation.revised:
        yield f"corrected: it was {observation.revised.was}"
    if standing:
        yield standing.short


def _parts(site: Site, observation: Observation) -> Parts:
    """(name, value) of each part that the source gives."""
    if isinstance(observation, Range):
        yield "low", observation.low
        yield "high", observation.high
    if isinstance(observation, Counted):
        yield from _counts(observation)
    if isinstance(observation, OneValue):
        yield from _of_one_value(observation)
    if isinstance(observation, FewerThan):
        yield "below", observation.below
    if isinstance(observation, MoreThan):
        yield "above", observation.above
    if isinstance(observation, Counted) and observation.provisional:
        yield "provisional", True
    if observation.source:
        yield "from", site.sources[observation.source].title
    if observation.revised:
        yield "was", observation.revised.was
        yield "corrected", observation.revised.on


def _of_one_value(observation: OneValue) -> Parts:
    if observation.limits:
        yield "lower", observation.limits[0]
        yield "upper", observation.limits[1]
    if observation.averaged:
        yield "averaged", observation.averaged
    if observation.approximate:
        yield "approximate", True


def _counts(observation: Counted) -> Parts:
    """How many stand behind a value, and out of how many: whole numbers, unless they are of posts
    and the like."""
    for name, number in (("count", observation.count), ("of", observation.of)):
        if number is not None:
            yield name, int(number) if number == number.to_integral() else number


def _of_target(standing: Standing | None) -> Parts:
    """The target of a value, and how the value stands to it."""
    if standing is None:
        return
    if isinstance(standing.aim, TargetRange):
        yield "target_from", standing.aim.low
        yield "target_to", standing.aim.high
    else:
        yield "target", standing.aim.value
    if standing.rating:
        yield "rating", standing.word
