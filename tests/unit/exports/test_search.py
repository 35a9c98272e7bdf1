"""The index that the search in a reader's browser loads: each field of each page."""

import json
from pathlib import Path
from typing import Any

import pytest

from safeguarding.exports import search
from safeguarding.exports.search import Section
from safeguarding.site import Site
from tests.small import LISTENING, small_site

SEARCH = "data/search.yml"
CALL = "docs/worried-about-a-child.md"


def section(location: str, title: str = "T", text: str = "X") -> Section:
    return {"location": location, "title": title, "text": text}


def page(address: str, known: Site | None = None, *sections: Section) -> dict[str, Any]:
    found = sections or (section(address),)
    return next(iter(search.pages(known or small_site(), found)))


def test_procedure_has_every_field() -> None:
    here = "procedures/listening/"
    parts = section(here, "When &amp; how", "<p>Be\n calm.</p>"), section(f"{here}#why", "Why")
    assert page(here, None, *parts) == {
        "address": here,
        "title": "When a child tells you something",
        "summary": "How to listen to a child, and whom to tell.",
        "keywords": ["a child has told me"],
        "audience": "Schools",
        "archive": "",
        "weight": 1.0,
        "parts": [
            {"title": "When & how", "address": here, "text": "Be calm."},
            {"title": "Why", "address": f"{here}#why", "text": "X"},
        ],
    }


def test_page_of_the_archive_has_its_year_and_its_description() -> None:
    found = page("report/money/")
    assert (found["archive"], found["audience"]) == ("Archive 2019–20", "")
    assert (found["summary"], found["keywords"]) == ("What came in and what went out.", [])


def test_indicator_is_found_as_a_part_of_its_theme_which_leads_to_its_page() -> None:
    theme, own = "performance/help/", "performance/in-time/"
    parts = [
        section(theme, "Help", "Intro."),
        section(f"{theme}#in-time", "A card", "80"),
        section(f"{theme}#calls", "Calls", "1,204"),
        section(own, "E1: In time", "Answer."),
        section(f"{own}#figures", "The figures", "70 75 80"),
    ]
    (found,) = search.pages(small_site(), parts)
    assert found["address"] == theme
    assert found["parts"] == [
        {"title": "Help", "address": theme, "text": "Intro."},
        {
            "title": "E1: In time",
            "address": own,
            "text": "E1: In time Answer. The figures 70 75 80",
        },
        {"title": "Calls", "address": f"{theme}#calls", "text": "1,204"},
    ]


def test_indicator_whose_theme_is_not_found_is_not_found_either() -> None:
    parts = section("a-z/"), section("performance/in-time/")
    assert [one["address"] for one in search.pages(small_site(), parts)] == ["a-z/"]


def test_theme_without_pages_of_its_indicators_keeps_its_cards() -> None:
    theme = "performance/help/"
    found = page(theme, None, section(theme), section(f"{theme}#in-time", "A card"))
    assert [part["address"] for part in found["parts"]] == [theme, f"{theme}#in-time"]


def test_audience_is_the_first_of_a_procedure() -> None:
    known = small_site({LISTENING: ("[schools]", "[everyone, schools]")})
    assert page("procedures/listening/", known)["audience"] == "Everyone who works with children"


def test_page_can_weigh_less() -> None:
    known = small_site({CALL: ("keywords:", "search_weight: 0.5\nkeywords:")})
    assert page("worried-about-a-child/", known)["weight"] == 0.5


def test_pages_stand_in_the_order_of_their_files_and_only_those_that_were_built() -> None:
    names = ("training/", "a-z/", "search/", "nowhere/")
    found = search.pages(small_site(), [section(name) for name in names])
    assert [one["address"] for one in found] == ["a-z/", "training/"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h2>A &amp; B</h2>\n<p>C</p>", "A & B C"),
        ("one<br>two", "one two"),
        ("  much   space ", "much space"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert search._text(markup) == text


def test_index_takes_the_place_of_the_one_that_was_built(tmp_path: Path) -> None:
    raw = tmp_path / "search/search_index.json"
    raw.parent.mkdir()
    raw.write_text(json.dumps({"docs": [section("a-z/", "A – Z")]}), "utf-8")
    past = ("ignored: [a, the, of]\n", "ignored: [a, the]\npast: [archive]\npresent: [now]\n")
    search.write(small_site({SEARCH: past}), tmp_path)
    assert [path.name for path in raw.parent.iterdir()] == ["index.json"]
    written = (raw.parent / "index.json").read_text("utf-8")
    index = json.loads(written)
    assert (index["ignored"], index["past"]) == (["a", "the"], ["archive"])
    assert (index["present"], index["alike"]) == (["now"], [["child", "kid"]])
    assert [one["address"] for one in index["pages"]] == ["a-z/"]
    assert '"title":"A – Z"' in written


def test_theme_is_found_by_the_years_of_its_figures() -> None:
    parts = [section("performance/help/"), section("about/")]
    found = {one["address"]: one for one in search.pages(small_site(), parts)}
    values = small_site().indicators["in-time"].tables[0].measures[0].values
    assert "years" not in found["about/"]
    first, last = found["performance/help/"]["years"]
    assert all(first <= int(period[:4]) <= last for period in values)
    assert last - first < 30
