"""What pages call for of publications, and the pages that they have of their own."""

import datetime
from collections.abc import Iterator

from safeguarding.publications.models import Publication
from safeguarding.publications.views import documents, lists, pages, structured
from safeguarding.publications.views.lists import By, Entry, Listing
from safeguarding.shared import addresses, rendering
from safeguarding.shared.page import (
    OwnPage,
    PageCalls,
    call,
    look_up,
    own_text,
    shows,
    under_headings,
)
from safeguarding.site import Site

NONE = "Nothing is published here yet."
HERE = "data/publications/"


class PublicationCalls(PageCalls):
    """Reviews, briefings, newsletters, minutes, policies, forms and leaflets."""

    @call
    def publication(self, id: str) -> str:
        """A link to a publication inside a sentence; it says when that is no longer current."""
        one = look_up(self.site.publications, id, HERE)
        return rendering.render(
            "publications/link.html",
            entry=lists.entry(self.site, one, self.here()),
            notice=pages.notice(self.site, one, self.here(), self.today),
        )

    @call
    @shows("", lambda site: site.publications)
    def publication_list(self) -> str:
        """Every publication that is current, by year, with links to those of one kind, on one
        subject or for one audience."""
        return self._listed(lists.current(self.site, self.today))

    @call
    def publications_of_kind(self, kind: str, number: int | None = None) -> str:
        """Those of one kind, the newest first: all of them, or the last `number`."""
        return self._few("kinds", look_up(self.site.publication_kinds, kind, HERE).id, number)

    @call
    def publications_on(self, subject: str, number: int | None = None) -> str:
        """Those on one subject, in the same way."""
        return self._few("subjects", look_up(self.site.subjects, subject, HERE).id, number)

    @call
    def publications_for(self, audience: str, number: int | None = None) -> str:
        """Those for one audience, in the same way."""
        one = look_up(self.site.audiences, audience, "data/audiences.yml")
        return self._few("audiences", one.id, number)

    def _few(self, by: By, id: str, number: int | None) -> str:
        chosen = filter(lists.chooses(self.site, by, id), lists.current(self.site, self.today))
        found = lists.entries(self.site, chosen, self.here())[:number]
        return rendering.render("publications/entries.html", entries=found) if found else NONE

    def _listed(self, publications: tuple[Publication, ...]) -> str:
        if not publications:
            return NONE
        years = lists.years(self.site, publications, self.here())
        found = under_headings(
            (
                year.title,
                year.id,
                rendering.render("publications/entries.html", entries=year.entries),
            )
            for year in years
        )
        return "\n\n".join(
            [
                rendering.render(
                    "publications/filters.html",
                    filters=lists.filters(self.site, self.here(), self.today),
                    years=years,
                    every=self._way(addresses.PUBLICATIONS),
                ),
                rendering.render(
                    "shared/counted.html", number=len(publications), what="publications"
                ),
                found,
                self._data_files("publications"),
            ]
        )

    # Pages that nobody writes: each publication, and each list of a few.

    def _page(self, one: Publication) -> str:
        """The page of a publication, as a page of docs/ is written."""
        site, here = self.site, self.here()
        return own_text(
            {"title": one.title, "description": one.summary},
            self._notice(one),
            rendering.render(
                "publications/publication.html", one=one, facts=pages.facts(site, one)
            ),
            under_headings([("Documents", "documents", self._documents(one))]),
            self._learnt(one),
            self._entries("See also", "see-also", pages.related(site, one, here)),
            self._entries("Earlier versions", "earlier", pages.older(site, one, here)),
            rendering.render(
                "publications/foot.html",
                beside=pages.list_beside(site, one, here, self.today),
                things=structured.publication(site, one),
            ),
            is_listed=site.is_listed(one, self.today),
        )

    def _notice(self, one: Publication) -> str:
        notice = pages.notice(self.site, one, self.here(), self.today)
        return rendering.render("publications/notice.html", notice=notice) if notice else ""

    def _documents(self, one: Publication) -> str:
        """What a reader can open, and who gives it in another form."""
        shown = rendering.render(
            "publications/documents.html",
            documents=documents.documents(self.site, one, self.here()),
        )
        contact = pages.keeper_of_formats(self.site, one)
        if contact is None:
            return shown
        self._contact(contact.id)
        other = rendering.render("publications/other_formats.html", contact=contact)
        return f"{shown}\n{other}{self._once_doubtful([contact])}"

    def _learnt(self, one: Publication) -> str:
        if not one.learnt:
            return ""
        points = rendering.render("publications/learnt.html", points=one.learnt)
        return under_headings([("What was learnt", "learnt", points)])

    def _entries(self, title: str, anchor: str, entries: tuple[Entry, ...]) -> str:
        if not entries:
            return ""
        shown = rendering.render("publications/entries.html", entries=entries)
        return under_headings([(title, anchor, shown)])

    def _list_page(self, listing: Listing) -> str:
        """The page of those of one kind, on one subject or for one audience."""
        title = f"Publications: {listing.title}"
        about = {"title": title, "description": f"The newest first: {listing.title}"}
        return own_text(about, self._listed(listing.publications), is_listed=False)


def own_pages(site: Site, now: datetime.datetime) -> Iterator[OwnPage]:
    """Each page that publications have of their own, below the list of them all."""
    today = PublicationCalls(site, str, now).today
    for one in site.publications.values():
        page = _at(one.address, site, now)._page(one)
        yield OwnPage(one.address, addresses.PUBLICATIONS, page)
    for listing in lists.listings(site, today):
        page = _at(listing.address, site, now)._list_page(listing)
        yield OwnPage(listing.address, addresses.PUBLICATIONS, page)


def _at(address: str, site: Site, now: datetime.datetime) -> PublicationCalls:
    return PublicationCalls(site, lambda: address, now)
