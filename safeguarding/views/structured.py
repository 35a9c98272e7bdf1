"""The programme in the words of schema.org, for search engines."""

from safeguarding.library import Library
from safeguarding.models.training import Course, Session
from safeguarding.views import addresses, moments, sessions

STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}


def events(library: Library, found: list[Session]) -> dict:
    return _graph([_event(library, session) for session in found])


def courses(library: Library) -> dict:
    return _graph([_course(library, course) for course in library.courses.values()])


def _graph(things):
    return {"@context": "https://schema.org", "@graph": things}


def _event(library, session):
    online = any(venue.online for venue in library.programme.venues if venue.id == session.venue)
    place = sessions.place(library, session)
    mode = "OnlineEventAttendanceMode" if online else "OfflineEventAttendanceMode"
    return _known(
        {
            "@type": "EducationEvent" if session.kind == "course" else "Event",
            "@id": _address(library, addresses.session(session.id)),
            "name": sessions.labelled(library, session),
            "startDate": (
                session.starts.isoformat()
                if session.all_day
                else moments.stamp(moments.starts(session, library.board.timezone))
            ),
            "endDate": (
                session.ends.isoformat()
                if session.all_day
                else moments.stamp(moments.ends(session, library.board.timezone))
            ),
            "eventStatus": f"https://schema.org/{STATUS.get(session.status, 'EventScheduled')}",
            "eventAttendanceMode": f"https://schema.org/{mode}" if session.venue else None,
            "location": _location(library, place or library.board.area, online),
            "maximumAttendeeCapacity": session.places,
            "about": _course(library, library.courses[session.course]) if session.course else None,
            "organizer": _organizer(library),
        }
    )


def _location(library, place, online):
    if online:
        return _known(
            {
                "@type": "VirtualLocation",
                "name": place,
                "url": _address(library, addresses.TRAINING),
            }
        )
    return {"@type": "Place", "name": place, "address": place}


def _course(library, course: Course):
    return _known(
        {
            "@type": "Course",
            "@id": _address(library, f"{addresses.COURSES}#{course.id}"),
            "name": course.title,
            "description": " ".join(course.aims) or course.title,
            "provider": _organizer(library),
        }
    )


def _organizer(library):
    return _known(
        {"@type": "Organization", "name": library.board.name, "url": library.board.site_url}
    )


def _address(library, address):
    return library.board.site_url + address if library.board.site_url else None


def _known(thing):
    return {name: value for name, value in thing.items() if value is not None}
