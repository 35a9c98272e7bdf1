"""What search engines and browsers look for at a site's root. What cannot be said yet is left
out."""

from pathlib import Path

from safeguarding import placing
from safeguarding.board.models import Security
from safeguarding.shared import rendering
from safeguarding.site import Site

SECURITY = ".well-known/security.txt"


def write(site: Site, site_folder: Path) -> None:
    """robots.txt; opensearch.xml, by which a browser can offer the site's own search; and
    security.txt, where there is someone to tell."""
    address = site.board.site_url
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines.append(f"Sitemap: {address}sitemap.xml")
    placing.write(site_folder, "robots.txt", "\n".join(lines) + "\n")
    if address:
        offered = rendering.render("exports/opensearch.xml", board=site.board)
        placing.write(site_folder, "opensearch.xml", f"{offered}\n")
    if site.board.security:
        # What an author sees is written again and again, and MkDocs clears no folder with a dot.
        placing.rewrite(site_folder, SECURITY, _security(site.board.security))


def _security(security: Security) -> str:
    """security.txt as RFC 9116 wants it."""
    lines = (
        f"Contact: {security.contact}",
        f"Expires: {security.expires}T00:00:00Z",
        "Preferred-Languages: en",
    )
    return "\n".join(lines) + "\n"
