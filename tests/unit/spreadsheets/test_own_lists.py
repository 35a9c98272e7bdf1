"""A list that someone keeps for himself: everyday names of columns, days as they are typed, and why
a date is cancelled. What is not taken is told with what would have it taken."""

import re
from pathlib import Path

import pytest
from click.testing import Result

from safeguarding.site import load_site
from safeguarding.spreadsheets.cells import Column, written
from tests.conftest import edit
from tests.unit.spreadsheets.sheets import take, texts

PROGRAMME = "data/training/programme.yml"
PAYERS = """\
payers:
  - {id: partners, title: Partners that pay into the budget}
  - {id: charities, title: Charities and childminders}
  - {id: others, title: Everyone else}
"""
DAY = Column("starts", "Starts", kind="moment")


def bring(board: Path, head: str, *rows: str) -> Result:
    path = board.parent / "mine.csv"
    path.write_text("\n".join([head, *rows, ""]), "utf-8")
    return take(board, path)


@pytest.mark.parametrize(
    ("head", "key"),
    {
        "Max": "places",
        "Seats": "places",
        "Course name": "course",
        "Delivered by": "trainers",
        "Booking deadline": "book_by",
        "Cost for partners": "prices.partners",
        "Price (Everyone else)": "prices.others",
        "Reason": "changes[].what",
    }.items(),
)
def test_everyday_heading_is_understood(invented_board: Path, head: str, key: str) -> None:
    course = "" if key == "course" else "Course,"
    done = bring(invented_board, f"{course}Date,Time,{head}")
    assert f"  {head} -> {key}\n" in done.output


@pytest.mark.parametrize(
    ("head", "why"),
    {
        "Cost": 'say whose price it is, and call it "Price in pounds: Partners that pay into the'
        ' budget" or "Price in pounds: Charities and childminders" or "Price in pounds: Everyone',
        "Tutor name": 'if it is meant so, call it "Trainers"',
        "Max no.": 'if it is meant so, call it "Places"',
        "Day": "Date says that already; delete one of the two columns",
        "Level": "nothing here has a place for it",
        "In charge": "nothing here has a place for it",
    }.items(),
)
def test_column_that_is_not_taken_says_what_it_may_be(
    invented_board: Path, head: str, why: str
) -> None:
    done = bring(invented_board, f"Course,Date,Time,{head}")
    assert f"  {head} -> not taken: {why}" in done.output


def test_cost_needs_someone_who_pays(invented_board: Path) -> None:
    edit(invented_board, PROGRAMME, PAYERS, "")
    for path in (invented_board / "data/training").glob("*.yml"):
        path.write_text(re.sub(r" +prices: .*\n", "", path.read_text("utf-8")), "utf-8")
    done = bring(invented_board, "Course,Date,Time,Cost")
    assert "say who pays what first, as payers in data/training/programme.yml" in done.output


@pytest.mark.parametrize(
    ("typed", "day"),
    {
        "18/01/2027 09:30": "2027-01-18 09:30",
        "18.1.2027": "2027-01-18",
        "3/3/2027": "2027-03-03",
    }.items(),
)
def test_day_that_can_be_read_in_one_way_is_read(typed: str, day: str) -> None:
    assert written(DAY, typed, days_first=False) == day


@pytest.mark.parametrize("typed", ["03/02/2027", "12/1/2027 09:30"])
def test_day_that_can_be_a_month_is_not(typed: str) -> None:
    with pytest.raises(ValueError, match="can be read in two ways"):
        written(DAY, typed, days_first=False)


def test_of_many_choices_the_first_are_named() -> None:
    column = Column("venue", "Venue", kind="one", choices={f"Room {n}": f"{n}" for n in range(15)})
    with pytest.raises(ValueError, match=r"one of: Room 0; .*; Room 11; and 3 more$"):
        written(column, "Elsewhere", days_first=False)


def test_cancelled_row_is_told_which_column_to_add(invented_board: Path) -> None:
    row = "Listening to children,2027-01-12,10am - 1pm,Cancelled"
    done = bring(invented_board, "Course,Date,Time,Status", row)
    assert done.exit_code == 1
    assert (
        "mine.csv:2:4: row 2, column D (Status): cancelled needs a reason; add a column"
        ' "New note: what and why", and write it there, for readers to see\n'
    ) in done.output


def test_reason_is_written_once_however_often_its_list_is_taken(invented_board: Path) -> None:
    head = "Course,Date,Time,Max,Status,Reason"
    row = "Listening to children,2027-01-12,10am - 1pm,{},{},Too few booked"
    note = "- {on: 2026-11-23, what: Too few booked}"
    assert bring(invented_board, head, row.format(15, "Cancelled")).exit_code == 0
    assert texts(invented_board)[PROGRAMME].count(note) == 1
    again = bring(invented_board, head, row.format(15, "Cancelled"))
    assert "Nothing new" in again.output
    # Another cell of the row is new, and the reason is not.
    bring(invented_board, head, row.format(14, "Cancelled"))
    assert texts(invented_board)[PROGRAMME].count(note) == 1


def test_same_words_of_another_day_are_a_reason_of_their_own(invented_board: Path) -> None:
    """Cancelled for snow, on again, and cancelled for snow: readers are told of both."""
    snow = "    places: 15\n    changes: [{on: 2026-11-02, what: Snow}]\n"
    edit(invented_board, PROGRAMME, "    places: 15\n", snow)
    row = "Listening to children,2027-01-12,10am - 1pm,Cancelled,Snow"
    assert bring(invented_board, "Course,Date,Time,Status,Reason", row).exit_code == 0
    (session,) = [one for one in load_site(invented_board).sessions if one.id[:7] == "2027-01"]
    assert [f"{one.on}" for one in session.changes] == ["2026-11-02", "2026-11-23"]
