"""Lists that make themselves: words explained, the board's structure, A to Z, what changed, what is
due for review."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from safeguarding.library import Library
from safeguarding.models.glossary import Term
from safeguarding.views import addresses, dated, review, words
from safeguarding.views.table import Cell, Column, Row, Table


def title(library: Library, address: str) -> str:
    """A page's title as other pages name it: one about a past year says so, for a page of today may
    share its title."""
    past = library.past(address)
    return f"{library.titles[address]} (archive {past.period})" if past else library.titles[address]


def glossary(library: Library) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """(letter, its terms)."""
    return _by_letter(
        sorted(library.glossary, key=lambda term: term.term.casefold()), lambda term: term.term
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


def a_to_z(library: Library, here: str) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """(letter, its words) for the titles of every page, and the words that people use for it."""
    found = [
        Word(word, title(library, address), addresses.relative(address, here))
        for address in library.titles
        if address
        for word in (title(library, address), *library.keywords.get(address, ()))
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


def updates(library: Library, today: datetime.date) -> tuple[Update, ...]:
    """Every change to a procedure and of the data, and what changed by itself on a day that has
    come, newest first."""
    found = [
        Update(change.on, procedure.title, addresses.procedure(id), change.what)
        for id, procedure in library.procedures.items()
        for change in procedure.changes
    ]
    came = [
        Update(turn.on, title(library, turn.address), turn.address, turn.what)
        for turn in dated.turns(library)
        if turn.on <= today
    ]
    return _newest_first([*found, *data_changes(library), *came])


def data_changes(library: Library) -> tuple[Update, ...]:
    """Every change of the data that readers are told of, newest first."""
    return _newest_first(
        [
            Update(change.on, library.titles[change.page], change.page, change.what)
            for change in library.changes
        ]
    )


def _newest_first(found):
    return tuple(sorted(found, key=lambda update: (-update.on.toordinal(), update.title)))


@dataclass(frozen=True)
class Review:
    """What falls due: a procedure or sources to read again, or a change that a page makes by itself
    (`kind`: review, sources, change)."""

    kind: str
    id: str
    title: str
    owner: str
    due: datetime.date
    past: bool


def reviews(library: Library, today: datetime.date, within: int) -> tuple[Review, ...]:
    """What is past or falls due in so many days, the soonest first; of changes that pages make by
    themselves, those to come."""
    found = (
        *_procedures_due(library, today),
        *_sources_due(library, today),
        *_changes_to_come(library, today),
    )
    return tuple(
        sorted(
            (one for one in found if (one.due - today).days <= within),
            key=lambda one: (one.due, one.title),
        )
    )


def _procedures_due(library, today):
    for id, one in library.procedures.items():
        yield Review(
            "review",
            id,
            one.title,
            library.sub_groups[one.owner].name,
            review.due(one),
            review.overdue(one, today),
        )


def _sources_due(library, today):
    """One for all sources of a file that fall due on the same day."""
    found = {}
    for one in library.authorities.values():
        found.setdefault((one.place.path, one.read_again), []).append(one.id)
    for (path, due), ids in found.items():
        yield Review("sources", path, f"Sources of {path}: {', '.join(ids)}", "", due, due < today)


def _changes_to_come(library, today):
    for turn in dated.turns(library):
        if turn.on > today:
            procedure = next(
                (
                    one
                    for id, one in library.procedures.items()
                    if addresses.procedure(id) == turn.address
                ),
                None,
            )
            yield Review(
                "change",
                f"{turn.address} {turn.what}",
                f"{title(library, turn.address)} changes by itself: {turn.what}",
                library.sub_groups[procedure.owner].name if procedure else "",
                turn.on,
                False,
            )


def review_due(library: Library, here: str, today: datetime.date) -> Table:
    """Every procedure by the day its review falls due, soonest first; what is past it says so."""
    found = sorted(
        (review.due(procedure), procedure.title, id) for id, procedure in library.procedures.items()
    )
    rows = tuple(
        Row(
            title,
            (
                Cell(words.day(due)),
                Cell(
                    "past its review date" if due < today else "in date",
                    tone="worse" if due < today else "",
                ),
            ),
            href=addresses.relative(addresses.procedure(id), here),
        )
        for due, title, id in found
    )
    return Table(
        "When each procedure is due for review",
        "Procedure",
        (Column("Due", figures=False), Column("State", figures=False)),
        rows,
        id="procedures",
    )
