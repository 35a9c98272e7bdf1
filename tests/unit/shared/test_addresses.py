"""Where things live, and the way from one page to another."""

import pytest

from safeguarding.shared import addresses


@pytest.mark.parametrize(
    ("found", "address"),
    [
        (addresses.CONTACTS, "about/contacts/"),
        (addresses.SOURCES, "about/sources/"),
        (addresses.TRAINING, "training/"),
        (addresses.COURSES, "training/courses/"),
        (addresses.BY_AUDIENCE, "training/by-audience/"),
        (addresses.CALENDAR, "training/calendar.ics"),
        (addresses.DATA, "data/"),
        (addresses.procedure("lado"), "procedures/lado/"),
        (addresses.section("report", "money"), "report/money/"),
        (addresses.priority("business-plan/", "hear"), "business-plan/#hear"),
        (addresses.action("plans/", "ask"), "plans/#action-ask"),
        (addresses.session("one"), "training/#one"),
        (addresses.session_feed("one"), "training/sessions/one.ics"),
        (addresses.course_feed("wrap"), "training/courses/wrap.ics"),
        (addresses.audience_feed("police"), "training/by-audience/police.ics"),
    ],
)
def test_address_never_changes(found: str, address: str) -> None:
    assert found == address


@pytest.mark.parametrize(
    ("target", "here", "way"),
    [
        ("a/b/", "", "a/b/"),
        ("", "a/b/", "../../"),
        ("", "", ""),
        ("a/", "a/", ""),
        ("a/", "a/b/", "../"),
        ("a/b/", "a/", "b/"),
        ("c/", "a/b/", "../../c/"),
        ("a/b/#part", "", "a/b/#part"),
        ("a/#part", "a/", "#part"),
        ("a/#part", "a", "#part"),
        ("#part", "a/", "../#part"),
        ("#part", "", "#part"),
        ("a/#part", "a/b/", "../#part"),
    ],
)
def test_way_from_page_to_page(target: str, here: str, way: str) -> None:
    assert addresses.relative(target, here) == way


@pytest.mark.parametrize(
    ("target", "here", "way"),
    [
        ("data/a.csv", "", "data/a.csv"),
        ("data/a.csv", "data/", "a.csv"),
        ("data/a.csv", "report/money/", "../../data/a.csv"),
    ],
)
def test_way_to_a_file(target: str, here: str, way: str) -> None:
    assert addresses.file(target, here) == way
