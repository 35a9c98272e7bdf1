"""Where indicators and overviews have their pages."""

from collections.abc import Iterator

from safeguarding.performance.models import WAYS
from safeguarding.performance.rules.places import FRAMEWORK, HELP
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site


@rule(HELP, good="- id: in-time\n", bad="- id: help\n")
def indicators_have_addresses_of_their_own(site: Site) -> Iterator[Problem]:
    """Each indicator has a page at performance/ID/, where no other page stands."""
    taken = dict.fromkeys(site.titles, "something else")
    taken |= {file.theme.address: "a theme" for file in site.themes.values()}
    taken |= {one.list_of(way): "a list" for one in site.overviews for way in WAYS}
    for indicator in site.indicators.values():
        if indicator.address in taken:
            yield indicator.problem(
                "id",
                f"{indicator.id} would have its page at {indicator.address}, where"
                f" {taken[indicator.address]} has one; choose another id",
            )


@rule(FRAMEWORK, good="page: performance/, themes", bad="page: perfomance/, themes")
def overviews_name_what_is_there(site: Site) -> Iterator[Problem]:
    """An overview names a page, which no other overview has, and themes."""
    pages = [one.page for one in site.framework.overviews]
    for one in site.framework.overviews:
        yield from dangling([Reference(one, "page", [one.page], site.titles, "docs/")])
        yield from dangling(
            [Reference(one, "themes", one.themes, site.themes, "data/performance/")]
        )
        if pages.count(one.page) > 1:
            yield one.problem("page", f"{one.page} has two overviews; make one of them")
