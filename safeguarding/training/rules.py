"""The programme can be kept: every session has its course, its room to itself and its time in
order. Attendance adds up."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import holidays

from safeguarding.board.models import Board
from safeguarding.problem import Problem
from safeguarding.record import Record
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site
from safeguarding.training.models import DAY, Event, Session, as_written

PROGRAMME = "data/training/programme.yml"
ATTENDANCE = "data/training/attendance.yml"
EARLIEST, LATEST = 7, 23  # hours between which a session is likely
LONGEST_DAYS = 14
YEARS_AHEAD = 3  # of which a programme may tell

SESSION = "starts: 2027-01-12 10:00\n    ends: 2027-01-12 13:00"


@rule(ATTENDANCE, good="total: {delegates: 61", bad="total: {delegates: 62")
def attendance_adds_up(site: Site) -> Iterator[Problem]:
    """The total of an attendance is the sum of its courses."""
    for attendance in site.attendances.values():
        added = sum(course.delegates for course in attendance.courses)
        if attendance.courses and added != attendance.total.delegates:
            yield attendance.total.problem(
                "delegates",
                f"the courses add up to {added:,}, not {attendance.total.delegates:,}; correct a"
                " course or the total",
            )


@rule(PROGRAMME, good="course: listening", bad="course: listning")
def training_names_what_is_there(site: Site) -> Iterator[Problem]:
    """What courses, sessions and attendance name is there: courses, venues, audiences, sub-groups
    and contacts."""
    yield from dangling(_references_of_courses(site))
    yield from dangling(_references_of_sessions(site))


def _references_of_courses(site: Site) -> Iterator[Reference]:
    courses = "data/training/courses.yml"
    for attendance in site.attendances.values():
        for row in attendance.courses:
            yield Reference(row, "course", [row.course], site.courses, courses)
    for audience in site.audiences.values():
        yield _audiences(site, audience, "within", (audience.within,))
    for course in site.courses.values():
        yield Reference(course, "owner", [course.owner], site.sub_groups, "data/sub_groups.yml")
        yield _audiences(site, course, "audience", course.audience)


def _references_of_sessions(site: Site) -> Iterator[Reference]:
    programme, contacts = site.programme, "data/contacts.yml"
    venues = [venue.id for venue in programme.venues]
    yield Reference(programme, "booking", [programme.booking], site.contacts, contacts)
    for session in programme.sessions:
        yield Reference(
            session, "course", [session.course], site.courses, "data/training/courses.yml"
        )
        yield Reference(session, "booking", [session.booking], site.contacts, contacts)
        yield Reference(session, "venue", [session.venue], venues, "the venues of this file")
        if isinstance(session, Event):
            yield _audiences(site, session, "audience", session.audience)


def _audiences(
    site: Site, record: Record, field: str, targets: tuple[str | None, ...]
) -> Reference:
    return Reference(record, field, targets, site.audiences, "data/audiences.yml")


@rule(PROGRAMME, good="id: 2027-01-listening", bad="id: 2027-01")
def ids_are_not_months(site: Site) -> Iterator[Problem]:
    """The id of a session is not the name of a month, like 2027-01: a month's heading has that
    anchor."""
    for session in site.programme.sessions:
        if re.fullmatch(r"\d{4}-\d{2}", session.id):
            yield session.problem(
                "id",
                f"{session.id} is the name of a month; add a word, like"
                f" {session.id}-{session.course or session.kind}",
            )


@rule(PROGRAMME, good=SESSION, bad="starts: 2027-03-28 01:30\n    ends: 2027-03-28 13:00")
def times_exist(site: Site) -> Iterator[Problem]:
    """A session starts and ends at times that exist: when clocks go forward an hour is left out."""
    zone = ZoneInfo(site.board.timezone)
    for session in site.programme.sessions:
        for field, time in _times(session):
            if not _exists(time, zone):
                yield session.problem(
                    field,
                    f"{as_written(time)} does not exist: the clocks go forward then; write another"
                    " time",
                )


def _exists(local: datetime.datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks of the zone ever show that time. Days that no zone can turn into another's
    have no such hour."""
    try:
        back = local.replace(tzinfo=zone).astimezone(datetime.UTC).astimezone(zone)
    except OverflowError:
        return True
    return back.replace(tzinfo=None) == local


@rule(
    PROGRAMME,
    good="sessions:\n",
    bad="""sessions:
  - id: second
    course: listening
    starts: 2027-01-12 12:00
    ends: 2027-01-12 14:00
    venue: hall
""",
)
def venues_hold_one_session_at_once(site: Site) -> Iterator[Problem]:
    """A room has one session at a time."""
    online = {venue.id for venue in site.programme.venues if venue.online}
    of_room: dict[str, list[Session]] = defaultdict(list)
    for session in site.programme.sessions:
        if session.venue and session.venue not in online and _takes_a_room(session):
            of_room[session.venue].append(session)
    for sessions in of_room.values():
        yield from _taken_twice(sessions)


