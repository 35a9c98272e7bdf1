"""What opens without a connection, after one visit: a real worker in a real browser, and a server
that can be taken away."""

import functools
import http.server
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from safeguarding.exports import hosting, search
from safeguarding.shared import addresses, kept
from tests.browser import axe
from tests.browser.conftest import ANY, FACTS, Quiet, listen, views
from tests.conftest import NOW

KEPT = kept.pages(FACTS, NOW)
NOT_KEPT = "a-z/"
MADE = "23 November 2026"  # the day of NOW, on which the site was built
READY = """new Promise(ready => navigator.serviceWorker.controller ? ready(true)
    : navigator.serviceWorker.addEventListener("controllerchange", () => ready(true)))"""
CACHES = "caches.keys()"


class Server(http.server.ThreadingHTTPServer):
    """A server that answers, breaks off, says nothing, or fails, as `does` says."""

    does = "answers"
    daemon_threads = True

    def handle_error(self, *words: object) -> None:
        """Nothing: a browser may go at any time."""


class Handler(Quiet):
    server: Server

    def do_GET(self) -> None:
        if self.server.does == "breaks off":
            self.close_connection = True
        elif self.server.does == "says nothing":
            while self.server.does == "says nothing":
                time.sleep(0.1)
        elif self.server.does == "fails":
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in hosting.HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Server, str]]:
    """A server on a folder, and its address."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, f"http://127.0.0.1:{server.server_port}/"
    server.does = "answers"
    server.shutdown()
    server.server_close()


class Reader:
    """Someone whose browser keeps the site since a visit of `page`."""

    def __init__(self, context: BrowserContext, server: Server, root: str):
        self.context, self.server, self.root = context, server, root
        self.page = context.new_page()
        self.page.goto(f"{root}{ANY}")
        assert self.page.evaluate(READY)

    def open(self, address: str) -> Response:
        """Open a page, whatever the server does."""
        answer = self.page.goto(self.root + address)
        assert answer
        return answer

    @property
    def band(self) -> str:
        """What the page says of being kept; nothing, if it is the newest."""
        return " ".join(self.page.locator("[aria-label=Offline] strong").all_inner_texts())

    def cut(self, does: str = "breaks off") -> None:
        self.server.does = does


@contextmanager
def reading(browser: Browser, folder: Path) -> Iterator[Reader]:
    with serving(folder) as (server, root):
        context = browser.new_context()
        yield Reader(context, server, root)
        context.close()


@pytest.fixture(scope="module")
def shared(browser: Browser, site_folder: Path) -> Iterator[Reader]:
    with reading(browser, site_folder) as reader:
        yield reader


@pytest.fixture
def reader(shared: Reader) -> Iterator[Reader]:
    """A reader of the real site, on line."""
    yield shared
    shared.server.does = "answers"


@pytest.fixture
def own(browser: Browser, other_site: Path, tmp_path: Path) -> Iterator[tuple[Reader, Path]]:
    """A reader of the invented board, and the folder of its site, which a test may change."""
    folder = shutil.copytree(other_site, tmp_path / "site")
    with reading(browser, folder) as reader:
        yield reader, folder


@pytest.mark.parametrize("address", KEPT.every)
def test_what_to_do_opens_without_a_connection(reader: Reader, address: str) -> None:
    reader.cut()
    assert reader.open(address).status == 200
    page = reader.page
    assert page.url == reader.root + address
    assert page.title().startswith(FACTS.titles[address] if address else FACTS.board.name)
    assert reader.band == f"You are offline. This page is of {MADE}."
    number = FACTS.emergency.phone
    call = page.locator(".urgent").locator('a[href^="tel:"]')
    expect(call).to_be_visible()
    assert call.get_attribute("href") == f"tel:{number}"
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50


@pytest.mark.parametrize("address", KEPT.tools)
def test_tool_asks_and_answers_without_a_connection(reader: Reader, address: str) -> None:
    reader.cut()
    reader.open(address)
    sections = reader.page.locator(".tool section")
    while (choices := sections.locator("visible=true").locator(".choices a")).count():
        choices.first.click()
    expect(reader.page.locator(".tool section.end").locator("visible=true")).to_have_count(1)


def test_every_procedure_and_tool_and_the_numbers_are_kept() -> None:
    assert {addresses.procedure(id) for id in FACTS.procedures} == set(KEPT.procedures)
    assert len(KEPT.tools) == len(FACTS.decision_trees)
    assert {"", addresses.CONTACTS} <= set(KEPT.every)


def test_what_is_not_kept_is_said_with_whom_to_call_and_what_opens(reader: Reader) -> None:
    reader.cut()
    assert reader.open(NOT_KEPT).status == 503
    page = reader.page
    assert page.url == reader.root + NOT_KEPT, "loading it again is another try"
    assert reader.band == (
        f"You are offline. The page that you asked for is not kept on this device. This list is of"
        f" {MADE}."
    )
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
    phones = {one.phone for one in FACTS.contacts.values() if one.phone}
    assert phones <= {*page.locator(".contacts .number").all_inner_texts()}
    assert all(one.startswith("tel:") for one in hrefs(page, ".contacts .number"))
    opens = {
        url.removeprefix(reader.root)
        for url in hrefs(page, "article > ul:not(.contacts) a", whole=True)
    }
    assert opens == set(KEPT.every)
    page.get_by_role("link", name=FACTS.titles[KEPT.every[-1]]).last.click()
    assert reader.band.startswith("You are offline. This page is of")


def hrefs(page: Page, which: str, whole: bool = False) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        which, f"links => links.map(link => link.{'href' if whole else 'getAttribute(`href`)'})"
    )
    return found


def test_try_again_leads_to_the_page_once_there_is_a_connection(reader: Reader) -> None:
    reader.cut()
    reader.open(NOT_KEPT)
    reader.server.does = "answers"
    reader.page.get_by_role("link", name="Try again").click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(FACTS.titles[NOT_KEPT])
    assert reader.band == ""


def test_search_finds_what_is_kept_and_nothing_else(reader: Reader) -> None:
    reader.cut()
    reader.open("search/?q=child")
    reader.page.locator(".found li a").first.wait_for()
    found = {url.partition("#")[0] for url in hrefs(reader.page, ".found li a", whole=True)}
    assert found <= {reader.root + address for address in KEPT.every}


def test_old_address_leads_to_a_kept_page(reader: Reader) -> None:
    old = [one for one in FACTS.redirects if one.to.partition("#")[0] in KEPT.every]
    reader.cut()
    for redirect in old:
        reader.open(redirect.from_)
        assert reader.page.url == reader.root + redirect.to
        assert reader.band


@pytest.mark.parametrize("written", ["about/contacts/index.html", "about/contacts"])
def test_other_ways_to_write_an_address_lead_to_the_page_too(reader: Reader, written: str) -> None:
    reader.cut()
    assert reader.open(written).status == 200
    assert reader.page.title().startswith(FACTS.titles[addresses.CONTACTS])


@pytest.mark.parametrize("does", ["says nothing", "fails"])
def test_kept_page_stands_in_where_the_site_does_not_answer(reader: Reader, does: str) -> None:
    reader.cut(does)
    reader.open("worried-about-a-child/")
    assert reader.band == f"The network does not answer. This page is of {MADE}."
    assert reader.page.evaluate("document.styleSheets[0].cssRules.length") > 50


def test_browser_that_knows_it_is_offline_shows_the_same(reader: Reader) -> None:
    reader.context.set_offline(True)
    reader.cut()
    reader.open("")
    assert reader.band == f"You are offline. This page is of {MADE}."
    reader.context.set_offline(False)


def test_page_that_is_not_there_is_told_as_ever(reader: Reader) -> None:
    assert reader.open("nowhere/").status == 404
    assert reader.band == ""


def test_worker_is_let_in_by_the_policy_and_complains_of_nothing(reader: Reader) -> None:
    tab = listen(reader.context.new_page())
    for address in ("", NOT_KEPT, *KEPT.tools):
        tab.goto(reader.root + address)
        assert tab.evaluate("navigator.serviceWorker.controller !== null")
    assert tab.complained == []
    tab.close()


def test_states_without_a_connection_are_accessible(reader: Reader) -> None:
    reader.cut()
    for address in (NOT_KEPT, "", addresses.CONTACTS):
        reader.open(address)
        axe.prepare(reader.page)
        for view in views(reader.page):
            assert axe.violations(reader.page) == [], (address, view)
            assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_exit_leads_to_a_blank_page_where_nothing_answers(reader: Reader) -> None:
    reader.cut()
    reader.open("")
    reader.context.set_offline(True)
    reader.page.locator(".leave").click()
    reader.page.wait_for_url("about:blank")
    reader.context.set_offline(False)


def until(page: Page, true: str) -> None:
    """Wait until what a browser promises comes true."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(100)
    raise AssertionError(true)


