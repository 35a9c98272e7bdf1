"""Courses, attendance and dates as tables that readers can take away as files."""

from collections.abc import Iterator
from functools import partial

from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table, Value
from safeguarding.site import Site
from safeguarding.training.models import CoursesFile
from safeguarding.training.views import attendance, booking, sessions
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.sessions import SessionView

# Columns that stand there only where some row has something in them.
BOOKING = ("Book at", "Book by e-mail", "Book by telephone", "Price in pounds")
NO_BOOKING = (None,) * len(BOOKING)
ABOUT_COURSES = ("Renewal", "Trainers", "At any time")
ABOUT_DATES = ("Last day to book", "Trainers")


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show: who came to each course, from where, and what they said."""
    for record in site.every_attendance:
        made = partial(attendance.table_id, site, record)
        yield DataTable(made(), partial(attendance.table, site, record))
        if record.agencies:
            by_agency = partial(attendance.by_agency, site, record)
            yield DataTable(made("attendance by agency"), by_agency)
        if record.evaluation:
            yield DataTable(made("evaluation"), partial(attendance.evaluation, site, record))


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: courses, and the dates of the programme."""
    if site.courses:
        yield DataTable("courses", lambda: course_list(site))
    if site.sessions:
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
            site.keepers[course.owner].name,
            course.renewal,
            course.trainers,
            "yes" if course.any_time else None,
            *_booking(booking.of_course(site, course)),
        ).of(course)
        for course in site.courses.values()
    )
    return listing(
        "courses",
        "Training courses",
        "Course",
        ("Length", "Level", "Audience", "Kept by", *ABOUT_COURSES, *BOOKING),
        rows,
        source=site.source_id_of(site.only(CoursesFile)),
        if_any=(*ABOUT_COURSES, *BOOKING),
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
            view.session.last.ends.isoformat(),
            _days(view),
            view.place,
            view.session.places,
            view.session.status,
            view.subject.audience,
            *(_booking(view.booking) if view.takes_bookings else NO_BOOKING),
            view.session.book_by,
            view.booking.trainers,
        )
        for view in sessions.views(site)
    )
    return listing(
        "sessions",
        "Training sessions and other events",
        "Title",
        (
            *("Kind", "Course", "Starts", "Ends", "Days", "Place", "Places", "Status", "Audience"),
            *(*BOOKING, *ABOUT_DATES),
        ),
        rows,
        notes=("These dates are samples. Nobody runs them.",) if site.programme.sample else (),
        if_any=("Days", *BOOKING, *ABOUT_DATES),
    )


def _days(view: SessionView) -> tuple[str, ...]:
    """Each day of several, as ISO 8601 has an interval; nothing where there is one."""
    days = view.session.days
    if len(days) == 1:
        return ()
    return tuple(f"{day.starts.isoformat()}/{day.ends.isoformat()}" for day in days)


def _booking(known: BookingView) -> tuple[Value | tuple[str, ...], ...]:
    """What the columns of BOOKING say."""
    desk = known.desk
    prices = tuple(f"{who}: {pounds}" for who, pounds in known.prices)
    return known.page, desk.email, desk.phone, prices
