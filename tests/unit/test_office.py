"""What its author did not mean for readers is found in a document, and nothing in a clean one: each
is as small as the program itself writes that part."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from safeguarding import office
from tests.invented_files import docx, odt, packed

WORD = "<w:document><w:body><w:p>{}</w:p></w:body></w:document>"
SHEETS = '<workbook><sheets><sheet name="A" sheetId="1"{} r:id="rId1"/></sheets></workbook>'
SHEET = "<worksheet>{}<sheetData>{}</sheetData></worksheet>"
CONTENT = "<office:document-content>{}</office:document-content>"
COMMENTS, TRACKED, PROGRAM = office.COMMENTS, office.TRACKED, office.PROGRAM

LEFT: dict[str, tuple[str, Mapping[str, str], str]] = {
    "comment": (
        "docx",
        {"word/comments.xml": '<w:comments><w:comment w:id="0"><w:p/></w:comment></w:comments>'},
        COMMENTS,
    ),
    "deleted words": (
        "docx",
        {"word/document.xml": WORD.format('<w:del w:id="1"><w:delText>A</w:delText></w:del>')},
        TRACKED,
    ),
    "words put in": (
        "docx",
        {"word/footnotes.xml": WORD.format('<w:ins w:id="1" w:author="A"><w:r/></w:ins>')},
        TRACKED,
    ),
    "macro": ("docx", {"word/vbaProject.bin": ""}, PROGRAM),
    "hidden sheet": (
        "xlsx",
        {"xl/workbook.xml": SHEETS.format(' state="hidden"')},
        office.HIDDEN.format("sheets"),
    ),
    "sheet that Excel does not list": (
        "xlsx",
        {"xl/workbook.xml": SHEETS.format(' state="veryHidden"')},
        office.HIDDEN.format("sheets"),
    ),
    "hidden column": (
        "xlsx",
        {
            "xl/worksheets/sheet1.xml": SHEET.format(
                '<cols><col min="2" max="2" width="0" hidden="1"/></cols>', ""
            )
        },
        office.HIDDEN.format("rows or columns"),
    ),
    "comment in a sheet": (
        "xlsx",
        {"xl/comments1.xml": '<comments><commentList><comment ref="A1"/></commentList></comments>'},
        COMMENTS,
    ),
    "hidden slide": (
        "pptx",
        {"ppt/slides/slide2.xml": '<p:sld xmlns:p="a" show="0"/>'},
        office.HIDDEN.format("slides"),
    ),
    "comment on a slide": (
        "pptx",
        {"ppt/comments/comment1.xml": "<p:cmLst><p:cm/></p:cmLst>"},
        COMMENTS,
    ),
    "remark of LibreOffice": (
        "odt",
        {"content.xml": CONTENT.format("<office:annotation/>")},
        COMMENTS,
    ),
    "change that LibreOffice tracks": (
        "odt",
        {"content.xml": CONTENT.format("<text:changed-region/>")},
        TRACKED,
    ),
    "sheet that LibreOffice hides": (
        "ods",
        {"content.xml": CONTENT.format('<style:table-properties table:display="false"/>')},
        office.HIDDEN.format("sheets"),
    ),
}
CLEAN: dict[str, tuple[str, Mapping[str, str]]] = {
    "list of comments that were deleted": ("docx", {"word/comments.xml": "<w:comments/>"}),
    "words that begin alike": (
        "docx",
        {"word/document.xml": WORD.format("<w:instrText>A</w:instrText><w:insideH/>")},
    ),
    "sheets and rows that are shown": (
        "xlsx",
        {
            "xl/workbook.xml": SHEETS.format(' state="visible"'),
            "xl/worksheets/sheet1.xml": SHEET.format("", '<row r="1" hidden="0"/>'),
        },
    ),
    "kind that is no document": ("zip", {"word/comments.xml": "<w:comment/>"}),
}


def left_in(folder: Path, kind: str, parts: Mapping[str, str]) -> str:
    path = folder / f"a.{kind}"
    path.write_bytes(packed(parts))
    return office.left_in(path, kind)


@pytest.mark.parametrize("left", LEFT)
def test_what_is_left_in_a_document_is_told(tmp_path: Path, left: str) -> None:
    kind, parts, told = LEFT[left]
    assert left_in(tmp_path, kind, parts) == told


def _locked(document: bytes) -> bytes:
    """The same with the mark of a password at each part."""
    marked = bytearray(document)
    for begins, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(begins), document):
            marked[found.start() + flags] |= 1
    return bytes(marked)


@pytest.mark.parametrize(
    "unreadable", [_locked(docx("A")), docx("Words").replace(b"Words", b"Other", 1)]
)
def test_document_that_nobody_can_look_into_is_refused(tmp_path: Path, unreadable: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(unreadable)
    assert office.left_in(path, "docx") == office.LOCKED


def test_document_that_unpacks_to_very_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MOST", 50)
    parts = {"word/document.xml": "a" * 30, "word/footnotes.xml": "b" * 30}
    assert left_in(tmp_path, "docx", parts) == office.TOO_MUCH
    assert left_in(tmp_path, "docx", {"word/document.xml": "a" * 30, "word/media": "b" * 30}) == ""


@pytest.mark.parametrize("clean", CLEAN)
def test_what_is_meant_is_not_told(tmp_path: Path, clean: str) -> None:
    assert left_in(tmp_path, *CLEAN[clean]) == ""


@pytest.mark.parametrize("made", [docx("A"), odt("A")])
def test_plain_document_is_clean(tmp_path: Path, made: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(made)
    assert office.left_in(path, "docx" if made == docx("A") else "odt") == ""
