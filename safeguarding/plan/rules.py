"""Plans name what is there, tell no names of today, and agree with themselves."""

from collections.abc import Iterator
from itertools import pairwise

from safeguarding.clock import Days
from safeguarding.dates import last_day
from safeguarding.plan.models import Lead, Plan
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

SECTIONS = "data/sections.yml"

PLAN, NEWER = "data/business_plan.yml", "data/plans/2025-28.yml"


@rule(PLAN, good="indicators: [in-time]", bad="indicators: [in-tme]")
def priorities_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What a plan, its priorities and its actions name is there: indicators, sections of the
    report, words for how far an action has come, and the page of the plan."""
    for plan in site.plans.values():
        yield from dangling(_references(site, plan))
    for _, _, action in site.followed():
        yield from dangling(
            [
                Reference(
                    action, "indicators", action.indicators, site.indicators, "data/performance/"
                ),
                *(
                    Reference(note, "status", [note.status], site.statuses, note.place.path)
                    for note in action.progress
                ),
            ]
        )


def _references(site: Site, plan: Plan) -> Iterator[Reference]:
    if plan.priorities:
        yield Reference(plan, "page", [plan.page], site.titles, "docs/")
    for priority in plan.priorities:
        yield Reference(
            priority, "indicators", priority.indicators, site.indicators, "data/performance/"
        )
        where = SECTIONS
        if plan.source in site.sections:
            where = site.sections[plan.source].place.path
        known = site.sections_of(plan.source) if plan.source else {}
        yield Reference(priority, "sections", priority.sections, known, where)


@rule(
    NEWER,
    good="timescale: By 2028",
    bad="timescale: By 2028\n    sections: [people]",
)
def what_rests_on_a_report_names_it(site: Site) -> Iterator[Problem]:
    """A plan whose priorities name lines or sections names the document that has them."""
    for plan in site.plans.values():
        for priority in plan.priorities if plan.source is None else ():
            for field in ("sections", "lines"):
                if getattr(priority, field):
                    yield priority.problem(
                        field,
                        f"the plan names no document that has {field}; write source: at the top of"
                        f" {plan.place.path}, or delete this",
                    )


@rule(
    NEWER,
    good="leads: [{role: Chair of the Schools group}]",
    bad="leads: [{role: Chair of the Schools group, name: A. Person}]",
)
def plans_of_today_name_nobody(site: Site) -> Iterator[Problem]:
    """Who leads is told by role; by name only in a plan of a past report."""
    for plan in site.plans.values():
        source = site.sources.get(plan.source or "")
        if source and source.archive:
            continue
        for record in plan.records():
            if isinstance(record, Lead) and record.name:
                yield record.problem(
                    "name",
                    "a page of today names nobody; write the role, and delete this",
                )


@rule(
    NEWER,
    good="- {on: 2026-03-12, status: on-track",
    bad="- {on: 2025-03-12, status: on-track",
)
def notes_stand_in_order(site: Site) -> Iterator[Problem]:
    """The notes of an action stand in the order of their days, one for each day: the last one says
    how far it has come."""
    for _, _, action in site.followed():
        for before, note in pairwise(action.progress):
            if last_day(note.on) <= last_day(before.on):
                yield note.problem(
                    "on",
                    f"{note.on} is not after {before.on}, the day of the note above; write one note"
                    " for each day, the oldest first",
                )


@rule(
    NEWER,
    good="{on: 2026-03-12, status: not-begun}",
    bad="{on: 2026-03-12}",
)
def notes_say_something(site: Site) -> Iterator[Problem]:
    """A note of an action says how far it has come, what was done, or by when it is to be done."""
    for _, _, action in site.followed():
        for note in action.progress:
            if not (note.status or note.what or note.due):
                yield note.problem("on", "nothing follows; write status, what or due beside it")


@rule(NEWER, good="status: off-track, due: 2026-09-30", bad="status: off-track, due: 2026-06")
def what_is_put_off_falls_due_later(site: Site) -> Iterator[Problem]:
    """A note that puts an action off names another day than the one before."""
    for _, _, action in site.followed():
        due = action.due
        for note in action.progress:
            if note.due and due and last_day(note.due) == last_day(due):
                yield note.problem("due", f"{due} was the day already; write the new one")
            due = note.due or due


@rule_of_the_day(NEWER, good="due: 2027\n", bad="due: 2026-04\n", warns=True)
def overdue_actions_say_why(site: Site, days: Days) -> Iterator[Problem]:
    """What is still to be done after its last day has a note of a later day that says why."""
    for _, _, action in site.followed():
        last = site.still_due(action)
        if not last or last >= days.today:
            continue
        if all(last_day(note.on) <= last for note in action.progress):
            yield action.problem(
                "progress" if action.progress else "due",
                f"“{action.what}” was to be done by {last}; add a note that says that it is done,"
                " why it is not, or by when it will be",
            )
