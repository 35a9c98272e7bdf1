"""What the author's calls give: real tables, in words, every value escaped."""

from dataclasses import dataclass
from html.parser import HTMLParser

import pytest

from safeguarding.authoring import CALLS, Author
from safeguarding.performance.models import OneValue
from safeguarding.shared import rendering
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from tests.boards import INVENTED, NONE, Edits
from tests.conftest import NOW

Attributes = list[tuple[str, str | None]]


@dataclass
class Opened:
    """A cell or a caption, with the text in it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""


class Cells(HTMLParser):
    """The rows of every table, and their captions."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[Opened]] = []
        self.captions: list[Opened] = []
        self.open: Opened | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.open = Opened(tag, dict(attributes))
            self.rows[-1].append(self.open)
        elif tag == "caption":
            self.open = Opened(tag, {})
            self.captions.append(self.open)

    def handle_data(self, text: str) -> None:
        if self.open:
            self.open.text += text

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td", "caption"):
            self.open = None

    def row(self, label: str) -> list[str]:
        return next(
            [" ".join(cell.text.split()) for cell in row]
            for row in self.rows
            if row and label in row[0].text
        )


@pytest.fixture
def author(real_site: Site) -> Author:
    return Author(real_site, here=lambda: "annual-report/", now=NOW)


@pytest.fixture
def tables(author: Author) -> list[str]:
    """Every block that has a table in it."""
    blocks = [author.indicator_table(id) for id in author.site.indicators]
    return [
        *blocks,
        author.indicator_summary(),
        author.budget_table("expenditure"),
        author.budget_table("income"),
        author.attendance_table(),
        author.priority_table(),
        author.document_table(),
        author.group_table(),
        author.sub_group_list(),
    ]


def test_every_table_has_a_caption_and_a_scope_on_every_heading(tables: list[str]) -> None:
    for html in tables:
        found = Cells(html)
        assert found.captions
        assert all(caption.text.strip() for caption in found.captions)
        headings = [cell for row in found.rows for cell in row if cell.tag == "th"]
        assert all(heading.attributes.get("scope") for heading in headings)


def test_every_row_has_as_many_cells_as_the_head(author: Author, real_site: Site) -> None:
    for indicator in real_site.indicators:
        rows = Cells(author.indicator_table(indicator)).rows
        width = None
        for row in rows:
            if row[0].attributes.get("scope") == "col":
                width = len(row)
            assert len(row) == width


def test_row_holds_its_values_and_comparators(author: Author) -> None:
    found = Cells(author.indicator_table("n12"))
    assert found.row("Neglect") == ["N12 d Neglect", "11.8", "7.6", "20.6", "18.9", "13.9"]
    assert [" ".join(cell.text.split()) for cell in found.rows[0]][1:] == [
        f"{head} per 10,000"
        for head in (
            "2011/12",
            "2012/13",
            "2013/14",
            "England, 2012/13",
            "Statistical neighbours, 2012/13",
        )
    ]


def test_counts_stand_beside_percentages(author: Author) -> None:
    assert Cells(author.indicator_table("n16")).row("3 months or less")[1:4] == [
        "28.7 392 children",
        "17.2 221 children",
        "22.7 293 children",
    ]


def test_missing_values_are_words(author: Author) -> None:
    assert Cells(author.indicator_table("n7")).row("nitial")[1:4] == [
        "508.4",
        "368.8",
        "“N/A” in the report",
    ]
    assert "no longer reported" in author.indicator_table("n5a")


def test_figures_are_set_right_and_words_left(author: Author) -> None:
    found = Cells(author.attendance_table())
    assert [cell.attributes["class"] for cell in found.rows[1][1:]] == ["words", "figures"]


def test_totals_stand_in_their_tables(author: Author) -> None:
    assert Cells(author.budget_table("expenditure")).row("Total expenditure") == [
        "Total expenditure",
        "94,805",
        "87,879",
        "−6,926",
    ]
    assert Cells(author.attendance_table()).row("All courses")[-1] == "1,325"


def test_every_picture_is_beside_its_figures_and_says_what_it_shows(
    author: Author, real_site: Site
) -> None:
    for id in real_site.indicators:
        html = author.indicator_table(id)
        assert html.count('<svg viewBox="0') == html.count('role="img"') == html.count("<desc")
        assert html.index("<svg") < html.index("<table")


def test_every_indicator_with_two_values_has_a_trend(author: Author, real_site: Site) -> None:
    for id, indicator in real_site.indicators.items():
        for table in indicator.tables:
            for measure in table.measures:
                if sum(isinstance(seen, OneValue) for seen in measure.values.values()) > 1:
                    assert f'id="{measure.id}-d"' in author.indicator_table(id)


@pytest.mark.parametrize(
    "nasty",
    ["<script>alert(1)</script>", "a & b", '" onload="x', "{{ 7 * 7 }}", "[[ figure('x') ]]"],
)
def test_values_are_escaped_wherever_they_stand(nasty: str) -> None:
    table = Table(
        nasty,
        nasty,
        (Column(nasty, nasty),),
        (Row(nasty, (Cell(nasty, nasty),), nasty, note=nasty), Row(nasty, part=True)),
        (nasty,),
    )
    html = rendering.render("shared/table.html", table=table, origins=())
    assert "<script" not in html
    assert '" onload' not in html
    assert "49" not in html


def test_heading_is_plain_text_to_markdown() -> None:
    assert (
        rendering.heading(2, "a *b* [c](d) <e> & #f", "id")
        == "## a &#42;b&#42; &#91;c&#93;(d) &#60;e&#62; &#38; &#35;f { #id }"
    )


def test_blocks_have_no_gap_that_would_end_them_in_markdown(tables: list[str]) -> None:
    for html in tables:
        for block in html.split("\n\n"):
            assert not any(line.startswith(" ") for line in block.splitlines())


def test_every_call_says_what_it_gives(author: Author) -> None:
    """What an author may write is documented, or its name and arguments say it all."""
    assert {name for name in CALLS if getattr(author, name).__doc__ is None} <= {
        "attendance_total",
        "help_lines",
        "budget_notes",
        "attendance_table",
        "document_table",
        "group_table",
    }


def test_contact_that_nobody_confirmed_says_so() -> None:
    """The invented board has two help lines. One was confirmed. What nobody confirmed is said once
    a page."""
    phone = "phone: 0808 157 0001\n"
    verified = "    verified: {on: 2026-11-25, phone: 0808 157 0001, source: rung}\n"
    confirmed: Edits = {"data/contacts.yml": (phone, phone + verified)}
    for edits, count in ((NONE, 1), (confirmed, 0)):
        author = Author(INVENTED.site(edits), here=lambda: "", now=NOW)
        first = author.help_lines()
        assert first.count("nobody has confirmed it for us yet") == count
        assert author.contact_card("young-line").count("nobody has confirmed") == 0


def test_what_is_said_of_small_numbers_is_said_once_in_an_indicator(
    author: Author, real_site: Site
) -> None:
    for theme in real_site.themes:
        for indicator in author.theme(theme).split("\n## ")[1:]:
            said = [
                text.partition("</dd>")[0]
                for text in indicator.split("About the small numbers</dt>")[1:]
            ]
            assert len(said) == len(set(said))
