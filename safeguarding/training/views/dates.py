"""The programme as a reader sees it: what is on, for whom, and whether one can still come."""

import datetime
from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from safeguarding.board.models import Audience
from safeguarding.contacts.models import Contact
from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Session
from safeguarding.training.views import invitations, moments, sessions
from safeguarding.training.views.sessions import SessionView

KINDS = {"course": "Course", "awareness": "Awareness week", "meeting": "Meeting", "audit": "Audit"}


@dataclass(frozen=True)
class DateView:
    """A session on a page, as it stands at an instant. `starts` and `ends` are instants in UTC, as
    computers write them; `audience` is every id of an audience it is for; `links` are (service,
    link) pairs that put it into a calendar."""

    session: Session
    title: str
    short: str
    kind: str
    when: str
    place: str
    starts: str
    ends: str
    state: str
    places: str
    has_places: bool
    bookable: bool
    reasons: tuple[str, ...]
    audience: tuple[str, ...]
    audience_titles: str
    booking: Contact
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Day:
    """A square of the grid; without a number it belongs to another month."""

    number: int | None
    label: str
    sessions: tuple[DateView, ...]


@dataclass(frozen=True)
class Month:
    """A month with something on: its sessions in order, and its weeks from Monday to Sunday. `id`
    is like 2027-01, `title` like January 2027."""

    id: str
    title: str
    sessions: tuple[DateView, ...]
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True)
class Group:
    """The sessions that name one audience, with a calendar of all that are for it: its address, and
    (service, link) pairs to subscribe."""

    id: str
    title: str
    wider: Audience | None
    sessions: tuple[DateView, ...]
    feed: str
    services: tuple[tuple[str, str], ...]


def date_view(site: Site, view: SessionView, here: str, now: datetime.datetime) -> DateView:
    """The session on the page at the address `here`, as it stands at the instant `now`."""
    session, subject = view.session, view.subject
    feed = addresses.file(addresses.session_feed(session.id), here)
    return DateView(
        session=session,
        title=subject.title,
        short=subject.short,
        kind=KINDS[session.kind],
        when=view.when,
        place=view.place,
        starts=moments.utc_text(view.starts),
        ends=moments.utc_text(view.ends),
        state=view.state_at(now),
        places=_places(view),
        has_places=view.has_places,
        bookable=view.bookable_at(now),
        reasons=tuple(f"{words.day(change.on)}: {change.what}" for change in session.changes),
        audience=view.audiences_covered,
        audience_titles=words.join([site.audiences[id].title for id in subject.audience]),
        booking=view.booking,
        links=(("file for your calendar", feed), *invitations.links(view)),
    )


def _places(view: SessionView) -> str:
    """How many people can come, in words; empty where nobody says, or nobody can."""
    if view.session.places is None or view.cancelled:
        return ""
    return f"{view.session.places} places in all"


def upcoming(site: Site, now: datetime.datetime) -> list[SessionView]:
    """Every session that has not ended, the soonest first."""
    not_over = [view for view in sessions.views(site) if view.ends > now]
    return sorted(not_over, key=lambda view: (view.starts, view.session.id))


def upcoming_views(site: Site, here: str, now: datetime.datetime) -> tuple[DateView, ...]:
    """The same, as the page at the address `here` shows them."""
    return tuple(date_view(site, view, here, now) for view in upcoming(site, now))


def months(site: Site, here: str, now: datetime.datetime) -> tuple[Month, ...]:
    """Every month that has a session to come; one that is on stands in the month it started."""
    dates = upcoming_views(site, here, now)
    by_month = groupby(dates, key=lambda date: moments.days(date.session)[0].replace(day=1))
    return tuple(_month(first, tuple(own), dates) for first, own in by_month)


def _month(first: datetime.date, own: tuple[DateView, ...], dates: tuple[DateView, ...]) -> Month:
    """The month that begins on the day `first`. Its grid has each of all `dates` that touches it,
    also what starts in another month."""
    by_day: dict[datetime.date, list[DateView]] = defaultdict(list)
    for date in dates:
        for day in moments.days(date.session):
            by_day[day].append(date)
    weeks = tuple(
        tuple(_square(day, first.month, by_day) for day in week)
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )
    return Month(f"{first:%Y-%m}", f"{first:%B %Y}", own, weeks)


def _square(day: datetime.date, month: int, by_day: dict[datetime.date, list[DateView]]) -> Day:
    if day.month != month:
        return Day(None, "", ())
    return Day(day.day, moments.weekday(day), tuple(by_day.get(day, ())))


def by_audience(site: Site, here: str, now: datetime.datetime) -> tuple[Group, ...]:
    """Each audience with the sessions that name it, and the wider audience whose sessions are for
    it too."""
    shown = [(view, date_view(site, view, here, now)) for view in upcoming(site, now)]
    return tuple(
        Group(
            id,
            audience.title,
            site.audiences.get(audience.within or ""),
            tuple(date for view, date in shown if id in view.subject.audience),
            addresses.file(addresses.audience_feed(id), here),
            invitations.subscriptions(site, addresses.audience_feed(id)),
        )
        for id, audience in site.audiences.items()
    )
