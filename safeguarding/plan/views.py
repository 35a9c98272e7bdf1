"""The business plan, each priority with the indicators and sections it rests on, and the questions
it was to answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.plan.models import Lead, Priority
from safeguarding.shared import addresses, origins, words
from safeguarding.shared.links import Link, indicator_links
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.origins import Origin
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site


@dataclass(frozen=True)
class PriorityView:
    """One row of the plan. `timescale` says so in words where the report is silent."""

    priority: Priority
    leads: str
    timescale: str
    indicators: tuple[Link, ...]
    sections: tuple[Link, ...]
    origins: tuple[Origin, ...]


def priorities(site: Site, here: str) -> tuple[PriorityView, ...]:
    """The rows of the plan, in its order, as the page at the address `here` shows them."""
    return tuple(
        PriorityView(
            priority=priority,
            leads=words.join([_lead(lead) for lead in priority.leads]),
            timescale=priority.timescale or words.ABSENT["blank"],
            indicators=indicator_links(site, priority.indicators, here),
            sections=tuple(_section(site, id, here) for id in priority.sections),
            origins=(origins.of(site, priority),),
        )
        for priority in site.plan.priorities
    )


def _section(site: Site, id: str, here: str) -> Link:
    report, section = site.plan.source, site.sections_of(site.plan.source)[id]
    return Link(
        section.number,
        addresses.relative(addresses.section(site.sections[report].folder, id), here),
        section.title,
    )


def _lead(lead: Lead) -> str:
    if lead.name and lead.role:
        return f"{lead.name} ({lead.role})"
    return lead.name or lead.role or ""


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: the rows of the plan."""
    if site.plan.priorities:
        yield DataTable("priorities", lambda: priority_list(site))


def priority_list(site: Site) -> Table:
    """Every priority of the plan, with the ids of the indicators that it rests on."""
    rows = (
        entry(
            view.priority.id,
            view.priority.title,
            view.priority.actions,
            view.leads,
            view.priority.timescale,
            view.priority.outcomes,
            view.priority.indicators,
        ).of(view.priority)
        for view in priorities(site, "")
    )
    return listing(
        "priorities",
        f"The business plan, {site.plan.period}",
        "Priority",
        ("Actions", "Lead", "Timescale", "Outcomes", "Indicators"),
        rows,
        source=site.plan.source,
    )
