"""What an author sees while writing: a site that reloads itself when a page or a fact changes."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import OTHER, copy


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a project as `make serve` shows it: of the invented board, which is small."""
    project = copy(tmp_path)
    for part in ("data", "docs"):
        shutil.rmtree(project / part)
        shutil.copytree(OTHER / part, project / part)
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


def fetched(address: str) -> str:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return str(answer.read(), "utf-8")
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the server did not answer")


def test_page_that_is_served_to_an_author_may_reload_itself(served: str) -> None:
    page = fetched(served + "about/")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page
