"""What is taught, when, and who came."""

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.models.procedure import Change
from safeguarding.models.record import Id, Lines, Note, Record, Sourced, Text


def _moment(value):
    """A day, or a day and a time on the board's own clocks."""
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d %H:%M")
    except (TypeError, ValueError):
        raise PydanticCustomError("moment", "is no day and time; write them like 2027-01-13 09:30, or a day alone like 2027-01-13") from None


Moment = Annotated[datetime.datetime | datetime.date, BeforeValidator(_moment)]


class Course(Sourced):
    """What is taught. What the source does not say stays empty, and the page says so."""

    id: Id
    title: Text = Field(description="The exact title")
    short: Text = Field(description="A few words, for the squares of a calendar")
    length: Text | None = Field(default=None, description="Like: half day")
    level: Literal["basic", "introduction", "advanced", "first", "second"] | None = None
    audience: tuple[Id, ...] = Field(min_length=1, description="Ids of data/audiences.yml")
    aims: tuple[Text, ...] = ()
    prerequisites: Text | None = Field(default=None, description="What a person should have done before")
    owner: Id = Field(description="The sub-group that keeps it, by its id")
    note: Text | None = None
    lines: Lines | None = Field(default=None, description="The lines of the source that name it; a new course has none")


class CoursesFile(Record):
    """data/training/courses.yml."""

    source: Id
    courses: tuple[Course, ...]


class Venue(Record):
    """Where a session can be held. Several sessions can be online at once."""

    id: Id
    name: Text
    address: Text | None = None
    online: bool = False


class Session(Record):
    """A dated delivery of a course, or another event of the board. Times are those of the board's own clocks."""

    id: Id = Field(description="Never changes: calendars know the session by it")
    kind: Literal["course", "awareness", "meeting", "audit"] = "course"
    course: Id | None = Field(default=None, description="The course, by its id; other events have a title instead")
    title: Text | None = None
    about: Text | None = None
    audience: tuple[Id, ...] = Field(default=(), description="For other events; a course brings its own")
    starts: Moment
    ends: Moment
    venue: Id | None = Field(default=None, description="A venue of this file, by its id")
    places: int | None = Field(default=None, ge=0, description="How many people can come")
    booking: Id | None = Field(default=None, description="The contact that takes bookings, if it is not that of the programme")
    status: Literal["open", "few places", "full", "waiting list", "cancelled", "moved"] = "open"
    changes: tuple[Change, ...] = Field(default=(), description="Every change after it was first published, and why")

    @property
    def all_day(self) -> bool:
        """Whether it is given as days, without times."""
        return not isinstance(self.starts, datetime.datetime)


class Programme(Record):
    """data/training/programme.yml: what is on. `sample` marks dates that are not real."""

    sample: bool = False
    published: datetime.date = Field(description="The day the programme was first published")
    booking: Id = Field(description="The contact that takes bookings, by its id in data/contacts.yml")
    venues: tuple[Venue, ...]
    sessions: tuple[Session, ...]


class CourseAttendance(Sourced):
    """One course over one training year."""

    course: Id
    delegates: int = Field(ge=0)


class AttendanceTotal(Sourced):
    """The total that the source prints."""

    delegates: int = Field(ge=0)


class Attendance(Record):
    """data/training/attendance.yml: a training year (September to August) and its total as the source prints it."""

    source: Id
    period: Text
    courses: tuple[CourseAttendance, ...] = Field(min_length=1)
    total: AttendanceTotal
    notes: tuple[Note, ...] = ()
