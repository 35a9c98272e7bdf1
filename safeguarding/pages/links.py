"""Every link of the built site leads somewhere: pages, files and anchors, in raw HTML too."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from safeguarding.problem import Place, Problem, Problems, advice

ADDRESSES = ("href", "src", "poster", "data")


class _Page(HTMLParser):
    """The anchors of a page, and its links with the line they stand on."""

    def __init__(self, html):
        super().__init__()
        self.anchors, self.links = {""}, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value)
            elif name in ADDRESSES and value is not None:
                self.links.append((value, *self.getpos()))


def problems(site_folder: Path, docs: Path, base: str = "/"):
    """A Problem for each link within the site that leads nowhere. Links to other sites are not
    followed.

    `base` is the path that the site will live under; the page for missing addresses writes its
    links from there.
    """
    pages = {
        path: _Page(path.read_text("utf-8"))
        for path in sorted(site_folder.resolve().rglob("*.html"))
    }
    for path, page in pages.items():
        for link, line, column in page.links:
            fault = _fault(site_folder, path, link, pages, base)
            if fault:
                place = _written(docs, path.relative_to(site_folder.resolve()), link) or Place(
                    f"site/{path.relative_to(site_folder.resolve()).as_posix()}", line, column + 1
                )
                yield Problem(place, link, fault)


def _written(docs, page, link):
    """Where an author wrote the link, or nothing if no author did."""
    trail = (
        f"#{urlsplit(link).fragment}"
        if urlsplit(link).fragment
        else unquote(urlsplit(link).path).rstrip("/").rpartition("/")[2]
    )
    for path in (docs / page.with_suffix(".md"), docs / f"{page.parent.as_posix()}.md"):
        for number, line in enumerate(
            path.read_text("utf-8").splitlines() if path.is_file() else (), 1
        ):
            if trail and trail in line:
                return Place(
                    f"docs/{path.relative_to(docs).as_posix()}", number, line.index(trail) + 1
                )
    return None


def outward(html: str) -> str:
    """The page with each link to another site marked as one."""
    return re.sub(r'<a href="(https?://[^"]*)">', r'<a href="\1" rel="external noopener">', html)


def require(site_folder: Path, docs: Path, base: str = "/"):
    found = list(problems(site_folder, docs, base))
    if found:
        raise Problems(found)


def _fault(site_folder, page, link, pages, root):
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    if parts.path.startswith("/") and page.name != "404.html":
        return (
            "starts with /, which breaks when the site lives under a path; write it from this page"
        )
    start, way = (
        (site_folder, parts.path.removeprefix(root).lstrip("/"))
        if parts.path.startswith("/")
        else (page.parent, parts.path)
    )
    target = (start / unquote(way)).resolve() if parts.path else page
    if target.is_dir():
        target /= "index.html"
    if not target.is_relative_to(site_folder.resolve()) or not target.is_file():
        return "leads to no page or file; correct or delete it"
    if target in pages and unquote(parts.fragment) not in pages[target].anchors:
        return (
            f"that page has no heading with the name #{parts.fragment};"
            f" {advice(parts.fragment, sorted(filter(None, pages[target].anchors)), 'look at its address in the list “On this page”')}"
        )
    return ""
