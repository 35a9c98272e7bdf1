"""Several days or evenings of one booking, in one row of a spreadsheet."""

import datetime
from pathlib import Path

import pytest

from safeguarding.site import load_site
from safeguarding.spreadsheets import days
from safeguarding.spreadsheets.days import Span
from safeguarding.training.models import AnySession
from tests.unit.spreadsheets.sheets import Sheet, edited, take, texts

PROGRAMME = "data/training/programme.yml"
LISTENING = "Listening to children"


def added(board: Path, further: str, **cells: object) -> Path:
    def edit(sheet: Sheet) -> None:
        row = {
            "Course": LISTENING,
            "Starts": datetime.datetime(2027, 9, 7, 18),
            "Ends": datetime.datetime(2027, 9, 7, 20),
            "Venue": "Sample hall",
            "Further_days": further,
        }
        sheet.add(**row | cells)

    return edited(board, "programme", edit)


def session(board: Path, id: str = "2027-09-listening-to-children") -> AnySession:
    return next(one for one in load_site(board).sessions if id.startswith(one.id))


def told(one: AnySession) -> list[tuple[str, str, str | None]]:
    return [(f"{day.starts}", f"{day.ends}"[11:16], one.venue_of(day)) for day in one.days]


@pytest.mark.parametrize(
    "further",
    [
        "2027-09-14 18:00 - 20:00\n2027-09-21 18:00 - 20:00 at Online",
        "2027-09-14 18:00-20:00, 2027-09-21 6pm to 8pm at online",
        "2027-09-14 18:00 - 2027-09-14 20:00; 2027-09-21 18.00 – 20.00 at Online",
    ],
)
def test_three_evenings_of_one_course_stand_in_one_row(invented_board: Path, further: str) -> None:
    done = take(invented_board, added(invented_board, further))
    assert done.exit_code == 0, done.output
    assert told(session(invented_board)) == [
        ("2027-09-07 18:00:00", "20:00", "hall"),
        ("2027-09-14 18:00:00", "20:00", "hall"),
        ("2027-09-21 18:00:00", "20:00", "online"),
    ]


def test_days_of_a_row_that_is_there_change_alone(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.put("2027-04-leading", Further_days="2027-04-22 18:00 - 20:30")
        sheet.put("2027-03-leading", Further_days="")

    before = texts(invented_board)[PROGRAMME]
    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 0, done.output
    first = before.index("    further_days:\n      - starts")
    without = before[:first] + before[before.index("    places: 12\n    book_by") :]
    old = without.partition("    further_days:")[2].partition("    places")[0]
    new = " [{starts: 2027-04-22 18:00, ends: 2027-04-22 20:30}]\n"
    assert texts(invented_board)[PROGRAMME].split() == without.replace(old, new).split()


def test_days_of_a_list_of_ones_own_stand_in_one_cell(invented_board: Path) -> None:
    path = invented_board.parent / "dates.csv"
    path.write_text(
        "Course,Date,Time,Venue\n"
        f'{LISTENING},"07/09/2027, 14/09/2027 and 21/09/2027",6pm - 8pm,Online\n'
    )
    done = take(invented_board, path, "--yes", "--days-first")
    assert done.exit_code == 0, done.output
    assert [starts for starts, *_ in told(session(invented_board))] == [
        "2027-09-07 18:00:00",
        "2027-09-14 18:00:00",
        "2027-09-21 18:00:00",
    ]
    assert "Nothing new" in take(invented_board, path, "--yes", "--days-first").output


def test_both_times_of_each_day_can_stand_in_their_columns(invented_board: Path) -> None:
    times = {
        "Starts": "2027-09-07 18:00\n2027-09-14 18:00",
        "Ends": "2027-09-07 20:00\n2027-09-14 20:30",
    }
    done = take(invented_board, added(invented_board, "", **times))
    assert done.exit_code == 0, done.output
    assert [ends for _, ends, _ in told(session(invented_board))] == ["20:00", "20:30"]


@pytest.mark.parametrize(
    ("further", "cells", "message"),
    [
        (
            "2027-09-14 18:00",
            {},
            "(Further days): 2027-09-14 18:00 does not say when it ends; write it like",
        ),
        (
            "2027-09-14 18:00 - 20:00 at Sample hal",
            {},
            '(Further days): Sample hal is not known; did you mean "sample hall"?',
        ),
        (
            "2027-09-01 18:00 - 20:00",
            {},
            "(Further days): 2027-09-01 18:00 is before 2027-09-07 20:00,",
        ),
        (
            "",
            {"Starts": "2027-09-07 18:00, 2027-09-14 18:00"},
            "(Starts): 2027-09-07 18:00, 2027-09-14 18:00 are several days; write the first here,",
        ),
        (
            "",
            {"Id": "2027-04-leading"},
            "(Id): 2027-04-leading stands in two rows; delete one, or empty its Id, if it is"
            " another date; a further day of the same booking stands below Further days, like",
        ),
    ],
)
def test_what_cannot_be_one_row_is_told_at_its_cell(
    invented_board: Path, further: str, cells: dict[str, object], message: str
) -> None:
    before = texts(invented_board)
    done = take(invented_board, added(invented_board, further, **cells))
    assert done.exit_code == 1
    assert message in done.output
    assert texts(invented_board) == before


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2027-09-14", Span("2027-09-14", "2027-09-14", "", "")),
        ("2027-09-14 00:00", Span("2027-09-14 00:00", "2027-09-14", "", "")),
        ("2027-09-14 - 2027-09-15", Span("2027-09-14", "2027-09-15", "", "")),
        (
            "2027-09-14 6pm to 8.15pm at Hall; with parents; bring tea",
            Span("2027-09-14 18:00", "2027-09-14 20:15", "Hall", "with parents; bring tea"),
        ),
    ],
)
def test_a_day_says_when_where_and_what(text: str, span: Span) -> None:
    assert days.span(text) == span
