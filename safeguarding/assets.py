"""The files that readers are given as they are: of which kinds they can be, and why no others."""

import re
from pathlib import Path
from xml.etree import ElementTree

KINDS = (
    *("pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt", "zip"),
    *("png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "woff2"),
    *("mp3", "mp4", "vtt"),
)
RUNS = ("html", "htm", "xhtml", "js", "mjs", "xml", "xsl")
SCRIPTS = ("script", "foreignObject", "handler", "listener", "iframe", "set", "animate")
OWN = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp);)")  # where a link in a picture may lead
ANIMATED = re.compile(r"(.*:)?href", re.I)
DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)|<\?xml-stylesheet", re.I)


def problem(path: Path) -> str:
    """What is wrong with the file at `path`, and what to do about it; empty if nothing is."""
    kind = path.suffix.removeprefix(".").lower()
    if kind in RUNS:
        return (
            "could run a script, which no page of this site may; write a page in docs/, or give it"
            " as a PDF"
        )
    if kind not in KINDS:
        return f"is no kind of file that readers are given; they are: {', '.join(KINDS)}"
    if kind == "svg" and (found := _running(path.read_bytes())):
        return f"has {found} in it, and a picture only shows; save it as a plain SVG, or as a PNG"
    return ""


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
    name = part.tag.rpartition("}")[2]
    if name in SCRIPTS and not _only_moves(name, part):
        return f"<{name}>"
    for key, value in part.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on"):
            return f"{plain}="
        if plain == "href" and not OWN.match(value):
            return "a link"
    return ""


def _only_moves(name: str, part: ElementTree.Element) -> bool:
    """Whether a movement changes no link."""
    return name in ("set", "animate") and not ANIMATED.fullmatch(part.get("attributeName", "href"))
