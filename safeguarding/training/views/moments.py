"""Days and times as people say them, and as computers compare them. Times in the data are those of
the board's own clocks."""

import datetime
from zoneinfo import ZoneInfo

from safeguarding.shared import words
from safeguarding.training.models import Session

DAY = datetime.timedelta(days=1)


def starts(session: Session, zone: str) -> datetime.datetime:
    """The instant a session starts, in UTC."""
    return _instant(session.starts, zone)


def ends(session: Session, zone: str) -> datetime.datetime:
    """The instant a session ends, in UTC: for one given as days, the midnight after the last of
    them."""
    return _instant(session.ends + DAY if session.all_day else session.ends, zone)


def _instant(moment, zone):
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time.min)
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(datetime.UTC)


def days(session: Session) -> list[datetime.date]:
    """Every day that a session touches."""
    first, last = (
        moment.date() if isinstance(moment, datetime.datetime) else moment
        for moment in (session.starts, session.ends)
    )
    return [first + DAY * number for number in range((last - first).days + 1)]


def said(session: Session) -> str:
    """`Wednesday 13 January 2027, 9:30am to 12:30pm`, or `Monday 5 July 2027 to Friday 9 July
    2027`."""
    first, last = days(session)[0], days(session)[-1]
    if session.all_day:
        return weekday(first) if first == last else f"{weekday(first)} to {weekday(last)}"
    if first == last:
        return f"{weekday(first)}, {clock(session.starts)} to {clock(session.ends)}"
    return f"{weekday(first)}, {clock(session.starts)}, to {weekday(last)}, {clock(session.ends)}"


def weekday(day: datetime.date) -> str:
    return f"{day:%A} {words.day(day)}"


def clock(moment: datetime.datetime) -> str:
    """`9:30am`, `2pm`; noon and midnight in words."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def stamp(instant: datetime.datetime) -> str:
    """An instant as computers write it: 2027-01-13T09:30:00Z."""
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"
