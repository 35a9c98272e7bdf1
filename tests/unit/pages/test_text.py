"""What the build would publish and only a reader would notice is told, at its place, once."""

from pathlib import Path

import pytest

from safeguarding.pages.addresses import BACKWARDS
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
LINK = (
    "readers would see it as it is; write a link like [text](address) on one line, a note into the"
    " text, \\ before a bracket that is meant, or delete a box to tick"
)
ANGLE = (
    "readers would see it as it is; write > where a tag or an address ends, with a quote after each"
    " that opens; a space after < that is meant; an empty line above a quotation"
)
HEADING = "a heading begins with ## (or up to six of them), a space and its words"
AGAIN = "came over wrongly from another program, or is of another alphabet; type it again"
POINT_BEGINS = "a point of a list begins with a hyphen and a space: - "
BOX = 'is no box; write it like this: !!! note "A title", and below it the text, four spaces in'
BEGINS = 'a box begins like this: !!! note "A title" (or !!! warning), with straight quotes'
TOO_FEW = "the row has fewer cells than the first; put a | between cells"
ANEW = (
    "would be 1. where a list begins; put text that stands within the list four spaces in, or write"
    " \\. after a number that begins no list"
)
STAR = (
    "readers would see it as it is; write it directly before and after the words, \\ before it if"
    " it is meant, or delete it"
)
POINT = (
    "begins no list here; put an empty line above the list, and begin a point with - or 1. and a"
    " space"
)
ELSEWHERE = (
    "is a picture of another site, which nobody would see here; put its file into docs/assets/, and"
    " write ![what it shows](../assets/its-name.png)"
)
FOR_SAFETY = "does nothing on this site, for safety; delete it"
HYPHENS = "a line --- stands only above and below the head, and a point needs words; delete it"
GREY = "four spaces at its start make a grey box of the text; begin at the left edge"
TABLE = "| a | b |\n|---|---|\n| c | d |\n\n/// caption\nWords.\n///"


def table(old: str, new: str) -> str:
    assert old in TABLE
    return TABLE.replace(old, new)


