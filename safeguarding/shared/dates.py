"""What changed about dates of the programme, as news for readers."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from safeguarding.shared import addresses, words
from safeguarding.site import Site
from safeguarding.training.models import Event, Session


class Moved(NamedTuple):
    """A change of a date: when, what the date is called, where it stands on the day for which this
    is told, where it stood while it lay ahead, and what changed."""

    on: datetime.date
    title: str
    address: str
    lasting: str
    what: str


def changes(site: Site, today: datetime.date) -> Iterator[Moved]:
    """Every change of every date. What is over no longer stands on the page of dates. A sample is
    no news."""
    if site.programme.sample:
        return
    for session in site.sessions:
        lasting = addresses.session(session.id)
        is_shown = session.last.over.date() > today
        for change in session.changes:
            yield Moved(
                change.on,
                _title(site, session),
                lasting if is_shown else addresses.TRAINING,
                lasting,
                _what(session, change.what) if change is session.changes[-1] else change.what,
            )


def _title(site: Site, session: Session) -> str:
    name = session.title if isinstance(session, Event) else site.courses[session.course].title
    return f"{name}, {words.day(session.begins.date())}"


def _what(session: Session, what: str) -> str:
    """The last change of what is cancelled begins with that."""
    return f"Cancelled. {what}" if session.status == "cancelled" else what
