"""An old address takes the place of nothing that the build writes."""

import re
from collections.abc import Iterator

from safeguarding.board.models import Redirect
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site

REDIRECTS = "data/redirects.yml"
# What a build writes beside the pages. What begins with _ is for servers, and never for readers.
FILES = (
    r"404\.html",
    r"robots\.txt",
    r"manifest\.json",
    r"sitemap\.xml(\.gz)?",
    r"opensearch\.xml",
    r"updates\.xml",
    r"search/(index|kept)\.json",
    r"search/[0-9a-f]{8}",
    r"sw\.js",
    r"offline",
    r"training/(.+/)?[^/]+\.ics",
    r"assets/[^/]+\.(css|js)",
    r"assets/icon\.png",
    r".+\.(html|css|js|json|csv|xml|ics|txt|svg|vtt)\.(gz|br)",  # what is packed beside a file
)
FOLDERS = ("data", "_[^/]*")
TAKEN = re.compile(rf"(({'|'.join((*FILES, *FOLDERS))})(/.*)?|assets)")


@rule(REDIRECTS, good="from: old/report.pdf", bad="from: check")
def redirects_leave_pages_alone(site: Site) -> Iterator[Problem]:
    """No page stands at an old address any more: it would be out of reach."""
    pages = {f"{address}index.html" for address in site.titles}
    for redirect in site.redirects:
        stands = pages & {*_files_above(redirect)}
        if stands:
            at = stands.pop().removesuffix("index.html") or "the home page"
            yield redirect.problem(
                "from", f"a page still stands at {at}; delete the page, or this line"
            )


@rule(REDIRECTS, good="from: old/report.pdf", bad="from: robots.txt")
def redirects_leave_files_alone(site: Site) -> Iterator[Problem]:
    """An old address is none of those that the site itself needs."""
    for redirect in site.redirects:
        if TAKEN.fullmatch(redirect.from_):
            yield redirect.problem(
                "from",
                f"{redirect.from_} is an address that the site itself needs; delete this line",
            )
        elif _file_that_stands(redirect, site):
            yield redirect.problem(
                "from",
                f"the file docs/{redirect.from_} is still there; delete the file, or this line",
            )


def _file_that_stands(redirect: Redirect, site: Site) -> bool:
    """Whether readers are still given a file at the old address."""
    return redirect.from_ in {f"assets/{name}" for name in site.assets}


@rule(
    REDIRECTS,
    good="redirects:\n",
    bad="redirects:\n  - {from: old/report.pdf/index.html, to: report/, was: The same}\n",
)
def redirects_leave_each_other_alone(site: Site) -> Iterator[Problem]:
    """Each old address has a place of its own: `old` and `old/index.html` are one file, and nothing
    can stand below `old.html`."""
    standing: dict[str, Redirect] = {redirect.page: redirect for redirect in site.redirects}
    for redirect in site.redirects:
        for file in _files_above(redirect):
            other = standing.get(file, redirect)
            if other.from_ != redirect.from_:
                yield redirect.problem(
                    "from",
                    f"{redirect.from_} needs the place of {other.from_}"
                    f" (line {other.problem('from', '').place.line}); keep one of them",
                )


def _files_above(redirect: Redirect) -> Iterator[str]:
    """The file at the old address, and each one that its folders would have to replace."""
    parts = redirect.page.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
