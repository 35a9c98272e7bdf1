"""A plan on one page, for a meeting: what is overdue, what falls due soon, what was done."""

import calendar
import datetime
from collections import Counter
from dataclasses import dataclass

from safeguarding.dates import last_day
from safeguarding.period import after
from safeguarding.plan.models import Action, Plan
from safeguarding.plan.views import actions
from safeguarding.plan.views.priorities import leads
from safeguarding.shared import addresses, words
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Followed, Site


@dataclass(frozen=True)
class Part:
    """Those actions of which one thing is to be told; `none` says that there are none."""

    title: str
    id: str
    table: Table
    none: str


@dataclass(frozen=True)
class Summary:
    """How far all actions have come together, in words; then what a meeting has to look at."""

    counts: str
    parts: tuple[Part, ...]


def summary(
    site: Site, plan: Plan, here: str, today: datetime.date, months: int, since: datetime.date
) -> Summary:
    """The plan on the day `today`: what is overdue, what falls due in so many months, and what was
    done since a day."""
    soon = after(today, f"{months} months")
    every = [one for one in site.followed() if one.plan is plan]
    by_day = sorted(every, key=lambda one: one.action.last_day or datetime.date.max)
    overdue = [one for one in by_day if site.is_overdue(one.action, today)]
    to_come = [one for one in by_day if _falls_due(site, one.action, today, soon)]
    done = [one for one in every if _done(site, one.action, since)]
    by_then = f"Due by {words.day(soon)}"
    lately = f"Done since {words.day(since)}"
    return Summary(
        _counts(site, every, len(overdue)),
        (
            _part(site, "Overdue", "overdue", overdue, here, "Nothing is overdue."),
            _part(site, by_then, "due", to_come, here, "Nothing falls due by then."),
            _part(site, lately, "done", done, here, "Nothing was done since then."),
        ),
    )


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months before, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    days_in_month = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, days_in_month))


def _counts(site: Site, every: list[Followed], overdue: int) -> str:
    """Like: Followed: 9 actions, of which 2 not begun, 4 under way, 3 done. 1 is overdue."""
    count = Counter(one.action.status for one in every)
    said = [
        f"{count[id]} {status.title[:1].lower()}{status.title[1:]}"
        for id, status in site.statuses.items()
        if count[id]
    ]
    if count[None]:
        said.append(f"{count[None]} with nothing noted yet")
    number = f"{len(every)} {'action' if len(every) == 1 else 'actions'}"
    late = f"{overdue or 'None'} {'are' if overdue > 1 else 'is'} overdue"
    return f"Followed: {number}, of which {', '.join(said)}. {late}."


def _falls_due(site: Site, action: Action, today: datetime.date, soon: datetime.date) -> bool:
    due = site.still_due(action)
    return due is not None and today <= due <= soon


def _done(site: Site, action: Action, since: datetime.date) -> bool:
    """Whether it is done, and was noted so on that day or later for the first time."""
    if action.status is None or site.statuses[action.status].state != "done":
        return False
    return (
        min(
            last_day(note.on)
            for note in action.progress
            if note.status and site.statuses[note.status].state == "done"
        )
        >= since
    )


def _part(site: Site, title: str, id: str, found: list[Followed], here: str, none: str) -> Part:
    columns = ("Lead", "Due", "Last noted")
    number = f"{len(found)} {'action' if len(found) == 1 else 'actions'}"
    table = Table(
        f"{title}: {number}",
        "Action",
        tuple(Column(column, figures=False) for column in columns),
        tuple(_row(site, one, here) for one in found),
    )
    return Part(title, id, table, none)


def _row(site: Site, one: Followed, here: str) -> Row:
    plan, priority, action = one
    notes = actions.notes(site, action)
    last = f"{notes[0].on}: {notes[0].said}" if notes else "Nothing noted yet"
    return Row(
        action.what,
        (
            Cell(leads(action.leads or priority.leads)),
            Cell(actions.due(action)),
            Cell(last, absent=not notes),
        ),
        href=addresses.relative(addresses.action(plan.page, action.id), here),
    )
