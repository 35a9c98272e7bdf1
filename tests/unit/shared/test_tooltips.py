"""What an abbreviation stands for, where a page first uses it."""

import pytest

from safeguarding.shared import tooltips
from tests.small import small_site

QUIET = {"a", "abbr", "dt", "h1", "h2", "h3", "h4"} | {
    "svg",
    "script",
    "style",
    "code",
    "caption",
    "summary",
}
KNOWN = {"LADO": "Local Authority Designated Officer", "IROs": "officers & others"}
LADO = '<abbr title="Local Authority Designated Officer">LADO</abbr>'


def test_abbreviations_are_those_of_the_glossary_that_stand_for_something() -> None:
    terms = (
        "  - {term: LADO, full: Local Authority Designated Officer, meaning: One.}\n"
        "  - {term: IROs, full: officers, meaning: Some.}\n"
        "  - {term: CfE, full: Call for evidence, meaning: One.}\n"
        "  - {term: Early Help, full: Help that comes early, meaning: Help.}\n"
        "  - {term: NHS, meaning: It is known.}\n"
    )
    board = small_site({"data/glossary.yml": ("terms:\n", f"terms:\n{terms}")})
    assert tooltips.abbreviations(board) == {
        "LADO": "Local Authority Designated Officer",
        "IROs": "officers",
        "CfE": "Call for evidence",
        "EVSCP": "Example Vale Safeguarding Children Partnership",
    }


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Ask the LADO.</p>", f"<p>Ask the {LADO}.</p>"),
        ('<ul class="a-to-z"><li>LADO</li></ul>', '<ul class="a-to-z"><li>LADO</li></ul>'),
        ("LADO", LADO),
        ("<p>LADO, LADO</p><p>LADO</p>", f"<p>{LADO}, LADO</p><p>LADO</p>"),
        ("<p>IROs</p>", '<p><abbr title="officers &amp; others">IROs</abbr></p>'),
        ("<p>LADOs, XLADO, lado, Other</p>", "<p>LADOs, XLADO, lado, Other</p>"),
        ('<p title="LADO">a</p>', '<p title="LADO">a</p>'),
        ("<H2>LADO</H2><p>LADO</p>", f"<H2>LADO</H2><p>{LADO}</p>"),
        ("<a><b>LADO</b></a>LADO", f"<a><b>LADO</b></a>{LADO}"),
        ("<a><code>LADO</code> LADO</a> LADO", f"<a><code>LADO</code> LADO</a> {LADO}"),
        ("<svg/>LADO", f"<svg/>{LADO}"),
        ("</a>LADO<a>b</a>", "</a>LADO<a>b</a>"),
        ("<br>LADO", f"<br>{LADO}"),
        ("<p>A LADO2, LADO_ or LADO-like</p>", f"<p>A LADO2, LADO_ or {LADO}-like</p>"),
        ("<svg><text>LADO</text></svg>", "<svg><text>LADO</text></svg>"),
    ],
)
def test_first_use_is_marked(html: str, marked: str) -> None:
    assert tooltips.mark(html, KNOWN) == marked


@pytest.mark.parametrize("tag", sorted(QUIET))
def test_headings_links_and_pictures_are_left_as_they_are(tag: str) -> None:
    html = f"<{tag}>LADO</{tag}>"
    assert tooltips.mark(html, KNOWN) == html


def test_page_is_left_as_it_is_where_nothing_is_known() -> None:
    assert tooltips.mark("<p>LADO</p>", {}) == "<p>LADO</p>"
