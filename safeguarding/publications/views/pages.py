"""The page of one publication: what it is, whether it is current, and what goes with it."""

import datetime
from dataclasses import dataclass

from safeguarding.contacts.models import Contact
from safeguarding.publications.models import Publication, PublicationsFile
from safeguarding.publications.views import lists
from safeguarding.publications.views.lists import Entry
from safeguarding.shared import addresses, words
from safeguarding.site import Site


@dataclass(frozen=True)
class Notice:
    """Why lists no longer have it: when a newer version took its place, with the newest; or the
    last day on which it was current."""

    on: str
    newest: Entry | None = None


def notice(site: Site, one: Publication, here: str, today: datetime.date) -> Notice | None:
    """What readers are told first of a publication that is no longer current."""
    newer = site.successors.get(one.id)
    if newer:
        newest = newer
        while newest.id in site.successors:
            newest = site.successors[newest.id]
        return Notice(words.date(newer.published), lists.entry(site, newest, here))
    if one.until and one.until < today:
        return Notice(words.day(one.until))
    return None


def facts(site: Site, one: Publication) -> tuple[tuple[str, str], ...]:
    """(label, words) of what is known of it; what nobody says is left out."""
    known = (
        ("Kind", site.publication_kinds[one.kind].one),
        ("Published", words.date(one.published)),
        ("Date of the document", words.date(one.dated) if one.dated else ""),
        ("For", words.join([site.audiences[id].title for id in one.audience])),
        ("Subject", words.join([site.subjects[id].title for id in one.subjects])),
        ("Current until", words.day(one.until) if one.until else ""),
    )
    return tuple((label, told) for label, told in known if told)


def related(site: Site, one: Publication, here: str) -> tuple[Entry, ...]:
    """What it tells of, and what tells of it."""
    return tuple(
        lists.entry(site, other, here)
        for other in site.publications.values()
        if other.id == one.about or other.about == one.id
    )


def older(site: Site, one: Publication, here: str) -> tuple[Entry, ...]:
    """The versions of before, the newest first."""
    found: list[Entry] = []
    while one.replaces:
        one = site.publications[one.replaces]
        found.append(lists.entry(site, one, here))
    return tuple(found)


def keeper_of_formats(site: Site, one: Publication) -> Contact | None:
    """Who gives it in another form, if it or its file says so."""
    file = site.files[one.place.path]
    of_all = file.other_formats if isinstance(file, PublicationsFile) else None
    named = one.other_formats or of_all
    return site.contacts[named] if named else None


def list_beside(site: Site, one: Publication, here: str, today: datetime.date) -> tuple[str, str]:
    """(title, way) of the list of those of its kind; of all of them, where none of its kind is
    current."""
    kind = site.publication_kinds[one.kind]
    alike = (other for other in site.publications.values() if other.kind == kind.id)
    if any(site.is_listed(other, today) for other in alike):
        return kind.title, addresses.relative(addresses.publications("kinds", kind.id), here)
    return "Publications", addresses.relative(addresses.PUBLICATIONS, here)
