"""How easy a page reads, and what its abbreviations stand for."""

import pytest

from safeguarding.board.models import Term
from safeguarding.pages import reading
from safeguarding.shared import tooltips
from tests.conftest import ROOT, edit, run

TERMS = (
    Term(term="LADO", full="Local Authority Designated Officer", meaning="x"),
    Term(term="Absent", full=None, meaning="x"),
)


class Words:
    """All that tooltips ask of a library."""

    glossary = TERMS


def test_short_words_read_easier_than_long_ones():
    assert reading.ease(["The cat sat on the mat."]) > 90
    assert (
        reading.ease(
            [
                "Multidisciplinary organisational considerations necessitate comprehensive"
                " documentation."
            ]
        )
        < 10
    )


def test_every_living_page_is_easy_enough(facts):
    found = reading.readings(ROOT / "docs", facts)
    assert {"worried-about-a-child/"} < {one.address for one in found}
    assert [one for one in found if one.ease < one.needed] == [], (
        "make these pages easier to read: shorter sentences, shorter words"
    )


def test_check_names_the_pages_that_are_nearest_to_their_limit(project, facts):
    nearest = [one.address for one in reading.readings(ROOT / "docs", facts)[:3]]
    assert [
        line.split()[1]
        for line in run(project, "check").stdout.splitlines()
        if line.startswith("  ")
    ] == nearest


def test_page_that_is_too_hard_is_named_alone(project):
    edit(
        project,
        "docs/about/feedback.md",
        "# ",
        "Multidisciplinary organisational considerations necessitate comprehensive documentation. "
        * 30
        + "\n\n# ",
    )
    said = run(project, "check").stdout
    assert "about/feedback/ (needs 65)" in said
    assert "harder than they should be" in said
    assert said.count("(needs") == 1


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
