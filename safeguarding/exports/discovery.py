"""What search engines and browsers look for at a site's root. All but the first need the site's public address."""

from pathlib import Path

from safeguarding import rendering
from safeguarding.library import Library


def write(library: Library, site: Path):
    """robots.txt, and opensearch.xml, by which a browser can offer the site's own search."""
    address = library.board.site_url
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    (site / "robots.txt").write_text("\n".join(lines) + "\n", "utf-8")
    if address:
        (site / "opensearch.xml").write_text(rendering.render("board/opensearch.xml", board=library.board) + "\n", "utf-8")
