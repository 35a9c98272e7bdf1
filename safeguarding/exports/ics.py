"""The programme as calendars (RFC 5545) that people subscribe to. Nothing in them depends on the
day they are written.

Times are in UTC, which every client turns into its reader's own: a calendar then needs no table of
when clocks change. What is cancelled or over stays in the calendar, so that it changes in a
subscriber's too.
"""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from icalendar import Calendar, Event, vText

from safeguarding.contacts.models import Contact
from safeguarding.procedures.views.reviews import Review
from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.views import moments, sessions
from safeguarding.training.views.sessions import SessionView

NAMES = uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57")  # of this generator's calendars
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
    yield addresses.CALENDAR, f"{site.board.name}: training and events", views
    for course in site.courses.values():
        of_course = tuple(view for view in views if view.session.course == course.id)
        yield addresses.course_feed(course.id), course.title, of_course
    for audience in site.audiences.values():
        name = f"{site.board.name}: for {audience.title}"
        meant = tuple(view for view in views if audience.id in view.audiences_covered)
        yield addresses.audience_feed(audience.id), name, meant
    for view in views:
        yield addresses.session_feed(view.session.id), view.title, (view,)


def reviews(site: Site, due: Iterable[Review]) -> Calendar:
    """The days on which something falls due, as a calendar for those who keep the procedures."""
    root = _empty(site, f"{site.board.name}: reviews due")
    for review in due:
        root.add_component(_review(site, review))
    return root


def _review(site: Site, review: Review) -> Event:
    event = Event()
    procedure = site.procedures.get(review.id) if review.kind == "review" else None
    name = f"{site.board.area} {review.kind} {review.id} {review.due}"
    event.add("uid", _uid(name))
    event.add("dtstamp", _midnight(procedure.last_reviewed if procedure else review.due))
    event.add("summary", f"Review due: {review.title}" if procedure else review.title)
    event.add("dtstart", review.due)
    event.add("dtend", review.due + moments.DAY)
    event.add("transp", "TRANSPARENT")
    if procedure:
        event.add(
            "description",
            f"Kept by the {review.owner} sub-group. Last reviewed on"
            f" {words.day(procedure.last_reviewed)}.",
        )
    return event


def calendar(site: Site, name: str, views: Iterable[SessionView]) -> Calendar:
    """These sessions as a calendar of that name, which says so if they are samples."""
    root = _empty(site, (sessions.SAMPLE if site.programme.sample else "") + name)
    for view in views:
        root.add_component(_event(site, view))
    return root


def _uid(name: str) -> str:
    return uuid.uuid5(NAMES, name).urn


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _empty(site: Site, name: str) -> Calendar:
    root = Calendar()
    root.add("prodid", f"-//{site.board.name}//safeguarding//EN")
    root.add("version", "2.0")
    root.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        root.add(key, vText(name))
    root.add("x-wr-timezone", site.board.timezone)
    root.add("refresh-interval", datetime.timedelta(hours=12), {"VALUE": "DURATION"})
    root.add("x-published-ttl", "PT12H")
    return root


def _event(site: Site, view: SessionView) -> Event:
    """One session. SEQUENCE counts its changes, so that a client takes the newer of two
    versions."""
    event, session = Event(), view.session
    changed = max([site.programme.published, *(change.on for change in session.changes)])
    begin, finish = view.span
    # By the board's area: it changes its name sooner than its place.
    event.add("uid", _uid(f"{site.board.area} {session.id}"))
    event.add("dtstamp", _midnight(changed))
    event.add("sequence", len(session.changes))
    event.add("summary", view.public_title)
    event.add("dtstart", begin)
    event.add("dtend", finish)
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if session.all_day else "OPAQUE")
    event.add("description", _description(view))
    event.add("categories", [session.kind])
    if view.venue:
        event.add("location", view.place)
    if site.board.site_url:
        event.add("url", site.board.site_url + addresses.session(session.id))
    return event


def _description(view: SessionView) -> str:
    """What a calendar shows of a session beside its title, one thought a line."""
    lines = [
        NOTE if view.sample else "",
        view.when,
        view.session.about or "",
        f"{view.state}." if view.state else "",
        *(f"{words.day(change.on)}: {change.what}" for change in view.session.changes),
        _booking(view.booking) if view.bookable else "",
    ]
    return "\n".join(line.strip() for line in lines if line)


def _booking(desk: Contact) -> str:
    """Whom to turn to for a place."""
    phone = f", {desk.phone}" if desk.phone else ""
    doubt = "" if desk.verified else "To be confirmed by the board."
    return f"To book: {desk.name}{phone}. {doubt}"
