"""The calendars, as real programs read them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from safeguarding.site import Site, load_site
from safeguarding.training.views import calendars as ics
from tests.conftest import edit

PROGRAMME = "data/training/programme.yml"
KHAL = """[calendars]
[[board]]
path = {0}/calendar
type = calendar
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {0}/khal.db
[default]
default_calendar = board
"""


def texts(known):
    return {
        address: ics.calendar(known, name, found).to_ical()
        for address, name, found in ics.feeds(known)
    }


def events(facts, address="training/calendar.ics"):
    return {
        str(event["uid"]): event
        for event in Calendar.from_ical(texts(facts)[address]).walk("VEVENT")
    }


def test_every_feed_is_read_and_has_all_that_a_client_needs(known):
    for address, text in texts(known).items():
        root = Calendar.from_ical(text)
        assert root["prodid"] and root["version"] == "2.0", address
        for event in root.walk("VEVENT"):
            assert all(
                key in event
                for key in ("uid", "dtstamp", "dtstart", "dtend", "sequence", "summary", "status")
            )
            assert event.decoded("dtend") > event.decoded("dtstart")


def test_there_is_a_feed_for_all_for_each_course_audience_and_session(known):
    found = set(texts(known))
    assert len(found) == 1 + len(known.courses) + len(known.audiences) + len(
        known.programme.sessions
    )
    assert len(events(known)) == len(known.programme.sessions)


def test_lines_are_folded_and_end_as_the_standard_says(known):
    for text in texts(known).values():
        assert text.endswith(b"END:VCALENDAR\r\n")
        assert all(len(line) <= 75 and b"\n" not in line for line in text.split(b"\r\n"))


def test_commas_and_lines_are_escaped(board):
    edit(
        board,
        "data/training/courses.yml",
        "title: Listening to children",
        'title: "Listening, asking; telling"',
    )
    text = texts(load_site(board))["training/courses/listening.ics"].replace(b"\r\n ", b"").decode()
    assert "SUMMARY:SAMPLE: Listening\\, asking\\; telling" in text
    assert "NAME:SAMPLE: Listening\\, asking\\; telling" in text
    assert "do not come.\\nTuesday 12 January 2027\\, 10am" in text


def test_calendars_are_the_same_bytes_each_time(project):
    first, again = (texts(load_site(project)) for _ in range(2))
    assert first == again


def test_change_keeps_the_uid_and_counts_up(project):
    before = events(load_site(project))
    edit(
        project,
        PROGRAMME,
        "    starts: 2027-03-25 09:30\n",
        "    changes: [{on: 2026-11-20, what: The day was wrong.}]\n    starts: 2027-03-24 09:30\n",
    )
    edit(project, PROGRAMME, "    ends: 2027-03-25 16:30\n", "    ends: 2027-03-24 16:30\n")
    after = events(load_site(project))
    assert before.keys() == after.keys()
    changed = [uid for uid in before if before[uid].to_ical() != after[uid].to_ical()]
    assert len(changed) == 1
    assert (before[changed[0]]["sequence"], after[changed[0]]["sequence"]) == (0, 1)
    assert f"{after[changed[0]].decoded('dtstamp'):%Y-%m-%d}" == "2026-11-20"


def test_cancelled_session_stays_and_says_so(known):
    found = [event for event in events(known).values() if event["status"] == "CANCELLED"]
    assert (
        len(found) == sum(session.status == "cancelled" for session in known.programme.sessions) > 0
    )
    assert all("Cancelled" in event["summary"] and event["sequence"] > 0 for event in found)


def test_empty_programme_has_calendars_too(project):
    (project / PROGRAMME).write_text(
        "published: 2026-11-25\nbooking: training-booking\nvenues: []\nsessions: []\n"
    )
    assert list(events(load_site(project))) == []


@pytest.fixture
def khal(tmp_path):
    """khal(*words) -> what the calendar program prints, in a home of its own."""
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(KHAL.format(tmp_path))

    def run(*words):
        done = subprocess.run(
            [Path(sys.executable).with_name("khal"), "-c", tmp_path / "config", *words],
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return run


def test_real_calendar_program_shows_the_same_local_times_in_summer_and_winter(
    known, tmp_path, khal
):
    ics.write(known, tmp_path / "site")
    khal("import", "--batch", str(tmp_path / "site/training/calendar.ics"))
    shown = set(
        khal(
            "list",
            "--day-format",
            "",
            "--format",
            "{start-long-full}|{end-long-full}|{title}",
            "2026-11-01",
            "2028-12-31",
        ).splitlines()
    )
    for session in known.programme.sessions:
        shape = "%Y-%m-%d 00:00" if session.all_day else "%Y-%m-%d %H:%M"
        assert any(
            line.startswith(f"{session.starts:{shape}}|{session.ends:{shape}}|SAMPLE: ")
            for line in shown
        ), session.id


DAYS = ["2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31"]


def test_times_around_the_days_when_clocks_change(
    project: Path, tmp_path: Path, khal: Callable[..., str]
) -> None:
    sessions = "".join(
        f"  - {{id: on-{day}, kind: meeting, title: Early,"
        f" starts: {day} 09:30, ends: {day} 12:30}}\n"
        for day in DAYS
    )
    (project / PROGRAMME).write_text(
        f"published: 2026-11-25\nbooking: training-booking\nvenues: []\nsessions:\n{sessions}"
    )
    ics.write(load_site(project), tmp_path / "site")
    khal("import", "--batch", str(tmp_path / "site/training/calendar.ics"))
    times = "{start-long-full}|{end-long-full}"
    shown = khal("list", "--day-format", "", "--format", times, "2027-03-01", "2027-11-30")
    assert shown.splitlines() == [f"{day} 09:30|{day} 12:30" for day in DAYS]


def test_every_feed_is_imported_without_complaint(
    known: Site, tmp_path: Path, khal: Callable[..., str]
) -> None:
    """All at once, for the program is slow to start; where one is refused, khal names it."""
    ics.write(known, tmp_path / "site")
    feeds = [
        str(path)
        for path in sorted((tmp_path / "site/training").rglob("*.ics"))
        if b"BEGIN:VEVENT" in path.read_bytes()
    ]
    assert len(feeds) > len(known.programme.sessions)
    khal("import", "--batch", *feeds)
