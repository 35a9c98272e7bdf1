"""The scripts as readers load them: one file a page, with what that page needs beyond every
other."""

from pathlib import Path

from safeguarding.site import Site

EXTRAS = ("training", "tables")  # of pages with dates, and of pages with tables that can be sorted


def write(site: Site, site_folder: Path):
    """assets/site-training.js and assets/site-tables.js: a second file would be a second
    journey."""
    assets = site_folder / "assets"
    for extra in EXTRAS:
        own = assets / f"{extra}.js"
        (assets / f"site-{extra}.js").write_text(
            (assets / "site.js").read_text("utf-8") + ";\n" + own.read_text("utf-8"), "utf-8"
        )
        own.unlink()
