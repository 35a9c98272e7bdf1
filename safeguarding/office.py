"""What a document of Word, Excel, PowerPoint or LibreOffice holds that nobody meant for its
readers: comments, tracked changes, what is hidden, programs."""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

MOST = 50_000_000  # bytes of one part that are looked through
COMMENTS = (
    "has comments in it, which any reader could read; in Word or Excel choose Review and delete all"
    " comments, save it, and put it here again"
)
TRACKED = (
    "has tracked changes in it, so any reader could read what was deleted; in Word choose Review"
    " and accept all changes, save it, and put it here again"
)
HIDDEN = (
    "has hidden {} in it, which any reader could show; show them, delete what is not for readers,"
    " save it, and put it here again"
)
PROGRAM = (
    "has a program in it (a macro), which no reader should have to trust; save it without, and put"
    " it here again"
)


class Trace(NamedTuple):
    """What is told where a part whose name looks like `part` has something that looks like
    `looks`."""

    part: str
    looks: bytes
    told: str


OF_WORD = (
    Trace(r"word/comments\w*\.xml", rb"<w:comment\b", COMMENTS),
    Trace(r"word/\w+\.xml", rb"<w:(ins|del|moveFrom|moveTo)\b", TRACKED),
)
OF_EXCEL = (
    Trace(r"xl/(comments\w*|comments/.+)\.xml", rb"<comment\b", COMMENTS),
    Trace(r"xl/threadedComments/.+\.xml", rb"<threadedComment\b", COMMENTS),
    Trace(r"xl/revisions/.+", rb"", TRACKED),
    Trace(
        r"xl/workbook\.xml", rb"<sheet\b[^>]*\bstate=\"(very)?[hH]idden\"", HIDDEN.format("sheets")
    ),
    Trace(
        r"xl/worksheets/.+\.xml",
        rb"<(row|col)\b[^>]*\bhidden=\"(1|true)\"",
        HIDDEN.format("rows or columns"),
    ),
)
OF_POWERPOINT = (
    Trace(r"ppt/comments/.+\.xml", rb"<\w+:cm\b", COMMENTS),
    Trace(r"ppt/slides/.+\.xml", rb"<p:sld\b[^>]*\bshow=\"(0|false)\"", HIDDEN.format("slides")),
)
OF_OPEN_DOCUMENTS = (
    Trace(r"content\.xml", rb"<office:annotation\b", COMMENTS),
    Trace(r"content\.xml", rb"<text:changed-region\b|<table:tracked-changes\b", TRACKED),
    Trace(r"content\.xml", rb"\btable:display=\"false\"", HIDDEN.format("sheets")),
    Trace(
        r"content\.xml",
        rb"\btable:visibility=\"(collapse|filter)\"",
        HIDDEN.format("rows or columns"),
    ),
    Trace(r"Basic/.+", rb"", PROGRAM),
)
MACROS = Trace(r"\w+/vbaProject\.bin", rb"", PROGRAM)
# By the end of a file's name: what its readers were not meant to get.
TRACES = {
    "docx": (*OF_WORD, MACROS),
    "xlsx": (*OF_EXCEL, MACROS),
    "pptx": (*OF_POWERPOINT, MACROS),
    "odt": OF_OPEN_DOCUMENTS,
    "ods": OF_OPEN_DOCUMENTS,
}


def left_in(path: Path, kind: str) -> str:
    """What is wrong with a document of that kind, and what to do; empty if nothing is, or if it is
    no document. It is a packed file that can be opened."""
    traces = TRACES.get(kind, ())
    if not traces:
        return ""
    with zipfile.ZipFile(path) as packed:
        return next(_found(packed, traces), "")


def _found(packed: zipfile.ZipFile, traces: tuple[Trace, ...]) -> Iterator[str]:
    @cache
    def content(name: str) -> bytes:
        with packed.open(name) as part:
            return part.read(MOST)

    for trace in traces:
        for name in packed.namelist():
            if re.fullmatch(trace.part, name) and re.search(trace.looks, content(name)):
                yield trace.told
