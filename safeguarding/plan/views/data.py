"""Plans as data: every priority, every action, and every note of how far one had come."""

from collections.abc import Iterator
from functools import partial

from safeguarding.plan.models import Plan, Priority
from safeguarding.plan.views import progress
from safeguarding.plan.views.priorities import leads
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Row, Table
from safeguarding.site import Site

FIRST = "business-plan"  # the plan whose data files bear no name of their own


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: the rows of each plan, and how far they have
    come."""
    for plan in site.plans.values():
        if plan.priorities:
            yield DataTable(priorities_id(plan), partial(priority_list, site, plan))
        if plan.followed:
            yield DataTable(f"actions-{plan.id}", partial(action_list, site, plan))
            yield DataTable(f"notes-{plan.id}", partial(note_list, site, plan))
            yield DataTable(f"progress-{plan.id}", partial(progress.table, site, plan))


def priorities_id(plan: Plan) -> str:
    """What the data files of a plan's priorities are called by."""
    return "priorities" if plan.id == FIRST else f"priorities-{plan.id}"


def priority_list(site: Site, plan: Plan) -> Table:
    """Every priority of a plan, with the ids of the indicators that it rests on."""
    return listing(
        priorities_id(plan),
        f"{plan.title}, {plan.period}",
        "Priority",
        ("Actions", "Lead", "Timescale", "Outcomes", "Indicators"),
        map(_priority, plan.priorities),
        source=plan.source or "",
    )


def _priority(priority: Priority) -> Row:
    actions = (action if isinstance(action, str) else action.what for action in priority.actions)
    return entry(
        priority.id,
        priority.title,
        tuple(actions),
        leads(priority.leads),
        priority.timescale,
        priority.outcomes,
        priority.indicators,
    ).of(priority)


def action_list(site: Site, plan: Plan) -> Table:
    """Every action whose progress is told, as it stood when something was noted last."""
    rows = (
        entry(
            action.id,
            action.what,
            priority.id,
            leads(action.leads or priority.leads),
            action.dues[0] if action.dues else None,
            action.dues[-1] if action.dues else None,
            action.last_day,
            action.timescale,
            *_status(site, action.status),
            action.progress[-1].on if action.progress else None,
            action.success,
            action.indicators,
        )
        for _, priority, action in site.followed()
        if site.plan_of[priority.id] is plan
    )
    return listing(
        f"actions-{plan.id}",
        f"Actions of {plan.title}, {plan.period}",
        "Action",
        (
            *("Priority", "Lead", "Due at first", "Due", "Last day", "Timescale"),
            *("Status", "State", "Noted last", "Success", "Indicators"),
        ),
        rows,
        source=plan.source or "",
    )


def note_list(site: Site, plan: Plan) -> Table:
    """Every note of every action, the oldest of each first."""
    rows = (
        entry(action.id, action.what, note.on, *_status(site, note.status), note.what, note.due)
        for action in plan.followed
        for note in action.progress
    )
    return listing(
        f"notes-{plan.id}",
        f"What was noted of the actions of {plan.title}, {plan.period}",
        "Action",
        ("On", "Status", "State", "What was done", "Now due"),
        rows,
        source=plan.source or "",
    )


def _status(site: Site, id: str | None) -> tuple[str | None, str | None]:
    """(the board's word, how far an action has come)."""
    return (site.statuses[id].title, site.statuses[id].state) if id else (None, None)
