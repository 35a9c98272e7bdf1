"""How a statement of money adds up: what each line has in each column, and every figure that
follows from others. What is missing is None, and never 0."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal, NamedTuple

from safeguarding.money.models import (
    AmountColumn,
    AnyColumn,
    Budget,
    DifferenceColumn,
    Entries,
    Group,
    InKind,
    Item,
    ShareColumn,
    Total,
)

Name = Literal["expenditure", "income", "balance"]
Reason = Literal["lines", "left", "set aside", "carried", "difference", "share"]
TENTH = Decimal("0.1")
PRECISION = 80  # digits: more than the share of the largest figure in the smallest has


class Sum(NamedTuple):
    """What the figures of some lines add up to; None where there is none. `whole` tells whether no
    line lacks one."""

    sum: Decimal | None
    whole: bool


class Proof(NamedTuple):
    """A figure that follows from others: in the column of that title a line has `printed`, and the
    others make it `expected`, for that reason; or at least that, where they are not the `whole`.
    `place` is the figure's own among the line's amounts."""

    line: Item
    column: str
    place: int
    printed: Decimal
    expected: Decimal
    reason: Reason
    whole: bool
    rounding: Decimal

    @property
    def holds(self) -> bool:
        """Whether the figure can be right."""
        off = self.expected - self.printed
        return (abs(off) if self.whole else off) <= self.rounding

    @property
    def has_gap(self) -> bool:
        """Whether the lines that have a figure leave a part of it to those that have none."""
        return not self.whole and self.printed - self.expected > self.rounding


class Side:
    """Spending or income with its total, or the balance, which has neither groups nor a total."""

    def __init__(self, budget: Budget, name: Name):
        self.budget, self.name = budget, name
        self.entries, self.total = _contents(budget)[name]
        self.columns = [column for column in budget.columns if self._has(column)]

    def _has(self, column: AnyColumn) -> bool:
        """The balance has amounts alone."""
        if self.name == "balance":
            return column.only is None and isinstance(column, AmountColumn)
        return column.only in (None, self.name)

    @property
    def amounts(self) -> list[str]:
        """The titles of the columns of money."""
        return [column.title for column in self.columns if isinstance(column, AmountColumn)]

    @property
    def given(self) -> list[str]:
        """The titles of the columns in which each line says something: all that are not worked
        out."""
        return [
            column.title
            for column in self.columns
            if isinstance(column, AmountColumn) or column.printed
        ]

    @property
    def lines(self) -> Iterator[Item]:
        """Every line from top to bottom, totals among them."""
        for entry in self.entries:
            if isinstance(entry, Group):
                yield from entry.items
                yield from filter(None, [entry.total])
            else:
                yield entry
        yield from filter(None, [self.total])

    def printed(self, line: Item | None, column: str) -> Decimal | None:
        """What a line says in the column of that title."""
        return dict(zip(self.given, line.amounts, strict=False)).get(column) if line else None

    def figure(self, line: Item, column: AnyColumn) -> Decimal | None:
        """What a line has in a column: what it says, or what is worked out."""
        if isinstance(column, AmountColumn) or column.printed:
            return self.printed(line, column.title)
        return self.worked_out(line, column)

    def worked_out(self, line: Item, column: AnyColumn) -> Decimal | None:
        """What a line's other figures make of a difference or of a share."""
        if isinstance(column, DifferenceColumn):
            whole, part = self.printed(line, column.of), self.printed(line, column.less)
            return None if whole is None or part is None else whole - part
        return self._share(line, column) if isinstance(column, ShareColumn) else None

    def _share(self, line: Item, column: ShareColumn) -> Decimal | None:
        """In per cent, to as many digits as it is printed with; else to tenths."""
        part, all_ = self.printed(line, column.share_of), self.all(column.share_of)
        if part is None or not all_:
            return None
        digits = self.printed(line, column.title) if column.printed else TENTH
        with localcontext(prec=PRECISION):
            return (100 * part / all_).quantize(TENTH if digits is None else digits, ROUND_HALF_UP)

    def sum(self, entries: Entries, column: str) -> Sum:
        """What lines and groups add up to."""
        parts = list(self._parts(entries, column))
        known = [part for part in parts if part is not None]
        return Sum(sum(known, Decimal(0)) if known else None, len(known) == len(parts))

    def _parts(self, entries: Entries, column: str) -> Iterator[Decimal | None]:
        """Of a group its lines, or its sub-total where a line lacks a figure."""
        for entry in entries:
            if isinstance(entry, Group):
                lines = list(self._parts(entry.items, column))
                total = self.printed(entry.total, column)
                yield from lines if total is None or None not in lines else [total]
            elif counts(entry):
                yield self.printed(entry, column)

    def all(self, column: str) -> Decimal | None:
        """The total that the source prints; or else the sum of the lines, where none lacks a
        figure."""
        added = self.sum(self.entries, column)
        printed = self.printed(self.total, column)
        return added.sum if printed is None and added.whole else printed


