"""Where the figures stand, and what several rules ask of them."""

from safeguarding.performance.models import Table
from safeguarding.problem import Problem
from safeguarding.site import Site, Value

FRAMEWORK = "data/performance/framework.yml"
HELP = "data/performance/help.yml"
CHILDREN = "data/performance/children.yml"
STATISTICS = "data/performance/statistics.yml"


def problem_of(value: Value, message: str) -> Problem:
    """What is wrong with a value, at its own place."""
    field, *inside = value.steps
    return value.measure.problem(field, message, *inside)


def rounded(site: Site, table: Table, area: str | None) -> int:
    """To what the counts of an area are rounded; 0 where they are as they were counted."""
    of_area = site.areas[area].rounded if area in site.areas else None
    return of_area or table.rounded or 0
