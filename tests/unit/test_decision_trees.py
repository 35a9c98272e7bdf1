"""A decision tool that cannot be walked is refused, at the line to mend."""

import pytest

from tests.conftest import complaints, edit

FILE = "data/decision_trees/test.yml"
TREE = """id: test
title: A test
intro: To try things.
questions:
  - id: first
    text: Is it so?
    answers:
      - {text: "Yes", to: second}
      - {text: "No", to: no-need}
  - id: second
    text: And this?
    answers:
      - {text: "Yes", to: do-it}
      - {text: "No", to: no-need}
results:
  - {id: do-it, tone: act, title: Do it, text: Do it now.}
  - {id: no-need, tone: none, title: No need, text: Nothing to do.}
"""
BROKEN = {
    "dead end": (
        '"Yes", to: do-it}',
        '"Yes", to: doit}',
        "13:23: to: doit is no question or result of this tool; correct it, or add it",
    ),
    "loop": (
        '"No", to: no-need}\nresults',
        '"No", to: first}\nresults',
        "5:5: id: from first a reader can come back to first; lead an answer onward",
    ),
    "question out of reach": (
        '"Yes", to: second}',
        '"Yes", to: do-it}',
        "10:5: id: no answer leads to second; lead one there, or delete it",
    ),
    "result out of reach": (
        '"Yes", to: do-it}',
        '"Yes", to: no-need}',
        "16:6: id: no answer leads to do-it; lead one there, or delete it",
    ),
    "name used twice": (
        "id: second",
        "id: first",
        "10:5: id: first is already the id of data/decision_trees/test.yml:5; choose another",
    ),
    "one answer only": (
        '      - {text: "No", to: no-need}\n  - id: second',
        "  - id: second",
        "answers: ",
    ),
    "unknown tone": (
        "tone: act",
        "tone: loud",
        "16:17: tone: loud is not one of: 'danger', 'act', 'ask', 'done' or 'none'",
    ),
    "unknown source": (
        "text: Do it now.}",
        "text: Do it now., sources: [nowhere]}",
        "sources: nowhere is not in data/law/; ",
    ),
    "unknown page": (
        "text: Do it now.}",
        "text: Do it now., pages: [nowhere/]}",
        "pages: nowhere/ is not in docs/; ",
    ),
    "unknown contact": (
        "text: Do it now.}",
        "text: Do it now., contacts: [emergncy]}",
        'contacts: emergncy is not in data/contacts.yml; did you mean "emergency"?',
    ),
}


@pytest.fixture
def tree(project):
    (project / FILE).write_text(TREE)
    edit(project, "docs/about/feedback.md", "# ", '[[ tool("test") ]]\n\n# ')
    edit(project, "docs/about/feedback.md", "title:", "exit: true\ntitle:")
    return project


def test_sound_tree_is_accepted(tree):
    assert complaints(tree) == []


def test_tool_that_no_page_shows_is_told(tree):
    edit(tree, "docs/about/feedback.md", '[[ tool("test") ]]', "")
    assert complaints(tree) == [
        f'{FILE}:1:1: id: no page shows this tool; write [[ tool("test") ]] in one, or delete the'
        " file"
    ]


@pytest.mark.parametrize("name", BROKEN)
def test_broken_tree_names_the_line(tree, name):
    old, new, expected = BROKEN[name]
    edit(tree, FILE, old, new)
    found = complaints(tree)
    assert any(one.startswith(FILE) and expected in one for one in found), found


def test_path_that_is_too_long_is_refused(tree):
    questions = "".join(
        f'  - id: q{n}\n    text: And {n}?\n    answers:\n      - {{text: "Yes", to:'
        f' {f"q{n + 1}" if n < 12 else "do-it"}}}\n      - {{text: "No", to: no-need}}\n'
        for n in range(13)
    )
    text = TREE[: TREE.index("  - id: first")] + questions + TREE[TREE.index("results:") :]
    (tree / FILE).write_text(text)
    assert any("one path asks 13 questions; ask at most 12" in one for one in complaints(tree))
