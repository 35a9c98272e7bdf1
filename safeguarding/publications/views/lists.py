"""Publications in lists: all of them, or those of one kind, on one subject, for one audience; by
year, the newest first, with those alone that are current."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, Protocol

from safeguarding.publications.models import Publication
from safeguarding.shared import addresses, words
from safeguarding.site import Site

By = Literal["kinds", "subjects", "audiences"]
Choose = Callable[[Publication], bool]


class Titled(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


@dataclass(frozen=True)
class Entry:
    """A publication in a list: what it is called, where it is, what it is and when it was
    published, and what it tells."""

    title: str
    href: str
    told: str
    summary: str


@dataclass(frozen=True)
class Year:
    """The publications of a year; `id` is its anchor."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Choice:
    """A list that a reader can choose, how many it has, and whether it is this one."""

    title: str
    href: str
    number: int
    here: bool


@dataclass(frozen=True)
class Filter:
    """A way to choose fewer."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Listing:
    """A list with an address of its own: those `by` one kind, subject or audience."""

    by: By
    id: str
    title: str
    publications: tuple[Publication, ...]

    @property
    def address(self) -> str:
        return addresses.publications(self.by, self.id)


def current(site: Site, today: datetime.date) -> tuple[Publication, ...]:
    """Those that lists show, the newest first."""
    listed = [one for one in site.publications.values() if site.is_listed(one, today)]
    return tuple(sorted(listed, key=lambda one: (-one.first_day.toordinal(), one.title, one.id)))


def entry(site: Site, one: Publication, here: str) -> Entry:
    """A publication in a list of the page at the address `here`."""
    kind = site.publication_kinds[one.kind].one
    told = f"{kind}, {words.date(one.published)}"
    return Entry(one.title, addresses.relative(one.address, here), told, one.summary)


def entries(site: Site, publications: Iterable[Publication], here: str) -> tuple[Entry, ...]:
    return tuple(entry(site, one, here) for one in publications)


def years(site: Site, publications: Iterable[Publication], here: str) -> tuple[Year, ...]:
    """The same by year; they come the newest first."""
    by_year = groupby(publications, key=lambda one: one.first_day.year)
    return tuple(
        Year(f"year-{year}", str(year), entries(site, alike, here)) for year, alike in by_year
    )


def listings(site: Site, today: datetime.date) -> tuple[Listing, ...]:
    """Every list of those of one kind, subject or audience that is not empty, in the order of the
    data."""
    every = current(site, today)
    known: tuple[tuple[By, Iterable[Titled]], ...] = (
        ("kinds", site.publication_kinds.values()),
        ("subjects", site.subjects.values()),
        ("audiences", site.audiences.values()),
    )
    made = (
        Listing(by, one.id, one.title, tuple(filter(chooses(site, by, one.id), every)))
        for by, titled in known
        for one in titled
    )
    return tuple(listing for listing in made if listing.publications)


def chooses(site: Site, by: By, id: str) -> Choose:
    """Which publications are of that kind, on that subject, or for that audience: what is for a
    wider audience is for it too."""
    if by == "kinds":
        return lambda one: one.kind == id
    if by == "subjects":
        return lambda one: id in one.subjects
    meant = {id, site.audiences[id].within}
    return lambda one: bool(meant & {*one.audience})


FILTERS: dict[By, str] = {"kinds": "Kind", "subjects": "Subject", "audiences": "For"}


def filters(site: Site, here: str, today: datetime.date) -> tuple[Filter, ...]:
    """The ways to choose fewer, as the page at the address `here` offers them."""
    offered = groupby(listings(site, today), key=lambda listing: listing.by)
    return tuple(
        Filter(FILTERS[by], tuple(_choice(listing, here) for listing in alike))
        for by, alike in offered
    )


def _choice(listing: Listing, here: str) -> Choice:
    href = addresses.relative(listing.address, here)
    return Choice(listing.title, href, len(listing.publications), listing.address == here)
