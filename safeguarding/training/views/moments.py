"""Days and times as people say them, and as computers compare them. Times in the data are those of
the board's own clocks."""

import datetime
from collections.abc import Sequence

from safeguarding.shared import words
from safeguarding.shared.words import clock, weekday
from safeguarding.timed import DAY, Moment, in_utc, over
from safeguarding.training.models import Session, Times


def starts(times: Times, zone: str) -> datetime.datetime:
    """The instant something starts, in UTC."""
    return in_utc(times.begins, zone)


def ends(times: Times, zone: str) -> datetime.datetime:
    """The instant something ends, in UTC: for what is given as days, the midnight after the last of
    them."""
    return in_utc(times.over, zone)


def midnight_after(day: datetime.date, zone: str) -> datetime.datetime:
    """The instant at which a day ends, in UTC."""
    return in_utc(over(day), zone)


def first_day(session: Session) -> datetime.date:
    """The day on which a session starts."""
    return _day(session.starts)


def days(times: Times) -> list[datetime.date]:
    """Every day that these times touch."""
    first, last = _day(times.starts), _day(times.ends)
    return [first + DAY * number for number in range((last - first).days + 1)]


def _day(moment: Moment) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def in_words(times: Times) -> str:
    """`Wednesday 13 January 2027, 9:30am to 12:30pm`, or `Monday 5 July 2027 to Friday 9 July
    2027`."""
    starts, ends = times.starts, times.ends
    first, last = weekday(_day(starts)), weekday(_day(ends))
    if not isinstance(starts, datetime.datetime) or not isinstance(ends, datetime.datetime):
        return first if first == last else f"{first} to {last}"
    if first == last:
        return f"{first}, {_hours(starts, ends)}"
    return f"{first}, {clock(starts)}, to {last}, {clock(ends)}"


def all_in_words(days: Sequence[Times]) -> str:
    """Every day of a session: `Tuesday 2 February and Tuesday 9 February 2027, 9:30am to 4:30pm on
    each day`. What has other hours, or is of another year, is told in full."""
    if len(days) == 1:
        return in_words(days[0])
    hours = {_own_hours(times) for times in days}
    first = _day(days[0].starts)
    if "" in hours or len(hours) > 1 or _day(days[-1].ends).year != first.year:
        return "; ".join(map(in_words, days))
    dates = words.join(
        [f"{times.starts:%A} {times.starts.day} {times.starts:%B}" for times in days]
    )
    return f"{dates} {first.year}, {hours.pop()} on each day"


def _own_hours(times: Times) -> str:
    """The hours of a day that has some and is over on the same day; empty for any other."""
    starts, ends = times.starts, times.ends
    if not isinstance(starts, datetime.datetime) or not isinstance(ends, datetime.datetime):
        return ""
    return _hours(starts, ends) if starts.date() == ends.date() else ""


def _hours(starts: datetime.datetime, ends: datetime.datetime) -> str:
    return f"{clock(starts)} to {clock(ends)}"
