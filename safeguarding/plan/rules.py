"""The business plan names indicators and sections that are there."""

from collections.abc import Iterator

from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site

SECTIONS = "data/sections.yml"


@rule("data/business_plan.yml", good="indicators: [in-time]", bad="indicators: [in-tme]")
def priorities_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What a priority of the business plan names is there: indicators, and sections of the
    report."""
    yield from dangling(_references(site))


def _references(site: Site) -> Iterator[Reference]:
    report = site.plan.source
    for priority in site.plan.priorities:
        yield Reference(
            priority, "indicators", priority.indicators, site.indicators, "data/performance/"
        )
        where = site.sections[report].place.path if report in site.sections else SECTIONS
        yield Reference(priority, "sections", priority.sections, site.sections_of(report), where)
