"""The pictures of a page, as a browser can show them best: light, with their size known before they
are there, and those far down only once a reader comes near."""

import re

from safeguarding import pictures
from safeguarding.assets import Asset
from safeguarding.pictures import Light, Size
from safeguarding.shared import downloads
from safeguarding.site import Site

IMAGE = re.compile(r'<img\b([^>]*?)\bsrc="([^"#?:]+)"([^>]*?)\s*/?>')
SIDE = re.compile(r'\s(width|height)="?(\d+)(?:px)?"?')
DECORATION = re.compile(r'\bclass="([^"]* )?decoration\b')
TAG = re.compile(r"<[^>]*>")
FIRST_SCREEN = 800  # signs of text that a reader sees at once, with a picture among them
LIGHT = "~light.webp"  # behind the name of a file; no file that a person names ends so


def mark(html: str, site: Site, here: str) -> str:
    """The page at the address `here` with each picture of docs/assets/ made ready. One that is
    drawn, and large, leads to the whole one: it can have small text."""

    def ready(image: re.Match[str]) -> str:
        asset = downloads.found(site, image[2], here)
        if asset is None or asset.kind not in pictures.SHOWN:
            return image[0]
        return _image(image, asset)

    return IMAGE.sub(ready, html)


def _image(image: re.Match[str], asset: Asset) -> str:
    light = pictures.light(asset.path)
    before, way, after = image.groups()
    kept = SIDE.sub("", f"{before}{after}")
    sides = _sides(image[0], light, asset)
    late = "" if _is_on_first_screen(image) else ' loading="lazy"'
    source = f"{way}{LIGHT}" if light else way
    tag = f'<img src="{source}"{sides}{late} decoding="async" {kept.strip()}>'.replace(" >", ">")
    return f'<a href="{way}">{tag}</a>' if _is_large(asset, light) and _can_lead(image) else tag


def _is_large(asset: Asset, light: Light | None) -> bool:
    """Whether a picture is drawn, and shown so much smaller than it is that letters in it may be
    too small to read: that of a tall poster, too."""
    if asset.kind != pictures.DRAWN:
        return False
    size = pictures.size(asset.path)
    is_tall = size is not None and size.height > pictures.WIDEST
    return light is not None or is_tall


def _sides(tag: str, light: Light | None, asset: Asset) -> str:
    """The width and height that a browser keeps free: its own, or as wide as its author says."""
    size = light.size if light else pictures.size(asset.path)
    said = {side: int(length) for side, length in SIDE.findall(tag)}
    if size is None:
        return "".join(f' {side}="{length}"' for side, length in said.items())
    width, height = _fitting(size, said.get("width"), said.get("height"))
    return f' width="{width}" height="{height}"'


def _fitting(size: Size, width: int | None, height: int | None) -> tuple[int, int]:
    """The width and height of a picture of that size, if one of them is to be another."""
    if width and height:
        return width, height
    if width:
        return width, max(1, round(width * size.height / size.width))
    if height:
        return max(1, round(height * size.width / size.height)), height
    return size.width, size.height


def _is_on_first_screen(image: re.Match[str]) -> bool:
    above = image.string[: image.start()]
    return "<img" not in above and len(TAG.sub("", above)) < FIRST_SCREEN


def _can_lead(image: re.Match[str]) -> bool:
    """Whether a picture is no link yet, and worth a closer look."""
    above = image.string[: image.start()]
    is_link = above.rfind("<a ") > above.rfind("</a>")
    return not is_link and not DECORATION.search(image[0])
