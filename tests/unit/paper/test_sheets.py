"""Which pages come on paper, and what stands on each."""

import datetime
from typing import Any

import pytest

from safeguarding.paper import sheets, tree
from safeguarding.paper.sheets import Sheet, Web
from tests.boards import INVENTED, NONE, Edits

DAY = datetime.date(2026, 11, 27)
URL = "https://www.board.example/"
LEAFLET = "docs/about/leaflets/listening.md"
CONFIRMED: Edits = {
    "data/contacts.yml": (
        "    phone: 01632 960001\n",
        "    phone: 01632 960001\n"
        "    verified: {on: 2026-11-25, phone: 01632 960001, source: rung}\n",
    )
}
TITLE = "<h1>How to listen</h1>"


def made(edits: Edits = NONE, url: str | None = URL, **contents: str) -> list[Sheet]:
    """What is printed of the invented board when pages have these contents, each by the words of
    its address."""
    by_address = {f"{words.replace('__', '/')}/": html for words, html in contents.items()}
    return list(sheets.sheets(INVENTED.site(edits), Web(by_address, url, DAY)))


def content(html: str, edits: Edits = NONE, url: str | None = URL) -> Any:
    """What stands on the folded leaflet, when its page is that HTML."""
    return made(edits, url, about__leaflets__listening=html)[0].content


def test_page_comes_in_the_forms_that_its_head_names_and_a_procedure_as_a_card() -> None:
    several = made(about__leaflets__listening=TITLE, procedures__listening="", about="")
    assert [(one.page, one.form) for one in several] == [
        ("about/leaflets/listening/", "folded"),
        ("about/leaflets/listening/", "sheet"),
        ("procedures/listening/", "action-card"),
    ]


@pytest.mark.parametrize(
    ("forms", "kind"),
    [
        (("poster", "whole"), "leaflet"),
        (("list",), "whole"),
        (("whole",), "whole"),
        (("action-card",), "card"),
    ],
)
def test_list_has_leaflets_cards_and_whole_reports_apart(forms: tuple[str, ...], kind: str) -> None:
    assert sheets.kind_of(forms) == kind


def test_file_stands_beside_its_page_and_is_called_by_it() -> None:
    several = made(about__leaflets__listening=TITLE, report="")
    assert [one.name for one in several] == [
        "about/leaflets/listening/listening-folded.pdf",
        "about/leaflets/listening/listening-sheet.pdf",
        "report/report.pdf",
    ]
    assert several[0].written == LEAFLET


def test_sheet_leads_to_the_page_that_its_head_names() -> None:
    said = content(TITLE)
    assert said["url"] == "https://www.board.example/procedures/listening/"
    assert said["short"] == "board.example/procedures/listening"


def test_sheet_of_a_head_that_names_none_leads_to_its_own_page() -> None:
    own: Edits = {LEAFLET: ("leads_to: procedures/listening/\n", "")}
    assert content(TITLE, own)["short"] == "board.example/about/leaflets/listening"


def test_without_an_address_of_the_site_nothing_leads_there() -> None:
    said = content(TITLE, url=None)
    assert (said["url"], said["short"]) == ("", "")


def test_sheet_has_the_words_of_the_page_but_not_its_sources() -> None:
    html = (
        f"{TITLE}<p>First<a class='mark'>[1]</a>.</p><h2>One</h2><p>Two.</p>"
        "<h2>Sources</h2><ol class='authorities'><li>An Act</li></ol>"
    )
    said = content(html)
    assert said["heading"] == "How to listen"
    assert [tree.text(part) for part in said["parts"]] == ["First.", "OneTwo."]


def test_sheet_says_whether_it_may_be_handed_out() -> None:
    assert content(TITLE)["unconfirmed"] == "01632\N{NO-BREAK SPACE}960001"
    assert content(TITLE, CONFIRMED)["unconfirmed"] == ""


def test_draft_says_once_what_nobody_has_confirmed() -> None:
    html = f"{TITLE}<p>A</p><p class='doubtful'>Nobody has confirmed it</p>"
    assert tree.text(content(html)["parts"][0]) == "A"


def test_link_on_paper_has_its_address_but_for_the_page_that_the_code_leads_to() -> None:
    own = "../../../procedures/listening/#a"
    html = f"{TITLE}<p>Go <a href='../../../a-z/'>on</a>, or <a href='{own}'>here</a>.</p>"
    assert tree.text(content(html)["parts"][0]) == "Go on (board.example/a-z), or here."


def test_card_of_a_procedure_has_what_those_in_a_hurry_need() -> None:
    html = (
        f"{TITLE}<p>Why.</p><p class='draft'>Draft.</p><h2 id='at-a-glance'>At a glance</h2>"
        "<p>Tell.</p><h2 id='what-to-do'>What to do</h2><p>Much.</p><h2 id='time-limits'>Time</h2>"
        "<p>Soon.</p><h2 id='what-to-record'>Record</h2><ul><li>All</li></ul><p>More.</p>"
        "<ul class='contacts'><li>Team</li></ul>"
    )
    [card] = made(procedures__listening=html)
    said = {key: tree.text(card.content[key]) for key in ("state", "glance", "contacts", "back")}
    assert said == {
        "state": "Draft.",
        "glance": "At a glanceTell.",
        "contacts": "Team",
        "back": "TimeSoon.RecordAll",
    }


def test_whole_report_has_its_own_pages_in_the_order_of_the_menus() -> None:
    [whole] = made(
        report="<h1>A</h1><p>Report</p>", report__people="<p>People</p>", about="", report__money=""
    )
    chapters = whole.content["chapters"]
    assert [one["title"] for one in chapters] == [
        "Annual report 2019–20",
        "People in 2019–20",
        "Money in 2019–20",
    ]
    assert whole.content["past"]["period"] == "2019–20"
    assert chapters[1]["section"] == "Section 2"
    assert tree.text(chapters[0]["nodes"]) == "Report"


def test_page_that_leads_to_none_is_told() -> None:
    [told] = INVENTED.problems({LEAFLET: ("procedures/listening/", "procedures/lisning/")})
    assert told.startswith(f"{LEAFLET}:5:1: leads_to: procedures/lisning/ is not in docs/;")
