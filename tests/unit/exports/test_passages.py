"""What a built page says, line by line, so that each can be read alone."""

import pytest

from safeguarding.exports import passages
from safeguarding.exports.passages import Part

HERE = "about/"


def lines(html: str) -> list[str]:
    (part,) = passages.parts(f"<article>{html}</article>", HERE)
    return part.lines


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>One. Two? “Three” is 1.5 m.</p>", ["One.", "Two?", "“Three” is 1.5 m."]),
        ("<p>See e.g. this one.</p>", ["See e.g. this one."]),
        ("<p>A &amp; B<br>C</p>", ["A & B C"]),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", ["One", "Two"]),
        ("<div><p><strong>Who</strong> does <em>it</em></p></div>", ["Who does it"]),
        ("<dl><dt>CAF</dt><dd>A form. It is old.</dd></dl>", ["CAF: A form.", "It is old."]),
        ("<h2>No address</h2><p>X</p>", ["No address", "X"]),
        ("<p>One<p>Two", ["One", "Two"]),
    ],
)
def test_line_is_a_sentence_or_an_item(html: str, told: list[str]) -> None:
    assert lines(html) == told


@pytest.mark.parametrize(
    "html",
    [
        '<p>Call <a class="mark" href="#1">[1]</a><a class="mark" href="#2">[2]</a>.</p>',
        "<p>Call<svg><text>no</text></svg>.</p><nav>no</nav>",
        "<p>Call.</p><div data-search-exclude><p>no <b>no</b></p></div>",
    ],
)
def test_marks_of_sources_and_what_is_left_out_are_not_said(html: str) -> None:
    assert lines(html) == ["Call."]


def test_row_of_a_table_is_a_line_with_its_heads() -> None:
    table = (
        "<table><caption>Limits</caption><tr><th>Who</th><th>When</th><th>Note</th></tr>"
        '<tr><th scope="row">The <b>head</b></th><td><p>At once</p></td><td></td></tr>'
        "<tr><td>All</td><td>Today</td></tr></table>"
    )
    assert lines(table) == ["Limits", "The head · When: At once", "All · Today"]


def test_heading_with_an_address_begins_a_part() -> None:
    html = (
        '<nav>Path</nav><article><p>First</p><h1 id="a">A</h1><p>X</p><h2 id="b">B b</h2><p>Y</p>'
    )
    assert passages.parts(f"{html}</article><footer>Z</footer>", HERE) == [
        Part("A", HERE, ["First", "X"]),
        Part("B b", f"{HERE}#b", ["Y"]),
    ]


def test_page_without_a_heading_is_one_part() -> None:
    assert passages.parts("<article>X</article>", HERE) == [Part("", HERE, ["X"])]
