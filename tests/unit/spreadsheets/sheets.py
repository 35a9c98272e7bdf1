"""What the tests of this room need: a list as someone has it in a spreadsheet, and as he leaves
it."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.conftest import command

Lines = list[list[Any]]  # of a sheet: cells as a spreadsheet has them
LISTS = ("programme", "contacts", "plan")


WRITTEN: dict[tuple[str, ...], bytes] = {}


def written(board: Path, what: str) -> Path:
    """The list as the project writes it, once for boards that say the same."""
    pytest.importorskip("xlsxwriter")
    path = board.parent / f"{what}.xlsx"
    same = (what, *texts(board).values())
    if same not in WRITTEN:
        path.unlink(missing_ok=True)
        done = command(board, "sheet", what, str(path))
        assert done.exit_code == 0, done.output
        WRITTEN[same] = path.read_bytes()
    path.write_bytes(WRITTEN[same])
    return path


def lines(path: Path) -> Lines:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    return [[*row] for row in book.get_sheet_by_index(0).to_python()]


def save(path: Path, table: Lines, name: str = "Programme") -> Path:
    """A spreadsheet with these cells, days and times as such."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(name)
        shapes = {
            datetime.datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            datetime.date: book.add_format({"num_format": "dd/mm/yyyy"}),
            datetime.time: book.add_format({"num_format": "hh:mm"}),
        }
        for row, cells in enumerate(table):
            for at, cell in enumerate(cells):
                page.write(row, at, cell, shapes.get(type(cell)))
    return path


def edited(board: Path, what: str, edit: Callable[["Sheet"], None]) -> Path:
    """The list after someone edited it."""
    path = written(board, what)
    sheet = Sheet(lines(path))
    edit(sheet)
    return save(path, sheet.lines, what.capitalize())


class Sheet:
    """A sheet whose cells go by the id of the row and the heading of the column."""

    def __init__(self, table: Lines):
        self.lines = table

    def put(self, id: str, **cells: Any) -> None:
        """Cells of a row; a heading like `Book by` is Book_by here."""
        row = next(row for row in self.lines if row[0] == id)
        for heading, value in cells.items():
            row[self.lines[0].index(heading.replace("_", " "))] = value

    def add(self, **cells: Any) -> None:
        self.lines.append(["+", *[""] * (len(self.lines[0]) - 1)])
        self.put("+", **cells)
        self.lines[-1][0] = cells.get("Id", "")

    def delete(self, id: str) -> None:
        self.lines = [row for row in self.lines if row[0] != id]


def take(board: Path, path: Path, *options: str) -> Result:
    return command(board, "import", *(options or ("--yes",)), str(path))


def texts(board: Path) -> dict[str, str]:
    """All of data/, by the names of its files."""
    return {
        path.relative_to(board).as_posix(): path.read_text("utf-8")
        for path in sorted((board / "data").rglob("*.yml"))
    }
