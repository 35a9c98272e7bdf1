"""How easy a page reads, and what its abbreviations stand for."""

import json
from pathlib import Path

import pytest

from safeguarding.board.models import Term
from safeguarding.pages import reading
from safeguarding.shared import tooltips
from safeguarding.site import load_site
from tests.conftest import edit, run

FEEDBACK = "docs/about/feedback.md"
HARD = "Multidisciplinary organisational considerations necessitate comprehensive documentation. "

TERMS = (
    Term(term="LADO", full="Local Authority Designated Officer", meaning="x"),
    Term(term="Absent", full=None, meaning="x"),
)


class Words:
    """All that tooltips ask of a library."""

    glossary = TERMS


def test_short_words_read_easier_than_long_ones() -> None:
    assert reading.ease(["The cat sat on the mat."]) > 90
    assert reading.ease([HARD]) < 10


def said(ease: int, needed: int) -> str:
    return (
        f"reads hard ({ease}; this page should reach {needed}): shorten sentences, and choose"
        " shorter words"
    )


def harder(board: Path, name: str, head: str = "") -> list[str]:
    """What is said of how the pages read after one of them got much harder; `head` is a line more
    for its head."""
    edit(board, name, "\n---\n", f"\n{head}---\n\n{HARD * 30}\n")
    return [str(one) for one in reading.warnings(load_site(board))]


def test_page_that_reads_hard_is_told_at_the_page(board: Path) -> None:
    assert harder(board, FEEDBACK) == [f"{FEEDBACK}:1:1: {said(0, 65)}"]


@pytest.mark.parametrize(
    ("name", "needed"), {"docs/procedures/listening.md": 50, "docs/report/money.md": 50}.items()
)
def test_procedure_and_page_about_the_past_have_limits_of_their_own(
    board: Path, name: str, needed: int
) -> None:
    [told] = harder(board, name)
    assert told.startswith(f"{name}:1:1: reads hard (")
    assert f"; this page should reach {needed}): " in told


def test_minutes_and_other_records_stay_as_they_are(board: Path) -> None:
    assert harder(board, FEEDBACK, "record: true\n") == []


def test_page_of_few_words_is_not_judged(board: Path) -> None:
    edit(board, FEEDBACK, "\n---\n", f"\n---\n\n{HARD}\n")
    assert list(reading.warnings(load_site(board))) == []


def test_page_just_below_its_limit_does_not_read_as_if_it_reached_it(
    board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ease", lambda sentences: 64.9)
    assert f"{said(64, 65)}" in harder(board, FEEDBACK)[0]


def test_check_warns_of_a_page_that_reads_hard_and_goes_on(board: Path) -> None:
    harder(board, FEEDBACK)
    done = run(board, "check")
    assert done.returncode == 0
    assert done.stdout.startswith("Sound: ")
    assert f"{FEEDBACK}:1:1: {said(0, 65)} (a warning: it stops nothing)\n" in done.stderr
    told = json.loads(run(board, "check", "--json").stdout)["warnings"]
    assert [(one["file"], one["message"]) for one in told] == [(FEEDBACK, said(0, 65))]


@pytest.mark.parametrize(
    ("html", "marked"),
    {
        "<p>The LADO and the LADO.</p>": (
            '<p>The <abbr title="Local Authority Designated Officer">LADO</abbr> and the LADO.</p>'
        ),
        "<h2>LADO</h2><p>LADO</p>": (
            '<h2>LADO</h2><p><abbr title="Local Authority Designated Officer">LADO</abbr></p>'
        ),
        '<a href="x">LADO</a>': '<a href="x">LADO</a>',
        "<svg><text>LADO</text></svg>": "<svg><text>LADO</text></svg>",
        '<p title="LADO">LADOs</p>': '<p title="LADO">LADOs</p>',
        "<p>Absent</p>": "<p>Absent</p>",
        "<p>A LADO2, GLADO, LADO_ or LADO-like</p>": (
            "<p>A LADO2, GLADO, LADO_ or"
            ' <abbr title="Local Authority Designated Officer">LADO</abbr>-like</p>'
        ),
    }.items(),
)
def test_first_use_of_an_abbreviation_says_what_it_stands_for(html, marked):
    assert tooltips.mark(html, tooltips.abbreviations(Words)) == marked
