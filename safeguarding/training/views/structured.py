"""The programme in the words of schema.org, for search engines."""

from collections.abc import Iterable
from typing import Any

from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Course, Session
from safeguarding.training.views import booking
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.sessions import DayView, SessionView

Thing = dict[str, Any]  # of schema.org, by the names of its properties
STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}
MOVED = {"to this date": "EventRescheduled", "online": "EventMovedOnline"}
AVAILABLE = {
    "few places": "LimitedAvailability",
    "full": "SoldOut",
    "waiting list": "SoldOut",
    "cancelled": "Discontinued",
}
CURRENCY = "GBP"
AT_ANY_TIME = {"@type": "CourseInstance", "courseMode": "online"}


def events(site: Site, views: Iterable[SessionView]) -> Thing:
    """These sessions as a graph, in their order."""
    return _graph([_event(site, view) for view in views])


def courses(site: Site) -> Thing:
    """The catalogue as a graph, in its order."""
    return _graph([_course(site, course, offered=True) for course in site.courses.values()])


def _graph(things: list[Thing]) -> Thing:
    return {"@context": "https://schema.org", "@graph": things}


def _event(site: Site, view: SessionView) -> Thing:
    session = view.session
    begin, _ = _begin_and_end(view.days[0])
    _, finish = _begin_and_end(view.days[-1])
    several = len(view.days) > 1
    return _present(
        {
            "@type": "EducationEvent" if session.kind == "course" else "Event",
            "@id": _address(site, addresses.session(session.id)),
            "name": view.public_title,
            "startDate": begin,
            "endDate": finish,
            "eventStatus": f"https://schema.org/{_status(session)}",
            "eventAttendanceMode": _mode(view),
            "location": _location(site, view.days[0]),
            "maximumAttendeeCapacity": session.places,
            "subEvent": [_day(site, view, day) for day in view.days] if several else None,
            "offers": _offers(view.booking, view) if view.takes_bookings else None,
            "about": _about(site, view),
            "organizer": _organizer(site),
        }
    )


def _about(site: Site, view: SessionView) -> Thing | None:
    """The course of a date, whose offer is that of the date."""
    if not isinstance(view.subject, Course):
        return None
    return _course(site, view.subject, offered=False)


def _day(site: Site, view: SessionView, day: DayView) -> Thing:
    """One day of a session that has several."""
    begin, finish = _begin_and_end(day)
    return {
        "@type": "Event",
        "name": view.title_of(day),
        "startDate": begin,
        "endDate": finish,
        "location": _location(site, day),
    }


def _begin_and_end(day: DayView) -> tuple[str, str]:
    """Two instants in UTC; of what is given as days, its first day and its last."""
    if day.times.all_day:
        return day.times.starts.isoformat(), day.times.ends.isoformat()
    return words.utc_text(day.starts), words.utc_text(day.ends)


def _status(session: Session) -> str:
    """Whether it takes place, in words of schema.org."""
    moved = MOVED.get(session.moved or "", "EventScheduled")
    return STATUS.get(session.status, moved)


def _mode(view: SessionView) -> str | None:
    """Whether people come to a room, to a page, or to one after the other."""
    online = {day.venue.online for day in view.days if day.venue}
    if not online:
        return None
    mode = "Mixed" if len(online) > 1 else "Online" if online.pop() else "Offline"
    return f"https://schema.org/{mode}EventAttendanceMode"


def _location(site: Site, day: DayView) -> Thing:
    """The venue; without one, the board's area."""
    place = day.place or site.board.area
    if day.venue and day.venue.online:
        address = _address(site, addresses.TRAINING)
        return _present({"@type": "VirtualLocation", "name": place, "url": address})
    return {"@type": "Place", "name": place, "address": place}


def _offers(known: BookingView, view: SessionView | None = None) -> list[Thing] | None:
    """What a place costs, one offer for each who pays, and who takes the booking; None where
    nobody says either."""
    if not known.is_known and not known.prices:
        return None
    offer = {
        "@type": "Offer",
        "url": known.page,
        "availability": _availability(view) if view else None,
        "availabilityEnds": known.until.isoformat() if known.until else None,
        "offeredBy": _desk(known) if known.desk.reachable else None,
    }
    if not known.prices:
        return [_present(offer)]
    return [
        _present(offer | {"name": who, "price": str(pounds), "priceCurrency": CURRENCY})
        for who, pounds in known.prices
    ]


def _availability(view: SessionView) -> str:
    return f"https://schema.org/{AVAILABLE.get(view.session.status, 'InStock')}"


def _desk(known: BookingView) -> Thing:
    """Who takes bookings. That nobody has confirmed it is said here too."""
    desk = known.desk
    return _present(
        {
            "@type": "Organization",
            "name": desk.name,
            "telephone": desk.phone,
            "email": desk.email,
            "url": desk.url,
            "description": known.doubt or None,
        }
    )


def _course(site: Site, course: Course, *, offered: bool) -> Thing:
    return _present(
        {
            "@type": "Course",
            "@id": _address(site, f"{addresses.COURSES}#{course.id}"),
            "name": course.title,
            "description": " ".join(course.aims) or course.title,
            "provider": _organizer(site),
            "offers": _offers(booking.of_course(site, course)) if offered else None,
            "hasCourseInstance": AT_ANY_TIME if course.any_time else None,
        }
    )


def _organizer(site: Site) -> Thing:
    return _present({"@type": "Organization", "name": site.board.name, "url": site.board.site_url})


def _address(site: Site, address: str) -> str | None:
    """The whole address, where the site has a public one."""
    return site.board.site_url + address if site.board.site_url else None


def _present(thing: Thing) -> Thing:
    """The thing without the properties that nobody knows."""
    return {name: value for name, value in thing.items() if value is not None}
