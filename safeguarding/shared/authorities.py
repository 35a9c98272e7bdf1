"""What readers are told of the state of what a page rests on."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from safeguarding.law.models import SUPERSEDED, Authority
from safeguarding.shared import words
from safeguarding.site import Site


@dataclass(frozen=True)
class Cited:
    """An authority at the foot of a page, and what a reader must know of its state; nothing when it
    is in force."""

    authority: Authority
    state: str
    replaced: bool


def sources(site: Site, ids: Iterable[str], today: datetime.date) -> tuple[Cited, ...]:
    """The authorities with these ids, in their order."""
    found = (site.authorities[id] for id in ids)
    return tuple(
        Cited(one, state(site, one, today), one.state(today) == SUPERSEDED) for one in found
    )


def state(site: Site, authority: Authority, today: datetime.date) -> str:
    """What a reader must know of an authority on that day: not yet in force, or replaced; or what
    is known to come. Nothing where it simply is in force."""
    match authority.state(today):
        case "not yet in force" if authority.from_:
            return f"Not yet in force: it starts on {words.day(authority.from_)}"
        case "not yet in force":
            return "Not known to be in force yet"
        case "superseded":
            return f"Replaced by: {_successor(site, authority)}"
    if authority.until:
        return f"In force until {words.day(authority.until)}. Then: {_successor(site, authority)}"
    return ""


def _successor(site: Site, authority: Authority) -> str:
    return site.authorities[authority.superseded_by or ""].name