def counts(line: Item) -> bool:
    """Whether the totals have it in them."""
    return not isinstance(line, InKind) or line.counted


def _contents(budget: Budget) -> dict[Name, tuple[Entries, Total | None]]:
    before, after = budget.brought_forward, budget.carried_forward
    balance = (before, budget.surplus, *budget.transfers, after)
    return {
        "expenditure": (budget.expenditure, budget.expenditure_total),
        "income": (budget.income, budget.income_total),
        "balance": (tuple(filter(None, balance)), None),
    }


def sides(budget: Budget) -> list[Side]:
    """Spending, income and the balance."""
    return [Side(budget, name) for name in _contents(budget)]


def left(budget: Budget, column: str) -> Decimal | None:
    """Income less spending; None where one of them is not known."""
    income = Side(budget, "income").all(column)
    spending = Side(budget, "expenditure").all(column)
    return None if income is None or spending is None else income - spending


def proofs(budget: Budget) -> Iterator[Proof]:
    """Every figure that follows from others, where these are known."""
    for side in sides(budget):
        yield from _sums(side)
        yield from _columns(side)
    yield from _balance(Side(budget, "balance"))


def _sums(side: Side) -> Iterator[Proof]:
    groups = [entry for entry in side.entries if isinstance(entry, Group)]
    totals = [*((group.total, group.items) for group in groups), (side.total, side.entries)]
    for total, entries in totals:
        for column in side.amounts:
            added = side.sum(entries, column)
            yield from _proof(side, total, column, added.sum, "lines", whole=added.whole)


def _columns(side: Side) -> Iterator[Proof]:
    """Differences and shares that the source prints."""
    worked_out = [column for column in side.columns if column.title not in side.amounts]
    for line in filter(counts, side.lines):
        for column in worked_out:
            reason: Reason = "share" if isinstance(column, ShareColumn) else "difference"
            expected = side.worked_out(line, column)
            yield from _proof(side, line, column.title, expected, reason)


def _balance(side: Side) -> Iterator[Proof]:
    budget = side.budget
    for column in side.amounts:
        income_less_spending = left(budget, column)
        if income_less_spending is None:
            continue
        yield from _proof(side, budget.surplus, column, income_less_spending, "left")
        yield from _end(side, column, income_less_spending)


def _end(side: Side, column: str, income_less_spending: Decimal) -> Iterator[Proof]:
    """What was carried forward. Where nothing is said of that nor of what was there before, all
    that was left was set aside, the last of it by the last transfer."""
    budget = side.budget
    before = budget.brought_forward
    lines = [*filter(None, [before]), *budget.transfers]
    if budget.carried_forward:
        end = _all(income_less_spending, (side.printed(line, column) for line in lines))
        yield from _proof(side, budget.carried_forward, column, end, "carried")
    elif lines and not before and not budget.surplus:
        kept = _all(income_less_spending, (side.printed(line, column) for line in lines[:-1]))
        yield from _proof(side, lines[-1], column, None if kept is None else -kept, "set aside")


def _all(first: Decimal, others: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where a part is missing."""
    parts = [first, *others]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _proof(
    side: Side,
    line: Item | None,
    column: str,
    expected: Decimal | None,
    reason: Reason,
    *,
    whole: bool = True,
) -> Iterator[Proof]:
    """A proof, where there is a figure and what it follows from. A share is rounded already."""
    printed = side.printed(line, column)
    if line is None or printed is None or expected is None:
        return
    rounding = Decimal(0) if reason == "share" else side.budget.rounding
    place = side.given.index(column)
    yield Proof(line, column, place, printed, expected, reason, whole, rounding)
