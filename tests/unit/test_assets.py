"""A picture that could run a script is refused, and one that only shows is taken. A file that is
not what its name says is known."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeguarding import assets, limits
from safeguarding.assets import Asset
from tests.conftest import OTHER
from tests.invented_files import FILES, docx, odt, packed, pdf, png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
RUNNING = {
    "<script>alert(1)</script>": "<script>",
    '<s:script xmlns:s="http://www.w3.org/2000/svg"/>': "<script>",
    '<path onload="alert(1)"/>': "onload=",
    '<path ONLOAD="alert(1)"/>': "onload=",
    '<a xlink:href="&#x6a;avascript:alert(1)"/>': "a link",
    '<a href="https://example.org/"/>': "a link",
    '<use href="other.svg#a"/>': "a link",
    '<image href="data:image/svg+xml,a"/>': "a link",
    "<foreignObject><p/></foreignObject>": "<foreignObject>",
    '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>': "<set>",
    '<embed xmlns="http://www.w3.org/1999/xhtml" src="https://a.example/"/>': "<embed>",
    '<m:mi xmlns:m="http://www.w3.org/1998/Math/MathML"/>': "<mi>",
    "<iframe/>": "<iframe>",
    "<style>@import 'https://a.example/a.css';</style>": "an address of another site",
    '<path fill="URL( https://a.example/a.svg#a)"/>': "an address of another site",
    '<path style="cursor: \\75rl(//a.example)"/>': "an address of another site",
    '<set attributeName="fill" to="url(//a.example/a#a)"/>': "an address of another site",
    "<path": "something that keeps it from being read",
}
SHOWING = (
    '<path d="M0 0h1"/><use href="#a"/><image xlink:href="data:image/png;base64,AA=="/>',
    '<circle r="1"><animate attributeName="r" to="2"/></circle><style>path {fill: red}</style>',
    '<filter id="a"><feBlend in="b"/></filter><path filter="url(#a)" style="fill: url(\'#b\')"/>',
    '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:pageopacity="0.0"/>',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    '<style>@font-face {src: url("data:font/woff2;base64,AA==")}</style>',
)


@pytest.mark.parametrize("body", RUNNING)
def test_picture_that_could_run_is_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(body))
    assert assets.problem(tmp_path / "a.svg").startswith(f"has {RUNNING[body]} in it, and a")


@pytest.mark.parametrize(
    "whole",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b'<?xml-stylesheet href="a.css"?><svg/>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"),
    ],
)
def test_picture_that_declares_is_refused(tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "a.svg").write_bytes(whole)
    assert assets.problem(tmp_path / "a.svg").startswith("has a declaration in it")


@pytest.mark.parametrize("body", SHOWING)
def test_picture_that_only_shows_is_taken(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(body))
    assert assets.problem(tmp_path / "a.svg") == ""


def test_pdf_with_a_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("A") + b"/S /JavaScript /JS (a)")
    assert assets.problem(tmp_path / "a.pdf").startswith("has a program in it")


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)
WEB_PAGE = b"\n<!DOCTYPE html><html><title>Log in</title></html>"
TRUE = {
    "a.pdf": pdf("A"),
    "a.docx": docx("A"),
    "a.xlsx": packed({"xl/workbook.xml": ""}),
    "a.pptx": packed({"ppt/presentation.xml": ""}),
    "a.odt": odt("A"),
    "a.ods": odt("A"),
    "a.zip": packed({}),
    "a.csv": b"a,b\n1,\xe9\n",
    "b.csv": "a,b".encode("utf-16"),
    "a.txt": b"A.",
    "a.png": png(),
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xe1",
    "a.gif": b"GIF89a",
    "a.webp": b"RIFF\x0a\x0b\x0c\x0dWEBP",
    "a.svg": b"<svg/>",
    "b.svg": b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- A -->\n<svg viewBox="0 0 1 1"/>',
    "a.ico": b"\0\0\1\0",
    "a.woff2": b"wOF2",
    "a.mp3": b"ID3",
    "b.mp3": b"\xff\xfb",
    "a.mp4": b"\0\0\0\x18ftypmp42",
    "a.vtt": b"\xef\xbb\xbfWEBVTT\n",
}
FALSE = {
    "a.pdf": WEB_PAGE,
    "a.docx": OLD_OFFICE,
    "b.docx": packed({"xl/workbook.xml": ""}),
    "a.xlsx": docx("A"),
    "a.odt": docx("A"),
    "a.zip": pdf("A"),
    "a.csv": WEB_PAGE,
    "b.csv": docx("A"),
    "c.csv": OLD_OFFICE,
    "a.txt": pdf("A"),
    "a.png": b"\xff\xd8\xff\xe0",
    "a.jpg": png(),
    "a.svg": WEB_PAGE,
    "a.mp4": b"ID3",
    "a.vtt": b"1\n00:00 --> 00:01",
}


def asset(folder: Path, name: str, made: bytes) -> Asset:
    (folder / name).write_bytes(made)
    return Asset(folder / name)


def test_every_kind_is_known() -> None:
    assert {name.partition(".")[2] for name in TRUE} == {*assets.KINDS}


@pytest.mark.parametrize("name", TRUE)
def test_file_is_what_its_name_says(tmp_path: Path, name: str) -> None:
    assert asset(tmp_path, name, TRUE[name]).is_what_it_says


@pytest.mark.parametrize("name", FALSE)
def test_file_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    assert not asset(tmp_path, name, FALSE[name]).is_what_it_says


@pytest.mark.parametrize(
    "name", [name for name in TRUE if name[2:] not in ("jpg", "jpeg", "gif", "webp")]
)
def test_file_that_is_what_it_says_can_be_given(tmp_path: Path, name: str) -> None:
    assert assets.problem(asset(tmp_path, name, TRUE[name]).path) == ""


def test_remarks_above_what_is_no_svg_take_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<!---->" * 60 + "<g/>")  # each could end with any other
    assert assets.problem(tmp_path / "a.svg").startswith("is no file of the kind .svg")


@pytest.mark.parametrize("name", sorted({*FALSE} - {"a.svg"}))  # which is told what it has in it
def test_file_that_is_not_is_told(tmp_path: Path, name: str) -> None:
    kind = name.partition(".")[2]
    assert assets.problem(asset(tmp_path, name, FALSE[name]).path) == (
        f"is no file of the kind .{kind}, whatever its name says; open it, and save it anew as one"
    )


def test_file_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    assert assets.problem(asset(tmp_path, "a.pdf", b"").path) == (
        "has nothing in it; put the file there once more"
    )


def test_huge_file_is_told_with_the_limit(tmp_path: Path) -> None:
    huge = asset(tmp_path, "a.txt", b"A").path
    with huge.open("r+b") as file:
        file.truncate(limits.GIVEN)
        assert "MB" not in assets.problem(huge)
        file.truncate(limits.GIVEN + 35_000_000)
    assert assets.problem(huge).startswith("has 60 MB, and a reader on a telephone would wait")


def test_file_tells_its_kind_its_size_and_its_pages(tmp_path: Path) -> None:
    one = asset(tmp_path, "a.pdf", pdf("A", 3))
    assert (one.kind, one.size, one.pages) == ("pdf", len(pdf("A", 3)), 3)
    assert asset(tmp_path, "a.docx", docx("A")).pages is None


def test_files_are_found_by_the_way_to_them(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    asset(tmp_path, "b/c.txt", b"C")
    asset(tmp_path, "a.txt", b"A")
    assert list(assets.found(tmp_path)) == ["a.txt", "b/c.txt"]
    assert assets.found(tmp_path / "none") == {}


@pytest.mark.parametrize("name", FILES)
def test_file_of_the_invented_board_is_as_it_was_made_and_says_so(name: str) -> None:
    path = OTHER / "docs/assets" / name
    assert path.read_bytes() == FILES[name]
    assert Asset(path).is_what_it_says
    content = b"".join(unpacked(path)) if zipfile.is_zipfile(path) else path.read_bytes()
    assert b"Invented for testing" in content


def unpacked(path: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(path) as whole:
        yield from map(whole.read, whole.namelist())


def test_every_file_of_the_invented_board_is_made() -> None:
    assert {*assets.found(OTHER / "docs/assets")} == {*FILES}
