"""Next year's report stands beside the first, by additions alone: here a sample, with invented
figures."""

import re
import shutil
from pathlib import Path

import pytest

from safeguarding.performance.views import indicators
from safeguarding.performance.views.shapes import Trend
from safeguarding.shared.table import Cell
from safeguarding.site import Site
from safeguarding.soundness import sound_site
from tests import searched
from tests.conftest import PROGRAMME, ROOT, Once, build_other, copy, edit

SAMPLE = ROOT / "tests/fixtures/next-year"
QUALITY, SAFE = (
    "data/performance/quality-and-timeliness.yml",
    "data/performance/safe-environment.yml",
)
REPORT = """
  - id: annual-report-2014-15
    title: Sample of a later annual report
    short_title: sample report 2014–15
    published: never; it is a sample
    last_line: 50
    archive:
      period: 2014–15 (sample)
      report: Sample report 2014–15
      notice: This page is a sample. Every figure on it is invented for testing.
"""
LATER = """    later:
      - source: annual-report-2014-15
        lines: {}
        comment: Sample comment.
        action: Sample action.
"""
# What an editor adds to the files that are there, as (file, what it stands after, what is added).
ADDED = [
    ("data/sources.yml", None, REPORT.lstrip("\n")),
    (
        "docs/.nav.yml",
        "  - Annual report 2013–14: annual-report\n",
        "  - Sample report 2014–15: annual-report/2014-15\n",
    ),
    (QUALITY, "    reference: L9\n", LATER.format(31)),
    (
        QUALITY,
        "              2013-14: {value: 518, count: 97}\n",
        "              2014-15: {value: 444, count: 88}\n",
    ),
    (QUALITY, "    reference: N15\n", LATER.format(32)),
    (QUALITY, "values: {2011-12: 94.1, 2012-13: 95.5, 2013-14: 91.3", ", 2014-15: 99.9"),
    (SAFE, "    reference: L14\n", LATER.format("33-34")),
    (
        SAFE,
        "              2013-14: {value: 22, count: 74}\n",
        "              2014-15: {value: 11, count: 11}\n",
    ),
]
GROWN = {"l9": "444", "n15": "99.9", "l14": "11"}


def add_the_year(project: Path) -> None:
    """The sample's own files, and the additions to those that are there. The pages about figures
    of the first report then belong to the later one."""
    shutil.copytree(SAMPLE, project, dirs_exist_ok=True)
    for file, after, text in ADDED:
        if after is None:
            (project / file).write_text((project / file).read_text("utf-8") + text, "utf-8")
        else:
            edit(project, file, after, after + text)
    for page in (project / "docs/performance").glob("*.md"):
        head = page.read_text("utf-8")
        old, new = (f"archive: annual-report-{year}" for year in ("2013-14", "2014-15"))
        page.write_text(head.replace(old, new, 1), "utf-8")
    page = project / "docs/performance/index.md"
    page.write_text(
        re.sub(
            r'source\((".*?")\)', r'source(\1, "annual-report-2013-14")', page.read_text("utf-8")
        ),
        "utf-8",
    )


@pytest.fixture(scope="module")
def grown(once: Once) -> Path:
    """The project with the year added, built."""

    def make(folder: Path) -> None:
        add_the_year(copy(folder))
        build_other(folder)

    return once("next-year", make)


@pytest.fixture(scope="module")
def later(grown: Path) -> Site:
    return sound_site(grown)


def text(site_folder: Path, address: str) -> str:
    return (site_folder / address / "index.html").read_text("utf-8")


def main(page: str) -> str:
    """What a page itself says, between its navigation: its notice and its article."""
    return re.sub(
        r'<nav class="path".*?</nav>',
        "",
        page[page.index("<main") : page.index("</main>")],
        flags=re.S,
    )


def cells(site: Site, id: str) -> dict[tuple[str, str], Cell]:
    """What the first table of an indicator says, by row and column."""
    found = indicators.section(site, site.indicators[id]).tables[0].table
    return {
        (row.label, column.label): cell
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=False)
    }


@pytest.mark.parametrize("id", GROWN)
def test_table_grows_by_one_year_and_keeps_every_value(
    real_site: Site, later: Site, id: str
) -> None:
    before, after = cells(real_site, id), cells(later, id)
    assert before.items() <= after.items()
    assert [
        (column, cell.text) for (row, column), cell in after.items() if (row, column) not in before
    ] == [("2014/15", GROWN[id])]


@pytest.mark.parametrize("id", GROWN)
def test_picture_grows_by_one_year(real_site: Site, later: Site, id: str) -> None:
    before, after = (
        indicators.section(one, one.indicators[id]).tables[0].trends[0]
        for one in (real_site, later)
    )

    def labels(trend: Trend) -> list[str]:
        return [dot.label for dot in trend.dots if dot.mark == "ours"]

    assert labels(after) == [*labels(before), GROWN[id]]
    assert [tick.label for tick in after.ticks if tick.label == "2014/15"] == ["2014/15"]
    assert len(after.ticks) == len(before.ticks) + 1


def test_change_is_judged_against_the_year_before(grown: Path) -> None:
    assert "Up 8.6 points from 91.3% in 2013/14, which is better." in text(
        grown / "site", "performance/n15"
    )


