"""The built site as a zip whose pages work from a disk, where no server finds the page of a folder,
and where a browser lets no script load another: without the suggestions of the search."""

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

from safeguarding.editing.writing import put
from safeguarding.exports import hosting, packing

LINK = re.compile(r'\b(href|action)="(?![a-z]+:|/|#)([^"?#]*)([^"]*)"')
# To a page on a disk no file is its own, so the policy names all; nothing from a network is let in.
POLICY = hosting.POLICY.replace("'self'", "file:")


def write(site: Path, archive: Path) -> int:
    """Put the pages and files of a built site into a zip, in a folder `site`; how many pages."""
    pages = 0
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(filter(_is_read, site.rglob("*"))):
            name = f"site/{path.relative_to(site).as_posix()}"
            if path.suffix != ".html":
                packed.write(path, name)
                continue
            packed.writestr(name, of_disk(path.read_text("utf-8"), path.parent))
            pages += 1
    put(archive, whole.getvalue())
    return pages


def _is_read(path: Path) -> bool:
    """Whether a browser reads it from a disk: what is packed, servers alone send."""
    return path.is_file() and path.suffix not in packing.PACKED


def of_disk(page: str, folder: Path) -> str:
    """A page that stands in `folder`, as a browser can open it from a disk."""

    def link(match: re.Match[str]) -> str:
        key, way, rest = match.groups()
        leads_to_folder = way and (folder / unquote(way)).is_dir()
        index = f"{way.removesuffix('/')}/index.html" if leads_to_folder else way
        return f'{key}="{index}{rest}"'

    own = page.replace(hosting.POLICY, POLICY).replace(
        ' type="module"></script>', " defer></script>"
    )
    return LINK.sub(link, own)
