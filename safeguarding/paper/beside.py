"""What of a page is printed, written beside it; and where pages say so, with type and size.

Templates leave a place for these links; where nothing is printed, the place goes.
"""

import os
import re
from pathlib import Path

from safeguarding import placing
from safeguarding.assets import Asset
from safeguarding.paper import printing, sheets
from safeguarding.paper.sheets import Sheet, Web
from safeguarding.problem import Place, Problem, Problems
from safeguarding.shared import addresses, downloads, rendering
from safeguarding.site import Site

WANTED = "BOARD_LEAFLETS"  # the variable by which a build is asked to print
PLACE = re.compile(r"<!--paper(?::([^>]*))?-->")
PLACE_OF_OWN = "<!--paper-->"
# Where the place is on a page that has none: below its title, and below what to do in danger.
HEAD = re.compile(r'</h1>(\s*<div class="danger">.*?</div>)?', re.S)

# {address of a page: what is printed of it, and what leads to it}
Printed = dict[str, list[tuple[Sheet, Asset]]]


def is_wanted() -> bool:
    """Whether this build is to print. Raises Problems where it is, and cannot."""
    if not os.environ.get(WANTED):
        return False
    if not printing.is_possible():
        message = "what prints leaflets is not installed: make leaflets fetches it, 40 MB"
        raise Problems([Problem(Place("docs/"), "", message)])
    return True


def write(site: Site, web: Web, site_folder: Path) -> Printed:
    """Print every sheet, and write it where its page stands in the folder of a site. Raises
    Problems with everything that does not fit."""
    printed: Printed = {}
    problems: list[Problem] = []
    for sheet in sheets.sheets(site, web):
        try:
            made = printing.printed(sheet)
        except Problems as wrong:
            problems += wrong.problems
            continue
        placing.write(site_folder, sheet.name, made)
        for page in dict.fromkeys([sheet.page, sheet.leads_to]):
            printed.setdefault(page, []).append((sheet, Asset(site_folder / sheet.name)))
    if problems:
        raise Problems(problems)
    return printed


def told(html: str, here: str, printed: Printed) -> str:
    """The content of the page at the address `here`, which says in each place for it what can be
    printed of a page; if it has no such place, near its title."""
    if here in printed and not PLACE.search(html):
        html = HEAD.sub(lambda head: f"{head[0]}\n{PLACE_OF_OWN}", html, count=1)
    return PLACE.sub(lambda place: _links(printed, place[1] or here, here), html)


def _links(printed: Printed, page: str, here: str) -> str:
    """What can be printed of a page, as the page `here` says it: how, and why not yet, in full on
    that page alone."""
    every = printed.get(page, ())
    links = [
        {
            "sheet": sheet,
            "way": addresses.file(sheet.name, here),
            "told": downloads.told(asset),
            "page": None if sheet.page == here else addresses.relative(sheet.page, here),
        }
        for sheet, asset in every
        if sheet.page == page or page == here
    ]
    return rendering.render("paper/links.html", links=links) if links else ""
