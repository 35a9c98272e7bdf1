"""What was to be reached, and in which words the board says whether it was."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from safeguarding.kinds import OneOf
from safeguarding.period import Basis, Period, end
from safeguarding.record import Amount, Number, Record, Sourced, Text

# How a value stands to its target.
Rating = Literal["met", "near", "missed"]


def off(low: Decimal, high: Decimal, value: Decimal) -> Decimal:
    """How far a value is from a range; 0 within."""
    return max(low - value, value - high, Decimal(0))


class Direction(Sourced):
    """Which way is good, and what in the source says so. Where the source does not say, there is
    none."""

    direction: Literal["higher", "lower"] = Field(description="Which way is good")
    because: Text = Field(description="What in the source says so, in one sentence")


class WithinRange(Sourced):
    """Neither higher nor lower is good, but a value between two numbers."""

    low: Number = Field(description="The lowest good value")
    high: Number = Field(description="The highest good value")
    because: Text = Field(description="What in the source says so, in one sentence")

    def off(self, value: Decimal) -> Decimal:
        """How far a value is from it; 0 within."""
        return off(self.low, self.high, value)


Better = Annotated[Direction | WithinRange, OneOf()]


class TargetValue(Record):
    """A target that is one number."""

    value: Number = Field(description="The target, like 95, with no % sign or comma")


class TargetRange(Record):
    """A target that is met between two numbers."""

    low: Number = Field(description="The lowest value that meets it")
    high: Number = Field(description="The highest value that meets it")

    def off(self, value: Decimal) -> Decimal:
        """How far a value is from it; 0 within."""
        return off(self.low, self.high, value)


def _aim(written: Any) -> Any:
    """`95` is short for {value: 95}."""
    return {"value": written} if isinstance(written, (str, int, Decimal)) else written


Aim = Annotated[
    Annotated[TargetValue | TargetRange, OneOf()],
    BeforeValidator(_aim, json_schema_input_type=Number | TargetValue | TargetRange),
    Field(description="The target, like 95, or {low: 20, high: 30}"),
]


class Target(Sourced):
    """What a row was to reach."""

    values: dict[Period, Aim] = Field(
        min_length=1,
        description=(
            "The target by the first period that it counts for, like {2018-19: 95}; it counts until"
            " the next one"
        ),
    )
    tolerance: Amount | None = Field(
        default=None,
        description="How far off is still near it, in the unit of the table; 0 for no such thing",
    )
    rated: dict[Period, Rating] = Field(
        default_factory=dict,
        description=(
            "How the source itself rates a period (met, near or missed), where that does not follow"
            " from the numbers"
        ),
    )
    baseline: dict[Period, Number] = Field(
        default_factory=dict,
        max_length=1,
        description="The value that was to change, by its period, like {2018-19: 5.31}",
    )

    def of(self, period: str, basis: Basis) -> TargetValue | TargetRange | None:
        """The target of a period; none before the first."""
        begun = [first for first in self.values if end(first, basis) <= end(period, basis)]
        return self.values[max(begun, key=lambda first: end(first, basis))] if begun else None


class RatingRule(Record):
    """In which words the board rates values beside their targets, and when one is still near."""

    meaning: Text = Field(description="What these words mean, in a sentence or two for readers")
    met: Text = Field(description="What it calls a value that meets its target, like: Green")
    near: Text = Field(description="What it calls a value that is near its target, like: Amber")
    missed: Text = Field(description="What it calls any other value, like: Red")
    tolerance: Amount | None = Field(
        default=None, description="How far off is still near, for targets that do not say it"
    )
    tolerance_in: Literal["units", "percent"] = Field(
        default="units",
        description=(
            "What that tolerance is counted in: units (those of the table, like points) or percent"
            " of the target"
        ),
    )
