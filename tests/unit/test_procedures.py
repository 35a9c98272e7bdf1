"""A procedure is one file: its head is checked like data, and it appears everywhere by itself."""

import datetime

import pytest

from safeguarding import library
from safeguarding.authoring import Author
from tests.conftest import NOW, ROOT, complaints, edit

LADO = "docs/procedures/lado.md"
SLIPS = {
    "unknown owner": ("owner: ", "owner: nobody-", "owner: nobody-"),
    "unknown audience": ("audience: [", "audience: [everybody, ", 'audience: everybody is not in data/audiences.yml; did you mean "everyone"?'),
    "unknown related page": ("related: [", "related: [procedures/lados/, ", 'related: procedures/lados/ is not in docs/; did you mean "procedures/lado/"?'),
    "review in years": ("review_every: 6 months", "review_every: half a year", "review_every: "),
    "reviewed before the last change": ("last_reviewed: 2026-11-23", "last_reviewed: 2026-11-22", "last_reviewed: is before the last change (2026-11-23)"),
    "impossible date": ("last_reviewed: 2026-11-23", "last_reviewed: 2026-11-31", "last_reviewed: 2026-11-31 is not a date"),
    "no such force": ("force: should", "force: shall", "force: shall is not one of: 'must', 'should', 'local' or 'may'"),
    "a time limit without its time": ("timescales:\n", "timescales:\n  - {who: Anyone, what: Do it, force: may}\n", "within: is missing; add it"),
    "no way out of the page": ("exit: true\n", "exit: false\n", "exit: "),
    "a key forgotten": ("version: draft 1\n", "", "version: is missing; add it"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip_in_a_head_names_the_line(project, name):
    old, new, expected = SLIPS[name]
    edit(project, LADO, old, new)
    found = complaints(project)
    assert any(one.startswith(LADO) and expected in one for one in found), found


def test_must_needs_a_law(project):
    path = project / LADO
    text = path.read_text()
    path.write_text(text.replace("force: should", "force: must", 1))
    assert any("must rests on law, but no source here is a law; name one, or write should" in one for one in complaints(project))


def test_new_procedure_is_one_new_file(project):
    text = (project / LADO).read_text().replace("title: Allegations against adults who work with children", "title: A new one", 1)
    assert "title: A new one" in text
    (project / "docs/procedures/a-new-one.md").write_text(text)
    author = Author(library.load(project), here=lambda: "procedures/", now=NOW)
    for call in ("procedure_finder", "a_to_z", "updates", "review_due"):
        assert "A new one" in getattr(author, call)(), call


@pytest.mark.parametrize("now, said", {"2027-05-23T22:59Z": False, "2027-05-23T23:00Z": True}.items())
def test_page_past_its_review_date_says_so_from_midnight_on_the_boards_own_clocks(facts, now, said):
    author = Author(facts, here=lambda: "procedures/lado/", now=datetime.datetime.fromisoformat(now))
    assert ("past its review date" in author.procedure()) is said
    assert ("past its review date" in author.review_due()) is said


def test_every_procedure_has_one_shape(facts):
    for id in facts.procedures:
        author = Author(facts, here=lambda: f"procedures/{id}/", now=NOW)
        whole = author.procedure() + author.procedure_end()
        places = [whole.index(part) for part in ("danger now", "At a glance", "What to do", "Time limits", "What to record", "Sources", "Next review due", "Changes")]
        assert places == sorted(places)


def test_every_procedure_says_what_to_do_in_disagreement_and_what_was_then(facts):
    for id in facts.procedures:
        text = (ROOT / f"docs/procedures/{id}.md").read_text()
        parts = [text.index(part) for part in ("[[ procedure() ]]", "## If you disagree", "## In 2013–14", "Then, not now", "[[ procedure_end() ]]")]
        assert parts == sorted(parts), id


def test_every_source_of_a_procedure_is_on_its_page(facts):
    for id, procedure in facts.procedures.items():
        author = Author(facts, here=lambda: f"procedures/{id}/", now=NOW)
        whole = author.procedure() + author.procedure_end()
        for step in (*procedure.glance, *procedure.steps, *procedure.timescales):
            assert all(f'id="source-{source}"' in whole for source in step.sources)
