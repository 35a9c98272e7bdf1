"""Where things live on the site, and how one page points to another."""

import posixpath
from functools import cache

CONTACTS = "about/contacts/"  # every contact, at its id
SOURCES = "about/sources/"  # every authority, at its id
TRAINING, COURSES, BY_AUDIENCE = "training/", "training/courses/", "training/by-audience/"
CALENDAR = "training/calendar.ics"
PUBLICATIONS = "publications/"  # the list of them all
OFFLINE = "offline/"  # what can be read without a connection
ASSETS = "assets/"  # files for readers
DATA = "data/"  # every table as CSV and JSON, by its id


def procedure(id: str) -> str:
    return f"procedures/{id}/"


def section(folder: str, id: str) -> str:
    return f"{folder}/{id}/"


def priority(page: str, id: str) -> str:
    """A priority of the plan that stands on that page."""
    return f"{page}#{id}"


def action(page: str, id: str) -> str:
    """An action of the plan that stands on that page."""
    return f"{page}#action-{id}"


def session(id: str) -> str:
    return f"training/#{id}"


def month(id: str) -> str:
    """The page of the dates of a month, like 2027-01, where one page cannot hold all months."""
    return f"{TRAINING}{id}/"


def session_feed(id: str) -> str:
    return f"training/sessions/{id}.ics"


def course_feed(id: str) -> str:
    return f"training/courses/{id}.ics"


def audience_feed(id: str) -> str:
    return f"training/by-audience/{id}.ics"


def publications(by: str, id: str) -> str:
    """The list of those of one kind, subject or audience: `by` is kinds, subjects or audiences."""
    return f"{PUBLICATIONS}{by}/{id}/"


def file(target: str, here: str) -> str:
    """The way to the file `target` from the page at address `here`."""
    return posixpath.relpath(target, here or ".")


@cache  # most links of a page stand on others too
def relative(target: str, here: str) -> str:
    """The way to the address `target` from the page at address `here`; both start at the site's
    root."""
    path, mark, anchor = target.partition("#")
    way = posixpath.relpath(path or ".", here or ".")
    if way == ".":
        return mark + anchor
    return f"{way}/{mark}{anchor}"
