"""What is the same about a session wherever it is shown: on a page, in a calendar, to a search
engine."""

import datetime
from dataclasses import dataclass

from safeguarding.site import Site
from safeguarding.timed import DAY, Moment
from safeguarding.training.models import Course, Event, Session, Times, Venue
from safeguarding.training.views import booking, moments
from safeguarding.training.views.booking import BookingView

SAMPLE = "SAMPLE: "
STATES = {
    "open": "Open for booking",
    "few places": "Few places left",
    "full": "Full",
    "waiting list": "Full, with a waiting list",
    "cancelled": "Cancelled",
    "moved": "Moved",
}
CLOSED = "No longer open for booking"
CLOSE = ("few places", "full", "waiting list")  # told also of what has moved
WITH_PLACES = ("open", "few places", "moved")


@dataclass(frozen=True)
class DayView:
    """One day or evening of a session, counted from 1, with what it names looked up. `starts` and
    `ends` are instants in UTC."""

    times: Times
    number: int
    about: str
    venue: Venue | None
    starts: datetime.datetime
    ends: datetime.datetime

    @property
    def when(self) -> str:
        """Its days and times in words."""
        return moments.in_words(self.times)

    @property
    def span(self) -> tuple[Moment, Moment]:
        """Where it begins and ends in a calendar: two instants in UTC; of one given as days, its
        first day and the day after its last."""
        if self.times.all_day:
            return self.times.starts, self.times.ends + DAY
        return self.starts, self.ends

    @property
    def place(self) -> str:
        """The venue with its address; empty where it has none."""
        if self.venue is None:
            return ""
        return ", ".join(filter(None, [self.venue.name, self.venue.address]))


@dataclass(frozen=True)
class SessionView:
    """A session with all that it names looked up, and what is said of it, for others to lay out.
    Nothing of it depends on the day: how it stands at an instant, `state_at` and `bookable_at` say.

    `starts` and `ends` are instants in UTC: of one given as days, the midnight before the first and
    the midnight after the last of them; `closes` is the instant from which nobody can book. Its
    `subject` is the course, or the event itself. `audiences_covered` are the ids of the audiences
    that this names and of those within them, in the order of data/audiences.yml.
    """

    session: Session
    subject: Course | Event
    kind: str
    days: tuple[DayView, ...]
    booking: BookingView
    takes_bookings: bool
    audiences_covered: tuple[str, ...]
    starts: datetime.datetime
    ends: datetime.datetime
    closes: datetime.datetime
    sample: bool

    @property
    def public_title(self) -> str:
        """The title as it leaves the site: a sample says so wherever it goes, and what is cancelled
        says that."""
        sample = SAMPLE if self.sample else ""
        cancelled = "Cancelled: " if self.cancelled else ""
        return sample + cancelled + self.subject.title

    @property
    def when(self) -> str:
        """Its days and times in words."""
        return moments.all_in_words(self.session.days)

    @property
    def venue(self) -> Venue | None:
        """Where it begins."""
        return self.days[0].venue

    @property
    def place(self) -> str:
        """Every venue with its address; empty where it has none."""
        return "; ".join(dict.fromkeys(day.place for day in self.days if day.place))

    def title_of(self, day: DayView) -> str:
        """The title of one of its days as it leaves the site: it says which one it is."""
        several = f" (day {day.number} of {len(self.days)})" if len(self.days) > 1 else ""
        return self.public_title + several

    @property
    def cancelled(self) -> bool:
        return self.session.status == "cancelled"

    @property
    def state(self) -> str:
        """Whether one can still come, in words, as long as it has not begun; empty for an event
        that takes no bookings and stands as planned."""
        status, moved = self.session.status, self.session.moved
        said = STATES[status] if self.takes_bookings or status in ("cancelled", "moved") else ""
        if not moved or self.cancelled:
            return said
        return f"Moved {moved}. {said}" if said and status in CLOSE else f"Moved {moved}"

    @property
    def has_places(self) -> bool:
        return self.takes_bookings and self.session.status in WITH_PLACES

    @property
    def bookable(self) -> bool:
        """Whether one can book, or join a waiting list, as long as it has not begun."""
        return self.has_places or (self.takes_bookings and self.session.status == "waiting list")

    def state_at(self, now: datetime.datetime) -> str:
        """The state at an instant: what has begun, or says that booking is over, can no longer be
        booked."""
        closed = self.takes_bookings and not self.cancelled and self.closes <= now
        return CLOSED if closed else self.state

    def bookable_at(self, now: datetime.datetime) -> bool:
        """Whether one can book, or join a waiting list, at an instant."""
        return self.bookable and now < self.closes


def views(site: Site) -> tuple[SessionView, ...]:
    """Every session of the programme, over or not, in the order of the file."""
    return tuple(view(site, session) for session in site.sessions)


def view(site: Site, session: Session) -> SessionView:
    """The session with all that it names. What it names must be there: rules see to that."""
    subject = session if isinstance(session, Event) else site.courses[session.course]
    zone = site.board.timezone
    starts = moments.starts(session, zone)
    until = session.book_by
    return SessionView(
        session=session,
        subject=subject,
        kind=_kind(site, session),
        days=_days(site, session),
        booking=booking.of_session(site, session),
        takes_bookings=booking.takes_bookings(site, session),
        audiences_covered=_covered(site, subject.audience),
        starts=starts,
        ends=moments.ends(session.last, zone),
        closes=min(starts, moments.midnight_after(until, zone)) if until else starts,
        sample=site.programme.sample,
    )


def _kind(site: Site, session: Session) -> str:
    """What kind of session it is, in the board's own words."""
    kinds = {kind.id: kind.title for kind in site.programme.event_kinds}
    return "Course" if session.course else kinds[session.kind]


def _days(site: Site, session: Session) -> tuple[DayView, ...]:
    venues, zone = {venue.id: venue for venue in site.programme.venues}, site.board.timezone
    abouts = ("", *(day.about or "" for day in session.further_days))
    return tuple(
        DayView(
            times,
            number,
            about,
            venues.get(session.venue_of(times) or ""),
            moments.starts(times, zone),
            moments.ends(times, zone),
        )
        for number, (times, about) in enumerate(zip(session.days, abouts, strict=True), 1)
    )


def _covered(site: Site, own: tuple[str, ...]) -> tuple[str, ...]:
    """These audiences, and those that lie within them."""
    return tuple(
        id for id, audience in site.audiences.items() if id in own or audience.within in own
    )