def test_each_report_speaks_for_itself_beside_an_indicator(grown: Path) -> None:
    page = text(grown / "site", "performance/l9")
    assert "<dt>What the annual report 2013–14 said</dt>" in page
    assert "<dt>What the sample report 2014–15 said</dt>" in page
    assert "<dd>Sample comment.</dd>" in page
    assert "Source: annual report 2013–14, line 841; sample report 2014–15, line 31." in page


def test_every_other_page_is_as_it_was(site_folder: Path, grown: Path, real_site: Site) -> None:
    """But for navigation, and where every year has its place: the themes of the report, the
    catalogue, the A to Z and the list of data files."""
    new = grown / "site"
    names = [
        path.parent.relative_to(site_folder).as_posix() for path in site_folder.rglob("index.html")
    ]
    changed = {
        name
        for name in names
        if main_or_all(text(site_folder, name)) != main_or_all(text(new, name))
    }
    of_reports = (address.rstrip("/") for address in real_site.report_of_page)
    themes = {name for name in of_reports if name.startswith("performance")}
    assert changed == {"a-z", "about/open-data", "training/courses", *themes}


def main_or_all(page: str) -> str:
    return main(page) if "<main" in page else page


def test_pages_of_the_first_report_still_tell_its_year(grown: Path, real_site: Site) -> None:
    first = real_site.sources["annual-report-2013-14"].archive
    assert first
    for address in (
        "annual-report",
        "annual-report/budget",
        "training/attendance",
        "business-plan",
    ):
        assert first.notice in " ".join(text(grown / "site", address).split()), address


def test_nothing_that_was_written_is_rewritten(grown: Path) -> None:
    """Every old line is there still, in its order; a line of values may have grown at its end."""
    for name in {file for file, _, _ in ADDED}:
        lines = iter((grown / name).read_text("utf-8").splitlines())
        for old in (ROOT / name).read_text("utf-8").splitlines():
            assert any(
                new == old or (old.endswith("}") and new.startswith(old[:-1])) for new in lines
            ), f"{name} has lost: {old}"
    changed = {*(file for file, _, _ in ADDED), "data/board.yml", PROGRAMME}
    for path in (ROOT / "data").rglob("*.yml"):
        name = path.relative_to(ROOT).as_posix()
        is_a_date = name.startswith("data/training/sessions/")  # the tests have their own
        if name not in changed and not is_a_date:
            assert (grown / name).read_bytes() == path.read_bytes(), name


def test_every_data_file_keeps_its_name_and_only_those_that_grew_differ(
    site_folder: Path, grown: Path
) -> None:
    old, new = (
        {path.name: path.read_text("utf-8-sig") for path in (folder / "data").glob("*.csv")}
        for folder in (site_folder, grown / "site")
    )
    assert set(old) < set(new)
    assert {name for name in old if old[name] != new[name]} == {
        "figures.csv",
        "indicators-at-a-glance.csv",
        "observations.csv",
        *(f"indicator-{id}.csv" for id in GROWN),
    }
    assert set(old["observations.csv"].splitlines()) < set(new["observations.csv"].splitlines())


def test_each_report_has_its_own_money_and_people(grown: Path, later: Site) -> None:
    site_folder = grown / "site"
    old, new = (
        text(site_folder, "annual-report/budget"),
        text(site_folder, "annual-report/2014-15/budget"),
    )
    assert "87,879" in old
    assert "12,345" not in old
    assert "12,345" in new
    assert "87,879" not in new
    old, new = (
        text(site_folder, "annual-report/training"),
        text(site_folder, "annual-report/2014-15/training"),
    )
    assert "1,325 delegates" in old
    assert "333 delegates" not in old
    assert "333 delegates" in new
    assert "1,325" not in new


def test_each_report_lists_its_own_sections(grown: Path, later: Site) -> None:
    for source, file in later.sections.items():
        page = main(text(grown / "site", file.folder))
        assert re.findall(r'<span class="reference">(.*?)</span>', page) == [
            section.number for section in file.sections
        ], source


def test_catalogue_tells_who_came_in_each_year(grown: Path) -> None:
    page = text(grown / "site", "training/courses")
    assert "Who came, 1 September 2013 to 31 August 2014" in page
    assert "Who came, sample year 2014–15" in page


def test_search_and_lists_tell_the_two_years_apart(grown: Path) -> None:
    pages = {here: page["archive"] for here, page in searched.pages(grown / "site").items()}
    assert pages["annual-report/budget/"] == "Archive 2013–14"
    assert pages["annual-report/2014-15/budget/"] == "Archive 2014–15 (sample)"
    assert "Sample budget statement (archive 2014–15 (sample))" in text(grown / "site", "a-z")


def test_menu_has_both_reports(grown: Path) -> None:
    page = text(grown / "site", "annual-report/2014-15/budget")
    menu = re.findall(
        r'<a href="[^"]*"[^>]*>([^<]*)</a>',
        page[page.index('<nav aria-label="Main">') : page.index("</header>")],
    )
    assert menu.index("Sample report 2014–15") == menu.index("Annual report 2013–14") + 1


def test_sample_says_that_it_is_one() -> None:
    for path in SAMPLE.rglob("*.yml"):
        assert path.read_text("utf-8").startswith("# Sample: "), path
    for path in SAMPLE.rglob("*.md"):
        assert "A sample page." in path.read_text("utf-8"), path