SLIPS = {
    # links
    "[x](../glossary.md.": f"8:1: [x]: {LINK}",
    "[x](../glossary.md and": f"8:1: [x]: {LINK}",
    "[x(../glossary.md)": f"8:1: [: {LINK}",
    "(x)[../glossary.md]": f"8:4: [../glossary.md]: {LINK}",
    "[x] (../glossary.md)": f"8:1: [x]: {LINK}",
    "- [ ] Look": f"8:3: [ ]: {LINK}",
    "[x]()": "8:3: a link needs an address; write it between the round brackets",
    "[x](#)": "8:3: a link needs an address; write it between the round brackets",
    '<a href="#">x</a>': ("8:8: a link needs an address; write it between the round brackets"),
    "[](../glossary.md)": (
        "8:1: a link needs words to press; write them between the square brackets"
    ),
    "the LADO page](../glossary.md)": f"8:1: the LADO page]: {LINK}",
    "[x](../glossary.md)#letter-a": (
        "8:20: #letter-a: has to stand in the address of the link; put it before the )"
    ),
    "[x](../glossary.md))": "8:19: ): is one too many; delete it",
    "** Anyone**": f"8:1: **: {STAR}",
    "---": f"8:1: ---: {HYPHENS}",
    "- Look.\n-": f"9:1: -: {HYPHENS}",
    "[[ contact_card() ]]": (
        "8:1: contact_card: takes other words between its brackets, like [["
        ' contact_card("id") ]]: text in quotes, numbers without'
    ),
    "[x][check]": f"8:1: [x][check]: {LINK}",
    "[x](../glosary.md)": "8:5: ../glosary.md: leads to no page; did you mean ../glossary.md?",
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
    "[x](..\\glossary.md)": f"8:5: ..\\glossary.md: {BACKWARDS}",
    '<img src="\\\\a.example\\a.png" alt="A">': f"8:12: \\a.example\\a.png: {BACKWARDS}",
    "[x](01632960001)": "8:5: 01632960001: is a telephone number; write tel: before it",
    # headings
    "##Two": f"8:1: ##: {HEADING}",
    " ## Two": (
        "8:2: ##: readers would see it as it is; a heading begins with up to six of them, at the"
        " left edge, below an empty line"
    ),
    "## ": "8:1: a heading needs words",
    "####### Seven": f"8:1: ####### Seven: {HEADING}",
    "### Three": "8:1: ###: leaves out a level: the heading above has #; write ##",
    "# Two": "8:1: #: is a second title; write ## for a part of the page",
    "## A\n\n## A": "10:1: A: is the heading on line 8 already; change one of them",
    "## A {left}": ("8:7: left: is no name or class, like { #a-name .a-class }; delete it"),
    # HTML
    '<div class="care">': '8:1: <div class="care">: is not closed; write </div> where it ends',
    '<div class="care"': f"8:1: <: {ANGLE}",
    "</div>": "8:1: </div>: closes what is not open here; delete it, or write where it opens",
    "<ul>\n<li>x\n<li>y</li>\n</ul>": "9:1: <li>: is not closed; write </li> where it ends",
    "</ul>": "8:1: </ul>: closes what is not open here; delete it, or write where it opens",
    "`<p>` <b>x": "8:7: <b>: is not closed; write </b> where it ends",
    '<p\nclass="care">x': '8:1: <p class="care">: is not closed; write </p> where it ends',
    "*<b>x* y</b>": "8:2: <b>: is not closed; write </b> where it ends",
    **{
        f'<{tag} markdown="block">\n\n## Two': (
            f'8:1: <{tag} markdown="block">: is not closed; write </{tag}> where it ends'
        )
        for tag in ("details", "div", "section", "blockquote", "ul")
    },
    '<ul markdown="block">\n<li markdown="block">\n\n## Two\n\n</ul>': (
        '9:1: <li markdown="block">: is not closed; write </li> where it ends'
    ),
    '<li markdown="block">\n\nx\n\n</li>': (
        '8:1: <li markdown="block">: stands in no list; write <ul> above the first, and </ul> below'
        " the last"
    ),
    "<dvi>": "8:1: <dvi>: is no HTML that we use; did you mean <div>?",
    '<div markdwon="block">\n</div>': ("8:6: markdwon: means nothing here; did you mean markdown?"),
    "<div class=\u201ccare\u201d>\n</div>": (
        "8:1: <div class=\u201ccare\u201d>: has a quote that does not close, or a curly one; write"
        ' class="…"'
    ),
    "<script>alert(1)</script>": "8:1: <script>: does nothing on this site, for safety; delete it",
    '<p onclick="alert(1)">x</p>': f"8:4: onclick: {FOR_SAFETY}",
    '<p style="color:red">x</p>': f"8:4: style: {FOR_SAFETY}",
    '<div lang="pl">x</div>\n<div style="x">y</div>': f"9:6: style: {FOR_SAFETY}",
    "[x](javascript:alert)": f"8:5: javascript:alert: {FOR_SAFETY}",
    "[x](data:text/html,hi)": f"8:5: data:text/html,hi: {FOR_SAFETY}",
    '<a href="VBScript:x">x</a>': f"8:10: VBScript:x: {FOR_SAFETY}",
    '<a href="java&#9;script:x">x</a>': f"8:1: java\\tscript:x: {FOR_SAFETY}",
    "<p hidden>Words.</p>": (
        "8:4: hidden: would keep these words from readers; delete it, or the words"
    ),
    "<iframe></iframe>": (
        "8:1: <iframe>: does nothing on this site, for safety; link to it instead: [Watch what it"
        " shows (4 minutes)](https://…)"
    ),
    "<object></object>": f"8:1: <object>: {FOR_SAFETY}",
    "<style></style>": f"8:1: <style>: {FOR_SAFETY}",
    '<div><img src="x" onerror=alert(1) </div>': f"8:6: <: {ANGLE}",
    "<details>\n<summary>x</summary>\n\n- y\n</details>": (
        "11:1: -: readers would see it as it is, for Markdown does nothing within HTML; write"
        ' markdown="1" in the tag around it'
    ),
    '<p class="care>x</p>': f"8:1: <: {ANGLE}",
    '<span markdown="1">x</span>': (
        "8:7: markdown: does nothing here; write the tag on one line, and the one around it too"
    ),
    "<!-- hidden": (
        "8:1: <!-- hidden: would be published for all to see, or hide what follows; delete it"
    ),
    # tables and captions
    table("|---|---|\n", ""): (
        "8:1: |: makes no table here; put an empty line above and below the table and none within,"
        " and a line like |---|---| below its first row, with as many cells"
    ),
    table("| c | d |", "| c d |"): f"10:1: {TOO_FEW}",
    table("| c | d |", "| c | d |\nMore words."): f"11:1: {TOO_FEW}",
    table("| c | d |", "| c | d | e |"): (
        "10:1: no reader would see some of these words; a row has as many cells as the first, and"
        " what begins with < or { is no text"
    ),
    table("/// caption", "// caption"): f"12:1: // caption: {CAPTION}",
    table("/// caption", "/// captoin"): f"12:1: /// captoin: {CAPTION}",
    table("Words.\n", ""): f"12:1: {CAPTION}",
    table("Words.\n///", "Words."): f"12:1: {CAPTION}",
    table("\n\n/// caption\nWords.\n///", ""): f"10:1: the table needs a caption: {CAPTION}",
    # what stands twice, or alone
    "One.\nOne.": "9:1: the line above says the same; delete one",
    "<p>\nOne (two.\n</p>": "9:5: (: opens or closes alone; write the other, or delete it",
    "- x\n y": "9:1: is part of the line above; begin with - and a space, or at the left edge",
    "One (two (three).": "8:5: (: opens or closes alone; write the other, or delete it",
    "One) or\ntwo": "8:4: ): opens or closes alone; write the other, or delete it",
    "![x](https://example.org/a.png)": f"8:6: https://example.org/a.png: {ELSEWHERE}",
    "[![x](//example.org/a.svg)](https://example.org/)": f"8:7: //example.org/a.svg: {ELSEWHERE}",
    '<img alt="x" src="http://example.org/a.png">': (
        f"8:19: http://example.org/a.png: {ELSEWHERE}"
    ),
    '<video src="a.mp4"></video>': (
        '8:1: <video src="a.mp4">: does nothing on this site, for safety; link to it instead:'
        " [Watch what it shows (4 minutes)](https://…)"
    ),
    "* - x": "8:1: a point of a list needs words",
    "## # Two": (
        "8:4: #: readers would see it as it is; a heading begins with up to six of them, at the"
        " left edge, below an empty line"
    ),
    # boxes
    '!! note "x"': f'8:1: !! note "x": {BOX}',
    "> [!NOTE]": f"8:3: [!NOTE]: {BOX}",
    '!!! not "x"\n\n    Text.': f"8:1: !!!: {BEGINS}",
    "!!! note x\n\n    Text.": f"8:1: !!!: {BEGINS}",
    '!!! note "x"\n\nText.': (
        "8:1: !!!: the text of a box stands below it, four spaces further in"
    ),
    # lists and text
    "-A boy": f"8:1: -: {POINT_BEGINS}: write  - A boy",
    "\u2022 look": f"8:1: \u2022: {POINT_BEGINS}: write  - look",
    "2.**Do** it": f"8:1: 2.: {POINT}",
    "Text:\n- x": f"9:1: -: {POINT}",
    "- x\n\n1. y": (
        "10:1: 1.: would lose its number in the list above; put a line of text between two lists"
    ),
    "1. x\n\n- y": (
        "10:1: -: would have a number in the list above; put a line of text between two lists"
    ),
    "2014. That year": f"8:1: 2014.: {ANEW}",
    "1. x\n\nText.\n\n2. y": f"12:1: 2.: {ANEW}",
    "1. x\n3. y": "9:1: 3.: would be 2. to readers; write that, or put text between two lists",
    "1. x\n2. y\n\n1. z": (
        "11:1: 1.: would be 3. to readers; write that, or put text between two lists"
    ),
    "- x\n  - y": "9:3: -: a point below a point stands four spaces further in",
    "**Missing means": f"8:1: **: {STAR}",
    "```\nx": (
        "8:1: ```: opens or closes nothing; write ``` at the left edge, above the code and below it"
    ),
    "    grey": f"8:1: {GREY}",
    "it\u00e2\u20ac\u2122s": f"8:3: \u00e2\u20ac\u2122: {AGAIN}",
    "x[^1]": f"8:2: [^1]: {LINK}",
    "{{ x }}": (
        "8:1: {: readers would see it as it is; delete it, with what stands between { and }; calls"
        " stand between [[ and ]]"
    ),
    "\u0441hild": f"8:1: \u0441hild: {AGAIN}",
    "an of\ufb01ce": f"8:4: of\ufb01ce: {AGAIN}",
    "the \uff2c\uff21DO": f"8:5: \uff2c\uff21DO: {AGAIN}",
    "a&#0;b": f"8:2: &#0;: {AGAIN}",
    "a&#x1F;b": f"8:2: &#x1F;: {AGAIN}",
    "TODO": (
        "8:1: TODO: is a reminder, not text for readers; finish it, or write who still has to"
        " confirm it"
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
    '<ul markdown="block">\n<li markdown="block">\n\n## Two\n\n</li>\n</ul>',
    "(a) one, b) two, 3) three (four\n(five))",
    "pre- and post-natal",
    "- One\n  goes on.",
    "<div>\n<div>x\n</div>\n</div>",
    table("| c | d |", "c | d |"),
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
    "```\n# a remark and <div>\n```\n\nAnd `<div>`.",
    "<https://example.org/>",
    "30\u00a0June",
    TABLE,
    '!!! note "x"\n\n    Text.\n\n    - x\n\n!!! warning\n    Text.',
    "- x\n    - y\n\n    More of x.\n\nText.\n\n1. z",
    "2014\\. That year",
    "1. x\n    1. y\n    2. z\n2. w",
    "1. x\n1. y\n1. z",
    "[x](#privacy-and-cookies) and &#64; or &#x2019;",
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
