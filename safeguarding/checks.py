"""Every rule of every subject, tried on a site; all that is broken is told at once."""

from collections.abc import Iterator

from safeguarding.board import rules as board
from safeguarding.clock import Days
from safeguarding.contacts import rules as contacts
from safeguarding.groups import rules as groups
from safeguarding.imports import rules as imports
from safeguarding.law import rules as law
from safeguarding.money import rules as money
from safeguarding.performance import rules as performance
from safeguarding.plan import rules as plan
from safeguarding.problem import Problem, Problems
from safeguarding.procedures import rules as procedures
from safeguarding.publications import rules as publications
from safeguarding.report import rules as report
from safeguarding.rules import RULES
from safeguarding.site import Site
from safeguarding.tools import rules as tools
from safeguarding.training import rules as training

# Whose rules are registered as they are imported.
SUBJECTS = (
    *(board, contacts, groups, imports, law, money, performance, plan, procedures, publications),
    *(report, tools, training),
)


def problems(site: Site, days: Days) -> Iterator[Problem]:
    """Every place where a rule is broken."""
    for rule in RULES.values():
        if not rule.warns:
            yield from rule.problems(site, days)


def warnings(site: Site, days: Days) -> Iterator[Problem]:
    """What is likely wrong but may be meant: it is told, and stops nothing."""
    for rule in RULES.values():
        if rule.warns:
            yield from rule.problems(site, days)


def ensure_sound(site: Site, days: Days) -> Site:
    """The site itself, if no rule is broken; otherwise raises Problems with every one that is."""
    broken = list(problems(site, days))
    if broken:
        raise Problems(broken)
    return site
