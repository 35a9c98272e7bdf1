"""Who came, from where, and what they said of it."""

import pytest

from safeguarding.authoring import Author
from safeguarding.problem import WrongWords
from safeguarding.shared.bars import Bar
from safeguarding.shared.table import Cell, Column, Row
from safeguarding.training.views import attendance
from tests.boards import INVENTED
from tests.conftest import NOW
from tests.small import small_site
from tests.unit.training.test_courses import ATTENDANCE, catalogue

LATER = "annual-report-2020-21"
PAGE = "report-2020-21/training/"


def test_attendance_is_a_table_with_its_total() -> None:
    known = catalogue()
    table = attendance.table(known, known.attendances["annual-report-2019-20"][0])
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
    found = attendance.bars(known, known.attendances["annual-report-2019-20"][0])
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
    found = attendance.bars(known, known.attendances["annual-report-2019-20"][0])
    assert [bar.length for bar in found.bars] == [0]


def test_columns_are_those_that_the_source_has() -> None:
    known = small_site()
    table = attendance.table(known, known.attendances[LATER][0])
    assert [column.label for column in table.columns] == [
        "Length",
        "Taught by",
        "Times held",
        "Times cancelled",
        "Length together",
        "Delegates",
        "Places",
        "Places taken",
        "Booked",
        "Booked and came",
        "Gave up the place",
        "Booked, did not come",
        "Came without booking",
    ]
    assert (table.caption, table.corner) == (
        "Delegates at each course and event, April 2020 to March 2021",
        "Course and event",
    )
    gap = Cell("not given", absent=True)
    assert [row.label for row in table.rows] == [
        "Listening to children",
        "Annual conference",
        "All courses and events",
    ]
    conference = table.rows[1].cells
    assert conference[:6] == (
        Cell("one day"),
        Cell(""),
        Cell("1", value=1),
        gap,
        gap,
        Cell("120", value=120),
    )
    assert set(conference[6:]) == {gap}
    assert table.rows[2].cells[3].value == 1
    values = [cell.text for cell in table.rows[0].cells]
    assert values[6:] == ["100", "74", "83", "89", "5", "6", "2"]
    assert table.notes == (
        "All courses and events, Places: the courses and events add up to 100, more than 90. The"
        " source has both.",
    )


def test_where_they_came_from_adds_up_both_ways() -> None:
    known = small_site()
    table = attendance.by_agency(known, known.attendances[LATER][0])
    assert [column.label for column in table.columns] == [
        "The council",
        "Schools",
        "Health",
        "All agencies",
    ]
    values = [[cell.value for cell in row.cells] for row in table.rows]
    assert values == [[20, 41, 13, 74], [50, 45, 25, 120], [70, 86, 38, 194]]
    assert table.id == "attendance-by-agency-2020-21"
    assert (table.rows[-1].label, table.rows[-1].total) == ("All courses and events", True)


def test_agencies_of_the_year_alone_are_one_row() -> None:
    text = (
        f"source: {LATER}\nperiod: 2020\nagencies: [{{id: a, title: A}}, {{id: b, title: B}}]\n"
        "total: {by_agency: {a: 5}, lines: 1}\n"
    )
    known = small_site({"data/training/attendance-2020-21.yml": text})
    table = attendance.by_agency(known, known.attendances[LATER][0])
    gap = Cell("not given", absent=True)
    assert [row.cells for row in table.rows] == [(Cell("5", value=5), gap, gap)]


def test_evaluation_is_told_in_numbers_with_what_they_are() -> None:
    known = small_site()
    table = attendance.evaluation(known, known.attendances[LATER][0])
    assert [row.label for row in table.rows if row.part] == [
        "Listening to children: Was the course useful for your work?",
        "Would you tell a colleague to come?",
        "How sure are you that you know what to do?",
    ]
    useful = Cell("52", "60 answered", value=52, parts=(("of", 60),))
    assert table.rows[1].cells == (useful, Cell("people"))
    assert [row.cells[1].text for row in table.rows if not row.part][3:] == [
        "%",
        "mark out of 10",
        "mark out of 10",
    ]


NOTHING = f"source: {LATER}\nperiod: 2020\n"


@pytest.mark.parametrize(
    ("call", "said"),
    {
        "attendance_total": "gives no total of delegates",
        "attendance_by_agency": "has no agencies",
        "evaluation_table": "has no evaluation",
        "attendance_chart": "has no delegates by course",
    }.items(),
)
def test_page_that_asks_for_what_the_source_leaves_out_is_told(call: str, said: str) -> None:
    known = small_site({"data/training/attendance-2020-21.yml": NOTHING})
    author = Author(known, here=lambda: PAGE, now=NOW)
    with pytest.raises(WrongWords, match=said):
        getattr(author, call)()


def test_course_whose_delegates_nobody_counted_says_nothing_of_them() -> None:
    known = small_site({ATTENDANCE: ("delegates: 61", "held: 3")})
    table = attendance.table(known, known.attendances["annual-report-2019-20"][0])
    assert table.rows[0].cells[2] == Cell("not given", absent=True)
    catalogue = Author(known, here=lambda: "", now=NOW).course_list()
    assert "Who came, April 2019" not in catalogue


def test_events_of_unknown_length_have_no_column_of_it() -> None:
    text = (
        f"source: {LATER}\nperiod: 2020\nevents: [{{title: Webinar, delegates: 8, places: 23,"
        " filled: 35, lines: 1}]\n"
    )
    edits = {"data/training/attendance-2020-21.yml": text}
    known = small_site(edits)
    table = attendance.table(known, known.attendances[LATER][0])
    assert [column.label for column in table.columns] == ["Delegates", "Places", "Places taken"]


def test_total_that_does_add_up_contradicts_nothing() -> None:
    edit = ("unreconciled: [places]", "unreconciled: [places, held]")
    [problem] = INVENTED.problems({"data/training/attendance-2020-21.yml": edit})
    assert "unreconciled: nothing contradicts held; delete it here" in problem


def test_report_can_tell_of_years_before_its_own() -> None:
    known = small_site()
    own, before = known.attendances[LATER]
    assert attendance.table_id(known, own) == "attendance-2020-21"
    assert attendance.table_id(known, before) == "attendance-2020-21-before"
    author = Author(known, here=lambda: PAGE, now=NOW)
    assert author.attendance_total() == "194"
    assert author.attendance_total("before") == "58"
    with pytest.raises(WrongWords, match=r"befor. is not in the attendances of this report"):
        author.attendance_total("befor")


def test_share_that_its_numbers_contradict_is_told() -> None:
    """The smallest input: 339 of 381, which its source calls 83%."""
    text = (
        f"source: {LATER}\nperiod: 2020\n"
        "total: {delegates: 339, booked: 381, turned_up: 83, lines: 1}\n"
    )
    file = "data/training/attendance-2020-21.yml"
    [problem] = [one for one in INVENTED.problems({file: text}) if "turned_up" in one]
    assert problem.endswith("turned_up: 339 of 381 is 89.0%, not 83%; correct one of them")
    known = small_site({file: text.replace("83,", "83, unreconciled: [turned_up],")})
    table = attendance.table(known, known.attendances[LATER][0])
    assert table.notes == (
        "All courses, Booked and came: 339 of 381 is 89.0%, not 83%. The source has both.",
    )
