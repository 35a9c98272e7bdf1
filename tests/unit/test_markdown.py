"""What the build would publish and only a reader would notice is told at its place."""

import pytest

from tests.conftest import complaints, edit

WHOLE = "is no address; write it whole, like https://example.org/ or mailto:someone@example.org"
SLIPS = {
    "[x](../glossary.md.": "3: ](../glossary.md.: is not closed; write ) after the address",
    "[x](../glossary.md and": "3: ](../glossary.md: is not closed; write ) after the address",
    "[x(../glossary.md)": "1: [x(../glossary.md): is not closed; write ] before (",
    "(x)[../glossary.md]": "1: (x)[../glossary.md]: has its brackets the wrong way round; write [text](address)",
    "[x] (../glossary.md)": "1: [x] (../glossary.md): has a space in the middle; put ( directly after ]",
    "[x](../glosary.md)": "5: ../glosary.md: leads to no page; correct or delete it",
    "[x](htps://example.org/)": f"5: htps://example.org/: {WHOLE}",
    "[x](https:/example.org/)": f"5: https:/example.org/: {WHOLE}",
    "[x](www.example.org)": f"5: www.example.org: {WHOLE}",
    "[x](mailto:foo@)": f"5: mailto:foo@: {WHOLE}",
    "##Two": "1: ##: a heading needs a space after #",
    "### Three": "1: ###: leaves out a level: the heading above has #; write ##",
    "# Two": "1: #: is a second title; write ## for a part of the page",
    '<div class="care">': '1: <div class="care">: is not closed; write </div> where it ends',
    '<div class="care"': '1: <div class="care": is not closed; write > on the same line',
    "</div>": "1: </div>: closes what is not open here; delete it, or write where it opens",
    "<script>alert(1)</script>": "1: <script: does nothing on this site, for safety; delete it",
    "a\u200bb": "2: a character that nobody can see, as web pages have them; delete what stands here, and type it again",
}
RIGHT = ["[x](../glossary.md)", "[x](../index.md), [y](https://example.org/a(b)) and [z](tel:101)", "(see [x](../glossary.md))", "a [note] (in brackets)",
         "## A\n\n### B\n\n## C", '<div class="care" markdown>\n\nText.\n\n</div>', "fewer than 5, or < 5", "```\n# a remark\n```", "<https://example.org/>", "30\u00a0June"]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_told_at_its_place(board, text):
    edit(board, "docs/about/privacy.md", "This site knows nothing about you.", text)
    assert complaints(board) == [f"docs/about/privacy.md:8:{SLIPS[text]}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(board, text):
    edit(board, "docs/about/privacy.md", "This site knows nothing about you.", text)
    assert complaints(board) == []


def test_clash_of_two_versions_is_told(board):
    edit(board, "docs/about/privacy.md", "This site", "<<<<<<< HEAD\nThis site")
    assert complaints(board) == ["docs/about/privacy.md:8:1: two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>"]
