"""A mark that Markdown leaves for readers to see is told at its place, though no rule names it."""

from typing import Any

import pytest
import yaml

from safeguarding.pages import outcome
from safeguarding.pages.lines import Lines
from tests.boards import INVENTED
from tests.conftest import ROOT

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
SEEN = "readers would see it as it is; "
MARK = f"{SEEN}{outcome.BOTH_SIDES}"
BRACES = f"{SEEN}delete it, with what stands between {{ and }}"
SECOND = "makes a second title of the page; write ## and its words"
LEFT = {
    "*a* b\n\n*a": f"10:1: *: {MARK}",
    "*Missing means a child": f"8:1: *: {MARK}",
    "`code is open": f"8:1: `: {MARK}",
    "Then **Bold **text": f"8:6: **: {MARK}",
    "_Missing means a child": f"8:1: _: {MARK}",
    "text { .care }": f"8:6: {{ .care }}: {BRACES}",
    "[a](../glossary.md) { .care }": f"8:21: {{ .care }}: {BRACES}",
    "<https://example.org": f"8:1: <: {SEEN}write > where it ends, or a space after it",
    "Privacy\n=======": f"8:1: {SECOND}",
    "Then:\n# Privacy": "9:1: #: is a second title; write ## for a part of the page",
    "~~gone": f"8:1: ~~: {SEEN}delete it",
    "a&nbps;b": f"8:2: &nbps;: {SEEN}type the sign itself",
    "A line.\nAnother, and\n*here": f"10:1: *: {MARK}",
    "- a point\n- another *point": f"9:11: *: {MARK}",
    "**A** [b](../glossary.md) and *c": f"8:31: *: {MARK}",
    '!!! note "x"\n\n    Text *here.': f"10:10: *: {MARK}",
    "*a* b\n\n[[ emergency() ]]\n\n*a": f"12:1: *: {MARK}",
}
RIGHT = [
    "*a* and _b_, **c** and ***d***",
    "5 * 3 = 15, and C# or # 5",
    "\\*a star, \\_ and \\`",
    "`*a` and `{ .care }`",
    "a_b_c, first_last@example.org",
    "## A { #b .care }\n\n[x](../glossary.md){ .care }",
    "I <3 you, 4 > 3, a - b",
    "&copy; 2020, A & B",
    "* a\n* b",
    "Sub\n\n[x](https://example.org/a_b*c)",
    '<abbr title="a*b">x</abbr>',
]


@pytest.mark.parametrize("text", LEFT)
def test_mark_that_readers_would_see_is_told_at_its_place(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == [f"{PAGE}:{LEFT[text]}"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_readers_would_see_as_meant_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []


def test_level_left_out_is_told_however_it_is_written() -> None:
    lines = Lines("docs/page.md", ((5, "Title"), (6, "====="), (7, ""), (8, "#### Deep")))
    said = "docs/page.md:8:1: leaves out a level; write ## and its words"
    assert [str(problem) for problem in outcome.problems(lines)] == [said]


def test_unforeseen_is_told_beside_what_a_rule_tells_elsewhere() -> None:
    """The rules speak first; only the lines that they speak of are left to them."""
    assert INVENTED.problems_of_pages({PAGE: (TEXT, "*a\n- b\n\n*c")}) == [
        f"{PAGE}:9:1: put an empty line above the list",
        f"{PAGE}:11:1: *: {MARK}",
    ]


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags are for MkDocs alone."""


Loader.add_multi_constructor("!", lambda *_: None)


def test_pages_are_looked_at_with_the_markdown_of_the_build() -> None:
    config: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)
    names: set[str] = {"toc", "tables", "fenced_code"}  # which MkDocs adds by itself
    settings: dict[str, Any] = {}
    for extension in config["markdown_extensions"]:
        found = extension if isinstance(extension, dict) else {extension: None}
        names |= set(found)
        settings |= {name: values for name, values in found.items() if values}
    assert set(outcome.EXTENSIONS) == names
    assert settings == outcome.SETTINGS
