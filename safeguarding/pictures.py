"""Pictures of docs/assets/ as readers get them: how large they are, a light one for pages, and none
that says where it was taken."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image, ImageOps

SHOWN = ("png", "jpg", "jpeg", "gif", "webp", "svg")  # kinds that a page can show
WEIGHED = ("png", "jpg", "jpeg", "webp")  # those of them that a build can make lighter
DRAWN = "png"  # the kind of drawings and posters, which can have small text
WIDEST = 1280  # pixels: as wide as the text of a page on a sharp screen
Image.MAX_IMAGE_PIXELS = 150_000_000  # more than any telephone takes
LIGHT = 150_000  # bytes; what weighs less and is no wider is shown as it is
QUALITY, WHOLE_QUALITY = 75, 92  # of 100
ABOUT = ("exif", "xmp", "photoshop")  # what a picture may say of the place and the person


UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Size:
    """In pixels, as it is shown: a photo can say that it stands on its side."""

    width: int
    height: int


def size(path: Path) -> Size | None:
    """How large a picture is; None where nobody can tell. It is of a kind that pages show."""
    if path.suffix == ".svg":
        return _size_of_svg(path)
    try:
        with Image.open(path) as picture:
            turned = picture.getexif().get(0x0112, 1) > 4  # by a quarter
            width, height = picture.size
    except UNREADABLE:
        return None
    return Size(height, width) if turned else Size(width, height)


def _size_of_svg(path: Path) -> Size | None:
    """By its own width and height, else by the ratio of its view."""
    try:
        root = ElementTree.parse(path).getroot()
        view = root.get("viewBox", "").replace(",", " ").split()[2:]
        sides = [root.get(side, "").removesuffix("px") for side in ("width", "height")]
        width, height = (float(one) for one in (sides if all(sides) else view))
    except (ElementTree.ParseError, ValueError):
        return None
    return Size(round(width), round(height)) if width >= 1 and height >= 1 else None


def is_whole(path: Path) -> bool:
    """Whether a file, if it is a picture of such a kind, can be read to its end."""
    if path.suffix.removeprefix(".") not in WEIGHED:
        return True
    try:
        with Image.open(path) as picture:
            picture.draft("RGB", (WIDEST, WIDEST))  # no finer than it takes
            picture.load()
    except UNREADABLE:
        return False
    return True


@dataclass(frozen=True)
class Light:
    """A picture as pages show it, where that is lighter than its file: a WebP."""

    size: Size
    content: bytes


def light(path: Path) -> Light | None:
    """A light one in the place of a picture that is wide or heavy; None where it can be shown as it
    is, or is damaged."""
    if path.suffix.removeprefix(".") not in WEIGHED:
        return None
    stat = path.stat()
    return _light(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1000)  # while an author looks on, each build asks again
def _light(path: Path, weight: int, _changed: int) -> Light | None:
    whole = size(path)
    if whole is None or (whole.width <= WIDEST and weight <= LIGHT) or not is_whole(path):
        return None
    with Image.open(path) as picture:
        if _moves(picture):
            return None
        if picture.format == "JPEG":
            picture.draft("RGB", (WIDEST, WIDEST))  # read no finer than it needs
        shown = _plain(ImageOps.exif_transpose(picture))
    if shown.width > WIDEST:
        height = max(1, round(whole.height * WIDEST / whole.width))
        shown = shown.resize((WIDEST, height), Image.Resampling.LANCZOS)
    made = _webp(shown, drawn=path.suffix == f".{DRAWN}")
    return Light(Size(*shown.size), made) if len(made) < weight else None


def _webp(picture: Image.Image, *, drawn: bool) -> bytes:
    """As a photo; or, of a drawing, with every point as it is where that is no heavier."""
    photo = _written(picture, "WEBP", quality=QUALITY)
    exact = _written(picture, "WEBP", lossless=True, method=2) if drawn else photo
    return min(exact, photo, key=len)


def without_place(path: Path) -> bytes | None:
    """The picture of the file at `path`, as large as it is, without what it says of the place and
    the person; None where it says nothing."""
    if path.suffix.removeprefix(".") not in WEIGHED or size(path) is None:
        return None
    with Image.open(path) as picture:
        told = [name for name in ABOUT if picture.info.get(name)]
        if not (told or picture.getexif()) or _moves(picture):
            return None
        plain = _plain(ImageOps.exif_transpose(picture))
        kind = str(picture.format)
    return _written(plain, kind, **({} if kind == "PNG" else {"quality": WHOLE_QUALITY}))


def weight(path: Path) -> int:
    """How many bytes readers load of the picture of the file at `path`."""
    stat = path.stat()
    return _weight(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1000)  # each page that leads there asks
def _weight(path: Path, weight: int, _changed: int) -> int:
    plain = without_place(path) if is_whole(path) else None
    return weight if plain is None else len(plain)


def _moves(picture: Image.Image) -> bool:
    return getattr(picture, "is_animated", False)


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in colours that every kind can hold, and nothing beside but their profile."""
    profile = picture.info.get("icc_profile")
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    plain = picture.convert("RGBA" if clear else "RGB")
    plain.info = {"icc_profile": profile} if profile and picture.mode != "CMYK" else {}
    return plain


def _written(picture: Image.Image, kind: str, **how: Any) -> bytes:
    into = io.BytesIO()
    picture.save(into, kind, icc_profile=picture.info.get("icc_profile"), **how)
    return into.getvalue()
