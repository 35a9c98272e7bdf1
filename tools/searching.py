#!/usr/bin/env python3
"""Measure what a search costs on a slow phone, on sites that were built: python tools/searching.py
site ../grown/site

Bytes are those a server sends with brotli: until the box can be used, and until the results of a
first query are there. Times are from the first touch of the box, on a line of 1.6 Mbit/s with
150 ms to and fro, and a processor four times slower.
"""

import functools
import http.server
import os
import shutil
import statistics
import sys
import threading
import time
from pathlib import Path

from packed import Packed, packed
from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = "about/"
QUERIES = ("missing from care home", "who do i ring about a neighbours child", "private fostring")
RUNS = 3
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 100_000,
}


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
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", installed), args=["--no-sandbox"]
        )
        print(f"{'ready':>8} {'results':>8} {'ms':>6}   medians of {RUNS}")
        for site in map(Path, sys.argv[1:]):
            server = http.server.ThreadingHTTPServer(
                ("127.0.0.1", 0), functools.partial(Packed, directory=site)
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            origin = f"http://127.0.0.1:{server.server_port}/"
            for query in QUERIES:
                asked = [ask(browser, origin, site, query) for _ in range(RUNS)]
                ready, results, took = map(statistics.median, zip(*asked, strict=True))
                print(f"{ready:8.0f} {results:8.0f} {took:6.0f}   {site}: {query}")
        browser.close()


if __name__ == "__main__":
    main()
