"""The first use of an abbreviation says what it stands for."""

from typing import cast

import pytest

from safeguarding.board.models import Term
from safeguarding.shared import tooltips
from safeguarding.site import Site

TERMS = (
    Term(term="LADO", full="Local Authority Designated Officer", meaning="x"),
    Term(term="Absent", full=None, meaning="x"),
)


class Words:
    """All that tooltips ask of a site."""

    glossary = TERMS


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
def test_first_use_of_an_abbreviation_says_what_it_stands_for(html: str, marked: str) -> None:
    assert tooltips.mark(html, tooltips.abbreviations(cast(Site, Words))) == marked