def change(folder: Path, address: str, old: str, new: str) -> None:
    path = folder / address / "index.html"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_changed_is_shown_at_once_and_kept_with_the_next_build(
    own: tuple[Reader, Path],
) -> None:
    reader, folder = own
    (first,) = reader.page.evaluate(CACHES)
    change(folder, "", MADE, "24 November 2026")
    change(folder, "", "2026-11-23", "2026-11-24")
    reader.open("")
    assert reader.band == ""
    assert "24 November" in reader.page.content()
    worker = folder / "sw.js"
    version = re.search(r'"version":"(\w+)"', worker.read_text("utf-8"))
    assert version
    worker.write_text(worker.read_text("utf-8").replace(version[1], "another"), "utf-8")
    reader.open("")
    newest = first.replace(version[1], "another")
    until(reader.page, f"caches.keys().then(all => `${{all}}` === `{newest}`)")
    reader.cut()
    reader.open("")
    assert reader.band == "You are offline. This page is of 24 November 2026."


def test_build_that_comes_only_in_part_leaves_what_is_kept(own: tuple[Reader, Path]) -> None:
    reader, folder = own
    worker = folder / "sw.js"
    worker.write_text(worker.read_text("utf-8").replace('"version":"', '"version":"x'), "utf-8")
    (folder / search.KEPT).unlink()
    reader.open("")
    until(reader.page, "caches.keys().then(all => all.length === 2)")  # the new one is not whole
    reader.cut()
    reader.open("")
    assert reader.band == f"You are offline. This page is of {MADE}."


