"""The programme as a reader sees it: what is on, for whom, and whether one can still come."""

import datetime
from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby

from safeguarding.board.models import Audience
from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Course, Session
from safeguarding.training.views import invitations, moments, sessions
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.sessions import SessionView


@dataclass(frozen=True)
class DateView:
    """A session on a page, as it stands at an instant. `starts` and `ends` are instants in UTC, as
    computers write them, and so is `closes`, where one has to book before it starts; `audience` is
    every id of an audience it is for; `links` are (service, link) pairs that put it into a
    calendar. `days` tells each day of one that has several."""

    session: Session
    title: str
    short: str
    kind: str
    when: str
    place: str
    days: tuple[str, ...]
    starts: str
    ends: str
    closes: str
    state: str
    places: str
    taught: str
    has_places: bool
    bookable: bool
    reasons: tuple[str, ...]
    audience: tuple[str, ...]
    audience_titles: str
    booking: BookingView
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
    """The sessions that name one audience, and the courses for it that have no dates, with a
    calendar of all that are for it: its address, and (service, link) pairs to subscribe."""

    id: str
    title: str
    wider: Audience | None
    sessions: tuple[DateView, ...]
    at_any_time: tuple[Course, ...]
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
        kind=view.kind,
        when=view.when,
        place=view.place,
        days=_days(view),
        starts=words.utc_text(view.starts),
        ends=words.utc_text(view.ends),
        closes=words.utc_text(view.closes) if view.closes < view.starts else "",
        state=view.state_at(now),
        places=_places(view),
        taught=f"taught by {view.booking.taught_by}" if view.booking.trainers else "",
        has_places=view.has_places,
        bookable=view.bookable_at(now),
        reasons=tuple(f"{words.day(change.on)}: {change.what}" for change in session.changes),
        audience=view.audiences_covered,
        audience_titles=words.join([site.audiences[id].title for id in subject.audience]),
        booking=view.booking,
        links=(("file for your calendar", feed), *invitations.links(view)),
    )


def _days(view: SessionView) -> tuple[str, ...]:
    """Each day of several in words, with its place where they have more than one, and what it is
    about."""
    if len(view.days) == 1:
        return ()
    several = len({day.place for day in view.days}) > 1
    return tuple(
        ". ".join(filter(None, [day.when, day.place if several else "", day.about]))
        for day in view.days
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
    by_month = groupby(dates, key=lambda date: moments.first_day(date.session).replace(day=1))
    return tuple(_month(first, tuple(own), dates) for first, own in by_month)


def _month(first: datetime.date, own: tuple[DateView, ...], dates: tuple[DateView, ...]) -> Month:
    """The month that begins on the day `first`. Its grid has each of all `dates` that touches it,
    also what starts in another month."""
    by_day: dict[datetime.date, list[DateView]] = defaultdict(list)
    for date in dates:
        for number, times in enumerate(date.session.days, 1):
            shown = replace(date, short=f"{date.short}, day {number}") if date.days else date
            for day in moments.days(times):
                by_day[day].append(shown)
    weeks = tuple(
        tuple(_square(day, first.month, by_day) for day in week)
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )
    return Month(f"{first:%Y-%m}", f"{first:%B %Y}", own, weeks)


def _square(day: datetime.date, month: int, by_day: dict[datetime.date, list[DateView]]) -> Day:
    if day.month != month:
        return Day(None, "", ())
    return Day(day.day, words.weekday(day), tuple(by_day.get(day, ())))


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
            tuple(course for course in at_any_time(site) if id in course.audience),
            addresses.file(addresses.audience_feed(id), here),
            invitations.subscriptions(site, addresses.audience_feed(id)),
        )
        for id, audience in site.audiences.items()
    )


def at_any_time(site: Site) -> tuple[Course, ...]:
    """The courses that people take when they like."""
    return tuple(course for course in site.courses.values() if course.any_time)
