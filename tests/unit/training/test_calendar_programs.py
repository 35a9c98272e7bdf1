"""The calendars of a whole programme, as real programs read them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from safeguarding.site import Site
from safeguarding.training.models import Course
from safeguarding.training.views import calendars
from tests.conftest import PROGRAMME
from tests.small import small_site
from tests.unit.training.programmes import KNOWN, with_sessions

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
path = :memory:
[default]
default_calendar = board
"""
# The program, without its wait for the disk after each of a thousand writes.
PROGRAM = "import os; os.fsync = lambda _: None; from khal.cli import main_khal; main_khal()"
SITE = KNOWN.site()
# The days around those on which the clocks change.
DAYS = ["2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31"]


def texts(site: Site) -> dict[str, bytes]:
    """What each calendar says, by its address."""
    return {
        address: calendars.calendar(site, name, views).to_ical()
        for address, name, views in calendars.feeds(site)
    }


def dated(site: Site) -> list[Course]:
    """The courses that can have dates."""
    return [course for course in site.courses.values() if not course.any_time]


def events(site: Site, address: str = "training/calendar.ics") -> dict[str, Any]:
    """The entries of a calendar by their uids."""
    entries = Calendar.from_ical(texts(site)[address]).walk("VEVENT")
    return {str(event["uid"]): event for event in entries}


def test_every_feed_is_read_and_has_all_that_a_client_needs() -> None:
    needed = {"uid", "dtstamp", "dtstart", "dtend", "sequence", "summary", "status"}
    for address, text in texts(SITE).items():
        root = Calendar.from_ical(text)
        assert root["prodid"], address
        assert root["version"] == "2.0", address
        for event in root.walk("VEVENT"):
            assert needed <= {key.lower() for key in event}, address
            assert event.decoded("dtend") > event.decoded("dtstart")


def test_there_is_a_feed_for_all_for_each_course_audience_and_session() -> None:
    each = len(dated(SITE)) + len(SITE.audiences) + len(SITE.sessions)
    assert len(texts(SITE)) == 1 + each
    assert len(events(SITE)) == len(SITE.sessions)


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    for text in texts(SITE).values():
        assert text.endswith(b"END:VCALENDAR\r\n")
        assert all(len(line) <= 75 and b"\n" not in line for line in text.split(b"\r\n"))


def test_commas_and_lines_are_escaped() -> None:
    title = ("title: Listening to children", 'title: "Listening, asking; telling"')
    site = small_site({"data/training/courses.yml": title})
    text = texts(site)["training/courses/listening.ics"].replace(b"\r\n ", b"").decode()
    assert "SUMMARY:SAMPLE: Listening\\, asking\\; telling" in text
    assert "NAME:SAMPLE: Listening\\, asking\\; telling" in text
    assert "do not come.\\nTuesday 12 January 2027\\, 10am" in text


def test_calendars_are_the_same_bytes_each_time() -> None:
    first, again = (texts(KNOWN.site()) for _ in range(2))
    assert first == again


def test_change_keeps_the_uid_and_counts_up() -> None:
    change = "    changes: [{on: 2026-11-20, what: The day was wrong.}]\n"
    swaps = [
        ("    starts: 2027-03-25 09:30\n", f"{change}    starts: 2027-03-24 09:30\n"),
        ("    ends: 2027-03-25 16:30\n", "    ends: 2027-03-24 16:30\n"),
    ]
    before, after = events(SITE), events(KNOWN.site({PROGRAMME: swaps}))
    assert before.keys() == after.keys()
    (changed,) = (uid for uid in before if before[uid].to_ical() != after[uid].to_ical())
    assert (before[changed]["sequence"], after[changed]["sequence"]) == (0, 1)
    assert f"{after[changed].decoded('dtstamp'):%Y-%m-%d}" == "2026-11-20"


def test_cancelled_session_stays_and_says_so() -> None:
    cancelled = [event for event in events(SITE).values() if event["status"] == "CANCELLED"]
    sessions = SITE.sessions
    assert len(cancelled) == sum(session.status == "cancelled" for session in sessions) > 0
    for event in cancelled:
        assert "Cancelled" in event["summary"]
        assert event["sequence"] > 0


def test_empty_programme_has_calendars_too() -> None:
    site = with_sessions("").site()
    assert len(texts(site)) == 1 + len(dated(site)) + len(site.audiences)
    assert events(site) == {}


@pytest.fixture
def khal(tmp_path: Path) -> Callable[..., str]:
    """khal(*words) -> what the calendar program prints, in a home of its own."""
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(KHAL.format(tmp_path))

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "-c", tmp_path / "config", *words],
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return run


def test_real_calendar_program_takes_every_feed_and_shows_the_boards_own_times(
    tmp_path: Path, khal: Callable[..., str]
) -> None:
    """In summer, in winter and around the days when clocks change. All feeds at once, for the
    program is slow to start; where one is refused, it names it."""
    around = "".join(
        f"  - {{id: on-{day}, kind: meeting, title: Early, audience: [everyone],"
        f" starts: {day} 09:30, ends: {day} 12:30}}\n"
        for day in DAYS
    )
    board = KNOWN.edited({PROGRAMME: KNOWN.texts()[PROGRAMME] + around})
    assert board.problems() == []
    site = board.site()
    calendars.write(site, tmp_path / "site")
    paths = sorted((tmp_path / "site/training").rglob("*.ics"))
    feeds = [str(path) for path in paths if b"BEGIN:VEVENT" in path.read_bytes()]
    assert len(feeds) > len(site.sessions)
    khal("import", "--batch", *feeds)
    line = "{start-long-full}|{end-long-full}|{title}"
    shown = khal("list", "--day-format", "", "--format", line, "2026-11-01", "2028-12-31")
    for session in site.sessions:
        shape = "%Y-%m-%d 00:00" if session.all_day else "%Y-%m-%d %H:%M"
        begins = f"{session.starts:{shape}}|{session.ends:{shape}}|SAMPLE: "
        assert any(line.startswith(begins) for line in shown.splitlines()), session.id
