"""What search engines and browsers look for at a site's root. What cannot be said yet is left
out."""

from pathlib import Path

from safeguarding.shared import rendering
from safeguarding.site import Site


def write(site: Site, site_folder: Path):
    """robots.txt; opensearch.xml, by which a browser can offer the site's own search; and
    security.txt, where there is someone to tell."""
    address = site.board.site_url
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    (site_folder / "robots.txt").write_text("\n".join(lines) + "\n", "utf-8")
    if address:
        (site_folder / "opensearch.xml").write_text(
            rendering.render("exports/opensearch.xml", board=site.board) + "\n", "utf-8"
        )
    if site.board.security:
        told = site_folder / ".well-known/security.txt"
        told.parent.mkdir(exist_ok=True)
        told.write_text(
            f"Contact: {site.board.security.contact}\nExpires:"
            f" {site.board.security.expires}T00:00:00Z\nPreferred-Languages: en\n",
            "utf-8",
        )
