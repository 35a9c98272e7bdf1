"""What a document of Word, Excel, PowerPoint or LibreOffice holds that nobody meant for its
readers: comments, tracked changes, what is hidden, programs."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

MOST = 100_000_000  # bytes, unpacked, of all the parts that are looked through
# What reading a packed file meets where it is damaged, locked, or packed as nobody else does.
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)
LOCKED = (
    "is damaged, or locked with a password, so nobody can look into it; open it, save it anew"
    " without a password, and put it here again"
)
TOO_MUCH = (
    f"unpacks to more than {MOST // 1_000_000} MB, which no reader's machine should have to hold;"
    " divide it"
)
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
        r"xl/workbook\.xml", rb"<sheet\b[^<>]*\bstate=\"(very)?[hH]idden\"", HIDDEN.format("sheets")
    ),
    Trace(
        r"xl/worksheets/.+\.xml",
        rb"<(row|col)\b[^<>]*\bhidden=\"(1|true)\"",
        HIDDEN.format("rows or columns"),
    ),
)
OF_POWERPOINT = (
    Trace(r"ppt/comments/.+\.xml", rb"<\w+:cm\b", COMMENTS),
    Trace(r"ppt/slides/.+\.xml", rb"<p:sld\b[^<>]*\bshow=\"(0|false)\"", HIDDEN.format("slides")),
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
        try:
            return _told(packed, traces)
        except UNREADABLE:
            return LOCKED


def _told(packed: zipfile.ZipFile, traces: tuple[Trace, ...]) -> str:
    """The first of the traces that is found, as it is told."""
    left, found = MOST, set()
    for part in packed.infolist():
        looked_for = [one for one in traces if re.fullmatch(one.part, part.filename)]
        if not looked_for:
            continue
        left -= part.file_size  # no more of it is ever unpacked
        if left < 0:
            return TOO_MUCH
        content = packed.read(part)
        found |= {one for one in looked_for if re.search(one.looks, content)}
    return next((one.told for one in traces if one in found), "")
