"""The sentences on the report: no figure typed where data should speak."""

import re
from pathlib import Path

import pytest

from safeguarding.report.models import Figure
from safeguarding.site import Site
from tests.conftest import ROOT
from tests.data import report

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What may stand in digits: years and spans of years, days of a month, and the numbers of laws,
# sections and indicators.
ALLOWED = (
    r"\A---\n.*?\n---\n",  # front matter
    r"\[\[.*?\]\]",  # calls
    r"\]\([^)]*\)",
    r"\{ ?#[^}]*\}",
    r"<[^>]*>",  # addresses
    r"\b(19|20)\d\d([–/-]\d\d(\d\d)?)?\b",
    rf"\b\d{{1,2}} ({MONTHS})\b",
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
    "path", report.pages(), ids=lambda path: path.relative_to(ROOT / "docs").as_posix()
)
def test_no_figure_of_the_report_is_typed_in_prose(path: Path) -> None:
    text = path.read_text("utf-8")
    for pattern in ALLOWED:
        text = re.sub(pattern, "", text, flags=re.S)
    assert re.findall(r".*\d.*", text) == [], (
        'add the figure to data/figures/ and write [[ figure("its-id") ]] in its place'
    )


def test_every_figure_of_the_report_is_used_by_a_page(real_site: Site) -> None:
    written = " ".join(path.read_text("utf-8") for path in report.pages())
    in_tables = {
        cell.figure
        for table in real_site.figure_tables.values()
        for row in table.rows
        for cell in row.cells
    }
    figures = [record for record in report.records(real_site) if isinstance(record, Figure)]
    assert [
        one.id
        for one in figures
        if f'figure("{one.id}")' not in written and one.id not in in_tables
    ] == [], "no page uses these: delete them from data/figures/"
