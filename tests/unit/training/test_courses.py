"""The catalogue: what is known of each course, its next dates, and who came."""

import pytest

from safeguarding.authoring import Author
from safeguarding.site import Site
from safeguarding.training.views import courses
from tests.small import COURSES, PROGRAMME, at, small_site
from tests.unit.training.programmes import NO_MORE_DATES, without

NOW = at("2026-11-23T12:00Z")
BARE = "  - {id: bare, title: Bare, short: Bare, audience: [schools, everyone], owner: practice}\n"
FULL = """  - id: full
    title: Full
    short: Full
    length: two days
    level: second of two
    audience: [schools]
    aims: [See it., Say it.]
    prerequisites: The first of the two
    owner: practice
    note: New this year.
    lines: 22-23
"""
NO_MORE_COURSES = without(COURSES, "  - id: leading")
ATTENDANCE = "data/training/attendance.yml"


def catalogue() -> Site:
    many = ("courses:\n", "courses:\n  - {course: bare, delegates: 0, lines: 20}\n")
    last = ("lines: 21}\n", "lines: 21}\n  - {course: full, delegates: 1204, lines: 23}\n")
    edits = [NO_MORE_COURSES, ("courses:\n", f"courses:\n{BARE}{FULL}")]
    return small_site({COURSES: edits, ATTENDANCE: [many, last], PROGRAMME: NO_MORE_DATES})


def test_courses_stand_in_their_order_each_with_its_own_dates_and_feed() -> None:
    offers = courses.offers(catalogue(), "training/courses/", NOW)
    assert [offer.course.id for offer in offers] == ["bare", "full", "listening"]
    dates = [[one.session.id for one in offer.sessions] for offer in offers]
    assert dates == [[], [], ["2027-01-listening"]]
    assert [offer.feed for offer in offers] == ["bare.ics", "full.ics", "listening.ics"]
    assert offers[0].services[0][1] == "webcal://board.example/training/courses/bare.ics"


def test_what_is_not_known_of_a_course_is_to_be_confirmed() -> None:
    offer = courses.offers(catalogue(), "", NOW)[0]
    assert offer.facts == (
        ("Who it is for", "Schools and Everyone who works with children"),
        ("Length", "to be confirmed by the partnership"),
        ("Aims", "to be confirmed by the partnership"),
        ("What to do first", "to be confirmed by the partnership"),
        ("Kept by", "Practice task group"),
        ("Who came, April 2019 to March 2020", "0 delegates"),
    )


def test_what_is_known_of_a_course_is_told_in_order() -> None:
    offer = courses.offers(catalogue(), "", NOW)[1]
    assert offer.facts == (
        ("Who it is for", "Schools"),
        ("Length", "two days"),
        ("Level", "second of two"),
        ("Aims", "See it. Say it."),
        ("What to do first", "The first of the two"),
        ("Kept by", "Practice task group"),
        ("Who came, April 2019 to March 2020", "1,204 delegates"),
        ("Note", "New this year."),
        ("In the report", "lines 22–23"),
    )


def test_those_who_came_are_told_year_by_year() -> None:
    facts = courses.offers(small_site(), "", NOW)[0].facts
    assert facts[-3:] == (
        ("Who came, April 2019 to March 2020", "61 delegates"),
        ("Who came, April 2020 to March 2021", "74 delegates"),
        ("In the report", "line 21"),
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ('at: "sheet 2", source: children-statistics', "{statistics}, sheet 2"),
        ("source: children-statistics", "{statistics}"),
        ('at: "row 4", source: schools-list', "{list}, row 4"),
    ],
)
def test_source_of_a_course_is_a_link_where_it_has_an_address(fields: str, said: str) -> None:
    links = {
        "statistics": '<a href="https://statistics.example/children/" rel="external noopener'
        ' noreferrer">children’s statistics of 2020</a>',
        "list": '<a href="https://schools.example/list?area=vale" rel="external noopener'
        ' noreferrer">list of schools</a>',
    }
    written = BARE.replace("owner: practice}", f"owner: practice, {fields}}}")
    known = small_site({COURSES: ("courses:\n", f"courses:\n{written}"), PROGRAMME: NO_MORE_DATES})
    html = Author(known, here=lambda: "training/courses/", now=NOW).course_list()
    assert f"<div><dt>Source</dt><dd>{said.format(**links)}</dd></div>" in html
    assert "In the report" not in html.partition("## Listening")[0]
