"""Each old address is offered the line that keeps it leading on; each renamed heading its old
name."""

import pytest

from safeguarding import moved
from tests.boards import Edits
from tests.small import small_site, small_texts

PRIVACY, MENU = "docs/about/privacy.md", "docs/.nav.yml"
PARTS = "\n\n## Look\n\nWords.\n\n## Listen\n\nOther words.\n\n## Ask\n\nMore words.\n"
TEXT = "This site knows nothing about you."
LONG: Edits = {PRIVACY: (TEXT, TEXT + PARTS)}
WAS = small_texts(LONG)[PRIVACY]
SURE, NOT_SURE = "", moved.NOT_SURE


@pytest.mark.parametrize(
    ("edits", "offered"),
    [
        ({PRIVACY: None, "docs/rules/privacy.md": WAS}, f"to: rules/privacy/{SURE}"),
        (  # the title is another, and most of the text the same
            {
                PRIVACY: None,
                "docs/what-we-know.md": WAS.replace("title: Privacy", "title: What we know"),
            },
            f"to: what-we-know/{SURE}",
        ),
        ({PRIVACY: None}, f"to: about/{NOT_SURE}"),
    ],
)
def test_page_that_is_gone_is_offered_a_line(edits: Edits, offered: str) -> None:
    (line,) = moved.redirects(small_site(LONG), small_site(edits))
    to, _, remark = offered.partition("  #")
    assert line.startswith(f"- {{from: about/privacy, {to}, was: ")
    assert line.endswith(f"  #{remark}" if remark else "}")


def test_page_that_leads_on_already_is_offered_none() -> None:
    known = "redirects:\n  - {from: about/privacy, to: about/, was: Privacy}\n"
    gone: Edits = {PRIVACY: None, "data/redirects.yml": ("redirects:\n", known)}
    assert list(moved.redirects(small_site(LONG), small_site(gone))) == []


def test_nothing_is_offered_where_all_stands() -> None:
    assert list(moved.redirects(small_site(), small_site(LONG))) == []


def renamed(*edits: tuple[str, str]) -> list[str]:
    text = WAS
    for old, new in edits:
        text = text.replace(old, new, 1)
    return list(moved.headings(small_site(LONG), small_site({PRIVACY: text})))


def test_renamed_heading_keeps_its_name_by_the_line_offered() -> None:
    offered = "## Hear { #listen }"
    (line,) = renamed(("## Listen", "## Hear"))
    assert line == f"{PRIVACY}: write {offered} if it is the same part as before"
    assert renamed(("## Listen", offered)) == []


def test_heading_that_is_gone_is_told() -> None:
    assert renamed(("## Listen\n\nOther words.\n", "")) == [
        f"{PRIVACY}: links to /about/privacy/#listen now lead to the top of the page"
    ]


def test_new_heading_and_other_order_break_nothing() -> None:
    assert renamed(("## Ask", "## Stay\n\nStay.\n\n## Ask")) == []
    assert renamed(("## Look", "## X"), ("## Listen", "## Look"), ("## X", "## Listen")) == []
