"""Ask the publishers of what our pages rest on whether anything changed since the day it was
checked.

Nothing here runs in a build: `make law` alone goes to the network, for a person or once a week.
"""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from safeguarding.law.models import Authority
from safeguarding.publishers import govuk, legislation, plain
from safeguarding.publishers.client import GONE, Client, Unanswered, Unknown
from safeguarding.publishers.words import one_line
from safeguarding.shared.statements import Statement, statements
from safeguarding.site import Site

READERS = {
    "www.legislation.gov.uk": legislation,
    "www.gov.uk": govuk,
}  # those that tell when a text changed; others are plain pages


@dataclass(frozen=True)
class Finding:
    """What the publisher of one authority said: what `changed` since it was checked, or why that is
    `unknown`; neither means no change. `answered` is whether it said anything."""

    authority: Authority
    changed: tuple[str, ...] = ()
    unknown: str = ""
    statements: tuple[Statement, ...] = ()
    answered: bool = True


def ask(site: Site, client: Client, today: datetime.date):
    """A Finding for each authority that has an address on the web, in the order of data/law/."""
    for authority in site.authorities.values():
        if authority.url:
            yield _ask_one(site, client, authority, today)


def _ask_one(site, client, authority, today):
    try:
        changed = tuple(map(one_line, _changes(client, authority, today)))
        return Finding(
            authority, changed, statements=statements(site, authority.id) if changed else ()
        )
    except Unknown as why:
        return Finding(authority, unknown=str(why), answered=not isinstance(why, Unanswered))


def _changes(client, authority, today):
    reader = READERS.get(urlsplit(authority.url).netloc.casefold(), plain)
    answer = client.get(reader.address(authority.url))
    if answer.status in GONE:
        return (f"It is no longer at its address (status {answer.status}).",)
    return reader.changes(answer, authority, today)
