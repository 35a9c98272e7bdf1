"""The scripts and stylesheets as readers load them: one file of each a page, for a second one would
be a second journey."""

import re
from collections.abc import Callable
from pathlib import Path

from safeguarding import placing
from safeguarding.site import Site

# Each has what only pages with some classes need.
PARTS = (
    *("actions", "cards", "dates", "easy", "figures", "home", "lists", "notes", "rows", "steps"),
    *("structure", "tools", "versions"),
)
# Of pages with dates, with actions that fall due, and with tables that can be sorted.
EXTRAS = ("training", "plan", "tables")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
SELECTORS = re.compile(r"[^{}]+(?={)")
INSIDE = re.compile(r"(?<=[\w)])[ >]*:is\([^)]*\)")  # what is asked of parts of an element
CLASS = re.compile(r"[^.]*\.([a-z][\w-]*)")
USED = re.compile(r' class="([^"]*)"')
SHEET = re.compile(r"assets/(site[\w-]*)\.css")
REMARK = re.compile(r"^ *//.*\n", re.M)  # of a script, where it has a line of its own


def write(site: Site, site_folder: Path) -> None:
    """assets/site.css and assets/site.js, and for pages that need more one file each which has all
    of it: like site-dates.css, site-training.js, site-plan.js, site-tables.js, and each of these
    scripts with -exit for pages that one may have to leave at once."""
    _write_styles(site_folder)
    _write_scripts(site_folder)


def stylesheets(assets: Path) -> Callable[[str], str]:
    """The name of the stylesheet that a page needs, by its HTML: site, and each of the PARTS in
    `assets` that has a rule which begins with a class of the page, and site.css has none."""
    rules = {name: (assets / f"{name}.css").read_text("utf-8") for name in ("site", *PARTS)}
    known = {name: _begun(rules[name]) for name in rules}

    def needed(html: str) -> str:
        used = {name for names in USED.findall(html) for name in names.split()}
        own = used - known["site"]
        return "-".join(["site", *(part for part in PARTS if known[part] & own)])

    return needed


def _begun(rules: str) -> set[str]:
    """The classes with which selectors begin."""
    lists = SELECTORS.findall(COMMENT.sub("", rules))
    selectors = (one for some in lists for one in INSIDE.sub("", some).split(","))
    return {found[1] for one in selectors if (found := CLASS.match(one))}


def _write_styles(site_folder: Path) -> None:
    """The rules without comments and spare white space, in each combination that a page asks
    for."""
    assets = site_folder / "assets"
    packed = {
        name: _packed((assets / f"{name}.css").read_text("utf-8")) for name in ("site", *PARTS)
    }
    for part in PARTS:
        (assets / f"{part}.css").unlink()
    pages = placing.pages(site_folder)
    for sheet in {"site"}.union(*(SHEET.findall(page) for page in pages)):
        rules = "".join(packed[name] for name in sheet.split("-"))
        put = placing.rewrite if sheet == "site" else placing.write
        put(site_folder, f"assets/{sheet}.css", rules)


def _packed(rules: str) -> str:
    words = " ".join(COMMENT.sub("", rules).split())
    return re.sub(r" ?([{},;>]) ?", r"\1", words).replace(";}", "}").replace(": ", ":")


def _write_scripts(site_folder: Path) -> None:
    assets = site_folder / "assets"
    shared, leave = script(assets / "site.js"), script(assets / "exit.js")
    extras = {"": "", **{f"-{name}": script(assets / f"{name}.js") for name in EXTRAS}}
    for name, own in extras.items():
        both = f"{shared};\n{own}" if own else shared
        put = placing.write if name else placing.rewrite
        put(site_folder, f"assets/site{name}.js", both)
        placing.write(site_folder, f"assets/site{name}-exit.js", f"{both};\n{leave}")
    for name in ("exit", *EXTRAS):
        (assets / f"{name}.js").unlink()


def script(path: Path) -> str:
    """The text of a script without the remarks that only writers need."""
    return REMARK.sub("", path.read_text("utf-8"))
