"""Lists that make themselves: words explained, the board's structure, A to Z, what changed, what is
due for review."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from safeguarding.board.glossary import Term
from safeguarding.procedures import review
from safeguarding.shared import addresses, words
from safeguarding.shared import turns as dated
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site


def title(site: Site, address: str) -> str:
    """A page's title as other pages name it: one about a past year says so, for a page of today may
    share its title."""
    past = site.past(address)
    return f"{site.titles[address]} (archive {past.period})" if past else site.titles[address]


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
        Word(word, title(site, address), addresses.relative(address, here))
        for address in site.titles
        if address
        for word in (title(site, address), *site.keywords.get(address, ()))
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
        Update(turn.on, title(site, turn.address), turn.address, turn.what)
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


def reviews(site: Site, today: datetime.date, within: int) -> tuple[Review, ...]:
    """What is past or falls due in so many days, the soonest first; of changes that pages make by
    themselves, those to come."""
    found = (
        *_procedures_due(site, today),
        *_sources_due(site, today),
        *_changes_to_come(site, today),
    )
    return tuple(
        sorted(
            (one for one in found if (one.due - today).days <= within),
            key=lambda one: (one.due, one.title),
        )
    )


def _procedures_due(site, today):
    for id, one in site.procedures.items():
        yield Review(
            "review",
            id,
            one.title,
            site.sub_groups[one.owner].name,
            review.due(one),
            review.overdue(one, today),
        )


def _sources_due(site, today):
    """One for all sources of a file that fall due on the same day."""
    found = {}
    for one in site.authorities.values():
        found.setdefault((one.place.path, one.read_again), []).append(one.id)
    for (path, due), ids in found.items():
        yield Review("sources", path, f"Sources of {path}: {', '.join(ids)}", "", due, due < today)


def _changes_to_come(site, today):
    for turn in dated.turns(site):
        if turn.on > today:
            procedure = next(
                (
                    one
                    for id, one in site.procedures.items()
                    if addresses.procedure(id) == turn.address
                ),
                None,
            )
            yield Review(
                "change",
                f"{turn.address} {turn.what}",
                f"{title(site, turn.address)} changes by itself: {turn.what}",
                site.sub_groups[procedure.owner].name if procedure else "",
                turn.on,
                False,
            )


def review_due(site: Site, here: str, today: datetime.date) -> Table:
    """Every procedure by the day its review falls due, soonest first; what is past it says so."""
    found = sorted(
        (review.due(procedure), procedure.title, id) for id, procedure in site.procedures.items()
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
