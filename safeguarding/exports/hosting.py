"""What a server says with each page, and where old addresses lead: for nginx, and for hosts that
read `_headers` and `_redirects`."""

from pathlib import Path
from urllib.parse import urlsplit

from safeguarding import placing
from safeguarding.shared import addresses, rendering
from safeguarding.site import Site

# Nothing but the site's own files can run or load. The pages carry this too, for hosts that send
# no headers.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
HEADERS = {
    # Who may frame a page, only a header can say.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # A page may change at any time: asking whether it did costs a reader one short answer.
    "Cache-Control": "no-cache",
}
# Open data are for pages of other sites too: a browser lets their scripts read what says so. The
# files are asked for as any reader does, without a cookie; nothing else of the site is given so.
OF_DATA = {"Access-Control-Allow-Origin": "*"}
# The files that hosts and servers read, and what each is made from.
FILES = {"_headers": "headers", "_redirects": "redirects", "_redirects.conf": "redirects.conf"}


def write(site: Site, site_folder: Path) -> None:
    """_headers and _redirects, which Cloudflare and Netlify read, and _redirects.conf, which nginx
    includes."""
    for name, template in FILES.items():
        text = rendering.render_file(
            f"exports/{template}",
            headers=HEADERS,
            of_data=OF_DATA,
            data=addresses.DATA,
            redirects=site.redirects,
            base=_base(site),
        )
        placing.write(site_folder, name, text)


def nginx() -> str:
    """deploy/nginx.conf. It depends on no fact, so that editors need not write it anew."""
    return rendering.render_file(
        "exports/nginx.conf", headers=HEADERS, of_data=OF_DATA, data=addresses.DATA
    )


def headers(name: str) -> dict[str, str]:
    """What a server says with the file of that name."""
    return HEADERS | (OF_DATA if name.startswith(addresses.DATA) else {})


def _base(site: Site) -> str:
    """The path that the site lives under, with a slash at both ends."""
    return urlsplit(site.board.site_url or "").path or "/"
