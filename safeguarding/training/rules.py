"""The programme can be kept: every session has its course, its room to itself and its time in
order. Attendance adds up."""

import datetime
import re
from itertools import combinations
from zoneinfo import ZoneInfo

import holidays

from safeguarding.board.rules import dangling


def attendance_adds_up(site):
    for attendance in site.attendances.values():
        added = sum(course.delegates for course in attendance.courses)
        if added != attendance.total.delegates:
            yield attendance.total.problem(
                "delegates",
                f"the courses add up to {added:,}, not {attendance.total.delegates:,}; correct a"
                " course or the total",
            )


def pointers(site):
    """Courses, venues, audiences, sub-groups and contacts that are pointed at exist."""
    yield from dangling(_pointers(site))


def _pointers(site):
    venues = [venue.id for venue in site.programme.venues]
    yield (
        site.programme,
        "booking",
        [site.programme.booking],
        site.contacts,
        "data/contacts.yml",
    )
    for row in (row for attendance in site.attendances.values() for row in attendance.courses):
        yield row, "course", [row.course], site.courses, "data/training/courses.yml"
    for audience in site.audiences.values():
        yield (
            audience,
            "within",
            filter(None, [audience.within]),
            site.audiences,
            "data/audiences.yml",
        )
    for course in site.courses.values():
        yield course, "owner", [course.owner], site.sub_groups, "data/sub_groups.yml"
    for session in site.programme.sessions:
        yield (
            session,
            "course",
            filter(None, [session.course]),
            site.courses,
            "data/training/courses.yml",
        )
        yield (
            session,
            "booking",
            filter(None, [session.booking]),
            site.contacts,
            "data/contacts.yml",
        )
        yield session, "venue", filter(None, [session.venue]), venues, "the venues of this file"
    for record in (*site.courses.values(), *site.programme.sessions):
        yield record, "audience", record.audience, site.audiences, "data/audiences.yml"


def courses_and_events_are_told_apart(site):
    for session in site.programme.sessions:
        if session.kind == "course" and session.course is None:
            yield session.problem(
                "course", "is missing; name the course, or write what kind of event it is"
            )
        if session.kind == "course" and (session.title or session.audience):
            yield session.problem(
                "title" if session.title else "audience", "comes from the course; delete it here"
            )
        if session.kind != "course" and session.course:
            yield session.problem(
                "course",
                f"belongs to a course, but this is of the kind {session.kind}; delete one of"
                " the two",
            )
        if session.kind != "course" and not session.title:
            yield session.problem("title", "is missing; an event that is no course needs one")


def events_say_whom_they_are_for(site):
    for session in site.programme.sessions:
        if session.kind != "course" and not session.audience:
            yield session.problem(
                "audience", "is missing; say whom the event is for, by ids of data/audiences.yml"
            )


def ids_are_not_months(site):
    """A month's heading has its own anchor, like 2027-01."""
    for session in site.programme.sessions:
        if re.fullmatch(r"\d{4}-\d{2}", session.id):
            yield session.problem(
                "id",
                f"{session.id} is the name of a month; add a word, like"
                f" {session.id}-{session.course or session.kind}",
            )


def sessions_end_after_they_start(site):
    for session in site.programme.sessions:
        if type(session.starts) is not type(session.ends):
            yield session.problem(
                "ends",
                "has a time where starts has none, or the other way round; give both a time, or"
                " neither",
            )
        elif session.ends < session.starts or (
            session.ends == session.starts and not session.all_day
        ):
            yield session.problem(
                "ends",
                f"{_said(session.ends)} is not after {_said(session.starts)}; correct one of them",
            )


def times_exist(site):
    """When clocks go forward an hour is left out."""
    zone = ZoneInfo(site.board.timezone)
    for session in site.programme.sessions:
        for field in ("starts", "ends") if not session.all_day else ():
            local = getattr(session, field)
            if (
                isinstance(local, datetime.datetime)
                and local.replace(tzinfo=zone)
                .astimezone(datetime.UTC)
                .astimezone(zone)
                .replace(tzinfo=None)
                != local
            ):
                yield session.problem(
                    field,
                    f"{_said(local)} does not exist: the clocks go forward then; write another"
                    " time",
                )


