"""Publications of the invented board, edited in memory."""

from safeguarding.publications.models import Publication
from safeguarding.site import Site
from tests.boards import Edit, Edits
from tests.small import small_site

REVIEWS, BRIEFINGS = "data/publications/reviews.yml", "data/publications/briefings.yml"
PAPERS, KINDS = "data/publications/papers.yml", "data/publications/kinds.yml"
SHELF = "publications:\n"


def entry(id: str = "one", published: str = "2026-11-20", **more: str) -> str:
    """An entry of a newsletter with one document on another site, and with more keys."""
    known = {
        "id": id,
        "kind": "newsletter",
        "title": f"Title of {id}",
        "published": published,
        "summary": "What it tells.",
        "audience": "[everyone]",
        "documents": f"[{{url: https://news.example/{id}}}]",
    }
    keys = ", ".join(f"{key}: {value}" for key, value in (known | more).items())
    return f"  - {{{keys}}}\n"


def only(*entries: str, **files: Edit) -> Edits:
    """The invented board, which has published these entries alone; no page links to another."""
    begun = "# Invented for testing: no such board, place or report exists.\n"
    return {
        REVIEWS: None,
        BRIEFINGS: None,
        PAPERS: f"{begun}{SHELF}{''.join(entries) or '  []'}",
        "docs/publications/learning.md": None,
        **files,
    }


def shelf(*entries: str) -> Site:
    return small_site(only(*entries))


def one(*entries: str) -> tuple[Site, Publication]:
    """A board with these entries, and the first of them."""
    site = shelf(*entries)
    return site, next(iter(site.publications.values()))
