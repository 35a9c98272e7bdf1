"""Lists that make themselves: words explained, A to Z, what changed."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from safeguarding.board.models import Page, Term
from safeguarding.contacts.models import Contact
from safeguarding.dates import known_day
from safeguarding.languages import Spoken
from safeguarding.publications.models import Publication
from safeguarding.shared import addresses, dates, plans, turns, words
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site, Value

T = TypeVar("T")


@dataclass(frozen=True)
class NoticeView:
    """What stands above every page: whom to turn to, with what is said beside one whom nobody has
    confirmed; the page that says more, with its title; and the instant at which it goes, in UTC, as
    computers write it."""

    text: str
    contact: Contact | None
    doubt: str
    page: str
    title: str
    until: str


def notice(site: Site, now: datetime.datetime) -> NoticeView | None:
    """What stands above every page at an instant, if anything does."""
    zone = site.board.timezone
    shown = next((one for one in site.notices if one.is_there(now, zone)), None)
    if shown is None:
        return None
    contact = site.contacts[shown.contact] if shown.contact else None
    return NoticeView(
        text=shown.text,
        contact=contact,
        doubt=site.board.unconfirmed if contact and contact.doubtful else "",
        page=shown.page or "",
        title=site.title(shown.page) if shown.page else "",
        until=words.utc_text(shown.ends_at(zone)),
    )


def absent(site: Site, now: datetime.datetime) -> tuple[str, ...]:
    """The names of the pages that are not there yet at an instant, or no more, like docs/a.md."""
    zone = site.board.timezone
    pages = site.files_of(Page).items()
    return tuple(name for name, head in pages if not head.is_there(now, zone))


def ends(site: Site, now: datetime.datetime) -> dict[str, tuple[str, datetime.date]]:
    """When each page goes that is there at an instant only for a time, by its address: in UTC, as
    computers write it, and the day or the time."""
    zone = site.board.timezone
    return {
        address: (words.utc_text(head.ends_at(zone)), head.until)
        for address, head in site.pages.items()
        if isinstance(head, Page) and head.until and head.is_there(now, zone)
    }


def glossary(site: Site) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """(letter, its terms)."""
    terms = sorted(site.glossary, key=lambda term: term.term.casefold())
    return _by_letter(terms, lambda term: term.term)


def _by_letter(
    entries: Iterable[T], word: Callable[[T], str]
) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """(capital letter, the entries whose word begins with it); they come in the order of their
    words."""
    groups = groupby(entries, key=lambda item: word(item)[0].upper())
    return tuple((letter, tuple(alike)) for letter, alike in groups)


@dataclass(frozen=True)
class Word:
    """An entry of the A to Z: a title or a word that people use, and where it leads. A word that
    is not in the language of the site says its own."""

    word: str
    title: str
    href: str
    language: Spoken | None = None


def a_to_z(site: Site, here: str, today: datetime.date) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """(letter, its words) for the titles of every page, and the words that people use for it."""
    entries = [
        Word(
            word,
            site.title(address),
            addresses.relative(address, here),
            site.language_of(address),
        )
        for address, head in site.pages.items()
        if address and site.is_listed(head, today)
        for word in (site.title(address), *head.keywords)
    ]
    entries.sort(key=lambda item: (item.word.casefold(), item.href))
    return _by_letter(entries, lambda item: item.word)


@dataclass(frozen=True)
class Update:
    """One change to one page. `key` and `lasting` are what feeds know it by for good, beside its
    day: the kind of change, and the address where that of the page can become another."""

    on: datetime.date
    title: str
    address: str
    what: str
    key: str = ""
    lasting: str = ""


def updates(site: Site, today: datetime.date) -> tuple[Update, ...]:
    """Every change to a procedure and of the data, every publication whose day is known, what
    changed by itself on a day that has come, what was noted of the actions of plans, and what
    changed about dates, newest first; but nothing of a page that is not there on the day
    `today`."""
    of_procedures = [
        Update(change.on, procedure.title, addresses.procedure(id), change.what)
        for id, procedure in site.procedures.items()
        for change in procedure.changes
    ]
    published = [
        Update(one.came, one.title, one.address, _news(site, one), "published")
        for one in site.publications.values()
        if one.has_day
    ]
    came = [
        Update(turn.on, site.title(turn.address), turn.address, turn.what)
        for turn in turns.turns(site)
        if turn.on <= today
    ]
    noted = [
        Update(
            on,
            f"{plan.title}: {action.what}",
            addresses.action(plan.page, action.id),
            plans.said(site, note),
            "noted",
        )
        for plan, _, action in site.followed()
        for note in action.progress
        if (on := known_day(note.on))
    ]
    of_dates = [
        Update(one.on, one.title, one.address, one.what, "date", one.lasting)
        for one in dates.changes(site, today)
    ]
    every = [*of_procedures, *data_changes(site, today), *published, *came, *noted, *of_dates]
    return _newest_first(every)


def _news(site: Site, publication: Publication) -> str:
    return f"{site.publication_kinds[publication.kind].one}: {publication.summary}"


def data_changes(site: Site, today: datetime.date) -> tuple[Update, ...]:
    """Every change of the data that readers are told of, with what was corrected, newest first; but
    nothing of a page that is not there on the day `today`."""
    told = [
        Update(change.on, site.titles[change.page], change.page, change.what)
        for change in site.changes
        if _is_there(site, change.page, today)
    ]
    return _newest_first([*told, *_corrections(site)])


def _is_there(site: Site, page: str, today: datetime.date) -> bool:
    head = site.pages[page]
    return not isinstance(head, Page) or head.is_there_on(today)


def _corrections(site: Site) -> Iterator[Update]:
    """A change for each figure that was corrected: what stood there, and why it changed."""
    for value, revision in site.corrections():
        indicator, row = value.indicator, value.measure.title
        page = indicator.address
        period = words.period(value.period, value.table.basis)
        where = ", ".join(dict.fromkeys(filter(None, [_column(site, value), row, period])))
        what = f"Corrected ({where}): it was {revision.was}. {revision.why or ''}".rstrip()
        if on := known_day(revision.on):
            yield Update(on, indicator.title, page, what)


def _column(site: Site, value: Value) -> str:
    """Whose value it is, if it is not ours."""
    return site.area_name(value.area) if value.area else ""


def _newest_first(updates: Iterable[Update]) -> tuple[Update, ...]:
    return tuple(sorted(updates, key=lambda update: (-update.on.toordinal(), update.title)))


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: words explained."""
    if site.glossary:
        yield DataTable("glossary", lambda: term_list(site))


def term_list(site: Site) -> Table:
    """Every word that needs explaining, in the order of data/glossary.yml."""
    rows = (
        entry("", term.term, term.full, term.meaning, term.no_longer_used) for term in site.glossary
    )
    return listing(
        "glossary", "Words explained", "Word", ("Stands for", "Meaning", "No longer used"), rows
    )
