"""A mark that Markdown leaves for readers to see is told at its place, though no rule names it."""

import random
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from safeguarding.pages import lines, outcome, rendered, slips
from safeguarding.pages.addresses import Targets
from safeguarding.pages.tags import TAGS
from tests.boards import INVENTED
from tests.conftest import ROOT

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
SEEN = "readers would see it as it is; "
MARK = f"{SEEN}{slips.BOTH_SIDES}"
BRACES = f"{SEEN}delete it, with what stands between {{ and }}; calls stand between [[ and ]]"
SECOND = "#: is a second title; write ## for a part of the page"
POINT = (
    "begins no list here; put an empty line above the list, and begin a point with - or 1. and a"
    " space"
)
ANGLE = (
    "write > where a tag or an address ends, with a quote after each that opens; a space after <"
    " that is meant; an empty line above a quotation"
)
FOREIGN = f"{SEEN}delete it, or type the sign that is meant"
HEADING = "a heading begins with up to six of them, at the left edge, below an empty line"
WRONGLY = "came over wrongly from another program, or is of another alphabet; type it again"
HYPHENS = "a line --- stands only above and below the head, and a point needs words; delete it"
NO_NAME = "is no name or class, like { #a-name .a-class }; delete it"
LEFT = {
    "*a* b\n\n*a": f"10:1: *: {MARK}",
    "*Missing means a child": f"8:1: *: {MARK}",
    "`code is open": f"8:1: `: {MARK}",
    "Then **Bold **text": f"8:6: **: {MARK}",
    "_Missing means a child": f"8:1: _: {MARK}",
    "text { .care }": f"8:6: {{ .care }}: {BRACES}",
    "[a](../glossary.md) { .care }": f"8:21: {{ .care }}: {BRACES}",
    "<https://example.org": f"8:1: <: {SEEN}{ANGLE}",
    "Privacy\n=======": f"8:1: {SECOND}",
    "Then:\n# Privacy": f"9:1: {SECOND}",
    "~~gone": f"8:1: ~~: {FOREIGN}",
    "'## More": f"8:1: '##: {SEEN}{HEADING}",
    "Words ## more": f"8:7: ##: {FOREIGN}",
    "Words~": f"8:6: ~: {FOREIGN}",
    "a&nbps;b": f"8:2: &nbps;: {FOREIGN}",
    "A line.\nAnother, and\n*here": f"10:1: *: {MARK}",
    "- a point\n- another *point": f"9:11: *: {MARK}",
    "**A** [b](../glossary.md) and *c": f"8:31: *: {MARK}",
    '!!! note "x"\n\n    Text *here.': f"10:10: *: {MARK}",
    "*a* b\n\n[[ emergency() ]]\n\n*a": f"12:1: *: {MARK}",
    "\\*\\*Bold\\*\\* words": f"8:2: *: {MARK}",
    "\\[words\\](../glossary.md)": f"8:9: ](: {SEEN}{slips.LINK}",
    "A &lt;b&gt;word&lt;/b&gt;": f"8:1: <: {SEEN}{ANGLE}",
    "a&amp;nbsp;b": f"8:1: &nbsp;: {FOREIGN}",
    "a &nbsp b": f"8:3: &nbsp: {FOREIGN}",
    "So it is【12†source】.": f"8:9: 【12†source】: {FOREIGN}",
    "two%20words": f"8:1: two%20: {FOREIGN}",
    "=SUM(B2:B9)": f"8:1: =SUM(: {FOREIGN}",
    "Who ??? can say": f"8:5: ???: {FOREIGN}",
    "a ! [b](../glossary.md)": f"8:3: !: {FOREIGN}",
    "It isn?t so": f"8:4: isn?t: {WRONGLY}",
    "Pay Â£5": f"8:5: Â: {WRONGLY}",
    "Words.\n\n———": f"10:1: ———: {HYPHENS}",
    "## More {#my id}": f"8:14: id: {NO_NAME}",
}
RIGHT = [
    "*a* and _b_, **c** and ***d***",
    "5 * 3 = 15, and C# or # 5",
    "\\*a star, \\_ and \\`",
    "`*a` and `{ .care }`",
    "a_b_c, <first_last@example.org>",
    "## A { #b .care }\n\n[x](../glossary.md){ .care }",
    "I <3 you, 4 > 3, a - b",
    "&copy; 2020, A & B",
    "* a\n* b",
    "Sub\n\n[x](https://example.org/a_b*c)",
    '<abbr title="a*b">x</abbr>',
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 and \u0645\u06cc\u200c\u062e\u0648\u0627",
    "&lt;name&gt;, 1 &lt; 2, B&amp;B and 12\\*\\*",
    "\\[2019\\] (a case)",
    "Why? <https://example.org/a%20b?t=1>",
    "Look! [b](../glossary.md)",
]


