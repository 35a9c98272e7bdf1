"""Rules between facts. Each module is a subject; each rule yields Problems, and all are reported at
once."""

import datetime
from collections.abc import Iterator

from safeguarding.board import days
from safeguarding.board import rules as references
from safeguarding.contacts import rules as contacts
from safeguarding.law import rules as law
from safeguarding.money import rules as budget
from safeguarding.performance import rules as performance
from safeguarding.problem import Problem, Problems
from safeguarding.procedures import rules as procedures
from safeguarding.site import Site
from safeguarding.tools import rules as decision_trees
from safeguarding.training import rules as training

RULES = (
    *references.RULES,
    *contacts.RULES,
    *budget.RULES,
    *training.RULES,
    *performance.RULES,
    *decision_trees.RULES,
    *procedures.RULES,
)


def problems(
    site: Site, latest: datetime.date, today: datetime.date | None = None
) -> Iterator[Problem]:
    """Every broken rule in the library, on the day `today`. `latest` is the day that has begun
    somewhere on earth; it is today unless told."""
    for rule in RULES:
        yield from rule(site)
    for rule in days.RULES:
        yield from rule(site, latest)
    for rule in law.RULES:
        yield from rule(site, today or latest)


def warnings(site: Site, today: datetime.date) -> Iterator[Problem]:
    """What is likely a slip but may be meant: it is told, and stops nothing."""
    for rule in (*training.WARNINGS, *performance.WARNINGS):
        yield from rule(site)
    for rule in law.WARNINGS:
        yield from rule(site, today)


def require(site: Site, latest: datetime.date, today: datetime.date | None = None) -> Site:
    """The library itself, if no rule is broken (see `problems`); otherwise raises Problems with
    every one that is."""
    found = list(problems(site, latest, today))
    if found:
        raise Problems(found)
    return site
