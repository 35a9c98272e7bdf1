"""The report's traps in its names, dates and words; and what it says that may hurt a reader.

The others stand beside this: of its budget, its figures, its tables and private fostering. What the
report says is published; where it contradicts itself, a note says so beside it.
"""

import pytest

from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Noted


@pytest.mark.parametrize(
    ("name", "words"),
    {
        "introduction": ("September 2014", "October 2014"),
        "legal-framework": ("Board’s", "apostrophe"),
        "activity": ("Main Achievements",),
        "sub-groups": ("section 8", "section 9"),
        "health": ("Authority", "Trust"),
        "allegations": ("regulation", "guidance"),
        "child-deaths": ("Child Death Review Panel", "Overview"),
        "missing": ("absent (without authority)", "absent without leave"),
        "injury": ("Life", "North Somerset Life"),
    }.items(),
)
def test_name_or_date_that_differs_is_told(name: str, words: tuple[str, ...]) -> None:
    assert report.warns(name, *words)


def test_six_groups_of_which_one_was_stood_down_are_told() -> None:
    assert report.warns("sub-groups", "six", "E-Safety")


def test_two_names_and_two_representatives_of_the_regional_group_are_told() -> None:
    assert report.warns("sub-groups", "SWCPP", "two names", "same person")


def test_munro_is_spelt_right() -> None:
    assert report.warns("sub-groups", "Munroe", "Munro")


def test_missing_structure_chart_is_told() -> None:
    assert "missing from the report" in report.page("legal-framework")


def test_two_meetings_called_marac_are_told_apart(noted: Noted) -> None:
    assert noted(851, "same word")
    assert "CSE MARAC" in report.page("sub-groups")


def test_total_family_and_think_family_are_both_kept(real_site: Site) -> None:
    joint = next(
        priority for priority in real_site.priorities.values() if priority.id == "joint-working"
    )
    assert joint.note
    assert "Total family" in joint.note
    assert "Think Family" in joint.note


def test_absent_is_marked_as_a_label_of_then() -> None:
    assert "Then, not now" in report.page("missing")


@pytest.mark.parametrize(
    "word",
    [
        "paracetamol",
        "ibuprofen",
        "analges",
        "overdose",
        "antipy",
        "self-poison",
        "self poison",
        "Down Syndrome",
        "Down's",
    ],
)
def test_no_method_and_nothing_that_points_to_a_child(real_site: Site, word: str) -> None:
    records = [(record.place.path, report.words(record)) for record in report.records(real_site)]
    pages = [(path.name, path.read_text("utf-8")) for path in report.pages()]
    said = {name for name, text in (*records, *pages) if word.lower() in text.lower()}
    assert said == set(), f"take “{word}” out there: it tells of a method, or may point to a child"


def test_old_addresses_are_not_linked() -> None:
    linked = [path.name for path in report.pages() if "scb.org" in path.read_text("utf-8")]
    assert linked == [], "take the address out: the old site is gone"


def test_board_has_its_right_name() -> None:
    assert "North Somerset Safeguarding Children Board" in report.page("introduction")
