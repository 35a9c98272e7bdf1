"""Another board takes the site by its own data/ and docs/ alone: here one that is invented, with
every call that a page can make."""

import re
import shutil
from pathlib import Path

import pytest

from safeguarding import checks
from safeguarding.authoring import CALLS, Author
from safeguarding.clock import Days
from safeguarding.site import Site, load_site
from safeguarding.soundness import sound_site
from tests import searched
from tests.conftest import NOW, OTHER, ROOT, build_other, edit, ours_alone, run
from tests.invented_files import FILES

Files = dict[str, str]  # the texts of a site by their addresses
TEXTS = (".html", ".csv", ".json", ".xml", ".ics", ".txt", ".css", ".js")


def texts(site_folder: Path) -> Files:
    """Every text of a site, by its address."""
    return {
        path.relative_to(site_folder).as_posix(): path.read_text("utf-8")
        for path in site_folder.rglob("*")
        if path.suffix in TEXTS
    }


@pytest.fixture(scope="module")
def files(other_site: Path) -> Files:
    """Every text of the other board's site, by its address."""
    return texts(other_site)


@pytest.fixture
def others() -> Site:
    return sound_site(OTHER)


@pytest.fixture
def ours(real_site: Site, others: Site) -> set[str]:
    """The words that only the real board's own facts can bring: its names, its years, and whose
    figures stand beside its own."""
    theirs = {source.archive.period for source in others.sources.values() if source.archive}
    years = [
        source.archive.period
        for source in real_site.sources.values()
        if source.archive and source.archive.period not in theirs
    ]
    national = {real_site.national.title} if real_site.national else set()
    return {
        real_site.board.name,
        real_site.board.abbreviation,
        real_site.board.area,
        "Weston",
        *national,
        *years,
        *(year.replace("–", "-") for year in years),
    }


@ours_alone
def test_nothing_of_one_board_is_on_the_site_of_another(files: Files, ours: set[str]) -> None:
    assert {name.rpartition(".")[2] for name in files} == {ending[1:] for ending in TEXTS}
    assert [
        (name, word)
        for name, text in files.items()
        for word in ours
        if word.lower() in text.lower()
    ] == []


# What no reader reads as words: domains, addresses and names of styles. And another body's name.
NO_WORDS = re.compile(
    r'board\.example|(sub-groups|board-minutes|meetings-board)[\w.-]*|class="[^"]*"|health board',
    re.IGNORECASE,
)
ONE_BODYS_WORDS = re.compile(r"\bboards?\b|\bsub-?groups?\b", re.IGNORECASE)


def test_no_page_calls_a_partnership_a_board(files: Files) -> None:
    words = {
        name: NO_WORDS.sub("", text.replace("\n ", "") if name.endswith(".ics") else text)
        for name, text in files.items()
        if not re.match(r"assets/|search/(kept|\w+/words-\d+)\.json", name)
    }
    assert [
        (name, said[0]) for name, text in words.items() for said in ONE_BODYS_WORDS.finditer(text)
    ] == []
    assert "The partnership’s task groups" in words["report/people/index.html"]
    assert "Practice task group" in words["procedures/listening/index.html"]
    assert "To be confirmed by the partnership." in words["training/calendar.ics"]


def test_every_page_names_the_other_board(files: Files, others: Site) -> None:
    pages = {name: text for name, text in files.items() if name.endswith(".html")}
    assert len(pages) > 20
    titles = {name: re.findall("<title>(.*?)</title>", text) for name, text in pages.items()}
    assert [name for name, title in titles.items() if others.board.name not in title[0]] == []


def test_calendars_and_feed_are_the_other_boards_own(files: Files, others: Site) -> None:
    feeds = [text for name, text in files.items() if name.endswith(".ics") or name == "updates.xml"]
    assert feeds
    assert all(others.board.name in text.replace("\r\n ", "") for text in feeds)
    assert f"{others.board.site_url}sitemap.xml" in files["robots.txt"]
    assert f"<loc>{others.board.site_url}about/privacy/</loc>" in files["sitemap.xml"]


def test_board_without_a_card_promises_none(files: Files, others: Site) -> None:
    assert f'<meta property="og:title" content="{others.board.name}">' in files["index.html"]
    assert "og:image" not in files["index.html"]


