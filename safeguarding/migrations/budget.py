"""Budgets: the two columns that the site knew became columns that the board names."""

from collections.abc import Iterator

from safeguarding.editing import nodes
from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.shape import Remark, Shape, Texts, below, without

FILES = "data/budget*.yml"
FIGURES = ("budget", "actual")
COLUMNS = "columns: [Budget, Actual, {title: Actual less budget, of: Actual, less: Budget}]"
LISTS = ("expenditure", "income")
LINES = ("expenditure_total", "income_total", "transfer")


def _columns(budget: Node, texts: Texts) -> Iterator[Replacement]:
    lines = [line for line in _lines(budget) if {*FIGURES} <= {*line.entries}]
    if lines and "columns" not in budget.entries and "period" in budget.entries:
        yield below(budget.entries["period"], COLUMNS)
        for line in lines:
            yield from _amounts(line)


def _lines(budget: Node) -> Iterator[Node]:
    """Each line of the statement: of lists, of groups in them, and those that stand alone."""
    for key in LISTS:
        for entry in budget.listed(key):
            yield from entry.listed("items") or [entry]
    yield from (budget.entries[key] for key in LINES if key in budget.entries)


def _amounts(line: Node) -> Iterator[Replacement]:
    """The two figures as a list, in the place of the first of them."""
    first, second = (key for key in line.entries if key in FIGURES)
    written = ", ".join(line.entries[key].written or "null" for key in FIGURES)
    yield Replacement(line.keys[first].start, line.entries[first].end, f"amounts: [{written}]")
    yield without(line, second)


def _figures_left(budget: Node) -> Iterator[Remark]:
    for line in _lines(budget):
        for key in FIGURES:
            if key in line.keys:
                yield Remark(line.keys[key], key, FIGURE_LEFT)


FIGURE_LEFT = (
    "write it in amounts:, a list that has a figure for each of the columns, and null for what is"
    " not known"
)


# Income without a heading.


def _headless(budget: Node) -> Iterator[Node]:
    """Groups of income that have no heading."""
    yield from (group for group in budget.listed("income") if [*group.entries] == ["items"])


def _lines_alone(budget: Node, texts: Texts) -> Iterator[Replacement]:
    for group in _headless(budget):
        lines = group.entries["items"]
        if lines.one_below_the_other and group.hyphen >= 0 and not group.flow:
            begins = group.text.index("\n", group.keys["items"].end) + 1
            outwards = lines.items[0].hyphen - group.hyphen
            written = group.text[begins : lines.line_end]
            remarks = nodes.remarks(group, group.start, begins)
            above = "".join(f"{' ' * group.hyphen}{one}\n" for one in remarks)
            yield Replacement(
                group.line_start, lines.line_end, above + nodes.shifted(written, -outwards)
            )


def _groups_left(budget: Node) -> Iterator[Remark]:
    for group in _headless(budget):
        yield Remark(group.keys["items"], "items", GROUP_LEFT)


GROUP_LEFT = (
    "take this away, and write its lines below income:, each behind a hyphen; or give it a title"
)


# Transfers.


def _list_of_transfers(budget: Node, texts: Texts) -> Iterator[Replacement]:
    line = budget.entries.get("transfer")
    if not line or not line.entries or "transfers" in budget.entries:
        return
    name = budget.keys["transfer"]
    yield Replacement(name.start, name.end, "transfers")
    if line.flow:
        between = budget.text[name.end : line.start].rstrip()
        yield Replacement(name.end, line.start, f"{between}\n  - ")
        yield Replacement(line.start, line.end, nodes.shifted(line.written, 4).lstrip())
    else:
        moved, at = nodes.shifted(budget.text[line.line_start : line.end], 2), line.column
        yield Replacement(line.line_start, line.end, f"{moved[:at]}- {moved[at + 2 :]}")


SHAPES = (
    Shape(
        FILES,
        "A budget names its columns, and each line has its amounts in their order.",
        _columns,
        _figures_left,
    ),
    Shape(
        FILES,
        "Income without a heading stands below income: itself, beside the groups that have one.",
        _lines_alone,
        _groups_left,
    ),
    Shape(FILES, "A budget can have several transfers: its one is a list now.", _list_of_transfers),
)
