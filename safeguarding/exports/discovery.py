"""What search engines and browsers look for at a site's root. What cannot be said yet is left
out."""

from pathlib import Path

from safeguarding.board.models import Security
from safeguarding.shared import rendering
from safeguarding.site import Site


def write(site: Site, site_folder: Path) -> None:
    """robots.txt; opensearch.xml, by which a browser can offer the site's own search; and
    security.txt, where there is someone to tell."""
    address = site.board.site_url
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines.append(f"Sitemap: {address}sitemap.xml")
    (site_folder / "robots.txt").write_text("\n".join(lines) + "\n", "utf-8")
    if address:
        (site_folder / "opensearch.xml").write_text(
            rendering.render("exports/opensearch.xml", board=site.board) + "\n", "utf-8"
        )
    if site.board.security:
        path = site_folder / ".well-known/security.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_security(site.board.security), "utf-8")


def _security(security: Security) -> str:
    """security.txt as RFC 9116 wants it."""
    lines = (
        f"Contact: {security.contact}",
        f"Expires: {security.expires}T00:00:00Z",
        "Preferred-Languages: en",
    )
    return "\n".join(lines) + "\n"
