"""The files that readers are given as they are: of which kinds they can be, and why no others; how
large each is, and whether it is what its name says."""

import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from safeguarding import limits, office, pdf

OF_EASY_READ = "easy-read/"  # the folder of the pictures of Easy Read pages
PICTURES = ("png", "jpg", "jpeg", "gif", "webp")
KINDS = (
    *("pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt", "zip"),
    *PICTURES,
    *("svg", "ico", "woff2"),
    *("mp3", "mp4", "vtt"),
)
# Of kinds that no reader is given: what to do instead.
INSTEAD = {
    ("html", "htm", "xhtml", "js", "mjs", "xml", "xsl", "mht", "mhtml"): (
        "could run a script, which no page of this site may; write a page in docs/, or give it"
        " as a PDF"
    ),
    ("docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"): (
        "can hold a program (a macro), which no reader should have to trust; save it as .docx,"
        " .xlsx or .pptx"
    ),
    ("doc", "dot", "dotx", "rtf", "pages", "wps"): (
        "is of a kind that not every reader can open; save it as .docx, or as a PDF"
    ),
    ("xls", "xlt", "xltx", "numbers"): (
        "is of a kind that not every reader can open; save it as .xlsx"
    ),
    ("ppt", "pot", "pps", "ppsx", "odp", "key"): (
        "is of a kind that not every reader can open; save it as .pptx, or as a PDF"
    ),
    ("heic", "heif", "avif", "tif", "tiff", "bmp", "psd", "eps", "raw"): (
        "is a picture that not every browser shows; save it as .jpg (a photo) or .png (a drawing)"
    ),
    ("mov", "avi", "wmv", "mkv", "m4v", "webm", "flv", "mpg", "mpeg"): (
        "is a film that not every browser plays; put it where the board keeps its films, and link"
        " to it from a page: [Watch what it shows (4 minutes)](https://…)"
    ),
    ("exe", "msi", "bat", "cmd", "com", "scr", "ps1", "vbs", "jar", "sh", "app", "dmg", "apk"): (
        "is a program, which no reader is given; delete it"
    ),
    ("eml", "msg", "pst"): "is an e-mail, with the addresses of people in it; delete it",
}
# What an SVG is made of: shapes, words, paint and movement.
SVG = "http://www.w3.org/2000/svg"
NAMES_OF_SHAPES = """
    a animate animateMotion animateTransform circle clipPath defs desc ellipse filter g image line
    linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect set
    stop style svg switch symbol text textPath title tspan use view
"""
SHAPES = frozenset(NAMES_OF_SHAPES.split())
EFFECTS = re.compile(r"fe[A-Z]\w+")  # parts of a filter
# What programs that draw note for themselves is shown by no browser, but for the other languages of
# the web.
LANGUAGES = re.compile(r"http://www\.w3\.org/(?!1999/02/22-rdf-syntax-ns#)")
HELD = r"data:(image/(png|jpeg|gif|webp)|font/[\w-]+|application/(x-)?font-[\w-]+);"
OWN = re.compile(rf"[\s\"']*(#|{HELD})")  # where a link in a picture may lead
# What in its paint and its rules leads elsewhere, or hides that it does.
ELSEWHERE = re.compile(rf"\b(url|src)\((?!{OWN.pattern})|@(import|namespace)|image-set|\\", re.I)
ADDRESSES = ("href", "src", "base")
ANIMATED = re.compile(r"(.*:)?href", re.I)
MOVEMENTS = ("set", "animate")
DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)|<\?xml-stylesheet", re.I)
# How files of a kind begin; what stands first may be another thing, as in a film.
BEGINS = {
    "pdf": rb"%PDF-",
    "png": rb"\x89PNG\r\n\x1a\n",
    "jpg": rb"\xff\xd8\xff",
    "jpeg": rb"\xff\xd8\xff",
    "gif": rb"GIF8[79]a",
    "webp": rb"RIFF.{4}WEBP",
    "svg": rb"\s*(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*+-->\s*)*+<svg\b",
    "ico": rb"\x00\x00\x01\x00",
    "woff2": rb"wOF2",
    "mp3": rb"ID3|\xff[\xe2-\xff]",
    "mp4": rb".{4}ftyp",
    "vtt": rb"(\xef\xbb\xbf)?WEBVTT",
}
# What a packed file of a kind has in it.
HOLDS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/", "odt": "mimetype", "ods": "mimetype"}
NO_TEXT = re.compile(rb"%PDF-|PK\x03\x04|\s*<(!doctype|html)\b", re.I)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
BEGINNING = 4096  # bytes by which a file is known


