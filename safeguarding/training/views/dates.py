"""The programme as a reader sees it: what is on, for whom, and whether one can still come."""

import datetime
from calendar import Calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from safeguarding.board.models import Audience
from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Course, Session
from safeguarding.training.views import invitations, moments, sessions
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.sessions import SessionView

ON_A_PAGE = 60  # dates, in whole months; one month is there, however many it has
IN_A_LIST = 30  # dates of one course, or for one audience


@dataclass(frozen=True)
class DateView:
    """A session on a page, as it stands at an instant. `starts` and `ends` are instants in UTC, as
    computers write them, and so is `closes`, where one has to book before it starts; `audience` is
    every id of an audience it is for; `links` are (service, link) pairs that put it into a
    calendar. `days` tells each day of one that has several, `way` leads to where it is told in
    full."""

    session: Session
    way: str
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
class Rest:
    """How many dates a list leaves out, and the way to the first of them."""

    number: int
    way: str


@dataclass(frozen=True)
class Few:
    """The next of some dates, and what is left out."""

    sessions: tuple[DateView, ...]
    rest: Rest | None


@dataclass(frozen=True)
class Pointer:
    """A month with a page of its own: the way to it, empty on that page itself, and the ids of its
    sessions."""

    title: str
    way: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The next sessions that name one audience, and the courses for it that have no dates, with a
    calendar of all that are for it: its address, and (service, link) pairs to subscribe."""

    id: str
    title: str
    wider: Audience | None
    sessions: tuple[DateView, ...]
    rest: Rest | None
    at_any_time: tuple[Course, ...]
    feed: str
    services: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Spread:
    """The sessions that are not over, the soonest first, and on which page each is told: a page of
    the programme that had them all would grow without end."""

    upcoming: tuple[SessionView, ...]

    @cached_property
    def by_month(self) -> dict[str, list[SessionView]]:
        """Those that start in each month that has any, by its id; one that is on stands in the
        month it started."""
        found: dict[str, list[SessionView]] = defaultdict(list)
        for view in self.upcoming:
            found[_month_of(view)].append(view)
        return found

    @cached_property
    def by_day(self) -> dict[datetime.date, list[tuple[SessionView, int]]]:
        """Those that touch each day, with which of their days that is, counted from 1."""
        found: dict[datetime.date, list[tuple[SessionView, int]]] = defaultdict(list)
        for view in self.upcoming:
            for number, times in enumerate(view.session.days, 1):
                for day in moments.days(times):
                    found[day].append((view, number))
        return found

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The months of the page of the programme."""
        total = 0
        first: list[str] = []
        for id, views in self.by_month.items():
            total += len(views)
            if first and total > ON_A_PAGE:
                break
            first.append(id)
        return tuple(first)

    @cached_property
    def later(self) -> tuple[str, ...]:
        """The months that have a page of their own."""
        return tuple(self.by_month)[len(self.first) :]

    def months_on(self, here: str) -> tuple[str, ...]:
        """The months that are told on the page at the address `here`."""
        own = tuple(id for id in self.by_month if addresses.month(id) == here)
        return own or self.first

    def address(self, view: SessionView) -> str:
        """Where a session is told in full."""
        month = _month_of(view)
        page = addresses.TRAINING if month in self.first else addresses.month(month)
        return f"{page}#{view.session.id}"


@lru_cache(maxsize=2)  # each list of a build asks for that of the same instant
def spread(site: Site, now: datetime.datetime) -> Spread:
    """The sessions to come at the instant `now`."""
    return Spread(tuple(upcoming(site, now)))


def _month_of(view: SessionView) -> str:
    return f"{moments.first_day(view.session):%Y-%m}"


