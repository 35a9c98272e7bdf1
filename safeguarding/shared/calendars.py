"""What every calendar (RFC 5545) of the site has.

Times are in UTC, which every client turns into its reader's own: a calendar then needs no table of
when clocks change.
"""

import datetime
import uuid

from icalendar import Calendar, vText

from safeguarding.site import Site

NAMES = uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57")  # of this generator's calendars
REFRESH = datetime.timedelta(hours=1)  # how often a subscriber asks again


def empty(site: Site, name: str) -> Calendar:
    """A calendar of that name without events."""
    root = Calendar()
    root.add("prodid", f"-//{site.board.name}//safeguarding//EN")
    root.add("version", "2.0")
    root.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        root.add(key, vText(name))
    root.add("x-wr-timezone", site.board.timezone)
    root.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    root.add("x-published-ttl", "PT1H")
    return root


def uid(name: str) -> str:
    """What names an event for ever, out of what never changes about it."""
    return uuid.uuid5(NAMES, name).urn


def midnight(day: datetime.date) -> datetime.datetime:
    """The instant at which a day begins in UTC."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
