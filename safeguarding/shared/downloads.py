"""What stands beside a link to a file of ours: of what type it is, and how large. The same words
everywhere, from the file itself."""

import posixpath
import re
from html import escape

from safeguarding.assets import Asset
from safeguarding.shared import addresses, words
from safeguarding.site import Site

# By the end of a file's name: what readers call its type, and what computers call it.
TYPES = {
    "pdf": ("PDF", "application/pdf"),
    "docx": (
        "Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (
        "Excel spreadsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "pptx": (
        "PowerPoint presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "odt": ("OpenDocument text", "application/vnd.oasis.opendocument.text"),
    "ods": ("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    "csv": ("CSV", "text/csv"),
    "txt": ("Plain text", "text/plain"),
    "zip": ("ZIP", "application/zip"),
    "mp3": ("Sound, MP3", "audio/mpeg"),
    "mp4": ("Film, MP4", "video/mp4"),
    "vtt": ("Subtitles, VTT", "text/vtt"),
    "svg": ("Picture, SVG", "image/svg+xml"),
    "jpg": ("Picture, JPG", "image/jpeg"),
    "ico": ("Picture, ICO", "image/x-icon"),
}
# A link, unless what it leads to is told behind it already.
LINK = re.compile(
    r'<a\b[^>]*\bhref="([^"#?:]+)[^"]*"[^>]*>(?>.*?</a>)(?!\s*<span class="count")', re.S
)


def type_of(asset: Asset) -> tuple[str, str]:
    """What readers call the type of a file, and what computers call it."""
    return TYPES.get(asset.kind, (f"Picture, {asset.kind.upper()}", f"image/{asset.kind}"))


def told(asset: Asset) -> str:
    """The type and size of a file in words, like `PDF, 2 KB, 3 pages`."""
    said = [type_of(asset)[0], words.size(asset.weight)]
    if asset.pages:
        said.append(f"{asset.pages} pages" if asset.pages > 1 else "1 page")
    return ", ".join(said)


def mark(html: str, site: Site, here: str) -> str:
    """The page at the address `here`, in which each link to a file of docs/assets/ says behind it
    what a reader will get."""

    def marked(link: re.Match[str]) -> str:
        asset = found(site, link[1], here)
        if asset is None:
            return link[0]
        return f'{link[0]} <span class="file" data-search-exclude>({escape(told(asset))})</span>'

    return LINK.sub(marked, html)


def found(site: Site, way: str, here: str) -> Asset | None:
    """The file of docs/assets/ to which a way leads from the page at the address `here`."""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(here), way))
    below, mark, file = name.partition(addresses.ASSETS)
    return site.assets.get(file) if mark and not below else None
