"""The one shape of every table: what a page shows, and what its data files say, come from the same
rows."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

Value = Decimal | int | bool | datetime.date | str | None
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Column:
    """A column's heading. `unit` is shown with it; `figures` columns are set right, in tabular
    figures. Where the columns differ in time, `period` is that of this one, and `who` whose values
    they are, if not ours."""

    label: str
    unit: str = ""
    figures: bool = True
    who: str = ""
    period: str = ""


@dataclass(frozen=True)
class Cell:
    """What one cell says. `count`, `below` and `unit` stand below it, smaller; `absent` marks words
    that stand for a missing value.

    `value` is what `text` says, for a computer; without it the text is the value. `parts` are other
    numbers of the cell, by name.
    """

    text: str
    count: str = ""
    unit: str = ""
    absent: bool = False
    tone: str = ""
    value: Value = None
    parts: tuple[tuple[str, Value], ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row: its label, an optional reference before it, and its cells. `part` begins a group;
    `total` closes it, and belongs to none. `total_of` is the group of which it is the sub-total.

    `lines` are those of the table's source.
    """

    label: str
    cells: tuple[Cell, ...] = ()
    reference: str = ""
    href: str = ""
    note: str = ""
    part: bool = False
    total: bool = False
    id: str = ""
    lines: Spans = ()
    total_of: str = ""


@dataclass(frozen=True)
class Table:
    """`corner` heads the column of row labels. A `sortable` table has one group of rows, which a
    reader may put in another order.

    `id` names its data files and never changes; `source` is the id of the document that its lines
    count in. `name` says what it is where no heading stands above it; without it the caption does.
    """

    caption: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())
    sortable: bool = False
    id: str = ""
    source: str = ""
    name: str = ""
    tall: bool = False


@dataclass(frozen=True)
class DataTable:
    """A table that readers can take away as files: the id that it has, which no other has, and how
    it is made. None depends on the day."""

    id: str
    make: Callable[[], Table]
