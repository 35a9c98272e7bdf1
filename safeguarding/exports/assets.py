"""The scripts and stylesheets as readers load them: one file of each a page, for a second one would
be a second journey."""

import re
from pathlib import Path

from safeguarding.site import Site

# Of pages with dates, with actions that fall due, and with tables that can be sorted.
EXTRAS = ("training", "plan", "tables")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
REMARK = re.compile(r"^ *//.*\n", re.M)  # of a script, where it has a line of its own


def write(site: Site, site_folder: Path) -> None:
    """assets/site.css and assets/site.js, and for pages that need more one file each which has all
    of it: site-figures.css, site-training.js, site-plan.js, site-tables.js, and each of these
    scripts with -exit for pages that one may have to leave at once."""
    assets = site_folder / "assets"
    _write_styles(assets)
    _write_scripts(assets)


def _write_styles(assets: Path) -> None:
    """The same rules without comments and spare white space. Pictures, dates and the structure of
    the board need what figures.css has."""
    shared, figures = assets / "site.css", assets / "figures.css"
    shared.write_text(_packed(shared.read_text("utf-8")), "utf-8")
    both = shared.read_text("utf-8") + _packed(figures.read_text("utf-8"))
    (assets / "site-figures.css").write_text(both, "utf-8")
    figures.unlink()


def _packed(rules: str) -> str:
    words = " ".join(COMMENT.sub("", rules).split())
    return re.sub(r" ?([{},;]) ?", r"\1", words).replace(";}", "}").replace(": ", ":")


def _write_scripts(assets: Path) -> None:
    shared, leave = script(assets / "site.js"), script(assets / "exit.js")
    extras = {"": "", **{f"-{name}": script(assets / f"{name}.js") for name in EXTRAS}}
    for name, own in extras.items():
        both = f"{shared};\n{own}" if own else shared
        (assets / f"site{name}.js").write_text(both, "utf-8")
        (assets / f"site{name}-exit.js").write_text(f"{both};\n{leave}", "utf-8")
    for name in ("exit", *EXTRAS):
        (assets / f"{name}.js").unlink()


def script(path: Path) -> str:
    """The text of a script without the remarks that only writers need."""
    return REMARK.sub("", path.read_text("utf-8"))