@dataclass(frozen=True)
class Asset:
    """A file that readers are given. It is looked into when it is asked."""

    path: Path

    @property
    def kind(self) -> str:
        """What its name says it is, like pdf."""
        return self.path.suffix.removeprefix(".").lower()

    @cached_property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size

    @property
    def weight(self) -> int:
        """How many bytes a reader loads: a picture is written anew without its place."""
        if self.kind not in PICTURES:
            return self.size
        from safeguarding import pictures  # they take longer to load than the rest

        return pictures.weight(self.path)

    @cached_property
    def pages(self) -> int | None:
        """How many pages it has, if it is a PDF that says so."""
        return pdf.pages(self.path.read_bytes()) if self.kind == "pdf" else None

    @cached_property
    def lacks(self) -> tuple[str, ...]:
        """What a screen reader misses in it, if it is a PDF: tags, title."""
        return pdf.lacks(self.path.read_bytes()) if self.kind == "pdf" else ()

    @cached_property
    def is_what_it_says(self) -> bool:
        """Whether it begins as files of its kind do."""
        with self.path.open("rb") as file:
            beginning = file.read(BEGINNING)
        if self.kind in BEGINS:
            return re.match(BEGINS[self.kind], beginning, re.S) is not None
        if self.kind in (*HOLDS, "zip"):
            return _holds(self.path, HOLDS.get(self.kind, ""))
        is_text = beginning.startswith(UTF_16) or b"\0" not in beginning
        return is_text and not NO_TEXT.match(beginning)


def _holds(path: Path, name: str) -> bool:
    """Whether it is a packed file, with something of that name in it."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(one.startswith(name) for one in packed.namelist()) or not name
    except (zipfile.BadZipFile, OSError):
        return False


def found(folder: Path) -> dict[str, Asset]:
    """Each file of a folder and of those within it, by the way to it from there."""
    return {
        path.relative_to(folder).as_posix(): Asset(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def problem(path: Path) -> str:
    """What is wrong with the file at `path`, and what to do about it; empty if nothing is."""
    asset = Asset(path)
    return _wrong_kind(asset.kind) or _wrong_size(asset.size) or _wrong_content(asset)


def _wrong_kind(kind: str) -> str:
    if kind in KINDS:
        return ""
    said = f"is no kind of file that readers are given; they are: {', '.join(KINDS)}"
    return next((instead for kinds, instead in INSTEAD.items() if kind in kinds), said)


def _wrong_size(size: int) -> str:
    if not size:
        return "has nothing in it; put the file there once more"
    if size > limits.GIVEN:
        return (
            f"has {size // 1_000_000} MB, and a reader on a telephone would wait for minutes; at"
            f" most {limits.GIVEN // 1_000_000} MB: save it smaller (its pictures, above all), or"
            " put it elsewhere and link to it"
        )
    return ""


def _wrong_content(asset: Asset) -> str:
    if asset.kind == "svg" and (found := _running(asset.path.read_bytes())):
        return f"has {found} in it, and a picture only shows; save it as a plain SVG, or as a PNG"
    if not asset.is_what_it_says:
        return (
            f"is no file of the kind .{asset.kind}, whatever its name says; open it, and save it"
            " anew as one"
        )
    if asset.kind == "pdf":
        return _wrong_pdf(asset.path.read_bytes())
    if asset.kind in PICTURES and not _has_size(asset.path):
        return "is a picture that no browser could show; open it, and save it anew"
    return office.left_in(asset.path, asset.kind)


def _wrong_pdf(content: bytes) -> str:
    if not pdf.can_be_looked_through(content):
        return "unpacks to more than anyone can look through; print it as a PDF anew"
    if pdf.runs(content):
        return (
            "has a program in it, which no reader should have to trust; print it as a PDF anew, or"
            " save it without scripts"
        )
    return ""


def _has_size(picture: Path) -> bool:
    from safeguarding import pictures  # they take longer to load than the rest

    return pictures.size(picture) is not None


def _running(svg: bytes) -> str:
    """What in an SVG could run, or ask another site; empty if nothing could."""
    if DECLARES.search(svg) or b"\0" in svg:  # as UTF-16 it would hide what it declares
        return "a declaration"
    try:
        parts = ElementTree.fromstring(svg).iter()
    except (ElementTree.ParseError, ValueError, LookupError):
        return "something that keeps it from being read"
    return next((found for part in parts if (found := _run_by(part))), "")


def _run_by(part: ElementTree.Element) -> str:
    language, _, name = part.tag.rpartition("}")
    if not _only_shows(language.removeprefix("{"), name) or _changes_a_link(name, part):
        return f"<{name}>"
    if name == "style" and ELSEWHERE.search("".join(part.itertext())):
        return "an address of another site"
    for key, value in part.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on"):
            return f"{plain}="
        if plain in ADDRESSES and not OWN.match(value):
            return "a link"
        if ELSEWHERE.search(value):
            return "an address of another site"
    return ""


def _only_shows(language: str, name: str) -> bool:
    """Whether a part of that name does nothing but show, or no browser knows its language."""
    if language in ("", SVG):
        return name in SHAPES or EFFECTS.fullmatch(name) is not None
    return LANGUAGES.match(language) is None


def _changes_a_link(name: str, part: ElementTree.Element) -> bool:
    return name in MOVEMENTS and bool(ANIMATED.fullmatch(part.get("attributeName", "href")))
