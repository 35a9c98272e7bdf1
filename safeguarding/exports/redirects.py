"""Old addresses as pages that lead on, for any host that serves files."""

from pathlib import Path

from safeguarding import rendering
from safeguarding.library import Library
from safeguarding.views import addresses


def write(library: Library, site: Path):
    """A page at each old address, so that `/old/file.pdf` opens `/old/file.pdf/index.html` and goes on from there."""
    for redirect in library.redirects:
        page = site / redirect.from_ / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        way = addresses.relative(redirect.to, redirect.from_ + "/")
        page.write_text(rendering.render("board/redirect.html", way=way, redirect=redirect, board=library.board) + "\n", "utf-8")
