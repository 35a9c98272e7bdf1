"""The index that the search in a reader's browser loads: each page with its fields, the words of
them all, and the pieces in which they are sent."""

import json
from pathlib import Path
from typing import Any

import pytest

from safeguarding.exports import search
from safeguarding.exports.search import Found
from safeguarding.site import Site
from tests import searched
from tests.boards import NONE, Edits
from tests.small import LISTENING, small_site

SEARCH = "data/search.yml"
CALL = "docs/worried-about-a-child.md"
HERE = "procedures/listening/"


def html(*parts: str, robots: str = "") -> str:
    return f"<head>{robots}</head><article>{''.join(parts)}</article>"


def pages(built: dict[str, str], known: Site | None = None) -> dict[str, Found]:
    """What is found, by its address, where these pages were built."""
    found = search.pages(known or small_site(), lambda here: built.get(here, ""))
    return {page.about["address"]: page for page in found}


def page(address: str, known: Site | None = None) -> Found:
    return pages({address: html("<p>X</p>")}, known)[address]


def test_procedure_has_all_that_a_result_shows() -> None:
    built = html('<h1 id="a">A</h1><p>Be calm.</p>', '<h2 id="why">Why</h2><p>X</p>')
    assert pages({HERE: built})[HERE].about == {
        "address": HERE,
        "title": "When a child tells you something",
        "summary": "How to listen to a child, and whom to tell.",
        "audience": "Schools",
        "archive": "",
        "parts": [[HERE, "A", "Be calm."], [f"{HERE}#why", "Why", "X"]],
    }


def test_procedure_has_the_text_of_every_field() -> None:
    built = html('<h1 id="a">A</h1><p>Be calm.</p>', '<h2 id="why">Why</h2><p>X</p>')
    found = pages({HERE: built})[HERE]
    assert found.fields == {
        "title": "When a child tells you something",
        "keywords": "a child has told me",
        "summary": "How to listen to a child, and whom to tell.",
        "headings": "A . Why",
        "text": "A Be calm. Why X",
    }
    assert found.names == ["When a child tells you something", "a child has told me"]
    assert (found.weight, found.is_past) == (1.0, False)


def test_page_of_the_archive_has_its_year_and_its_description() -> None:
    found = page("report/money/")
    assert (found.about["archive"], found.about["audience"]) == ("Archive 2019–20", "")
    assert found.about["summary"] == "What came in and what went out."
    assert found.is_past


def test_indicator_is_found_as_a_part_of_its_theme_which_leads_to_its_page() -> None:
    theme, own = "performance/help/", "performance/in-time/"
    built = {
        theme: html(
            '<h1 id="help">Help</h1><p>Intro.</p><h2 id="in-time">A card</h2><p>80</p>',
            '<h2 id="calls">Calls</h2><p>1,204</p>',
        ),
        own: html(
            '<h1 id="e1">E1: In time</h1><p>Answer.</p>',
            '<h2 id="figures">The figures</h2><p>70 75 80</p>',
        ),
    }
    (found,) = pages(built).values()
    assert found.about["parts"] == [
        [theme, "Help", "Intro."],
        [own, "E1: In time", "E1: In time", "Answer.", "The figures", "70 75 80"],
        [f"{theme}#calls", "Calls", "1,204"],
    ]


def test_indicator_whose_theme_is_not_found_is_not_found_either() -> None:
    built = html("<p>X</p>")
    assert list(pages({"a-z/": built, "performance/in-time/": built})) == ["a-z/"]


def test_theme_without_pages_of_its_indicators_keeps_its_cards() -> None:
    theme = "performance/help/"
    found = pages({theme: html('<h2 id="in-time">A card</h2>')})[theme]
    assert [address for address, *_ in found.about["parts"]] == [theme, f"{theme}#in-time"]


def test_page_that_is_not_to_be_found_is_not() -> None:
    robots = '<meta name="robots" content="noindex">'
    assert pages({"about/": html("<p>X</p>", robots=robots)}) == {}


def test_page_that_searches_is_not_found() -> None:
    assert list(pages({"search/": html("X"), "training/": html("X")})) == ["training/"]


def test_audience_is_the_first_of_a_procedure() -> None:
    known = small_site({LISTENING: ("[schools]", "[everyone, schools]")})
    assert page(HERE, known).about["audience"] == "Everyone who works with children"


def test_page_can_weigh_less() -> None:
    known = small_site({CALL: ("keywords:", "search_weight: 0.5\nkeywords:")})
    assert page("worried-about-a-child/", known).weight == 0.5


def test_what_people_type_counts_as_a_keyword() -> None:
    asked = {LISTENING: ("keywords:", "asked: [a secret]\nkeywords:")}
    found = page(HERE, small_site(asked))
    assert found.names[1:] == ["a child has told me", "a secret"]
    assert found.fields["keywords"] == "a child has told me . a secret"


