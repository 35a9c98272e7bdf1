"""A project's site, if nothing is wrong with its facts and its pages."""

from collections.abc import Mapping
from pathlib import Path

from safeguarding import checks, clock, pages
from safeguarding.authoring import Author
from safeguarding.pages import empty
from safeguarding.site import Site, load_site
from safeguarding.state import State


def sound_site(root: Path, instead: Mapping[str, str | None] | None = None) -> Site:
    """The site of the project at `root`; `instead` are texts in the place of those of files, by
    their names. Raises Problems with everything that is wrong: form first, then facts, then
    pages."""
    return sound_author(root, instead).site


def sound_author(
    root: Path,
    instead: Mapping[str, str | None] | None = None,
    *,
    as_of_today: bool = False,
    address: str | None = None,
    state: State | None = None,
) -> Author:
    """The same, with what the calls of its pages show: a build need not make them again; `as_of
    today`, if publications that come later are left out; `address`, where it will be published, if
    the board names no other; `state`, what git says of the facts and pages."""
    site = empty.built(load_site(root, instead)).published_at(address)
    days = clock.days(site.board.timezone)
    checks.ensure_sound(site, days)
    if as_of_today:
        site = site.published_by(days.today)
    author = Author(site, here=lambda: "", now=clock.now())
    author.state = state
    pages.ensure_sound(root / "docs", site, author)
    return author
