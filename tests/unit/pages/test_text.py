"""What the build would publish and only a reader would notice is told, at its place, once."""

from pathlib import Path

import pytest

from tests.boards import INVENTED
from tests.conftest import complaints, edit

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
WHOLE = (
    "is no address; write it whole, like https://example.org/, mailto:someone@example.org or"
    " tel:01632960001"
)
CAPTION = (
    "a caption stands below its table, like this: a line /// caption, a line with its words, a"
    " line ///"
)
BOX = 'is no box; write it like this: !!! note "A title", and below it the text, four spaces in'
BEGINS = 'a box begins like this: !!! note "A title" (or !!! warning), with straight quotes'
GREY = "four spaces at its start make a grey box of the text; begin at the left edge"
TABLE = "| a | b |\n|---|---|\n| c | d |\n\n/// caption\nWords.\n///"


def table(old: str, new: str) -> str:
    assert old in TABLE
    return TABLE.replace(old, new)


SLIPS = {
    # links
    "[x](../glossary.md.": "8:3: ](../glossary.md.: is not closed; write ) after the address",
    "[x](../glossary.md and": "8:3: ](../glossary.md: is not closed; write ) after the address",
    "[x(../glossary.md)": "8:1: [x(../glossary.md): is not closed; write ] before (",
    "(x)[../glossary.md]": (
        "8:1: (x)[../glossary.md]: has its brackets the wrong way round; write [text](address)"
    ),
    "[x] (../glossary.md)": (
        "8:1: [x] (../glossary.md): has a space in the middle; put ( directly after ]"
    ),
    "[x]()": "8:5: [x](): leads nowhere; write the address between the brackets",
    "[](../glossary.md)": (
        "8:4: ../glossary.md: has no words to press; write them between the square brackets"
    ),
    "the LADO page](../glossary.md)": (
        "8:14: ](: ends a link that did not begin; put [ before its words"
    ),
    "[x](../glossary.md)#letter-a": (
        "8:3: ](../glossary.md)#letter-a: has its part after # outside; put it before the )"
    ),
    "[x](../glossary.md))": "8:20: ): is one too many; delete it",
    "** Anyone**": "8:1: ** Anyone**: has a space after **; delete it",
    "---": "8:1: ---: a line --- stands only above and below the head; delete it",
    "[[ contact_card() ]]": (
        "8:1: contact_card: has too few or too many words between its brackets; write it like [["
        ' contact_card("id") ]]'
    ),
    "[x][check]": (
        "8:1: [x][check]: has brackets, but no address; write [text](address), or \\[ for a bracket"
    ),
    "[x](../glosary.md)": "8:5: ../glosary.md: leads to no page; correct or delete it",
    "[x](../glossary/)": "8:5: ../glossary/: is no file of a page; write ../glossary.md",
    "[x](../procedures)": "8:5: ../procedures: is no file of a page; write ../procedures/index.md",
    "[x](/glossary/)": (
        "8:5: /glossary/: starts at no page; lead from this page to the file, like ../glossary.md"
    ),
    "[x](htps://example.org/)": f"8:5: htps://example.org/: {WHOLE}",
    "[x](https:/example.org/)": f"8:5: https:/example.org/: {WHOLE}",
    "[x](www.example.org)": f"8:5: www.example.org: {WHOLE}",
    "[x](mailto:foo@)": f"8:5: mailto:foo@: {WHOLE}",
    "[x](a@example.org)": "8:5: a@example.org: is an e-mail address; write mailto: before it",
    "[x](01632 960001)": (
        "8:5: 01632 960001: has a space or a curly quote in it; write the address alone"
    ),
    "[x](01632960001)": "8:5: 01632960001: is a telephone number; write tel: before it",
    # headings
    "##Two": "8:1: ##: a heading needs a space after #",
    " ## Two": "8:1: ## Two: a heading begins at the left edge; delete the spaces before it",
    "## ": "8:1: ##: a heading needs words",
    "####### Seven": "8:1: ####### Seven: is no heading; write ##, a space and its words",
    "### Three": "8:1: ###: leaves out a level: the heading above has #; write ##",
    "# Two": "8:1: #: is a second title; write ## for a part of the page",
    "## A\n\n## A": "10:1: A: is the heading on line 8 already; change one of them",
    "## A {left}": (
        "8:1: ## A {left}: the name of a heading is not written as it should be, like { #a-name }"
    ),
    # HTML
    '<div class="care">': '8:1: <div class="care">: is not closed; write </div> where it ends',
    '<div class="care"': '8:1: <div class="care": is not closed; write > on the same line',
    "</div>": "8:1: </div>: closes what is not open here; delete it, or write where it opens",
    "<ul>\n<li>x\n<li>y</li>\n</ul>": "9:1: <li>: is not closed; write </li> where it ends",
    "<dvi>": "8:1: <dvi>: is no HTML that we use; did you mean <div>?",
    '<div markdwon="block">\n</div>': (
        '8:1: <div markdwon="block">: markdwon means nothing here; did you mean markdown?'
    ),
    "<div class=\u201ccare\u201d>\n</div>": (
        "8:1: <div class=\u201ccare\u201d>: has a quote that does not close, or a curly one; write"
        ' class="…"'
    ),
    "<script>alert(1)</script>": "8:1: <script: does nothing on this site, for safety; delete it",
    "<!-- hidden": (
        "8:1: <!-- hidden: would be published for all to see, or hide what follows; delete it"
    ),
    # tables and captions
    table(
        "|---|---|\n", ""
    ): "9:1: below its first row a table needs a line like |---|---|, and no empty line within",
    table("| c | d |", "| c d |"): (
        "10:1: the row has 1 cells, but the first row has 2; put a | between cells, and nowhere"
        " else"
    ),
    table("| c | d |", "c | d |"): (
        "10:1: a row of a table begins and ends with |, and what is no row needs an empty line"
        " between"
    ),
    table("/// caption", "// caption"): f"12:1: // caption: {CAPTION}",
    table("/// caption", "/// captoin"): f"12:1: /// captoin: {CAPTION}",
    table("Words.\n", ""): f"12:1: {CAPTION}",
    table("Words.\n///", "Words."): f"12:1: {CAPTION}",
    table("\n\n/// caption\nWords.\n///", ""): f"10:1: the table needs a caption: {CAPTION}",
    # boxes
    '!! note "x"': f'8:1: !! note "x": {BOX}',
    "> [!NOTE]": f"8:1: > [!NOTE]: {BOX}",
    '!!! not "x"\n\n    Text.': f'8:1: !!! not "x": {BEGINS}',
    "!!! note x\n\n    Text.": f"8:1: !!! note x: {BEGINS}",
    '!!! note "x"\n\nText.': '8:1: !!! note "x": the text of a box stands below it, 4 spaces in',
    # lists and text
    "-A boy": "8:1: -: put a space after the hyphen",
    "\u2022 look": "8:1: \u2022: a point of a list begins with a hyphen and a space: - ",
    "2.**Do** it": (
        "8:1: 2.: a point of a numbered list begins with its number, a full stop and a space: 1. "
    ),
    "Text:\n- x": "9:1: put an empty line above the list",
    "- x\n  - y": "9:1: -: a point below a point stands four spaces further in",
    "**Missing means": (
        "8:1: **: opens or closes alone; write ** on both sides of the words, or delete it"
    ),
    "```\nx": "8:1: ```: what opens here does not close; write ``` where it ends",
    "    grey": f"8:1: {GREY}",
    "it\u00e2\u20ac\u2122s": (
        "8:3: \u00e2\u20ac\u2122: is a letter that came over wrongly; type it again"
    ),
    "x[^1]": "8:2: [^1]: would be shown as it is; write the note into the text",
    "{{ x }}": "8:1: {{: would be shown as it is; calls stand between [[ and ]]",
    "\u0441hild": "8:1: \u0441hild: has a letter of another alphabet in it; type the word again",
    "TODO": (
        "8:1: TODO: is a reminder, not text for readers; finish it, or write: to be confirmed by"
        " the board"
    ),
    "a\u200bb": (
        "8:2: a character that nobody can see, as web pages have them; delete it: write  ab"
    ),
    "<<<<<<< HEAD\nx": (
        "8:1: two versions clashed here; keep one of them, and delete the lines with <<<<<<<,"
        " ======= and >>>>>>>"
    ),
    "<<<<<<< HEAD\nx\n||||||| base\nw\n=======\ny\n>>>>>>> theirs": (
        "8:1: two versions clashed here; keep one of them, and delete the lines with <<<<<<<,"
        " ======= and >>>>>>>: write  x  or  y"
    ),
}
RIGHT = [
    "[x](../glossary.md)",
    "[x\ny](../glossary.md) (and [z](../glossary.md))",
    '[x](../glossary.md "a title")',
    "[x](../index.md), [y](https://example.org/a(b)) and [z](tel:101)",
    "(see [x](../glossary.md))",
    "a \\[note] (in brackets)",
    "[x][y] and [all of (them)](../index.md)\n\n[y]: ../index.md",
    "## A\n\n### B\n\n## C",
    "## A { #b }",
    '<div class="care" markdown>\n\nText.\n\n</div>',
    "fewer than 5, or < 5 - or more",
    "```\n# a remark\n```",
    "<https://example.org/>",
    "30\u00a0June",
    TABLE,
    '!!! note "x"\n\n    Text.\n\n    - x\n\n!!! warning\n    Text.',
    "- x\n    - y\n\n    More of x.\n\n1. z",
    "2014. That year",
    "**a** b **c**\nand **d\ne**",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_told_at_its_place(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == [f"{PAGE}:{SLIPS[text]}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []


def test_an_editor_of_a_board_is_told_the_same(invented_board: Path) -> None:
    text = "[x](../glosary.md)"
    edit(invented_board, PAGE, TEXT, text)
    assert complaints(invented_board) == [f"{PAGE}:{SLIPS[text]}"]


@pytest.mark.parametrize(
    ("title", "said"),
    {
        "## Privacy and cookies": (
            "6:1: ##: a page begins with its title; write it above, with # and a space before it,"
            " or # here if this is the title"
        ),
        "Privacy": (
            "5:1: the page has no title; write # and a space, and then its title, below the head"
        ),
    }.items(),
)
def test_page_needs_a_title(title: str, said: str) -> None:
    edits = {PAGE: ("# Privacy and cookies", title)}
    assert INVENTED.problems_of_pages(edits) == [f"{PAGE}:{said}"]
