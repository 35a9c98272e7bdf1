"""Old addresses as pages that lead on, for any host that serves files."""

from pathlib import Path

from safeguarding.shared import addresses, rendering
from safeguarding.site import Site


def write(site: Site, site_folder: Path):
    """A page at each old address, so that `/old/file.pdf` opens `/old/file.pdf/index.html` and goes
    on from there. `/old/page.html` is a page itself."""
    for redirect in site.redirects:
        name = (
            redirect.from_ if redirect.from_.endswith(".html") else f"{redirect.from_}/index.html"
        )
        page = site_folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        way = addresses.relative(redirect.to, name.rpartition("/")[0]) or "./"
        page.write_text(
            rendering.render("exports/redirect.html", way=way, redirect=redirect, board=site.board)
            + "\n",
            "utf-8",
        )
