"""The preview, opened from a disk: its pages look as they do, and every link leads to a page."""

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from safeguarding.exports import preview
from tests.browser.conftest import listen

LINKS = "[...document.querySelectorAll('a[href]')].map(link => link.href)"


def test_every_link_between_pages_on_a_disk_leads_to_a_file(
    other_site: Path, page: Page, tmp_path: Path
) -> None:
    preview.write(other_site, tmp_path / "preview.zip")
    with zipfile.ZipFile(tmp_path / "preview.zip") as packed:
        packed.extractall(tmp_path)
    tab = listen(page)
    waiting, seen = [(tmp_path / "site/index.html").as_uri()], set()
    while waiting:
        tab.goto(waiting.pop())
        for link in tab.evaluate(LINKS):
            address = urlsplit(link)
            file = Path(unquote(address.path))
            if address.scheme == "file" and file not in seen:
                seen.add(file)
                assert file.is_file(), f"{tab.url} leads to {file}"
                waiting += [file.as_uri()] if file.suffix == ".html" else []
    assert len(seen) > 20
    assert tab.evaluate("document.styleSheets.length") == 1
    assert tab.complained == [], "a style or a script was not let in"
