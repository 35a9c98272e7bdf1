"""What search engines and browsers look for at a site's root. What cannot be said yet is left
out."""

from pathlib import Path

from safeguarding import rendering
from safeguarding.library import Library


def write(library: Library, site: Path):
    """robots.txt; opensearch.xml, by which a browser can offer the site's own search; and
    security.txt, where there is someone to tell."""
    address = library.board.site_url
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    (site / "robots.txt").write_text("\n".join(lines) + "\n", "utf-8")
    if address:
        (site / "opensearch.xml").write_text(
            rendering.render("board/opensearch.xml", board=library.board) + "\n", "utf-8"
        )
    if library.board.security:
        told = site / ".well-known/security.txt"
        told.parent.mkdir(exist_ok=True)
        told.write_text(
            f"Contact: {library.board.security.contact}\nExpires:"
            f" {library.board.security.expires}T00:00:00Z\nPreferred-Languages: en\n",
            "utf-8",
        )
