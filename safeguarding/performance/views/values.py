"""How a value of the framework is said."""

from safeguarding.performance.models import Observation
from safeguarding.shared import words


def observed(seen: Observation) -> str:
    """A value as a reader sees it: digits, a range, brackets as printed, or why there is none."""
    if seen.absence:
        return words.ABSENT[seen.absence]
    if seen.value is None:
        return f"{words.number(seen.low)} to {words.number(seen.high)}"
    return f"({words.number(seen.value)})" if seen.bracketed else words.number(seen.value)


def count(seen: Observation, of_what: str) -> str:
    """The count behind a value, like `2 of 6 children`; empty where there is none."""
    if seen.count is None:
        return ""
    return " ".join(
        filter(None, [f"{seen.count:,}", f"of {seen.of:,}" if seen.of is not None else "", of_what])
    )
