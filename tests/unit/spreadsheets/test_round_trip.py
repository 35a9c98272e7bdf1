"""A list goes out and comes back: only what someone changed becomes another line."""

import datetime
import subprocess
from pathlib import Path

import pytest

from tests.unit.spreadsheets.sheets import LISTS, Sheet, edited, lines, take, texts, written

NOBODY = ["-c", "user.name=A", "-c", "user.email=a@board.example"]
PROGRAMME = "data/training/programme.yml"
PLAN = "data/plans/2025-28.yml"


@pytest.mark.parametrize("what", LISTS)
def test_list_that_nobody_changed_changes_no_byte(invented_board: Path, what: str) -> None:
    before = texts(invented_board)
    done = take(invented_board, written(invented_board, what))
    assert done.exit_code == 0, done.output
    assert f"Nothing new: every row of {what}.xlsx says" in done.output
    assert texts(invented_board) == before


def test_days_are_days_and_choices_are_in_words(invented_board: Path) -> None:
    head, first, second = lines(written(invented_board, "programme"))[:3]
    said = dict(zip(head, first, strict=True))
    assert said["Starts"] == datetime.datetime(2027, 1, 12, 10)
    assert said["Course"] == "Listening to children"
    assert (said["Venue"], said["Places"], said["Status"]) == ("Sample hall", 15, "open")
    assert dict(zip(head, second, strict=True))["Starts"] == datetime.date(2027, 2, 9)


def test_cells_become_lines_and_all_else_stays(invented_board: Path) -> None:
    before = texts(invented_board)

    def edit(sheet: Sheet) -> None:
        sheet.put(
            "2027-01-listening",
            Starts=datetime.datetime(2027, 1, 12, 9, 30),
            Venue="online",
            Status="full",
        )
        sheet.put("2027-03-leading", Book_by="", Places=14)

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 0, done.output
    assert texts(invented_board) == before | {
        PROGRAMME: before[PROGRAMME]
        .replace("starts: 2027-01-12 10:00", "starts: 2027-01-12 09:30")
        .replace(
            "    venue: hall\n    places: 15\n",
            "    venue: online\n    places: 15\n    status: full\n",
        )
        .replace("    places: 12\n    book_by: 2027-02-23\n", "    places: 14\n")
    }
    assert "2027-01-listening, starts: 2027-01-12 10:00 -> 2027-01-12 09:30" in done.output


