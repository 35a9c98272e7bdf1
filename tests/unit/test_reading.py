"""How easy a page reads."""

import json
from pathlib import Path

import pytest

from safeguarding import reading
from tests.boards import INVENTED
from tests.conftest import command, edit

FEEDBACK = "docs/about/feedback.md"
HARD = "Multidisciplinary organisational considerations necessitate comprehensive documentation. "


def test_short_words_read_easier_than_long_ones() -> None:
    assert reading.ease(["The cat sat on the mat."]) > 90
    assert reading.ease([HARD]) < 10


def said(ease: int, needed: int) -> str:
    return (
        f"reads hard ({ease}; this page should reach {needed}): shorten sentences, and choose"
        " shorter words"
    )


def harder(name: str, head: str = "", words: str = HARD * 30) -> list[str]:
    """What is said of how the pages read after one of them got harder by these words; `head` is a
    line more for its head."""
    site = INVENTED.site({name: ("\n---\n", f"\n{head}---\n\n{words}\n")})
    return [str(one) for one in reading.warnings(site)]


def test_page_that_reads_hard_is_told_at_the_page() -> None:
    assert harder(FEEDBACK) == [f"{FEEDBACK}:1:1: {said(0, 65)}"]


@pytest.mark.parametrize(
    ("name", "needed"), {"docs/procedures/listening.md": 50, "docs/report/money.md": 50}.items()
)
def test_procedure_and_page_about_the_past_have_limits_of_their_own(name: str, needed: int) -> None:
    [told] = harder(name)
    assert told.startswith(f"{name}:1:1: reads hard (")
    assert f"; this page should reach {needed}): " in told


def test_minutes_and_other_records_stay_as_they_are() -> None:
    assert harder(FEEDBACK, "record: true\n") == []


def test_page_of_few_words_is_not_judged() -> None:
    assert harder(FEEDBACK, words=HARD) == []


def test_page_just_below_its_limit_does_not_read_as_if_it_reached_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "ease", lambda sentences: 64.9)
    assert f"{said(64, 65)}" in harder(FEEDBACK)[0]


def test_check_warns_of_a_page_that_reads_hard_and_goes_on(invented_board: Path) -> None:
    edit(invented_board, FEEDBACK, "\n---\n", f"\n---\n\n{HARD * 30}\n")
    done = command(invented_board, "check")
    assert done.exit_code == 0
    assert done.stdout.startswith("Sound: ")
    assert f"{FEEDBACK}:1:1: {said(0, 65)} (a warning: it stops nothing)\n" in done.stderr
    told = json.loads(command(invented_board, "check", "--json").stdout)["warnings"]
    assert [(one["file"], one["message"]) for one in told] == [(FEEDBACK, said(0, 65))]
