"""The catalogue: what is known of each course, its next dates, and who came."""

import datetime
from dataclasses import dataclass

from safeguarding.shared import addresses, words
from safeguarding.shared.bars import OURS, Bars, stacked
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from safeguarding.training.models import Attendance, Course
from safeguarding.training.views import dates as training
from safeguarding.training.views import invitations

LEVELS = {
    "basic": "basic",
    "introduction": "introduction",
    "advanced": "advanced",
    "first": "first of two",
    "second": "second of two",
}
UNKNOWN = "to be confirmed by the board"


@dataclass(frozen=True)
class Offer:
    """A course of the catalogue: what is known of it, its next dates, and who came in the past."""

    course: Course
    facts: tuple[tuple[str, str], ...]
    sessions: tuple[training.Dated, ...]
    feed: str
    services: tuple[tuple[str, str], ...]


def offers(site: Site, here: str, now: datetime.datetime) -> tuple[Offer, ...]:
    every = training.coming(site, here, now)
    return tuple(
        Offer(
            course,
            _facts(site, course),
            tuple(one for one in every if one.session.course == course.id),
            addresses.file(addresses.course_feed(course.id), here),
            invitations.subscriptions(site, addresses.course_feed(course.id)),
        )
        for course in site.courses.values()
    )


def _facts(site, course):
    came = [
        (record.period, row.delegates)
        for record in site.attendances.values()
        for row in record.courses
        if row.course == course.id
    ]
    return tuple(
        filter(
            None,
            (
                (
                    "Who it is for",
                    words.join([site.audiences[id].title for id in course.audience]),
                ),
                ("Length", course.length or UNKNOWN),
                ("Level", LEVELS[course.level]) if course.level else None,
                ("Aims", " ".join(course.aims) or UNKNOWN),
                ("What to do first", course.prerequisites or UNKNOWN),
                ("Kept by", f"{site.sub_groups[course.owner].name} sub-group"),
                *(
                    (f"Who came, {period}", f"{words.number(delegates)} delegates")
                    for period, delegates in came
                ),
                ("Note", course.note) if course.note else None,
                ("In the report", words.line_numbers(course.lines)) if course.lines else None,
            ),
        )
    )


def attendance_id(site: Site, record: Attendance) -> str:
    """What the data files of an attendance are called by, like attendance-2024-25."""
    return words.slug(f"attendance {site.sources[record.source].archive.period}")


def attendance(site: Site, record: Attendance) -> Table:
    columns = (Column("Length", figures=False), Column("Delegates", "number"))
    rows = [
        Row(
            site.courses[row.course].title,
            (Cell(site.courses[row.course].length or ""), _count(row)),
            id=row.course,
            lines=row.lines,
        )
        for row in record.courses
    ]
    rows.append(
        Row("All courses", (Cell(""), _count(record.total)), total=True, lines=record.total.lines)
    )
    return Table(
        f"Delegates at each course, {record.period}",
        "Course",
        columns,
        tuple(rows),
        sortable=True,
        id=attendance_id(site, record),
        source=record.source,
    )


def _count(row):
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
