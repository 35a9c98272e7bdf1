"""A project's site, if nothing is wrong with its facts and its pages."""

from pathlib import Path

from safeguarding import checks, clock, pages
from safeguarding.site import Site, load_site


def sound_site(root: Path) -> Site:
    """The site of the project at `root`. Raises Problems with everything that is wrong: form first,
    then facts, then pages."""
    site = load_site(root)
    checks.ensure_sound(site, clock.days(site.board.timezone))
    pages.ensure_sound(root / "docs", site)
    return site
