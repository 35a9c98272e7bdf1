"""A real nginx on this machine with deploy/nginx.conf: packed files, headers, old addresses, a page
for what is missing."""

import gzip
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import brotli
import pytest
import serve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from safeguarding.board.models import Redirect
from safeguarding.exports import hosting
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import ROOT, command, ours_alone

OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {  # files that an editor may put into docs/assets/
    "assets/a.pdf": "application/pdf",
    "assets/a.jpg": "image/jpeg",
    "assets/a.png": "image/png",
    "assets/a.gif": "image/gif",
    "assets/a.webp": "image/webp",
    "assets/a.svg": "image/svg+xml; charset=utf-8",
    "assets/a.ico": "image/x-icon",
    "assets/a.woff2": "font/woff2",
    "assets/a.docx": f"{OFFICE}.wordprocessingml.document",
    "assets/a.xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "assets/a.pptx": f"{OFFICE}.presentationml.presentation",
    "assets/a.odt": "application/vnd.oasis.opendocument.text",
    "assets/a.ods": "application/vnd.oasis.opendocument.spreadsheet",
    "assets/a.csv": "text/csv; charset=utf-8",
    "assets/a.txt": "text/plain; charset=utf-8",
    "assets/a.vtt": "text/vtt; charset=utf-8",
    "assets/a.mp3": "audio/mpeg",
    "assets/a.mp4": "video/mp4",
    "assets/a.zip": "application/zip",
    "assets/a.unknown": "application/octet-stream",
}


