"""What falls due: procedures and sources to read again, what pages change by themselves, actions of
plans, and what runs out."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from safeguarding.board.models import Page
from safeguarding.shared import addresses, turns, words
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from safeguarding.timed import begins


@dataclass(frozen=True)
class Review:
    """What falls due: a procedure or sources to read again, a change that a page makes by itself,
    an action of a plan, or the end of what runs out (`kind`). `id` is the procedure's, the path of
    the file of the sources, the page's address with the change, the action's, or the address of
    what runs out; `owner` the whole name of the group that
    keeps the page, who leads the action, or empty."""

    kind: Literal["review", "sources", "change", "action", "end"]
    id: str
    title: str
    owner: str
    due: datetime.date
    past: bool


def reviews(site: Site, today: datetime.date, within: int) -> tuple[Review, ...]:
    """What is past or falls due in so many days, the soonest first; of changes that pages make by
    themselves, those to come."""
    every = (
        *_procedures_due(site, today),
        *_sources_due(site, today),
        *_changes_to_come(site, today),
        *_pages_that_come_or_go(site, today),
        *_actions_due(site, today),
        *_ends(site, today),
    )
    soon = [review for review in every if (review.due - today).days <= within]
    return tuple(sorted(soon, key=lambda review: (review.due, review.title)))


def _procedures_due(site: Site, today: datetime.date) -> Iterator[Review]:
    for id, procedure in site.procedures.items():
        owner = site.group_name(procedure.owner)
        past = procedure.overdue(today)
        yield Review("review", id, procedure.title, owner, procedure.review_due, past)


def _sources_due(site: Site, today: datetime.date) -> Iterator[Review]:
    """One for all sources of a file that fall due on the same day."""
    together: dict[tuple[str, datetime.date], list[str]] = defaultdict(list)
    for authority in site.authorities.values():
        together[authority.place.path, authority.read_again].append(authority.id)
    for (path, due), ids in together.items():
        yield Review("sources", path, f"Sources of {path}: {', '.join(ids)}", "", due, due < today)


def _changes_to_come(site: Site, today: datetime.date) -> Iterator[Review]:
    owners = {
        addresses.procedure(id): site.group_name(procedure.owner)
        for id, procedure in site.procedures.items()
    }
    for turn in turns.turns(site):
        if turn.on > today:
            yield Review(
                kind="change",
                id=f"{turn.address} {turn.what}",
                title=f"{site.title(turn.address)} changes by itself: {turn.what}",
                owner=owners.get(turn.address, ""),
                due=turn.on,
                past=False,
            )


def _pages_that_come_or_go(site: Site, today: datetime.date) -> Iterator[Review]:
    """Pages that are there only for a time, on their first day and on their last."""
    for address, head in site.pages.items():
        if not isinstance(head, Page):
            continue
        if head.from_ and head.from_ > today:
            told = f"{head.title} is there from then on"
            yield Review("change", f"{address} from", told, "", head.from_, False)
        if head.until and head.is_there_on(today):
            told = f"{head.title} is there for the last time"
            yield Review("change", f"{address} until", told, "", begins(head.until).date(), False)


def _actions_due(site: Site, today: datetime.date) -> Iterator[Review]:
    """Actions of a plan that are still to be done."""
    for plan, priority, action in site.followed():
        due = site.still_due(action)
        if due:
            leads = [lead.role or "" for lead in action.leads or priority.leads]
            yield Review(
                kind="action",
                id=action.id,
                title=f"{plan.title}: {action.what}",
                owner=words.join(leads),
                due=due,
                past=due < today,
            )


def _ends(site: Site, today: datetime.date) -> Iterator[Review]:
    """What runs out: whom to tell of a weakness of the site, and the dates of courses."""
    security = site.board.security
    if security:
        told = "security.txt holds no longer; ask whether its contact is still right"
        past = security.expires < today
        yield Review("end", ".well-known/security.txt", told, "", security.expires, past)
    if site.sessions:
        last = max(begins(session.ends) for session in site.sessions).date()
        told = "The last date of a course that the programme has"
        yield Review("end", addresses.TRAINING, told, "", last, last < today)


def review_due(site: Site, here: str, today: datetime.date) -> Table:
    """Every procedure by the day its review falls due, soonest first; what is past it says so."""
    by_day = sorted(
        (procedure.review_due, procedure.title, id) for id, procedure in site.procedures.items()
    )
    rows = tuple(
        Row(
            title,
            (Cell(words.day(due)), _state(due, today)),
            href=addresses.relative(addresses.procedure(id), here),
        )
        for due, title, id in by_day
    )
    return Table(
        "When each procedure is due for review",
        "Procedure",
        (Column("Due", figures=False), Column("State", figures=False)),
        rows,
        id="procedures",
    )


def _state(due: datetime.date, today: datetime.date) -> Cell:
    return Cell("past its review date", tone="worse") if due < today else Cell("in date")
