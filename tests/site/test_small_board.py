"""A board with three files of data and five pages has a site: nothing in it leads nowhere, and what
it has not is nowhere."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import FIXTURES, Once, build_other, edit

EMPTY = "---\ntitle: Glossary\ndescription: Words.\n---\n\n# Glossary\n\n[[ glossary_list() ]]\n"
A_TO_Z = "---\ntitle: A to Z\ndescription: Every page.\n---\n\n# A to Z\n\n[[ a_to_z() ]]\n"

URDU_HEAD = "---\ntitle: مدد\ndescription: مدد\nlang: ur\n---\n\n# مدد\n\n"
URDU = f"{URDU_HEAD}## بچے\n\nمدد\n\n## والدین\n\nمدد\n"


def small(folder: Path) -> Path:
    """A copy of the small board in `folder`, with a page that is empty, in its menu, an A to Z, and
    a page in Urdu."""
    shutil.copytree(
        FIXTURES / "small-board",
        folder,
        ignore=shutil.ignore_patterns("*site*"),
        dirs_exist_ok=True,
    )
    (folder / "docs/words").mkdir()
    (folder / "docs/words/glossary.md").write_text(EMPTY, "utf-8")
    (folder / "docs/a-z.md").write_text(A_TO_Z, "utf-8")
    (folder / "docs/urdu.md").write_text(URDU, "utf-8")
    edit(folder, "docs/.nav.yml", "nav:\n", "nav:\n  - urdu.md\n  - a-z.md\n  - Words: words\n")
    edit(folder, "data/board.yml", "emergency:", "site_url: https://small.example/\nemergency:")
    return folder


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """The site of the small board."""
    return once("small", lambda folder: build_other(small(folder))) / "site"


def test_pages_of_a_small_board_are_built(site: Path) -> None:
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == {
        "404.html",
        "a-z/index.html",
        "about/accessibility/index.html",
        "about/contacts/index.html",
        "index.html",
        "offline/index.html",
        "search/index.html",
        "urdu/index.html",
        "worried-about-a-child/index.html",
    }


def test_empty_page_is_in_no_menu_list_search_or_map(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".json", ".xml"):
            text = path.read_text("utf-8")
            assert not re.search("Glossary|words/", text), path


def test_page_in_another_language_says_so_wherever_its_words_stand(site: Path) -> None:
    page, home = ((site / name).read_text("utf-8") for name in ("urdu/index.html", "index.html"))
    its = 'lang="ur" dir="rtl"'
    assert f"<html {its}>" in page
    assert '<nav aria-label="Main" lang="en" dir="ltr">' in page
    assert '<span lang="en" dir="ltr">Menu</span>' in page
    assert re.findall(r"<a [^>]*>مدد</a>", home) == [f'<a href="urdu/" {its}>مدد</a>'] * 2
    assert "lang=" not in home.replace(its, "").partition("<head>")[2]


def test_small_board_publishes_only_what_it_has(site: Path) -> None:
    assert sorted(path.name for path in (site / "data").glob("*.csv")) == ["contacts.csv"]
    assert list(site.rglob("*.ics")) == []
    assert not (site / "updates.xml").exists()
    foot = (site / "index.html").read_text("utf-8").rpartition("<footer>")[2]
    assert "about/contacts/" in foot
    assert "about/privacy/" not in foot
    assert "procedures/" not in (site / "404.html").read_text("utf-8")


def test_feed_is_linked_only_where_it_tells_something(once: Once) -> None:
    """Of a document of which the year alone is known, no news can say the day."""

    def build(folder: Path) -> Path:
        small(folder)
        for name, text in DOCUMENT.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        edit(folder, "docs/.nav.yml", "nav:\n", "nav:\n  - Publications: publications\n")
        return build_other(folder)

    site = once("small-document", build) / "site"
    assert (site / "publications/report/index.html").exists()
    assert not (site / "updates.xml").exists()
    assert "updates.xml" not in (site / "index.html").read_text("utf-8")


DOCUMENT = {
    "data/audiences.yml": "audiences: [{id: everyone, title: Everyone}]\n",
    "data/publications/reports.yml": """\
kinds: [{id: report, title: Reports, one: Report}]
publications:
  - id: report
    kind: report
    title: Annual report
    published: 2017
    summary: What the board did.
    audience: [everyone]
    documents: [{url: "https://small.example/report"}]
""",
    "docs/publications/index.md": """\
---
title: Publications
description: Every document.
---

# Publications

[[ publication_list() ]]
""",
}
