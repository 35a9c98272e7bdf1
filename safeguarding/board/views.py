"""Lists that make themselves: words explained, the board's structure, A to Z, what changed, what is
due for review."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from safeguarding.board.models import Term
from safeguarding.shared import addresses
from safeguarding.shared import turns as dated
from safeguarding.site import Site


def glossary(site: Site) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """(letter, its terms)."""
    return _by_letter(
        sorted(site.glossary, key=lambda term: term.term.casefold()), lambda term: term.term
    )


def _by_letter(found, word):
    return tuple(
        (letter, tuple(some))
        for letter, some in groupby(found, key=lambda one: word(one)[0].upper())
    )


@dataclass(frozen=True)
class Word:
    """An entry of the A to Z: a title or a word that people use, and where it leads."""

    word: str
    title: str
    href: str


def a_to_z(site: Site, here: str) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """(letter, its words) for the titles of every page, and the words that people use for it."""
    found = [
        Word(word, site.title(address), addresses.relative(address, here))
        for address in site.titles
        if address
        for word in (site.title(address), *site.pages[address].keywords)
    ]
    found.sort(key=lambda word: (word.word.casefold(), word.href))
    return _by_letter(found, lambda word: word.word)


@dataclass(frozen=True)
class Update:
    """One change to one page."""

    on: datetime.date
    title: str
    address: str
    what: str


def updates(site: Site, today: datetime.date) -> tuple[Update, ...]:
    """Every change to a procedure and of the data, and what changed by itself on a day that has
    come, newest first."""
    found = [
        Update(change.on, procedure.title, addresses.procedure(id), change.what)
        for id, procedure in site.procedures.items()
        for change in procedure.changes
    ]
    came = [
        Update(turn.on, site.title(turn.address), turn.address, turn.what)
        for turn in dated.turns(site)
        if turn.on <= today
    ]
    return _newest_first([*found, *data_changes(site), *came])


def data_changes(site: Site) -> tuple[Update, ...]:
    """Every change of the data that readers are told of, newest first."""
    return _newest_first(
        [
            Update(change.on, site.titles[change.page], change.page, change.what)
            for change in site.changes
        ]
    )


def _newest_first(found):
    return tuple(sorted(found, key=lambda update: (-update.on.toordinal(), update.title)))
