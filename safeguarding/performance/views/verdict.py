"""Did it get better? Answered only where the source says which way is good."""

from dataclasses import dataclass
from decimal import Decimal

from safeguarding.performance.models import Measure, Table
from safeguarding.shared import words


@dataclass(frozen=True)
class Verdict:
    """`tone` is better, worse, same, or empty where nothing is judged; `text` says what
    happened."""

    tone: str
    text: str

    @property
    def said(self) -> str:
        """The verdict in front of what happened, where there is one to give."""
        if self.tone not in ("better", "worse"):
            return self.text
        return (
            f"{self.tone} {self.text}"
            if self.text.startswith("than ")
            else f"{self.tone}, {self.text}"
        )


UNJUDGED = "the report does not say which way is good"


def values_in_order(series) -> list[tuple[str, Decimal]]:
    """The periods of a series that have one value, oldest first however they are written."""
    return [
        (period, series[period].value)
        for period in sorted(series)
        if series[period].value is not None
    ]


def since_before(table: Table, measure: Measure) -> Verdict:
    """The latest value against the one before it."""
    values = values_in_order(measure.values)
    if len(values) < 2:
        return Verdict("", "only one value" if values else "no value")
    return _change(table, measure, values[-2], values[-1])


def since_first(table: Table, measure: Measure) -> Verdict:
    """The latest value against the first, where that is not the one before it."""
    values = values_in_order(measure.values)
    if len(values) < 3:
        return Verdict("", "")
    return _change(table, measure, values[0], values[-1])


def beside_national(table: Table, measure: Measure, areas) -> Verdict:
    """Our latest value against the latest national one. Their periods may differ, so both are
    said."""
    national = [
        (area, values_in_order(series))
        for area, series in measure.comparators.items()
        if areas[area].mark == "national"
    ]
    ours = values_in_order(measure.values)
    if not national or not national[0][1] or not ours:
        return Verdict("", "no figure to compare")
    area, theirs = national[0]
    there = (
        f"{areas[area].title} {words.number(theirs[-1][1])}"
        f" ({words.period(theirs[-1][0], table.basis)})"
    )
    if area in measure.unlike:
        return Verdict("", f"{there}, but {measure.unlike[area]}")
    tone = _tone(table, measure, theirs[-1][1], ours[-1][1])
    return Verdict(tone, f"{BESIDE[tone]} {there}".strip())


BESIDE = {"better": "than", "worse": "than", "same": "the same as", "": ""}


def _change(table, measure, before, after):
    """From one (period, value) to a later one, unless the source says that they do not compare."""
    start = words.period(before[0], table.basis)
    if any(before[0] < broken <= after[0] for broken in table.breaks):
        return Verdict("", f"does not compare with {start}")
    step = after[1] - before[1]
    moved = (
        f"{'up' if step > 0 else 'down'} {_moved(table, abs(step))} from {start}"
        if step
        else f"the same as {start}"
    )
    return Verdict(_tone(table, measure, before[1], after[1]), moved)


def _moved(table: Table, step: Decimal) -> str:
    """How far a value moved: a share by points, all else by what it is counted in."""
    said = words.number(step)
    if table.kind != "percent":
        return said
    return f"{said} {'point' if said == '1' else 'points'}"


def _tone(table, measure, before, after):
    if not table.better or measure.no_verdict:
        return ""
    if before == after:
        return "same"
    return "better" if (after > before) == (table.better.direction == "higher") else "worse"


def reason(table: Table, measure: Measure) -> str:
    """Why there is no verdict; empty where there is one."""
    return measure.no_verdict or ("" if table.better else UNJUDGED)
