"""Lists that make themselves: words explained, the board's structure, A to Z, what changed, what is due for review."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from safeguarding.library import Library
from safeguarding.models.glossary import Term
from safeguarding.views import addresses, review, words
from safeguarding.views.table import Cell, Column, Row, Table


def title(library: Library, address: str) -> str:
    """A page's title as other pages name it: one about a past year says so, for a page of today may share its title."""
    past = library.past(address)
    return f"{library.titles[address]} (archive {past.period})" if past else library.titles[address]


def glossary(library: Library) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """(letter, its terms)."""
    return _by_letter(sorted(library.glossary, key=lambda term: term.term.casefold()), lambda term: term.term)


def _by_letter(found, word):
    return tuple((letter, tuple(some)) for letter, some in groupby(found, key=lambda one: word(one)[0].upper()))


@dataclass(frozen=True)
class Word:
    """An entry of the A to Z: a title or a word that people use, and where it leads."""

    word: str
    title: str
    href: str


def a_to_z(library: Library, here: str) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """(letter, its words) for the titles of every page, and the words that people use for it."""
    found = [Word(word, title(library, address), addresses.relative(address, here))
             for address in library.titles if address for word in (title(library, address), *library.keywords.get(address, ()))]
    found.sort(key=lambda word: (word.word.casefold(), word.href))
    return _by_letter(found, lambda word: word.word)


@dataclass(frozen=True)
class Update:
    """One change to one page."""

    on: datetime.date
    title: str
    address: str
    what: str


def updates(library: Library) -> tuple[Update, ...]:
    """Every change to a procedure and every change of the data, newest first."""
    found = [Update(change.on, procedure.title, addresses.procedure(id), change.what) for id, procedure in library.procedures.items() for change in procedure.changes]
    return _newest_first([*found, *data_changes(library)])


def data_changes(library: Library) -> tuple[Update, ...]:
    """Every change of the data that readers are told of, newest first."""
    return _newest_first([Update(change.on, library.titles[change.page], change.page, change.what) for change in library.changes])


def _newest_first(found):
    return tuple(sorted(found, key=lambda update: (-update.on.toordinal(), update.title)))


@dataclass(frozen=True)
class Review:
    """A procedure that has to be read again."""

    id: str
    title: str
    owner: str
    due: datetime.date
    past: bool


def reviews(library: Library, today: datetime.date, within: int) -> tuple[Review, ...]:
    """The procedures whose review is past or falls due in so many days, the soonest first."""
    found = (Review(id, one.title, library.sub_groups[one.owner].name, review.due(one), review.overdue(one, today)) for id, one in library.procedures.items())
    return tuple(sorted((one for one in found if (one.due - today).days <= within), key=lambda one: (one.due, one.title)))


def review_due(library: Library, here: str, today: datetime.date) -> Table:
    """Every procedure by the day its review falls due, soonest first; what is past it says so."""
    found = sorted((review.due(procedure), procedure.title, id) for id, procedure in library.procedures.items())
    rows = tuple(Row(title, (Cell(words.day(due)), Cell("past its review date" if due < today else "in date", tone="worse" if due < today else "")),
                     href=addresses.relative(addresses.procedure(id), here)) for due, title, id in found)
    return Table("When each procedure is due for review", "Procedure", (Column("Due", figures=False), Column("State", figures=False)), rows, id="procedures")
