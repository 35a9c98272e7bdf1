"""The catalogue: what is known of each course, how to book it, its next dates, and who came."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.shared import addresses, origins, words
from safeguarding.shared.origins import Origin
from safeguarding.site import Site
from safeguarding.training.models import Course
from safeguarding.training.views import booking, dates, invitations
from safeguarding.training.views.booking import BookingView
from safeguarding.training.views.dates import DateView, Few, Rest
from safeguarding.training.views.sessions import SessionView


@dataclass(frozen=True)
class OfferView:
    """A course of the catalogue: (label, words) pairs of what is known of it, where that comes from
    but for the archive, how to book it, its next dates, and its calendar: the address, and
    (service, link) pairs to subscribe."""

    course: Course
    facts: tuple[tuple[str, str], ...]
    origin: Origin | None
    booking: BookingView
    sessions: tuple[DateView, ...]
    rest: Rest | None
    feed: str
    services: tuple[tuple[str, str], ...]


def offers(site: Site, here: str, now: datetime.datetime) -> tuple[OfferView, ...]:
    """Every course in the order of the catalogue, as the page at the address `here` shows it."""
    taught: dict[str | None, list[SessionView]] = defaultdict(list)
    for view in dates.spread(site, now).upcoming:
        taught[view.session.course].append(view)
    return tuple(
        _offer(
            site, course, here, dates.few(site, taught[course.id], here, now, f"course={course.id}")
        )
        for course in site.courses.values()
    )


def _offer(site: Site, course: Course, here: str, few: Few) -> OfferView:
    return OfferView(
        course,
        _facts(site, course),
        _origin(site, course),
        booking.of_course(site, course),
        few.sessions,
        few.rest,
        addresses.file(addresses.course_feed(course.id), here),
        invitations.subscriptions(site, addresses.course_feed(course.id)),
    )


def _facts(site: Site, course: Course) -> tuple[tuple[str, str], ...]:
    """(label, words) of what is known of a course. What readers need is to be confirmed where
    nobody knows it; the rest is left out."""
    unknown = site.board.unconfirmed
    facts = (
        ("Who it is for", words.join([site.audiences[id].title for id in course.audience])),
        ("Length", course.length or unknown),
        ("Level", course.level or ""),
        ("Aims", " ".join(course.aims) or unknown),
        ("What to do first", course.prerequisites or unknown),
        ("When to come again", course.renewal or ""),
        ("Taught by", words.join(list(course.trainers))),
        ("Kept by", site.group_name(course.owner)),
        *_who_came(site, course),
        ("Note", course.note or ""),
        ("In the report", "" if _origin(site, course) else origins.place(course)),
    )
    return tuple((label, fact) for label, fact in facts if fact)


def _origin(site: Site, course: Course) -> Origin | None:
    """Where a course comes from, if that is no report of the archive and readers can go there, or
    are told the place."""
    source = site.sources.get(site.source_id_of(course))
    if source is None or source.archive:
        return None
    origin = origins.of(site, course)
    return origin if origin.url or origin.place else None


def _who_came(site: Site, course: Course) -> Iterator[tuple[str, str]]:
    """(label, words) for each year in which the course was given."""
    for record in site.every_attendance:
        for row in record.courses:
            if row.course == course.id and row.delegates is not None:
                yield f"Who came, {record.period}", f"{words.number(row.delegates)} delegates"
