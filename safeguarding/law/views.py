"""All that pages of today rest on, in one list: what it is, how and when it was read, whether it
still counts, and where it is used."""

import datetime
import re
from dataclasses import dataclass

from safeguarding.law.models import Authority
from safeguarding.shared import addresses, authorities
from safeguarding.site import Site

KINDS = {"law": "Law", "guidance": "Guidance", "practice": "Practice", "local": "Agreed here"}
HOW = {"primary": "Text read", "mirror": "Text read in a mirror", "summary": "Summary only"}


@dataclass(frozen=True)
class Entry:
    """One authority with what readers are told of its state, how it was read, and (title, href) of
    each page that rests on it."""

    authority: Authority
    state: str
    how: str
    due: bool
    pages: tuple[tuple[str, str], ...]


def entries(
    site: Site, here: str, today: datetime.date
) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """(kind in words, its authorities by title), the binding ones first; a kind without one is left
    out."""
    used = {}
    for address, ids in site.rests_on().items():
        for id in ids:
            used.setdefault(id, []).append((site.title(address), addresses.relative(address, here)))
    found = [
        Entry(
            one,
            authorities.state(site, one, today),
            HOW[one.read],
            one.read_again < today,
            tuple(sorted(used.get(one.id, ()))),
        )
        for one in site.authorities.values()
    ]
    groups = (
        (
            words,
            tuple(
                sorted(
                    (entry for entry in found if entry.authority.kind == kind),
                    key=lambda entry: _order(entry.authority),
                )
            ),
        )
        for kind, words in KINDS.items()
    )
    return tuple(group for group in groups if group[1])


def _order(authority):
    """By title, then by the numbers in the part: section 5 before section 47, and section 47 before
    Schedule 8."""
    part = authority.part or ""
    return (
        authority.title.casefold(),
        part.startswith("Schedule"),
        [int(number) for number in re.findall(r"\d{1,9}", part)],
        part,
    )
