"""Every link of the built site leads somewhere: pages, files and anchors, in raw HTML too; and no
tag of it does harm. Each page is read once."""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from safeguarding import harm
from safeguarding.harm import AN_EXAMPLE, Tag
from safeguarding.pages.addresses import no_such_part
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem, Problems

# Quotes that do not close belong to what stands there: their link leads nowhere, and is told.
TAG = re.compile(
    r"""<!--.*?-->|<(/?[a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>])*+)>""", re.IGNORECASE | re.DOTALL
)
ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
ADDRESSES = ("href", "src", "poster", "data")
MISSING = "404.html"  # the page for missing addresses, which stands at any of them
LINK = re.compile(r"""<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>""", re.DOTALL)
OUTWARD = re.compile(r'<a href="(https?://[^"]*)">')


class _Page:
    """The tags of a page, its anchors, and its links with where in its text their tags begin."""

    def __init__(self, text: str) -> None:
        self.tags = [_tag(found) for found in TAG.finditer(text) if found[1]]
        self.anchors: set[str] = set()
        self.links: list[tuple[str, int]] = []
        for tag in self.tags:
            for name, value in tag.attributes.items():
                if name == "id" or (name == "name" and tag.name == "a"):
                    self.anchors.add(value)
                elif name in ADDRESSES:
                    self.links.append((value, tag.start))


