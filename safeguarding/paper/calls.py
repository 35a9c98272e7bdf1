"""What pages call for of paper."""

import posixpath
import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify
from markupsafe import Markup

from safeguarding.board.models import Page
from safeguarding.paper import sheets
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings
from safeguarding.site import Site, address
from safeguarding.yaml import read

HEADING = re.compile(r"(#+) +(.*?) *(?:\{ *#([\w-]+) *\})? *")
# {the kind of a group in a list: (its heading, the anchor of that)}
KINDS = {
    "leaflet": ("Leaflets, posters and cards", "to-hand-out"),
    "card": ("Action cards for procedures", "action-cards"),
    "whole": ("Lists and whole reports", "whole-reports"),
}
AFTER = re.compile(r"^(?:<|\[\[ *procedure)", re.M)  # what stands around parts, or makes more
LINK = re.compile(r"\]\((?![a-z]+:)([^()\s#]*)")  # of Markdown, within the site


def on_paper(site: Site) -> list[tuple[str, str, list[str]]]:
    """(what they are, anchor, addresses) of the pages that come on paper, each group by titles."""
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for page in sorted(site.pages, key=lambda page: site.titles[page].casefold()):
        if forms := sheets.forms_of(site, page):
            kinds[sheets.kind_of(forms)].append(page)
    return [(*KINDS[kind], pages) for kind, pages in kinds.items() if pages]


class PaperCalls(PageCalls):
    """Leaflets, posters and whole reports."""

    @call
    @shows("", on_paper)
    def leaflet_list(self) -> str:
        """Every page that can be printed as a leaflet, a poster, a card or a whole report."""
        groups = on_paper(self.site)
        return under_headings(
            (title, anchor, self._on_paper(pages)) for title, anchor, pages in groups
        )

    def _on_paper(self, pages: list[str]) -> str:
        title, site = self.site.title, self.site
        entries = [(title(page), self._way(page), page, _about(site, page)) for page in pages]
        return rendering.render("paper/list.html", entries=entries)

    @call
    def part(self, page: str, anchor: str) -> str:
        """What stands on another page below one of its headings: a text that two pages share is
        written once. `anchor` is the end of that heading's address."""
        names = {address(name): name for name in self.site.texts}
        name = look_up(names, page, self.site.docs)
        parts = dict(_parts(read.body(self.site.texts[name]).split("\n")))
        text = look_up(parts, anchor, name, "write the end of the address of a heading there")
        made = rendering.page_syntax.from_string(text).render(self._every_call())
        way = posixpath.relpath(name, posixpath.dirname(names[self.here()]))
        folder = posixpath.dirname(way)

        def moved(link: re.Match[str]) -> str:
            return f"]({posixpath.normpath(posixpath.join(folder, link[1])) if link[1] else way}"

        return LINK.sub(moved, made)

    def _every_call(self) -> dict[str, object]:
        """Every call that a page can make, by its name; what they return is HTML or Markdown."""
        calls = {name: getattr(self, name) for name in dir(self)}
        return {
            name: lambda *words, made=made: Markup(made(*words))
            for name, made in calls.items()
            if getattr(made, "is_call", False)
        }


def _parts(lines: list[str]) -> Iterator[tuple[str, str]]:
    """(anchor, text below it) of each heading, up to the next that is no lower."""
    headings = [(at, found) for at, line in enumerate(lines) if (found := HEADING.fullmatch(line))]
    for at, heading in headings:
        ends = (next_ for next_, other in headings if next_ > at and other[1] <= heading[1])
        text = "\n".join(lines[at + 1 : next(ends, len(lines))])
        text = AFTER.split(text, 1)[0].strip()
        yield heading[3] or slugify(heading[2], "-"), text


def _about(site: Site, address: str) -> str:
    head = site.pages[address]
    return head.description if isinstance(head, Page) else getattr(head, "summary", "")
