"""The groups of today and of each year, what reports to what, and who came to their meetings."""

import pytest

from safeguarding.groups import views
from safeguarding.groups.views import Node
from safeguarding.shared.table import Table
from tests.boards import INVENTED
from tests.small import small_site

GROUPS, MEETINGS = "data/groups.yml", "data/meetings-2020-21.yml"
LATER = "annual-report-2020-21"
SITE = small_site()


def test_owner_needs_no_section_of_a_report() -> None:
    keeper = {"docs/procedures/listening.md": ("owner: practice", "owner: schools")}
    assert INVENTED.problems(keeper) == []
    assert small_site(keeper).group_name("schools") == "Schools group"


def test_without_groups_of_today_those_of_the_reports_keep_pages() -> None:
    edits = {GROUPS: None}
    assert INVENTED.problems(edits) == []
    assert small_site(edits).group_name("practice") == "Practice task group"


def test_chart_follows_what_reports_to_what() -> None:
    [top] = views.chart(SITE)
    [board] = top.below
    assert (top.name, top.level) == ("Executive group", "Executive")
    assert [node.name for node in board.below] == ["Practice task group", "Schools group"]
    assert board.below[1].below == (Node("Panel of young people", "", ()),)


def test_each_report_has_its_own_groups_and_chart() -> None:
    earlier, later = SITE.chapters.values()
    assert views.chart_of(earlier) == ()
    assert views.chart_of(later) == (
        Node("Steering", "Executive", (Node("Practice", "Task group", ()),)),
    )
    assert views.chapter_id(SITE, earlier) == "sub-groups"
    assert views.chapter_id(SITE, later) == "sub-groups-2020-21"


def test_group_says_who_sits_in_it_by_role() -> None:
    view = views.group(SITE, "executive")
    assert dict(view.facts)["Chair"] == "Chief Constable (Police)"
    assert view.members == ("Director of Children’s Services (Council)", "Chief Nurse (Health)")
    members = views.member_list(SITE)
    assert [cell.text for cell in members.rows[0].cells] == ["Chair", "Chief Constable", "Police"]


def attendance(number: int) -> Table:
    record = SITE.meetings[LATER]
    return views.attendance(SITE, record, record.meetings[number])


def texts(table: Table) -> dict[str, list[str]]:
    return {row.label: [cell.text for cell in row.cells] for row in table.rows}


def test_who_came_is_told_by_meeting_and_in_per_cent() -> None:
    table = attendance(0)
    assert texts(table)["Police"] == ["Y", "Y", "D", "Y", "3", "1", "4", "100"]
    assert texts(table)["Probation"] == ["N", "N", "Y", "N", "1", "0", "4", "25"]
    assert texts(table)["Young people"] == ["x", "x", "Y", "Y", "2", "0", "2", "100"]
    assert table.columns[0].label == "10 June 2020"
    assert table.rows[4].cells[0].value == "had no seat then"


def test_who_came_is_told_in_the_numbers_that_the_source_has() -> None:
    table = attendance(1)
    assert texts(table) == {
        "Council": ["6", "not given", "6", "100"],
        "Health": ["3", "1", "4", "100"],
        "Schools": ["4", "not given", "6", "67"],
        "Voluntary groups": ["not given", "not given", "6", "50"],
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("YYDY", "YYDZ", "marks: YYDZ should be one letter for each meeting, like YYAD"),
        ("YYDY", "YYD", "marks: there are 3 marks for 4 meetings"),
        ("came: 6", "came: 7", "came: 7 with deputies is more than the 6 meetings"),
        ("of: 4,", "of: 7,", "of: there were 6 meetings alone"),
        ("percent: 67", "percent: 76", "percent: 4 of 6 is 67%, with deputies 67%, not 76%"),
        ("percent: 50", "percent: 150", "percent: 150 is more than the whole"),
        ("group: practice", "group: practise", "group: practise is not in"),
    ],
)
def test_meetings_that_cannot_be_are_told(old: str, new: str, told: str) -> None:
    [problem] = INVENTED.problems({MEETINGS: (old, new)})
    assert told in problem


def test_agency_can_have_several_seats() -> None:
    twice = "{agency: Council, marks: YYYY}\n      - {agency: Council, seat: second, marks: NNYY}"
    edits = {MEETINGS: ("{agency: Council, marks: YYYY}", twice)}
    assert INVENTED.problems(edits) == []
    record = small_site(edits).meetings[LATER]
    rows = views.attendance(SITE, record, record.meetings[0]).rows
    assert [row.label for row in rows][:2] == ["Council", "Council (second)"]
    [problem] = INVENTED.problems(
        {MEETINGS: (edits[MEETINGS][0], twice.replace("seat: second, ", ""))}
    )
    assert "if these are two of its seats, write seat: beside each" in problem


def test_mark_that_the_source_does_not_give_counts_as_no_meeting() -> None:
    record = small_site({MEETINGS: ("marks: NNYN", "marks: uuYN")}).meetings[LATER]
    table = views.attendance(SITE, record, record.meetings[0])
    assert texts(table)["Probation"] == ["u", "u", "Y", "N", "1", "0", "2", "50"]
    assert table.rows[3].cells[0].value == "not told"
    assert "u: not told" in table.notes[0]
    assert "u:" not in attendance(0).notes[0]


def test_group_of_which_only_the_number_of_meetings_is_told_says_it() -> None:
    edits = {MEETINGS: MET.format(held=1)}
    known = small_site(edits)
    chapter = known.chapters[LATER]
    steering, practice = chapter.sub_groups
    assert views.met(known, chapter, steering) == "Once (2020–21)"
    assert views.met(known, chapter, practice) == "Six times a year"
    several = small_site({MEETINGS: MET.format(held=6)})
    assert views.met(several, several.chapters[LATER], steering) == "6 times (2020–21)"


MET = """\
source: annual-report-2020-21
period: 2020–21
meetings: [{{group: steering, held: {held}, lines: 36}}]
"""


def test_table_of_groups_has_what_a_report_tells_of_them() -> None:
    report = (
        "source: annual-report-2020-21\nsub_groups: [{id: steering, name: Steering, lines: 34}]\n"
    )
    known = small_site({"data/sub_groups-2020-21.yml": report, MEETINGS: None})
    table = views.sub_groups(known, known.chapters[LATER])
    assert [column.label for column in table.columns] == ["How often it met"]
