"""Courses, attendance and dates as tables that readers can take away as files."""

from collections.abc import Iterator
from functools import partial

from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site
from safeguarding.training.models import CoursesFile
from safeguarding.training.views import courses, sessions


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show: how many came to each course."""
    for record in site.attendances.values():
        yield DataTable(
            courses.attendance_id(site, record), partial(courses.attendance, site, record)
        )


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: courses, and the dates of the programme."""
    if site.courses:
        yield DataTable("courses", lambda: course_list(site))
    if site.programme.sessions:
        yield DataTable("sessions", lambda: session_list(site))


def course_list(site: Site) -> Table:
    """Every course of the catalogue."""
    rows = (
        entry(
            course.id,
            course.title,
            course.length,
            course.level,
            course.audience,
            site.sub_groups[course.owner].name,
        ).of(course)
        for course in site.courses.values()
    )
    return listing(
        "courses",
        "Training courses",
        "Course",
        ("Length", "Level", "Audience", "Kept by"),
        rows,
        source=site.source_id_of(site.only(CoursesFile)),
    )


def session_list(site: Site) -> Table:
    """Every session of the programme, over or not."""
    rows = (
        entry(
            view.session.id,
            view.public_title,
            view.session.kind,
            view.session.course,
            view.session.starts.isoformat(),
            view.session.ends.isoformat(),
            view.place,
            view.session.places,
            view.session.status,
            view.subject.audience,
        )
        for view in sessions.views(site)
    )
    return listing(
        "sessions",
        "Training sessions and other events",
        "Title",
        ("Kind", "Course", "Starts", "Ends", "Place", "Places", "Status", "Audience"),
        rows,
        notes=("These dates are samples. Nobody runs them.",) if site.programme.sample else (),
    )
