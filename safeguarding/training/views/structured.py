"""The programme in the words of schema.org, for search engines."""

from collections.abc import Iterable
from typing import Any

from safeguarding.shared import addresses
from safeguarding.site import Site
from safeguarding.training.models import Course
from safeguarding.training.views import moments
from safeguarding.training.views.sessions import SessionView

Thing = dict[str, Any]  # of schema.org, by the names of its properties
STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}


def events(site: Site, views: Iterable[SessionView]) -> Thing:
    """These sessions as a graph, in their order."""
    return _graph([_event(site, view) for view in views])


def courses(site: Site) -> Thing:
    """The catalogue as a graph, in its order."""
    return _graph([_course(site, course) for course in site.courses.values()])


def _graph(things: list[Thing]) -> Thing:
    return {"@context": "https://schema.org", "@graph": things}


def _event(site: Site, view: SessionView) -> Thing:
    session = view.session
    begin, finish = _begin_and_end(view)
    return _present(
        {
            "@type": "EducationEvent" if session.kind == "course" else "Event",
            "@id": _address(site, addresses.session(session.id)),
            "name": view.public_title,
            "startDate": begin,
            "endDate": finish,
            "eventStatus": f"https://schema.org/{STATUS.get(session.status, 'EventScheduled')}",
            "eventAttendanceMode": _mode(view),
            "location": _location(site, view),
            "maximumAttendeeCapacity": session.places,
            "about": _course(site, view.subject) if isinstance(view.subject, Course) else None,
            "organizer": _organizer(site),
        }
    )


def _begin_and_end(view: SessionView) -> tuple[str, str]:
    """Two instants in UTC; of a session given as days, its first day and its last."""
    if view.session.all_day:
        return view.session.starts.isoformat(), view.session.ends.isoformat()
    return moments.utc_text(view.starts), moments.utc_text(view.ends)


def _mode(view: SessionView) -> str | None:
    if view.venue is None:
        return None
    mode = "OnlineEventAttendanceMode" if view.venue.online else "OfflineEventAttendanceMode"
    return f"https://schema.org/{mode}"


def _location(site: Site, view: SessionView) -> Thing:
    """The venue; without one, the board's area."""
    place = view.place or site.board.area
    if view.venue and view.venue.online:
        address = _address(site, addresses.TRAINING)
        return _present({"@type": "VirtualLocation", "name": place, "url": address})
    return {"@type": "Place", "name": place, "address": place}


def _course(site: Site, course: Course) -> Thing:
    return _present(
        {
            "@type": "Course",
            "@id": _address(site, f"{addresses.COURSES}#{course.id}"),
            "name": course.title,
            "description": " ".join(course.aims) or course.title,
            "provider": _organizer(site),
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