def date_view(site: Site, view: SessionView, here: str, now: datetime.datetime) -> DateView:
    """The session on the page at the address `here`, as it stands at the instant `now`."""
    session, subject = view.session, view.subject
    feed = addresses.file(addresses.session_feed(session.id), here)
    return DateView(
        session=session,
        way=addresses.relative(spread(site, now).address(view), here),
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


def upcoming_views(
    site: Site, here: str, now: datetime.datetime, number: int | None = None
) -> tuple[DateView, ...]:
    """The same, as the page at the address `here` shows them: all, or the next `number`."""
    return tuple(date_view(site, one, here, now) for one in spread(site, now).upcoming[:number])


def few(
    site: Site, views: Iterable[SessionView], here: str, now: datetime.datetime, choice: str
) -> Few:
    """These sessions as a list on the page at the address `here`. What is left out is reached by
    way of the next one, where `choice`, like course=listening, chooses the others."""
    every = list(views)
    shown = tuple(date_view(site, view, here, now) for view in every[:IN_A_LIST])
    left_out = every[IN_A_LIST:]
    if not left_out:
        return Few(shown, None)
    page, _, id = spread(site, now).address(left_out[0]).partition("#")
    return Few(shown, Rest(len(left_out), f"{addresses.relative(page, here)}?{choice}#{id}"))


def with_places(site: Site, here: str, now: datetime.datetime) -> Few:
    """The next sessions that have free places."""
    free = (one for one in spread(site, now).upcoming if one.has_places and one.bookable_at(now))
    return few(site, free, here, now, "free=yes")


def months(site: Site, here: str, now: datetime.datetime) -> tuple[Month, ...]:
    """Every month that the page at the address `here` tells of."""
    return tuple(_month(site, id, here, now) for id in spread(site, now).months_on(here))


def pointers(site: Site, here: str, now: datetime.datetime) -> tuple[Pointer, ...]:
    """Each month that has a page of its own, as the page at the address `here` leads to it."""
    known = spread(site, now)
    return tuple(
        Pointer(
            _title(_first_day(id)),
            addresses.relative(addresses.month(id), here),
            tuple(view.session.id for view in known.by_month[id]),
        )
        for id in known.later
    )


def _month(site: Site, id: str, here: str, now: datetime.datetime) -> Month:
    """A month. Its grid has each session that touches it, also what starts in another month."""
    known, first = spread(site, now), _first_day(id)
    own = {one.session.id: date_view(site, one, here, now) for one in known.by_month[id]}

    def on(day: datetime.date) -> Iterator[DateView]:
        for view, number in known.by_day.get(day, ()):
            date = own.get(view.session.id) or date_view(site, view, here, now)
            yield replace(date, short=f"{date.short}, day {number}") if date.days else date

    weeks = tuple(
        tuple(_square(day, first.month, on) for day in week)
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )
    return Month(id, _title(first), tuple(own.values()), weeks)


def _first_day(id: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{id}-01")


def _title(first: datetime.date) -> str:
    return f"{first:%B %Y}"


def _square(
    day: datetime.date, month: int, on: Callable[[datetime.date], Iterable[DateView]]
) -> Day:
    if day.month != month:
        return Day(None, "", ())
    return Day(day.day, words.weekday(day), tuple(on(day)))


def by_audience(site: Site, here: str, now: datetime.datetime) -> tuple[Group, ...]:
    """Each audience with the sessions that name it, and the wider audience whose sessions are for
    it too."""
    return tuple(_group(site, id, here, now) for id in site.audiences)


def _group(site: Site, id: str, here: str, now: datetime.datetime) -> Group:
    audience = site.audiences[id]
    own = (view for view in spread(site, now).upcoming if id in view.subject.audience)
    dates = few(site, own, here, now, f"audience={id}")
    return Group(
        id,
        audience.title,
        site.audiences.get(audience.within or ""),
        dates.sessions,
        dates.rest,
        tuple(course for course in at_any_time(site) if id in course.audience),
        addresses.file(addresses.audience_feed(id), here),
        invitations.subscriptions(site, addresses.audience_feed(id)),
    )


def at_any_time(site: Site) -> tuple[Course, ...]:
    """The courses that people take when they like."""
    return tuple(course for course in site.courses.values() if course.any_time)
