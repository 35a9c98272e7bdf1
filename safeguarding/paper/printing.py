"""Sheets -> PDF, by typst: tagged, PDF/UA-1, and of the same words always the same bytes."""

import datetime
import importlib.util
import json
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from safeguarding import pdf
from safeguarding.paper.sheets import Sheet
from safeguarding.problem import Place, Problem, Problems

TEMPLATES = Path(__file__).resolve().parent / "typst"
FONT = "font_source_sans_pro"
FACES = ("Regular", "It", "Semibold", "Bold", "BoldIt")
NEEDED = ("typst", "segno", FONT)
Format = Literal["pdf", "png"]
QUIET = 4  # modules of white around a QR code, as its standard asks


def is_possible() -> bool:
    """Whether what prints is installed."""
    return all(importlib.util.find_spec(name) for name in NEEDED)


def printed(sheet: Sheet) -> bytes:
    """The sheet as a PDF. Raises Problems where its page says more than fits on it."""
    made = compiled(sheet, "pdf")[0]
    if sheet.pages and pages(made) != sheet.pages:
        raise Problems([_too_long(sheet, f"would be {pages(made)} pages long")])
    return made


def pages(made: bytes) -> int:
    """How many pages a PDF has that was printed here."""
    return pdf.pages(made) or 0


def pictures(sheet: Sheet, dots_per_inch: int = 96) -> list[bytes]:
    """The pages of the sheet as PNG, as a person sees them."""
    return compiled(sheet, "png", dots_per_inch)


def compiled(sheet: Sheet, format: Format, dots_per_inch: int = 96) -> list[bytes]:
    """What typst makes of a sheet: a PDF, or the PNG of each of its pages."""
    import typst  # a wheel of its own, which only this needs

    content = dict(sheet.content)
    content["qr"] = _qr(content["url"]) if content["url"] else ""
    year, month, day = content["date"]
    try:
        made = typst.compile(
            TEMPLATES / f"{sheet.form}.typ",
            root=TEMPLATES,
            font_paths=[Path(_fonts().name)],
            ignore_system_fonts=True,
            format=format,
            ppi=dots_per_inch,
            sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
            pdf_standards=["ua-1"] if format == "pdf" else [],
            timestamp=datetime.datetime(year, month, day, tzinfo=datetime.UTC),
        )
    except typst.TypstError as error:
        raise Problems([_too_long(sheet, _said(error.message))]) from None
    return made if isinstance(made, list) else [made]


def _said(message: str) -> str:
    return message.partition("panicked with: ")[2].strip('"') or message


def _too_long(sheet: Sheet, what: str) -> Problem:
    message = f"{sheet.title}: {what}; say less, or choose another form"
    return Problem(Place(sheet.written), "paper", message)


@cache
def _fonts() -> tempfile.TemporaryDirectory[str]:
    """A folder with the faces that are used, and no others: of each there is a second file in
    another format, and which one typst took would be chance. It goes when Python ends."""
    folder = tempfile.TemporaryDirectory()
    for face in FACES:
        name = f"SourceSansPro-{face}.ttf"
        (Path(folder.name) / name).write_bytes((files(FONT) / "files" / name).read_bytes())
    return folder


@cache
def _qr(url: str) -> str:
    """A QR code as an SVG that leads to an address."""
    import segno  # which only this needs

    code = segno.make(url, error="m", micro=False)
    svg: str = code.svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True)
    return svg
