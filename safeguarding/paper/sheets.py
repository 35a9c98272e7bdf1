"""Which pages come on paper, in which form, and what stands on each: a tree of the words of its
page."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
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


class Shape(NamedTuple):
    """What readers call a form, how many pages it has (None: as many as it needs), and what whoever
    prints it has to do."""

    title: str
    pages: int | None
    how: str = ""


FORMS = {
    "poster": Shape("Poster, A4", 1),
    "cards": Shape(
        "Cards for the pocket, A4",
        1,
        "Print at full size. Cut along the lines, then fold each in the middle.",
    ),
    "folded": Shape(
        "Leaflet to fold, A4",
        2,
        "Print at full size on both sides, turned over the short edge. Fold once.",
    ),
    "sheet": Shape("One page for a wall, A4", 1),
    "list": Shape("List to pin up", None),
    "whole": Shape("All in one file", None),
    CARD: Shape("Action card, A4", 2),
}
NO_BREAK = "\N{NO-BREAK SPACE}"  # within a number
MARKS = ("mark",)  # the numbers of sources: only what is printed whole has these sources too


@dataclass(frozen=True)
class Sheet:
    """A page on paper. `leads_to` is the address of the page to which it leads readers; `name` is
    where the PDF stands, from the root of the site; `written` is the file of the page; `content` is
    what its template sets."""

    page: str
    leads_to: str
    written: str
    form: str
    name: str
    content: Mapping[str, Any] = field(repr=False)

    @property
    def title(self) -> str:
        """What readers call this form of the page."""
        return FORMS[self.form].title

    @property
    def pages(self) -> int | None:
        """How many pages it has; None where that is as many as it needs."""
        return FORMS[self.form].pages

    @property
    def how(self) -> str:
        """What whoever prints it has to do; empty where any way will do."""
        return FORMS[self.form].how

    @property
    def unconfirmed(self) -> str:
        """What on it nobody has confirmed, as words: it is a draft then."""
        return str(self.content.get("unconfirmed", ""))


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
            written, leads_to = site.pages[page].place.path, _leads_to(site, page)
            content = _content(site, web, page, form)
            yield Sheet(page, leads_to, written, form, name_of(page, form), content)


def _leads_to(site: Site, page: str) -> str:
    head = site.pages[page]
    return (head.leads_to if isinstance(head, Page) else None) or page


def _content(site: Site, web: Web, page: str, form: str) -> dict[str, Any]:
    about = _about(site, web, page) | {"how": FORMS[form].how}
    if form == "whole":
        past = site.archive_of(page)
        about["past"] = {"period": past.period, "notice": past.notice} if past else {}
        return about | {"chapters": list(_chapters(site, web, page))}
    nodes = tree.read(web.contents[page], web.address(page), MARKS)
    if form != CARD:  # a card says by each number what is known of it; others that they are drafts
        nodes = [one for one in nodes if not _has_class(one, "doubtful")]
    nodes = tree.led_on(nodes, lambda way: "" if _is_on(way, about["url"]) else _short(way))
    titles = (tree.text([one]) for one in nodes if _tag(one) == "h1")
    about["heading"] = next(titles, about["title"])
    if form == CARD:
        return about | _card(nodes)
    parts = [part for part in tree.parts(nodes) if not _is_of_sources(part)]
    return about | {"parts": parts, "unconfirmed": words.join(list(_unconfirmed(site, page)))}


def _about(site: Site, web: Web, page: str) -> dict[str, Any]:
    """What every form says of the page and of itself."""
    head = site.pages[page]
    spoken = site.language_of(page)
    url = web.address(_leads_to(site, page))
    return {
        "title": head.title,
        "board": site.board.name,
        "lang": spoken.code if spoken else LANGUAGE,
        "day": words.day(web.day),
        "date": [web.day.year, web.day.month, web.day.day],
        "url": url,
        "short": _short(url),
    }


def _is_on(way: str, url: str) -> bool:
    """Whether a way leads to a place on that page."""
    return way.partition("#")[0] == url


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
    return _has_class(node, "danger", "care", "draft")


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


def _has_class(node: Node, *classes: str) -> bool:
    return not isinstance(node, str) and bool({*classes} & {*node["class"]})


def _tag(node: Node) -> str:
    return "" if isinstance(node, str) else str(node["tag"])


def _unconfirmed(site: Site, page: str) -> Iterator[str]:
    """The numbers of the contacts on a page that nobody has confirmed; of one without a number, its
    name."""
    text = site.texts[site.pages[page].place.path]
    contacts = [site.contacts[id] for id in citations.contacts(text) if id in site.contacts]
    for contact in contacts:
        if contact.doubtful:
            phones = [contact.phone, *(other.phone for other in contact.others)]
            numbers = [phone.replace(" ", NO_BREAK) for phone in phones if phone]
            yield from numbers or [contact.name]
