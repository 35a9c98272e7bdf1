"""A page as paper is set from: its words, without what only a screen can do."""

import pytest

from safeguarding.paper import tree

HERE = "https://board.example/leaflets/listening/"
PAGE = (
    '<h1 id="top">Listen</h1>\n<p>First  of\nall<a class="mark" href="#s">[1]</a> .</p>\n'
    '<h2 id="what">What</h2>\n<ul>\n<li>One <b>two</b> three</li>\n</ul>\n<h3>More</h3>'
    '<h2 id="why">Why</h2><p>So.</p>'
)


def texts(html: str, page: str = "", *without: str) -> str:
    return tree.text(tree.read(html, page, without))


def test_words_stay_as_they_are_read_without_space_between_blocks() -> None:
    assert texts(PAGE) == "ListenFirst of all[1].WhatOne two threeMoreWhySo."


def test_number_of_a_source_goes_with_the_space_before_the_stop() -> None:
    assert (
        texts("<p>All <a class='mark'>[1]</a> <a class='mark'>[2]</a>.</p>", "", "mark") == "All."
    )


@pytest.mark.parametrize(
    "html",
    [
        "<form><input><button>Send</button></form>",
        "<nav><a href='x/'>Elsewhere</a></nav>",
        "<p class='data'><a href='a.csv'>CSV</a></p>",
        "<p class='paper'>To print</p>",
        "<span class='hidden'>: </span>",
        "<script>let a</script>",
        "<figure><svg viewBox='0 0 1 1'><title>A</title><path d='M0 0'/></svg><figcaption>A"
        "</figcaption></figure>",
        "<p><img src='a.png' alt='A'></p>",
    ],
)
def test_what_only_a_screen_can_do_goes(html: str) -> None:
    assert texts(f"<p>Words</p>{html}") == "Words"


@pytest.mark.parametrize(
    ("way", "leads_to"),
    [
        ("../../glossary/", "https://board.example/glossary/"),
        ("https://law.example/", "https://law.example/"),
        ("tel:999", "tel:999"),
        ("#source-a", None),
    ],
)
def test_link_leads_to_an_address_that_stands_alone(way: str, leads_to: str | None) -> None:
    [link] = tree.elements(tree.read(f'<a href="{way}">Words</a>', HERE))
    assert link.get("href") == leads_to


def test_without_an_address_of_the_site_links_within_it_lead_nowhere() -> None:
    [within, out] = tree.elements(tree.read('<a href="a/">A</a><a href="tel:999">999</a>'))
    assert "href" not in within
    assert out["href"] == "tel:999"


def test_cell_keeps_its_class_its_scope_and_its_columns() -> None:
    html = '<table><tr><th scope="col" class="figures" colspan="2">A</th></tr></table>'
    cell = list(tree.elements(tree.read(html)))[-1]
    assert (cell["class"], cell["scope"], cell["span"]) == (["figures"], "col", 2)


def test_parts_begin_with_their_headings_and_hold_lower_ones() -> None:
    first, what, why = tree.parts(tree.read(PAGE))
    assert tree.text(first) == "First of all[1]."
    assert tree.text(what) == "WhatOne two threeMore"
    assert tree.text(why) == "WhySo."


def test_part_is_found_by_its_id() -> None:
    nodes = tree.read(PAGE)
    assert tree.text(tree.part(nodes, "why")) == "WhySo."
    assert tree.part(nodes, "where") == []


def test_tag_that_was_never_opened_closes_nothing() -> None:
    assert texts("<p>One</b> two</p>") == "One two"


def on_paper(html: str, site: str = "board.example/") -> str:
    """What stands on paper of a page whose links lead to a place of that site, or of none."""
    nodes = tree.read(html, f"https://{site}" if site else "")
    return tree.text(tree.led_on(nodes, lambda way: way.removeprefix("https://").rstrip("/")))


@pytest.mark.parametrize(
    ("html", "with_address", "without"),
    [
        ("<p>Write. <a href='a/'>How</a></p>", "Write. How: board.example/a", "Write. "),
        ("<p><a href='a/'>How?</a> In short.</p>", "How? board.example/a In short.", " In short."),
        ("<p>Then <a href='a/'>see</a>.</p>", "Then see (board.example/a).", "Then see."),
        ("<p><a href='a/'>How</a></p>", "How: board.example/a", ""),
        ("<ul><li><a href='a/'>How</a></li></ul>", "How: board.example/a", ""),
        ("<p>Call <a href='tel:999'>999</a></p>", "Call 999", "Call 999"),
        ("<h2><a href='a/'>Name</a></h2>", "Name", "Name"),
    ],
)
def test_no_link_on_paper_is_a_dead_word(html: str, with_address: str, without: str) -> None:
    assert on_paper(html) == with_address
    assert on_paper(html, "") == without


def test_site_that_a_link_names_is_the_page_that_it_leads_to() -> None:
    html = "<ul><li><b>Desk</b> <a href='https://www.desk.example/form/'>desk.example</a></li></ul>"
    assert on_paper(html) == "Desk www.desk.example/form"
