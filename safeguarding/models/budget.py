"""The budget statement. Amounts are whole pounds."""

from pydantic import Field

from safeguarding.models.record import Id, Note, Record, Sourced, Text


class Amount(Sourced):
    """A line of the statement. `actual` is null where the source leaves it blank."""

    title: Text
    budget: int | None
    actual: int | None
    note: Text | None = None


class IncomeGroup(Record):
    """Income under one heading; lines outside any group have no title."""

    title: Text | None = None
    items: tuple[Amount, ...] = Field(min_length=1)


class Budget(Record):
    """data/budget.yml: what was planned and what came and went, with the totals as the source prints them."""

    source: Id
    period: Text
    expenditure: tuple[Amount, ...] = Field(min_length=1)
    expenditure_total: Amount
    income: tuple[IncomeGroup, ...] = Field(min_length=1)
    income_total: Amount
    transfer: Amount = Field(description="The surplus of the year and where it went; negative: money set aside")
    notes: tuple[Note, ...] = ()
