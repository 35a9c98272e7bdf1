"""What is printed has room for all of its words, or its page is named."""

import importlib.util
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from safeguarding.paper import beside, printing, sheets, tree
from safeguarding.paper.sheets import Sheet
from safeguarding.problem import Problems

pytest.importorskip("typst", reason="make leaflets fetches it")
LONG = "<p>Words that go on and on.</p>" * 400


def sheet(form: str, html: str, **more: Any) -> Sheet:
    """A sheet of that form with the words of some HTML."""
    nodes = tree.read(html)
    content = {
        "title": "Listen",
        "heading": "Listen",
        "board": "A board",
        "lang": "en",
        "day": "27 November 2026",
        "date": [2026, 11, 27],
        "url": "",
        "short": "",
        "unconfirmed": "",
        "how": sheets.FORMS[form].how,
        "parts": tree.parts(nodes),
    }
    return Sheet("a/", "b/", "docs/a.md", form, f"a/a-{form}.pdf", content | more)


def refused(one: Sheet) -> str:
    with pytest.raises(Problems) as problems:
        printing.printed(one)
    [problem] = problems.value.problems
    return str(problem)


def test_same_words_are_the_same_bytes() -> None:
    one = sheet("poster", "<p>Words</p>")
    assert printing.printed(one) == printing.printed(one)


@pytest.mark.parametrize("form", ["poster", "sheet", "cards"])
def test_words_become_smaller_until_they_fit(form: str) -> None:
    few, more = (printing.pictures(sheet(form, f"<p>{'Words. ' * n}</p>"), 40) for n in (1, 40))
    assert len(few) == len(more) == 1


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ("poster", "Poster, A4: the page is"),
        ("sheet", "One page for a wall, A4: the page is"),
        ("cards", "Cards for the pocket, A4: the front of a card is"),
        ("folded", "Leaflet to fold, A4: the front is"),
    ],
)
def test_what_does_not_fit_is_told(form: str, what: str) -> None:
    told = refused(sheet(form, f"{LONG}<h2>One</h2><p>In</p><h2>Two</h2><p>Back</p>"))
    assert told.startswith(f"docs/a.md:1:1: paper: {what}")
    assert told.endswith("% too long; say less, or choose another form")


def test_inside_of_a_leaflet_has_two_columns() -> None:
    part = f"<h2>Part</h2>{'<p>Words that go on and on.</p>' * 20}"
    back = "<h2>Back</h2><p>Call.</p>"
    assert printing.printed(sheet("folded", part * 2 + back))
    told = refused(sheet("folded", part * 3 + back))
    assert "what stands inside is too long for two columns" in told


def test_leaflet_needs_an_inside_and_a_back() -> None:
    told = refused(sheet("folded", "<p>Front</p><h2>Alone</h2>"))
    assert "needs two headings or more: the last is the back" in told


def test_list_has_as_many_pages_as_it_needs() -> None:
    assert printing.pages(printing.printed(sheet("list", LONG))) > 1


def test_sign_that_means_something_to_typst_is_a_sign() -> None:
    """Words come as data, and never as a template."""
    html = '<p>#panic("no") $x$ *a* _b_ [c] @d &lt;e&gt; \\ // /* = + -</p>'
    assert printing.printed(sheet("sheet", html))


def test_nothing_leads_anywhere_without_an_address() -> None:
    without = printing.printed(sheet("sheet", "<p>Words</p>"))
    url = "https://board.example/a/"
    with_code = printing.printed(sheet("sheet", "<p>Words</p>", url=url, short="board.example/a"))
    assert b"QR code" not in without
    assert len(with_code) > len(without)


def test_build_that_cannot_print_says_how_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(beside.WANTED, "1")
    assert beside.is_wanted()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Problems) as problems:
        beside.is_wanted()
    [problem] = problems.value.problems
    assert problem.message == (
        "what prints leaflets is not installed: make leaflets fetches it, 40 MB"
    )
    monkeypatch.delenv(beside.WANTED)
    assert not beside.is_wanted()


