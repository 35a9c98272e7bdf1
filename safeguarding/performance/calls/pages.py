"""The pages that nobody writes: of each indicator, and of the lists below an overview."""

import datetime
from collections.abc import Iterator

from safeguarding.performance.calls import PerformanceCalls
from safeguarding.performance.models import Indicator, Overview, Way
from safeguarding.performance.views import headline, indicators, joined, overview, ways
from safeguarding.shared import addresses, rendering
from safeguarding.shared.links import indicator_links
from safeguarding.shared.page import OwnPage, own_text, under_headings
from safeguarding.site import Site


class Pages(PerformanceCalls):
    """Each as a page of docs/ is written."""

    def indicator(self, indicator: Indicator) -> str:
        """The page of an indicator: what it answers first, then all of it."""
        site = self.site
        section = indicators.section(site, indicator, is_judged=True)
        glance = overview.of_indicator(site, indicator, self.here())
        about = {
            "title": indicator.heading,
            "description": headline.summary(site, indicator),
            "exit": indicator.help_lines,
        }
        return own_text(
            about,
            rendering.render(
                "performance/headline.html", headline=section.headline, said=section.said
            ),
            "" if section.headline else self._table(glance),
            *self._help(indicator),
            under_headings(
                [
                    ("The figures", "figures", self._part("figures", section)),
                    *self._joined(indicator),
                    ("About these figures", "about", self._part("about", section)),
                ]
            ),
            self._beside(indicator),
        )

    def _joined(self, indicator: Indicator) -> Iterator[tuple[str, str, str]]:
        """What an earlier source gave of the same, or a later one gives: under a heading."""
        found = joined.joined(self.site, indicator, self.here())
        shown = [
            rendering.render("performance/joined.html", joined=one, data=self._way(addresses.DATA))
            for one in found
        ]
        if found:
            yield found[0].heading, "joined", "\n".join(shown)

    def _beside(self, indicator: Indicator) -> str:
        """The way on to the other indicators of the theme."""
        theme = self.site.theme_of[indicator.id]
        every = [one.id for one in self.site.themes[theme.id].indicators]
        place = every.index(indicator.id)
        near = [*every[max(place - 1, 0) : place], *every[place + 1 : place + 2]]
        return rendering.render(
            "performance/beside.html",
            theme=theme,
            href=self._way(theme.address),
            others=indicator_links(self.site, near, self.here()),
            like=indicator_links(self.site, self._like(indicator), self.here()),
        )

    def _like(self, indicator: Indicator) -> list[str]:
        """The ids of those that measure nearly the same, whichever of the two says so."""
        others = self.site.indicators.values()
        return [*indicator.like, *(one.id for one in others if indicator.id in one.like)]

    def list_of(self, own: Overview, way: Way) -> str:
        """The page of the rows of one way."""
        title = f"{self.site.titles[own.page]}: {ways.title(self.site, way)}"
        table = ways.table(self.site, own, way, self.here())
        shown = self._table(table) if table else "No row did, in the newest figures."
        about = {"title": title, "description": title}
        return own_text(about, self._choices(own), shown, is_listed=table is not None)


def own_pages(site: Site, now: datetime.datetime) -> Iterator[OwnPage]:
    """Each page of an indicator, below that of its theme; and the lists of each overview, below
    that."""
    for indicator in site.indicators.values():
        here, above = indicator.address, site.theme_of[indicator.id].address
        yield OwnPage(here, above, _at(here, site, now).indicator(indicator))
    for own, way in ways.lists(site):
        here = own.list_of(way)
        yield OwnPage(here, own.page, _at(here, site, now).list_of(own, way))


def _at(address: str, site: Site, now: datetime.datetime) -> Pages:
    return Pages(site, lambda: address, now)
