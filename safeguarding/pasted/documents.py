"""A Word or OpenDocument file -> a page: its text as the Markdown of this site. Remarks and words
that someone deleted stay behind, which is told."""

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from safeguarding.pasted.blocks import Converter, Node, plain
from safeguarding.problem import Place, Problem, Problems

KINDS = (".docx", ".odt")
LARGEST = 50_000_000  # bytes of all that is packed in the file
READERS = {".docx": "docx+empty_paragraphs", ".odt": "odt"}
# Without what only other sites read; a point goes on four spaces in.
WRITER = "markdown_strict+pipe_tables+four_space_rule"
MAY_BE_HEADING = r"[^\W\d_].{2,70}(?<![.,;:!?…])"
SENTENCE = re.compile(r"[.!?](\W|$)")
FIRST_POINT = re.compile(r"^( *)(-|\d+\.) {2,3}(?=\S)", re.M)
BRACE = re.compile(r"(?<!\\)[{}]")
NO_LINK = re.compile(r"(?<!\])\\([()])")  # a bracket that needs no mark before it
REMARKS = re.compile(rb"<w:comment |<office:annotation[ >]")
CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) |<text:changed-region")
HIDDEN = re.compile(rb'<w:vanish/>|<w:vanish w:val="(?:1|true|on)"/>|text:display="none"')


@dataclass
class Picture:
    """A picture of a document: its bytes, the words that say what it shows, and those above it."""

    name: str
    data: bytes
    words: str
    above: str


@dataclass
class Table:
    """A table of a document: its caption, the words of its first row, and the heading above it."""

    caption: str
    begins: str
    above: str


@dataclass
class Document:
    """What is taken out of a file. `told` are sentences about what was left behind or changed."""

    title: str
    first: str  # its first paragraph
    pictures: list[Picture]
    tables: list[Table]
    told: list[str]
    _blocks: list[Node]

    def markdown(self, names: Sequence[str]) -> str:
        """Its text, with the captions of its tables, and its pictures under these addresses; one
        without an address or without words is left out."""
        text: str = _pandoc(json.dumps(_whole(self._blocks)), "json", WRITER)
        text = BRACE.sub(r"\\\g<0>", NO_LINK.sub(r"\1", text))
        text = FIRST_POINT.sub(r"\1\2 ", text.replace("<br />", "<br>"))
        for number, table in enumerate(self.tables):
            text = text.replace(_hole("table", number), f"/// caption\n{table.caption}\n///")
        for number, (picture, name) in enumerate(zip(self.pictures, names, strict=True)):
            shown = f"![{picture.words}]({name})" if name and picture.words else ""
            text = text.replace(_hole("picture", number), shown)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def read(path: Path) -> Document:
    """The document in a file. Raises Problems where it cannot be read, or has what nobody can see
    and pandoc would publish."""
    packed = _unpacked(path)
    if any(HIDDEN.search(data) for name, data in packed.items() if name.endswith(".xml")):
        raise _bad(
            path, "has hidden text, which would be published; show it in Word, delete it, and save"
        )
    whole = json.loads(_pandoc(path.read_bytes(), READERS[path.suffix.lower()], "json", path))
    converter = Converter(hole=_hole)
    blocks = converter.converted(whole["blocks"])
    title = plain(whole["meta"].get("title", {}).get("c", [])) or converter.take_title(blocks)
    blocks = converter.finished(blocks)
    pictures = [
        Picture(PurePosixPath(one.target).name, _data(packed, one.target), one.words, one.above)
        for one in converter.pictures
    ]
    tables = [Table(one.caption, one.begins, one.above) for one in converter.tables]
    told = [*_left_behind(packed), *converter.told, *_may_be_headings(blocks)]
    return Document(title, converter.first, pictures, tables, told, blocks)


def _hole(kind: str, number: int) -> str:
    """A word that stands in a text for a table's caption or a picture."""
    return f"hole{kind}{number}x"


def _whole(blocks: list[Node]) -> Node:
    return {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}


def _bad(path: Path, message: str) -> Problems:
    return Problems([Problem(Place(path.name), "", message)])


def _unpacked(path: Path) -> dict[str, bytes]:
    """{the name of each file packed in a document: what is in it}."""
    if path.suffix.lower() not in KINDS:
        raise _bad(path, "is no Word file that can be read here; save it as .docx, or as .odt")
    try:
        with zipfile.ZipFile(path) as file:
            if sum(one.file_size for one in file.infolist()) > LARGEST:
                raise _bad(path, "is larger than 50 MB; make its pictures smaller, or divide it")
            return {name: file.read(name) for name in file.namelist()}
    except (OSError, zipfile.BadZipFile, RuntimeError):
        message = (
            "cannot be read; is its name right, and does it open in Word without a password? Save"
            " it anew as .docx"
        )
        raise _bad(path, message) from None


def _data(packed: dict[str, bytes], target: str) -> bytes:
    return next((data for name, data in packed.items() if name.endswith(target)), b"")


def _may_be_headings(blocks: Sequence[Node]) -> Iterator[str]:
    """What is asked of each short paragraph without a sign at its end above one that is a
    sentence: nobody but its author knows whether it is a heading."""
    for one, below in pairwise(blocks):
        if one["t"] == below["t"] == "Para":
            line, text = plain(one["c"]), plain(below["c"])
            is_picture = re.fullmatch(_hole("picture", 0).replace("0", r"\d+"), line)
            may_be = not is_picture and re.fullmatch(MAY_BE_HEADING, line)
            if may_be and SENTENCE.search(text):
                yield f"Is this a heading? “{line}”. If so, write ## and a space before it."


def _left_behind(packed: dict[str, bytes]) -> list[str]:
    """What is said of remarks and changes."""
    text = b"".join(data for name, data in packed.items() if name.endswith(".xml"))
    remarks, changes = len(REMARKS.findall(text)), len(CHANGES.findall(text))
    told = []
    if remarks:
        told.append(f"{remarks} of its remarks stayed behind: none is in the page.")
    if changes:
        told.append(
            f"{changes} of its tracked changes count as accepted: what was deleted is not in the"
            " page, what was added is. Read it."
        )
    return told


def _pandoc(text: str | bytes, reads: str, writes: str, path: Path | None = None) -> str:
    """What pandoc makes of a text. It reads and writes no other file."""
    try:
        import pypandoc
    except ImportError:
        raise _bad(
            path or Path("pandoc"),
            "needs pandoc, which is not here: make page fetches it, 34 MB",
        ) from None
    try:
        options = ["--track-changes=accept", "--wrap=none", "--markdown-headings=atx"]
        made: str = pypandoc.convert_text(text, writes, reads, options, sandbox=True)
    except RuntimeError:
        message = "cannot be read: is it a whole document? Save it anew as .docx"
        raise _bad(path or Path("pandoc"), message) from None
    return made
