"""What is the same about a session wherever it is shown: on a page, in a calendar, to a search
engine."""

from safeguarding.contacts.models import Contact
from safeguarding.site import Site
from safeguarding.training.models import Session

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
FREE = ("open", "few places", "moved")


def title(site: Site, session: Session) -> str:
    return site.courses[session.course].title if session.course else session.title


def labelled(site: Site, session: Session) -> str:
    """The title as it leaves the site: a sample says so wherever it goes, and what is cancelled
    says that."""
    return (
        (SAMPLE if site.programme.sample else "")
        + ("Cancelled: " if session.status == "cancelled" else "")
        + title(site, session)
    )


def state(session: Session, begun: bool = False) -> str:
    """Whether one can still come, in words; nothing for an event that takes no bookings and stands
    as planned."""
    if begun and session.kind == "course" and session.status != "cancelled":
        return CLOSED
    return (
        STATES[session.status]
        if session.kind == "course" or session.status in ("cancelled", "moved")
        else ""
    )


def has_places(session: Session) -> bool:
    return session.kind == "course" and session.status in FREE


def bookable(session: Session) -> bool:
    """Whether one can book, or join a waiting list, as long as it has not begun."""
    return has_places(session) or (session.kind == "course" and session.status == "waiting list")


def booking(site: Site, session: Session) -> Contact:
    return site.contacts[session.booking or site.programme.booking]


def place(site: Site, session: Session) -> str:
    """The venue with its address, or nothing."""
    venue = next((venue for venue in site.programme.venues if venue.id == session.venue), None)
    return ", ".join(filter(None, [venue.name, venue.address])) if venue else ""


def own_audience(site: Site, session: Session) -> tuple[str, ...]:
    return site.courses[session.course].audience if session.course else session.audience


def everyone_meant(site: Site, session: Session) -> tuple[str, ...]:
    """The audiences of a session, and those that lie within them."""
    own = own_audience(site, session)
    return tuple(
        id for id, audience in site.audiences.items() if id in own or audience.within in own
    )
