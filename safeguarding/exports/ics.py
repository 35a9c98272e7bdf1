"""The programme as calendars (RFC 5545) that people subscribe to. Nothing in them depends on the
day they are written.

Times are in UTC, which every client turns into its reader's own: a calendar then needs no table of
when clocks change.
What is cancelled or over stays in the calendar, so that it changes in a subscriber's too.
"""

import datetime
import uuid
from pathlib import Path

from icalendar import Calendar, Event, vText

from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.views import moments, sessions

NAMES = uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57")  # of this generator's calendars
NOTE = "This is a sample. It is not a real date: do not come."


def write(site: Site, site_folder: Path):
    """training/calendar.ics, and one calendar for each course, each audience and each session."""
    for address, name, found in feeds(site):
        path = site_folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(calendar(site, name, found).to_ical())


def feeds(site: Site):
    """(address from the site's root, name, sessions) of every calendar."""
    every = site.programme.sessions
    yield addresses.CALENDAR, f"{site.board.name}: training and events", every
    for course in site.courses.values():
        yield (
            addresses.course_feed(course.id),
            course.title,
            [session for session in every if session.course == course.id],
        )
    for audience in site.audiences.values():
        own = [
            session for session in every if audience.id in sessions.everyone_meant(site, session)
        ]
        yield (
            addresses.audience_feed(audience.id),
            f"{site.board.name}: for {audience.title}",
            own,
        )
    for session in every:
        yield addresses.session_feed(session.id), sessions.title(site, session), [session]


def reviews(site: Site, due) -> Calendar:
    """The days on which something falls due, as a calendar for those who keep the procedures."""
    root = _empty(site, f"{site.board.name}: reviews due")
    for one in due:
        event, procedure = Event(), site.procedures.get(one.id) if one.kind == "review" else None
        event.add("uid", uuid.uuid5(NAMES, f"{site.board.area} {one.kind} {one.id} {one.due}").urn)
        event.add(
            "dtstamp",
            datetime.datetime.combine(
                procedure.last_reviewed if procedure else one.due, datetime.time(), datetime.UTC
            ),
        )
        event.add("summary", f"Review due: {one.title}" if procedure else one.title)
        event.add("dtstart", one.due)
        event.add("dtend", one.due + moments.DAY)
        event.add("transp", "TRANSPARENT")
        if procedure:
            event.add(
                "description",
                f"Kept by the {one.owner} sub-group. Last reviewed on"
                f" {words.day(procedure.last_reviewed)}.",
            )
        root.add_component(event)
    return root


def calendar(site: Site, name: str, found) -> Calendar:
    root = _empty(site, (sessions.SAMPLE if site.programme.sample else "") + name)
    for session in found:
        root.add_component(_event(site, session))
    return root


def _empty(site, name):
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


def _event(site, session):
    """One session. SEQUENCE counts its changes, so that a client takes the newer of two
    versions."""
    event, zone = Event(), site.board.timezone
    changed = max([site.programme.published, *(change.on for change in session.changes)])
    event.add(
        "uid", uuid.uuid5(NAMES, f"{site.board.area} {session.id}").urn
    )  # a board changes its name sooner than its place
    event.add("dtstamp", datetime.datetime.combine(changed, datetime.time(), datetime.UTC))
    event.add("sequence", len(session.changes))
    event.add("summary", sessions.labelled(site, session))
    event.add("dtstart", session.starts if session.all_day else moments.starts(session, zone))
    event.add(
        "dtend", session.ends + moments.DAY if session.all_day else moments.ends(session, zone)
    )
    event.add("status", "CANCELLED" if session.status == "cancelled" else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if session.all_day else "OPAQUE")
    event.add("description", _description(site, session))
    event.add("categories", [session.kind])
    if session.venue:
        event.add("location", sessions.place(site, session))
    if site.board.site_url:
        event.add("url", site.board.site_url + addresses.session(session.id))
    return event


def _description(site, session):
    booking = sessions.booking(site, session)
    lines = [
        NOTE if site.programme.sample else "",
        moments.said(session),
        session.about or "",
        f"{sessions.state(session)}." if sessions.state(session) else "",
        *(f"{words.day(change.on)}: {change.what}" for change in session.changes),
        (
            f"To book: {booking.name}{f', {booking.phone}' if booking.phone else ''}."
            f" {'' if booking.verified else 'To be confirmed by the board.'}"
            if sessions.bookable(session)
            else ""
        ),
    ]
    return "\n".join(line.strip() for line in lines if line)
