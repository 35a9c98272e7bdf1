"""The stylesheets as readers load them: the same rules without comments and spare white space, one
file a page."""

import re
from pathlib import Path

from safeguarding.site import Site


def write(site: Site, site_folder: Path):
    """assets/site.css, and for pages with pictures, dates or the structure assets/site-figures.css,
    which has all of both: a second file would be a second journey."""
    shared, figures = (site_folder / "assets" / name for name in ("site.css", "figures.css"))
    shared.write_text(_packed(shared), "utf-8")
    (site_folder / "assets/site-figures.css").write_text(
        shared.read_text("utf-8") + _packed(figures), "utf-8"
    )
    figures.unlink()


def _packed(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    return (
        re.sub(r" ?([{},;]) ?", r"\1", " ".join(text.split())).replace(";}", "}").replace(": ", ":")
    )
