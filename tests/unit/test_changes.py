"""What changed between two states of the facts, where a list holds texts and records side by side.
The rest is tried by its command, in cli/test_reports.py."""

from safeguarding import changes
from tests.small import small_site

PLAN = "data/plans/2025-28.yml"
TEXT = "Say at each meeting what a child told us."
RECORD = "What children say is read out at each meeting."


def told(*edits: tuple[str, str]) -> list[str]:
    """What is told of the plan after these edits."""
    heading, *lines = changes.facts(small_site(), small_site({PLAN: list(edits)}))
    assert heading == f"{PLAN}:"
    return [line.strip() for line in lines]


def test_text_of_such_a_list_is_told_by_its_words() -> None:
    (line,) = told((TEXT, "Ask each child."))
    assert line.endswith(f": {TEXT} -> Ask each child.")


def test_text_that_becomes_a_record_is_told_as_gone_and_new() -> None:
    lines = told((f"- {TEXT}", f"- {{id: read-out, what: {RECORD}}}"))
    assert [line.split(":")[0] for line in lines].count("new") == 1
    assert any(RECORD in line for line in lines)
    assert any(f"{TEXT} -> nothing" in line for line in lines)
