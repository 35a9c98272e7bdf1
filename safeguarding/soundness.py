"""A project's site, if nothing is wrong with its facts and its pages."""

from pathlib import Path

from safeguarding import checks, clock, pages
from safeguarding.authoring import Author
from safeguarding.pages import empty
from safeguarding.site import Site, load_site


def sound_site(root: Path) -> Site:
    """The site of the project at `root`. Raises Problems with everything that is wrong: form first,
    then facts, then pages."""
    return sound_author(root).site


def sound_author(root: Path) -> Author:
    """The same, with what the calls of its pages show: a build need not make them again."""
    site = empty.built(load_site(root))
    checks.ensure_sound(site, clock.days(site.board.timezone))
    author = Author(site, here=lambda: "", now=clock.now())
    pages.ensure_sound(root / "docs", site, author)
    return author
