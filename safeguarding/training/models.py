"""What is taught, when, and who came."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.period import Year
from safeguarding.record import (
    NO_YEAR,
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
    is_likely_year,
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


def _is_likely(moment: datetime.date) -> datetime.date:
    if not is_likely_year(moment.year):
        raise PydanticCustomError("year", NO_YEAR)
    return moment


LIKELY = MOMENT.replace(r"\d{4}", YEAR)
Moment = Annotated[
    datetime.datetime | datetime.date,
    AfterValidator(_is_likely),
    Kind(MOMENT, NO_MOMENT, _moment, pattern=f"^({LIKELY})$"),
]


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


class Session(Record):
    """A dated delivery of a course, or another event of the board. Times are those of the board's
    own clocks."""

    id: Id = Field(description="Never changes: calendars know the session by it")
    kind: Literal["course", "awareness", "meeting", "audit"] = Field(
        default="course",
        description="Leave it out for a course; otherwise what kind of event it is",
    )
    course: Ref | None = Field(
        default=None, description="The course, by its id; other events have a title instead"
    )
    title: Text | None = Field(
        default=None, description="What an event is called; a course brings its own"
    )
    about: Text | None = Field(default=None, description="What the event is, in a sentence or two")
    audience: tuple[Ref, ...] = Field(
        default=(), description="For other events; a course brings its own"
    )
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

    @property
    def all_day(self) -> bool:
        """Whether it is given as days, without times."""
        return not isinstance(self.starts, datetime.datetime)


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
