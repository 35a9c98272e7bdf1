"""What the calls of every subject need: the page's own address, the day, and what the page has
shown so far."""

from collections.abc import Callable

import pytest

from safeguarding.problem import WrongWords
from safeguarding.record import Note
from safeguarding.shared.page import Mark, PageCalls, call, look_up, own_text, under_headings
from safeguarding.shared.table import Column, Row, Table
from tests.small import BOARD, LAW, at, small_site

NOW = at("2026-11-25T23:30Z")
FOUND = "We found Example Vale young people’s line on older pages, and nobody has confirmed it"


def page(
    here: Callable[[], str] = lambda: "about/contacts/us/", zone: str = "Europe/London"
) -> PageCalls:
    edits = {BOARD: ("timezone: Europe/London", f"timezone: {zone}")}
    return PageCalls(small_site(edits), here, NOW)


def test_day_is_that_where_the_board_is() -> None:
    assert page().today.isoformat() == "2026-11-25"
    assert page(zone="Europe/Paris").today.isoformat() == "2026-11-26"


def test_call_is_marked_as_one() -> None:
    def method(self: PageCalls) -> str:
        return "a"

    assert call(method) is method
    assert method.is_call is True  # type: ignore[attr-defined]


def test_what_is_known_is_looked_up() -> None:
    assert look_up({"a": 1}, "a", "data/a.yml") == 1


@pytest.mark.parametrize(
    ("id", "otherwise", "cure"),
    [
        ("lsitener", (), 'did you mean "listener"?'),
        ("x", (), "look there for its id"),
        ("x", ("write another",), "write another"),
    ],
)
def test_what_is_not_known_is_told(id: str, otherwise: tuple[str, ...], cure: str) -> None:
    with pytest.raises(WrongWords) as told:
        look_up({"listener": 1}, id, "data/a.yml", *otherwise)
    assert str(told.value) == f'"{id}" is not in data/a.yml; {cure}'


def test_ways_lead_from_the_page() -> None:
    assert page()._way("about/") == "../../"


def test_table_and_files_have_their_data_beside_them() -> None:
    data = '<a href="../../../data/t.csv">CSV</a>'
    table = Table("A caption", "Who", (Column("Number"),), (Row("A"),), id="t")
    assert "<caption><span>A caption</span></caption>" in page()._table(table)
    assert data in page()._table(table)
    assert data in page()._data_files("t")


def test_notes_are_told_with_their_lines() -> None:
    note = Note.model_validate({"text": "A note.", "lines": 3})
    assert 'A note. <span class="count">(line 3)</span>' in page()._notes((note,))


@pytest.mark.parametrize(
    ("address", "report"),
    {"report-2020-21/": "annual-report-2020-21", "about/": "annual-report-2019-20"}.items(),
)
def test_page_describes_its_report_or_the_first(address: str, report: str) -> None:
    assert page(lambda: address)._report() == report


def test_contact_that_nobody_has_confirmed_is_noted() -> None:
    calls = page()
    assert calls._contact("emergency").id == "emergency"
    assert calls.shown.doubtful == set()
    assert calls._contact("team").id == "team"
    assert calls.shown.doubtful == {"team"}


def test_contact_that_is_not_there_is_told() -> None:
    with pytest.raises(
        WrongWords, match=r'^"teem" is not in data/contacts.yml; did you mean "team"\?$'
    ):
        page()._contact("teem")


def test_danger_has_its_number() -> None:
    assert '<a href="tel:999">999</a>' in page()._emergency()


def test_help_lines_are_told_and_doubted_once() -> None:
    calls = page()
    assert not calls.shown.help_lines
    first, second = calls._help_lines(), calls._help_lines()
    assert calls.shown.help_lines is True
    assert first.startswith('<div class="help" id="help">')
    assert first.index("Police, ambulance, fire") < first.index("young people’s line")
    assert "children’s team" not in first
    assert f'</div>\n<p class="doubtful" data-search-exclude>{FOUND}' in first
    assert '<a href="../">How each number was checked</a>' in first
    assert '<a class="number" href="tel:999">999</a>' in first.partition(FOUND)[2]
    assert first.startswith(second)
    assert FOUND not in second


def test_no_doubt_is_told_where_there_is_none() -> None:
    calls = page()
    danger = calls.site.contacts["emergency"]
    assert calls._once_doubtful([danger]) == ""
    assert calls._doubt([danger]) == {"doubtful": [], "danger": danger, "told": "../"}
    assert calls.shown.has_said_so is False
    team = calls.site.contacts["team"]
    assert calls._doubt([team, danger]) == {"doubtful": [team], "danger": danger, "told": "../"}
    assert calls.shown.has_said_so is True
    assert calls._doubt([danger])["doubtful"] == []
    assert calls.shown.has_said_so is True


def test_each_page_has_shown_its_own() -> None:
    addresses = ["a/", "b/", "a/"]
    calls = page(lambda: addresses.pop(0))
    calls._name_sources(["one"])
    assert list(calls.shown.sources) == []
    assert list(calls.shown.sources) == ["one"]


def test_sources_have_the_numbers_of_their_first_place() -> None:
    calls = page()
    calls._name_sources(["example-guidance", "example-act-s1"])
    calls._name_sources(["example-guidance"])
    assert calls._marks() == {
        "example-guidance": Mark(1, replaced=False),
        "example-act-s1": Mark(2, replaced=False),
    }
    cited = calls._cited()
    assert cited.index('id="source-example-guidance"') < cited.index('id="source-example-act-s1"')
    assert '<a href="../../sources/">How each source was read</a>' in cited


def test_parts_stand_under_their_headings() -> None:
    parts = [("One", "a", "First."), ("Two", "b", "Second.")]
    assert under_headings(parts) == "## One { #a }\n\nFirst.\n\n## Two { #b }\n\nSecond."
    assert under_headings(parts[:1], 3) == "### One { #a }\n\nFirst."


def test_source_is_cited_with_its_state_on_the_day() -> None:
    ended = "    kind: law\n    until: 2026-11-24\n    superseded_by: example-guidance\n"
    site = small_site({LAW: ("    kind: law\n", ended)})
    calls = PageCalls(site, lambda: "check/", NOW)
    calls._name_sources(["example-act-s1"])
    assert "<strong>Replaced by: How to listen.</strong>" in calls._cited()


def test_page_that_nobody_writes_is_written_as_one_of_docs() -> None:
    about = {"title": "A: “b” *c*", "description": "D."}
    assert own_text(about, "One.", "", "Two.") == (
        '---\ntitle: "A: “b” *c*"\ndescription: "D."\nrender_macros: false\n---\n\n'
        "# A: “b” &#42;c&#42; { #top }\n\nOne.\n\nTwo.\n"
    )


def test_page_that_is_not_listed_asks_no_search_to_find_it() -> None:
    assert 'render_macros: false\nrobots: "noindex"\n---' in own_text(
        {"title": "A"}, is_listed=False
    )
    assert "robots" not in own_text({"title": "A"})
