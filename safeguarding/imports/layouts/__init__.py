"""What the columns of a table mean: its lines -> rows of one shape, whoever published them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from safeguarding.imports.reading import Line


class Row(NamedTuple):
    """A line of a file, or a cell of one whose periods run across: what it is about, and its cells.

    `time` is as the publisher writes it, and `kind` what it is, where the file says so; `code` and
    `name` are those of the area, and `region` the code of what it lies in; each may be empty.
    """

    line: int
    time: str
    kind: str
    code: str
    name: str
    level: str
    region: str
    cells: list[str]


class Sheet(NamedTuple):
    """A file as it is read: its name, what its layout is called, its columns by their names, those
    of them that say when, where, or what nobody needs to tell rows apart, and its rows."""

    name: str
    layout: str
    columns: dict[str, int]
    about: frozenset[str]
    rows: Iterator[Row]


class Layout(NamedTuple):
    """A way to publish tables: the columns by which it is known, and how it is read from the header
    and the lines below it."""

    known_by: tuple[str, ...]
    read: Callable[[str, list[str], Iterator[Line]], Sheet]
