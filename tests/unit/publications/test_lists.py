"""Lists of publications: the newest first, by year, with those alone that are current."""

from safeguarding.publications.views import lists
from safeguarding.publications.views.lists import Choice, Entry
from tests.small import day, small_site
from tests.unit.publications.shelf import entry, shelf

TODAY = day("2026-11-27")
HERE = "publications/"


def ids(*entries: str) -> list[str]:
    return [one.id for one in lists.current(shelf(*entries), TODAY)]


def test_newest_stands_first_then_by_title() -> None:
    assert ids(
        entry("one", "2025-05-01"),
        entry("two", "2026-05-01", title="B"),
        entry("three", "2026-05-01", title="A"),
        entry("four", "2026-05"),
        entry("five", "2026"),
    ) == ["three", "two", "four", "five", "one"]


def test_what_is_over_or_replaced_is_in_no_list() -> None:
    assert ids(
        entry("one", "2025-01-01", until="2026-11-26"),
        entry("two", "2025-01-01", until="2026-11-27"),
        entry("three", "2024-01-01"),
        entry("four", "2025-01-01", replaces="three"),
    ) == ["four", "two"]


def test_entry_says_what_it_is() -> None:
    known = shelf(entry(published="2026-04"))
    assert lists.entry(known, known.publications["one"], "training/") == Entry(
        "Title of one", "../publications/one/", "Newsletter, April 2026", "What it tells."
    )


def test_years_stand_the_newest_first() -> None:
    known = shelf(entry("one", "2024"), entry("two", "2026-01-01"), entry("three", "2026-12"))
    found = lists.years(known, lists.current(known, TODAY), HERE)
    assert [(year.id, year.title, len(year.entries)) for year in found] == [
        ("year-2026", "2026", 2),
        ("year-2024", "2024", 1),
    ]


def test_reader_can_choose_by_kind_subject_and_audience() -> None:
    found = lists.filters(small_site(), "publications/kinds/review/", TODAY)
    assert [one.title for one in found] == ["Kind", "Subject", "For"]
    kinds, subjects, audiences = (one.choices for one in found)
    assert kinds[:2] == (
        Choice("Local child safeguarding practice reviews", "", 2, True),
        Choice("7-minute briefings", "../briefing/", 1, False),
    )
    assert [one.title for one in kinds[2:]] == [
        "Newsletters",
        "Minutes of meetings",
        "Policies",
        "Forms",
    ]
    assert subjects[0] == Choice(
        "Listening to children", "../../subjects/listening-to-children/", 3, False
    )
    assert [(one.title, one.number) for one in audiences] == [
        ("Everyone who works with children", 6),
        ("Schools", 7),
    ]


def test_what_is_for_a_wider_audience_is_for_those_within_it() -> None:
    known = shelf(entry("one"), entry("two", audience="[schools]"))
    for audience, expected in {"everyone": ["one"], "schools": ["one", "two"]}.items():
        chosen = filter(lists.chooses(known, "audiences", audience), known.publications.values())
        assert [one.id for one in chosen] == expected


def test_kind_of_which_nothing_is_current_is_no_choice() -> None:
    listed = {(one.by, one.id) for one in lists.listings(small_site(), TODAY)}
    assert ("kinds", "leaflet") not in listed
    assert ("kinds", "leaflet") in {
        (one.by, one.id) for one in lists.listings(small_site(), day("2026-09-30"))
    }
