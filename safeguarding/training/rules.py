"""The programme can be kept: every session has its course, its room to itself and its time in
order. Attendance adds up."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import get_args
from zoneinfo import ZoneInfo

import holidays

from safeguarding.board.models import Board
from safeguarding.problem import Problem
from safeguarding.record import Record
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule
from safeguarding.site import Site
from safeguarding.timed import DAY, as_written
from safeguarding.training.models import (
    Attendance,
    Attended,
    CourseAttendance,
    CourseDate,
    Evaluation,
    Event,
    Session,
    Times,
    Told,
)

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
ATTENDANCE = "data/training/attendance.yml"
BEFORE = "data/training/attendance-before.yml"
WHOLE, ROUNDED = 100, Decimal("0.5")  # per cent, and what rounding can add to each share of them
SHARES = {"filled": "places", "turned_up": "booked"}  # {a printed share: of what}
HOW_TO_BOOK = ("booking", "book_at", "prices", "book_by")
Stay = tuple[Session, Times]  # one day of a session, which takes a room
EARLIEST, LATEST = 7, 23  # hours between which a session is likely
LONGEST_DAYS = 14
YEARS_AHEAD = 3  # of which a programme may tell

SESSION = "starts: 2027-01-12 10:00\n    ends: 2027-01-12 13:00"


@rule(ATTENDANCE, good="total: {delegates: 61", bad="total: {delegates: 62")
def attendance_adds_up(site: Site) -> Iterator[Problem]:
    """The totals of an attendance are the sums of its courses and events, the delegates of each
    line the sum of its agencies, and a printed share of places or bookings that of its numbers.
    Where the source leaves one out, the others are no more than the whole."""
    for attendance in site.every_attendance:
        yield from _follow_from_others(attendance)
        yield from _agencies_add_up(attendance)
        for line in (*attendance.attended, *filter(None, [attendance.total])):
            agencies = [line.by_agency.get(agency.id) for agency in attendance.agencies]
            wrong = sum_is_wrong(agencies, line.delegates)
            if wrong:
                yield line.problem(
                    "by_agency", f"the agencies {wrong}; correct an agency or delegates"
                )


@rule(BEFORE, good="id: before\n", bad="")
def years_of_a_report_are_told_apart(site: Site) -> Iterator[Problem]:
    """Where a report tells of the training of several years, all but one have an id."""
    for several in site.attendances.values():
        own, *others = [one for one in several if one.id is None] or several[:1]
        for one in others:
            yield one.problem(
                "period",
                f"the report tells of another year in {place_of(own, 'period')}; give one of them"
                " an id, by which pages call it",
            )


def _follow_from_others(attendance: Attendance) -> Iterator[Problem]:
    for line in (*attendance.attended, *filter(None, [attendance.total])):
        for field in get_args(Told):
            wrong = contradiction(attendance, line, field)
            if wrong and field not in line.unreconciled:
                what = "one of them" if field in SHARES else "a course or the total"
                yield line.problem(field, f"{wrong}; correct {what}")
            if field in line.unreconciled and not wrong:
                yield line.problem("unreconciled", f"nothing contradicts {field}; delete it here")


def contradiction(attendance: Attendance, line: Attended, field: str) -> str:
    """How a number is not what others make of it: a total, or a printed share; empty where it
    is."""
    printed = getattr(line, field)
    if field in SHARES:
        return _share_is_wrong(line.delegates, getattr(line, SHARES[field]), printed)
    if line is not attendance.total:
        return ""
    wrong = sum_is_wrong([getattr(one, field) for one in attendance.attended], printed)
    return wrong and f"the {'courses and events' if attendance.events else 'courses'} {wrong}"


def _share_is_wrong(part: int | None, whole: int | None, printed: Decimal | None) -> str:
    if part is None or not whole or printed is None:
        return ""
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    share = WHOLE * Decimal(part) / whole
    if abs(share - printed) <= step / 2:
        return ""
    return f"{part:,} of {whole:,} is {share:.1f}%, not {printed}%"


def _agencies_add_up(attendance: Attendance) -> Iterator[Problem]:
    total, lines = attendance.total, attendance.attended
    if total is None:
        return
    what = "courses and events" if attendance.events else "courses"
    for id, whole in total.by_agency.items():
        wrong = sum_is_wrong([line.by_agency.get(id) for line in lines], whole)
        if wrong:
            yield total.problem("by_agency", f"the {what} {wrong}; correct one or the total", id)


def sum_is_wrong(parts: Sequence[Decimal | int | None], whole: Decimal | int | None) -> str:
    """How the parts fail to make the whole, as far as they are known; empty where they do not."""
    known = [part for part in parts if part is not None]
    added = sum(known)
    if whole is None or not known or added == whole:
        return ""
    if len(known) == len(parts):
        return f"add up to {added:,}, not {whole:,}"
    return f"add up to {added:,}, more than {whole:,}" if added > whole else ""


@rule(
    "data/training/attendance-2020-21.yml",
    good="answers: [{title: Useful, value: 52}",
    bad="answers: [{title: Useful, value: 53}",
)
def evaluations_add_up(site: Site) -> Iterator[Problem]:
    """The answers of an evaluation are no more than all who answered, no percentage is more than
    the whole, and no mark more than the best."""
    for attendance in site.every_attendance:
        for one in attendance.evaluation:
            yield from EVALUATED[one.counted_in](one)


def _people_add_up(one: Evaluation) -> Iterator[Problem]:
    wrong = sum_is_wrong([answer.value for answer in one.answers], one.answered)
    if wrong:
        yield one.problem("answered", f"the answers {wrong}; correct an answer or this")


def _shares_add_up(one: Evaluation) -> Iterator[Problem]:
    added = sum(answer.value for answer in one.answers)
    if added > WHOLE + ROUNDED * len(one.answers):
        yield one.problem(
            "answers",
            f"add up to {added}%, more than all; correct one, or make each an evaluation of its own"
            " if people could give several",
        )


def _marks_fit(one: Evaluation) -> Iterator[Problem]:
    if one.highest is None:
        yield one.problem("highest", "is missing; add the best mark that could be given")
        return
    for answer in one.answers:
        if answer.value > one.highest:
            yield answer.problem("value", f"{answer.value} is more than {one.highest}, the best")


EVALUATED = {"people": _people_add_up, "percent": _shares_add_up, "mark": _marks_fit}


@rule(PROGRAMME, good="course: listening", bad="course: listning")
def training_names_what_is_there(site: Site) -> Iterator[Problem]:
    """What courses, sessions and attendance name is there: courses, venues, audiences, sub-groups,
    contacts, kinds of events, who pays, agencies and pages."""
    yield from dangling(_references_of_attendance(site))
    yield from dangling(_references_of_courses(site))
    yield from dangling(_references_of_sessions(site))
    yield from dangling(_references_of_booking(site))


def _references_of_attendance(site: Site) -> Iterator[Reference]:
    for attendance in site.every_attendance:
        agencies = [agency.id for agency in attendance.agencies]
        named: list[CourseAttendance | Evaluation] = [*attendance.courses, *attendance.evaluation]
        for row in named:
            yield Reference(row, "course", [row.course], site.courses, COURSES)
        for line in (*attendance.attended, *filter(None, [attendance.total])):
            yield Reference(
                line, "by_agency", line.by_agency, agencies, "the agencies of this file"
            )


def _references_of_courses(site: Site) -> Iterator[Reference]:
    for audience in site.audiences.values():
        yield _audiences(site, audience, "within", (audience.within,))
    for course in site.courses.values():
        yield Reference(course, "owner", [course.owner], site.keepers, site.where_keepers_stand)
        yield _audiences(site, course, "audience", course.audience)


def _references_of_sessions(site: Site) -> Iterator[Reference]:
    programme = site.programme
    venues = [venue.id for venue in programme.venues]
    kinds = [kind.id for kind in programme.event_kinds]
    for session in site.sessions:
        yield Reference(session, "course", [session.course], site.courses, COURSES)
        for times in session.days:
            yield Reference(times, "venue", [times.venue], venues, f"the venues of {PROGRAMME}")
        if isinstance(session, Event):
            known = f"the event_kinds of {PROGRAMME}"
            yield Reference(session, "kind", [session.kind], kinds, known)
            yield _audiences(site, session, "audience", session.audience)


def _references_of_booking(site: Site) -> Iterator[Reference]:
    """Desks, who pays, and the pages of what was agreed."""
    programme = site.programme
    payers = [payer.id for payer in programme.payers]
    contacts = site.where("data/contacts.yml")
    for one in (programme, *site.courses.values(), *site.sessions):
        yield Reference(one, "booking", [one.booking], site.contacts, contacts)
        yield Reference(one, "prices", one.prices or (), payers, f"the payers of {PROGRAMME}")
    for policy in filter(None, [programme.charging, programme.cancelling]):
        yield Reference(policy, "page", [policy.page], site.titles, "docs/")


def _audiences(
    site: Site, record: Record, field: str, targets: tuple[str | None, ...]
) -> Reference:
    return Reference(record, field, targets, site.audiences, "data/audiences.yml")


@rule(PROGRAMME, good="id: 2027-01-listening", bad="id: 2027-01")
def ids_are_not_months(site: Site) -> Iterator[Problem]:
    """The id of a session is not the name of a month, like 2027-01: a month's heading has that
    anchor."""
    for session in site.sessions:
        if re.fullmatch(r"\d{4}-\d{2}", session.id):
            yield session.problem(
                "id",
                f"{session.id} is the name of a month; add a word, like"
                f" {session.id}-{session.course or session.kind}",
            )


@rule(
    PROGRAMME,
    good="{id: conference, title: Conference, bookable: true}",
    bad="{id: course, title: Conference, bookable: true}",
)
def kinds_have_names_of_their_own(site: Site) -> Iterator[Problem]:
    """A kind of event is not called `course`, nor like a course: lists could not tell them
    apart."""
    for kind in site.programme.event_kinds:
        if kind.id == "course" or kind.id in site.courses:
            yield kind.problem("id", f"{kind.id} is what a course is called; choose another id")


@rule(PROGRAMME, good="kind: conference\n", bad="kind: meeting\n")
def only_what_is_booked_says_how(site: Site) -> Iterator[Problem]:
    """An event of a kind that takes no bookings says nothing of booking."""
    bookable = {kind.id for kind in site.programme.event_kinds if kind.bookable}
    for session in site.sessions:
        if not isinstance(session, Event) or session.kind in bookable:
            continue
        for field in HOW_TO_BOOK:
            if getattr(session, field) is not None:
                yield session.problem(
                    field,
                    f"a {session.kind} takes no bookings; delete this line, or write bookable: true"
                    " beside that kind",
                )


@rule(PROGRAMME, good="book_by: 2027-02-23", bad="book_by: 2027-03-03")
def booking_ends_before_it_begins(site: Site) -> Iterator[Problem]:
    """The last day on which one can book is not after the day on which a session begins."""
    for session in site.sessions:
        begins = session.begins.date()
        if session.book_by and session.book_by > begins:
            yield session.problem(
                "book_by",
                f"{as_written(session.book_by)} is after {as_written(begins)}, when it begins;"
                " correct one of them",
            )


@rule(
    PROGRAMME,
    good="starts: 2027-03-09 09:30\n        ends: 2027-03-09 12:30",
    bad="starts: 2027-02-09 09:30\n        ends: 2027-02-09 12:30",
)
def days_are_in_order(site: Site) -> Iterator[Problem]:
    """Each further day of a session begins after the day before it is over."""
    for session in site.sessions:
        for before, after in pairwise(session.days):
            if after.begins < before.over:
                yield after.problem(
                    "starts",
                    f"{as_written(after.starts)} is before {as_written(before.ends)}, when the day"
                    " above ends; put the days in order",
                )


@rule(PROGRAMME, good="course: listening\n", bad="course: listening-online\n")
def learning_at_any_time_has_no_dates(site: Site) -> Iterator[Problem]:
    """What people learn when they like has no dates."""
    for session in site.sessions:
        course = site.courses.get(session.course or "")
        if course and course.any_time:
            yield session.problem(
                "course",
                f"{course.id} has any_time: true; delete this date, or that line of the course",
            )


@rule(PROGRAMME, good=SESSION, bad="starts: 2027-03-28 01:30\n    ends: 2027-03-28 13:00")
def times_exist(site: Site) -> Iterator[Problem]:
    """A session starts and ends at times that exist: when clocks go forward an hour is left out."""
    zone = ZoneInfo(site.board.timezone)
    for times in _days(site):
        for field, time in _clock_times(times):
            if not _exists(time, zone):
                yield times.problem(
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
    of_room: dict[str, list[Stay]] = defaultdict(list)
    for session in site.sessions:
        for times in session.days:
            venue = session.venue_of(times)
            if venue and venue not in online and _takes_a_room(session, times):
                of_room[venue].append((session, times))
    for stays in of_room.values():
        yield from _taken_twice(stays)


def _takes_a_room(session: Session, times: Times) -> bool:
    """A session that is cancelled needs none; of one that lasts too long, another rule speaks."""
    return session.status != "cancelled" and not _is_too_long(times)


def _taken_twice(stays: list[Stay]) -> Iterator[Problem]:
    """A Problem for each session of a room that begins before others have ended, with the one of
    them that ends last: each is compared with that alone."""
    ordered = sorted(stays, key=lambda stay: (stay[1].begins, stay[0].id))
    there: Stay | None = None
    for session, times in ordered:
        if there and times.begins < there[1].over:
            other, its = there
            if other is not session:  # of whose own days another rule speaks
                yield times.problem(
                    "venue",
                    f"{session.venue_of(times)} is taken then by {other.id}"
                    f" ({its.place.path}:{its.place.line}); choose another room or time",
                )
            if times.over <= its.over:
                continue
        there = session, times


@rule(PROGRAMME, good="    places: 15\n", bad="    places: 15\n    status: cancelled\n")
def changes_are_explained(site: Site) -> Iterator[Problem]:
    """A session that is cancelled or moved says why, and one without places is not open."""
    for session in site.sessions:
        field = "moved" if session.moved else "status"
        if (session.status == "cancelled" or session.has_moved) and not session.changes:
            yield session.problem(
                field,
                f"{getattr(session, field)} needs a reason; add changes: with the day and the"
                " reason, which readers will see",
            )
        if session.status == "open" and session.places == 0:
            yield session.problem("places", "there are none, but the status is open; write full")


@rule(
    PROGRAMME,
    good="    venue: hall\n    places: 15\n",
    bad="    venue: hall\n    places: 15\n    moved: online\n"
    "    changes: [{on: 2026-11-25, what: Snow.}]\n",
)
def moved_online_is_online(site: Site) -> Iterator[Problem]:
    """What was moved online has a venue that is online: people would travel to a room."""
    online = [venue.id for venue in site.programme.venues if venue.online]
    write = online[0] if online else "the id of one in `venues` with online: true"
    for session in site.sessions:
        venues = [session.venue_of(times) for times in session.days]
        if session.moved == "online" and session.venue and not {*venues} & {*online}:
            yield session.problem(
                "venue",
                f"{session.venue} is a room, but moved says online, and people would travel there;"
                f" write venue: {write}",
            )


@rule("data/board.yml", good="bank_holidays: GB-SCT", bad="bank_holidays: XX")
def bank_holidays_are_known(site: Site) -> Iterator[Problem]:
    """The bank holidays of the board are those of a place that we know."""
    if _bank_holidays(site.board) is None:
        yield site.board.problem(
            "bank_holidays",
            f"{site.board.bank_holidays} has no bank holidays that we know; write a country and its"
            " part, like GB-ENG",
        )


@rule(PROGRAMME, good="    venue: hall\n    places: 15\n", bad="    places: 15\n", warns=True)
def courses_are_somewhere(site: Site) -> Iterator[Problem]:
    """A date of a course says where it is, and how many can come to a room: such lines get lost
    where two versions are joined by hand."""
    online = {venue.id for venue in site.programme.venues if venue.online}
    for session in site.sessions:
        if not isinstance(session, CourseDate) or session.status == "cancelled":
            continue
        if session.venue is None:
            yield session.problem("venue", "is missing; say where it is, if that is known")
        elif session.places is None and session.venue not in online:
            yield session.problem("places", "is missing; say how many can come, if that is known")


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
    for times in _days(site):
        days = {time.date(): field for field, time in reversed(_clock_times(times))}
        for day, field in sorted(days.items()):
            if day in free:
                yield times.problem(
                    field, f"{as_written(day)} is a bank holiday ({free[day]}); is the day right?"
                )
            elif day.weekday() >= 5:
                yield times.problem(field, f"{as_written(day)} is a {day:%A}; is the day right?")


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
    for session in site.sessions:
        for times in session.days:
            day = times.begins.date()
            before = day < published and not session.changes
            if before or day.year > published.year + YEARS_AHEAD:
                yield times.problem(
                    "starts",
                    f"{as_written(day)} is far from {as_written(published)}, when the programme was"
                    " published; is the year right?",
                )
            if _is_too_long(times):
                yield times.problem(
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
    for times in _days(site):
        for field, time in _clock_times(times):
            if not EARLIEST <= time.hour < LATEST:
                yield times.problem(field, f"{time:%H:%M} is early or late; is the time right?")


def _is_too_long(times: Times) -> bool:
    return times.over - times.begins > LONGEST_DAYS * DAY


def _days(site: Site) -> Iterator[Times]:
    """Every day of every session."""
    for session in site.sessions:
        yield from session.days


def _clock_times(times: Times) -> list[tuple[str, datetime.datetime]]:
    """(field, time) of each end of a day that is given with times."""
    ends = {"starts": times.starts, "ends": times.ends}
    return [(field, end) for field, end in ends.items() if isinstance(end, datetime.datetime)]


def _bank_holidays(board: Board) -> holidays.HolidayBase | None:
    """The bank holidays where the board is; None for a place that nobody knows."""
    country, _, part = board.bank_holidays.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return None
