"""Old addresses as pages that lead on."""

from pathlib import Path

import pytest

from safeguarding.exports import redirects
from safeguarding.exports.hosting import POLICY
from safeguarding.problem import Problems
from safeguarding.site import Site
from tests.small import small_site

REDIRECTS = "data/redirects.yml"


@pytest.mark.parametrize(
    ("old", "new", "page", "way"),
    [
        ("old.pdf", "check/", "old.pdf/index.html", "../check/"),
        ("a/b/old.pdf", "check/", "a/b/old.pdf/index.html", "../../../check/"),
        ("old.html", "check/", "old.html", "check/"),
        ("a/b/old.html", "check/", "a/b/old.html", "../../check/"),
        ("check/old.html", "check/", "check/old.html", "./"),
        ("old.pdf", "check/#part", "old.pdf/index.html", "../check/#part"),
        ("assets/old.pdf", "assets/new.pdf", "assets/old.pdf/index.html", "../new.pdf"),
    ],
)
def test_page_of_an_old_address_knows_the_way(
    tmp_path: Path, old: str, new: str, page: str, way: str
) -> None:
    more = f"redirects:\n  - {{from: {old}, to: {new}, was: A tool}}\n"
    redirects.write(small_site({REDIRECTS: ("redirects:\n", more)}), tmp_path)
    written = (tmp_path / page).read_text("utf-8")
    assert f'<meta http-equiv="refresh" content="0; url={way}">' in written
    assert f'<p>A tool stood here. <a href="{way}">' in written
    assert '<meta name="robots" content="noindex">' in written
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in written


def test_every_old_address_has_a_page_that_says_what_was_there(tmp_path: Path) -> None:
    redirects.write(small_site(), tmp_path)
    (page,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert page.relative_to(tmp_path).as_posix() == "old/report.pdf/index.html"
    board = "Example Vale Safeguarding Children Partnership"
    said = f"<title>The annual report for 2019–20 has moved – {board}</title>"
    assert said in page.read_text("utf-8")
    assert page.read_text("utf-8").endswith("</html>\n")


def test_every_old_address_of_the_real_site_has_its_page(real_site: Site, tmp_path: Path) -> None:
    redirects.write(real_site, tmp_path)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    old = [redirect.from_ for redirect in real_site.redirects]
    assert files == {one if one.endswith(".html") else f"{one}/index.html" for one in old}


@pytest.mark.parametrize("page", ["index.html", "page/index.html", "deep/file.txt/index.html"])
def test_old_address_never_takes_the_place_of_a_file(tmp_path: Path, page: str) -> None:
    """What no check can know of, as a file that a plugin writes."""
    site_folder = tmp_path / "built"
    for name in ("index.html", "page/index.html", "deep/file.txt"):
        (site_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (site_folder / name).write_text("as it was")
    site = small_site({REDIRECTS: ("from: old/report.pdf", f"from: {page}")})
    before = {path: path.read_text() for path in site_folder.rglob("*") if path.is_file()}
    with pytest.raises(Problems, match=f"{REDIRECTS}:4:6: from: .*has no place of its own"):
        redirects.write(site, site_folder)
    assert {path: path.read_text() for path in site_folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("taken", ["old.pdf", "old.pdf/index.html", "old.pdf/index.html/a"])
def test_page_takes_the_place_of_no_other_file(tmp_path: Path, taken: str) -> None:
    more = "redirects:\n  - {from: old.pdf, to: check/, was: A tool}\n"
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_text("as it was")
    with pytest.raises(Problems) as told:
        redirects.write(small_site({REDIRECTS: ("redirects:\n", more)}), tmp_path)
    assert str(told.value) == (
        "data/redirects.yml:4:6: from: old.pdf has no place of its own on the site: another file"
        " stands there; delete this line"
    )
    assert (tmp_path / taken).read_text() == "as it was"


def test_page_stands_in_the_site_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old").symlink_to(tmp_path)
    with pytest.raises(Problems, match="has no place of its own"):
        redirects.write(small_site(), site)
    assert not (tmp_path / "report.pdf").exists()


def test_page_may_stand_in_a_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "old/report.pdf").mkdir(parents=True)
    redirects.write(small_site(), tmp_path)
    assert (tmp_path / "old/report.pdf/index.html").exists()
