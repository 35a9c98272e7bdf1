"""The built site: whole, quiet, the same each time, and changed only where a fact changed."""

import difflib
import filecmp
import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import brotli
import pytest

from safeguarding.authoring import Author, own_pages
from safeguarding.exports import hosting
from safeguarding.performance.models import PERFORMANCE, OneValue
from safeguarding.shared import addresses, words
from safeguarding.site import Site, load_site
from safeguarding.site import address as address_of
from tests.conftest import NOW, ROOT, Once, copied, copy, edit, ours_alone, run

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """A page's tags with their attributes, and the text a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []
        self.text: list[str] = []
        self.quiet = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self.quiet += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in ("script", "style")

    def handle_data(self, text: str) -> None:
        if not self.quiet:
            self.text.append(text)


Pages = dict[str, Page]  # by their addresses


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> Pages:
    return {
        path.relative_to(site_folder).as_posix(): Page(path.read_text("utf-8"))
        for path in sorted(site_folder.rglob("*.html"))
    }


def read(site_folder: Path, address: str) -> str:
    """The page at an address."""
    return (site_folder / address / "index.html").read_text("utf-8")


def test_every_page_of_docs_that_shows_something_is_on_the_site(
    pages: Pages, real_site: Site
) -> None:
    written = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written == {*real_site.texts, *real_site.left_out}
    assert {f"{address_of(name)}index.html" for name in real_site.texts} <= set(pages)


def test_every_link_leads_somewhere(site_folder: Path, pages: Pages) -> None:
    """As a browser follows it: found here by other means than those of the build."""
    anchors = {
        name: {attributes.get("id") for _, attributes in page.tags} | {""}
        for name, page in pages.items()
    }
    followed, lost = 0, []
    for name, page in pages.items():
        for link in links_within(name, page):
            followed += 1
            target, anchor = found_at(site_folder, link)
            if not (site_folder / target).is_file() or anchor not in anchors.get(target, {anchor}):
                lost.append((name, link))
    assert lost == []
    assert followed > len(pages)


HERE = "https://here.invalid/"


def links_within(name: str, page: Page) -> Iterator[str]:
    """The addresses on this site that a page loads or leads to, whole."""
    for _, attributes in page.tags:
        for value in filter(None, (attributes.get("href"), attributes.get("src"))):
            link = urljoin(HERE + name, value)
            if link.startswith(HERE):
                yield link


def found_at(site_folder: Path, link: str) -> tuple[str, str]:
    """The file that a server sends for an address on this site, and the anchor in it."""
    parts = urlsplit(link)
    target = unquote(parts.path).strip("/")
    if (site_folder / target).is_dir():
        target = f"{target}/index.html".lstrip("/")
    return target, unquote(parts.fragment)


def test_every_page_is_at_most_two_choices_from_home(pages: Pages, real_site: Site) -> None:
    """But for those that nobody writes: the page above them leads to each."""
    near = {"index.html"}
    for _ in (1, 2):
        near |= {address for page in near for address in leads_to(page, pages)}
    below = {page_at(page.address): page_at(page.above) for page in own_pages(real_site, NOW)}
    for page in set(pages) - near - {"404.html"}:
        is_below = page in below and below[page] in near and page in leads_to(below[page], pages)
        assert is_below or is_left_aside(pages[page]), page


def page_at(address: str) -> str:
    return f"{address}index.html"


def is_left_aside(page: Page) -> bool:
    """Whether it stays for those alone who have its address: it has moved, or is no longer
    current."""
    asks_no_search = ("meta", {"name": "robots", "content": "noindex"}) in page.tags
    return asks_no_search or "This page has moved" in "".join(page.text)


def leads_to(name: str, pages: Pages) -> Iterator[str]:
    """The pages that a page has links to, or asks with a form."""
    for tag, attributes in pages[name].tags:
        href = attributes.get({"a": "href", "form": "action"}.get(tag, ""))
        if href is not None:
            address = urlsplit(urljoin(f"/{name}", href)).path.lstrip("/")
            yield from {address, f"{address.rstrip('/')}/index.html".lstrip("/")} & set(pages)


def test_every_indicator_has_a_page_with_its_title_and_its_figures(
    site_folder: Path, real_site: Site
) -> None:
    for indicator in real_site.indicators.values():
        page = read(site_folder, indicator.address)
        (title,) = re.findall("(?s)<h1[^>]*>(.*?)</h1>", page)
        assert " ".join(html.unescape(title).split()) == indicator.heading
        for measure in indicator.measures:
            for seen in measure.values.values():
                if isinstance(seen, OneValue):
                    assert words.number(seen.value) in page, indicator.id


def test_card_of_every_indicator_stands_where_its_figures_were_and_leads_to_its_page(
    site_folder: Path, real_site: Site
) -> None:
    for theme, file in real_site.themes.items():
        page = read(site_folder, file.theme.address)
        headings = dict(re.findall(r'<h2 id="([^"]*)"><a href="([^"]*)">', page))
        assert headings == {one.id: f"../{one.id}/" for one in file.indicators}, theme


def test_page_of_an_indicator_says_where_it_stands(site_folder: Path, real_site: Site) -> None:
    for indicator in real_site.indicators.values():
        page = read(site_folder, indicator.address)
        path = page.partition('<nav class="path"')[2].partition("</nav>")[0]
        names = [html.unescape(name) for name in re.findall("<a [^>]*>(.*?)</a>", path)]
        theme = real_site.theme_of[indicator.id].address
        assert names[0] == "Home", path
        assert real_site.titles[theme] in names[-1], path


def test_every_section_of_the_report_has_a_page(site_folder: Path, real_site: Site) -> None:
    for folder, section in [
        (file.folder, section.id)
        for file in real_site.sections.values()
        for section in file.sections
    ]:
        assert (site_folder / addresses.section(folder, section) / "index.html").is_file()


def test_every_page_about_the_past_says_so(pages: Pages, real_site: Site) -> None:
    for address in real_site.report_of_page:
        said = " ".join(" ".join(pages[f"{address}index.html"].text).split())
        archive = real_site.archive_of(address)
        assert archive
        assert archive.notice in said, address


def test_every_table_says_what_it_shows(site_folder: Path) -> None:
    for path in site_folder.rglob("*.html"):
        for part in path.read_text("utf-8").split("</table>")[:-1]:
            before, _, table = part.rpartition("<table")
            figure = before.rpartition("<figure")[2]
            assert "<caption" in table or (
                "</figure>" not in figure and "<figcaption>" in figure
            ), (path, table[:200])


def test_every_page_has_one_h1_a_title_and_a_language(pages: Pages, real_site: Site) -> None:
    spoken = {page_at(one): real_site.language_of(one) for one in real_site.pages}
    for name, page in pages.items():
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == 1, name
        assert tags[: tags.index("body")].count("title") == 1, name
        language = spoken.get(name)
        code = language.code if language else "en"
        assert ("html", code) in [(tag, attributes.get("lang")) for tag, attributes in page.tags]


def test_nothing_is_loaded_from_elsewhere(pages: Pages) -> None:
    for name, page in pages.items():
        loaded = [
            attributes.get("src") or attributes.get("href") or ""
            for tag, attributes in page.tags
            if tag in ("script", "link", "img", "iframe")
        ]
        assert not [address for address in loaded if address.startswith(("http", "//"))], name


def test_nothing_is_left_unwritten(pages: Pages) -> None:
    for name, page in pages.items():
        assert not re.search(
            r"\[\[|\]\]|\{\{|\{%|Undefined|&lt;(p|ul|strong)", " ".join(page.text)
        ), name
        assert "None" not in {text.strip() for text in page.text}, name


def test_what_all_workers_need_is_made_once_and_tried_again_where_it_failed(once: Once) -> None:
    made: list[Path] = []

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once("tried", fail)
    for _ in range(2):
        folder = once("tried", made.append)
    assert made == [folder]
    assert list(folder.iterdir()) == []


def test_two_builds_give_the_same_bytes(other_site: Path, tmp_path: Path) -> None:
    """The second in a process of its own, as the command builds."""
    again = copy(tmp_path)
    for name in ("data", "docs"):
        shutil.rmtree(again / name)
    done = run(copied(again), "build")
    assert done.returncode == 0, done.stderr
    names = [
        path.relative_to(other_site).as_posix() for path in other_site.rglob("*") if path.is_file()
    ]
    _, different, missing = filecmp.cmpfiles(other_site, again / "site", names, shallow=False)
    assert (different, missing) == ([], [])


@ours_alone
def test_changing_one_value_changes_its_table_and_picture_and_nothing_else(
    project_copy: Path, real_site: Site
) -> None:
    edit(
        project_copy,
        "data/performance/quality-and-timeliness.yml",
        "2013-14: 91.3",
        "2013-14: 92.3",
    )
    after = load_site(project_copy)
    before, now = (Author(one, here=lambda: "", now=NOW) for one in (real_site, after))
    changed = [
        id for id in real_site.indicators if before.indicator_table(id) != now.indicator_table(id)
    ]
    assert changed == ["n15"]
    lines = [
        line[2:]
        for line in difflib.ndiff(
            before.indicator_table("n15").splitlines(), now.indicator_table("n15").splitlines()
        )
        if line.startswith("+ ")
    ]
    kinds = {kind for line in lines for kind in re.findall(r"^<(\w+)", line)}
    assert kinds == {"td", "desc", "path", "circle", "text", "p", "li"}
    for call in ("priority_table", "attendance_table", "document_table", "key_questions"):
        assert getattr(before, call)() == getattr(now, call)()


def test_site_lives_under_a_path_as_well(pages: Pages) -> None:
    """No address starts at the root, so the site works at a domain's root and under /repo/
    alike."""
    for name, page in pages.items():
        if name != "404.html":
            assert not [
                value
                for _, attributes in page.tags
                for key, value in attributes.items()
                if key in ("href", "src") and value and value.startswith("/")
            ], name


@ours_alone
def test_plain_mkdocs_stops_at_a_mistake_too(project_copy: Path) -> None:
    edit(project_copy, "data/budget.yml", "18075, 14268", "18076, 14268")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project_copy,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert (
        "data/budget.yml:17:57: amounts: Budget: the lines above add up to 94,806, not 94,805"
        in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stdout + done.stderr


def test_site_under_a_path_is_built_whole(site_under_a_path: Path) -> None:
    missing = (site_under_a_path / "404.html").read_text("utf-8")
    assert 'href="/repo/worried-about-a-child/"' in missing
    page = (site_under_a_path / "search/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://board.example/repo/search/">' in page


def test_nothing_in_a_page_runs_or_looks_but_its_own_files(pages: Pages) -> None:
    """What the policy forbids is not there: no inline script or style, no handler, and the same
    policy on every page."""
    for name, page in pages.items():
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        assert all("src" in one or one.get("type") == "application/ld+json" for one in scripts), (
            name
        )
        assert not any(tag == "style" for tag, _ in page.tags), name
        assert not any(
            key == "style" or key.startswith("on")
            for _, attributes in page.tags
            for key in attributes
        ), name
        policies = [
            attributes["content"]
            for tag, attributes in page.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies == [hosting.POLICY], name


def test_no_other_site_is_told_where_a_reader_comes_from(pages: Pages) -> None:
    """On hosts that send no headers too: each page says so, and each link to elsewhere."""
    for name, page in pages.items():
        told = [one["content"] for _, one in page.tags if one.get("name") == "referrer"]
        assert told == ["no-referrer"], name
        for tag, attributes in page.tags:
            if tag == "a" and (attributes.get("href") or "").startswith("http"):
                assert "noreferrer" in (attributes.get("rel") or "").split(), (
                    name,
                    attributes["href"],
                )


ROUND_TRIP = 14600  # bytes that a server can send before it waits for an answer
AROUND = ROUND_TRIP - 6000  # so much of it is left to what a page itself says


def test_what_stands_around_every_page_leaves_room_for_it_in_one_round_trip(
    site_folder: Path,
) -> None:
    """Head, menus, foot, stylesheet and script, as a server sends them. How much a page says is for
    its editor to decide."""
    heavy = {
        path.parent.relative_to(site_folder).as_posix(): size
        for path in site_folder.rglob("index.html")
        if (size := weight_around(path.read_text("utf-8"), site_folder / "assets")) > AROUND
    }
    assert heavy == {}


def weight_around(page: str, assets: Path) -> int:
    """The bytes of a page without its main part, and of its stylesheet and script."""
    return weight(re.sub(r"(?s)<main.*</main>", "", page), assets)


def weight(page: str, assets: Path) -> int:
    """The bytes of a page, and of its stylesheet and script."""
    names = re.findall(r'(?:href|src)="[^"]*assets/(site[\w-]*\.(?:css|js))"', page)
    parts = [page.encode(), *((assets / name).read_bytes() for name in names)]
    return sum(map(packed, parts))


@cache
def packed(part: bytes) -> int:
    """How many bytes of it a server sends."""
    return len(brotli.compress(part, quality=11))


def test_page_that_nobody_writes_is_sent_in_one_round_trip(
    site_folder: Path, real_site: Site
) -> None:
    """It has no editor to decide how much it says."""
    own = [
        page.address for page in own_pages(real_site, NOW) if page.address.startswith(PERFORMANCE)
    ]
    assert own or not real_site.indicators
    heavy = {
        address: size
        for address in own
        if (size := weight(read(site_folder, address), site_folder / "assets")) > ROUND_TRIP
    }
    assert heavy == {}


MOST_KEPT = 400_000  # bytes that a browser fetches once more after each build, to keep them


def test_what_a_browser_keeps_is_small_and_says_its_day(site_folder: Path) -> None:
    first, _, _ = (site_folder / "sw.js").read_text("utf-8").partition("\n")
    names = json.loads(first.removeprefix("const SITE = "))["files"]
    files = [site_folder / (f"{one}index.html" if one[-1:] in ("", "/") else one) for one in names]
    assert sum(len(brotli.compress(file.read_bytes(), quality=9)) for file in files) < MOST_KEPT
    pages = [file.read_text("utf-8") for file in files if file.suffix == ".html"]
    assert len(pages) > 5
    assert all(page.count(' data-made="2026-11-23"') == 1 for page in pages)


def test_site_with_an_address_tells_search_engines_where_all_is(
    site_under_a_path: Path, real_site: Site
) -> None:
    root = "https://board.example/repo/"
    sitemap = (site_under_a_path / "sitemap.xml").read_text("utf-8")
    assert sitemap.startswith("<?xml")
    assert f"<loc>{root}about/contacts/</loc></url>" in sitemap
    for id, procedure in real_site.procedures.items():
        place = f"<loc>{root}procedures/{id}/</loc>"
        assert f"{place}<lastmod>{procedure.last_reviewed}</lastmod>" in sitemap, id
    robots = (site_under_a_path / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {root}sitemap.xml" in robots
    box = (site_under_a_path / "opensearch.xml").read_text("utf-8")
    assert f"{root}search/?q={{searchTerms}}" in box
    page = (site_under_a_path / "about/contacts/index.html").read_text("utf-8")
    assert "BreadcrumbList" in page
    card = f'<meta property="og:image" content="{root}assets/card.png">'
    assert (card in page) == (ROOT / "docs/assets/card.png").exists()


def test_every_table_of_facts_can_be_taken_away_as_a_file(
    site_folder: Path, real_site: Site
) -> None:
    """But for those of pages that nobody writes, which can tell again what another holds."""
    again = {site_folder / page.address / "index.html" for page in own_pages(real_site, NOW)}
    for path in {*site_folder.rglob("index.html")} - again:
        for after in re.split(r'<table class="facts(?: sort)?">', path.read_text("utf-8"))[1:]:
            assert '<p class="data">As data:' in after.partition("</table>")[2].partition("<table")[
                0
            ].replace(" data-search-exclude", ""), path


def test_every_table_of_an_indicator_can_be_taken_away_as_a_file(
    site_folder: Path, real_site: Site
) -> None:
    for indicator in real_site.indicators.values():
        figures = read(site_folder, indicator.address).partition('<h2 id="figures">')[2]
        given = figures.partition("<h2")[0].count('<p class="data" data-search-exclude>As data:')
        assert given >= len(indicator.tables), indicator.id
