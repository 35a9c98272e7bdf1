#!/usr/bin/env python3
"""Measure what a search costs on a slow phone, on sites that were built: python tools/searching.py
site

With --grow 500 also as if the site had so many pages: those it has, once more and again, in which
each word that is on few of them is another.

Bytes are those a server sends with brotli: until the box can be used, and until the results of a
first query are there. Times are from the first touch of the box, on a line of 1.6 Mbit/s with
150 ms to and fro, and a processor four times slower.
"""

import argparse
import functools
import http.server
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections import Counter
from itertools import cycle
from pathlib import Path

from packed import Packed, packed
from playwright.sync_api import Browser, Page, sync_playwright

from safeguarding.exports import search
from safeguarding.site import load_site

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "about/"
QUERIES = ("missing from care home", "who do i ring about a neighbours child", "private fostring")
RUNS = 3
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 100_000,
}


def grown(folder: Path, site: Path, pages: int) -> Path:
    """A copy of a site, in `folder`, whose search knows so many pages."""
    shutil.copytree(site, folder)
    shutil.rmtree(folder / "search")
    (folder / "search").mkdir()
    facts = load_site(ROOT)
    real = list(search.pages(facts, lambda here: text(site / here / "index.html")))
    on = Counter(word for page in real for word in {*" ".join(page.fields.values()).split()})
    known = {word for word, times in on.items() if times > len(real) / 20}
    every = (again(page, known, at // len(real)) for at, page in zip(range(pages), cycle(real)))
    search.write_pieces(facts, every, folder)
    return folder


def text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def again(page: search.Found, known: set[str], turn: int) -> search.Found:
    """A page in other words: those that many pages have stay."""
    if not turn:
        return page

    def other(one: str) -> str:
        words = (word if word in known else f"{word}{chr(97 + turn)}" for word in one.split())
        return " ".join(words)

    about = page.about | {"parts": [[one[0], *map(other, one[1:])] for one in page.about["parts"]]}
    fields = {name: other(one) for name, one in page.fields.items()}
    return page._replace(about=about, names=list(map(other, page.names)), fields=fields)


def slow_phone(browser: Browser) -> Page:
    """A page as someone has it who has never been here."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page


def ask(browser: Browser, origin: str, site: Path, query: str) -> tuple[int, int, float]:
    """(bytes until the search is ready, bytes until the first results, ms until these)."""
    page = slow_phone(browser)
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url.removeprefix(origin)))
    page.goto(f"{origin}{ADDRESS}", wait_until="networkidle")
    loaded.clear()
    page.locator("#q").focus()
    page.wait_for_timeout(3000)
    ready = sum(len(packed(site / name)) for name in loaded)
    page.locator("#q").fill(query)
    page.locator(".results li").first.wait_for()
    page.wait_for_timeout(300)
    results = sum(len(packed(site / name)) for name in loaded)
    page.context.close()
    page = slow_phone(browser)
    page.goto(f"{origin}{ADDRESS}", wait_until="networkidle")
    begun = time.monotonic()
    page.locator("#q").focus()
    page.locator("#q").fill(query)
    page.locator(".results li").first.wait_for()
    took = 1000 * (time.monotonic() - begun)
    page.context.close()
    return ready, results, took


def main() -> None:
    names = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
    installed = next(filter(None, map(shutil.which, names)), None)
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("sites", nargs="+", type=Path, help="folders of sites that were built")
    said.add_argument("--grow", nargs="*", type=int, default=[], help="so many pages as well")
    asked = said.parse_args()
    with sync_playwright() as tools, tempfile.TemporaryDirectory() as scratch:
        browser = tools.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", installed), args=["--no-sandbox"]
        )
        print(f"{'ready':>8} {'results':>8} {'ms':>6}   medians of {RUNS}")
        more = [grown(Path(scratch) / str(pages), asked.sites[0], pages) for pages in asked.grow]
        for site in [*asked.sites, *more]:
            server = http.server.ThreadingHTTPServer(
                ("127.0.0.1", 0), functools.partial(Packed, directory=site)
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            origin = f"http://127.0.0.1:{server.server_port}/"
            for query in QUERIES:
                each = [ask(browser, origin, site, query) for _ in range(RUNS)]
                ready, results, took = map(statistics.median, zip(*each, strict=True))
                print(f"{ready:8.0f} {results:8.0f} {took:6.0f}   {site}: {query}")
        browser.close()


if __name__ == "__main__":
    main()
