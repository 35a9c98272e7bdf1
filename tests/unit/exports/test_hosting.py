"""What a server says with each page, and where old addresses lead."""

import re
from pathlib import Path

import pytest

from safeguarding.exports import hosting
from tests.conftest import ROOT
from tests.small import BOARD, small_site

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}


def parts(policy: str) -> dict[str, str]:
    return {name: said for name, _, said in (one.partition(" ") for one in policy.split("; "))}


def test_pages_may_load_nothing_but_the_sites_own_files() -> None:
    assert parts(hosting.POLICY) == POLICY


def test_headers_say_all_of_it_and_who_may_frame_a_page() -> None:
    policy = hosting.HEADERS["Content-Security-Policy"]
    assert parts(policy) == POLICY | {"frame-ancestors": "'none'"}
    assert HEADERS | {"Content-Security-Policy": policy} == hosting.HEADERS


def test_hosts_are_told_the_headers_for_every_page(tmp_path: Path) -> None:
    hosting.write(small_site(), tmp_path)
    lines = (tmp_path / "_headers").read_text("utf-8").splitlines()
    said = [f"  {name}: {said}" for name, said in hosting.HEADERS.items()]
    assert lines == ["/*", *said, "/data/*", "  Access-Control-Allow-Origin: *"]


@pytest.mark.parametrize(
    ("address", "base"),
    {
        "site_url: https://board.example/\n": "/",
        "site_url: https://board.example/under/a/path\n": "/under/a/path/",
        "": "/",
    }.items(),
)
def test_old_addresses_lead_on_under_the_path_of_the_site(
    tmp_path: Path, address: str, base: str
) -> None:
    hosting.write(small_site({BOARD: ("site_url: https://board.example/\n", address)}), tmp_path)
    old, new = f"{base}old/report.pdf", f"{base}report/"
    assert (tmp_path / "_redirects").read_text("utf-8") == f"{old} {new} 301\n"
    assert (tmp_path / "_redirects.conf").read_text("utf-8").splitlines() == [
        f"location = {old} {{ return 301 {new}; }}",
        f"location = {old}/ {{ return 301 {new}; }}",
    ]


def told_to_others(folder: Path) -> list[list[tuple[str, str]]]:
    """The headers in _headers: of every file, and those of open data besides."""
    parts = re.split(r"^/.*\*$", (folder / "_headers").read_text("utf-8"), flags=re.M)
    return [re.findall(r"^  ([^:]+): (.*)$", part, re.M) for part in parts[1:]]


def test_open_data_alone_are_for_pages_of_other_sites() -> None:
    name = "Access-Control-Allow-Origin"
    assert hosting.headers("data/contacts.csv")[name] == "*"
    for other in ("", "about/index.html", "database/a.csv", "assets/data/a.csv", "manifest.json"):
        assert hosting.headers(other) == hosting.HEADERS
    assert name not in hosting.HEADERS


@pytest.mark.parametrize("address", ["https://board.example/", "https://board.example/repo/"])
def test_open_data_are_named_under_the_path_of_the_site(tmp_path: Path, address: str) -> None:
    site = small_site({BOARD: ("https://board.example/", address)})
    hosting.write(site, tmp_path)
    base = address.removeprefix("https://board.example")
    assert f"\n{base}data/*\n" in (tmp_path / "_headers").read_text("utf-8")


def test_file_for_nginx_has_every_header() -> None:
    written = hosting.nginx()
    said = [f'add_header {name} "{value}" always;' for name, value in hosting.HEADERS.items()]
    assert all(one in written for one in said)


def test_file_for_nginx_is_fresh() -> None:
    assert (ROOT / "deploy/nginx.conf").read_text("utf-8") == hosting.nginx(), "run make deploy"


def test_every_host_is_told_the_same_headers(tmp_path: Path) -> None:
    hosting.write(small_site(), tmp_path)
    nginx = dict(re.findall(r'add_header (\S+) "(.*)" always;', hosting.nginx()))
    every, data = told_to_others(tmp_path)
    assert nginx == dict(every) == hosting.HEADERS
    assert data == [("Access-Control-Allow-Origin", "*")]
    assert hosting.HEADERS["Content-Security-Policy"].startswith(hosting.POLICY)
