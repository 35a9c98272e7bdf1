"""How far a value moved, as a part of a sentence."""

from safeguarding.performance.models import Table
from safeguarding.performance.views.values import in_unit, step
from safeguarding.performance.views.verdict import Verdict
from safeguarding.shared import words


def moved(table: Table, judged: Verdict) -> str:
    """How far it moved from an earlier value, which is said too."""
    period, value = judged.than
    if judged.by is None or not period:
        return judged.text
    then = words.during(period, table.basis)
    if not judged.by:
        return f"the same as {then}"
    way = "up" if judged.by > 0 else "down"
    which = f", which is {judged.tone}" if judged.tone else ""
    return f"{way} {step(table, abs(judged.by))} from {in_unit(table, value)} {then}{which}"