@pytest.fixture(scope="module")
def served(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site, as nginx serves it."""
    folder = tmp_path_factory.mktemp("nginx")
    site = shutil.copytree(site_folder, folder / "site")
    for name in KINDS:
        (site / name).write_text("a file for readers")
    with serve.served(site, folder) as address:
        yield address


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *words: object) -> None:
        return None


def answer(address: str, **headers: str) -> tuple[int, Message, bytes]:
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
def test_every_answer_has_every_header(served: str, address: str, status: int) -> None:
    found, headers, _ = answer(served + address)
    assert found == status
    assert {name: headers[name] for name in hosting.HEADERS} == hosting.HEADERS
    assert headers["Server"] == "nginx"


def test_pages_of_other_sites_can_read_open_data_alone(served: str, site_folder: Path) -> None:
    name = "Access-Control-Allow-Origin"
    data = [path.name for path in (site_folder / "data").iterdir() if path.suffix != ".gz"]
    assert answer(f"{served}/data/{data[0]}")[1][name] == "*"
    for other in ("", "about/", "manifest.json", "data/nothing.csv", "assets/site.css"):
        found, headers, _ = answer(f"{served}/{other}")
        assert (name in headers) is False, (other, found)


def test_what_it_serves_is_as_it_was_made(served: str) -> None:
    """Packed files too: whoever compares can read them."""
    done = command(ROOT, "verify", served)
    assert (done.exit_code, done.stderr) == (0, "")


def test_packed_file_is_sent_to_who_can_read_it(served: str) -> None:
    kind = "br" if serve.BROTLI else "gzip"
    _, headers, body = answer(f"{served}/", **{"Accept-Encoding": f"gzip, {kind}"})
    _, plain, whole = answer(f"{served}/")
    assert headers["Content-Encoding"] == kind
    assert "Accept-Encoding" in headers["Vary"]
    assert (brotli.decompress if serve.BROTLI else gzip.decompress)(body) == whole
    assert plain["Content-Encoding"] is None


def test_page_that_is_known_is_not_sent_again(served: str) -> None:
    _, headers, _ = answer(f"{served}/search/")
    assert answer(f"{served}/search/", **{"If-None-Match": headers["ETag"]})[0] == 304


def test_every_old_address_leads_to_a_page(served: str, real_site: Site) -> None:
    for redirect in real_site.redirects:
        for old in (redirect.from_, f"{redirect.from_}/"):
            status, headers, _ = answer(f"{served}/{old}")
            assert (status, headers["Location"]) == (301, f"/{redirect.to}")
            assert answer(served + headers["Location"])[0] == 200


def test_missing_page_helps(served: str) -> None:
    status, headers, body = answer(f"{served}/procedures/nowhere/")
    assert status == 404
    assert headers["Content-Type"].startswith("text/html")
    assert b"Page not found" in body
    assert b'href="/worried-about-a-child/"' in body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("training/calendar.ics", "text/calendar"),
        ("data/contacts.csv", "text/csv"),
        ("updates.xml", "text/xml"),
        ("data/datapackage.json", "application/json"),
    ],
)
def test_file_has_its_kind(served: str, site_folder: Path, name: str, kind: str) -> None:
    if not (site_folder / name).exists():
        pytest.skip("this board has nothing to put into it")
    assert answer(f"{served}/{name}")[1]["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_file_of_an_editor_has_its_kind(served: str, name: str, kind: str) -> None:
    assert answer(f"{served}/{name}")[1]["Content-Type"] == kind


@pytest.mark.parametrize("folder", ["data/", "assets/", "training/sessions/"])
def test_folder_without_a_page_is_a_missing_page(served: str, folder: str) -> None:
    status, headers, body = answer(f"{served}/{folder}")
    assert status == 404
    assert b"Page not found" in body
    assert headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["_headers", "_redirects", "_redirects.conf"])
def test_what_is_for_hosts_is_not_for_readers(served: str, name: str) -> None:
    assert answer(f"{served}/{name}")[0] == 404


TRIED = """daemon off; pid {folder}/pid; error_log stderr;
events {{ }}
http {{ server {{ listen 127.0.0.1:1; include {folder}/_redirects.conf; }} }}
"""


def judged(folder: Path) -> subprocess.CompletedProcess[str]:
    """What nginx says of the old addresses in `folder`."""
    (folder / "tried.conf").write_text(TRIED.format(folder=folder))
    return subprocess.run(
        [serve.NGINX, "-t", "-q", "-p", folder, "-c", folder / "tried.conf"],
        capture_output=True,
        text=True,
    )


# Signs of old addresses, and those that mean something to a server; what the model takes of them.
WORDS = st.text(st.sampled_from("aZ09.-_~+&,'()%20 /;{}$#*:\"\\\n"), min_size=1, max_size=9)
PAIRS = st.lists(st.tuples(WORDS, st.sampled_from(["a/", "#a", "a-b/c/#d.E_f", "assets/a.pdf"])))


@settings(max_examples=10, deadline=None, database=None)
@given(PAIRS)
@example([("it's a report (2).pdf", "report/#top"), ("uploads/a%20b", "#a"), ("a..b/~&,+", "a/")])
def test_nginx_can_read_every_old_address_that_is_allowed(pairs: list[tuple[str, str]]) -> None:
    entries = [{"from": old, "to": new, "was": "A page"} for old, new in pairs]
    redirects = {entry.from_: entry for entry in map(_redirect, entries) if entry}
    with tempfile.TemporaryDirectory() as folder:
        hosting.write(_with(*redirects.values()), Path(folder))
        assert judged(Path(folder)).stderr == ""
        lines = Path(folder, "_redirects").read_text("utf-8").split("\n")[: len(redirects)]
    assert len(lines) == len(redirects)
    assert all(re.fullmatch(r"/\S+ /\S* 301", line) for line in lines)


def _with(*redirects: Redirect) -> Site:
    """The invented board, as if its files named these old addresses."""
    site = INVENTED.site()
    site.__dict__["redirects"] = redirects
    return site


def _redirect(entry: dict[str, str]) -> Redirect | None:
    """The old address as a record, if the model takes it."""
    try:
        return Redirect.model_validate(entry)
    except ValidationError:
        return None


@pytest.mark.parametrize("old", ["a;b", 'a"b', "a{b", "x{stub_status;}#y"])
def test_what_spoils_the_settings_of_nginx_is_never_written(tmp_path: Path, old: str) -> None:
    """Even if a model should let it pass: nginx itself refuses such settings, or obeys them."""
    redirect = INVENTED.site().redirects[0].model_copy(update={"from_": old})
    with pytest.raises(ValueError, match="is no word for the settings of a server"):
        hosting.write(_with(redirect), tmp_path)
    assert not (tmp_path / "_redirects.conf").exists()
