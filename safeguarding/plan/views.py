"""The business plan, each priority with the indicators and sections it rests on, and the questions
it was to answer."""

from dataclasses import dataclass

from safeguarding.plan.models import Lead, Priority
from safeguarding.shared import addresses, words
from safeguarding.shared.links import Link, indicator_links
from safeguarding.site import Site


@dataclass(frozen=True)
class PriorityView:
    """One row of the plan. `timescale` says so in words where the report is silent."""

    priority: Priority
    leads: str
    timescale: str
    indicators: tuple[Link, ...]
    sections: tuple[Link, ...]
    source: str


def priorities(site: Site, here: str) -> tuple[PriorityView, ...]:
    return tuple(
        PriorityView(
            priority=priority,
            leads=words.join([_lead(lead) for lead in priority.leads]),
            timescale=priority.timescale or words.ABSENT["blank"],
            indicators=indicator_links(site, priority.indicators, here),
            sections=tuple(_section(site, id, here) for id in priority.sections),
            source=words.line_numbers(priority.lines),
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
    return f"{lead.name} ({lead.role})" if lead.name and lead.role else lead.name or lead.role
