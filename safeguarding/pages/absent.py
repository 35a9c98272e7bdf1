"""Pages that readers see only for a time: links to them are told while the pages are not there, and
shortly before they go; what leads there from everywhere stays."""

import datetime
import posixpath
import re
from collections.abc import Iterable, Iterator

from safeguarding.board.models import Page
from safeguarding.pages import lines
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem
from safeguarding.shared import words
from safeguarding.site import Head, Site
from safeguarding.timed import DAY

LINK = re.compile(r"""\]\(\s*([^)\s#?]+)|\bhref=["']([^"'#?]+)""")
SOON = 7 * DAY


def warnings(site: Site, today: datetime.date) -> Iterator[Problem]:
    """What an author is told of links to pages that are there only for a time."""
    timed = {name: head for name, head in site.files_of(Page).items() if head.from_ or head.until}
    for name, text in site.texts.items() if timed else ():
        head = site.files[name]
        if isinstance(head, Page) and not head.is_there_on(today):
            continue
        for number, line in lines.body(name, text).without_code:
            for link in LINK.finditer(line):
                way = link[1] or link[2]
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way))
                place = Place(name, number, link.start(link.lastindex or 0) + 1)
                if target in timed:
                    yield from pages_lead_to_what_is_there(place, way, timed[target], today)


@page_rule(
    file="docs/about/vacancy.md", good="until: 2099-06-18", bad="until: 2026-11-20", warns=True
)
def pages_lead_to_what_is_there(
    place: Place, way: str, page: Page, today: datetime.date
) -> Iterator[Problem]:
    """A link leads to a page that is there, and stays for a week. While the page is not there,
    readers see the words of the link alone."""
    if page.from_ and page.from_ > today:
        told = f"is not there before {words.weekday(page.from_)}; until then readers see the words"
        yield Problem(place, way, f"{told} without a link")
    elif page.until and not page.is_there_on(today + SOON + DAY):
        tense = "goes" if page.is_there_on(today) else "went"
        told = f"{tense} on {words.moment(page.until)}; then readers see the words without a link"
        yield Problem(place, way, f"{told}: delete them if they mean nothing without it")


@page_rule(file="docs/search.md", good="title: Search\n", bad="title: Search\nuntil: 2099-06-18\n")
def pages_that_others_lead_to_stay(heads: Iterable[Head]) -> Iterator[Problem]:
    """A page to which the frame of every page leads, or a list, is always there."""
    for head in heads:
        if isinstance(head, Page) and (head.from_ or head.until):
            yield head.problem(
                "until" if head.until else "from",
                "is for a page that can go, and others lead to this one by themselves; delete it",
            )
