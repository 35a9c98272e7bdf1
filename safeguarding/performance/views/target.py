"""How values stand to their targets: in the words of the board, if it has some."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from safeguarding.performance.models import (
    Direction,
    Measure,
    OneValue,
    Rating,
    Table,
    TargetRange,
    TargetValue,
)
from safeguarding.performance.views import verdict
from safeguarding.performance.views.values import in_unit, step
from safeguarding.period import end
from safeguarding.shared import words
from safeguarding.site import Site

SIGNS: dict[Rating, str] = {"met": "✓", "near": "≈", "missed": "✗"}
TONES: dict[Rating, str] = {"met": "better", "near": "", "missed": "worse"}
WORDS: dict[Rating, str] = {"met": "met", "near": "near", "missed": "missed"}
Aim = TargetValue | TargetRange


@dataclass(frozen=True)
class Standing:
    """A value beside its target, whose words are `aimed`. `rating` is None where nobody says which
    way is good; `word` is what the board calls the rating; `text` says all of it, but for the
    word."""

    aim: Aim
    aimed: str
    rating: Rating | None
    word: str
    text: str

    @property
    def said(self) -> str:
        """The text, with the board's own word for it."""
        own = self.rating is not None and self.word != WORDS[self.rating]
        return f"{self.text} ({self.word})" if own else self.text

    @property
    def short(self) -> str:
        """The same in the few words that fit below a value."""
        if self.rating is None:
            return f"target {self.aimed}"
        return f"{self.sign} target {self.aimed}: {self.word}"

    @property
    def sign(self) -> str:
        """The rating as a shape."""
        return SIGNS[self.rating] if self.rating else ""

    @property
    def tone(self) -> str:
        """The rating as the tone of a cell."""
        return TONES[self.rating] if self.rating else ""


def standing(site: Site, table: Table, measure: Measure, period: str) -> Standing | None:
    """How our value of a period stands to its target; None where it has no value or no target."""
    aim = measure.target.of(period, table.basis) if measure.target else None
    seen = measure.values.get(period)
    if aim is None or not isinstance(seen, OneValue):
        return None
    off = _off(table, aim, seen.value)
    rating = _rating(site, measure, period, aim, off)
    word = named(site, rating) if rating else ""
    return Standing(aim, aimed(table, aim), rating, word, _text(table, aim, rating, off))


def latest(site: Site, table: Table, measure: Measure) -> Standing | None:
    """How our latest value stands to its target."""
    values = verdict.values_in_order(measure.values, table.basis)
    return standing(site, table, measure, values[-1][0]) if values else None


def ahead(table: Table, measure: Measure) -> str:
    """The target that no value is beside yet, in words; empty where there is none."""
    if measure.target is None:
        return ""
    values = verdict.values_in_order(measure.values, table.basis)
    reached = end(values[-1][0], table.basis) if values else ""
    for period, aim in measure.target.values.items():
        if end(period, table.basis) > reached:
            return f"target of {aimed(table, aim)} from {words.period(period, table.basis)}"
    return ""


def sentences(site: Site, table: Table, measure: Measure) -> Iterator[str]:
    """What a row says of its target: how the latest value stands to it, what comes, and where it
    began."""
    if measure.target is None:
        return
    values = verdict.values_in_order(measure.values, table.basis)
    now = latest(site, table, measure)
    if now:
        period = words.period(values[-1][0], table.basis)
        yield f"{now.said} in {period}" if now.rating else f"the target was {now.aimed} ({period})"
    if to_come := ahead(table, measure):
        yield to_come
    for period, value in measure.target.baseline.items():
        yield f"the baseline was {in_unit(table, value)} ({words.period(period, table.basis)})"


def aimed(table: Table, aim: Aim) -> str:
    """A target in words."""
    if isinstance(aim, TargetRange):
        return f"{words.number(aim.low)} to {in_unit(table, aim.high)}"
    return in_unit(table, aim.value)


def _off(table: Table, aim: Aim, value: Decimal) -> Decimal | None:
    """How far a value is from meeting the target; None where nobody says which way is good."""
    if isinstance(aim, TargetRange):
        return aim.off(value)
    if table.better is None:
        return None
    if not isinstance(table.better, Direction):
        return abs(value - aim.value)
    short = aim.value - value if table.better.direction == "higher" else value - aim.value
    return max(short, Decimal(0))


def _rating(
    site: Site, measure: Measure, period: str, aim: Aim, off: Decimal | None
) -> Rating | None:
    """As the source rates the period, or as the board's own rule does."""
    if measure.target and period in measure.target.rated:
        return measure.target.rated[period]
    if off is None:
        return None
    if not off:
        return "met"
    return "near" if off <= _tolerance(site, measure, aim) else "missed"


def _tolerance(site: Site, measure: Measure, aim: Aim) -> Decimal:
    """How far off is still near, in the unit of the table."""
    own = measure.target.tolerance if measure.target else None
    rule = site.framework.rating
    if own is not None or rule is None:
        return own or Decimal(0)
    tolerance = rule.tolerance or Decimal(0)
    if rule.tolerance_in == "units":
        return tolerance
    return tolerance * abs(aim.low if isinstance(aim, TargetRange) else aim.value) / 100


def named(site: Site, rating: Rating) -> str:
    """What the board calls a rating."""
    rule = site.framework.rating
    word: str = getattr(rule, rating) if rule else WORDS[rating]
    return word


def _text(table: Table, aim: Aim, rating: Rating | None, off: Decimal | None) -> str:
    target = f"the target of {aimed(table, aim)}"
    if rating is None:
        return target
    if rating == "met" or not off:
        return f"{WORDS[rating]} {target}"
    by = f" by {step(table, off)}" if rating == "missed" else f", {step(table, off)} off"
    return f"{WORDS[rating]} {target}{by}"
