"""The catalogue: what is known of each course, its next dates, and who came."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.shared import addresses, origins, words
from safeguarding.shared.bars import OURS, Bars, stacked
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from safeguarding.training.models import Attendance, AttendanceTotal, Course, CourseAttendance
from safeguarding.training.views import dates, invitations
from safeguarding.training.views.dates import DateView

LEVELS = {
    "basic": "basic",
    "introduction": "introduction",
    "advanced": "advanced",
    "first": "first of two",
    "second": "second of two",
}


@dataclass(frozen=True)
class OfferView:
    """A course of the catalogue: (label, words) pairs of what is known of it, its next dates, and
    its calendar: the address, and (service, link) pairs to subscribe."""

    course: Course
    facts: tuple[tuple[str, str], ...]
    sessions: tuple[DateView, ...]
    feed: str
    services: tuple[tuple[str, str], ...]


def offers(site: Site, here: str, now: datetime.datetime) -> tuple[OfferView, ...]:
    """Every course in the order of the catalogue, as the page at the address `here` shows it."""
    upcoming = dates.upcoming_views(site, here, now)
    return tuple(
        OfferView(
            course,
            _facts(site, course),
            tuple(date for date in upcoming if date.session.course == course.id),
            addresses.file(addresses.course_feed(course.id), here),
            invitations.subscriptions(site, addresses.course_feed(course.id)),
        )
        for course in site.courses.values()
    )


def _facts(site: Site, course: Course) -> tuple[tuple[str, str], ...]:
    """(label, words) of what is known of a course. What readers need is to be confirmed where
    nobody knows it; the rest is left out."""
    unknown = site.board.unconfirmed
    facts = (
        ("Who it is for", words.join([site.audiences[id].title for id in course.audience])),
        ("Length", course.length or unknown),
        ("Level", LEVELS[course.level] if course.level else ""),
        ("Aims", " ".join(course.aims) or unknown),
        ("What to do first", course.prerequisites or unknown),
        ("Kept by", site.group_name(course.owner)),
        *_who_came(site, course),
        ("Note", course.note or ""),
        _where(site, course),
    )
    return tuple((label, fact) for label, fact in facts if fact)


def _where(site: Site, course: Course) -> tuple[str, str]:
    """(label, words) of where a source names a course; without words where none does."""
    place = origins.place(course)
    if not place or site.source_of(course).archive:
        return "In the report", place
    return "Source", f"{site.source_of(course).short_title}, {place}"


def _who_came(site: Site, course: Course) -> Iterator[tuple[str, str]]:
    """(label, words) for each year in which the course was given."""
    for record in site.attendances.values():
        for row in record.courses:
            if row.course == course.id:
                yield f"Who came, {record.period}", f"{words.number(row.delegates)} delegates"


def attendance_id(site: Site, record: Attendance) -> str:
    """What the data files of an attendance are called by, like attendance-2024-25."""
    archive = site.sources[record.source].archive
    return words.slug(f"attendance {archive.period if archive else record.period}")


def attendance(site: Site, record: Attendance) -> Table:
    """How many came to each course, with the total that the source prints."""
    columns = (Column("Length", figures=False), Column("Delegates", "number"))
    rows = [
        Row(
            site.courses[row.course].title,
            (Cell(site.courses[row.course].length or ""), _count(row)),
            id=row.course,
        ).of(row)
        for row in record.courses
    ]
    rows.append(Row("All courses", (Cell(""), _count(record.total)), total=True).of(record.total))
    return Table(
        f"Delegates at each course, {record.period}",
        "Course",
        columns,
        tuple(rows),
        sortable=True,
        id=attendance_id(site, record),
        source=record.source,
    )


def _count(row: CourseAttendance | AttendanceTotal) -> Cell:
    return Cell(words.number(row.delegates), value=row.delegates)


def attendance_bars(site: Site, record: Attendance) -> Bars:
    """The same as bars, the longest first."""
    rows = sorted(record.courses, key=lambda row: -row.delegates)
    values = [(site.courses[row.course].title, OURS, row.delegates) for row in rows]
    return stacked(
        "attendance",
        f"Delegates at each course, {record.period}",
        "Delegates",
        values,
        rows[0].delegates or 1,
    )
