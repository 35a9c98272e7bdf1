"""What is taught, when, and who came."""

import datetime
import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from safeguarding.kinds import OneOf
from safeguarding.period import Year
from safeguarding.record import (
    YEAR,
    Change,
    Count,
    Day,
    Flag,
    FromDocument,
    Id,
    Kind,
    Lines,
    MaybeSourced,
    Notes,
    OfReport,
    Record,
    Ref,
    Sourced,
    Text,
    ensure_likely,
)

MOMENT = (
    r"\d{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])\s+([01]?\d|2[0-3]):[0-5]?\d"
    r"|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
)
NO_MOMENT = "is no day and time; write them like 2027-01-13 09:30, or a day alone like 2027-01-13"


def _moment(text: str) -> datetime.date:
    """A day, or a day and a time on the board's own clocks."""
    try:
        if re.search(r"\s", text):
            return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M")
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("moment", NO_MOMENT) from None


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


def _midnight(moment: Moment) -> datetime.datetime:
    """A moment itself; of a day, its first."""
    if isinstance(moment, datetime.datetime):
        return moment
    return datetime.datetime.combine(moment, datetime.time.min)


class Course(MaybeSourced):
    """What is taught. What the source does not say stays empty, and the page says so."""

    id: Id = Field(
        description=(
            "What other files call it by, like basic-awareness; it is part of a calendar's address"
        )
    )
    title: Text = Field(description="The exact title")
    short: Text = Field(description="A few words, for the squares of a calendar")
    length: Text | None = Field(default=None, description="Like: half day")
    level: Literal["basic", "introduction", "advanced", "first", "second"] | None = Field(
        default=None, description="How far it goes; leave it out where that is not known"
    )
    audience: tuple[Ref, ...] = Field(min_length=1, description="Ids of data/audiences.yml")
    aims: tuple[Text, ...] = Field(
        default=(), description="What people will learn, one full sentence in each line"
    )
    prerequisites: Text | None = Field(
        default=None, description="What a person should have done before"
    )
    owner: Ref = Field(description="The sub-group that keeps it, by its id")
    note: Text | None = Field(default=None, description="A remark in the catalogue")
    lines: Lines | None = Field(
        default=None, description="The lines of the source that name it; a new course has none"
    )


class CoursesFile(FromDocument):
    """data/training/courses.yml."""

    courses: tuple[Course, ...] = Field(description="Every course, in the order of the catalogue")


class Venue(Record):
    """Where a session can be held. Several sessions can be online at once."""

    id: Id = Field(description="What sessions call it by, like online")
    name: Text = Field(description="Its name, like: Sample room A")
    address: Text | None = Field(default=None, description="Its street and town")
    online: Flag = Field(
        default=False,
        description="Write true for a venue that is no room: several sessions can be there at once",
    )


class AnySession(Record):
    """What is on, and when. Times are those of the board's own clocks."""

    id: Id = Field(description="Never changes: calendars know the session by it")
    about: Text | None = Field(default=None, description="What it is, in a sentence or two")
    starts: Moment = Field(
        description=(
            "Day and time on the board's own clocks, like 2027-01-13 09:30; for a whole day the day"
            " alone, like 2027-01-13"
        )
    )
    ends: Moment = Field(description="Written like `starts`; of several whole days, the last one")
    venue: Ref | None = Field(default=None, description="A venue of this file, by its id")
    places: Count | None = Field(default=None, description="How many people can come")
    booking: Ref | None = Field(
        default=None,
        description="The contact that takes bookings, if it is not that of the programme",
    )
    status: Literal["open", "few places", "full", "waiting list", "cancelled", "moved"] = Field(
        default="open", description="Whether one can still come; cancelled and moved need `changes`"
    )
    changes: tuple[Change, ...] = Field(
        default=(), description="Every change after it was first published, and why"
    )

    @field_validator("ends")
    @classmethod
    def _is_later(cls, ends: Moment, info: ValidationInfo) -> Moment:
        starts = info.data.get("starts")  # where there is none, that is the problem
        return ensure_later(ends, starts) if starts else ends

    @property
    def all_day(self) -> bool:
        """Whether it is given as days, without times."""
        return not isinstance(self.starts, datetime.datetime)

    @property
    def begins(self) -> datetime.datetime:
        """The moment at which it begins, of days the midnight before the first."""
        return _midnight(self.starts)

    @property
    def over(self) -> datetime.datetime:
        """The moment at which it is over, of days the midnight after the last."""
        return _midnight(self.ends + DAY if self.all_day else self.ends)


class CourseDate(AnySession):
    """A date on which a course is given. The course brings its title and its audience."""

    kind: Literal["course"] = Field(default="course", description="Leave it out for a course")
    course: Ref = Field(description="The course, by its id in data/training/courses.yml")


class Event(AnySession):
    """An event of the board that is no course. It takes no bookings."""

    course: ClassVar[None] = None

    kind: Literal["awareness", "meeting", "audit"] = Field(description="What kind of event it is")
    title: Text = Field(description="What it is called")
    audience: tuple[Ref, ...] = Field(
        min_length=1, description="Whom it is for, by ids of data/audiences.yml"
    )

    @property
    def short(self) -> str:
        """What a square of a calendar calls it."""
        return self.title


Session = Annotated[CourseDate | Event, OneOf()]


class Programme(Record):
    """data/training/programme.yml: what is on."""

    sample: Flag = Field(
        default=False, description="Write true while the dates are not real; otherwise delete it"
    )
    published: Day = Field(description="The day the programme was first published")
    booking: Ref = Field(
        description="The contact that takes bookings, by its id in data/contacts.yml"
    )
    venues: tuple[Venue, ...] = Field(description="Where sessions are held")
    sessions: tuple[Session, ...] = Field(
        description="Every session, past ones too: calendars know them by their ids"
    )


class CourseAttendance(Sourced):
    """One course over one training year."""

    course: Ref = Field(description="The course, by its id in data/training/courses.yml")
    delegates: Count = Field(description="How many came")


class AttendanceTotal(Sourced):
    """The total that the source prints."""

    delegates: Count = Field(
        description="How many came to all courses; the lines above must add up to it"
    )


class Attendance(OfReport):
    """data/training/attendance.yml: a training year (September to August) and its total as the
    source prints it."""

    period: Year = Field(description="The training year, in words")
    courses: tuple[CourseAttendance, ...] = Field(
        min_length=1, description="How many came to each course"
    )
    total: AttendanceTotal = Field(description="The total that the source prints")
    notes: Notes = ()
