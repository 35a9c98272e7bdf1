"""What an indicator answers first: its newest value, how that moved, and how it stands beside
others and its target."""

from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.performance.models import Area, Counted, Indicator, Measure
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import target, verdict
from safeguarding.performance.views.moved import moved
from safeguarding.performance.views.standing_out import standing_out
from safeguarding.performance.views.values import count, in_unit, observed, step, with_unit
from safeguarding.performance.views.verdict import NO_FIGURE, Verdict
from safeguarding.shared import words
from safeguarding.site import Site


@dataclass(frozen=True)
class Fact:
    """A sentence about the newest value, and its tone: better, worse, same or none."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class Headline:
    """The newest value of an indicator with one row, what it is counted in, like `% of plans`, when
    that was, and what is to be said of it."""

    value: str
    unit: str
    when: str
    facts: tuple[Fact, ...]


def headline(site: Site, indicator: Indicator) -> Headline | None:
    """The answer of an indicator; None where it has several rows, or no value."""
    if len(indicator.measures) > 1:
        return None
    figures, measure = indicator.tables[0], indicator.measures[0]
    values = verdict.values_in_order(measure.values, figures.basis)
    if not values:
        return None
    period, _ = values[-1]
    value = observed(measure.values[period])
    return Headline(
        value,
        with_unit(figures, measure.values[period]).removeprefix(value),
        words.during(period, figures.basis),
        tuple(_facts(site, figures, measure)),
    )


def _facts(site: Site, figures: Figures, measure: Measure) -> Iterator[Fact]:
    """How many stand behind it, how it moved, how it stands beside each area, and beside its
    target."""
    newest = measure.values[verdict.values_in_order(measure.values, figures.basis)[-1][0]]
    if isinstance(newest, Counted) and newest.count is not None:
        yield Fact(f"That is {count(newest, figures.counted or '')}.")
    for judged in (verdict.since_before(figures, measure), verdict.since_first(figures, measure)):
        if judged.text:
            yield Fact(_sentence(moved(figures, judged)), judged.tone)
    for area in site.areas.values():
        if area.id in measure.comparators:
            judged = verdict.beside(figures, measure, area)
            if judged.text != NO_FIGURE:
                yield Fact(_beside(site, figures, measure, area, judged), judged.tone)
    standing = target.latest(site, figures, measure)
    for place, said in enumerate(target.sentences(site, figures, measure)):
        tone = standing.tone if standing and not place else ""
        yield Fact(_sentence(said), tone)


def _beside(site: Site, figures: Figures, measure: Measure, area: Area, judged: Verdict) -> str:
    """Their newest value, and how far ours is above or below it."""
    if judged.by is None:
        return _sentence(judged.text)
    newest = verdict.values_in_order(measure.values, figures.basis)[-1][0]
    return f"{_of_other(area, figures, judged, newest)}. {_above(site, figures, judged)}"


def _above(site: Site, figures: Figures, judged: Verdict) -> str:
    if not judged.by:
        return f"{site.board.area} has the same."
    which = f", which is {judged.tone}" if judged.tone else ""
    way = "higher" if judged.by > 0 else "lower"
    return f"{site.board.area} is {step(figures, abs(judged.by))} {way}{which}."


def _sentence(text: str) -> str:
    return words.capital(text.rstrip(".")) + "."


def summary(site: Site, indicator: Indicator) -> str:
    """The answer in a sentence, as search engines show it; of several rows, what stands out."""
    if len(indicator.measures) == 1:
        return sentence(site, indicator.tables[0], indicator.measures[0]) or indicator.heading
    return " ".join(standing_out(indicator)) or indicator.heading


def sentence(site: Site, figures: Figures, measure: Measure) -> str:
    """The newest value of a row, the one before, and that of the whole country; empty where there
    is no value."""
    values = verdict.values_in_order(measure.values, figures.basis)
    if not values:
        return ""
    period, _ = values[-1]
    newest = with_unit(figures, measure.values[period])
    parts = [f"{newest} {words.during(period, figures.basis)}".strip()]
    before = verdict.since_before(figures, measure)
    if before.by is not None and before.than[0]:
        period, value = before.than
        parts.append(f"{in_unit(figures, value)} {words.during(period, figures.basis)}")
    national = verdict.beside_national(figures, measure, site.areas)
    if national.by is not None and site.national:
        parts.append(_of_other(site.national, figures, national, values[-1][0]))
    return "; ".join(parts) + "."


def _of_other(area: Area, figures: Figures, judged: Verdict, newest: str) -> str:
    """The value of another area, with its period where that is not ours."""
    period, value = judged.than
    when = f" {words.during(period, figures.basis)}" if period != newest else ""
    return f"{area.title} {in_unit(figures, value)}{when}"
