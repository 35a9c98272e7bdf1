"""The pages' sentences: no figure typed where data should speak."""

import re

import pytest

from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs").rglob("*.md"))
# What may stand in digits: years and spans of years, days of a month, and the numbers of laws,
# sections and indicators.
ALLOWED = (
    r"\A---\n.*?\n---\n",  # front matter
    r"\[\[.*?\]\]",  # calls
    r"\]\([^)]*\)",
    r"\{ ?#[^}]*\}",
    r"<[^>]*>",  # addresses
    r"\b(19|20)\d\d([–/-]\d\d(\d\d)?)?\b",
    (
        r"\b\d{1,2}"
        r" (January|February|March|April|May|June|July|August|September|October|November|December)\b"
    ),
    r"\b[Ss]ections? \d+(\.\d+)?( (and|to) \d+)?",
    r"\b[Aa]ppendix \d",
    r"\b[Cc]hapter \d",
    r"\b[Rr]egulation \d",
    r"\bline \d+",
    r"\b[NL]\d+[ab]?\b",
    r"\b2\.1\b",
    r"\b999\b",
)


@pytest.mark.parametrize(
    "path",
    [path for path in PAGES if "\narchive: " in path.read_text("utf-8")],
    ids=lambda path: path.relative_to(ROOT / "docs").as_posix(),
)
def test_no_figure_of_the_archive_is_typed_in_prose(path):
    text = path.read_text("utf-8")
    for pattern in ALLOWED:
        text = re.sub(pattern, "", text, flags=re.S)
    assert re.findall(r".*\d.*", text) == [], (
        'add the figure to data/figures/ and write [[ figure("its-id") ]] in its place'
    )


def test_every_figure_is_used_by_a_page(facts):
    written = " ".join(path.read_text("utf-8") for path in PAGES)
    in_tables = {
        cell.figure
        for table in facts.figure_tables.values()
        for row in table.rows
        for cell in row.cells
    }
    assert [
        id for id in facts.figures if f'figure("{id}")' not in written and id not in in_tables
    ] == [], "no page uses these: delete them from data/figures/"


def test_every_page_has_a_title_and_a_description():
    for path in PAGES:
        head = path.read_text("utf-8").split("---\n")[1]
        assert re.search(r"^title: .+", head, re.M) and re.search(
            r"^(description|summary): .+", head, re.M
        ), path
