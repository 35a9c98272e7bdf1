"""Text of data in a page's Markdown is shown as it is."""

import html
import re

import markdown
import pytest

from safeguarding.shared import rendering

TEXTS = (
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "/// caption",
    "!!! note",
    ": no meaning",
    "**not bold** _not either_ `no code`",
    "[no link](javascript:x) [nor][this]",
    "![no picture](x.png)",
    "<https://example.org/>",
    "{: onclick=x } [[ call() ]]",
    "a | b\n--- | ---\n1 | 2",
    "a\n# b\n\n    c\n===",
    "it’s “so” & 'so' <b>\\*",
    "-4 to +3 = 7",
)
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "pymdownx.blocks.caption"]


@pytest.mark.parametrize("before", ["", "- "], ids=["alone", "in a list"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_as_it_is(text: str, before: str) -> None:
    made = markdown.markdown(before + rendering.plain(text), extensions=EXTENSIONS)
    assert set(re.findall(r"<(\w+)", made)) <= ({"ul", "li"} if before else {"p"})
    assert html.unescape(re.sub(r"<[^>]*>", "", made)).strip() == " ".join(text.split())


@pytest.mark.parametrize("text", TEXTS)
def test_heading_is_shown_as_it_is(text: str) -> None:
    made = markdown.markdown(rendering.heading(2, text, "here"), extensions=EXTENSIONS)
    shown = re.fullmatch(r'<h2 id="here">(.*)</h2>', made)
    assert shown
    assert html.unescape(shown[1]) == " ".join(text.split())


@pytest.mark.parametrize("text", TEXTS)
def test_heading_that_leads_somewhere_is_shown_as_it_is_too(text: str) -> None:
    written = rendering.heading(2, text, "here", '../a/?b="c"&d')
    made = markdown.markdown(written, extensions=EXTENSIONS)
    shown = re.fullmatch(r'<h2 id="here"><a href="(.*?)">(.*)</a></h2>', made)
    assert shown
    assert html.unescape(shown[1]) == '../a/?b="c"&d'
    assert html.unescape(shown[2]) == " ".join(text.split())


@pytest.mark.parametrize(
    "value", ["a;b", "{a}", 'a"b', "a\tb", "$uri", "#a", "", "a\nb", "a\\", "a*"]
)
def test_word_of_a_servers_settings_is_one_word(value: str) -> None:
    with pytest.raises(ValueError, match="is no word"):
        rendering.word(value)
    with pytest.raises(ValueError, match="is no word"):
        rendering.encoded(value)


@pytest.mark.parametrize(
    ("value", "word", "encoded"),
    [("/a+b&c,d/#e", "/a+b&c,d/#e", "/a+b&c,d/#e"), ("/it's (1)", '"/it\'s (1)"', "/it's%20(1)")],
)
def test_each_server_is_told_an_address_in_its_own_way(value: str, word: str, encoded: str) -> None:
    assert (rendering.word(value), rendering.encoded(value)) == (word, encoded)
