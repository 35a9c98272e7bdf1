"""Publications where they are news, and where they are found: what changed, the feed, the A to Z,
the search."""

import datetime
from xml.etree import ElementTree as xml

from safeguarding.board import views as board
from safeguarding.board.views import Update
from safeguarding.exports import atom, search
from safeguarding.shared.turns import turns
from tests.small import day, small_site
from tests.unit.publications.shelf import PAPERS, REVIEWS, entry, only, shelf

TODAY = day("2026-11-27")
IN = {"a": "http://www.w3.org/2005/Atom"}


def news(*entries: str, today: datetime.date = TODAY) -> list[Update]:
    return [one for one in board.updates(shelf(*entries), today) if one.address.startswith("publ")]


def test_publication_is_news_on_its_day() -> None:
    assert news(entry()) == [
        Update(
            day("2026-11-20"),
            "Title of one",
            "publications/one/",
            "Newsletter: What it tells.",
            "published",
        )
    ]


def test_publication_whose_day_nobody_knows_is_no_news() -> None:
    assert news(entry(published="2026-11"), entry("two", "2026")) == []


def test_what_leaves_the_lists_is_news_the_day_after_its_last() -> None:
    leaves = entry(until="2026-11-26")
    assert len(news(leaves, today=day("2026-11-26"))) == 1
    first = news(leaves)[0]
    assert (first.on, first.what) == (
        TODAY,
        "No longer current from 27 November 2026. Lists no longer name it.",
    )


def test_what_was_replaced_leaves_no_second_time() -> None:
    old = entry("old", "2025-01-01", until="2026-12-01")
    assert [one.on for one in turns(shelf(old))] == [day("2026-12-02")]
    assert turns(shelf(old, entry("new", replaces="old"))) == ()


def entries(edits: tuple[str, str]) -> dict[str, str]:
    """The id of each entry of the feed by its title."""
    root = atom.feed(small_site({REVIEWS: edits}), TODAY)
    return {
        one.findtext("a:title", "", IN): one.findtext("a:id", "", IN)
        for one in root.iterfind("a:entry", IN)
    }


def test_entry_of_the_feed_keeps_its_id_when_its_words_change() -> None:
    before = entries(("", ""))
    after = entries(("Why nobody heard", "How nobody heard"))
    assert before["Child A"].startswith("urn:uuid:")
    assert after == before


def test_feed_leads_to_the_page() -> None:
    root: xml.Element = atom.feed(shelf(entry()), TODAY)
    links = [one.get("href") for one in root.iterfind("a:entry/a:link", IN)]
    assert "https://board.example/publications/one/" in links


def test_a_to_z_has_titles_and_keywords_of_what_is_current() -> None:
    letters = board.a_to_z(small_site(), "a-z/", TODAY)
    found = {word.word: word.href for _, words in letters for word in words}
    assert found["Child A"] == found["serious case review"] == "../publications/child-a/"
    assert found["Escalation policy"] == "../publications/escalation-2026/"
    assert "The first visit" not in found


def test_search_knows_a_publication_with_its_summary_and_whom_it_is_for() -> None:
    here = "publications/learning-from-child-a/"
    (page,) = search.pages(small_site(), {here: "<article>X</article>"}.get)
    assert (page.about["title"], page.about["audience"]) == ("Learning from Child A", "Schools")
    assert page.about["summary"] == "What schools can take from the review in seven minutes."
    assert page.weight == 0.5


def test_pages_and_facts_may_name_a_publication() -> None:
    edit = {
        **only(entry()),
        "data/changes.yml": ("page: report/money/", "page: publications/one/"),
    }
    site = small_site(edit)
    assert site.changes[0].page in site.titles
    assert PAPERS in site.files
