"""Rules between facts. Each module is a subject; each rule yields Problems, and all are reported at
once."""

import datetime
from collections.abc import Iterator

from safeguarding.checks import (
    budget,
    contacts,
    days,
    decision_trees,
    law,
    performance,
    procedures,
    references,
    training,
)
from safeguarding.library import Library
from safeguarding.problems import Problem, Problems

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
    library: Library, latest: datetime.date, today: datetime.date | None = None
) -> Iterator[Problem]:
    """Every broken rule in the library, on the day `today`. `latest` is the day that has begun
    somewhere on earth; it is today unless told."""
    for rule in RULES:
        yield from rule(library)
    for rule in days.RULES:
        yield from rule(library, latest)
    for rule in law.RULES:
        yield from rule(library, today or latest)


def warnings(library: Library, today: datetime.date) -> Iterator[Problem]:
    """What is likely a slip but may be meant: it is told, and stops nothing."""
    for rule in (*training.WARNINGS, *performance.WARNINGS):
        yield from rule(library)
    for rule in law.WARNINGS:
        yield from rule(library, today)


def require(library: Library, latest: datetime.date, today: datetime.date | None = None) -> Library:
    """The library itself, if no rule is broken (see `problems`); otherwise raises Problems with
    every one that is."""
    found = list(problems(library, latest, today))
    if found:
        raise Problems(found)
    return library
