"""All that pages of today rest on, in one list: what it is, how and when it was read, whether it
still counts, and where it is used."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.law.models import Authority
from safeguarding.shared import addresses, authorities
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site

KINDS = {"law": "Law", "guidance": "Guidance", "practice": "Practice", "local": "Agreed here"}
HOW = {"primary": "Text read", "mirror": "Text read in a mirror", "summary": "Summary only"}


@dataclass(frozen=True)
class AuthorityView:
    """One authority with what readers are told of its state, how it was read, whether it is to be
    read again (`due`), and (title, href) of each page that rests on it."""

    authority: Authority
    state: str
    how: str
    due: bool
    pages: tuple[tuple[str, str], ...]


def entries(
    site: Site, here: str, today: datetime.date
) -> tuple[tuple[str, tuple[AuthorityView, ...]], ...]:
    """(kind in words, its authorities by title), the binding ones first; a kind without one is left
    out."""
    pages = _pages_resting_on(site)
    by_kind: dict[str, list[AuthorityView]] = {kind: [] for kind in KINDS}
    for authority in sorted(site.authorities.values(), key=_order):
        links = [
            (site.title(address), addresses.relative(address, here))
            for address in pages[authority.id]
        ]
        by_kind[authority.kind].append(
            AuthorityView(
                authority=authority,
                state=authorities.state(site, authority, today),
                how=HOW[authority.read],
                due=authority.read_again < today,
                pages=tuple(sorted(links)),
            )
        )
    return tuple((KINDS[kind], tuple(views)) for kind, views in by_kind.items() if views)


def _pages_resting_on(site: Site) -> dict[str, list[str]]:
    """The addresses of the pages that rest on each authority, by its id."""
    pages: dict[str, list[str]] = defaultdict(list)
    for address, ids in site.rests_on().items():
        for id in ids:
            pages[id].append(address)
    return pages


def _order(authority: Authority) -> tuple[str, bool, list[int], str]:
    """By title, then by the numbers in the part: section 5 before section 47, and section 47 before
    Schedule 8."""
    part = authority.part or ""
    return (
        authority.title.casefold(),
        part.startswith("Schedule"),
        [int(number) for number in re.findall(r"\d{1,9}", part)],
        part,
    )


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: everything that pages of today rest on."""
    if site.authorities:
        yield DataTable("law-and-guidance", lambda: authority_list(site))


def authority_list(site: Site) -> Table:
    """Every authority in the order of data/law/, with the addresses of the pages that rest on
    it."""
    pages = _pages_resting_on(site)
    rows = (
        entry(
            authority.id,
            authority.title,
            authority.part,
            authority.kind,
            authority.edition,
            authority.status,
            authority.from_,
            authority.until,
            authority.superseded_by,
            authority.checked,
            authority.read,
            authority.read_in,
            authority.url,
            tuple(pages[authority.id]),
        )
        for authority in site.authorities.values()
    )
    return listing(
        "law-and-guidance",
        "Law and guidance that pages of today rest on",
        "Title",
        (
            "Part",
            "Kind",
            "Edition",
            "Status",
            "From",
            "Until",
            "Replaced by",
            "Checked",
            "How it was read",
            "What was read",
            "Page on the web",
            "Addresses of pages that rest on it",
        ),
        rows,
    )
