"""Days and times on the board's own clocks, and what readers see only from a day on, or up to a day
or a time."""

import datetime
import re
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from safeguarding.record import YEAR, Day, Kind, Record, ensure_likely

MOMENT = (
    r"\d{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(\s+|T)([01]?\d|2[0-3]):[0-5]?\d(:00)?"
    r"|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
)
NO_MOMENT = "is no day and time; write them like 2027-01-13 09:30, or a day alone like 2027-01-13"


NO_SUCH_DAY = "is on a day that does not exist; correct the day"


def _moment(text: str) -> datetime.date:
    """A day, or a day and a time on the board's own clocks."""
    try:
        if ":" in text:
            minutes = re.sub(r"(:.+):00$", r"\1", text.replace("T", " "))
            return datetime.datetime.strptime(minutes, "%Y-%m-%d %H:%M")
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("moment", NO_SUCH_DAY) from None


def _likely(value: Any) -> datetime.date:
    if not isinstance(value, datetime.date):
        raise PydanticCustomError("moment", NO_MOMENT)
    return ensure_likely(value)


LIKELY = MOMENT.replace(r"\d{4}", YEAR)
Moment = Annotated[
    datetime.datetime | datetime.date,
    BeforeValidator(_likely),
    Kind(MOMENT, NO_MOMENT, _moment, pattern=f"^({LIKELY})$"),
]

DAY = datetime.timedelta(days=1)


def as_written(moment: datetime.date) -> str:
    """A day, or a day and a time, as data files have it."""
    shape = "%Y-%m-%d %H:%M" if isinstance(moment, datetime.datetime) else "%Y-%m-%d"
    return f"{moment:{shape}}"


def ensure_later(ends: datetime.date, starts: datetime.date) -> datetime.date:
    """`ends` itself, if what starts then can end then: two days may be the same one, two times may
    not. Raises PydanticCustomError, whose message says what to do, otherwise."""
    has_time, had_time = (isinstance(moment, datetime.datetime) for moment in (ends, starts))
    if has_time != had_time:
        told = "has a time, but starts has none" if has_time else "has no time, but starts has one"
        raise PydanticCustomError("ends", f"{told}; give both a time, or neither")
    if ends < starts or (has_time and ends == starts):
        raise PydanticCustomError("ends", f"is not after {as_written(starts)}; correct one of them")
    return ends


def begins(moment: datetime.date) -> datetime.datetime:
    """A moment itself; of a day, the midnight before it."""
    if isinstance(moment, datetime.datetime):
        return moment
    return datetime.datetime.combine(moment, datetime.time.min)


def over(moment: datetime.date) -> datetime.datetime:
    """A moment itself; of a day, the midnight after it."""
    return moment if isinstance(moment, datetime.datetime) else begins(moment + DAY)


def ensure_not_before(until: datetime.date, first: datetime.date) -> datetime.date:
    """`until` itself, if what comes on the day `first` can go then. Raises PydanticCustomError,
    whose message says what to do, otherwise."""
    if over(until) <= begins(first):
        raise PydanticCustomError(
            "until", f"is over before {as_written(first)} begins; correct one of them"
        )
    return until


def in_utc(moment: datetime.datetime, zone: str) -> datetime.datetime:
    """A moment of the clocks of that zone, in UTC."""
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(datetime.UTC)


class Timed(Record):
    """What readers see only for a time. `from` is a day, for what is not there yet comes with the
    build of a night; `until` may be a time, for a script takes away what is over."""

    from_: Day | None = Field(
        default=None,
        alias="from",
        description=(
            "The first day on which readers see it, like 2027-01-04; leave it out for at once"
        ),
    )
    until: Moment | None = Field(
        default=None,
        description=(
            "The last day on which readers see it, like 2027-01-29, or the time at which it goes,"
            " like 2027-01-29 12:00"
        ),
    )

    @field_validator("until")
    @classmethod
    def _is_later(cls, until: Moment | None, info: ValidationInfo) -> Moment | None:
        starts = info.data.get("from_")
        return ensure_not_before(until, starts) if until and starts else until

    def starts_at(self, zone: str) -> datetime.datetime:
        """The instant from which readers see it, in UTC: the first of all, if none is written."""
        if self.from_ is None:
            return datetime.datetime.min.replace(tzinfo=datetime.UTC)
        return in_utc(begins(self.from_), zone)

    def ends_at(self, zone: str) -> datetime.datetime:
        """The instant from which they no longer do, in UTC; the last of all, where none is."""
        if self.until is None:
            return datetime.datetime.max.replace(tzinfo=datetime.UTC)
        return in_utc(over(self.until), zone)

    def is_there(self, now: datetime.datetime, zone: str) -> bool:
        """Whether readers see it at an instant."""
        return self.starts_at(zone) <= now < self.ends_at(zone)

    def is_there_on(self, day: datetime.date) -> bool:
        """Whether readers see it on some hour of a day."""
        has_come = self.from_ is None or self.from_ <= day
        return has_come and (self.until is None or over(self.until) > begins(day))
