"""A browser on the built site, over a server on this machine alone."""

import datetime
import functools
import http.server
import os
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

from safeguarding.site import load_site
from tests.conftest import ROOT

FACTS = load_site(ROOT)
PROCEDURE = (  # the longest that there is
    f"procedures/{max(FACTS.procedures, key=lambda id: len(FACTS.procedures[id].steps))}/"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


@pytest.fixture(scope="session")
def origin(site_folder):
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=site_folder)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    installed = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", installed), args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, origin):
    """open_page(address, width=..., scheme=..., at=...) -> a page that has settled, its clock set
    to `at` if given.

    What it asked for and complained of is kept on it.
    """
    contexts = []

    def open(address, width=1280, scheme="light", at=None, **options):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        if at:
            page.clock.install(
                time=datetime.datetime.fromisoformat(str(at)) - datetime.timedelta(minutes=1)
            )
            page.clock.pause_at(at)  # and there it stands: a busy machine must not be late for it
        page.asked, page.complained = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on(
            "console",
            lambda message: (
                page.complained.append(message.text)
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: page.complained.append(str(error)))
        page.goto(f"{origin}/{address}")
        page.wait_for_timeout(350)  # colours fade in
        return page

    yield open
    for context in contexts:
        context.close()
