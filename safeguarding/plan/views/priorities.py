"""The priorities of a plan, each with the indicators and sections it rests on."""

from dataclasses import dataclass

from safeguarding.plan.models import Lead, Plan, Priority
from safeguarding.shared import addresses, origins, words
from safeguarding.shared.links import Link, indicator_links
from safeguarding.shared.origins import Origin
from safeguarding.site import Site


@dataclass(frozen=True)
class PriorityView:
    """One row of the plan. `timescale` says so in words where the report leaves it blank, and is
    empty where nothing is said of it; `origins` is what it comes from, if it comes from
    something."""

    priority: Priority
    leads: str
    timescale: str
    indicators: tuple[Link, ...]
    sections: tuple[Link, ...]
    origins: tuple[Origin, ...]

    @property
    def has_rows(self) -> bool:
        """Whether more is told of it than its title and the actions that are followed."""
        plain = self.priority.actions and not self.priority.followed
        told = (plain, self.leads, self.timescale, self.priority.outcomes)
        return any((*told, self.indicators, self.sections))


def priorities(site: Site, plan: Plan, here: str) -> tuple[PriorityView, ...]:
    """The rows of a plan, in its order, as the page at the address `here` shows them."""
    return tuple(
        PriorityView(
            priority=priority,
            leads=leads(priority.leads),
            timescale=priority.timescale
            or (words.ABSENT["blank"] if priority.left_blank and plan.source else ""),
            indicators=indicator_links(site, priority.indicators, here),
            sections=tuple(_section(site, plan, id, here) for id in priority.sections),
            origins=(origins.of(site, priority),) if site.source_id_of(priority) else (),
        )
        for priority in plan.priorities
    )


def _section(site: Site, plan: Plan, id: str, here: str) -> Link:
    report = plan.source or ""
    section = site.sections_of(report)[id]
    return Link(
        section.number,
        addresses.relative(addresses.section(site.sections[report].folder, id), here),
        section.title,
    )


def leads(every: tuple[Lead, ...]) -> str:
    """Who leads, in words."""
    return words.join([_lead(lead) for lead in every])


def _lead(lead: Lead) -> str:
    if lead.name and lead.role:
        return f"{lead.name} ({lead.role})"
    return lead.name or lead.role or ""
