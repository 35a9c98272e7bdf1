"""Templates, and words of the facts in a page's Markdown."""

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from safeguarding.shared import rendering
from safeguarding.shared.table import Table


def test_value_is_escaped_in_a_page_and_lines_have_no_gaps() -> None:
    made = rendering.render("shared/data.html", id="a&b", data="../data/")
    assert made == (
        '<p class="data" data-search-exclude>As data: <a href="../data/a&amp;b.csv">CSV</a> ·'
        ' <a href="../data/a&amp;b.json">JSON</a></p>'
    )


def test_lines_of_a_page_have_no_gaps() -> None:
    table = Table("A caption", "Who", (), (), id="t")
    assert rendering.render("shared/data_list.html", tables=(table,), data="") == (
        '<ul class="data-list" data-search-exclude>\n'
        '<li>A caption: <a href="t.csv">CSV</a>, <a href="t.json">JSON</a></li>\n'
        "</ul>"
    )


def test_lines_of_a_page_are_neither_indented_nor_empty() -> None:
    template = rendering.environment.from_string("  a\n\n{% if true %}\n    b\n  {% endif %}\nc\n")
    assert template.render() == "  a\n\n    b\nc"


def test_name_that_a_template_misspells_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="data"):
        rendering.render("shared/data.html", id="a")


def test_template_of_a_file_is_found_in_its_room() -> None:
    loader = rendering.environment.loader
    assert loader is not None
    text, path, is_fresh = loader.get_source(rendering.environment, "shared/data.html")
    assert text == (rendering.PACKAGE / "shared/templates/data.html").read_text("utf-8")
    assert path == str(rendering.PACKAGE / "shared/templates/data.html")
    assert is_fresh is not None
    assert is_fresh()


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ ((1, 1), (3, 4)) | line_numbers }}", "lines 1 and 3–4"),
        ("{{ -5 | pounds }}", "−£5"),
        ("{{ 'a & “b”' | yaml }}", '"a & “b”"'),
        ("{{ '1. *a* & b' | plain }}", "1&#46; &#42;a&#42; &amp; b"),
    ],
)
def test_filter_says_a_value(template: str, made: str) -> None:
    assert rendering.environment.from_string(template).render() == made


def test_calls_of_pages_have_square_brackets() -> None:
    template = rendering.page_syntax.from_string("[% if true %][[ 'a' ]][% endif %][# b #]")
    assert template.render() == "a"


@pytest.mark.parametrize("word", ["a", "/a/b.html", "a-b_c~d+e&f,g:h#i"])
def test_word_of_a_servers_settings(word: str) -> None:
    assert rendering.word(word) == word
    assert rendering.unescaped.from_string("{{ w | word }}&").render(w=word) == f"{word}&"


@pytest.mark.parametrize("word", ["", "#a", "a;b", "$a", "é"])
def test_what_is_no_word_of_a_servers_settings(word: str) -> None:
    with pytest.raises(
        ValueError,
        match=f"^{word!r} is no word for the settings of a server$".replace("$a", r"\$a"),
    ):
        rendering.word(word)


def test_heading_has_its_own_anchor_and_no_markdown() -> None:
    assert rendering.heading(2, "A  *b*\n #1", "a-b") == "## A &#42;b&#42; &#35;1 { #a-b }"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a  b\nc", "a b c"),
        ("# a # b", "&#35; a # b"),
        ("12. a 3. b", "12&#46; a 3. b"),
        ("1) a", "1&#41; a"),
        ("1.a", "1.a"),
        ("- a - b", "&#45; a - b"),
        ("<b> & 'c' \"d\"", "&lt;b&gt; &amp; 'c' \"d\""),
        (
            "[a](b) | `c` \\ {d} _e_",
            "&#91;a&#93;(b) &#124; &#96;c&#96; &#92; &#123;d&#125; &#95;e&#95;",
        ),
    ],
)
def test_text_is_shown_as_it_is(text: str, shown: str) -> None:
    assert rendering.plain(text) == shown


def test_file_is_not_escaped_and_ends_with_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering.unescaped, "loader", DictLoader({"a": "\n  {{ a }}\n\n\n"}))
    assert rendering.render_file("a", a="b & c") == "\n  b & c\n"


def test_value_for_an_editor_is_yaml() -> None:
    assert rendering._yaml("“a” & b") == Markup('"“a” & b"')
