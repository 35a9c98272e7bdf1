"""Old addresses that take the place of something: which line editors are told to mend, and how."""

import pytest

from tests.broken import Broken

REDIRECTS = "data/redirects.yml"
PAGES, FILES = "redirects_leave_pages_alone", "redirects_leave_files_alone"
OTHERS = "redirects_leave_each_other_alone"


def old(address: str) -> dict[str, tuple[str, str]]:
    """The invented board with that old address."""
    return {REDIRECTS: ("from: old/report.pdf", f"from: {address}")}


def two(first: str, second: str) -> dict[str, tuple[str, str]]:
    """The invented board with these old addresses too, before its own."""
    lines = "".join(f"  - {{from: {one}, to: check/, was: A}}\n" for one in (first, second))
    return {REDIRECTS: ("redirects:\n", f"redirects:\n{lines}")}


BROKEN = {
    "page that stands": Broken(
        PAGES,
        old("check"),
        (
            (
                "data/redirects.yml:4:6: from: a page still stands at check/; delete the page,"
                " or this line"
            ),
        ),
    ),
    "file of a page that stands": Broken(
        PAGES,
        old("procedures/listening/index.html"),
        (
            (
                "data/redirects.yml:4:6: from: a page still stands at procedures/listening/;"
                " delete the page, or this line"
            ),
        ),
    ),
    "home page": Broken(
        PAGES,
        old("index.html"),
        (
            (
                "data/redirects.yml:4:6: from: a page still stands at the home page; delete the"
                " page, or this line"
            ),
        ),
    ),
    "below the file of a page": Broken(
        PAGES,
        old("check/index.html/print"),
        (
            (
                "data/redirects.yml:4:6: from: a page still stands at check/; delete the page,"
                " or this line"
            ),
        ),
    ),
    "below a page": Broken(PAGES, old("check/print")),
    "file that stands": Broken(
        FILES,
        old("assets/forms/referral.docx"),
        (
            (
                "data/redirects.yml:4:6: from: the file docs/assets/forms/referral.docx is still"
                " there; delete the file, or this line"
            ),
        ),
    ),
    "below the file of another": Broken(
        OTHERS,
        two("a.html", "a.html/b"),
        (
            (
                "data/redirects.yml:5:6: from: a.html/b needs the place of a.html (line 4);"
                " keep one of them"
            ),
        ),
    ),
    "file of the page of another": Broken(
        OTHERS,
        two("a/b/index.html", "a/b"),
        (
            (
                "data/redirects.yml:4:6: from: a/b/index.html needs the place of a/b (line 5);"
                " keep one of them"
            ),
        ),
    ),
    "below the file of another that does not stand first": Broken(
        OTHERS,
        {
            REDIRECTS: (
                "redirects:\n",
                "redirects:\n  - was: A\n    from: a.html\n    to: check/\n"
                "  - {from: a.html/b, to: check/, was: A}\n",
            )
        },
        (
            (
                "data/redirects.yml:7:6: from: a.html/b needs the place of a.html (line 5);"
                " keep one of them"
            ),
        ),
    ),
    "below another": Broken(OTHERS, two("a", "a/b")),
    "the same twice": Broken(OTHERS, two("a", "a")),
}
TAKEN = [
    "404.html",
    "robots.txt",
    "robots.txt/x",
    "index.html.br",
    "about/old.csv.gz",
    "sitemap.xml",
    "sitemap.xml.gz",
    "opensearch.xml",
    "updates.xml",
    "search/index.json",
    "search/0a1b2c3d/page-1.json",
    "training/calendar.ics",
    "training/courses/basic.ics",
    "training/basic.ics/x",
    "assets",
    "assets/site.css",
    "assets/icon.png",
    "data",
    "data/observations.csv",
    "_headers",
    "_a/b",
]
FREE = [
    "404/html",
    "robotsxtxt",
    "old.tar.gz",
    "sitemap/xml",
    "opensearch/xml",
    "updates/xml",
    "search/index/json",
    "search/other_index.json",
    "training/ics",
    "a/robots.txt",
    "asset",
    "assets/forms/old.docx",
    "dataset",
    "dataset/x",
    "a/_b",
    "old/data",
    "training",
]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_old_address_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems


@pytest.mark.parametrize("address", TAKEN)
def test_address_that_the_site_needs_is_taken(address: str) -> None:
    message = f"{address} is an address that the site itself needs; delete this line"
    assert Broken(FILES, old(address)).told() == (f"{REDIRECTS}:4:6: from: {message}",)


@pytest.mark.parametrize("address", FREE)
def test_other_addresses_are_free(address: str) -> None:
    assert Broken(FILES, old(address)).told() == ()