@pytest.mark.parametrize("text", LEFT)
def test_mark_that_readers_would_see_is_told_at_its_place(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == [f"{PAGE}:{LEFT[text]}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_readers_would_see_as_meant_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []


def test_level_left_out_is_told_however_it_is_written() -> None:
    said = "12:1: ####: leaves out a level: the heading above has ##; write ###"
    text = "Part\n----\n\nWords.\n\n#### Deep"
    assert f"{PAGE}:{said.replace('12', '13')}" in INVENTED.problems_of_pages({PAGE: (TEXT, text)})


def test_each_line_that_readers_would_see_wrong_is_told() -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, "*a\n- b\n\n*c")}) == [
        f"{PAGE}:8:1: *: {MARK}",
        f"{PAGE}:9:1: -: {POINT}",
        f"{PAGE}:11:1: *: {MARK}",
    ]


@pytest.mark.parametrize("seed", range(20))
def test_any_tags_are_read_without_an_error(seed: int) -> None:
    rng = random.Random(seed)
    marks = ["Words.", "- a point", "1. one", "## Two", "\n", "\n", "\n\n", "`", "    ", "*", "|"]
    ends = ("", ' markdown="block"', "/", " id=x", ' class="y')
    befores = ("/",) if seed % 2 else ("", "/")
    names = [f"{before}{name}" for before in befores for name in (*TAGS, "odd")]
    tags = [f"<{name}{end}>" for name in names for end in ends]
    for _ in range(20):
        parts = rng.choices(marks, k=8) + rng.choices(tags, k=8)
        rng.shuffle(parts)
        body = lines.body(PAGE, f"---\ntitle: A\n---\n# A\n\n{''.join(parts)}\n")
        list(outcome.problems(rendered.Rendered(body), Targets(Path(), ())))


HOME = """\
---
title: Home
exit: true
description: What to do when you are worried about a child.
---

# Home

[[ emergency() ]]

<div class="happened" markdown="block">

## What has happened?

- [I am worried](worried-about-a-child.md)

</div>

<ul class="doors" markdown="block">
<li markdown="block">

## I work with children

- [What to do](procedures/listening.md)

</li>
<li markdown="block">

## The board’s work

- [Did it get better?](performance/index.md)

</li>
</ul>

[[ help_lines() ]]
"""
TAGS_OF_HOME = [
    number for number, line in enumerate(HOME.split("\n")) if re.fullmatch(r"</?\w+[^<>]*>", line)
]


def test_page_whose_tags_are_paired_is_right() -> None:
    assert INVENTED.problems_of_pages({"docs/index.md": HOME}) == []


@pytest.mark.parametrize("at", TAGS_OF_HOME)
def test_tag_that_is_lost_is_told_at_the_other_of_its_pair(at: int) -> None:
    texts = HOME.split("\n")
    lost, texts[at] = texts[at], ""
    told = INVENTED.problems_of_pages({"docs/index.md": "\n".join(texts)})
    others = [int(problem.split(":")[1]) - 1 for problem in told]
    said = re.compile("is not closed|is not open|in no list")
    assert all(said.search(problem) for problem in told)
    assert max(others) < at if lost.startswith("</") else max(others) > at


def test_pages_are_made_with_the_markdown_of_the_build() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert list(rendered.extensions()) == config.markdown_extensions
    settings = {name: values for name, values in rendered.extensions().items() if values}
    assert settings == config.mdx_configs
