"""What an author sees while writing: the real site, which reloads itself when a page or a fact
changes."""

import os
import subprocess
import sys
import time
import urllib.request

import pytest


@pytest.fixture
def served(project):
    """The address of the project as `make serve` shows it."""
    port = 18000 + os.getpid() % 2000
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


def fetched(address):
    for _ in range(120):
        try:
            return urllib.request.urlopen(address, timeout=60).read().decode()
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the server did not answer")


def test_page_that_is_served_to_an_author_may_reload_itself(served):
    page = fetched(served + "about/")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page
