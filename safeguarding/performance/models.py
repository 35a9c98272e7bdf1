"""The performance framework: what is measured, and every value of it."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.kinds import OneOf
from safeguarding.period import Basis, Period
from safeguarding.record import (
    NUMBER,
    Count,
    Flag,
    FromDocument,
    Id,
    Notes,
    Number,
    Record,
    Ref,
    Sourced,
    Text,
)

# How a value can be missing. None of these is 0, and none is another.
Absence = Literal["not available", "no longer reported", "N/A", "blank", "suppressed"]

# How much of a question the plan takes up.
InPlan = Literal["named", "partly", "absent"]


class Counted(Record):
    """What the source gives figures of: how many stand behind them, where it says so."""

    count: Count | None = Field(default=None, description="How many, behind a percentage or a rate")
    of: Count | None = Field(default=None, description="Out of how many")


class OneValue(Counted):
    """One value of a series."""

    value: Number = Field(description="The value, like 6.5, with no % sign or comma")
    bracketed: Flag = Field(default=False, description="The source prints the value in brackets")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The value."""
        return (self.value,)


class Range(Counted):
    """A range, which the source gives in place of one value."""

    low: Number = Field(description="The lower end of a range")
    high: Number = Field(description="The upper end of a range")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Both ends."""
        return (self.low, self.high)


class NoValue(Record):
    """No value, which is never 0."""

    absence: Absence = Field(description="Why there is no value; never write 0 for this")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Nothing."""
        return ()


Observation = Annotated[OneValue | Range | NoValue, OneOf()]


def _observation(written: Any) -> Any:
    """`6.5` and `not available` are short for a whole observation."""
    if written in get_args(Absence):
        return {"absence": written}
    if isinstance(written, str) and not re.fullmatch(NUMBER, written):
        raise PydanticCustomError(
            "observation",
            "should be a number without signs or commas, or one of:"
            f" {', '.join(get_args(Absence))}",
        )
    return {"value": written} if isinstance(written, (str, int, Decimal)) else written


Observed = Annotated[
    Observation,
    BeforeValidator(_observation, json_schema_input_type=Number | Absence | Observation),
    Field(description="A number without % or comma, or words like: not available"),
]
Series = dict[Period, Observed]


class Measure(Sourced):
    """One row: our series, and the comparators that stand beside it, each with its own period."""

    id: Id = Field(
        description="What pages and other rows call it by; no other row of any table has it"
    )
    reference: Text | None = Field(
        default=None, description="The source's own reference, like N12 a"
    )
    title: Text = Field(description="What the row counts or whom it is about")
    values: Series = Field(
        default_factory=dict, description="Our values by period, like 2024-25: 8.4"
    )
    comparators: dict[Ref, Series] = Field(
        default_factory=dict, description="Other areas' values, by area, then period"
    )
    share_of: Ref | None = Field(
        default=None, description="The measure whose value is the whole of these percentages"
    )
    unlike: dict[Ref, Text] = Field(
        default_factory=dict, description="Areas whose values do not compare with ours, and why"
    )
    no_verdict: Text | None = Field(
        default=None, description="Why no one should say whether this got better"
    )


class Direction(Sourced):
    """Which way is good, and what in the source says so. Where the source does not say, there is
    none."""

    direction: Literal["higher", "lower"] = Field(description="Which way is good")
    because: Text = Field(description="What in the source says so, in one sentence")


class Table(Record):
    """Rows that share a unit and a kind of period."""

    id_is_local = True

    id: Id | None = Field(default=None, description="Its name within its indicator")
    title: Text | None = Field(
        default=None, description="Needed when an indicator has more than one table"
    )
    kind: Literal["percent", "rate", "count", "average"] = Field(
        description="percent: a share of 100; rate: like per 10,000; count: how many; average"
    )
    unit: Text = Field(
        description="What one is counted in, like: % of plans, per 10,000 children, young people"
    )
    counted: Text | None = Field(
        default=None, description="What the counts beside the values are of, like: children"
    )
    basis: Basis = Field(
        description=(
            "What periods are, and how they are written: financial and academic like 2024-25, or"
            " 2022-23/2024-25 for several years, or 2024-25 to 2024-09 for a year so far; calendar"
            " like 2024; year_ending like 2016-06, its last month; quarter like 2016-17 Q1; month"
            " like 2017-01; as_at like 2025-03-31; cohort like 2009-07/2010-06"
        )
    )
    better: Direction | None = Field(
        default=None, description="Which way is good; leave it out where the source does not say"
    )
    total: Number | None = Field(
        default=None, description="What each column must add up to, like 100"
    )
    rounding: Number | None = Field(
        default=None, description="How far rounding may take a column from its total, like 0.1"
    )
    unreconciled: tuple[Ref, ...] = Field(
        default=(), description="Areas whose columns the source itself leaves off the total"
    )
    breaks: dict[Period, Text] = Field(
        default_factory=dict,
        description="Periods whose values do not compare with the one before, and why",
    )
    small_numbers: Text | None = Field(
        default=None, description="Why counts below 5 may be published here"
    )
    measures: tuple[Measure, ...] = Field(min_length=1, description="The rows, from top to bottom")


