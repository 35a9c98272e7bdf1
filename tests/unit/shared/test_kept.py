"""Which pages a reader's browser keeps: by what they are, on any board."""

import pytest

from safeguarding.shared import kept
from tests.boards import NONE, Edits
from tests.conftest import NOW
from tests.small import LISTENING, small_site

WORRIED = "docs/worried-about-a-child.md"


def every(edits: Edits = NONE) -> set[str]:
    return set(kept.pages(small_site(edits), NOW).every)


def test_procedures_tools_ways_out_and_contacts_are_kept_with_the_page_above() -> None:
    found = kept.pages(small_site(), NOW)
    assert found.procedures == ("procedures/listening/",)
    assert found.tools == ("check/",)
    assert sorted(found.others) == [
        "",
        "about/",
        "about/contacts/",
        "arabic/",
        "easy-read/",
        "procedures/",
        "search/",
        "worried-about-a-child/",
    ]


def test_no_page_is_kept_twice() -> None:
    found = kept.pages(small_site(), NOW).every
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("page", "head"),
    [
        (WORRIED, ""),
        (WORRIED, "exit: true\narchive: annual-report-2019-20"),
        (WORRIED, "exit: true\nuntil: 2026-11-22"),
    ],
)
def test_page_without_a_way_out_or_of_the_past_is_not_kept(page: str, head: str) -> None:
    assert "worried-about-a-child/" not in every({page: ("exit: true", head)})


def test_figures_are_not_kept_though_they_can_distress() -> None:
    assert not any(here.startswith("performance/") for here in every())


def test_page_that_shows_a_tool_is_kept_without_a_way_out() -> None:
    assert "check/" in every({"docs/check.md": ("exit: true\n", "")})


def test_board_without_procedures_keeps_the_rest() -> None:
    assert "" in every({LISTENING: None})
