"""The performance framework: what is measured, and every value of it."""

import re
from typing import Literal

from pydantic import Field

from safeguarding.performance.models.observations import (
    HIDDEN,
    Absence,
    Counted,
    FewerThan,
    MoreThan,
    NoValue,
    Observation,
    Observed,
    OneValue,
    OwnAbsence,
    Range,
    Revision,
    Series,
)
from safeguarding.performance.models.overviews import WAYS, Moved, Overview, Stands, Way
from safeguarding.performance.models.sources import SourceOfArea, SourcesOfAreas
from safeguarding.performance.models.targets import (
    Better,
    Direction,
    Rating,
    RatingRule,
    Target,
    TargetRange,
    TargetValue,
    WithinRange,
)
from safeguarding.period import Basis, Period
from safeguarding.record import (
    Flag,
    FromDocument,
    Id,
    MaybeSourced,
    Notes,
    Number,
    Positive,
    Record,
    Ref,
    Several,
    Sourced,
    Text,
)

__all__ = [
    "HIDDEN",
    "PERFORMANCE",
    "WAYS",
    "Absence",
    "Area",
    "Better",
    "Counted",
    "Direction",
    "FewerThan",
    "FrameworkFile",
    "Indicator",
    "KeyQuestion",
    "Later",
    "Measure",
    "MoreThan",
    "Moved",
    "Neighbour",
    "Neighbours",
    "NoValue",
    "Observation",
    "Observed",
    "OneValue",
    "Overview",
    "OwnAbsence",
    "Range",
    "Rating",
    "RatingRule",
    "Revision",
    "Series",
    "SourceOfArea",
    "Stands",
    "Table",
    "Target",
    "TargetRange",
    "TargetValue",
    "Theme",
    "ThemeFile",
    "Way",
    "WithinRange",
]

PERFORMANCE = "performance/"  # where themes and indicators have their pages
# How much of a question the plan takes up.
InPlan = Literal["named", "partly", "absent"]


class Neighbours(MaybeSourced):
    """The values of single neighbours in one period; older ones are not kept."""

    period: Period = Field(description="The period of all these values, one that our row has")
    values: dict[Ref, Observed] = Field(
        min_length=1, description="By neighbour, as data/performance/framework.yml calls each"
    )


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
    neighbours: Neighbours | None = Field(
        default=None,
        description=(
            "The values of single neighbours in one period, like"
            " {period: 2024-25, values: {upper-vale: 21.3, lower-vale: suppressed}}"
        ),
    )
    sources: SourcesOfAreas = Field(
        default_factory=dict,
        description=(
            "By area, where its values come from, if not from the source of the row: the id of a"
            " source, or that and a place in it, like {source: statistics-2025, at: table C3}"
        ),
    )
    across: dict[Ref, Series] = Field(
        default_factory=dict,
        description="Our values in each column of a cross-table, by column, then period",
    )
    continues: tuple[Ref, ...] = Field(
        default=(),
        description=(
            "The row of an earlier source that measures the same, by its id, like [n17-b], so that"
            " readers see both in one picture; of several rows the counts are added up"
        ),
    )
    target: Target | None = Field(default=None, description="What it was to reach")
    share_of: Ref | None = Field(
        default=None, description="The measure whose value is the whole of these percentages"
    )
    unlike: dict[Ref, Text] = Field(
        default_factory=dict, description="Areas whose values do not compare with ours, and why"
    )
    no_verdict: Text | None = Field(
        default=None, description="Why no one should say whether this got better"
    )

    @property
    def beside(self) -> dict[str, Series]:
        """All that is told of others, comparators and single neighbours, by area, then period."""
        single = self.neighbours
        each = {id: {single.period: seen} for id, seen in single.values.items()} if single else {}
        return self.comparators | each

    def told(self, area: str | None) -> MaybeSourced:
        """What says where the values of an area come from; ours, if it is None."""
        single = self.neighbours
        if single and single.names_a_place and area in single.values:
            return single
        return self.sources.get(area or "", self)


class Across(Record):
    """What the columns of a cross-table are told apart by."""

    by: Text = Field(description="What tells them apart, like: sex, or: age")
    groups: dict[Id, Text] = Field(
        min_length=1,
        description=(
            "The columns, from left to right: what `across` of the rows calls each by, and what"
            " stands above it, like {girls: Girls, boys: Boys}"
        ),
    )
    overlapping: Text | None = Field(
        default=None,
        description="Why the columns do not add up to our values: that one child can be in several",
    )


