"""A list -> a spreadsheet in which people change it."""

import datetime
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

from safeguarding.editing.writing import put
from safeguarding.spreadsheets.cells import Cell, Column
from safeguarding.spreadsheets.lists import List
from safeguarding.spreadsheets.rows import letters

MORE = 500  # empty rows below the last one that have drop-downs and shapes, too
CHOICES = "Choices"
LONGEST = 255  # letters that a spreadsheet shows beside a cell
WIDTHS = {"moment": 17, "number": 10, "flag": 10, "one": 26, "phone": 18}  # in letters
WIDTH = 32
TEXT = "@"  # nothing that is typed becomes a number or a day
SHAPES = {"moment": "yyyy-mm-dd hh:mm", "number": "General"}
WHOLE_DAY = "yyyy-mm-dd"
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False}  # a text is a text, whatever it is


def write(sheet: List, path: Path) -> None:
    """Write the list to a spreadsheet of that name: a row for each entry, a column for each key,
    what the columns mean beside their cells, and drop-downs where there is a choice."""
    import xlsxwriter

    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, PLAIN | {"in_memory": True}) as book:
        page, choices = book.add_worksheet(sheet.name), book.add_worksheet(CHOICES)
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        shapes = {shape: _shape(book, shape) for shape in (TEXT, WHOLE_DAY, *SHAPES.values())}
        for at, column in enumerate(sheet.columns):
            page.write_string(0, at, column.heading, head)
            shape = SHAPES.get(column.kind, TEXT)
            page.set_column(at, at, WIDTHS.get(column.kind, WIDTH), shapes[shape])
            page.data_validation(0, at, 0, at, _said(column))
            for row, entry in enumerate(sheet.entries, 1):
                cell = entry.cell(column)
                _put(page, row, at, cell, shapes[_is_day(cell) or shape])
            choices.write_column(0, at, [column.heading, *column.choices])
            page.data_validation(1, at, len(sheet.entries) + MORE, at, _chosen(column, at))
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, len(sheet.entries), len(sheet.columns) - 1)
    put(path, whole.getvalue())


def _shape(book: Any, shape: str) -> Any:
    return book.add_format({"num_format": shape, "text_wrap": True, "valign": "top"})


def _is_day(cell: Cell) -> str:
    whole = isinstance(cell, datetime.date) and not isinstance(cell, datetime.datetime)
    return WHOLE_DAY if whole else ""


def _put(page: Any, row: int, at: int, cell: Cell, shape: Any) -> None:
    if isinstance(cell, datetime.date):
        page.write_datetime(row, at, cell, shape)
    elif isinstance(cell, (int, Decimal)):
        page.write_number(row, at, cell, shape)
    elif cell:
        page.write_string(row, at, cell, shape)


def _said(column: Column) -> dict[str, Any]:
    """What a column means, beside the cell that is chosen."""
    about = column.about if len(column.about) <= LONGEST else f"{column.about[: LONGEST - 1]}…"
    return {"validate": "any", "input_message": about} if about else {"validate": "any"}


def _chosen(column: Column, at: int) -> dict[str, Any]:
    """The same with a drop-down where one of several is chosen."""
    if column.kind == "flag":
        return _said(column) | {"validate": "list", "source": ["yes", "no"]}
    if column.kind != "one" or not column.choices:
        return _said(column)
    column_name = letters(at)
    source = f"={CHOICES}!${column_name}$2:${column_name}${len(column.choices) + 1}"
    return _said(column) | {
        "validate": "list",
        "source": source,
        "error_message": "Choose one of the list, please.",
    }
