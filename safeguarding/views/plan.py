"""The business plan, each priority with the indicators and sections it rests on, and the questions
it was to answer."""

from dataclasses import dataclass

from safeguarding.library import Library
from safeguarding.models.indicator import KeyQuestion
from safeguarding.models.plan import Lead, Priority
from safeguarding.views import addresses, words
from safeguarding.views.indicators import heading


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


def priorities(library: Library, here: str) -> tuple[PriorityView, ...]:
    return tuple(
        PriorityView(
            priority=priority,
            leads=words.listed([_lead(lead) for lead in priority.leads]),
            timescale=priority.timescale or words.ABSENT["blank"],
            indicators=indicator_links(library, priority.indicators, here),
            sections=tuple(_section(library, id, here) for id in priority.sections),
            source=words.lines(priority.lines),
        )
        for priority in library.plan.priorities
    )


def _section(library: Library, id: str, here: str) -> Link:
    report, section = library.plan.source, library.report_sections(library.plan.source)[id]
    return Link(
        section.number,
        addresses.relative(addresses.section(library.sections[report].folder, id), here),
        section.title,
    )


def _lead(lead: Lead) -> str:
    return f"{lead.name} ({lead.role})" if lead.name and lead.role else lead.name or lead.role


def indicator_links(library: Library, ids, here: str) -> tuple[Link, ...]:
    """Links to indicators, named by reference and title."""
    themes = {
        indicator.id: theme
        for theme, file in library.themes.items()
        for indicator in file.indicators
    }
    return tuple(
        Link(
            heading(library.indicators[id]),
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


def questions(library: Library, here: str) -> tuple[QuestionView, ...]:
    titles = {priority.id: priority.title for priority in library.plan.priorities}
    return tuple(
        QuestionView(
            question=question,
            indicators=indicator_links(library, question.indicators, here),
            plan=IN_PLAN[question.plan],
            priorities=tuple(
                Link(titles[id], addresses.relative(addresses.priority(id), here))
                for id in question.priorities
            ),
            source=words.lines(question.lines),
        )
        for question in library.framework.questions
    )
