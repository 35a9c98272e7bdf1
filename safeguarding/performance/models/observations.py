"""What the source gives for one row and one period: a value, a range, a bound, or none at all."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.dates import Date
from safeguarding.kinds import OneOf
from safeguarding.period import Period
from safeguarding.record import (
    NUMBER,
    SOMETHING,
    Amount,
    Flag,
    Kind,
    MaybeSourced,
    Number,
    Record,
    Several,
    Text,
)

# How a value can be missing, in words that every board has. None of these is 0, and none is
# another. The source's own words stand beside them, in the framework's `absences`.
Absence = Literal["not available", "no longer reported", "N/A", "blank", "suppressed"]
HIDDEN = "suppressed"  # the one of them that stands for a number which nobody is to work out
WORD = rf"{SOMETHING}[A-Za-z][A-Za-z0-9 /-]*"
NO_WORD = "is no word for a missing value; write one like suppressed, or one of the source, like c"
AbsenceWord = Annotated[str, Kind(WORD, NO_WORD)]
NO_OBSERVATION = (
    "should be a number without signs or commas, or one of:"
    f" {', '.join(get_args(Absence))}, or a word of `absences` in data/performance/framework.yml"
)
NO_SHARE = "should be how many areas have a figure, out of how many, like 9 of 10"
Averaged = Annotated[str, Kind(r"[1-9]\d* of [1-9]\d*", NO_SHARE)]
Limits = Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)]


class Revision(Record):
    """A correction that readers are told of."""

    happened = ("on",)

    on: Date = Field(
        description=(
            "The day of the correction, like 2021-11-03; where the source says no more, 2021-11 or"
            " 2021"
        )
    )
    was: Text = Field(description="What stood here before, as readers saw it, like 69.0")
    why: Text | None = Field(
        default=None,
        description="Why it changed, in one sentence; leave it out where the source does not say",
    )


class Seen(MaybeSourced):
    """What every observation can say of itself; its source, where that is another than that of its
    row, as of a year that another report gives."""

    revised: Revision | None = Field(
        default=None, description="What stood here before a correction, and why it changed"
    )


class Counted(Seen):
    """What the source gives figures of: how many stand behind them, where it says so."""

    count: Amount | None = Field(
        default=None, description="How many, behind a percentage or a rate; of posts, like 660.4"
    )
    of: Amount | None = Field(default=None, description="Out of how many")
    provisional: Flag = Field(default=False, description="The source says that it may change")


class OneValue(Counted):
    """One value of a series."""

    value: Number = Field(description="The value, like 6.5, with no % sign or comma")
    limits: Limits | None = Field(
        default=None, description="Its lower and its upper confidence limit, like [6.1, 6.9]"
    )
    approximate: Flag = Field(default=False, description="The source says “about”")
    bracketed: Flag = Field(default=False, description="The source prints the value in brackets")
    averaged: Averaged | None = Field(
        default=None,
        description=(
            "For an average of areas of which some have no figure: how many have one, out of how"
            " many, like 9 of 10"
        ),
    )

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The value and its limits."""
        return (self.value, *(self.limits or ()))


class Range(Counted):
    """A range, which the source gives in place of one value."""

    low: Number = Field(description="The lower end of a range")
    high: Number = Field(description="The upper end of a range")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Both ends."""
        return (self.low, self.high)


class FewerThan(Seen):
    """A number of which the source tells only what it is below, like “fewer than 5”."""

    below: Several = Field(description="What it is below, like 5 for “fewer than 5”")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Nothing: it can be any number below."""
        return ()


class MoreThan(Seen):
    """A number of which the source tells only what it is above, like “over 21,000”."""

    above: Number = Field(description="What it is above, like 21000 for “over 21,000”")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Nothing: it can be any number above."""
        return ()


class NoValue(Seen):
    """No value, which is never 0."""

    absence: AbsenceWord = Field(
        description=(
            "Why there is no value: not available, no longer reported, N/A, blank, suppressed, or a"
            " word of the framework's `absences`; never write 0 for this"
        )
    )

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Nothing."""
        return ()


Observation = Annotated[OneValue | Range | FewerThan | MoreThan | NoValue, OneOf()]


def _observation(written: Any) -> Any:
    """`6.5`, `not available` and `c` are short for a whole observation."""
    if isinstance(written, (int, Decimal)) and not isinstance(written, bool):
        return {"value": written}
    if not isinstance(written, str):
        return written
    if re.fullmatch(NUMBER, written):
        return {"value": written}
    if re.fullmatch(WORD, written):
        return {"absence": written}
    raise PydanticCustomError("observation", NO_OBSERVATION)


Observed = Annotated[
    Observation,
    BeforeValidator(
        _observation, json_schema_input_type=Number | Absence | AbsenceWord | Observation
    ),
    Field(description="A number without % or comma, or words like: not available"),
]
Series = dict[Period, Observed]


class OwnAbsence(Record):
    """A word of a source's own key for a value that is missing."""

    id: AbsenceWord = Field(description="The word as values have it, like c, x, z or low")
    says: Text = Field(description="What readers see in its place, like: too small to show (k)")
    meaning: Text = Field(description="Why there is no value, as the key of the source says")
    hides: Flag = Field(
        default=False,
        description="It hides a number that could point to a child, so that none may work it out",
    )