class Later(Sourced):
    """What a later report said about an indicator. Its values stand among the others, under their
    own year."""

    source: Ref = Field(description="The later report, by its id in data/sources.yml")
    comment: Text | None = Field(
        default=None, description="What it said about the values, in our words"
    )
    action: Text | None = Field(default=None, description="What was to be done, in our words")


class Indicator(Sourced):
    """What is measured, why, and what the board said about it."""

    id: Id = Field(description="What pages and other files call it by, like n12")
    reference: Text | None = Field(default=None, description="The source's own reference, like N12")
    title: Text = Field(description="What is measured")
    meaning: Text | None = Field(
        default=None, description="What its values tell us, in plain words"
    )
    comment: Text | None = Field(
        default=None, description="What the report said about the values, in our words"
    )
    action: Text | None = Field(default=None, description="What was to be done, in our words")
    help_lines: Flag = Field(
        default=False, description="Show help lines beside it: what it counts can distress"
    )
    tables: tuple[Table, ...] = Field(
        min_length=1, description="A table for each unit and each kind of period"
    )
    notes: Notes = ()
    later: tuple[Later, ...] = Field(
        default=(), description="What later reports said, the oldest first, each with its own lines"
    )

    @property
    def heading(self) -> str:
        """Its title, after its reference if it has one."""
        return f"{self.reference}: {self.title}" if self.reference else self.title

    @property
    def measures(self) -> list[Measure]:
        """The rows of all its tables."""
        return [measure for table in self.tables for measure in table.measures]


class Theme(Sourced):
    """A heading of the framework."""

    id: Id = Field(description="The name of its page, like outcomes")
    title: Text = Field(description="The heading in the framework")
    summary: Text = Field(
        description="What stands under it, in a sentence or two; its page begins with this"
    )


class ThemeFile(FromDocument):
    """One file of data/performance/: a theme and what stands under it."""

    theme: Theme = Field(description="The heading that the indicators stand under")
    indicators: tuple[Indicator, ...] = Field(
        min_length=1, description="Its indicators, in the order of its page"
    )


class Area(Record):
    """A comparator: whose values stand beside ours."""

    id: Id = Field(description="What `comparators` call it by, like england")
    title: Text = Field(description="Its name above a column")
    meaning: Text = Field(description="What its values are, in one sentence")
    mark: Literal["national", "similar", "other"] = Field(description="How the pictures mark it")


class KeyQuestion(Sourced):
    """A question the framework raised, and how far the plan takes it up."""

    id: Id = Field(description="Its name, which no other in this list has")
    text: Text = Field(description="The question, in our words")
    indicators: tuple[Ref, ...] = Field(description="Its figures, by the ids of indicators")
    plan: InPlan = Field(
        description="Whether the business plan has all of it, a part of it or nothing of it"
    )
    priorities: tuple[Ref, ...] = Field(
        default=(), description="The priorities that take it up, by id in data/business_plan.yml"
    )
    how: Text = Field(description="What of it the plan names, and what it does not")


class FrameworkFile(FromDocument):
    """data/performance/framework.yml: what all themes share, and the order of the themes."""

    themes: tuple[Ref, ...] = Field(
        min_length=1, description="The ids of the themes, in their order"
    )
    areas: tuple[Area, ...] = Field(
        description="Whose values stand beside ours, in the order of the columns"
    )
    questions: tuple[KeyQuestion, ...] = Field(description="The questions that the figures raised")
