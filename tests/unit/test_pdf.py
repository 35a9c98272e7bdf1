"""How many pages a PDF has: said where its tree and a count of its pages agree, and not guessed
otherwise."""

import zlib

import pytest

from safeguarding import pdf
from tests.invented_files import pdf as made

TREE = b"<< /Type /Pages /Kids [1 0 R 2 0 R] /Count 2 >>"
PAGES = b"<< /Type /Page >> << /Type/Page/Rotate 0 >>"


def packed(content: bytes) -> bytes:
    """A newer PDF, which packs what describes its pages."""
    body = zlib.compress(content)
    head = f"<</Type/ObjStm/N 3/First 12/Filter/FlateDecode/Length {len(body)}>>stream\r\n"
    return b"%PDF-1.5\n" + head.encode() + body + b"\nendstream startxref 9"


@pytest.mark.parametrize("pages", [1, 2, 14])
def test_pages_are_counted(pages: int) -> None:
    assert pdf.pages(made("A", pages)) == pages


def test_packed_pages_are_counted() -> None:
    assert pdf.pages(packed(TREE + PAGES)) == 2


@pytest.mark.parametrize(
    "tree",
    [
        b"<< /Count 2 /Type /Pages /Kids [1 0 R 2 0 R] >>",
        b"<</Kids[1 0 R\n2 0 R]/MediaBox[0 0 1 1]/Count 2/Type/Pages>>",
    ],
)
def test_keys_of_the_tree_stand_in_any_order(tree: bytes) -> None:
    assert pdf.pages(b"%PDF-1.4 " + tree + PAGES) == 2


def test_branches_within_the_tree_are_no_pages() -> None:
    branch = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    assert pdf.pages(b"%PDF-1.4 " + branch + TREE + branch + PAGES) == 2


def test_list_of_contents_is_no_tree_of_pages() -> None:
    assert pdf.pages(b"%PDF-1.4 << /Type /Outlines /Count 40 >> endobj " + TREE + PAGES) == 2


@pytest.mark.parametrize(
    "unsure",
    [
        b"",
        b"%PDF-1.4 nothing",
        b"%PDF-1.4 " + TREE,
        b"%PDF-1.4 " + PAGES,
        b"%PDF-1.4 " + TREE + b"<< /Type /Page >>",
        b"%PDF-1.5\n<</Type/ObjStm>>stream\nno such thing",
        made("A", 2) + b"startxref 9",
    ],
)
def test_what_is_not_sure_is_not_said(unsure: bytes) -> None:
    assert pdf.pages(unsure) is None


def test_file_that_is_laid_out_for_the_web_has_two_ends() -> None:
    linear = b"%PDF-1.4 << /Linearized 1 >> startxref 0 " + TREE + PAGES + b" startxref 9"
    assert pdf.pages(linear) == 2
    assert pdf.pages(linear + b" startxref 10") is None


def test_file_is_looked_through_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST", len(made("A")))
    assert pdf.pages(made("A")) == 1
    monkeypatch.setattr(pdf, "MOST", len(made("A")) - 1)
    assert pdf.pages(made("A")) is None


SPOKEN = b"/StructTreeRoot 1 0 R /Title (A)"


@pytest.mark.parametrize(
    ("pdf_says", "lacks"),
    {
        SPOKEN: (),
        b"/Title (A)": ("tags",),
        b"/StructTreeRoot 1 0 R": ("title",),
        b"/StructTreeRoot 1 0 R /Title ()": ("title",),
        b"/StructTreeRoot 1 0 R /Title <FEFF>": ("title",),
        b"/StructTreeRoot 1 0 R /Title <FEFF0041>": (),
        b"/StructTreeRoot 1 0 R <dc:title><rdf:Alt><rdf:li>A</rdf:li></rdf:Alt></dc:title>": (),
        b"/StructTreeRoot 1 0 R <dc:title><rdf:Alt><rdf:li/></rdf:Alt></dc:title>": ("title",),
        b"/StructTreeRoot 1 0 R /Encrypt 2 0 R": (),
    }.items(),
)
def test_what_a_screen_reader_misses_is_found(pdf_says: bytes, lacks: tuple[str, ...]) -> None:
    assert pdf.lacks(b"%PDF-1.7 " + pdf_says) == lacks
    assert pdf.lacks(packed(pdf_says)) == lacks


@pytest.mark.parametrize(
    ("pdf_says", "runs"),
    {
        b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>": True,
        b"/Names << /J#61va#53cript 3 0 R >>": True,
        b"/S/Launch /F (a.exe)": True,
        b"/Title (Against /JavaScripts and /Launches)": False,
        b"/S /GoTo /D [3 0 R /Fit]": False,
    }.items(),
)
def test_program_in_it_is_found(pdf_says: bytes, runs: bool) -> None:
    assert pdf.runs(b"%PDF-1.7 " + pdf_says) is runs
    assert pdf.runs(packed(pdf_says)) is runs


def test_invented_pdf_can_be_read_aloud() -> None:
    assert pdf.lacks(made("A")) == ()


@pytest.mark.parametrize("part", [b"", zlib.compress(b"a" * 4_000_000)])
def test_pdf_that_packs_very_much_is_not_looked_through(part: bytes) -> None:
    many = b"%PDF-1.7\n" + (b"/Type/ObjStm stream\n" + part) * (20 if part else 20_000)
    assert not pdf.can_be_looked_through(many)
    assert pdf.can_be_looked_through(packed(TREE + PAGES))


def test_number_that_nobody_means_is_no_number_of_pages() -> None:
    tree = b"<< /Type /Pages /Kids [1 0 R] /Count " + b"9" * 5_000 + b" >>"
    assert pdf.pages(b"%PDF-1.4 " + tree + PAGES) is None
