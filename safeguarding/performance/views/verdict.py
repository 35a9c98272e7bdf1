"""Did it get better? Answered only where the source says which way is good."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from safeguarding.performance.models import (
    Area,
    Direction,
    Measure,
    NoValue,
    OneValue,
    Series,
    Table,
)
from safeguarding.performance.views.values import step
from safeguarding.period import Basis, in_order, length
from safeguarding.shared import words

NO_FIGURE = "no figure to compare"
BESIDE = {"better": "than", "worse": "than", "same": "the same as", "": ""}  # by the tone
PeriodValue = tuple[str, Decimal]  # a period and its value


@dataclass(frozen=True)
class Verdict:
    """`tone` is better, worse, same, or empty where nothing is judged; `text` says what happened.
    Where our value compares with another, it is `by` so much above that; `than` has the period and
    the value of the other."""

    tone: str
    text: str
    by: Decimal | None = None
    than: PeriodValue = ("", Decimal(0))

    @property
    def said(self) -> str:
        """The verdict in front of what happened, where there is one to give."""
        if self.tone not in ("better", "worse"):
            return self.text
        joint = " " if self.text.startswith("than ") else ", "
        return f"{self.tone}{joint}{self.text}"


def values_in_order(series: Series, basis: Basis) -> list[PeriodValue]:
    """(period, value) of each period of a series that has one value, oldest first however they are
    written."""
    observations = ((period, series[period]) for period in in_order(series, basis))
    return [(period, seen.value) for period, seen in observations if isinstance(seen, OneValue)]


def comparable(table: Table, measure: Measure) -> list[PeriodValue]:
    """The values of a row in order, of periods as long as the latest: of half a year, not the whole
    years beside it."""
    values = values_in_order(measure.values, table.basis)
    lengths = [length(period, table.basis) for period, _ in values]
    return [value for value, months in zip(values, lengths, strict=True) if months == lengths[-1]]


def since_before(table: Table, measure: Measure) -> Verdict:
    """The latest value against the one before it."""
    values = comparable(table, measure)
    if table.kind == "change" and values:
        return _of_change(table, measure, values[-1])
    if len(values) < 2:
        return Verdict("", "only one value" if values else "no value")
    between = _between(table, measure, values[-2][0], values[-1][0])
    if between:
        return Verdict("", f"no value for {words.period(between[-1], table.basis)}")
    return _change(table, measure, values[-2], values[-1])


def _between(table: Table, measure: Measure, first: str, last: str) -> list[str]:
    """The periods between two of which the source says that we have no value. What it leaves blank
    it does not speak of."""
    times = in_order(measure.values, table.basis)
    inside = times[times.index(first) + 1 : times.index(last)]
    hidden = [(period, measure.values[period]) for period in inside]
    return [
        period for period, seen in hidden if isinstance(seen, NoValue) and seen.absence != "blank"
    ]


def since_first(table: Table, measure: Measure) -> Verdict:
    """The latest value against the first, where that is not the one before it."""
    values = comparable(table, measure)
    if len(values) < 3 or table.kind == "change":
        return Verdict("", "")
    return _change(table, measure, values[0], values[-1])


def beside_national(table: Table, measure: Measure, areas: Mapping[str, Area]) -> Verdict:
    """Our latest value against the latest national one."""
    area = _national_area(measure, areas)
    return beside(table, measure, area) if area else Verdict("", NO_FIGURE)


def beside(table: Table, measure: Measure, area: Area) -> Verdict:
    """Our latest value against the latest one of another area. Their periods may differ, so both
    are said."""
    ours = values_in_order(measure.values, table.basis)
    theirs = values_in_order(measure.comparators[area.id], table.basis)
    if not theirs or not ours:
        return Verdict("", NO_FIGURE)
    period, value = theirs[-1]
    there = f"{area.title} {words.number(value)} ({words.period(period, table.basis)})"
    if area.id in measure.unlike:
        return Verdict("", f"{there}, but {measure.unlike[area.id]}")
    newest, latest = ours[-1]
    if not _same_time(table, newest, period):
        return Verdict("", f"{there}, but not over as long a time")
    if _is_within_limits(measure, newest, value):
        return Verdict("", f"not clearly different from {there}, which lies within our limits")
    tone = _tone(table, measure, value, latest)
    return Verdict(tone, f"{BESIDE[tone]} {there}".strip(), latest - value, theirs[-1])


def unjudged(called: str) -> str:
    """Why there is no verdict on what a source of that name does not judge."""
    return f"the {called} does not say which way is good"


def reason(table: Table, measure: Measure, called: str) -> str:
    """Why there is no verdict; empty where there is one. `called` is what pages call the source."""
    return measure.no_verdict or ("" if table.better else unjudged(called))


def _is_within_limits(measure: Measure, period: str, theirs: Decimal) -> bool:
    """Whether the limits of our value leave room for theirs, so that neither is surely higher."""
    seen = measure.values[period]
    if not isinstance(seen, OneValue) or seen.limits is None:
        return False
    low, high = seen.limits
    return low <= theirs <= high


def _national_area(measure: Measure, areas: Mapping[str, Area]) -> Area | None:
    """The first national area among the comparators of a row."""
    marked = (areas[area] for area in measure.comparators if areas[area].mark == "national")
    return next(marked, None)


def _same_time(table: Table, *periods: str) -> bool:
    """Whether what is counted in these periods compares: more comes together in a longer time.
    Shares, averages, and what is counted on a day do not depend on it."""
    lengths = {length(period, table.basis) for period in periods} - {0}
    return table.kind in ("percent", "average") or len(lengths) < 2


def _change(table: Table, measure: Measure, before: PeriodValue, after: PeriodValue) -> Verdict:
    """From one value to a later one, unless the source says that they do not compare."""
    (first_period, first), (last_period, last) = before, after
    start = words.period(first_period, table.basis)
    times = in_order({first_period, last_period, *table.breaks}, table.basis)
    between = times[times.index(first_period) + 1 : times.index(last_period) + 1]
    if table.breaks.keys() & between:
        return Verdict("", f"does not compare with {start}")
    by = last - first
    return Verdict(_tone(table, measure, first, last), _moved(table, by, start), by, before)


def _of_change(table: Table, measure: Measure, latest: PeriodValue) -> Verdict:
    """A value that is a change itself: the way it goes is the verdict."""
    period, by = latest
    way = "up" if by > 0 else "down" if by < 0 else "no change:"
    size = f"{words.number(abs(by))} {table.unit}".replace(" %", "%", 1)
    said = f"{way} {size} ({words.period(period, table.basis)})"
    return Verdict(_tone(table, measure, Decimal(0), by), said, by)


def _moved(table: Table, by: Decimal, start: str) -> str:
    """How far a value moved from a period."""
    if not by:
        return f"the same as {start}"
    return f"{'up' if by > 0 else 'down'} {step(table, abs(by))} from {start}"


def _tone(table: Table, measure: Measure, before: Decimal, after: Decimal) -> str:
    """better, worse or same; empty where nobody should say."""
    if not table.better or measure.no_verdict:
        return ""
    if before == after:
        return "same"
    if isinstance(table.better, Direction):
        is_higher = after > before
        return "better" if is_higher == (table.better.direction == "higher") else "worse"
    closer = table.better.off(before) - table.better.off(after)
    return ("better" if closer > 0 else "worse") if closer else ""
