"""The questions that the framework was to answer, and how far the plan takes them up."""

from dataclasses import dataclass

from safeguarding.performance.models import KeyQuestion
from safeguarding.shared import addresses, origins
from safeguarding.shared.links import Link, indicator_links
from safeguarding.shared.origins import Origin
from safeguarding.site import Site

IN_PLAN = {"named": "In the plan", "partly": "Partly in the plan", "absent": "Not in the plan"}


@dataclass(frozen=True)
class QuestionView:
    """A key question, where its figures are, and how far the plan takes it up."""

    question: KeyQuestion
    indicators: tuple[Link, ...]
    plan: str
    priorities: tuple[Link, ...]
    origins: tuple[Origin, ...]


def questions(site: Site, here: str) -> tuple[QuestionView, ...]:
    """Every key question in its order, as the page at the address `here` shows it."""
    return tuple(
        QuestionView(
            question=question,
            indicators=indicator_links(site, question.indicators, here),
            plan=IN_PLAN[question.plan],
            priorities=tuple(
                Link(
                    site.priorities[id].title,
                    addresses.relative(addresses.priority(site.plan_of[id].page, id), here),
                )
                for id in question.priorities
            ),
            origins=(origins.of(site, question),),
        )
        for question in site.framework.questions
    )
