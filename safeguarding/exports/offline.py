"""The worker by which a reader's browser keeps pages, to be read without a connection, and the list
of the files that it keeps."""

import datetime
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from safeguarding import placing
from safeguarding.exports import search
from safeguarding.exports.assets import script
from safeguarding.shared import addresses, kept, rendering
from safeguarding.site import Site

# What a page cannot be shown without.
LOADS = re.compile(r'(?:\bsrc|<link rel="stylesheet" href)="(?![a-z]+:)([^"?#]+)"')
# What the search needs: of its index only the kept pages.
SEARCHES = ("assets/search.js", search.KEPT)


def write(site: Site, site_folder: Path, now: datetime.datetime, is_kept: bool) -> None:
    """sw.js at the site's root, as the pages stand at an instant; each page asks for it. Where
    nothing `is_kept`, none does, and what an older worker kept is deleted by this one."""
    assets = site_folder / "assets"
    register, worker, ends = (
        _taken(assets / name) for name in ("offline.js", "worker.js", "worker-ends.js")
    )
    if not is_kept:
        placing.write(site_folder, "sw.js", ends)
        return
    for path in assets.glob("site*.js"):
        text = f"{path.read_text('utf-8')}{register}"
        placing.rewrite(site_folder, f"assets/{path.name}", text)
    pages = [addresses.OFFLINE, *kept.pages(site, now).every]
    if search.SEARCH in pages:
        search.keep(site_folder, pages)
    files = list(dict.fromkeys(_files(site_folder, pages)))
    about = {
        "version": _version(site_folder, files),
        "instead": addresses.OFFLINE,
        "files": files,
        "redirects": _redirects(site, pages),
    }
    told = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    placing.write(site_folder, "sw.js", f"const SITE = {told}\n{worker}")


def _taken(path: Path) -> str:
    """The text of a script, which goes."""
    text = script(path)
    path.unlink()
    return text


def _files(site_folder: Path, pages: list[str]) -> Iterator[str]:
    """The pages, by their addresses, and every file that one of them loads."""
    yield from pages
    for page in pages:
        text = _file(site_folder, page).read_text("utf-8")
        for way in LOADS.findall(text):
            yield posixpath.normpath(posixpath.join(page, way))
    if search.SEARCH in pages:
        yield from SEARCHES


def _file(site_folder: Path, name: str) -> Path:
    """The file that stands at an address."""
    return site_folder / (f"{name}index.html" if name.endswith("/") or not name else name)


def _version(site_folder: Path, files: Iterable[str]) -> str:
    """What is another for other files."""
    every = hashlib.sha256()
    for name in files:
        every.update(hashlib.sha256(_file(site_folder, name).read_bytes()).digest())
    return every.hexdigest()[:12]


def _redirects(site: Site, pages: list[str]) -> dict[str, str]:
    """Old addresses, as browsers ask for them, that lead to kept pages."""
    return {
        rendering.encoded(one.from_): one.to
        for one in site.redirects
        if one.to.partition("#")[0] in pages
    }
