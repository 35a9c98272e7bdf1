"""A budget as tables (money out, money in, what was left) and in sentences."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from safeguarding.money.models import (
    AmountColumn,
    AnyColumn,
    Budget,
    DifferenceColumn,
    Group,
    InKind,
    Item,
    ShareColumn,
)
from safeguarding.money.rules.sums import Proof, Reason, Side, counts, left, proofs
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, DataTable, Row, Table
from safeguarding.site import Site

NOTHING = Cell("", absent=True)
BLANK = Cell(words.ABSENT["blank"], absent=True)
IN_KIND = "in kind"
# What others make of a figure that contradicts them, by what it follows from.
CONTRADICTED: dict[Reason, str] = {
    "lines": "the lines add up to",
    "left": "income less spending is",
    "set aside": "income less spending makes it",
    "carried": "what was brought forward, income less spending, and transfers make",
    "difference": "the other columns make it",
    "share": "the amounts make it",
}


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show: those of each budget."""
    for budget in site.every_budget:
        for part, make in parts(budget).items():
            yield DataTable(_id(part, budget), make)


def parts(budget: Budget) -> dict[str, Callable[[], Table]]:
    """How each table that the budget has is made, by the word by which pages call for it."""
    there = {
        "expenditure": any(Side(budget, "expenditure").lines),
        "income": any(Side(budget, "income").lines),
        "balance": _has_balance(budget),
    }
    makes = {"expenditure": expenditure, "income": income, "balance": balance}
    return {part: partial(makes[part], budget) for part, is_there in there.items() if is_there}


def _has_balance(budget: Budget) -> bool:
    """Whether what was left has a table of its own: what was set aside alone stands below the
    income."""
    below = bool(budget.income or budget.income_total)
    others = (budget.brought_forward, budget.surplus, budget.carried_forward)
    return any(others) or (bool(budget.transfers) and not below)


def _id(part: str, budget: Budget) -> str:
    return f"{'spending' if part == 'expenditure' else part}-{budget.name}"


def expenditure(budget: Budget) -> Table:
    """What the money was spent on, with the total."""
    side = Side(budget, "expenditure")
    in_order = not any(isinstance(entry, Group) for entry in side.entries)
    return _table(side, f"Spending, {budget.period}", "Spent on", sortable=in_order)


def income(budget: Budget) -> Table:
    """Where the money came from, with the total; below it what became of the surplus, where nothing
    else is said of that."""
    side = Side(budget, "income")
    below = () if _has_balance(budget) else budget.transfers
    return _table(side, f"Income, {budget.period}", "Came from", below)


def _table(
    side: Side, caption: str, corner: str, below: tuple[Item, ...] = (), *, sortable: bool = False
) -> Table:
    """The lines and groups of a side in those of its columns that have a figure at all."""
    budget = side.budget
    at_foot = Side(budget, "balance")
    columns = [
        column
        for column in side.columns
        if any(side.figure(line, column) is not None for line in side.lines)
        or any(at_foot.figure(line, column) is not None for line in below)
    ]
    rows = [*_rows(side, columns), *(_row(at_foot, columns, line) for line in below)]
    return Table(
        caption,
        corner,
        tuple(Column(column.title, _unit(budget, column)) for column in columns),
        tuple(rows),
        tuple(_notes(side)),
        sortable=sortable,
        id=_id(side.name, budget),
        source=budget.source,
    )


def _unit(budget: Budget, column: AnyColumn) -> str:
    return "%" if isinstance(column, ShareColumn) else budget.unit


def _rows(side: Side, columns: list[AnyColumn]) -> Iterator[Row]:
    for entry in side.entries:
        if isinstance(entry, Group):
            yield Row(entry.title, part=True)
            yield from (_row(side, columns, line) for line in entry.items)
            if entry.total:
                yield _row(side, columns, entry.total, total=True, total_of=entry.title)
        else:
            yield _row(side, columns, entry)
    if side.total:
        yield _row(side, columns, side.total, total=True)


def _row(
    side: Side, columns: list[AnyColumn], line: Item, *, total: bool = False, total_of: str = ""
) -> Row:
    cells = tuple(_cell(side, line, column) for column in columns)
    gift = f"In kind: {line.in_kind}" if isinstance(line, InKind) else ""
    return Row(
        line.title,
        cells,
        note=". ".join(filter(None, [gift, line.note])),
        total=total,
        total_of=total_of,
    ).of(line)


def _cell(side: Side, line: Item, column: AnyColumn) -> Cell:
    is_amount = isinstance(column, AmountColumn)
    value = side.figure(line, column)
    if not counts(line):
        return _in_kind(value) if is_amount else NOTHING
    if value is None:
        return BLANK if column.title in side.given else NOTHING
    if isinstance(column, DifferenceColumn):
        return _number(value, _word(value, column.over, column.under))
    return _number(value)


def _in_kind(worth: Decimal | None) -> Cell:
    """What no total has in it: its worth is no value of the column."""
    if worth is None:
        return Cell(IN_KIND, absent=True)
    return Cell(words.number(worth), IN_KIND, parts=(("in_kind", _plain(worth)),))


