"""The content of a page as a tree from which paper is set: its HTML without what only a screen can
do.

A node is a text, or an element: {"tag": its name, "class": its classes, "children": nodes}, with
`id`, `href` (absolute), `within` (the site), `scope` or `span` (columns) where it has them. Space
between blocks is gone.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

Node = str | dict[str, Any]

VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")
INLINE = ("a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "q", "small")
WITHIN_LINES = (*INLINE, "span", "strong", "sub", "sup", "time", "u")
# What only a screen can do, or what says nothing on paper.
FOR_SCREENS = (
    *("button", "form", "img", "input", "label", "nav", "script", "select", "style", "svg"),
)
FOR_SCREENS_BY_CLASS = (
    *("add", "chart", "data", "file", "filters", "finder", "hidden", "jump", "month-grid", "paper"),
    "subscribe",
)
OUTSIDE = ("http:", "https:", "tel:", "mailto:")  # how links begin that leave the site
SPACE = re.compile(r"\s+")
BEFORE_STOP = re.compile(r" +(?=[.,;:])")  # where the number of a source stood
ENDS_OF_SENTENCES = (".", "?", "!")


class _Reader(HTMLParser):
    """Builds the tree of one text. `absolute` makes a whole address of the way of a link."""

    def __init__(self, absolute: Callable[[str], str]):
        super().__init__()
        self.absolute = absolute
        self.root: dict[str, Any] = {"tag": "article", "class": [], "children": []}
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(self.open[-1]["children"][-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._element(tag, {name: value or "" for name, value in attrs})
        self.open[-1]["children"].append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in (element["tag"] for element in self.open[1:]):
            while self.open.pop()["tag"] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1]["children"].append(data)

    def _element(self, tag: str, attributes: dict[str, str]) -> dict[str, Any]:
        element: dict[str, Any] = {"tag": tag, "class": attributes.get("class", "").split()}
        way = attributes.get("href", "")
        if address := self.absolute(way):
            element["href"] = address
        if way and not way.startswith((*OUTSIDE, "#")):
            element["within"] = True
        if span := attributes.get("colspan"):
            element["span"] = int(span)
        element |= {key: attributes[key] for key in ("id", "scope") if attributes.get(key)}
        return element | {"children": []}


def read(html: str, page: str = "", without: Iterable[str] = ()) -> list[Node]:
    """The nodes of a page, whose own address on the web is `page`; without that, links within the
    site lead nowhere, and their words stay. What has a class of `without` is left out as well."""
    reader = _Reader(lambda way: _absolute(way, page))
    reader.feed(html)
    reader.close()
    dropped = {*FOR_SCREENS_BY_CLASS, *without}
    return _tidy(reader.root["children"], dropped)


def _absolute(way: str, page: str) -> str:
    if way.startswith(OUTSIDE):
        return way
    return urljoin(page, way) if way and page and not way.startswith("#") else ""


def _tidy(nodes: list[Node], dropped: set[str]) -> list[Node]:
    """The nodes without those of screens, without space between blocks, and with one space for
    several."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and kept and isinstance(kept[-1], str):
            kept[-1] += node
        elif isinstance(node, str) or not _is_dropped(node, dropped):
            kept.append(node)
    tidy: list[Node] = []
    for before, node, after in zip([None, *kept], kept, [*kept[1:], None], strict=False):
        if isinstance(node, str):
            text = BEFORE_STOP.sub("", SPACE.sub(" ", node))
            text = text if _is_inline(before) else text.lstrip(" ")
            text = text if _is_inline(after) else text.rstrip(" ")
            tidy += [text] if text else []
        else:
            tidy.append(node | {"children": _tidy(node["children"], dropped)})
    return tidy


def _is_dropped(node: dict[str, Any], dropped: set[str]) -> bool:
    """Whether it says nothing on paper, like a chart: the table beside it has its figures."""
    is_picture = node["tag"] == "figure" and any(
        one["tag"] in ("svg", "img") for one in elements([node])
    )
    return is_picture or node["tag"] in FOR_SCREENS or bool(dropped.intersection(node["class"]))


def _is_inline(node: Node | None) -> bool:
    return isinstance(node, str) or (node is not None and node["tag"] in WITHIN_LINES)


def elements(nodes: Iterable[Node]) -> Iterator[dict[str, Any]]:
    """Every element among the nodes, and within them."""
    for node in nodes:
        if not isinstance(node, str):
            yield node
            yield from elements(node["children"])


def text(nodes: Iterable[Node]) -> str:
    """The words of the nodes."""
    return "".join(node if isinstance(node, str) else text(node["children"]) for node in nodes)


def parts(nodes: Iterable[Node]) -> list[list[Node]]:
    """The nodes in parts: what stands before the first heading of the second level, then each of
    those with what follows it. The heading of the page is left out."""
    found: list[list[Node]] = [[]]
    for node in nodes:
        tag = node if isinstance(node, str) else node["tag"]
        if tag == "h2":
            found.append([])
        if tag != "h1":
            found[-1].append(node)
    return found


def part(nodes: Iterable[Node], id: str) -> list[Node]:
    """The part whose heading has that id; nothing, where there is none."""
    for one in parts(nodes):
        if one and not isinstance(one[0], str) and one[0].get("id") == id:
            return one
    return []


def led_on(nodes: Iterable[Node], short: Callable[[str], str]) -> list[Node]:
    """The nodes for paper, on which nothing can be followed. Behind a link stands its address, as
    `short` makes it of a whole one; where that is empty, and where the site has no address, a
    sentence of nothing but a link is left out, and of other links the words stay."""
    told: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            told.append(node)
            continue
        inner = led_on(node["children"], short)
        if node["tag"] in ("p", "li"):
            inner = _with_addresses(inner, short)
        elif node["tag"] == "a" and _is_name_of_site(node):
            inner, node = [short(node["href"])], node | {"class": [*node["class"], "address"]}
        if inner or not node["children"]:
            told.append(node | {"children": inner})
    return told


def _is_name_of_site(link: dict[str, Any]) -> bool:
    """Whether its words are the site that it leads to: that is its front page, and not the one
    that is meant."""
    site = urlsplit(link.get("href", "")).netloc.removeprefix("www.")
    return bool(site) and text([link]) == site


def _with_addresses(line: list[Node], short: Callable[[str], str]) -> list[Node]:
    """The nodes of a paragraph, in which addresses stand behind links."""
    told: list[Node] = []
    for place, node in enumerate(line):
        if isinstance(node, str) or not node.get("within"):
            told.append(node)
            continue
        way = node | {"class": ["address"], "children": [short(node.get("href", ""))]}
        ends = _ends(text([node])) or not text(line[place + 1 :]).strip()
        is_sentence = ends and _ends(text(told))
        if not text([way]):
            told += [] if is_sentence else [node]
        elif is_sentence:
            told += [node, " " if _ends(text([node])) else ": ", way]
        else:
            told += [node, " (", way, ")"]
    return told


def _ends(words: str) -> bool:
    """Whether a sentence ends with these words; nothing at all is such an end too."""
    return not words.strip() or words.rstrip().endswith(ENDS_OF_SENTENCES)
