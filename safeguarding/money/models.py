"""The budget statement. Amounts are whole pounds."""

from pydantic import Field

from safeguarding.period import Year
from safeguarding.record import Notes, OfReport, Record, Sourced, Text, Whole


class Amount(Sourced):
    """A line of the statement."""

    title: Text = Field(description="What the money was for, or where it came from")
    budget: Whole | None = Field(
        description="What was planned, in whole pounds; null where the source leaves it blank"
    )
    actual: Whole | None = Field(
        description=(
            "What was spent or came in, in whole pounds; null where the source leaves it blank"
        )
    )
    note: Text | None = Field(default=None, description="A remark beside the title")


class IncomeGroup(Record):
    """Income under one heading; lines outside any group have no title."""

    title: Text | None = Field(
        default=None, description="The heading; leave it out for lines that have none"
    )
    items: tuple[Amount, ...] = Field(min_length=1, description="The lines below the heading")


class Budget(OfReport):
    """data/budget.yml: what was planned and what came and went, with the totals as the source
    prints them."""

    period: Year = Field(description="The year, like 2024–25")
    expenditure: tuple[Amount, ...] = Field(
        min_length=1, description="What the money was spent on, line by line"
    )
    expenditure_total: Amount = Field(
        description="The total that the source prints; the lines above must add up to it"
    )
    income: tuple[IncomeGroup, ...] = Field(
        min_length=1, description="Where the money came from, heading by heading"
    )
    income_total: Amount = Field(
        description="The total that the source prints; all lines of income must add up to it"
    )
    transfer: Amount = Field(
        description="The surplus of the year and where it went; negative: money set aside"
    )
    notes: Notes = ()