def test_theme_is_found_by_the_years_of_its_figures() -> None:
    found = page("performance/help/").fields["text"].split()
    values = small_site().indicators["in-time"].tables[0].measures[0].values
    assert {period[:4] for period in values} <= set(found)
    assert "X" in page("about/").fields["text"]
    assert not any(word.isdigit() for word in page("about/").fields["text"].split())


# The words of all pages, in pieces.


def written(folder: Path, built: dict[str, str], edits: Edits = NONE) -> dict[str, Any]:
    """The words of the index, as written from these pages."""
    for here, text in built.items():
        (folder / here).mkdir(parents=True, exist_ok=True)
        (folder / here / "index.html").write_text(text, "utf-8")
    (folder / "search").mkdir(exist_ok=True)
    search.write(small_site(edits), folder)
    return searched.words(folder)


BUILT = {
    "about/": html("<p>Quiet rivers flow. The kid is here.</p>"),
    "a-z/": html("<p>Quiet rivers</p>"),
    "report/money/": html("<p>Quiet money</p>"),
}


def test_word_on_few_pages_tells_more(tmp_path: Path) -> None:
    words = written(tmp_path, BUILT)
    assert words["flow"][0] > words["river"][0] > words["quiet"][0] > 0


def test_word_that_says_little_tells_less(tmp_path: Path) -> None:
    words = written(tmp_path, BUILT, {SEARCH: ("[a, the, of]", "[a, the, of, flowing]")})
    assert words["flow"][0] < words["quiet"][0]


def test_word_knows_its_pages_and_how_full_they_are_of_it(tmp_path: Path) -> None:
    less = {"docs/a-z.md": ("title: ", "search_weight: 0.3\ntitle: ")}
    words = written(tmp_path, BUILT, less)
    assert searched.index(tmp_path)["kinds"] == [[1, 1.0, 0], [1, 0.3, 0], [1, 1.0, 1]]
    on = words["quiet"][1]
    assert on[::2] == [0, 1, 2]
    assert all(0 < full < 100 for full in on[1::2])
    assert words["flow"][1][::2] == [0]


def test_words_of_one_meaning_are_a_word_of_their_own(tmp_path: Path) -> None:
    words = written(tmp_path, BUILT)
    assert words["~child"][1][::2] == words["kid"][1][::2] == [1]
    assert words["kid"][1][1::2] <= words["~child"][1][1::2]


def test_word_knows_the_phrases_that_people_use_for_a_page(tmp_path: Path) -> None:
    words = written(tmp_path, {HERE: html("<p>X</p>")})
    assert words["told"][2][:2] == [0, 1]  # the first keyword of the one page
    assert words["told"][2][2] > words["told"][0]


def test_words_are_listed_as_they_are_spelt_by_their_first_letter(tmp_path: Path) -> None:
    words = written(tmp_path, BUILT)
    assert {"rivers", "report"} & set(words["*r"]) >= {"rivers"}
    assert "the" not in words["*t"]


def test_pieces_follow_the_alphabet_and_none_is_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "LETTERS", 300)
    written(tmp_path, BUILT)
    index = searched.index(tmp_path)
    shards = sorted(
        (tmp_path / "search" / index["version"]).glob("words-*.json"),
        key=lambda path: int(path.stem.removeprefix("words-")),
    )
    firsts = [next(iter(json.loads(path.read_text("utf-8")))) for path in shards]
    assert firsts == sorted(firsts) == index["shards"]
    assert len(shards) > 3
    assert all(path.stat().st_size < 700 for path in shards)


def test_pieces_of_another_state_stand_elsewhere(tmp_path: Path) -> None:
    written(tmp_path / "one", BUILT)
    written(tmp_path / "same", BUILT)
    written(tmp_path / "other", BUILT | {"training/": html("<p>More</p>")})
    one, same, other = (
        searched.index(tmp_path / name)["version"] for name in ("one", "same", "other")
    )
    assert one == same != other


def test_index_has_what_is_the_same_for_every_query(tmp_path: Path) -> None:
    past = ("ignored: [a, the, of]\n", "ignored: [a, the]\npast: [archive]\npresent: [now]\n")
    written(tmp_path, BUILT, {SEARCH: past})
    index = searched.index(tmp_path)
    assert (index["past"], index["present"]) == (["archive"], ["now"])
    assert (index["alike"], index["ways"]) == ([["child", "kid"]], ["a-z/"])


def test_kept_index_knows_some_pages_alone_and_not_their_text(tmp_path: Path) -> None:
    words = written(tmp_path, BUILT)
    search.keep(tmp_path, ["a-z/", "nowhere/"])
    kept = json.loads((tmp_path / "search/kept.json").read_text("utf-8"))
    assert {id: page["address"] for id, page in kept["pages"].items()} == {"0": "a-z/"}
    assert kept["pages"]["0"]["parts"] == []
    assert kept["words"]["quiet"] == [words["quiet"][0], words["quiet"][1][:2], []]
    assert "flow" not in kept["words"]
    assert kept["words"]["*f"] == []
    assert kept["words"]["*r"] == ["rivers"]
    assert (kept["shards"], kept["ways"]) == ([], ["a-z/"])
