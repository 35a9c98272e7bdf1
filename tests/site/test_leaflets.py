"""What the invented board prints, whatever that is: it can be read aloud, its code leads to its
page, and all of its words are there."""

import io
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typst", reason="make leaflets fetches it")

import pikepdf
import pypdf
import zxingcpp
from PIL import Image

from safeguarding.paper import printing, sheets, tree
from safeguarding.paper.sheets import Sheet, Web
from tests.conftest import NOW, OTHER, ROOT, Once, copied, run

URL = "https://board.example/"
ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.S)
FORMS = {*sheets.FORMS}


@pytest.fixture(scope="session")
def printed_site(once: Once) -> Path:
    """The site of the invented board with all that it prints."""

    def make(folder: Path) -> None:
        done = run(ROOT, "--board", str(copied(folder)), "build", "--leaflets")
        assert done.returncode == 0, done.stderr

    return once("printed", make) / "site"


@pytest.fixture(scope="session")
def printed(printed_site: Path) -> dict[str, Sheet]:
    """Every sheet, by the name of its file, made anew of the pages that were built."""
    from safeguarding.soundness import sound_site

    files = sorted(printed_site.rglob("index.html"))
    contents = {
        f"{file.parent.relative_to(printed_site)}/": article[1]
        for file in files
        if (article := ARTICLE.search(file.read_text("utf-8")))
    }
    web = Web(contents, URL, NOW.date())
    return {sheet.name: sheet for sheet in sheets.sheets(sound_site(OTHER), web)}


def words(pdf: Path) -> str:
    """The letters and figures of a PDF, as a screen reader takes them from it."""
    return letters("".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_board_prints_every_form(printed: dict[str, Sheet], printed_site: Path) -> None:
    assert {sheet.form for sheet in printed.values()} == FORMS
    assert all((printed_site / name).is_file() for name in printed)


def test_pdf_is_whole_tagged_and_declares_it(printed: dict[str, Sheet], printed_site: Path) -> None:
    for name, sheet in printed.items():
        with pikepdf.open(printed_site / name) as pdf:
            assert pdf.check_pdf_syntax() == [], name
            root = pdf.Root
            assert root.MarkInfo.Marked, name
            assert root.StructTreeRoot.K, name
            assert str(root.Lang).startswith("en"), name
            assert root.ViewerPreferences.DisplayDocTitle, name
            with pdf.open_metadata() as about:
                assert about["pdfuaid:part"] == "1", name
                assert about["dc:title"] == sheet.content["title"], name
            assert "/Outlines" in root, name
            assert len(pdf.pages) == (sheet.pages or len(pdf.pages)), name


def test_all_fonts_are_embedded(printed: dict[str, Sheet], printed_site: Path) -> None:
    for name in printed:
        with pikepdf.open(printed_site / name) as pdf:
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
            below = [font.DescendantFonts[0].FontDescriptor for font in fonts]
            assert below, name
            assert all("/FontFile2" in one or "/FontFile3" in one for one in below), name
            assert any("SourceSansPro-Bold" in str(one.FontName) for one in below), name


def test_same_pages_give_the_same_bytes(printed_site: Path, tmp_path: Path) -> None:
    """Of every form, also where Python orders its sets in another way."""
    board = str(copied(tmp_path))
    done = run(ROOT, "--board", board, "build", "--leaflets", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    first, again = files(printed_site), files(tmp_path / "site")
    assert first.keys() == again.keys()
    assert [name for name in first if first[name] != again[name]] == []


def files(site: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(site)): one.read_bytes() for one in site.rglob("*.pdf") if one.is_file()
    }


def test_code_in_the_picture_leads_to_a_page(printed: dict[str, Sheet], printed_site: Path) -> None:
    for name, sheet in printed.items():
        found = [code.text for page in pictures(sheet) for code in zxingcpp.read_barcodes(page)]
        assert set(found) == {sheet.content["url"]}, name
        assert len(found) == (5 if sheet.form == "cards" else 1), name
        way = sheet.content["url"].removeprefix(URL)
        assert (printed_site / way / "index.html").is_file(), name


def pictures(sheet: Sheet) -> list[Image.Image]:
    made = printing.pictures(sheet, 200)
    return [Image.open(io.BytesIO(page)).convert("L") for page in made]


def test_every_word_of_a_sheet_is_printed(printed: dict[str, Sheet], printed_site: Path) -> None:
    for name, sheet in printed.items():
        said = words(printed_site / name)
        missing = [text for text in meant(sheet) if letters(text) not in said]
        assert missing == [], name


def meant(sheet: Sheet) -> list[str]:
    """Each text that is to stand on a sheet. Paper does not lead to how a number was checked, and a
    card has room for what stands before the first heading alone."""
    content = sheet.content
    if sheet.form == "whole":
        return [content["title"], *(text for one in content["chapters"] for text in of(one))]
    if sheet.form == "action-card":
        return [
            text for key in ("state", "glance", "contacts", "back") for text in of(content[key])
        ]
    parts = content["parts"][:1] if sheet.form == "cards" else content["parts"]
    return [content["heading"], content["short"], *of(parts, doubtful=sheet.form != "cards")]


def of(node: Any, doubtful: bool = True) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, list):
        return [text for one in node for text in of(one, doubtful)]
    if "chapters" in node or "nodes" in node:
        return [node["title"], *of(node["nodes"])]
    classes = node["class"]
    if "doubtful" in classes:
        return [one for one in node["children"] if doubtful and isinstance(one, str)]
    if node["tag"] == "caption" and "quiet" in classes:
        return []
    return of(node["children"], doubtful)


def test_figure_on_paper_is_that_of_the_data(printed: dict[str, Sheet]) -> None:
    folded = printed["about/leaflets/listening/listening-folded.pdf"].content["parts"]
    poster = printed["about/leaflets/whom-to-call/whom-to-call-poster.pdf"].content["parts"]
    assert "Partners3" in tree.text([one for part in folded for one in part])
    assert "3 partners work together" in tree.text([one for part in poster for one in part])


def test_page_says_type_and_size_of_what_it_gives(
    printed: dict[str, Sheet], printed_site: Path
) -> None:
    for name, sheet in printed.items():
        page = (printed_site / sheet.page / "index.html").read_text("utf-8")
        size = round((printed_site / name).stat().st_size / 1024)
        pages = printing.pages((printed_site / name).read_bytes())
        counted = f"{pages} pages" if pages > 1 else "1 page"
        link = f'<a href="{Path(name).name}">{sheet.title}</a> <span class="file">'
        assert f"{link}(PDF, {size} KB, {counted})</span>" in page, name
    listed = (printed_site / "about/leaflets/index.html").read_text("utf-8")
    assert all(f'href="{way}"' in listed for way in ways_from_list(printed))


def ways_from_list(printed: dict[str, Sheet]) -> list[str]:
    return [f"../../{name}".replace("../../about/leaflets/", "") for name in printed]


def test_site_that_is_built_without_them_leads_to_none(other_site: Path) -> None:
    for file in other_site.rglob("*.html"):
        page = file.read_text("utf-8")
        assert 'class="paper"' not in page, file
        assert "<!--paper" not in page, file
    assert not list((other_site / "about/leaflets").rglob("*.pdf"))


def test_day_of_the_build_stands_on_it(printed: dict[str, Sheet]) -> None:
    assert {sheet.content["day"] for sheet in printed.values()} == {"23 November 2026"}
