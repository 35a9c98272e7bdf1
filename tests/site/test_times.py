"""What readers see only for a time: a build has what is there, and nothing of the rest."""

import re
from pathlib import Path

import pytest

from tests.conftest import TEXT

PAGES = ("index.html", "404.html", "about/index.html", "publications/child-a/index.html")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_notice_above_its_content(timed_site: Path, page: str) -> None:
    text = (timed_site / page).read_text("utf-8")
    before, _, after = text.partition('<aside class="notice" aria-label="Notice"')
    notice, _, content = after.partition("</aside>")
    assert len(TEXT) == 200
    assert TEXT in notice
    assert "<main" not in before
    assert "<main" in content
    assert 'href="tel:01632960001"' in notice
    assert "to be confirmed by the partnership" in notice


def test_every_page_that_the_build_wrote_has_it(timed_site: Path) -> None:
    pages = [path for path in timed_site.rglob("*.html") if "old" not in path.parts]
    assert len(pages) > 50
    assert [path for path in pages if TEXT not in path.read_text("utf-8")] == []


@pytest.mark.parametrize("name", ["gone", "coming"])
def test_a_page_that_is_not_there_is_in_no_menu_list_search_feed_or_map(
    timed_site: Path, name: str
) -> None:
    assert not (timed_site / "about" / name).exists()
    for path in timed_site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".txt", ".csv"):
            text = path.read_text("utf-8")
            assert not re.search(rf"{name}/|All of {name}", text, re.IGNORECASE), path


def test_of_a_link_to_it_the_words_stay(timed_site: Path) -> None:
    text = (timed_site / "about/index.html").read_text("utf-8")
    assert 'See <a href="leaving/">leaving</a> and gone and coming.' in text


def test_a_page_that_goes_says_when_to_the_script_alone(timed_site: Path) -> None:
    text = (timed_site / "about/leaving/index.html").read_text("utf-8")
    assert '<article data-until="2026-12-01T12:00:00Z">' in text
    assert (
        '<p class="over" hidden>This page was there until Tuesday 1 December 2026, noon.</p>'
        in text
    )


def test_the_first_view_fits_into_what_a_first_answer_can_hold(timed_site: Path) -> None:
    """14.6 KB: what a server sends before it waits for the reader's machine."""
    from brotli import compress

    for page in PAGES:
        names = (page, "assets/site.css")
        weight = sum(len(compress((timed_site / name).read_bytes())) for name in names)
        assert weight < 14_600, page