def venues_hold_one_session_at_once(site):
    online = {venue.id for venue in site.programme.venues if venue.online}
    taken = [
        session
        for session in site.programme.sessions
        if session.venue
        and session.venue not in online
        and _lasts(session) <= datetime.timedelta(days=LONGEST)
        and session.status != "cancelled"
        and type(session.starts) is type(session.ends)
    ]
    for first, second in combinations(
        sorted(taken, key=lambda session: (_start(session), session.id)), 2
    ):
        if first.venue == second.venue and _start(second) < _end(first):
            yield second.problem(
                "venue",
                f"{second.venue} is taken then by {first.id}"
                f" ({first.place.path}:{first.place.line}); choose another room or time",
            )


def _lasts(session):
    same = type(session.starts) is type(session.ends)
    return _end(session) - _start(session) if same else datetime.timedelta()


def _start(session):
    return (
        datetime.datetime.combine(session.starts, datetime.time.min)
        if session.all_day
        else session.starts
    )


def _end(session):
    return (
        datetime.datetime.combine(session.ends, datetime.time.min) + datetime.timedelta(days=1)
        if session.all_day
        else session.ends
    )


def changes_are_explained(site):
    for session in site.programme.sessions:
        if session.status in ("cancelled", "moved") and not session.changes:
            yield session.problem(
                "status",
                f"{session.status} needs a reason; add changes: with the day and the reason, which"
                " readers will see",
            )
        if session.status == "open" and session.places == 0:
            yield session.problem("places", "there are none, but the status is open; write full")


def bank_holidays_are_known(site):
    if _bank_holidays(site.board) is None:
        yield site.board.problem(
            "bank_holidays",
            f"{site.board.bank_holidays} has no bank holidays that we know; write a country and"
            " its part, like GB-ENG",
        )


RULES = (
    attendance_adds_up,
    pointers,
    courses_and_events_are_told_apart,
    events_say_whom_they_are_for,
    ids_are_not_months,
    sessions_end_after_they_start,
    times_exist,
    venues_hold_one_session_at_once,
    changes_are_explained,
    bank_holidays_are_known,
)


def days_off(site):
    """A session on a day when most people do not work: likely a slip, but it can be meant."""
    known = _bank_holidays(site.board)
    for session in site.programme.sessions:
        if session.all_day or known is None or not isinstance(session.ends, datetime.datetime):
            continue
        for field, day in {"starts": session.starts.date(), "ends": session.ends.date()}.items():
            if field == "ends" and day == session.starts.date():
                continue
            if day in known:
                yield session.problem(
                    field, f"{_said(day)} is a bank holiday ({known[day]}); is the day right?"
                )
            elif day.weekday() >= 5:
                yield session.problem(field, f"{_said(day)} is a {day:%A}; is the day right?")


def years_are_likely(site):
    """A slip in the year takes a session off the page, or far away."""
    published = site.programme.published
    for session in site.programme.sessions:
        day = _start(session).date()
        if (day < published and not session.changes) or day.year > published.year + 3:
            yield session.problem(
                "starts",
                f"{_said(day)} is far from {_said(published)}, when the programme was published; is"
                " the year right?",
            )
        if type(session.starts) is type(session.ends) and _end(session) - _start(
            session
        ) > datetime.timedelta(days=LONGEST):
            yield session.problem("ends", f"lasts more than {LONGEST} days; is the date right?")


def hours_are_likely(site):
    for session in site.programme.sessions:
        for field in ("starts", "ends") if not session.all_day else ():
            moment = getattr(session, field)
            if isinstance(moment, datetime.datetime) and not EARLIEST <= moment.hour < LATEST:
                yield session.problem(field, f"{moment:%H:%M} is early or late; is the time right?")


def _bank_holidays(board):
    country, _, part = board.bank_holidays.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return None


def _said(moment):
    return (
        f"{moment:%Y-%m-%d %H:%M}"
        if isinstance(moment, datetime.datetime)
        else f"{moment:%Y-%m-%d}"
    )


WARNINGS = (days_off, years_are_likely, hours_are_likely)
EARLIEST, LATEST = 7, 23
LONGEST = 14