def _number(value: Decimal, beside: str = "") -> Cell:
    return Cell(words.number(value), beside, value=_plain(value))


def _plain(value: Decimal) -> Decimal | int:
    """A whole number where the source prints no digits after the point."""
    return value if _has_digits(value) else int(value)


def _has_digits(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return not isinstance(exponent, int) or exponent < 0


def _word(value: Decimal, above: str | None, below: str | None) -> str:
    """What a number above or below 0 is called."""
    return (above if value > 0 else below if value < 0 else "") or ""


def balance(budget: Budget) -> Table:
    """What was there before, what came and went, and what was left: the lines add up to the
    last."""
    side = Side(budget, "balance")
    columns = side.amounts
    rows = [
        _balance_row(side, budget.brought_forward, columns, below="deficit"),
        _side_row(Side(budget, "income"), "Income", columns),
        _side_row(Side(budget, "expenditure"), "Spending", columns, -1),
        _balance_row(side, budget.surplus, columns, "surplus", "deficit", total=True),
        *(_balance_row(side, line, columns) for line in budget.transfers),
        _balance_row(side, budget.carried_forward, columns, below="deficit", total=True),
    ]
    return Table(
        f"What was left, {budget.period}",
        "Money",
        tuple(Column(column, budget.unit) for column in columns),
        tuple(row for row in rows if row),
        tuple(_notes(side)),
        id=_id("balance", budget),
        source=budget.source,
    )


def _balance_row(
    side: Side,
    line: Item | None,
    columns: list[str],
    above: str = "",
    below: str = "",
    *,
    total: bool = False,
) -> Row | None:
    if line is None:
        return None
    values = (side.printed(line, column) for column in columns)
    cells = tuple(
        BLANK if value is None else _number(value, _word(value, above, below)) for value in values
    )
    return Row(line.title, cells, note=line.note or "", total=total).of(line)


def _side_row(side: Side, title: str, columns: list[str], sign: int = 1) -> Row | None:
    """All of a side as one line of the balance; spending makes it less. 0 has no sign."""
    values = [side.all(column) for column in columns]
    if all(value is None for value in values):
        return None
    cells = tuple(NOTHING if value is None else _number(sign * value + 0) for value in values)
    total = side.total
    return Row(total.title, cells).of(total) if total else Row(title, cells)


# Sentences.


def _notes(side: Side) -> Iterator[str]:
    """What does not follow from what stands above it, and why."""
    own = {id(line) for line in side.lines}
    for proof in proofs(side.budget):
        if id(proof.line) in own and (told := _told(proof)):
            yield f"{proof.line.title}, {proof.column}: {told}."
    if any(isinstance(line, InKind) and line.amounts and not counts(line) for line in side.lines):
        yield "What was given in kind is not in the totals."


def _told(proof: Proof) -> str:
    """What readers need to know of a figure; nothing where all is as it should be."""
    unit = " %" if proof.reason == "share" else ""
    expected = f"{words.number(proof.expected)}{unit}"
    if not proof.holds:
        printed = f"{words.number(proof.printed)}{unit}"
        return f"the source prints {printed}, but {CONTRADICTED[proof.reason]} {expected}"
    if proof.has_gap:
        return f"the lines that have a figure add up to {expected}"
    return ""


def summary(budget: Budget) -> tuple[str, ...]:
    """A sentence or two on each column of amounts: what came, what went, what was left."""
    if budget.unit == "%":
        return ("The source gives shares in per cent, and no amounts.",)
    columns = [column for column in budget.columns if isinstance(column, AmountColumn)]
    said = ((column.title, ". ".join(_sentences(budget, column.title))) for column in columns)
    return tuple(f"{title}: {text}." for title, text in said if text)


def _sentences(budget: Budget, column: str) -> Iterator[str]:
    sides = Side(budget, "income"), Side(budget, "expenditure")
    parts = [part for side in sides if (part := _of_side(side, column))]
    both = left(budget, column)
    if both is None:
        yield from filter(None, ["; ".join(parts)])
    else:
        yield f"{', '.join(parts)}; {_what_is_left(budget, both)}"
    end = Side(budget, "balance").printed(budget.carried_forward, column)
    if end is not None:
        yield f"{'A deficit of ' if end < 0 else ''}{_pounds(budget, abs(end))} carried forward"


def _of_side(side: Side, column: str) -> str:
    """All of a side, or what is known of it."""
    what = "income" if side.name == "income" else "spending"
    known, part = side.all(column), side.sum(side.entries, column).sum
    if known is not None:
        return f"{what} {_pounds(side.budget, known)}"
    if part is None:
        return ""
    return f"the lines of {what} that have a figure add up to {_pounds(side.budget, part)}"


def _what_is_left(budget: Budget, both: Decimal) -> str:
    if not both:
        return "nothing left over"
    return f"{_pounds(budget, abs(both))} {'left over' if both > 0 else 'short'}"


def _pounds(budget: Budget, value: Decimal) -> str:
    """In pounds, also what the source counts in thousands."""
    return words.pounds(int(1000 * value) if budget.unit == "£000" else value)
