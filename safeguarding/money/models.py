"""A statement of money: columns that the board names, and lines in them. What the source leaves
blank is missing, and never 0."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from safeguarding.kinds import OneOf
from safeguarding.period import Year
from safeguarding.record import (
    BETWEEN,
    NUMBER,
    Flag,
    Id,
    Kind,
    Notes,
    Number,
    OfReport,
    Record,
    Sourced,
    Text,
)

NO_FIGURE = (
    "should be a number without commas or brackets, like 1200 or -45; write null where the source"
    " leaves it blank"
)
Figure = Annotated[Number, Kind(NUMBER, NO_FIGURE, str, "number", **BETWEEN)]


class Column(Record):
    """What every column has."""

    title: Text = Field(description="What heads the column, like Actual, or 2023–24")
    only: Literal["expenditure", "income"] | None = Field(
        default=None, description="The one side that has the column, where the other has none"
    )


class AmountColumn(Column):
    """Amounts of money, as the source prints them."""


class WorkedOut(Column):
    """What follows from other columns."""

    printed: Flag = Field(
        default=False,
        description=(
            "true: the source prints it, each line gives it, and it is checked; else the site works"
            " it out"
        ),
    )


class DifferenceColumn(WorkedOut):
    """One column less another, for each line that has both."""

    of: Text = Field(description="The title of the column from which another is taken away")
    less: Text = Field(description="The title of the column that is taken away")
    over: Text | None = Field(
        default=None, description="What readers are told of more than 0, like: over budget"
    )
    under: Text | None = Field(
        default=None, description="What readers are told of less than 0, like: under budget"
    )


class ShareColumn(WorkedOut):
    """What each line is of the total, in per cent."""

    share_of: Text = Field(description="The title of the column whose total is the whole")


AnyColumn = Annotated[AmountColumn | DifferenceColumn | ShareColumn, OneOf()]


def _column(written: Any) -> Any:
    """`Budget` is short for a whole column of amounts."""
    return {"title": written} if isinstance(written, str) else written


Columns = tuple[
    Annotated[AnyColumn, BeforeValidator(_column, json_schema_input_type=Text | AnyColumn)], ...
]


class Item(Sourced):
    """A line of the statement."""

    title: Text = Field(description="What the money was for, or where it came from")
    amounts: tuple[Figure | None, ...] = Field(
        description=(
            "A figure for each column that is not worked out, in their order, like [1200, 950.50];"
            " null where the source leaves it blank, never 0 for that"
        )
    )
    unreconciled: tuple[Text, ...] = Field(
        default=(),
        description=(
            "Titles of columns in which the source's own figure does not follow from its others: it"
            " contradicts them, or a line lacks one"
        ),
    )
    note: Text | None = Field(default=None, description="A remark beside the title")


class InKind(Item):
    """What someone gave in place of money, and what that was worth if the source says so."""

    in_kind: Text = Field(description="What was given in place of money, like: rooms for courses")
    amounts: tuple[Figure | None, ...] = Field(
        default=(), description="What it was worth, for each column; leave it out if nobody says"
    )
    counted: Flag = Field(
        default=False, description="true: the totals of the source have its worth in them"
    )


class Total(Item):
    """A figure that follows from lines: a total, or what was left."""


class Group(Record):
    """Lines under one heading."""

    title: Text = Field(description="The heading")
    items: tuple[Annotated[Item | InKind, OneOf()], ...] = Field(
        min_length=1, description="The lines below the heading"
    )
    total: Total | None = Field(
        default=None, description="The sub-total, where the source prints one"
    )


Entries = tuple[Annotated[Item | InKind | Group, OneOf()], ...]


class Budget(OfReport):
    """data/budget.yml: what was planned, and what came and went, with the totals as the source
    prints them. A report may have several."""

    one_each: ClassVar[bool] = False

    id: Id | None = Field(
        default=None,
        description=(
            "What pages and data files call it, where another has the same period; without it they"
            " take the period, like 2024-25"
        ),
    )
    period: Year = Field(description="The year or years, like 2024–25, or 2022–23 to 2024–25")
    unit: Literal["£", "£000", "%"] = Field(
        default="£",
        description=(
            "What one is counted in: £, £000 for thousands of pounds, or % where the source gives"
            " shares and no money"
        ),
    )
    rounding: Number = Field(
        default=Decimal(0),
        description="How far rounding may take a figure from what others make of it, like 1",
    )
    columns: Columns = Field(
        min_length=1,
        description=(
            "The columns, from left to right: a title alone for amounts; `of` and `less` for a"
            " difference; `share_of` for shares in per cent"
        ),
    )
    expenditure: Entries = Field(
        default=(), description="What the money was spent on: lines, and groups of lines"
    )
    expenditure_total: Total | None = Field(
        default=None, description="The total that the source prints; the lines must add up to it"
    )
    income: Entries = Field(
        default=(), description="Where the money came from: lines, and groups of lines"
    )
    income_total: Total | None = Field(
        default=None, description="The total that the source prints; the lines must add up to it"
    )
    brought_forward: Item | None = Field(
        default=None, description="What was there before; less than 0: a deficit"
    )
    surplus: Total | None = Field(
        default=None, description="Income less spending; less than 0: a deficit"
    )
    transfers: tuple[Total, ...] = Field(
        default=(),
        description="Money set aside: less than 0; taken from what was set aside: more than 0",
    )
    carried_forward: Total | None = Field(
        default=None,
        description=(
            "What was there afterwards: what was brought forward, income less spending, and"
            " transfers; less than 0: a deficit"
        ),
    )
    notes: Notes = ()

    @property
    def name(self) -> str:
        """What pages and data files call it: its id, or its period like 2024-25."""
        return self.id or re.sub(r"[^a-z0-9]+", "-", self.period.casefold()).strip("-")