class Table(Record):
    """Rows that share a unit and a kind of period."""

    id_is_local = True

    id: Id | None = Field(default=None, description="Its name within its indicator")
    title: Text | None = Field(
        default=None, description="Needed when an indicator has more than one table"
    )
    by: Text | None = Field(
        default=None, description="What its rows are told apart by, like: age, sex or category"
    )
    across: Across | None = Field(
        default=None, description="The columns of a cross-table, like girls and boys"
    )
    kind: Literal["percent", "rate", "count", "average", "change"] = Field(
        description=(
            "percent: a share of 100; rate: like per 10,000; count: how many; average; change: by"
            " how much, which can be below nought and over 100"
        )
    )
    unit: Text = Field(
        description="What one is counted in, like: % of plans, per 10,000 children, young people"
    )
    per: Positive | None = Field(
        default=None,
        description="For a rate: out of how many, like 10000; without it the unit says it",
    )
    limits: Text | None = Field(
        default=None,
        description="What the limits beside values are, like: 95% confidence limits",
    )
    rounded: Several | None = Field(
        default=None,
        description="To what the source rounds its counts, like 10",
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
    better: Better | None = Field(
        default=None,
        description=(
            "Which way is good, or between which numbers; leave it out where the source does not"
            " say"
        ),
    )
    total: Number | None = Field(
        default=None, description="What each column must add up to, like 100"
    )
    totals: dict[Period, Number] = Field(
        default_factory=dict,
        description="What our columns must add up to, where that differs: by period",
    )
    adds_up_to: Ref | None = Field(
        default=None,
        description=(
            "The row that the others add up to, by its id: one of this table, or of another"
        ),
    )
    overlapping: Text | None = Field(
        default=None,
        description="Why rows do not add up: that one child can stand in several, for example",
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
        default=None, description="Why small numbers, like those below 5, may be published here"
    )
    measures: tuple[Measure, ...] = Field(min_length=1, description="The rows, from top to bottom")

    @property
    def base(self) -> int | None:
        """Out of how many a rate is: as `per` says, or as its unit does, like per 10,000."""
        said = re.search(r"\bper (\d[\d,]*)", self.unit)
        return self.per or (int(said[1].replace(",", "")) if said else None)


class Later(Sourced):
    """What a later report said about an indicator. Its values stand among the others, under their
    own year."""

    source: Ref = Field(description="The later source, by its id in data/sources.yml")
    comment: Text | None = Field(
        default=None, description="What it said about the values, in our words"
    )
    action: Text | None = Field(default=None, description="What was to be done, in our words")


class Indicator(Sourced):
    """What is measured, why, and what the board said about it: a page of its own, at the address
    performance/ID/."""

    id: Id = Field(
        description="What pages and other files call it by, like n12; the last part of its address"
    )
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
    like: tuple[Ref, ...] = Field(
        default=(),
        description="Indicators that measure nearly the same, by id; a note says how they differ",
    )
    later: tuple[Later, ...] = Field(
        default=(), description="What later reports said, the oldest first, each with its own lines"
    )

    @property
    def address(self) -> str:
        """That of its page."""
        return f"{PERFORMANCE}{self.id}/"

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

    @property
    def address(self) -> str:
        """That of its page."""
        return f"{PERFORMANCE}{self.id}/"


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
    rounded: Several | None = Field(
        default=None,
        description="To what the source rounds the counts of this area, like 10",
    )


class Neighbour(Record):
    """One of the areas most like ours, whose own values can stand beside ours."""

    id: Id = Field(description="What `neighbours` of rows call it by, like upper-vale")
    title: Text = Field(description="Its name, as readers see it")


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

    themes: tuple[Ref, ...] = Field(description="The ids of the themes, in their order")
    overviews: tuple[Overview, ...] = Field(
        default=(),
        description=(
            "Which page shows which themes at a glance; without it performance/ shows all of them"
        ),
    )
    areas: tuple[Area, ...] = Field(
        description="Whose values stand beside ours, in the order of the columns"
    )
    neighbours: tuple[Neighbour, ...] = Field(
        default=(), description="The single areas most like ours, the nearest first"
    )
    absences: tuple[OwnAbsence, ...] = Field(
        default=(), description="The source's own words for values that are missing, like c or x"
    )
    rating: RatingRule | None = Field(
        default=None, description="In which words the board rates values beside their targets"
    )
    questions: tuple[KeyQuestion, ...] = Field(
        default=(), description="The questions that the figures raised"
    )