def test_site_that_keeps_nothing_more_takes_away_what_was_kept(own: tuple[Reader, Path]) -> None:
    reader, folder = own
    reader.page.evaluate("caches.open('of another site')")
    ends = Path("theme/assets/worker-ends.js").resolve().read_text("utf-8")
    (folder / "sw.js").write_text(ends, "utf-8")
    reader.open("")
    until(reader.page, "caches.keys().then(all => `${all}` === 'of another site')")
    until(reader.page, "navigator.serviceWorker.getRegistrations().then(all => !all.length)")
    reader.cut()
    with pytest.raises(Exception, match="ERR_"):
        reader.open("")


def test_page_without_its_day_is_never_shown(own: tuple[Reader, Path]) -> None:
    reader, _ = own
    reader.page.evaluate(
        "caches.keys().then(async ([name]) => (await caches.open(name))"
        ".put('/', new Response('<header>old advice')))"
    )
    reader.cut()
    assert reader.open("").status == 503
    assert "old advice" not in reader.page.content()


def test_reader_can_delete_all_that_is_kept(browser: Browser, site_folder: Path) -> None:
    with reading(browser, site_folder) as reader:
        reader.open("about/privacy/")
        button = reader.page.get_by_role("button", name="Delete what this site keeps")
        button.click()
        expect(reader.page.get_by_role("status").filter(has_text="Deleted")).to_be_visible()
        assert reader.page.evaluate(CACHES) == []
        reader.open("")
        reader.page.wait_for_timeout(3000)
        assert reader.page.evaluate(CACHES) == [], "is kept anew"
        reader.cut()
        with pytest.raises(Exception, match="ERR_"):
            reader.open("")


def test_nothing_tells_what_was_read(reader: Reader) -> None:
    reader.open(addresses.CONTACTS)
    reader.open(NOT_KEPT)
    reader.open("search/?q=secret")
    names = reader.page.evaluate(CACHES)
    assert len(names) == 1
    entries: list[str] = reader.page.evaluate(
        "name => caches.open(name).then(one => one.keys())"
        ".then(all => all.map(request => request.url))",
        names[0],
    )
    assert f"{reader.root}{search.KEPT}" in entries
    assert not any("secret" in url or NOT_KEPT in url for url in entries)
    state = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert reader.page.evaluate(state) == [0, 0, ""]


@pytest.mark.parametrize("line", ["{ saveData: true }", "{ effectiveType: '2g' }"])
def test_nothing_is_fetched_on_a_line_that_someone_spares(
    browser: Browser, other_site: Path, line: str
) -> None:
    with serving(other_site) as (_, root):
        page = browser.new_page()
        page.add_init_script(
            f"Object.defineProperty(Navigator.prototype, 'connection', {{ get: () => ({line}) }})"
        )
        page.goto(root)
        page.wait_for_timeout(3000)
        assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []
        page.close()


def test_sites_on_one_domain_keep_to_themselves(
    browser: Browser, site_under_a_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "repo").symlink_to(site_under_a_path)
    with serving(tmp_path) as (server, root):
        page = browser.new_page()
        page.goto(f"{root}repo/{ANY}")
        page.evaluate(f"caches.open('{root}other/ 1')")
        assert page.evaluate(READY)
        assert sorted(page.evaluate(CACHES))[0] == f"{root}other/ 1"
        server.does = "breaks off"
        page.goto(f"{root}repo/{addresses.CONTACTS}")
        assert "You are offline" in page.locator(".notice").inner_text()
        page.get_by_role("link", name="Whom to call, and").click()
        assert page.url == f"{root}repo/{addresses.OFFLINE}"
        page.close()