def test_figures_stand_beside_the_other_boards_own_country(files: Files) -> None:
    assert "Beside Exampland" in files["performance/index.html"]
    assert "Exampland 72.5% in 2019/20." in files["performance/in-time/index.html"]


def test_each_report_of_the_other_board_has_its_own_money(files: Files) -> None:
    first, second = files["report/money/index.html"], files["report-2020-21/money/index.html"]
    assert "Archive: 2019–20" in first
    assert "2,900" in first
    assert "3,100" not in first
    assert "Archive: 2020–21" in second
    assert "3,100" in second
    assert "2,900" not in second


def test_publication_has_its_page_and_its_files(files: Files, other_site: Path) -> None:
    page = files["publications/child-a/index.html"]
    assert "PDF, 2 KB, 3 pages" in page
    for name, made in FILES.items():
        assert (other_site / "assets" / name).read_bytes() == made


def test_wide_picture_is_light_and_leads_to_the_whole_one(files: Files, other_site: Path) -> None:
    page = files["about/index.html"]
    assert (
        '<a href="../assets/squares.png"><img src="../assets/squares.png~light.webp" width="1280"'
        ' height="1280" decoding="async" alt="Four large squares in two kinds of grey"></a> <span'
        ' class="file" data-search-exclude>(Picture, PNG, 9 KB)</span>'
    ) in page
    light = (other_site / "assets/squares.png~light.webp").read_bytes()
    assert light.startswith(b"RIFF")
    assert len(light) < len(FILES["squares.png"])
    assert not any("Picture, PNG" in str(page) for page in searched.pages(other_site).values())


def test_what_is_no_longer_current_keeps_its_address_and_nothing_leads_there(
    files: Files, other_site: Path
) -> None:
    """But for the newer version, a page that names it, and what says that it is gone."""
    found = searched.pages(other_site)
    for id in ("first-visit", "escalation-2024"):
        here = f"publications/{id}/"
        assert '<meta name="robots" content="noindex">' in files[f"{here}index.html"]
        assert here not in found
        assert here not in files["sitemap.xml"]
        assert f"{id}/" not in files["publications/index.html"]
        assert f"{id}/" not in files["a-z/index.html"]
    assert "publications/child-a/" in found
    assert "publications/child-a/" in files["sitemap.xml"]


def test_lists_of_a_few_are_pages_that_no_search_finds(files: Files, other_site: Path) -> None:
    for here in ("kinds/review", "subjects/working-together", "audiences/schools"):
        page = files[f"publications/{here}/index.html"]
        assert "All publications" in page
        assert '<a href="../../">Publications</a>' in page  # where you are
        assert f"publications/{here}/" not in searched.pages(other_site)


def test_publications_are_in_the_feed_and_in_the_data(files: Files) -> None:
    assert "https://board.example/publications/child-a/" in files["updates.xml"]
    assert "publications/child-a/" in files["data/publications.csv"]
    assert "assets/reviews/child-a.pdf" in files["data/documents-of-publications.json"]


SQUARES = "![Four large squares in two kinds of grey](../assets/squares.png)\n"


def publish_nothing(board: Path) -> None:
    """Take away what the board published."""
    for folder in ("data/publications", "docs/publications", "docs/assets"):
        shutil.rmtree(board / folder)
    edit(board, "docs/.nav.yml", "  - Publications: publications\n", "")
    edit(board, "docs/about/index.md", "[poster](../assets/poster.png)", "poster")
    edit(board, "docs/about/index.md", SQUARES, "")


def test_board_that_publishes_nothing_has_no_word_of_it(invented_board: Path) -> None:
    publish_nothing(invented_board)
    made = texts(build_other(invented_board))
    assert [name for name, text in made.items() if "publication" in (name + text).lower()] == []


def test_every_call_is_made_by_the_other_board() -> None:
    pages = " ".join(path.read_text("utf-8") for path in (OTHER / "docs").rglob("*.md"))
    assert [call for call in CALLS if not re.search(rf"\[\[ {call}\(", pages)] == []


def test_every_kind_of_file_is_there() -> None:
    """But for those that hold one entry each: this board has lists."""
    listed = [name for name, model in Site.kinds().items() if not model.entry_of]
    assert [name for name in listed if not list((OTHER / "data").glob(name))] == []


