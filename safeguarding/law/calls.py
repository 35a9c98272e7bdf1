"""What pages call for of law and guidance."""

from safeguarding.law import views
from safeguarding.law.models import NOT_YET
from safeguarding.shared import rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings


class LawCalls(PageCalls):
    """What says so."""

    @call
    def cite(self, id: str) -> str:
        """A source inside a sentence, linked to the list at the foot of the page."""
        self._name_sources([look_up(self.site.authorities, id, "data/law/").id])
        return rendering.render("law/mark.html", id=id, marks=self._marks())

    @call
    def cited(self) -> str:
        """Every source that the page has named above, with the day it was checked."""
        return self._cited()

    @call
    def when(self, id: str, before: str, after: str) -> str:
        """One of two sentences: `before` as long as that source is not yet in force, `after` from
        the day on which it is."""
        authority = look_up(self.site.authorities, id, "data/law/")
        return before if authority.state(self.today) == NOT_YET else after

    @call
    @shows("data/law/", lambda site: site.authorities)
    def source_list(self) -> str:
        """Every source of every page, with how and when it was read, and the pages that rest on
        it."""
        number = len(self.site.authorities)
        counted = rendering.render("shared/counted.html", number=number, what="sources")
        listed = under_headings(
            (kind, words.slug(kind), rendering.render("law/source_list.html", entries=entries))
            for kind, entries in views.entries(self.site, self.here(), self.today)
        )
        return f"{counted}\n\n{listed}"
