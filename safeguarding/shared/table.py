"""The one shape of every table: what a page shows, and what its data files say, come from the same
rows."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from safeguarding.record import MaybeSourced

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
class Spark:
    """A small picture of a row, in a box of 80 by 20: the path of its line, and where its newest
    value stands."""

    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Row:
    """A row: its label, an optional reference before it, and its cells. `part` begins a group;
    `total` closes it, and belongs to none. `total_of` is the group of which it is the sub-total.

    `lines` and `at` are its place in its source: that of the table, unless it names the id of
    another. `spark` shows how it moved; data files have the values themselves.
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
    at: str = ""
    source: str = ""
    spark: Spark | None = None

    def of(self, *records: MaybeSourced, source: str = "") -> "Row":
        """The same with the place of the records that it tells: their lines in order, or what they
        say in words. `source` is the id of their source, where that is not the table's."""
        lines = {span for record in records for span in record.lines or ()}
        at = dict.fromkeys(record.at for record in records if record.at)
        own = next((record.source for record in records if record.source), "")
        return replace(self, lines=tuple(sorted(lines)), at="; ".join(at), source=source or own)


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
