"""A real nginx on this machine with deploy/nginx.conf: packed files, headers, old addresses, a page
for what is missing."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import brotli
import pytest

from safeguarding.exports import hosting
from tests.conftest import ROOT, ours_alone

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
BROTLI = next(
    ROOT.joinpath("/").glob("usr/lib/nginx/modules/ngx_http_brotli_static_module.so"), None
)
MAIN = """{module}
daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ }}
http {{ access_log off; {paths} include {folder}/site.conf; }}
"""


def settings(site_folder, folder, port):
    """The server of deploy/nginx.conf without its certificate, at a port of this machine."""
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    server = "server {\n" + text.rpartition("server {\n")[2].replace("/srv/site", str(site_folder))
    server = re.sub(r"listen .*443.*;\n|ssl_.*;\n", "", server).replace(
        "server_name _;", f"listen 127.0.0.1:{port}; server_name _;", 1
    )
    (folder / "site.conf").write_text(server if BROTLI else server.replace("brotli_static on;", ""))
    paths = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        MAIN.format(module=f"load_module {BROTLI};" if BROTLI else "", folder=folder, paths=paths)
    )


def pack(site_folder):
    for path in site_folder.rglob("*"):
        if path.suffix in (".html", ".css", ".js", ".csv"):
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
            path.with_name(f"{path.name}.br").write_bytes(
                brotli.compress(path.read_bytes(), quality=1)
            )


@pytest.fixture(scope="module")
def served(site_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    folder.parent.parent.chmod(0o755), folder.parent.chmod(0o755), folder.chmod(0o755)
    shutil.copytree(site_folder, folder / "site")
    pack(folder / "site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings(folder / "site", folder, port)
    server = subprocess.Popen(
        [
            NGINX,
            "-p",
            folder,
            "-c",
            folder / "nginx.conf",
            *(["-g", "user root;"] if os.getuid() == 0 else []),
        ],
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait()


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *words):
        return None


def answer(address, **headers):
    """(status, headers, body), without following where it leads."""
    try:
        with urllib.request.build_opener(Stay).open(
            urllib.request.Request(address, headers=headers)
        ) as found:
            return found.status, found.headers, found.read()
    except urllib.error.HTTPError as found:
        return found.code, found.headers, found.read()


@ours_alone
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/about/", 200),
        ("/nowhere/", 404),
        ("/assets/site.css", 200),
        ("/uploads/files/325.pdf", 301),
    ],
)
def test_every_answer_has_every_header(served, address, status):
    found, headers, _ = answer(served + address)
    assert found == status
    assert {name: headers[name] for name in hosting.HEADERS} == hosting.HEADERS
    assert headers["Server"] == "nginx"


def test_packed_file_is_sent_to_who_can_read_it(served):
    kind = "br" if BROTLI else "gzip"
    _, headers, body = answer(f"{served}/", **{"Accept-Encoding": f"gzip, {kind}"})
    _, plain, whole = answer(f"{served}/")
    assert headers["Content-Encoding"] == kind
    assert "Accept-Encoding" in headers["Vary"]
    assert (brotli.decompress if BROTLI else gzip.decompress)(body) == whole
    assert plain["Content-Encoding"] is None


def test_page_that_is_known_is_not_sent_again(served):
    _, headers, _ = answer(f"{served}/a-z/")
    assert answer(f"{served}/a-z/", **{"If-None-Match": headers["ETag"]})[0] == 304


def test_every_old_address_leads_to_a_page(served, facts):
    for redirect in facts.redirects:
        for old in (redirect.from_, f"{redirect.from_}/"):
            status, headers, _ = answer(f"{served}/{old}")
            assert (status, headers["Location"]) == (301, f"/{redirect.to}")
            assert answer(served + headers["Location"])[0] == 200


def test_missing_page_helps(served):
    status, headers, body = answer(f"{served}/procedures/nowhere/")
    assert status == 404
    assert headers["Content-Type"].startswith("text/html")
    assert b"Page not found" in body
    assert b'href="/worried-about-a-child/"' in body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("training/calendar.ics", "text/calendar"),
        ("data/observations.csv", "text/csv"),
        ("updates.xml", "application/xml"),
        ("data/datapackage.json", "application/json"),
    ],
)
def test_file_has_its_kind(served, name, kind):
    assert answer(f"{served}/{name}")[1]["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize("name", ["_headers", "_redirects", "_redirects.conf"])
def test_what_is_for_hosts_is_not_for_readers(served, name):
    assert answer(f"{served}/{name}")[0] == 404