def test_cancelled_date_says_why(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        row = next(row for row in sheet.lines if row[0] == "2027-01-listening")
        row[sheet.lines[0].index("Status")] = "cancelled"
        row[sheet.lines[0].index("New note: what and why")] = "Snow, sadly."

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 0, done.output
    assert (
        '    places: 15\n    status: cancelled\n    changes:\n      - {on: 2026-11-23, what: "Snow,'
        ' sadly."}\n'
    ) in texts(invented_board)[PROGRAMME]


def test_new_row_gets_an_id(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.add(
            Course="listening to children",
            Starts=datetime.datetime(2027, 9, 14, 9, 30),
            Ends=datetime.datetime(2027, 9, 14, 12, 30),
            Venue="Online",
            Places=20,
            Status="open",
        )

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 0, done.output
    assert texts(invented_board)[PROGRAMME].endswith("""\
  - id: 2027-09-listening
    course: listening
    starts: 2027-09-14 09:30
    ends: 2027-09-14 12:30
    venue: online
    places: 20
""")


def test_second_time_a_row_without_an_id_is_known(invented_board: Path) -> None:
    def edit(sheet: Sheet) -> None:
        start, end = (datetime.datetime(2027, 9, 14, hour) for hour in (9, 12))
        sheet.add(Course="Listening to children", Starts=start, Ends=end, Venue="Online")

    path = edited(invented_board, "programme", edit)
    take(invented_board, path)
    before = texts(invented_board)
    assert "Nothing new" in take(invented_board, path).output
    assert texts(invented_board) == before


def test_number_of_a_contact_and_who_confirmed_it(invented_board: Path) -> None:
    before = texts(invented_board)

    def edit(sheet: Sheet) -> None:
        sheet.put("team", Telephone="01632 960009")
        row = next(row for row in sheet.lines if row[0] == "team")
        for heading, value in (
            ("day", datetime.date(2026, 11, 20)),
            ("by whom or where", "the office, by ringing it"),
            ("telephone", "01632 960009"),
        ):
            row[sheet.lines[0].index(f"Confirmed: {heading}")] = value
        sheet.put("learning-site", Hours="")

    done = take(invented_board, edited(invented_board, "contacts", edit))
    assert done.exit_code == 0, done.output
    name = "data/contacts.yml"
    assert texts(invented_board)[name] == before[name].replace(
        "    phone: 01632 960001\n    found: no place at all; it is invented\n",
        "    phone: 01632 960009\n    found: no place at all; it is invented\n"
        '    verified: {on: 2026-11-20, source: "the office, by ringing it", phone: 01632'
        " 960009}\n",
        1,
    ).replace("    hours: Monday to Friday, 9am to 4pm\n", "")


def test_note_on_an_action_and_a_sentence_that_becomes_one(invented_board: Path) -> None:
    before = texts(invented_board)

    def note(sheet: Sheet, id: str, **cells: object) -> None:
        row = next(row for row in sheet.lines if row[0] == id)
        for heading, value in cells.items():
            row[sheet.lines[0].index(f"New note: {heading.replace('_', ' ')}")] = value

    def edit(sheet: Sheet) -> None:
        note(sheet, "walk-home", status="Complete", what_was_done="All ways were walked.")
        note(sheet, "night-bus", day=datetime.date(2026, 11, 2), status="Off track")
        note(sheet, "listen-first.4", status="On track")

    path = edited(invented_board, "plan", edit)
    done = take(invented_board, path)
    assert done.exit_code == 0, done.output
    after = texts(invented_board)[PLAN]
    for lines_ in (
        "what: Two schools have chosen their ways.}\n"
        "          - {on: 2026-11-23, status: complete, what: All ways were walked.}\n",
        "        timescale: Every spring\n        progress:\n"
        "          - {on: 2026-11-02, status: off-track}\n",
        "      - id: say-at-each-meeting-what-a-child-told-us\n"
        "        what: Say at each meeting what a child told us.\n        progress:\n"
        "          - {on: 2026-11-23, status: on-track}\n    leads:",
    ):
        assert lines_ in after, after
    assert len(after.split("\n")) == len(before[PLAN].split("\n")) + 6
    assert "Nothing new" in take(invented_board, path).output


def test_entries_with_files_of_their_own(invented_board: Path) -> None:
    text = (invented_board / PROGRAMME).read_text("utf-8")
    head, _, listed = text.partition("sessions:\n")
    (invented_board / PROGRAMME).write_text(f"{head}sessions: []\n", "utf-8")
    folder = invented_board / "data/training/sessions"
    folder.mkdir()
    first = listed.partition("  - id: 2027-02")[0].replace("\n    ", "\n")[4:]
    (folder / "2027-01-listening.yml").write_text(f"# A remark\n{first}", "utf-8")

    def edit(sheet: Sheet) -> None:
        sheet.put("2027-01-listening", Places=16)
        start, end = (datetime.datetime(2027, 9, 14, hour) for hour in (9, 12))
        sheet.add(Course="Leading", Starts=start, Ends=end, Venue="Online")
        sheet.lines[-1][1] = sheet.lines[1][1]

    done = take(invented_board, edited(invented_board, "programme", edit))
    assert done.exit_code == 0, done.output
    after = texts(invented_board)
    name = "data/training/sessions/2027-01-listening.yml"
    assert after[name] == f"# A remark\n{first}".replace("places: 15", "places: 16")
    assert after["data/training/sessions/2027-09-listening.yml"].split("\n")[1:] == [
        "id: 2027-09-listening",
        "course: listening",
        "starts: 2027-09-14 09:00",
        "ends: 2027-09-14 12:00",
        "venue: online",
        "",
    ]


def test_row_that_was_taken_away_is_told_and_the_entry_stays(invented_board: Path) -> None:
    before = texts(invented_board)
    path = edited(invented_board, "programme", lambda sheet: sheet.delete("2027-02-meeting"))
    done = take(invented_board, path)
    assert "No row for 2027-02-meeting. It stays as it is." in done.output
    assert texts(invented_board) == before


def test_row_that_was_taken_away_takes_what_was_never_published(invented_board: Path) -> None:
    folder = invented_board / "data/training/sessions"
    folder.mkdir()
    published, new = folder / "2027-10-a.yml", folder / "2027-10-b.yml"
    for path, day in ((published, 5), (new, 6)):
        path.write_text(
            f"id: {path.stem}\ncourse: listening\nstarts: 2027-10-0{day}\nends: 2027-10-0{day}\n",
            "utf-8",
        )
        if path == published:
            for words in (["init", "-q"], ["add", "-A"], [*NOBODY, "commit", "-qm", "First"]):
                subprocess.run(["git", *words], cwd=invented_board, check=True)

    def edit(sheet: Sheet) -> None:
        sheet.delete("2027-10-a")
        sheet.delete("2027-10-b")

    path = edited(invented_board, "programme", edit)
    done = take(invented_board, path, "--yes", "--since", "HEAD")
    assert done.exit_code == 0, done.output
    assert "No row for 2027-10-a. It stays as it is." in done.output
    assert "gone: 2027-10-b" in done.output
    assert (published.exists(), new.exists()) == (True, False)


def test_file_that_is_there_is_not_written_over(invented_board: Path) -> None:
    from tests.conftest import command

    path = written(invented_board, "contacts")
    done = command(invented_board, "sheet", "contacts", str(path))
    assert done.exit_code == 1
    assert "contacts.xlsx is there already; import it, or move it away." in done.output
