"""A spreadsheet that a training officer made for himself: what its headings mean is guessed and
shown, and what has no place here is told."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from safeguarding.site import load_site
from tests.unit.spreadsheets.sheets import save, take, texts

HEAD = [
    "Course Title",
    "Date",
    "Start Time",
    "End time",
    "Location",
    "Max places",
    "Level",
    "Trainer(s)",
    "Cost",
    "Booked",
]
DAY = datetime.date(2027, 9, 1)


def officer(board: Path, rows: list[list[Any]], head: list[str] = HEAD) -> Path:
    pytest.importorskip("xlsxwriter")
    return save(board.parent / "Training 2027.xlsx", [["Training 2027"], [], head, *rows], "Sheet1")


def forty() -> list[list[Any]]:
    return [
        [
            "",
            DAY + datetime.timedelta(days=7 * number),
            datetime.time(9, 30),
            "12.30pm",
            "Online",
            20 + number,
            "Level 3",
            "a nurse; a solicitor",
            "£80",
            4,
        ]
        for number in range(40)
    ]


def test_forty_dates(invented_board: Path) -> None:
    every = forty()
    titles = [course.title for course in load_site(invented_board).courses.values()]
    for number, row in enumerate(every):
        row[0] = titles[number % 2]
    done = take(invented_board, officer(invented_board, every))
    assert done.exit_code == 0, done.output
    after = load_site(invented_board)
    sessions = [session for session in after.sessions if f"{session.starts}" >= f"{DAY}"]
    assert len(sessions) == 40
    first = sessions[0]
    assert (f"{first.starts}", f"{first.ends}") == ("2027-09-01 09:30:00", "2027-09-01 12:30:00")
    assert (first.venue, first.places) == ("online", 20)
    assert first.trainers == ("a nurse", "a solicitor")
    for told in (
        "Training 2027.xlsx is read as the programme:",
        "  Course Title -> course",
        "  Date -> date",
        "  Start Time -> starts",
        "  Location -> venue",
        "  Trainer(s) -> trainers",
        "  Level -> not taken: nothing here has a place for it",
        "  Booked -> not taken",
    ):
        assert told in done.output
    before = texts(invented_board)
    assert "Nothing new" in take(invented_board, officer(invented_board, every)).output
    assert texts(invented_board) == before


def test_days_of_a_text_are_read_in_one_way_alone(invented_board: Path) -> None:
    """A CSV file has texts: 03/02/2027 is a day only for one who says that the day comes first."""
    title = next(iter(load_site(invented_board).courses.values())).title
    path = invented_board.parent / "dates.csv"
    path.write_text(
        f"Course,Date,Time,Venue\r\n{title},03/02/2027,9.30am - 12:30,online\r\n", "cp1252"
    )
    done = take(invented_board, path)
    assert done.exit_code == 1
    assert (
        "dates.csv:2:2: row 2, column B (Date): 03/02/2027 09:30 can be read in two" in done.output
    )
    done = take(invented_board, path, "--yes", "--days-first")
    assert done.exit_code == 0, done.output
    (session,) = [
        one for one in load_site(invented_board).sessions if one.id == "2027-02-listening"
    ]
    assert (f"{session.starts}", f"{session.ends}") == (
        "2027-02-03 09:30:00",
        "2027-02-03 12:30:00",
    )


def test_course_that_is_not_known_and_learning_without_a_day(invented_board: Path) -> None:
    before = texts(invented_board)
    rows = forty()[:2]
    rows[0][0], rows[1][0] = "Listening to chidren", "Listening to children"
    rows[1][1:4] = ["", "", ""]
    done = take(invented_board, officer(invented_board, rows))
    assert done.exit_code == 1
    assert (
        "sheet Sheet1, row 4, column A (Course Title): Listening to chidren is not" in done.output
    )
    assert 'did you mean "listening to children"?' in done.output
    assert texts(invented_board) == before
    rows[0][0] = rows[1][0]
    done = take(invented_board, officer(invented_board, rows))
    assert "sheet Sheet1, row 5, column C (Start Time): is missing; add it" in done.output