def _takes_a_room(session: Session) -> bool:
    """A session that is cancelled needs none; of one that lasts too long, another rule speaks."""
    return session.status != "cancelled" and not _is_too_long(session)


def _taken_twice(sessions: list[Session]) -> Iterator[Problem]:
    """A Problem for each session of a room with each one before it that has not ended."""
    ordered = sorted(sessions, key=lambda session: (session.begins, session.id))
    still_there: list[Session] = []
    for session in ordered:
        still_there = [other for other in still_there if session.begins < other.over]
        for other in still_there:
            yield session.problem(
                "venue",
                f"{session.venue} is taken then by {other.id}"
                f" ({other.place.path}:{other.place.line}); choose another room or time",
            )
        still_there.append(session)


@rule(PROGRAMME, good="    places: 15\n", bad="    places: 15\n    status: cancelled\n")
def changes_are_explained(site: Site) -> Iterator[Problem]:
    """A session that is cancelled or moved says why, and one without places is not open."""
    for session in site.programme.sessions:
        if session.status in ("cancelled", "moved") and not session.changes:
            yield session.problem(
                "status",
                f"{session.status} needs a reason; add changes: with the day and the reason, which"
                " readers will see",
            )
        if session.status == "open" and session.places == 0:
            yield session.problem("places", "there are none, but the status is open; write full")


@rule("data/board.yml", good="bank_holidays: GB-SCT", bad="bank_holidays: XX")
def bank_holidays_are_known(site: Site) -> Iterator[Problem]:
    """The bank holidays of the board are those of a place that we know."""
    if _bank_holidays(site.board) is None:
        yield site.board.problem(
            "bank_holidays",
            f"{site.board.bank_holidays} has no bank holidays that we know; write a country and its"
            " part, like GB-ENG",
        )


@rule(
    PROGRAMME,
    good=SESSION,
    bad="starts: 2027-01-09 10:00\n    ends: 2027-01-09 13:00",
    warns=True,
)
def sessions_are_on_working_days(site: Site) -> Iterator[Problem]:
    """A session is on a day when most people work."""
    free = _bank_holidays(site.board)
    if free is None:  # of which another rule speaks
        return
    for session in site.programme.sessions:
        days = {time.date(): field for field, time in reversed(_times(session))}
        for day, field in sorted(days.items()):
            if day in free:
                yield session.problem(
                    field, f"{as_written(day)} is a bank holiday ({free[day]}); is the day right?"
                )
            elif day.weekday() >= 5:
                yield session.problem(field, f"{as_written(day)} is a {day:%A}; is the day right?")


@rule(
    PROGRAMME,
    good=SESSION,
    bad="starts: 2036-01-14 10:00\n    ends: 2036-01-14 13:00",
    warns=True,
)
def years_are_likely(site: Site) -> Iterator[Problem]:
    """A session is in a year of which the programme may tell, and lasts no longer than two weeks: a
    wrong year takes it off the page, or far away."""
    published = site.programme.published
    for session in site.programme.sessions:
        day = session.begins.date()
        before = day < published and not session.changes
        if before or day.year > published.year + YEARS_AHEAD:
            yield session.problem(
                "starts",
                f"{as_written(day)} is far from {as_written(published)}, when the programme was"
                " published; is the year right?",
            )
        if _is_too_long(session):
            yield session.problem(
                "ends", f"lasts more than {LONGEST_DAYS} days; is the date right?"
            )


@rule(
    PROGRAMME,
    good=SESSION,
    bad="starts: 2027-01-12 05:00\n    ends: 2027-01-12 13:00",
    warns=True,
)
def hours_are_likely(site: Site) -> Iterator[Problem]:
    """A session is by day."""
    for session in site.programme.sessions:
        for field, time in _times(session):
            if not EARLIEST <= time.hour < LATEST:
                yield session.problem(field, f"{time:%H:%M} is early or late; is the time right?")


def _is_too_long(session: Session) -> bool:
    return session.over - session.begins > LONGEST_DAYS * DAY


def _times(session: Session) -> list[tuple[str, datetime.datetime]]:
    """(field, time) of each end of a session that is given with times."""
    ends = {"starts": session.starts, "ends": session.ends}
    return [(field, end) for field, end in ends.items() if isinstance(end, datetime.datetime)]


def _bank_holidays(board: Board) -> holidays.HolidayBase | None:
    """The bank holidays where the board is; None for a place that nobody knows."""
    country, _, part = board.bank_holidays.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return None
