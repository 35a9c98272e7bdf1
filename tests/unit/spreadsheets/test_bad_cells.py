"""Each bad cell is told by its sheet, row and column, and nothing is written."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.unit.spreadsheets.sheets import Sheet, edited, save, take, texts


@pytest.mark.parametrize(
    ("what", "id", "cells", "told"),
    [
        (
            "programme",
            "2027-01-listening",
            {"Venue": "Sample hal"},
            "programme.xlsx:2:9: sheet Programme, row 2, column I (Venue): Sample hal is not known;"
            ' did you mean "sample hall"?',
        ),
        (
            "programme",
            "2027-01-listening",
            {"Places": "about 20"},
            "row 2, column J (Places): about 20 is no number; write one like 80 or 80.50",
        ),
        (
            "programme",
            "2027-01-listening",
            {"Places": "1e999999999"},
            "row 2, column J (Places): 1e999999999 is no number; write one like 80 or 80.50",
        ),
        (
            "programme",
            "2027-02-meeting",
            {"Starts": "03/02/2027"},
            "row 3, column F (Starts): 03/02/2027 can be read in two ways;",
        ),
        (
            "programme",
            "2027-02-meeting",
            {"Starts": "01/18/2027"},
            "row 3, column F (Starts): 01/18/2027 has no month 18; write it like 2027-01-13",
        ),
        (
            "programme",
            "2027-01-listening",
            {"Venue": "Town Hall, Weston"},
            "(Venue): Town Hall, Weston is not known; write one of: Online; Sample hall",
        ),
        (
            "programme",
            "2027-01-listening",
            {"Status": "cancelled"},
            "row 2, column K (Status): cancelled needs a reason; write it under"
            ' "New note: what and why", for readers to see',
        ),
        (
            "programme",
            "2027-01-listening",
            {"Ends": datetime.datetime(2027, 1, 12, 9)},
            "row 2, column G (Ends): 2027-01-12 09:00 is not after 2027-01-12 10:00;",
        ),
        (
            "programme",
            "2027-03-leading",
            {"Changes so far": "another"},
            "(Changes so far): is for reading alone; leave it as it was",
        ),
        (
            "contacts",
            "team",
            {"Telephone": 1632960001},
            "row 3, column D (Telephone): 1632960001 has lost the 0 at its front; write it",
        ),
        (
            "contacts",
            "team",
            {"E-mail": "a team"},
            "row 3, column F (E-mail): a team is no e-mail address; write it whole",
        ),
        (
            "contacts",
            "team",
            {"In the box of help lines": "perhaps"},
            "perhaps is neither yes nor no; write yes, or leave the cell empty",
        ),
        ("contacts", "team", {"Name": ""}, "sheet Contacts, row 3, column B (Name): is missing"),
        (
            "plan",
            "lights",
            {"Priority": "Listen first"},
            "column B (Priority): an action moves to another priority in the data file alone",
        ),
        (
            "plan",
            "lights",
            {"First due": "soon"},
            "(First due): soon is no day",
        ),
    ],
)
def test_bad_cell(
    invented_board: Path, what: str, id: str, cells: dict[str, Any], told: str
) -> None:
    before = texts(invented_board)
    path = edited(invented_board, what, lambda sheet: sheet.put(id, **cells))
    done = take(invented_board, path)
    assert done.exit_code == 1
    assert told in done.output
    assert "Nothing was written." in done.output
    assert texts(invented_board) == before


def test_every_bad_cell_is_told_at_once(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.put("2027-01-listening", Venue="Nowhere", Places="many")
        sheet.put("2027-03-leading", Course="Unknown")

    done = take(invented_board, edited(invented_board, "programme", edit))
    for place in ("row 2, column I", "row 2, column J", "row 4, column B"):
        assert place in done.output


def test_id_that_stands_twice(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.lines.append([*sheet.lines[1]])

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert "row 8, column A (Id): 2027-01-listening stands in two rows; delete one" in done.output


def test_rule_that_two_rows_break_together(invented_board: Path) -> None:
    """Two dates in one room at the same time: the rule of the programme is asked as ever."""
    start, end = datetime.datetime(2027, 1, 12, 9), datetime.datetime(2027, 1, 12, 11)

    def edit(sheet: Sheet) -> None:
        sheet.add(Course="Listening to children", Starts=start, Ends=end, Venue="Sample hall")

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 1
    assert "programme.xlsx:" in done.output


def test_spreadsheet_that_is_something_else(invented_board: Path) -> None:
    pytest.importorskip("xlsxwriter")
    path = save(invented_board.parent / "a.xlsx", [["Colour", "Number"], ["red", 5]])
    assert "a.xlsx:1:1: has no layout known here" in take(invented_board, path).output
