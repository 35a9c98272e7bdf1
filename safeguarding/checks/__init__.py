"""Rules between facts. Each module is a subject; each rule yields Problems, and all are reported at once."""

from collections.abc import Iterator

from safeguarding.library import Library
from safeguarding.problems import Problem, Problems

from safeguarding.checks import budget, contacts, decision_trees, performance, procedures, references, training


RULES = (*references.RULES, *contacts.RULES, *budget.RULES, *training.RULES, *performance.RULES, *decision_trees.RULES, *procedures.RULES)


def problems(library: Library) -> Iterator[Problem]:
    """Every broken rule in the library."""
    for rule in RULES:
        yield from rule(library)


def warnings(library: Library) -> Iterator[Problem]:
    """What is likely a slip but may be meant: it is told, and stops nothing."""
    for rule in training.WARNINGS:
        yield from rule(library)


def require(library: Library) -> Library:
    """The library itself, if no rule is broken; otherwise raises Problems with every one that is."""
    found = list(problems(library))
    if found:
        raise Problems(found)
    return library
