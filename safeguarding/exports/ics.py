"""The programme as calendars (RFC 5545) that people subscribe to. Nothing in them depends on the
day they are written.

Times are in UTC, which every client turns into its reader's own: a calendar then needs no table of
when clocks change.
What is cancelled or over stays in the calendar, so that it changes in a subscriber's too.
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
from safeguarding.training.models import Session
from safeguarding.training.views import moments, sessions

NAMES = uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57")  # of this generator's calendars
NOTE = "This is a sample. It is not a real date: do not come."


def write(site: Site, site_folder: Path) -> None:
    """training/calendar.ics, and one calendar for each course, each audience and each session."""
    for address, name, own in feeds(site):
        path = site_folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(calendar(site, name, own).to_ical())


def feeds(site: Site) -> Iterator[tuple[str, str, tuple[Session, ...]]]:
    """(address from the site's root, name, sessions) of every calendar."""
    every = site.programme.sessions
    yield addresses.CALENDAR, f"{site.board.name}: training and events", every
    for course in site.courses.values():
        own = tuple(session for session in every if session.course == course.id)
        yield addresses.course_feed(course.id), course.title, own
    for audience in site.audiences.values():
        own = tuple(
            session for session in every if audience.id in sessions.everyone_meant(site, session)
        )
        yield (
            addresses.audience_feed(audience.id),
            f"{site.board.name}: for {audience.title}",
            own,
        )
    for session in every:
        yield addresses.session_feed(session.id), sessions.title(site, session), (session,)


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


def calendar(site: Site, name: str, some: Iterable[Session]) -> Calendar:
    """These sessions as a calendar of that name, which says so if they are samples."""
    root = _empty(site, (sessions.SAMPLE if site.programme.sample else "") + name)
    for session in some:
        root.add_component(_event(site, session))
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


def _event(site: Site, session: Session) -> Event:
    """One session. SEQUENCE counts its changes, so that a client takes the newer of two
    versions."""
    event, zone = Event(), site.board.timezone
    changed = max([site.programme.published, *(change.on for change in session.changes)])
    # By the board's area: it changes its name sooner than its place.
    event.add("uid", _uid(f"{site.board.area} {session.id}"))
    event.add("dtstamp", _midnight(changed))
    event.add("sequence", len(session.changes))
    event.add("summary", sessions.labelled(site, session))
    if session.all_day:
        event.add("dtstart", session.starts)
        event.add("dtend", session.ends + moments.DAY)
    else:
        event.add("dtstart", moments.starts(session, zone))
        event.add("dtend", moments.ends(session, zone))
    event.add("status", "CANCELLED" if session.status == "cancelled" else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if session.all_day else "OPAQUE")
    event.add("description", _description(site, session))
    event.add("categories", [session.kind])
    if session.venue:
        event.add("location", sessions.place(site, session))
    if site.board.site_url:
        event.add("url", site.board.site_url + addresses.session(session.id))
    return event


def _description(site: Site, session: Session) -> str:
    state = sessions.state(session)
    lines = [
        NOTE if site.programme.sample else "",
        moments.said(session),
        session.about or "",
        f"{state}." if state else "",
        *(f"{words.day(change.on)}: {change.what}" for change in session.changes),
        _booking(sessions.booking(site, session)) if sessions.bookable(session) else "",
    ]
    return "\n".join(line.strip() for line in lines if line)


def _booking(desk: Contact) -> str:
    """Whom to turn to for a place."""
    phone = f", {desk.phone}" if desk.phone else ""
    doubt = "" if desk.verified else "To be confirmed by the board."
    return f"To book: {desk.name}{phone}. {doubt}"
