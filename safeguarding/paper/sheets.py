"""Which pages come on paper, in which form, and what stands on each: a tree of the words of its
page."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from safeguarding import citations
from safeguarding.board.models import Page
from safeguarding.paper import tree
from safeguarding.paper.tree import Node
from safeguarding.procedures.models import Procedure
from safeguarding.shared import words
from safeguarding.site import Site

LANGUAGE = "en"  # of all pages that name no other
CARD = "action-card"  # in which every procedure comes
# {form: (what readers call it, how many pages it has; None: as many as it needs)}
FORMS: dict[str, tuple[str, int | None]] = {
    "poster": ("Poster, A4", 1),
    "cards": ("Cards for the pocket, ten on a sheet", 1),
    "folded": ("Leaflet, A4 on both sides, to fold once", 2),
    "sheet": ("One page, A4", 1),
    "list": ("List to pin up", None),
    "whole": ("All in one file", None),
    CARD: ("Action card, A4", 2),
}
MARKS = ("mark",)  # the numbers of sources: only what is printed whole has these sources too


@dataclass(frozen=True)
class Sheet:
    """A page on paper. `name` is where the PDF stands, from the root of the site; `written` is the
    file of the page; `content` is what its template sets."""

    page: str
    written: str
    form: str
    name: str
    content: Mapping[str, Any] = field(repr=False)

    @property
    def title(self) -> str:
        """What readers call this form of the page."""
        return FORMS[self.form][0]

    @property
    def pages(self) -> int | None:
        """How many pages it has; None where that is as many as it needs."""
        return FORMS[self.form][1]


@dataclass(frozen=True)
class Web:
    """The site as readers get it: the content of each page as HTML, by its address, in the order of
    the menus; its own address on the web, if it has one; the day on which it is made."""

    contents: Mapping[str, str]
    url: str | None
    day: datetime.date

    def address(self, page: str) -> str:
        """The whole address of a page; empty where the site has none."""
        return f"{self.url}{page}" if self.url else ""


def forms_of(site: Site, address: str) -> tuple[str, ...]:
    """The forms in which the page at an address comes on paper."""
    head = site.pages.get(address)
    if isinstance(head, Procedure):
        return (CARD,)
    return head.paper if isinstance(head, Page) else ()


def kind_of(forms: Collection[str]) -> str:
    """What a page in these forms is among all that is printed: leaflet, card or whole."""
    if CARD in forms:
        return "card"
    return "whole" if {*forms} <= {"list", "whole"} else "leaflet"


def name_of(page: str, form: str) -> str:
    """Where the PDF of a page stands: beside the page, and called by it."""
    called = page.rstrip("/").rpartition("/")[2]
    return f"{page}{called}.pdf" if form == "whole" else f"{page}{called}-{form}.pdf"


def sheets(site: Site, web: Web) -> Iterator[Sheet]:
    """Everything that comes on paper, page by page."""
    for page in web.contents:
        for form in forms_of(site, page):
            written = site.pages[page].place.path
            yield Sheet(page, written, form, name_of(page, form), _content(site, web, page, form))


def _content(site: Site, web: Web, page: str, form: str) -> dict[str, Any]:
    about = _about(site, web, page)
    if form == "whole":
        past = site.archive_of(page)
        about["past"] = {"period": past.period, "notice": past.notice} if past else {}
        return about | {"chapters": list(_chapters(site, web, page))}
    nodes = tree.read(web.contents[page], web.address(page), MARKS)
    titles = (tree.text([one]) for one in nodes if _tag(one) == "h1")
    about["heading"] = next(titles, about["title"])
    if form == CARD:
        return about | _card(nodes)
    parts = [part for part in tree.parts(nodes) if not _is_of_sources(part)]
    return about | {"parts": parts, "unconfirmed": has_unconfirmed(site, page)}


def _about(site: Site, web: Web, page: str) -> dict[str, Any]:
    """What every form says of the page and of itself."""
    head = site.pages[page]
    spoken = site.language_of(page)
    url = web.address((head.leads_to if isinstance(head, Page) else None) or page)
    return {
        "title": head.title,
        "board": site.board.name,
        "lang": spoken.code if spoken else LANGUAGE,
        "day": words.day(web.day),
        "date": [web.day.year, web.day.month, web.day.day],
        "url": url,
        "short": _short(url),
    }


def _is_of_sources(part: list[Node]) -> bool:
    """Whether a part lists what the page rests on: the page itself shows that."""
    return any("authorities" in one["class"] for one in tree.elements(part))


def _short(url: str) -> str:
    """An address as people type it."""
    whole = urlsplit(url)
    return f"{whole.netloc.removeprefix('www.')}{whole.path}".rstrip("/")


def _card(nodes: list[Node]) -> dict[str, Any]:
    """A procedure for those in a hurry: on the front what to do at a glance, and whom to call; on
    the back every time limit, and what to record."""
    contacts = [one for one in tree.elements(nodes) if "contacts" in one["class"]][:1]
    doubtful = [one for one in tree.elements(nodes) if "doubtful" in one["class"]][:1]
    return {
        "state": [one for one in tree.parts(nodes)[0] if _tells_state(one)],
        "glance": tree.part(nodes, "at-a-glance"),
        "contacts": [*contacts, *doubtful],
        "back": [*tree.part(nodes, "time-limits"), *tree.part(nodes, "what-to-record")[:2]],
    }


def _tells_state(node: Node) -> bool:
    """Whether it says what a reader must know before relying on the page, or whom to call now."""
    return not isinstance(node, str) and bool({"danger", "care", "draft"} & {*node["class"]})


def _chapters(site: Site, web: Web, first: str) -> Iterator[dict[str, Any]]:
    """The page itself and those below it of the same report, in the order of the menus."""
    report = site.report_of_page.get(first)
    for page, html in web.contents.items():
        if page.startswith(first) and site.report_of_page.get(page) == report:
            head = site.pages[page]
            nodes = tree.read(html, web.address(page))
            yield {
                "title": head.title,
                "section": (head.section if isinstance(head, Page) else None) or "",
                "nodes": [one for one in nodes if _tag(one) != "h1"],
            }


def _tag(node: Node) -> str:
    return "" if isinstance(node, str) else str(node["tag"])


def has_unconfirmed(site: Site, page: str) -> bool:
    """Whether a page names a contact whose number or address nobody has confirmed."""
    text = site.texts[site.pages[page].place.path]
    contacts = [site.contacts[id] for id in citations.contacts(text) if id in site.contacts]
    return any(contact.doubtful for contact in contacts)
