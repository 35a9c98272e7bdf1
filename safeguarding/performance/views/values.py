"""How a value of the framework is said."""

from safeguarding.performance.models import Counted, NoValue, Observation, OneValue, Range
from safeguarding.shared import words


def observed(observation: Observation) -> str:
    """A value as a reader sees it: digits, a range, brackets as printed, or why there is none."""
    match observation:
        case NoValue():
            return words.ABSENT[observation.absence]
        case Range():
            return f"{words.number(observation.low)} to {words.number(observation.high)}"
        case OneValue():
            digits = words.number(observation.value)
            return f"({digits})" if observation.bracketed else digits


def count(observation: Counted, of_what: str) -> str:
    """The count behind a value, like `2 of 6 children`; empty where there is none."""
    if observation.count is None:
        return ""
    whole = f"of {observation.of:,}" if observation.of is not None else ""
    return " ".join(filter(None, [f"{observation.count:,}", whole, of_what]))
