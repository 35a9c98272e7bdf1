"""The programme in the words of schema.org, for search engines."""

from safeguarding.shared import addresses
from safeguarding.site import Site
from safeguarding.training.models import Course, Session
from safeguarding.training.views import moments, sessions

STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}


def events(site: Site, found: list[Session]) -> dict:
    return _graph([_event(site, session) for session in found])


def courses(site: Site) -> dict:
    return _graph([_course(site, course) for course in site.courses.values()])


def _graph(things):
    return {"@context": "https://schema.org", "@graph": things}


def _event(site, session):
    online = any(venue.online for venue in site.programme.venues if venue.id == session.venue)
    place = sessions.place(site, session)
    mode = "OnlineEventAttendanceMode" if online else "OfflineEventAttendanceMode"
    return _known(
        {
            "@type": "EducationEvent" if session.kind == "course" else "Event",
            "@id": _address(site, addresses.session(session.id)),
            "name": sessions.labelled(site, session),
            "startDate": (
                session.starts.isoformat()
                if session.all_day
                else moments.stamp(moments.starts(session, site.board.timezone))
            ),
            "endDate": (
                session.ends.isoformat()
                if session.all_day
                else moments.stamp(moments.ends(session, site.board.timezone))
            ),
            "eventStatus": f"https://schema.org/{STATUS.get(session.status, 'EventScheduled')}",
            "eventAttendanceMode": f"https://schema.org/{mode}" if session.venue else None,
            "location": _location(site, place or site.board.area, online),
            "maximumAttendeeCapacity": session.places,
            "about": _course(site, site.courses[session.course]) if session.course else None,
            "organizer": _organizer(site),
        }
    )


def _location(site, place, online):
    if online:
        return _known(
            {
                "@type": "VirtualLocation",
                "name": place,
                "url": _address(site, addresses.TRAINING),
            }
        )
    return {"@type": "Place", "name": place, "address": place}


def _course(site, course: Course):
    return _known(
        {
            "@type": "Course",
            "@id": _address(site, f"{addresses.COURSES}#{course.id}"),
            "name": course.title,
            "description": " ".join(course.aims) or course.title,
            "provider": _organizer(site),
        }
    )


def _organizer(site):
    return _known({"@type": "Organization", "name": site.board.name, "url": site.board.site_url})


def _address(site, address):
    return site.board.site_url + address if site.board.site_url else None


def _known(thing):
    return {name: value for name, value in thing.items() if value is not None}
