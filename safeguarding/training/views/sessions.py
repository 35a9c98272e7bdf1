"""What is the same about a session wherever it is shown: on a page, in a calendar, to a search
engine."""

import datetime
from dataclasses import dataclass

from safeguarding.contacts.models import Contact
from safeguarding.site import Site
from safeguarding.training.models import DAY, Course, Event, Moment, Session, Venue
from safeguarding.training.views import moments

SAMPLE = "SAMPLE: "
STATES = {
    "open": "Open for booking",
    "few places": "Few places left",
    "full": "Full",
    "waiting list": "Full, with a waiting list",
    "cancelled": "Cancelled",
    "moved": "Moved to this date",
}
CLOSED = "No longer open for booking"
WITH_PLACES = ("open", "few places", "moved")


@dataclass(frozen=True)
class SessionView:
    """A session with all that it names looked up, and what is said of it, for others to lay out.
    Nothing of it depends on the day: how it stands at an instant, `state_at` and `bookable_at` say.

    `starts` and `ends` are instants in UTC: of one given as days, the midnight before the first and
    the midnight after the last of them. Its `subject` is the course, or the event itself.
    `audiences_covered` are the ids of the audiences that this names and of those within them, in
    the order of data/audiences.yml.
    """

    session: Session
    subject: Course | Event
    venue: Venue | None
    booking: Contact
    audiences_covered: tuple[str, ...]
    starts: datetime.datetime
    ends: datetime.datetime
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
        return moments.in_words(self.session)

    @property
    def span(self) -> tuple[Moment, Moment]:
        """Where it begins and ends in a calendar: two instants in UTC; of one given as days, its
        first day and the day after its last."""
        if self.session.all_day:
            return self.session.starts, self.session.ends + DAY
        return self.starts, self.ends

    @property
    def place(self) -> str:
        """The venue with its address; empty where it has none."""
        if self.venue is None:
            return ""
        return ", ".join(filter(None, [self.venue.name, self.venue.address]))

    @property
    def cancelled(self) -> bool:
        return self.session.status == "cancelled"

    @property
    def is_course(self) -> bool:
        """Whether it takes bookings; no other event does."""
        return isinstance(self.subject, Course)

    @property
    def state(self) -> str:
        """Whether one can still come, in words, as long as it has not begun; empty for an event
        that takes no bookings and stands as planned."""
        if self.is_course or self.session.status in ("cancelled", "moved"):
            return STATES[self.session.status]
        return ""

    @property
    def has_places(self) -> bool:
        return self.is_course and self.session.status in WITH_PLACES

    @property
    def bookable(self) -> bool:
        """Whether one can book, or join a waiting list, as long as it has not begun."""
        return self.has_places or (self.is_course and self.session.status == "waiting list")

    def state_at(self, now: datetime.datetime) -> str:
        """The state at an instant: what has begun can no longer be booked."""
        closed = self.is_course and not self.cancelled and self.starts <= now
        return CLOSED if closed else self.state

    def bookable_at(self, now: datetime.datetime) -> bool:
        """Whether one can book, or join a waiting list, at an instant."""
        return self.bookable and now < self.starts


def views(site: Site) -> tuple[SessionView, ...]:
    """Every session of the programme, over or not, in the order of the file."""
    return tuple(view(site, session) for session in site.programme.sessions)


def view(site: Site, session: Session) -> SessionView:
    """The session with all that it names. What it names must be there: rules see to that."""
    subject = session if isinstance(session, Event) else site.courses[session.course]
    zone = site.board.timezone
    return SessionView(
        session=session,
        subject=subject,
        venue=_venue(site, session),
        booking=site.contacts[session.booking or site.programme.booking],
        audiences_covered=_covered(site, subject.audience),
        starts=moments.starts(session, zone),
        ends=moments.ends(session, zone),
        sample=site.programme.sample,
    )


def _venue(site: Site, session: Session) -> Venue | None:
    return next((venue for venue in site.programme.venues if venue.id == session.venue), None)


def _covered(site: Site, own: tuple[str, ...]) -> tuple[str, ...]:
    """These audiences, and those that lie within them."""
    return tuple(
        id for id, audience in site.audiences.items() if id in own or audience.within in own
    )
