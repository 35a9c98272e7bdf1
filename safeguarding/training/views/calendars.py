"""The programme as calendars that people subscribe to. Nothing in them depends on the day they are
written. What is cancelled or over stays in the calendar, so that it changes in a subscriber's
too."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from icalendar import Calendar, Event

from safeguarding import placing
from safeguarding.shared import addresses, calendars, words
from safeguarding.site import Site
from safeguarding.training.models import Programme, Session
from safeguarding.training.views import booking, sessions
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.sessions import DayView, SessionView

NOTE = "This is a sample. It is not a real date: do not come."


def write(site: Site, site_folder: Path) -> None:
    """training/calendar.ics, and one calendar for each course, each audience and each session."""
    for address, name, views in feeds(site):
        placing.write(site_folder, address, calendar(site, name, views).to_ical())


def feeds(site: Site) -> Iterator[tuple[str, str, tuple[SessionView, ...]]]:
    """(address from the site's root, name, sessions) of every calendar."""
    views = sessions.views(site)
    if site.has(Programme):
        yield addresses.CALENDAR, f"{site.board.name}: training and events", views
    for course in site.courses.values():
        if course.any_time:
            continue
        of_course = tuple(view for view in views if view.session.course == course.id)
        yield addresses.course_feed(course.id), course.title, of_course
    for audience in site.audiences.values() if site.has(Programme) else ():
        name = f"{site.board.name}: for {audience.title}"
        meant = tuple(view for view in views if audience.id in view.audiences_covered)
        yield addresses.audience_feed(audience.id), name, meant
    for view in views:
        yield addresses.session_feed(view.session.id), view.subject.title, (view,)


def calendar(site: Site, name: str, views: Iterable[SessionView]) -> Calendar:
    """These sessions as a calendar of that name, which says so if they are samples."""
    root = calendars.empty(site, (sessions.SAMPLE if site.programme.sample else "") + name)
    for view in views:
        for day in view.days:
            root.add_component(_event(site, view, day))
    return root


def _event(site: Site, view: SessionView, day: DayView) -> Event:
    """One day of a session. SEQUENCE counts its changes, so that a client takes the newer of two
    versions."""
    event, session = Event(), view.session
    changed = max([site.programme.published, *(change.on for change in session.changes)])
    begin, finish = day.span
    event.add("uid", calendars.uid(_name(site, session, day.number)))
    event.add("dtstamp", calendars.midnight(changed))
    event.add("last-modified", calendars.midnight(changed))
    event.add("sequence", len(session.changes))
    event.add("summary", view.title_of(day))
    event.add("dtstart", begin)
    event.add("dtend", finish)
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if day.times.all_day else "OPAQUE")
    event.add("description", _description(site, view, day))
    event.add("categories", [session.kind])
    if day.venue:
        event.add("location", day.place)
    if view.bookable and view.booking.desk.reachable:
        event.add("contact", _desk(view.booking))
    if site.board.site_url:
        event.add("url", site.board.site_url + addresses.session(session.id))
    elif view.bookable and view.booking.page:
        event.add("url", view.booking.page)
    return event


def _name(site: Site, session: Session, number: int) -> str:
    """What never changes about a day: the first keeps its name when others are added. By the
    board's area: it changes its name sooner than its place."""
    return f"{site.board.area} {session.id}{f' day {number}' if number > 1 else ''}"


def _description(site: Site, view: SessionView, day: DayView) -> str:
    """What a calendar shows of a session beside its title, one thought a line."""
    lines = [
        NOTE if view.sample else "",
        view.when if len(view.days) == 1 else f"One booking for {len(view.days)} days: {view.when}",
        day.about,
        view.session.about or "",
        f"{view.state}." if view.state else "",
        *(f"{words.day(change.on)}: {change.what}" for change in view.session.changes),
        *(_booking(site, view.booking) if view.bookable else ()),
        f"Taught by {view.booking.taught_by}." if view.booking.trainers else "",
    ]
    return "\n".join(line.strip() for line in lines if line)


def _booking(site: Site, known: BookingView) -> Iterator[str]:
    """How to book, until when, and what it costs."""
    if known.address:
        yield f"To book: {known.address}"
    if known.desk.reachable or not known.address:
        doubt = f"{known.doubt[:1].upper()}{known.doubt[1:]}." if known.doubt else ""
        yield f"{'To ask' if known.address else 'To book'}: {_desk(known)}. {doubt}"
    yield known.deadline
    yield f"Cost: {known.cost}." if known.cost else ""
    for heading, policy in booking.policies(site):
        page = f" {site.board.site_url}{policy.page}" if site.board.site_url and policy.page else ""
        yield f"{heading}: {policy.text}{page}"


def _desk(known: BookingView) -> str:
    """Who takes bookings, and every way to reach them."""
    desk = known.desk
    return ", ".join(filter(None, [desk.name, desk.phone, desk.email, desk.url, desk.hours]))
