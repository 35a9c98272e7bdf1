"""Publications as data files: every one, current or not."""

from safeguarding.publications.views import data
from safeguarding.shared.table import Table, Value
from tests.invented_files import FILES
from tests.small import quiet_site, small_site

KNOWN = small_site()


def values(table: Table, id: str) -> list[list[Value]]:
    return [
        [cell.text if cell.value is None else cell.value for cell in row.cells]
        for row in table.rows
        if row.id == id
    ]


def test_board_that_publishes_nothing_has_no_such_file() -> None:
    assert list(data.lists(quiet_site())) == []


def test_every_publication_is_there_the_newest_first() -> None:
    rows = data.publication_list(KNOWN).rows
    assert [row.id for row in rows][:3] == [
        "board-minutes-2026-06",
        "escalation-2026",
        "learning-from-child-a",
    ]
    assert {row.id for row in rows} == {*KNOWN.publications}


def test_row_has_what_its_page_says() -> None:
    assert values(data.publication_list(KNOWN), "child-a") == [
        [
            "Local child safeguarding practice review",
            "2026-03-12",
            "2026-02-02",
            "Why nobody heard a child of six in Example Vale, and what changes.",
            "Listening to children; Working together",
            "Everyone who works with children",
            "Each worker saw a part, and nobody saw the whole.; The child was asked once, with the"
            " parents in the room.",
            "",
            "",
            "",
            "publications/child-a/",
        ]
    ]


def test_row_says_what_it_was_replaced_by_and_what_it_tells_of() -> None:
    table = data.publication_list(KNOWN)
    assert values(table, "escalation-2024")[0][8] == "escalation-2026"
    assert values(table, "learning-from-child-a")[0][9] == "child-a"
    assert str(values(table, "first-visit")[0][7]) == "2026-09-30"


def test_documents_stand_with_their_publication() -> None:
    table = data.document_list(KNOWN)
    found = [row.label for row in table.rows if row.id == "child-a"]
    assert found == [
        "Child A: The full review",
        "Child A: Easy read version",
        "Child A: Our response",
    ]
    assert values(table, "child-a")[0] == [
        "application/pdf",
        len(FILES["reviews/child-a.pdf"]),
        3,
        "assets/reviews/child-a.pdf",
    ]
    assert values(table, "national-review") == [["", "", "", "https://panel.example/review"]]
