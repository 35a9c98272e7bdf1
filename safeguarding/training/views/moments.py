"""Days and times as people say them, and as computers compare them. Times in the data are those of
the board's own clocks."""

import datetime
from zoneinfo import ZoneInfo

from safeguarding.shared import words
from safeguarding.training.models import DAY, Moment, Session

UTC = "%Y-%m-%dT%H:%M:%SZ"  # the shape of an instant in UTC as computers write it


def starts(session: Session, zone: str) -> datetime.datetime:
    """The instant a session starts, in UTC."""
    return _in_utc(session.begins, zone)


def ends(session: Session, zone: str) -> datetime.datetime:
    """The instant a session ends, in UTC: for one given as days, the midnight after the last of
    them."""
    return _in_utc(session.over, zone)


def _in_utc(moment: datetime.datetime, zone: str) -> datetime.datetime:
    """A moment of the clocks of that zone, in UTC."""
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(datetime.UTC)


def days(session: Session) -> list[datetime.date]:
    """Every day that a session touches."""
    first, last = _day(session.starts), _day(session.ends)
    return [first + DAY * number for number in range((last - first).days + 1)]


def _day(moment: Moment) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def in_words(session: Session) -> str:
    """`Wednesday 13 January 2027, 9:30am to 12:30pm`, or `Monday 5 July 2027 to Friday 9 July
    2027`."""
    starts, ends = session.starts, session.ends
    first, last = weekday(_day(starts)), weekday(_day(ends))
    if not isinstance(starts, datetime.datetime) or not isinstance(ends, datetime.datetime):
        return first if first == last else f"{first} to {last}"
    if first == last:
        return f"{first}, {clock(starts)} to {clock(ends)}"
    return f"{first}, {clock(starts)}, to {last}, {clock(ends)}"


def weekday(day: datetime.date) -> str:
    """`Wednesday 13 January 2027`."""
    return f"{day:%A} {words.day(day)}"


def clock(moment: datetime.datetime) -> str:
    """`9:30am`, `2pm`; noon and midnight in words."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def utc_text(instant: datetime.datetime) -> str:
    """An instant in UTC as computers write it: 2027-01-13T09:30:00Z."""
    return f"{instant:{UTC}}"
