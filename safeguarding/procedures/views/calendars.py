"""The days on which something falls due, as a calendar."""

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from safeguarding.procedures.views.reviews import Review
from safeguarding.shared import calendars, words
from safeguarding.site import Site

DAY = datetime.timedelta(days=1)


def calendar(site: Site, due: Iterable[Review]) -> Calendar:
    """The days on which something falls due, as a calendar for those who keep the procedures."""
    root = calendars.empty(site, f"{site.board.name}: reviews due")
    for review in due:
        root.add_component(_review(site, review))
    return root


def _review(site: Site, review: Review) -> Event:
    event = Event()
    procedure = site.procedures.get(review.id) if review.kind == "review" else None
    name = f"{site.board.area} {review.kind} {review.id} {review.due}"
    event.add("uid", calendars.uid(name))
    event.add("dtstamp", calendars.midnight(procedure.last_reviewed if procedure else review.due))
    event.add("summary", f"Review due: {review.title}" if procedure else review.title)
    event.add("dtstart", review.due)
    event.add("dtend", review.due + DAY)
    event.add("transp", "TRANSPARENT")
    if procedure:
        event.add("last-modified", calendars.midnight(procedure.last_reviewed))
        event.add(
            "description",
            f"Kept by the {review.owner}. Last reviewed on {words.day(procedure.last_reviewed)}.",
        )
    return event
