"""A procedure is one file: its head is checked like data, and it appears everywhere by itself."""

import datetime
import re

import pytest

from safeguarding.authoring import Author
from safeguarding.site import load_site
from tests.conftest import NOW, ROOT, complaints, edit

LISTENING = "docs/procedures/listening.md"
SLIPS = {
    "unknown owner": ("owner: ", "owner: nobody-", "owner: nobody-"),
    "unknown audience": (
        "audience: [",
        "audience: [everybody, ",
        'audience: everybody is not in data/audiences.yml; did you mean "everyone"?',
    ),
    "unknown related page": (
        "related: [",
        "related: [procedures/listning/, ",
        'related: procedures/listning/ is not in docs/; did you mean "procedures/listening/"?',
    ),
    "review in years": ("review_every: 12 months", "review_every: a year", "review_every: "),
    "reviewed before the last change": (
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-19",
        "last_reviewed: is before the last change (2026-11-20)",
    ),
    "impossible date": (
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-31",
        "last_reviewed: 2026-11-31 is not a day that exists",
    ),
    "no such force": (
        "force: should",
        "force: shall",
        "force: shall is not one of: 'must', 'should', 'local' or 'may'",
    ),
    "a time limit without its time": (
        "timescales:\n",
        "timescales:\n  - {who: Anyone, what: Do it, force: may}\n",
        "within: is missing; add it",
    ),
    "no way out of the page": ("exit: true\n", "exit: false\n", "exit: "),
    "a key forgotten": ('version: "1"\n', "", "version: is missing; add it"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip_in_a_head_names_the_line(board, name):
    old, new, expected = SLIPS[name]
    edit(board, LISTENING, old, new)
    found = complaints(board)
    assert any(one.startswith(LISTENING) and expected in one for one in found), found


def test_must_needs_a_law(board):
    edit(board, LISTENING, "force: should", "force: must")
    assert any(
        "must rests on law, but no source here is a law; name one, or write should" in one
        for one in complaints(board)
    )


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


def test_every_procedure_says_what_to_do_in_disagreement_and_what_was_then(facts):
    for id in facts.procedures:
        name = f"docs/procedures/{id}.md"
        text = (ROOT / name).read_text("utf-8")
        for part in ("[[ procedure() ]]", "## If you disagree", "[[ procedure_end() ]]"):
            assert part in text, (
                f"{name}: write {part} and what belongs below it, as the other procedures have it"
            )
        then = re.findall(r"## In \d{4}.*", text)
        parts = [
            text.find(part)
            for part in (
                "[[ procedure() ]]",
                "## If you disagree",
                *then,
                *(["Then, not now"] if then else []),
                "[[ procedure_end() ]]",
            )
        ]
        assert parts == sorted(parts), (
            f"{name}: today comes first, then “If you disagree”; what was in past years is last,"
            " below a warning “Then, not now”"
        )


def test_every_source_of_a_procedure_is_on_its_page(facts):
    for id, procedure in facts.procedures.items():
        author = Author(facts, here=lambda: f"procedures/{id}/", now=NOW)
        whole = author.procedure() + author.procedure_end()
        for step in (*procedure.glance, *procedure.steps, *procedure.timescales):
            assert all(f'id="source-{source}"' in whole for source in step.sources)
