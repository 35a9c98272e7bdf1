"""Pictures as readers load them: the light ones that pages show, and none that says where it was
taken."""

import re
from pathlib import Path

from safeguarding import pictures, placing
from safeguarding.problem import Place, Problem, Problems
from safeguarding.shared import addresses
from safeguarding.shared.shown_pictures import LIGHT
from safeguarding.site import Site

IN_A_PAGE = re.compile(rf'src="[^"]*\bassets/([^"]+){re.escape(LIGHT)}"')
DAMAGED = "ends too soon, or is damaged; copy the picture there once more"


def write(site: Site, site_folder: Path) -> None:
    """Each light picture that a page shows, beside the whole one; and each whole one without its
    place. Raises Problems with those that cannot be read to their end."""
    kept = {name: asset.path for name, asset in site.assets.items()}
    damaged = [name for name, path in kept.items() if not pictures.is_whole(path)]
    if damaged:
        raise Problems(
            Problem(Place(f"docs/assets/{name}"), "", DAMAGED, rule="files") for name in damaged
        )
    for name in _shown(site_folder) & kept.keys():
        if light := pictures.light(kept[name]):
            placing.write(site_folder, f"{addresses.ASSETS}{name}{LIGHT}", light.content)
    for path in site_folder.rglob("*"):
        if path.is_file() and (plain := pictures.without_place(path)):
            placing.rewrite(site_folder, path.relative_to(site_folder).as_posix(), plain)


def _shown(site_folder: Path) -> set[str]:
    """The name of each picture of which a page shows a light one."""
    pages = placing.pages(site_folder)
    return {name for page in pages for name in IN_A_PAGE.findall(page)}
