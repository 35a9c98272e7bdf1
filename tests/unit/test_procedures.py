"""A procedure is one file: its head is checked like data, and it appears everywhere by itself."""

import datetime

import pytest

from safeguarding.authoring import Author
from safeguarding.site import load_site
from tests.conftest import NOW, complaints, edit

LISTENING = "docs/procedures/listening.md"
SLIPS = {
    "unknown owner": ("owner: ", "owner: nobody-", "6:1: owner: nobody-"),
    "unknown audience": (
        "audience: [",
        "audience: [everybody, ",
        '5:12: audience: everybody is not in data/audiences.yml; did you mean "everyone"?',
    ),
    "unknown related page": (
        "related: [",
        "related: [procedures/listning/, ",
        (
            "12:11: related: procedures/listning/ is not in docs/; did you mean"
            ' "procedures/listening/"?'
        ),
    ),
    "review in years": (
        "review_every: 12 months",
        "review_every: a year",
        "10:1: review_every: a year should be a number of months",
    ),
    "reviewed before the last change": (
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-19",
        "9:1: last_reviewed: is before the last change (2026-11-20)",
    ),
    "impossible date": (
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-31",
        "9:16: last_reviewed: 2026-11-31 is not a day that exists",
    ),
    "no such force": (
        "force: should",
        "force: shall",
        "16:58: force: shall is not one of: 'must', 'should', 'local' or 'may'",
    ),
    "a time limit without its time": (
        "timescales:\n",
        "timescales:\n  - {who: Anyone, what: Do it, force: may}\n",
        "22:5: within: is missing; add it",
    ),
    "no way out of the page": ("exit: true\n", "exit: false\n", "24:1: exit: has to be: true"),
    "a key forgotten": ('version: "1"\n', "", "2:1: version: is missing; add it"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip_in_a_head_names_the_line(board, name):
    old, new, expected = SLIPS[name]
    edit(board, LISTENING, old, new)
    found = complaints(board)
    assert any(one.startswith(f"{LISTENING}:{expected}") for one in found), found


def test_must_needs_a_law(board):
    line = edit(board, LISTENING, "force: should", "force: must")
    assert complaints(board) == [
        f"{LISTENING}:{line}:58: force: must rests on law, but no source here is a law; name one,"
        " or write should"
    ]


def test_new_procedure_is_one_new_file(board):
    text = (
        (board / LISTENING)
        .read_text("utf-8")
        .replace("title: When a child tells you something", "title: A new one", 1)
    )
    (board / "docs/procedures/a-new-one.md").write_text(text, "utf-8")
    author = Author(load_site(board), here=lambda: "procedures/", now=NOW)
    for call in ("procedure_finder", "a_to_z", "updates", "review_due"):
        assert "A new one" in getattr(author, call)(), call


@pytest.mark.parametrize(
    ("now", "said"), {"2027-05-20T22:59Z": False, "2027-05-20T23:00Z": True}.items()
)
def test_page_past_its_review_date_says_so_from_midnight_on_the_boards_own_clocks(board, now, said):
    edit(board, LISTENING, "review_every: 12 months", "review_every: 6 months")
    author = Author(
        load_site(board),
        here=lambda: "procedures/listening/",
        now=datetime.datetime.fromisoformat(now),
    )
    assert ("past its review date" in author.procedure()) is said
    assert ("past its review date" in author.review_due()) is said


def test_every_procedure_has_one_shape(facts):
    for id in facts.procedures:
        author = Author(facts, here=lambda: f"procedures/{id}/", now=NOW)
        whole = author.procedure() + author.procedure_end()
        places = [
            whole.index(part)
            for part in (
                "danger now",
                "At a glance",
                "What to do",
                "Time limits",
                "What to record",
                "Sources",
                "Next review due",
                "Changes",
            )
        ]
        assert places == sorted(places)


def test_every_source_of_a_procedure_is_on_its_page(facts):
    for id, procedure in facts.procedures.items():
        author = Author(facts, here=lambda: f"procedures/{id}/", now=NOW)
        whole = author.procedure() + author.procedure_end()
        for step in (*procedure.glance, *procedure.steps, *procedure.timescales):
            assert all(f'id="source-{source}"' in whole for source in step.sources)
