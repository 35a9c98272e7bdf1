"""A downloaded file -> what it says, by the layout that its header shows."""

from collections.abc import Iterator
from pathlib import Path

from safeguarding.imports.layouts import Layout, Sheet, plain
from safeguarding.imports.layouts.fingertips import FINGERTIPS
from safeguarding.imports.layouts.standard import STANDARD
from safeguarding.imports.reading import Line, bad_file, lines

LAYOUTS = (STANDARD, FINGERTIPS)


def read(path: Path, ours: str) -> Sheet:
    """The file as one sheet whose rows are read as they are asked for. `ours` is the code of our
    area. Raises Problems, also while rows are read, where it is in no layout that is known."""
    every = lines(path)
    first = next(every, None)
    if first is None:
        raise bad_file(path.name, "is empty; download it again")
    header = [cell.strip() for cell in first.cells]
    layout = max(LAYOUTS, key=lambda one: _share(one, header))
    if _share(layout, header) < 0.5:
        return plain.read(path.name, ours, _again(first, every))
    _require_columns(path.name, layout, header, first.number)
    return layout.read(path.name, header, _of_length(path.name, len(header), every))


def _share(layout: Layout, header: list[str]) -> float:
    """How much of what a layout is known by the header has."""
    return sum(column in header for column in layout.known_by) / len(layout.known_by)


def _require_columns(name: str, layout: Layout, header: list[str], line: int) -> None:
    """Raises Problems where a column has no name, one of another, or is missing."""
    while header and not header[-1]:
        header.pop()
    for at, column in enumerate(header, 1):
        if not column:
            before = f", after {header[at - 2]}," if at > 1 else ""
            raise bad_file(
                name, f"column {at}{before} has lost its name; download the file again", line
            )
        if column in header[: at - 1]:
            raise bad_file(name, f"has two columns {column}; download the file again", line)
    for column in layout.known_by:
        if column not in header:
            raise bad_file(name, f"has no column {column}; download the file again, whole", line)


def _again(first: Line, others: Iterator[Line]) -> Iterator[Line]:
    yield first
    yield from others


def _of_length(name: str, length: int, every: Iterator[Line]) -> Iterator[Line]:
    """The lines, each with as many cells as the header. Raises Problems where one has not."""
    for line in every:
        cells = line.cells
        if len(cells) != length:
            if len(cells) < length or any(cells[length:]):
                raise bad_file(
                    name,
                    f"has {len(cells)} cells where the header has {length}: a comma or a quote is"
                    " wrong here; download the file again",
                    line.number,
                )
            del cells[length:]
        yield line
