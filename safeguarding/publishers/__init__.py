"""Ask the publishers of what our pages rest on whether anything changed since the day it was
checked.

Nothing here runs in a build: `make law` alone goes to the network, for a person or once a week.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from safeguarding.law.models import Authority
from safeguarding.publishers import govuk, legislation, plain
from safeguarding.publishers.client import GONE, Answer, Client, Unanswered, Unknown
from safeguarding.publishers.words import one_line
from safeguarding.shared.statements import Statement, statements
from safeguarding.site import Site


class Reader(Protocol):
    """A module that can read what one publisher answers."""

    def address(self, url: str) -> str:
        """What to ask for, to learn of the page at `url`."""
        ...

    def changes(
        self, answer: Answer, url: str, authority: Authority, today: datetime.date
    ) -> Iterator[str]:
        """A sentence for each thing that is new at `url` since the authority was checked. Raises
        Unknown where nobody can tell."""
        ...


# Those that tell when a text changed; all others are plain pages.
READERS: dict[str, Reader] = {"www.legislation.gov.uk": legislation, "www.gov.uk": govuk}


@dataclass(frozen=True)
class Finding:
    """What the publisher of one authority said: what `changed` since it was checked, or why that is
    `unknown`; neither means no change. `answered` is whether it said anything."""

    authority: Authority
    changed: tuple[str, ...] = ()
    unknown: str = ""
    statements: tuple[Statement, ...] = ()
    answered: bool = True


def ask(site: Site, client: Client, today: datetime.date) -> Iterator[Finding]:
    """A Finding for each authority that has an address on the web, in the order of data/law/."""
    for authority in site.authorities.values():
        if authority.url:
            yield _ask_one(site, client, authority, authority.url, today)


def _ask_one(
    site: Site, client: Client, authority: Authority, url: str, today: datetime.date
) -> Finding:
    try:
        changed = tuple(one_line(sentence) for sentence in _changes(client, authority, url, today))
    except Unknown as why:
        return Finding(authority, unknown=str(why), answered=not isinstance(why, Unanswered))
    touched = statements(site, authority.id) if changed else ()
    return Finding(authority, changed, statements=touched)


def _changes(client: Client, authority: Authority, url: str, today: datetime.date) -> Iterator[str]:
    reader = READERS.get(urlsplit(url).netloc.casefold(), plain)
    answer = client.get(reader.address(url))
    if answer.status in GONE:
        yield f"It is no longer at its address (status {answer.status})."
    else:
        yield from reader.changes(answer, url, authority, today)
