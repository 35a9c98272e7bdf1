"""What pages call for of the open data, and of what a reader's browser keeps."""

import datetime
from collections.abc import Iterator

from safeguarding.exports import manifest, tables
from safeguarding.shared import addresses, kept, rendering
from safeguarding.shared.page import (
    OwnPage,
    PageCalls,
    call,
    look_up,
    own_text,
    under_headings,
)
from safeguarding.site import Site
from safeguarding.state import State


class DataCalls(PageCalls):
    """The tables as files to take away, and what all of the site was made from."""

    state: State | None = None  # what git says of the facts and pages; a build asks

    @call
    def table_data(self, id: str) -> str:
        """The data files of what stands above, where that is no table of its own."""
        by_id = {table.id: table for table in tables.data_tables(self.site)}
        return self._data_files(look_up(by_id, id, "about/open-data/").id)

    @call
    def data_list(self) -> str:
        """Every table that can be taken away as a file."""
        return rendering.render(
            "shared/data_list.html",
            tables=tables.tables(self.site),
            data=self._way(addresses.DATA),
        )

    @call
    def how_made(self) -> str:
        """When the site was made and from what, inside a sentence, and the list of its files."""
        return rendering.render(
            "exports/how_made.html",
            day=self.today,
            state=self.state,
            list=addresses.file(manifest.NAME, self.here()),
        )


class OfflineCalls(PageCalls):
    """What can be read without a connection."""

    @call
    def kept_on_device(self) -> str:
        """What the site keeps in a reader's browser, inside a sentence, and a way to delete it."""
        every = kept.pages(self.site, self.now).every if self.site.board.offline else ()
        return rendering.render(
            "exports/kept.html", count=len(every), list=self._way(addresses.OFFLINE)
        )

    def _offline(self) -> str:
        """The page that stands in the place of one that is not kept."""
        found = kept.pages(self.site, self.now)
        reached = [self._contact(one.id) for one in self.site.contacts.values() if one.phone]
        about = {
            "title": "Without a connection",
            "description": "Whom to call, and the pages that your browser keeps on your device.",
            "exit": True,
        }
        parts = [
            ("What to do", "do", self._links(found.procedures)),
            ("Answer a few questions", "questions", self._links(found.tools)),
            ("Other pages", "pages", self._links(found.others)),
        ]
        return own_text(
            about,
            self._emergency(),
            "Your browser keeps some pages of this site. They open without a connection. Each says"
            " of which day it is.",
            rendering.heading(2, "Whom to call", "call"),
            rendering.render("contacts/contacts.html", contacts=reached)
            + self._once_doubtful(reached),
            under_headings([part for part in parts if part[2]]),
            is_listed=False,
        )

    def _links(self, pages: tuple[str, ...]) -> str:
        titled = [(self.site.titles[here], self._way(here)) for here in pages]
        in_order = sorted(titled, key=lambda one: one[0].casefold())
        return rendering.render("exports/links.html", pages=in_order) if titled else ""


def own_pages(site: Site, now: datetime.datetime) -> Iterator[OwnPage]:
    """The page of what can be read without a connection, if anything can."""
    if site.board.offline:
        calls = OfflineCalls(site, lambda: addresses.OFFLINE, now)
        yield OwnPage(addresses.OFFLINE, addresses.CONTACTS, calls._offline())
