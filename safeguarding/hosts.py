"""At which address a host publishes what it builds, by the variables that it sets.

A change that is only proposed, a preview and a build on someone's own machine have no address.
"""

import re
from collections.abc import Mapping

CLOUDFLARE = re.compile(r"https://(?:[^/.]+\.)*([^/.]+\.pages\.dev)/?")
PUBLISHED = "main"  # the branch that is published, where a host does not name it
VARIABLES = ("GITHUB_REPOSITORY", "CI_PAGES_URL", "NETLIFY", "CF_PAGES")  # each host sets one


def address(known: Mapping[str, str]) -> str | None:
    """The public address of the site, with a slash at its end; `known` are the variables of the
    environment."""
    if known.get("CI_PAGES_URL"):
        found = _gitlab(known)
    elif known.get("NETLIFY"):
        found = known.get("URL") if known.get("CONTEXT") == "production" else None
    elif known.get("CF_PAGES"):
        found = _cloudflare(known)
    else:
        found = _github(known)
    return f"{found.rstrip('/')}/" if found else None


def _gitlab(known: Mapping[str, str]) -> str | None:
    branch = known.get("CI_COMMIT_BRANCH")  # none for a merge request
    return known["CI_PAGES_URL"] if branch and branch == known.get("CI_DEFAULT_BRANCH") else None


def _cloudflare(known: Mapping[str, str]) -> str | None:
    """Its variable has a name of this one deployment before that of the project."""
    if known.get("CF_PAGES_BRANCH") != PUBLISHED:
        return None
    found = CLOUDFLARE.fullmatch(known.get("CF_PAGES_URL", ""))
    return f"https://{found[1]}" if found else None


def _github(known: Mapping[str, str]) -> str | None:
    """The address of GitHub Pages: of the owner, or a folder of it for one more repository."""
    owner, _, name = known.get("GITHUB_REPOSITORY", "").partition("/")
    ours = known.get("GITHUB_SERVER_URL", "https://github.com") == "https://github.com"
    if not name or not ours or known.get("GITHUB_REF") != f"refs/heads/{PUBLISHED}":
        return None
    host = f"{owner.lower()}.github.io"
    return f"https://{host}" if name.lower() == host else f"https://{host}/{name}"
