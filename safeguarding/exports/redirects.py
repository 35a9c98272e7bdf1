"""Old addresses as pages that lead on, for any host that serves files."""

from pathlib import Path

from safeguarding import placing
from safeguarding.board.models import Redirect
from safeguarding.exports import hosting
from safeguarding.problem import Problem
from safeguarding.shared import addresses, rendering
from safeguarding.site import Site


def write(site: Site, site_folder: Path) -> None:
    """A page at each old address, as the last files of a build.

    Raises Problems where one would be written outside `site`, or in the place of another file: a
    check can have missed what MkDocs or a plugin writes.
    """
    for redirect in site.redirects:
        placing.write(site_folder, redirect.page, _page(site, redirect), _no_room(redirect))


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


def _no_room(redirect: Redirect) -> Problem:
    return redirect.problem(
        "from",
        f"{redirect.from_} has no place of its own on the site: another file stands there; delete"
        " this line",
    )
