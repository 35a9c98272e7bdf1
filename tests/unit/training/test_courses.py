"""The catalogue: what is known of each course, its next dates, and who came."""

from safeguarding.shared.bars import Bar
from safeguarding.shared.table import Cell, Column, Row
from safeguarding.site import Site
from safeguarding.training.views import courses
from tests.small import COURSES, at, small_site

NOW = at("2026-11-23T12:00Z")
BARE = "  - {id: bare, title: Bare, short: Bare, audience: [schools, everyone], owner: practice}\n"
FULL = """  - id: full
    title: Full
    short: Full
    length: two days
    level: second
    audience: [schools]
    aims: [See it., Say it.]
    prerequisites: The first of the two
    owner: practice
    note: New this year.
    lines: 22-23
"""
ATTENDANCE = "data/training/attendance.yml"


def catalogue() -> Site:
    many = ("courses:\n", "courses:\n  - {course: bare, delegates: 0, lines: 20}\n")
    last = ("lines: 21}\n", "lines: 21}\n  - {course: full, delegates: 1204, lines: 23}\n")
    return small_site(
        {COURSES: ("courses:\n", f"courses:\n{BARE}{FULL}"), ATTENDANCE: [many, last]}
    )


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


def test_level_is_said_in_words() -> None:
    assert courses.LEVELS == {
        "basic": "basic",
        "introduction": "introduction",
        "advanced": "advanced",
        "first": "first of two",
        "second": "second of two",
    }


def test_attendance_is_a_table_with_its_total() -> None:
    known = catalogue()
    table = courses.attendance(known, known.attendances["annual-report-2019-20"])
    assert table.caption == "Delegates at each course, April 2019 to March 2020"
    assert (table.corner, table.id) == ("Course", "attendance-2019-20")
    assert (table.sortable, table.source) == (True, "annual-report-2019-20")
    assert table.columns == (Column("Length", figures=False), Column("Delegates", "number"))
    assert table.rows == (
        Row("Bare", (Cell(""), Cell("0", value=0)), id="bare", lines=((20, 20),)),
        Row(
            "Listening to children",
            (Cell("half day"), Cell("61", value=61)),
            id="listening",
            lines=((21, 21),),
        ),
        Row("Full", (Cell("two days"), Cell("1,204", value=1204)), id="full", lines=((23, 23),)),
        Row("All courses", (Cell(""), Cell("61", value=61)), total=True, lines=((22, 22),)),
    )


def test_bars_of_attendance_have_the_longest_first() -> None:
    known = catalogue()
    found = courses.attendance_bars(known, known.attendances["annual-report-2019-20"])
    assert found.bars == (
        Bar(("Full",), "1,204", 250, 14, "ours"),
        Bar(("Listening to children",), "61", 12.7, 50, "ours"),
        Bar(("Bare",), "0", 0, 86, "ours"),
    )
    assert (found.id, found.title) == (
        "attendance",
        "Delegates at each course, April 2019 to March 2020",
    )
    assert found.description == "Delegates: Full 1,204; Listening to children 61; Bare 0."


def test_bars_of_attendance_where_nobody_came_have_no_length() -> None:
    edit = [("delegates: 61", "delegates: 0"), ("delegates: 61", "delegates: 0")]
    known = small_site({ATTENDANCE: edit})
    found = courses.attendance_bars(known, known.attendances["annual-report-2019-20"])
    assert [bar.length for bar in found.bars] == [0]