def test_everything_that_does_not_fit_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    several = [sheet("poster", LONG), sheet("list", "<p>Words</p>"), sheet("sheet", LONG)]
    monkeypatch.setattr(sheets, "sheets", lambda site, web: iter(several))
    with pytest.raises(Problems) as problems:
        beside.write(None, None, tmp_path)  # type: ignore[arg-type]
    assert len(problems.value.problems) == 2


POSTER = '<a href="{}a-poster.pdf">Poster, A4</a> <span class="file">({})</span>'


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Callable[..., str]]:
    """Prints sheets of a/ that lead to b/, and tells what a page then says."""

    def printed(*several: Sheet) -> Callable[..., str]:
        monkeypatch.setattr(sheets, "sheets", lambda *_: iter(several))
        printed = beside.write(None, None, tmp_path)  # type: ignore[arg-type]
        return lambda html, here: beside.told(html, here, printed)

    return printed


def weight(folder: Path, name: str = "a/a-poster.pdf") -> str:
    return f"PDF, {round((folder / name).stat().st_size / 1024)} KB, 1 page"


def test_page_says_what_can_be_printed_where_it_has_a_place_for_it(
    told: Callable[..., Any], tmp_path: Path
) -> None:
    said = told(sheet("poster", "<p>A</p>"))
    link, size = POSTER.format, weight(tmp_path)
    below = said("<h1>A</h1>\n<p>B</p>", "a/")
    assert link("", size) in below.split("<p>B</p>")[0]
    placed = said("<h1>A</h1>\n<p>B</p><!--paper-->", "a/")
    assert link("", size) in placed.split("<p>B</p>")[1]
    listed = said("<li><!--paper:a/--><!--paper:b/--></li>", "leaflets/")
    assert listed.count(link("../a/", size)) == 1
    assert beside.told("<h1>A</h1><!--paper--><!--paper:a/-->", "a/", {}) == "<h1>A</h1>"


def test_page_to_which_a_leaflet_leads_has_its_link_near_the_title_but_below_danger(
    told: Callable[..., Any], tmp_path: Path
) -> None:
    said = told(sheet("poster", "<p>A</p>"))
    link = POSTER.format("../a/", weight(tmp_path))
    danger = '<div class="danger">\n<p>Call</p></div>'
    before, _, after = said(f"<h1>B</h1>\n{danger}\n<p>More</p>", "b/").partition(link)
    assert "Call" in before
    assert "More" in after
    before, _, after = said(f"<h1>B</h1>\n<p>More</p>{danger}", "b/").partition(link)
    assert "More" in after


def test_way_to_print_stands_on_the_page_of_a_leaflet_and_on_its_foot(
    told: Callable[..., Any],
) -> None:
    inside = "<h2>One</h2><p>In</p><h2>Two</h2><p>Back</p>"
    leaflet = sheet("folded", f"<p>Front</p>{inside}")
    said = told(leaflet)
    assert "turned over the short edge" in said("<h1>A</h1>", "a/")
    assert "turned over" not in said("<h1>B</h1>", "b/")
    printed = io.BytesIO(printing.printed(leaflet))
    assert "turned over the short edge" in pypdf.PdfReader(printed).pages[0].extract_text()


def test_page_says_why_what_is_printed_is_a_draft(told: Callable[..., Any]) -> None:
    said = told(sheet("poster", "<p>A</p>", unconfirmed="1 and 2"))
    own, other = said("<h1>A</h1>", "a/"), said("<h1>B</h1>", "b/")
    assert "Nobody has confirmed 1 and 2 for us." in own
    assert "Nobody" not in other
    assert '<a href="../a/">a draft</a>' in other


def test_page_of_what_is_printed_and_no_draft_says_nothing_of_one(told: Callable[..., Any]) -> None:
    assert "draft" not in told(sheet("poster", "<p>A</p>"))("<h1>A</h1>", "a/")
