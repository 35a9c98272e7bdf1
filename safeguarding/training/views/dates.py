"""The programme as a reader sees it: what is on, for whom, and whether one can still come."""

import datetime
from calendar import Calendar
from dataclasses import dataclass
from itertools import groupby

from safeguarding.board.models import Audience
from safeguarding.contacts.models import Contact
from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Course, Session
from safeguarding.training.views import invitations, moments, sessions

KINDS = {"course": "Course", "awareness": "Awareness week", "meeting": "Meeting", "audit": "Audit"}


@dataclass(frozen=True)
class Dated:
    """A session on a page. `starts` and `ends` are instants in UTC; `audience` is every id of an
    audience it is for."""

    session: Session
    course: Course | None
    title: str
    short: str
    kind: str
    when: str
    place: str
    starts: str
    ends: str
    state: str
    places: str
    free: bool
    bookable: bool
    reasons: tuple[str, ...]
    audience: tuple[str, ...]
    audience_titles: str
    booking: Contact
    links: tuple[tuple[str, str], ...]


def dated(site: Site, session: Session, here: str, now: datetime.datetime) -> Dated:
    zone, course, audience = (
        site.board.timezone,
        site.courses.get(session.course),
        sessions.everyone_meant(site, session),
    )
    begun = moments.starts(session, zone) <= now
    return Dated(
        session=session,
        course=course,
        title=sessions.title(site, session),
        short=course.short if course else session.title,
        kind=KINDS[session.kind],
        when=moments.said(session),
        place=sessions.place(site, session),
        starts=moments.stamp(moments.starts(session, zone)),
        ends=moments.stamp(moments.ends(session, zone)),
        state=sessions.state(session, begun),
        places=(
            f"{session.places} places in all"
            if session.places is not None and session.status != "cancelled"
            else ""
        ),
        free=sessions.has_places(session),
        bookable=sessions.bookable(session) and not begun,
        reasons=tuple(f"{words.day(change.on)}: {change.what}" for change in session.changes),
        audience=audience,
        audience_titles=words.join(
            [site.audiences[id].title for id in sessions.own_audience(site, session)]
        ),
        booking=sessions.booking(site, session),
        links=(
            ("file for your calendar", addresses.file(addresses.session_feed(session.id), here)),
            *invitations.links(site, session),
        ),
    )


def upcoming(site: Site, now: datetime.datetime) -> list[Session]:
    """Every session that has not ended, the soonest first."""
    zone = site.board.timezone
    found = [session for session in site.programme.sessions if moments.ends(session, zone) > now]
    return sorted(found, key=lambda session: (moments.starts(session, zone), session.id))


def coming(site: Site, here: str, now: datetime.datetime) -> tuple[Dated, ...]:
    return tuple(dated(site, session, here, now) for session in upcoming(site, now))


@dataclass(frozen=True)
class Day:
    """A square of the grid; without a number it belongs to another month."""

    number: int | None
    label: str
    sessions: tuple[Dated, ...]


@dataclass(frozen=True)
class Month:
    """A month with something on: its sessions in order, and its weeks from Monday to Sunday."""

    id: str
    title: str
    sessions: tuple[Dated, ...]
    weeks: tuple[tuple[Day, ...], ...]


def months(site: Site, here: str, now: datetime.datetime) -> tuple[Month, ...]:
    """Every month that has a session to come; one that is on stands in the month it started."""
    every = coming(site, here, now)
    grouped = groupby(every, key=lambda one: moments.days(one.session)[0].replace(day=1))
    return tuple(_month(first, tuple(some), every) for first, some in grouped)


def _month(first, own, every):
    on = {}
    for one in every:
        for day in moments.days(one.session):
            on.setdefault(day, []).append(one)
    weeks = tuple(
        tuple(
            (
                Day(day.day, moments.weekday(day), tuple(on.get(day, ())))
                if day.month == first.month
                else Day(None, "", ())
            )
            for day in week
        )
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )
    return Month(f"{first:%Y-%m}", f"{first:%B %Y}", own, weeks)


@dataclass(frozen=True)
class Group:
    """The sessions that name one audience, with a calendar of all that are for it."""

    id: str
    title: str
    wider: Audience | None
    sessions: tuple[Dated, ...]
    feed: str
    services: tuple[tuple[str, str], ...]


def by_audience(site: Site, here: str, now: datetime.datetime) -> tuple[Group, ...]:
    """Each audience with the sessions that name it, and the wider audience whose sessions are for
    it too."""
    every = coming(site, here, now)
    return tuple(
        Group(
            id,
            audience.title,
            site.audiences.get(audience.within),
            tuple(one for one in every if id in sessions.own_audience(site, one.session)),
            addresses.file(addresses.audience_feed(id), here),
            invitations.subscriptions(site, addresses.audience_feed(id)),
        )
        for id, audience in site.audiences.items()
    )