def test_other_board_says_that_it_is_invented(files: Files, others: Site) -> None:
    for path in [*(OTHER / "data").rglob("*.yml"), OTHER / "docs/.nav.yml"]:
        assert path.read_text("utf-8").startswith("# Invented for testing: "), path
    assert "invented for testing" in files["index.html"]
    for source in others.sources.values():
        told = source.archive.notice if source.archive else source.title
        assert "invented" in told


def test_invented_numbers_reach_nobody(others: Site) -> None:
    """But for the one that every board shares, they are of those that Ofcom keeps for drama."""
    phones = {contact.phone for contact in others.contacts.values()}
    assert [
        phone
        for phone in phones
        if phone != "999"
        and not re.fullmatch(r"(01632 960\d{3}|0808 157 0\d{3})( ext \d+)?", phone or "")
    ] == []


def test_other_board_keeps_its_own_bank_holidays(invented_board: Path) -> None:
    edit(invented_board, "data/training/programme.yml", "2027-01-12 10:00", "2027-01-04 10:00")
    edit(invented_board, "data/training/programme.yml", "2027-01-12 13:00", "2027-01-04 13:00")
    assert [
        "2027-01-04 is a bank holiday" in str(found)
        for found in checks.warnings(load_site(invented_board), Days(NOW.date(), NOW.date()))
    ] == [True]
    edit(invented_board, "data/board.yml", "GB-SCT", "GB-ENG")
    assert list(checks.warnings(load_site(invented_board), Days(NOW.date(), NOW.date()))) == []


def test_board_without_figures_of_its_country_is_compared_with_nothing(
    invented_board: Path,
) -> None:
    edit(invented_board, "data/performance/framework.yml", "mark: national", "mark: other")
    author = Author(load_site(invented_board), here=lambda: "performance/", now=NOW)
    for words in ("Beside Exampland", "Beside the latest figure"):
        assert words not in author.performance_answer() + author.indicator_summary()
    assert author.indicator_summary("help").count("<td") == 3 * 4


def test_board_that_has_no_procedure_yet_can_be_built(invented_board: Path) -> None:
    (invented_board / "docs/procedures/listening.md").unlink()
    (invented_board / "docs/about/leaflets/listening.md").unlink()
    (invented_board / "data/changes.yml").write_text("changes: []\n", "utf-8")
    publish_nothing(invented_board)
    (invented_board / "data/plans/2025-28.yml").unlink()
    shutil.rmtree(invented_board / "docs/plan-2025-28")
    edit(invented_board, "docs/.nav.yml", "  - Plan 2025–28: plan-2025-28\n", "")
    corrected = '{value: 60.0, revised: {on: 2020-09-01, was: "61.0", why: Reviews of one office'
    was_twice = f"{corrected} were counted twice.}}}}"
    edit(invented_board, "data/performance/children.yml", was_twice, "60.0")
    for path in [
        *(invented_board / "data").rglob("*.yml"),
        *(invented_board / "docs").rglob("*.md"),
    ]:
        path.write_text(
            path.read_text("utf-8")
            .replace("procedures/listening.md", "procedures/index.md")
            .replace("procedures/listening/", "procedures/"),
            "utf-8",
        )
    assert "updates.xml" not in texts(build_other(invented_board))


def test_page_of_a_long_section_leads_to_its_first_page_and_its_neighbours(
    invented_board: Path,
) -> None:
    """Not to all: each page would carry the whole list."""
    for number in range(10, 50):
        (invented_board / f"docs/about/point-{number}.md").write_text(
            f"---\ntitle: Point {number}\ndescription: One of many.\n---\n\n# Point {number}\n"
        )
    page = texts(build_other(invented_board))["about/point-20/index.html"]
    listed = page.partition('aria-labelledby="section">')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]*)"', listed) == ["../", "../point-19/", "./", "../point-21/"]


def test_build_that_would_replace_a_file_is_refused_at_its_line(invented_board: Path) -> None:
    """A file in the assets of a folder, which no check knows of."""
    (invented_board / "docs/about/assets").mkdir()
    (invented_board / "docs/about/assets/a.txt").write_text("a")
    edit(invented_board, "data/redirects.yml", "from: old/report.pdf", "from: about/assets/a.txt")
    done = run(ROOT, "--board", str(invented_board), "build")
    assert done.returncode == 1
    assert done.stderr == (
        "data/redirects.yml:4:6: from: about/assets/a.txt has no place of its own on the site:"
        " another file stands there; delete this line\n"
    )
