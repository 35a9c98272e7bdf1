"""Who came to the training."""

from pydantic import Field

from safeguarding.models.record import Id, Note, Record, Sourced, Text


class CourseAttendance(Sourced):
    """One course over one training year."""

    id: Id
    title: Text = Field(description="The exact title")
    length: Text
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
