"""The words of facts are shown as they stand: what would be a mark there is told, at its field."""

import pytest

from safeguarding.pages.facts import facts_have_no_marks
from tests.small import LISTENING, small_site

CONTACTS, NAME = "data/contacts.yml", "name: Example Vale children’s team"


def told(file: str, old: str, new: str) -> list[str]:
    return [str(problem) for problem in facts_have_no_marks(small_site({file: (old, new)}))]


@pytest.mark.parametrize(
    "text",
    [
        "Ask <b>now</b>",
        "Ask&nbsp;now",
        "Ask **now**",
        "Ask _now_",
        "Ask `now`",
        "See [this](x.md)",
        "Ask [[ emergency() ]]",
        "Ask.[^1]",
        "childrenâ€™s team",
        "T\u0435am",
        "TODO: ask Ann",
        "Ask https://team.example/",
        "<!-- Ask Ann -->",
    ],
)
def test_mark_in_words_is_told_at_its_field(text: str) -> None:
    (problem,) = told(CONTACTS, NAME, f"name: >-\n      {text}")
    assert problem.startswith("data/contacts.yml:")
    assert ": name: " in problem
    assert "\n" not in problem


def test_what_is_meant_is_left() -> None:
    for text in ("Grades A* to C", "Mind (or ring), 10% & more; Oct12- 13", "It’s £5 < £6"):
        assert told(CONTACTS, NAME, f'name: "{text}"') == []


def test_address_is_no_mark() -> None:
    assert told(CONTACTS, NAME, f"{NAME}\n    url: https://team.example/a--b_c") == []


def test_head_of_a_page_has_no_marks_either() -> None:
    title = "title: When a child tells you something"
    assert len(told(LISTENING, title, f"{title} <b>new</b>")) == 1


def test_text_of_a_list_is_told_at_its_line() -> None:
    site = small_site({LISTENING: ("[a child has told me]", "\n  - one\n  - a **mark**")})
    (problem,) = facts_have_no_marks(site)
    assert problem.place.line == site.texts[LISTENING].split("\n").index("  - a **mark**") + 1


@pytest.mark.parametrize(
    ("address", "message"),
    {
        "https://x.example.org/?url=https%3A%2F%2Fteam.example%2F&data=a": "write https://team.example/",
        "https://example.sharepoint.com/:w:/r/x": "is a place that only staff can open",
    }.items(),
)
def test_address_that_readers_cannot_open_is_told(address: str, message: str) -> None:
    (problem,) = told(CONTACTS, NAME, f"{NAME}\n    url: {address}")
    assert problem.startswith("data/contacts.yml:")
    assert f": url: {address[:60]} " in problem
    assert message in problem


def test_residue_of_word_in_words_is_told_with_its_own_cure() -> None:
    (problem,) = told(CONTACTS, NAME, "name: Team Error! Reference source not found.")
    assert problem.endswith("write what should stand here")