def _tag(found: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(found[2]):
        attributes.setdefault(name.lower(), _value(value))  # of two, browsers take the first
    name = found[1].lower()
    ends_with_slash = found[2].endswith("/")
    return Tag(name.lstrip("/"), attributes, name.startswith("/"), ends_with_slash, found.start())


def _value(written: str) -> str:
    """The value of an attribute, without its quotes."""
    quoted = len(written) > 1 and written[0] in "\"'" and written[0] == written[-1]
    return html.unescape(written[1:-1] if quoted else written)


class _Built:
    """The site as it was built, and what a link of it can lead to: files by their paths from its
    root, with / between folders. `base` is the path that it will live under."""

    def __init__(self, root: Path, base: str) -> None:
        self.root, self.base = root, base
        there = [path for path in root.rglob("*") if path.is_file()]
        self.files = {path.relative_to(root).as_posix() for path in there}
        self.pages = {
            name: _Page((root / name).read_text("utf-8"))
            for name in sorted(self.files, key=lambda name: Path(name).parts)
            if name.endswith(".html")
        }
        self.target = cache(self._target)  # most links of a page stand on every page of its folder

    def _target(self, folder: str, way: str) -> str | None:
        """The file that a path leads to from a folder of the site, or nothing if there is none."""
        path = posixpath.normpath(posixpath.join(folder, unquote(way)))
        if path == "." or path not in self.files:
            path = posixpath.normpath(f"{path}/index.html")
        return path if path in self.files else None


@dataclass(frozen=True)
class _Link:
    """A link of the page called `page`: its address as it is written, and how far from the start of
    the page its tag begins."""

    page: str
    address: str
    start: int

    @cached_property
    def parts(self) -> SplitResult:
        return urlsplit(self.address)

    @property
    def begins_at_root(self) -> bool:
        return self.parts.path.startswith("/")

    def target(self, built: _Built) -> str | None:
        """The file that it leads to, or nothing if there is none."""
        path = self.parts.path
        if not path:
            return self.page
        if self.begins_at_root:
            return built.target("", path.removeprefix(built.base).lstrip("/"))
        return built.target(posixpath.dirname(self.page), path)


def problems(site_folder: Path, docs: Path, base: str = "/") -> Iterator[Problem]:
    """A Problem for each link within the site that leads nowhere, and for each tag that does harm.
    Links to other sites are not followed.

    `base` is the path that the site will live under; the page for missing addresses writes its
    links from there.
    """
    built = _Built(site_folder.resolve(), base)
    for name, page in built.pages.items():
        for address, start in page.links:
            link = _Link(name, address, start)
            for problem in _of_link(link, built):
                trail = _trail(link.parts)
                yield replace(problem, place=_place(built, docs, name, trail, start))
        for problem in harm.problems(page.tags):
            start = problem.place.column - 1
            yield replace(problem, place=_place(built, docs, name, problem.field, start))


def ensure_sound(site_folder: Path, docs: Path, base: str = "/") -> None:
    """Raises Problems with every link that leads nowhere, and every tag that does harm."""
    broken = list(problems(site_folder, docs, base))
    if broken:
        raise Problems(broken)


def _of_link(link: _Link, built: _Built) -> Iterator[Problem]:
    """What is wrong with a link, at the page that has it."""
    if link.parts.scheme or link.parts.netloc:
        return
    if link.begins_at_root and posixpath.basename(link.page) != MISSING:
        yield from links_of_the_site_start_at_their_page(link)
        return
    target = link.target(built)
    if target is None:
        yield from links_of_the_site_lead_to_files(link)
    elif target in built.pages:
        yield from links_of_the_site_lead_to_headings(link, built.pages[target])


@page_rule(file=AN_EXAMPLE, good='<a href="../">Home</a>', bad='<a href="/">Home</a>')
def links_of_the_site_start_at_their_page(link: _Link) -> Iterator[Problem]:
    """A link of the built site starts at its page: the site may live under a path."""
    yield _problem(
        link,
        "starts with /, which breaks when the site lives under a path; write it from this page",
    )


@page_rule(file=AN_EXAMPLE, good='<a href="../">Home</a>', bad='<a href="../home/">Home</a>')
def links_of_the_site_lead_to_files(link: _Link) -> Iterator[Problem]:
    """A link of the built site leads to a page or a file."""
    yield _problem(link, "leads to no page or file; correct or delete it")


@page_rule(file=AN_EXAMPLE, good='<a href="../#top">Home</a>', bad='<a href="../#home">Home</a>')
def links_of_the_site_lead_to_headings(link: _Link, page: _Page) -> Iterator[Problem]:
    """A link of the built site to a part of a page leads to one that is there."""
    fragment = link.parts.fragment
    if fragment and (wrong := no_such_part(fragment, page.anchors)):
        yield _problem(link, wrong)


def _problem(link: _Link, message: str) -> Problem:
    return Problem(Place(f"site/{link.page}"), link.address, message)


# Where a link stands.


def _place(built: _Built, docs: Path, page: str, trail: str, start: int) -> Place:
    """Where an author wrote what has that trail, or where its tag begins in the page of the
    site."""
    return _place_in_docs(docs, Path(page), trail) or _place_in_page(built, page, start)


def _trail(link: SplitResult) -> str:
    """What of an address an author has written, however the way there is."""
    last_name = posixpath.basename(unquote(link.path).rstrip("/"))
    return f"#{link.fragment}" if link.fragment else last_name


def _place_in_page(built: _Built, page: str, start: int) -> Place:
    before = (built.root / page).read_text("utf-8")[:start]
    return Place(f"site/{page}", before.count("\n") + 1, start - before.rfind("\n"))


def _place_in_docs(docs: Path, page: Path, trail: str) -> Place | None:
    """Where an author wrote it, or nothing if no author did."""
    if not trail:
        return None
    for path in (docs / page.with_suffix(".md"), docs / f"{page.parent.as_posix()}.md"):
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
        for number, line in enumerate(lines, 1):
            if trail in line:
                name = f"docs/{path.relative_to(docs).as_posix()}"
                return Place(name, number, line.index(trail) + 1)
    return None


def without(html_of_page: str, here: str, gone: Collection[str]) -> str:
    """The page at the address `here`, where of each link to one of the addresses that are `gone`
    its words are left."""

    def words(link: re.Match[str]) -> str:
        way = urlsplit(html.unescape(link[1])).path
        target = posixpath.normpath(posixpath.join(here, way))
        return link[2] if way and target in leads else link[0]

    leads = {posixpath.normpath(address) for address in gone}
    return LINK.sub(words, html_of_page) if leads else html_of_page


def outward(page: str) -> str:
    """The page with each link to another site marked as one."""
    return OUTWARD.sub(r'<a href="\1" rel="external noopener noreferrer">', page)
