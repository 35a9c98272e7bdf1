"""The business plan, each priority with the indicators and sections it rests on, and the questions
it was to answer."""

from dataclasses import dataclass

from safeguarding.performance.models import KeyQuestion
from safeguarding.performance.views.indicators import heading
from safeguarding.plan.models import Lead, Priority
from safeguarding.shared import addresses, words
from safeguarding.site import Site


@dataclass(frozen=True)
class Link:
    """Where a reader can go on. `text` is what the link says, `title` what stands beside a
    number."""

    text: str
    href: str
    title: str = ""


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
            leads=words.listed([_lead(lead) for lead in priority.leads]),
            timescale=priority.timescale or words.ABSENT["blank"],
            indicators=indicator_links(site, priority.indicators, here),
            sections=tuple(_section(site, id, here) for id in priority.sections),
            source=words.lines(priority.lines),
        )
        for priority in site.plan.priorities
    )


def _section(site: Site, id: str, here: str) -> Link:
    report, section = site.plan.source, site.report_sections(site.plan.source)[id]
    return Link(
        section.number,
        addresses.relative(addresses.section(site.sections[report].folder, id), here),
        section.title,
    )


def _lead(lead: Lead) -> str:
    return f"{lead.name} ({lead.role})" if lead.name and lead.role else lead.name or lead.role


def indicator_links(site: Site, ids, here: str) -> tuple[Link, ...]:
    """Links to indicators, named by reference and title."""
    themes = {
        indicator.id: theme for theme, file in site.themes.items() for indicator in file.indicators
    }
    return tuple(
        Link(
            heading(site.indicators[id]),
            addresses.relative(addresses.indicator(themes[id], id), here),
        )
        for id in ids
    )


@dataclass(frozen=True)
class QuestionView:
    """A key question, where its figures are, and how far the plan takes it up."""

    question: KeyQuestion
    indicators: tuple[Link, ...]
    plan: str
    priorities: tuple[Link, ...]
    source: str


IN_PLAN = {"named": "In the plan", "partly": "Partly in the plan", "absent": "Not in the plan"}


def questions(site: Site, here: str) -> tuple[QuestionView, ...]:
    titles = {priority.id: priority.title for priority in site.plan.priorities}
    return tuple(
        QuestionView(
            question=question,
            indicators=indicator_links(site, question.indicators, here),
            plan=IN_PLAN[question.plan],
            priorities=tuple(
                Link(titles[id], addresses.relative(addresses.priority(id), here))
                for id in question.priorities
            ),
            source=words.lines(question.lines),
        )
        for question in site.framework.questions
    )
