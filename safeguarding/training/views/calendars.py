"""The programme as calendars that people subscribe to. Nothing in them depends on the day they are
written. What is cancelled or over stays in the calendar, so that it changes in a subscriber's
too."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from icalendar import Calendar, Event

from safeguarding.contacts.models import Contact
from safeguarding.shared import addresses, calendars, words
from safeguarding.site import Site
from safeguarding.training.models import Programme
from safeguarding.training.views import sessions
from safeguarding.training.views.sessions import SessionView

NOTE = "This is a sample. It is not a real date: do not come."


def write(site: Site, site_folder: Path) -> None:
    """training/calendar.ics, and one calendar for each course, each audience and each session."""
    for address, name, views in feeds(site):
        path = site_folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(calendar(site, name, views).to_ical())


def feeds(site: Site) -> Iterator[tuple[str, str, tuple[SessionView, ...]]]:
    """(address from the site's root, name, sessions) of every calendar."""
    views = sessions.views(site)
    if site.has(Programme):
        yield addresses.CALENDAR, f"{site.board.name}: training and events", views
    for course in site.courses.values():
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
        root.add_component(_event(site, view))
    return root


def _event(site: Site, view: SessionView) -> Event:
    """One session. SEQUENCE counts its changes, so that a client takes the newer of two
    versions."""
    event, session = Event(), view.session
    changed = max([site.programme.published, *(change.on for change in session.changes)])
    begin, finish = view.span
    # By the board's area: it changes its name sooner than its place.
    event.add("uid", calendars.uid(f"{site.board.area} {session.id}"))
    event.add("dtstamp", calendars.midnight(changed))
    event.add("sequence", len(session.changes))
    event.add("summary", view.public_title)
    event.add("dtstart", begin)
    event.add("dtend", finish)
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if session.all_day else "OPAQUE")
    event.add("description", _description(site, view))
    event.add("categories", [session.kind])
    if view.venue:
        event.add("location", view.place)
    if site.board.site_url:
        event.add("url", site.board.site_url + addresses.session(session.id))
    return event


def _description(site: Site, view: SessionView) -> str:
    """What a calendar shows of a session beside its title, one thought a line."""
    lines = [
        NOTE if view.sample else "",
        view.when,
        view.session.about or "",
        f"{view.state}." if view.state else "",
        *(f"{words.day(change.on)}: {change.what}" for change in view.session.changes),
        _booking(site, view.booking) if view.bookable else "",
    ]
    return "\n".join(line.strip() for line in lines if line)


def _booking(site: Site, desk: Contact) -> str:
    """Whom to turn to for a place."""
    phone = f", {desk.phone}" if desk.phone else ""
    doubt = "" if desk.verified else f"{words.capital(site.board.unconfirmed)}."
    return f"To book: {desk.name}{phone}. {doubt}"
