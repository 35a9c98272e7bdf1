"""How far each action of a plan has come: in words and a sign, what is overdue, and what was
noted."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from safeguarding.plan.models import Action, Plan, Priority, Status
from safeguarding.plan.views.priorities import leads
from safeguarding.shared import plans, words
from safeguarding.shared.links import Link, indicator_links
from safeguarding.site import Site

SIGNS = {"not-begun": "○", "under-way": "→", "done": "✓", "stopped": "✗"}
NOTHING_NOTED = "–"


@dataclass(frozen=True)
class Standing:
    """How far an action has come: its sign, the board's word, the state as a class, and when it was
    noted. `overdue` says since when it is overdue, or would be; `overdue_from` is the instant from
    which that is so, empty where it cannot be."""

    sign: str
    word: str
    state: str
    noted: str
    overdue: str
    overdue_from: str
    is_overdue: bool


@dataclass(frozen=True)
class Note:
    """What was noted on a day, in words."""

    on: str
    said: str


@dataclass(frozen=True)
class ActionView:
    """An action whose progress is told."""

    action: Action
    standing: Standing
    leads: str
    due: str
    indicators: tuple[Link, ...]
    notes: tuple[Note, ...]


def actions(
    site: Site, priority: Priority, here: str, today: datetime.date
) -> tuple[str | ActionView, ...]:
    """The actions of a priority in its order: the text of each, or with it how far it has come."""
    return tuple(
        action if isinstance(action, str) else _view(site, priority, action, here, today)
        for action in priority.actions
    )


def _view(
    site: Site, priority: Priority, action: Action, here: str, today: datetime.date
) -> ActionView:
    return ActionView(
        action=action,
        standing=standing(site, action, today),
        leads=leads(action.leads or priority.leads),
        due=due(action),
        indicators=indicator_links(site, action.indicators, here),
        notes=notes(site, action),
    )


def standing(site: Site, action: Action, today: datetime.date) -> Standing:
    """How far an action has come on a day."""
    status = site.statuses[action.status] if action.status else None
    noted = next((note.on for note in reversed(action.progress) if note.status), None)
    last = site.still_due(action)
    return Standing(
        sign=SIGNS[status.state] if status else NOTHING_NOTED,
        word=status.title if status else "Nothing noted yet",
        state=status.state if status else "",
        noted=words.when(noted) if noted else "",
        overdue=f"Overdue since {words.day(last)}" if last else "",
        overdue_from=_instant_after(site, last) if last else "",
        is_overdue=site.is_overdue(action, today),
    )


def _instant_after(site: Site, day: datetime.date) -> str:
    """The instant at which a day is over where the board is, as scripts read it."""
    after = day + datetime.timedelta(days=1)
    zone = ZoneInfo(site.board.timezone)
    return datetime.datetime.combine(after, datetime.time.min, zone).isoformat()


def due(action: Action) -> str:
    """By when it is to be done, and from when it was put off; in words where there is no day."""
    if not action.dues:
        return action.timescale or "No day is set"
    *before, now = map(plans.due, action.dues)
    return f"{now} (at first {before[0]})" if before else now


def notes(site: Site, action: Action) -> tuple[Note, ...]:
    """What was noted of it, the newest first."""
    return tuple(
        Note(words.date(note.on), plans.said(site, note)) for note in reversed(action.progress)
    )


def key(site: Site, plan: Plan) -> tuple[tuple[str, Status], ...]:
    """(sign, status) for each word that notes of the plan use, in the order of all."""
    used = {note.status for action in plan.followed for note in action.progress}
    found = [status for status in site.statuses.values() if status.id in used]
    return tuple((SIGNS[status.state], status) for status in found)
