"""Every link of the built site leads somewhere: pages, files and anchors, in raw HTML too."""

import html
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from safeguarding.problem import Place, Problem, Problems, advice

# Quotes that do not close belong to what stands there: their link leads nowhere, and is told.
TAG = re.compile(
    r"""<!--.*?-->|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>])*+)>""", re.IGNORECASE | re.DOTALL
)
ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)|[^\s"'>/=]+""")
ADDRESSES = ("href", "src", "poster", "data")
OUTWARD = re.compile(r'<a href="(https?://[^"]*)">')


class _Page:
    """The anchors of a page, and its links with where in its text their tags begin."""

    def __init__(self, text: str) -> None:
        self.anchors = {""}
        self.links: list[tuple[str, int]] = []
        for tag in TAG.finditer(text):
            for name, value in ATTRIBUTE.findall(tag[2] or ""):
                self._read(tag, name.lower(), value)

    def _read(self, tag: re.Match[str], name: str, written: str) -> None:
        if name == "id" or (name == "name" and tag[1].lower() == "a"):
            self.anchors.add(_value(written))
        elif name in ADDRESSES:
            self.links.append((_value(written), tag.start()))


def _value(written: str) -> str:
    """The value of an attribute, without its quotes."""
    quoted = len(written) > 1 and written[0] in "\"'" and written[0] == written[-1]
    return html.unescape(written[1:-1] if quoted else written)


class _Site:
    """What a link can lead to: files by their path from the site's root, with / between folders."""

    def __init__(self, root: Path, base: str) -> None:
        there = [path for path in root.rglob("*") if path.is_file()]
        self.files = {path.relative_to(root).as_posix() for path in there}
        self.base = base
        self.target = cache(self._target)  # most links of a page stand on every page of its folder

    def _target(self, folder: str, way: str) -> str | None:
        """The file that a path leads to from a folder of the site, or nothing if there is none."""
        path = posixpath.normpath(posixpath.join(folder, unquote(way)))
        if path == "." or path not in self.files:
            path = posixpath.normpath(f"{path}/index.html")
        return path if path in self.files else None


def problems(site_folder: Path, docs: Path, base: str = "/") -> Iterator[Problem]:
    """A Problem for each link within the site that leads nowhere. Links to other sites are not
    followed.

    `base` is the path that the site will live under; the page for missing addresses writes its
    links from there.
    """
    root = site_folder.resolve()
    whole = _Site(root, base)
    pages = {
        name: _Page((root / name).read_text("utf-8"))
        for name in sorted(whole.files, key=lambda name: Path(name).parts)
        if name.endswith(".html")
    }
    for name, page in pages.items():
        for link, start in page.links:
            fault = _fault(whole, name, link, pages)
            if fault:
                place = _written(docs, Path(name), link) or _built(root, name, start)
                yield Problem(place, link, fault)


def _built(root: Path, name: str, start: int) -> Place:
    """Where a tag stands in a page of the site."""
    before = (root / name).read_text("utf-8")[:start]
    return Place(f"site/{name}", before.count("\n") + 1, start - before.rfind("\n"))


def _written(docs: Path, page: Path, link: str) -> Place | None:
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


def outward(page: str) -> str:
    """The page with each link to another site marked as one."""
    return OUTWARD.sub(r'<a href="\1" rel="external noopener noreferrer">', page)


def ensure_sound(site_folder: Path, docs: Path, base: str = "/") -> None:
    """Raises Problems with every link that leads nowhere."""
    found = list(problems(site_folder, docs, base))
    if found:
        raise Problems(found)


def _fault(site_folder: _Site, name: str, link: str, pages: dict[str, _Page]) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    if parts.path.startswith("/") and posixpath.basename(name) != "404.html":
        return (
            "starts with /, which breaks when the site lives under a path; write it from this page"
        )
    folder, way = (
        ("", parts.path.removeprefix(site_folder.base).lstrip("/"))
        if parts.path.startswith("/")
        else (posixpath.dirname(name), parts.path)
    )
    target = site_folder.target(folder, way) if parts.path else name
    if target is None:
        return "leads to no page or file; correct or delete it"
    if target in pages and unquote(parts.fragment) not in pages[target].anchors:
        known = sorted(filter(None, pages[target].anchors))
        cure = advice(parts.fragment, known, "look at its address in the list “On this page”")
        return f"that page has no heading with the name #{parts.fragment}; {cure}"
    return ""
