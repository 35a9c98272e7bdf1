"""What readers load, packed: beside each file of text the same as .gz and as .br, which a server
sends as they are. They are made with the site, so that none of them is older than its file."""

import gzip
from pathlib import Path

import brotli

from safeguarding import placing

# Of each kind that has packed files: how much work it is worth (11 is the most). For a page, its
# style and its script a reader waits.
KINDS = {
    **dict.fromkeys((".html", ".css", ".js"), 11),
    **dict.fromkeys((".json", ".csv", ".xml", ".ics", ".txt", ".svg", ".vtt"), 5),
}
PACKED = (".gz", ".br")  # what the names of packed files end in


def write(site_folder: Path, old: Path) -> None:
    """Pack every file that can be, however small: a server takes the packed one where there is one.
    What the `old` site has of the same is taken over, for to pack takes long. MkDocs has packed one
    already: the map for search engines."""
    for path in sorted(site_folder.rglob("*")):
        if path.suffix in KINDS and path.is_file():  # an old address can be a folder news.xml
            data, name = path.read_bytes(), path.relative_to(site_folder).as_posix()
            placing.rewrite(site_folder, f"{name}.gz", gzip.compress(data, 9, mtime=0))
            kept = _kept(old / f"{name}.br", data)
            placing.rewrite(site_folder, f"{name}.br", kept or _packed(data, path.suffix))


def _packed(data: bytes, kind: str) -> bytes:
    return bytes(brotli.compress(data, quality=KINDS[kind]))


def _kept(path: Path, data: bytes) -> bytes:
    """What the file holds, if that is the data packed; nothing otherwise."""
    try:
        packed = path.read_bytes()
        return packed if brotli.decompress(packed) == data else b""
    except (OSError, brotli.error):
        return b""
