"""A list of a site's files, by which anyone can tell whether the site is as it was made."""

import functools
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from safeguarding import state
from safeguarding.exports import hosting, manifest
from safeguarding.exports.manifest import Manifest
from safeguarding.state import State
from tests.conftest import NOW, command
from tests.small import small_site

CALM = State("0123456789abcdef0123456789abcdef01234567", changed=False)
PAGES = ("index.html", "404.html", "about/index.html", "assets/a b.pdf", "_headers")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was made, with an old address that leads on."""
    folder = tmp_path / "site"
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"This is {name}.", "utf-8")
    board = small_site()
    for redirect in board.redirects:
        for name in (redirect.page, f"{redirect.to.partition('#')[0]}index.html"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(f"This is {name}.", "utf-8")
    manifest.write(board, folder, NOW, CALM)
    return folder


class Server(SimpleHTTPRequestHandler):
    """A host of static files that sends our headers, and leads on from what has moved."""

    headers_sent: ClassVar[dict[str, str]]
    moved: ClassVar[dict[str, str]]

    def do_GET(self) -> None:
        if self.path in self.moved:
            self.send_response(301)
            self.send_header("Location", self.moved[self.path])
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def host(site: Path) -> Iterator[type[Server]]:
    """How the host answers; its address is `host.address`."""

    class Host(Server):
        headers_sent: ClassVar = dict(hosting.HEADERS)
        moved: ClassVar[dict[str, str]] = {}
        address = ""

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=site)) as server:
        Host.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host
        server.shutdown()


def told(*words: str) -> list[str]:
    """What is told of a site that differs."""
    done = command(Path.cwd(), "verify", *words)
    assert (done.exit_code, done.stdout) == (1, "")
    return done.stderr.splitlines()


def test_every_file_is_listed_with_its_fingerprint(site: Path) -> None:
    listed = json.loads((site / manifest.NAME).read_text("utf-8"))
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert listed["files"].keys() == found - {manifest.NAME}
    sums = subprocess.run(["sha256sum", "index.html"], cwd=site, capture_output=True, text=True)
    assert listed["files"]["index.html"] == sums.stdout.split()[0]
    assert (listed["commit"], listed["changed"]) == (CALM.commit, False)


def test_what_is_as_it_was_made_is_told_with_its_commit(site: Path, host: Any) -> None:
    for where in (str(site), host.address, host.address.rstrip("/")):
        done = command(site, "verify", where)
        assert (done.exit_code, done.stderr) == (0, "")
        count = len(Manifest.of((site / manifest.NAME).read_bytes()).files)
        assert done.stdout == (
            f"{where} is as it was made: {count} files, made on 23 November 2026 from commit"
            f" {CALM.commit}.\n"
        )


def test_what_differs_in_a_folder_is_told(site: Path) -> None:
    (site / "index.html").write_text("other words", "utf-8")
    (site / "404.html").unlink()
    (site / "assets/more.pdf").write_text("foreign", "utf-8")
    (site / "about/linked").symlink_to(site / "assets")
    assert told(str(site)) == [
        "404.html: is missing",
        "about/linked: is not of this site",
        "assets/more.pdf: is not of this site",
        "index.html: is altered",
        f"{site} differs in 4 points.",
    ]


def test_what_differs_at_an_address_is_told(site: Path, host: Any) -> None:
    (site / "about/index.html").write_text("other words", "utf-8")
    (site / "assets/a b.pdf").unlink()
    (site / "_headers").unlink()  # which hosts need not send
    host.headers_sent["Referrer-Policy"] = "unsafe-url"
    del host.headers_sent["X-Frame-Options"]
    *lines, frames, policy, last = told(host.address)
    assert lines == ["about/index.html: is altered", "assets/a b.pdf: is missing"]
    assert re.fullmatch(r"X-Frame-Options: is not sent with 404\.html and \d+ more", frames)
    assert re.fullmatch(r"Referrer-Policy: is unsafe-url with 404\.html and \d+ more", policy)
    assert last == f"{host.address} differs in 4 points."
    assert told(host.address, "--no-headers")[-1] == f"{host.address} differs in 2 points."


def test_list_that_was_altered_too_is_found_beside_another(
    site: Path, host: Any, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / manifest.NAME).write_bytes((site / manifest.NAME).read_bytes())
    (site / "index.html").write_text("other words", "utf-8")
    (site / manifest.NAME).unlink()
    manifest.write(small_site(), site, NOW, CALM)
    assert command(site, "verify", host.address).exit_code == 0
    assert told(host.address, "--against", str(mine))[0] == "index.html: is altered"


def test_old_address_may_lead_on_to_its_page_and_nowhere_else(site: Path, host: Any) -> None:
    redirect = small_site().redirects[0]
    old = f"/{redirect.page.removesuffix('index.html')}"
    host.moved[old] = f"/{redirect.to}"
    assert command(site, "verify", host.address).exit_code == 0
    host.moved[old] = "/404.html"
    assert told(host.address)[0] == f"{redirect.page}: is altered"
    host.moved = {"/about/": f"/{redirect.to}"}
    assert told(host.address)[0] == "about/index.html: is altered"


def test_host_that_answers_what_is_not_there_is_told(site: Path, host: Any) -> None:
    def soft(self: Server, *_: Any) -> None:
        self.path = "/404.html"
        self.do_GET()

    host.send_error = soft
    assert told(host.address)[0] == "an address that is none: is answered with status 200"


OF_ANOTHER_KIND: list[dict[str, Any]] = [
    {"files": [[1, "0" * 64]]},
    {"files": {"a": ["0" * 64]}},
    {"files": {"//other.example/a": "0" * 64}},
    {"files": {"../a": "0" * 64}},
    {"files": {"/a": "0" * 64}},
    {"files": {"a\n::error::": "0" * 64}},
    {"moved": {"a/index.html": 5}},
    {"commit": "\x1b[2J"},
    {"commit": {"a": 1}},
    {"made": "yesterday"},
]


@pytest.mark.parametrize("other", OF_ANOTHER_KIND)
def test_list_is_of_files_below_one_folder_and_of_nothing_else(other: dict[str, Any]) -> None:
    files = {"about/index.html": "0" * 64}
    moved = {"a/index.html": "about/"}
    sound: dict[str, Any] = {"made": "2026-11-27T09:00:00Z", "commit": None, "changed": None}
    sound |= {"files": files, "moved": moved}
    assert Manifest.of(json.dumps(sound)).files == files
    with pytest.raises(ValueError, match="is no list of a site's files"):
        Manifest.of(json.dumps(sound | other))


def test_what_a_host_sends_is_written_out(host: Any) -> None:
    host.headers_sent = hosting.HEADERS | {"Cache-Control": "a\x1b[2J"}
    assert told(host.address)[0].startswith(r"Cache-Control: is a\x1b[2J with ")


def test_largest_file_that_readers_are_given_is_compared(host: Any, site: Path) -> None:
    (site / "film.mp4").write_bytes(b"a" * 9_000_000)  # of another answer it would be too much
    (site / manifest.NAME).unlink()
    manifest.write(small_site(), site, NOW, CALM)
    assert command(site, "verify", host.address).exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "is not there: build the site first"),
        ("[]", "is no list of a site's files"),
        ("{", "is no list of a site's files"),
        ("[" * 100_000, "is no list of a site's files"),
    ],
)
def test_site_without_a_list_cannot_be_compared(
    tmp_path: Path, text: str | None, said: str
) -> None:
    if text is not None:
        (tmp_path / manifest.NAME).write_text(text, "utf-8")
    path = tmp_path / manifest.NAME
    assert told(str(tmp_path)) == [f"{tmp_path}: cannot be compared: {path} {said}"]


def test_silence_is_told() -> None:
    where = "http://127.0.0.1:1/"
    assert told(where) == [f"{where}: cannot be compared: could not be reached (ConnectionError)"]


def test_state_is_that_of_git(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@board.example"]
        done = subprocess.run(["git", *who, *words], cwd=tmp_path, capture_output=True, text=True)
        return done.stdout.strip()

    assert state.of(tmp_path) is None
    git("init", "--quiet")
    (tmp_path / "a").write_text("a", "utf-8")
    git("add", "a")
    git("commit", "--quiet", "--message", "One")
    commit = git("rev-parse", "HEAD")
    assert state.of(tmp_path) == (commit, False)
    (tmp_path / "a").write_text("b", "utf-8")
    assert state.of(tmp_path) == (commit, True)
