"""The one shape of every table: what a page shows, and what an export can write, come from the same rows."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    """A column's heading. `unit` is shown with it; `figures` columns are set right, in tabular figures."""

    label: str
    unit: str = ""
    figures: bool = True


@dataclass(frozen=True)
class Cell:
    """What one cell says. `count` and `unit` stand below it, smaller; `absent` marks words that stand for a missing value."""

    text: str
    count: str = ""
    unit: str = ""
    absent: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its label, an optional reference before it, and its cells. `part` begins a group; `total` closes one."""

    label: str
    cells: tuple[Cell, ...] = ()
    reference: str = ""
    href: str = ""
    note: str = ""
    part: bool = False
    total: bool = False


@dataclass(frozen=True)
class Table:
    """`corner` heads the column of row labels. A `sortable` table has one group of rows, which a reader may put in another order."""

    caption: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())
    sortable: bool = False
