"""Old addresses as pages that lead on, for any host that serves files."""

from pathlib import Path

from safeguarding.board.models import Redirect
from safeguarding.exports import hosting
from safeguarding.problem import Problem, Problems
from safeguarding.shared import addresses, rendering
from safeguarding.site import Site


def write(site: Site, site_folder: Path) -> None:
    """A page at each old address, as the last files of a build.

    Raises Problems where one would be written outside `site`, or in the place of another file: a
    check can have missed what MkDocs or a plugin writes.
    """
    for redirect in site.redirects:
        page = site_folder / redirect.page
        if not _is_free(redirect, site_folder):
            raise Problems([_no_room(redirect)])
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(site, redirect), "utf-8")


def _page(site: Site, redirect: Redirect) -> str:
    way = addresses.relative(redirect.to, redirect.page.rpartition("/")[0]) or "./"
    if redirect.file:
        way = way.removesuffix("/")
    page = rendering.render(
        "exports/redirect.html",
        way=way,
        redirect=redirect,
        board=site.board,
        policy=hosting.POLICY,
    )
    return f"{page}\n"


def _is_free(redirect: Redirect, site_folder: Path) -> bool:
    """Whether nothing stands at the page of the old address or, but for folders, above it."""
    page = (site_folder / redirect.page).resolve()
    if not page.is_relative_to(site_folder.resolve()) or page.exists():
        return False
    above = [folder for folder in page.parents if folder.is_relative_to(site_folder.resolve())]
    return all(folder.is_dir() or not folder.exists() for folder in above)


def _no_room(redirect: Redirect) -> Problem:
    return redirect.problem(
        "from",
        f"{redirect.from_} has no place of its own on the site: another file stands there; delete"
        " this line",
    )
