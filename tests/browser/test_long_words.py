"""A word of any length, wherever the models take a text, widens no page."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from safeguarding.pages import facts
from safeguarding.site import load_site
from tests import hostile
from tests.browser.conftest import served
from tests.conftest import NOW, OTHER, build_other, copied
from tests.site.test_hostile_text import FIRST, taking

LONG = f" {'w' * 400}"
WIDTH = 320
# Whatever shows where words stand: of pages that look alike, one.
PAGES = (
    *("index.html", "404.html", "offline/index.html", "search/index.html", "check/index.html"),
    *("about/groups/index.html", "about/leaflets/listening/index.html", "training/index.html"),
    *("performance/referrals/index.html", "performance/referred/index.html"),
    *("performance/index.html", "performance/children/index.html", "plan-2025-28/index.html"),
    *("procedures/index.html", "procedures/listening/index.html", "publications/index.html"),
    *("report-2020-21/money/index.html", "report/people/index.html", "business-plan/index.html"),
)
WIDER = """() => [document.documentElement.scrollWidth,
  ...[...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 200)).slice(-1)]"""


@pytest.fixture
def long_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site of the invented board with such a word in every place that takes it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setattr(facts, "facts_have_no_marks", lambda site: iter(()))
    free = taking(hostile.places(load_site(OTHER), OTHER), " " + " ".join(FIRST))
    kept = taking(free, LONG)
    assert len(kept) > 0.9 * len(free)
    board = copied(tmp_path)
    for name, text in hostile.spoilt(kept, LONG, OTHER).items():
        (board / name).write_text(text, "utf-8")
    return build_other(board)


def test_no_page_is_wider_than_a_phone(page: Page, long_words: Path) -> None:
    page.set_viewport_size({"width": WIDTH, "height": 900})
    wide = {}
    with served(long_words) as origin:
        for address in PAGES:
            page.goto(f"{origin}/{address}", wait_until="domcontentloaded")
            assert LONG.strip() in page.content(), address
            width, *widest = page.evaluate(WIDER)
            if width > WIDTH:
                wide[address] = (width, widest)
    assert wide == {}, json.dumps(wide, indent=1)
