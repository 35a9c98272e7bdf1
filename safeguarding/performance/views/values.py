"""How a value of the framework is said."""

from collections.abc import Mapping
from decimal import Decimal

from safeguarding.performance.models import (
    Counted,
    FewerThan,
    MoreThan,
    NoValue,
    Observation,
    OneValue,
    OwnAbsence,
    Range,
    Table,
)
from safeguarding.shared import words

NONE: Mapping[str, OwnAbsence] = {}


def observed(observation: Observation, own: Mapping[str, OwnAbsence] = NONE) -> str:
    """A value as a reader sees it: digits, a range, brackets as printed, or why there is none, for
    which sources have their `own` words."""
    match observation:
        case NoValue():
            return absent(observation.absence, own)
        case Range():
            return f"{words.number(observation.low)} to {words.number(observation.high)}"
        case FewerThan():
            return f"fewer than {observation.below}"
        case MoreThan():
            return f"more than {words.number(observation.above)}"
        case OneValue():
            digits = words.number(observation.value)
            said = f"about {digits}" if observation.approximate else digits
            return f"({said})" if observation.bracketed else said


def absent(word: str, own: Mapping[str, OwnAbsence]) -> str:
    """What readers see in the place of a value that is missing."""
    return own[word].says if word in own else words.ABSENT.get(word, word)


def count(observation: Counted, of_what: str) -> str:
    """The count behind a value, like `2 of 6 children`; empty where there is none."""
    if observation.count is None:
        return ""
    whole = f"of {observation.of:,}" if observation.of is not None else ""
    return " ".join(filter(None, [f"{observation.count:,}", whole, of_what]))


def with_unit(table: Table, observation: Observation) -> str:
    """A value with what it is counted in, which is a word for many: `8 children`, but `1
    (children)`."""
    value, unit = observed(observation), table.unit
    if unit.startswith("%"):
        return value + unit
    is_one = table.kind == "count" and value == "1"
    return f"{value} ({unit})" if is_one else f"{value} {unit}"


def in_unit(table: Table, value: Decimal) -> str:
    """A value in a sentence: a percentage with its sign."""
    return words.number(value) + ("%" if table.kind == "percent" else "")


def step(table: Table, size: Decimal) -> str:
    """How far apart two values are: shares by points, all else by what it is counted in."""
    how_far = words.number(size)
    if table.kind == "percent":
        how_far += " point" if how_far == "1" else " points"
    return how_far
