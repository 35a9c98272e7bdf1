"""The sub-groups, and the documents and groups that the source names."""

import pytest

from safeguarding.groups import views as register
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from tests.small import small_site

REGISTER, GROUPS = "data/register.yml", "data/sub_groups.yml"
SOURCE = "annual-report-2019-20"


def with_document(words: str) -> Site:
    text = f"documents:\n  - {{id: new, title: New, status: Agreed., lines: 31, {words}}}\n"
    return small_site({REGISTER: ("documents:\n", text)})


def sub_groups(site: Site) -> Table:
    """Those of the first report."""
    return register.sub_groups(site, site.chapters[SOURCE])


def facts(table: Table) -> tuple[str, str, bool, str, str]:
    return table.caption, table.corner, table.sortable, table.id, table.source


def test_sub_groups_are_told_with_how_often_they_met() -> None:
    table = sub_groups(small_site())
    assert facts(table) == (
        "The partnership’s task groups",
        "Task group",
        True,
        "sub-groups",
        SOURCE,
    )
    assert table.columns == (
        Column("How often it met", figures=False),
        Column("What became of it", figures=False),
        Column("Section"),
    )
    assert table.rows == (
        Row(
            "Practice",
            (Cell("Four times a year"), Cell("It was still meeting."), Cell("2")),
            href="#practice",
            id="practice",
            lines=((30, 31),),
        ),
    )


@pytest.mark.parametrize(
    ("file", "words", "make"),
    [
        (GROUPS, "meets: Four times a year", sub_groups),
        (REGISTER, "meets: Twice a year, ", register.groups),
    ],
)
def test_silence_of_the_report_is_said(file: str, words: str, make: object) -> None:
    blank = "meets: null, " if words.endswith(", ") else "meets: null"
    known = small_site({file: (words, blank)})
    assert callable(make)
    assert make(known).rows[0].cells[0] == Cell("The report does not say")


def test_documents_are_told_with_their_lines() -> None:
    table = register.documents(small_site())
    caption = "Documents that the report names"
    assert facts(table) == (caption, "Document", True, "documents", SOURCE)
    assert table.columns == (
        Column("What the report says of it", figures=False),
        Column("Text on this site", figures=False),
        Column("Lines"),
    )
    assert table.rows == (
        Row(
            "How to listen",
            (Cell("Agreed in the year."), Cell("no"), Cell("32")),
            id="listening",
            lines=((32, 32),),
        ),
    )


@pytest.mark.parametrize(
    ("held", "said"), {"yes": "yes", "part": "only in part", "no": "no"}.items()
)
def test_document_says_whether_it_is_held_and_its_note(held: str, said: str) -> None:
    row = register.documents(with_document(f'held: "{held}", note: A remark')).rows[0]
    assert (row.cells[1], row.note) == (Cell(said), "A remark")


@pytest.mark.parametrize(
    ("state", "said"),
    {
        "here": "on this site",
        "superseded": "superseded",
        "not held": "not held by this site",
    }.items(),
)
def test_adopted_document_says_where_it_is_now(state: str, said: str) -> None:
    page = "" if state == "not held" else ", page: check/"
    kept = f"held: part, adopted: {{purpose: Why, keeper: practice, state: {state}{page}}}"
    new, old = register.adopted(with_document(kept), "report/").rows
    cells = (Cell("Why"), Cell("Practice task group"), Cell(said), Cell("31"))
    assert new == Row("New", cells, id="new", lines=((31, 31),), href=page and "../check/")
    assert old.href == "../procedures/listening/"


def test_adopted_documents_are_those_that_the_board_adopted() -> None:
    table = register.adopted(with_document('held: "no"'), "")
    caption = "Documents that the partnership adopted"
    assert facts(table) == (caption, "Document", True, "documents-adopted", SOURCE)
    assert [row.id for row in table.rows] == ["listening"]
    assert table.columns == (
        Column("What it was for", figures=False),
        Column("Kept by", figures=False),
        Column("Now", figures=False),
        Column("Lines"),
    )


def test_groups_are_told_with_how_often_they_met() -> None:
    more = "on_chart: true, note: Once a board, "
    edits = [("on_chart: true, ", more), ("lines: 33}", "lines: 33-34}")]
    table = register.groups(small_site({REGISTER: edits}))
    caption = "Groups and meetings that the report names"
    assert facts(table) == (caption, "Group", True, "groups", SOURCE)
    assert table.columns == (Column("How often it met", figures=False), Column("Lines"))
    assert table.rows == (
        Row(
            "Schools forum",
            (Cell("Twice a year"), Cell("33–34")),
            note="Once a board",
            id="schools-forum",
            lines=((33, 34),),
        ),
    )
