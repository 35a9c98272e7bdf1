"""Rules between facts. Each module is a subject; each rule yields Problems, and all are reported at once."""

import datetime
from collections.abc import Iterator

from safeguarding.library import Library
from safeguarding.problems import Problem, Problems

from safeguarding.checks import budget, contacts, days, decision_trees, performance, procedures, references, training


RULES = (*references.RULES, *contacts.RULES, *budget.RULES, *training.RULES, *performance.RULES, *decision_trees.RULES, *procedures.RULES)


def problems(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Every broken rule in the library, on the day `today`."""
    for rule in RULES:
        yield from rule(library)
    for rule in days.RULES:
        yield from rule(library, today)


def warnings(library: Library) -> Iterator[Problem]:
    """What is likely a slip but may be meant: it is told, and stops nothing."""
    for rule in (*training.WARNINGS, *performance.WARNINGS):
        yield from rule(library)


def require(library: Library, today: datetime.date) -> Library:
    """The library itself, if no rule is broken on the day `today`; otherwise raises Problems with every one that is."""
    found = list(problems(library, today))
    if found:
        raise Problems(found)
    return library
