"""Who came, from where, and what they said of it."""

from safeguarding.shared.bars import Bar
from safeguarding.shared.table import Cell, Column, Row
from safeguarding.training.views import attendance
from tests.small import small_site
from tests.unit.training.test_courses import ATTENDANCE, catalogue


def test_attendance_is_a_table_with_its_total() -> None:
    known = catalogue()
    table = attendance.table(known, known.attendances["annual-report-2019-20"])
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
    found = attendance.bars(known, known.attendances["annual-report-2019-20"])
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
    found = attendance.bars(known, known.attendances["annual-report-2019-20"])
    assert [bar.length for bar in found.bars] == [0]
