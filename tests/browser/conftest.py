"""A browser on the built site, over a server on this machine alone."""

import collections
import datetime
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from safeguarding.pages import empty
from safeguarding.shared import addresses
from safeguarding.site import load_site
from tests.conftest import ROOT

FACTS = empty.built(load_site(ROOT))  # without pages that are not built
ANY = "about/accessibility/"  # a page that every board has
# The procedure with most steps; of a board that has none, the page that it surely has.
LONGEST = max(FACTS.procedures, key=lambda id: len(FACTS.procedures[id].steps), default="")
PROCEDURE = addresses.procedure(LONGEST) if LONGEST else ANY
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Tab(Page):
    """A page in the browser, which keeps what it asked for and complained of."""

    asked: list[str]
    complained: list[str]


OpenPage = Callable[..., Tab]
Idle = dict[str, list[Tab]]
Scheme = Literal["dark", "light"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 1280)
VIEWS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    )
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def origin(site_folder: Path) -> Iterator[str]:
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def origin_of_other(other_site: Path) -> Iterator[str]:
    """The address of the invented board's site."""
    with served(other_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
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
def page(browser: Browser) -> Iterator[Page]:
    """A tab that no test has had."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def idle(browser: Browser) -> Idle:
    """The tabs that a test has left, by the options of their browser: a new one for each page would
    take longer to come than most tests take."""
    return collections.defaultdict(list)


@pytest.fixture
def open_page(browser: Browser, origin: str, idle: Idle) -> Iterator[OpenPage]:
    """open_page(address, width=..., scheme=..., at=...) -> a page that has loaded, its clock set
    to `at` if given.

    What it asked for and complained of since is kept on it. With `fresh` or `at`, the reader has
    never been here before: nothing is in the browser yet.
    """
    used: list[tuple[str, Tab]] = []
    once: list[Tab] = []

    def tab(fresh: bool, options: dict[str, Any]) -> Tab:
        key = repr(sorted(options.items()))
        if idle[key] and not fresh:
            page = idle[key].pop()
        else:
            page = listen(browser.new_context(**options).new_page())
        if fresh:
            once.append(page)
        else:
            used.append((key, page))
        return page

    def open(
        address: str,
        width: int = 1280,
        scheme: Scheme = "light",
        at: datetime.datetime | str | None = None,
        fresh: bool = False,
        **options: Any,
    ) -> Tab:
        page = tab(fresh or at is not None, options)
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="null", color_scheme=scheme)
        if at:
            page.clock.install(
                time=datetime.datetime.fromisoformat(str(at)) - datetime.timedelta(minutes=1)
            )
            page.clock.pause_at(at)  # and there it stands: a busy machine must not be late for it
        page.asked.clear()
        page.complained.clear()
        page.goto(f"{origin}/{address}")
        return page

    yield open
    for page in once:
        page.context.close()
    for key, page in used:
        page.goto("about:blank")  # what comes late is not told of the next page
        page.context.clear_cookies()
        idle[key].append(page)


def listen(page: Page) -> Tab:
    """The page, which keeps from now on what it asks for and complains of."""
    tab = cast(Tab, page)
    tab.asked, tab.complained = [], []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            tab.complained.append(message.text)

    page.on("request", lambda request: tab.asked.append(request.url))
    page.on("console", hear)
    page.on("pageerror", lambda error: tab.complained.append(str(error)))
    return tab


def views(page: Page) -> Iterator[str]:
    """Show a page at each width and in each colour scheme; gives what to call each view."""
    for width, scheme in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        yield f"{width} px, {scheme}"
