"""What falls due: procedures and sources to read again, and what pages change by themselves."""

import datetime
from dataclasses import dataclass

from safeguarding.shared import addresses, words
from safeguarding.shared import turns as dated
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site


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
            one.review_due,
            one.overdue(today),
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
                f"{site.title(turn.address)} changes by itself: {turn.what}",
                site.sub_groups[procedure.owner].name if procedure else "",
                turn.on,
                False,
            )


def review_due(site: Site, here: str, today: datetime.date) -> Table:
    """Every procedure by the day its review falls due, soonest first; what is past it says so."""
    found = sorted(
        (procedure.review_due, procedure.title, id) for id, procedure in site.procedures.items()
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
