"""On a page in another language all that stands around its content is in that language; all else
is the title of a page in English that one can go to, or a name."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from safeguarding.site import Site
from safeguarding.soundness import sound_site
from tests.conftest import OTHER, ours_alone

# Each text around the content that is seen or heard, with its language, and whether it says where
# one can go. The main menu is English as a whole: so is what it is called.
TEXTS = """() => {
  const texts = [], outside = one => !one.closest("article, script, style")
  const note = (words, one) => outside(one) && /\\p{L}/u.test(words) && texts.push([
    words.trim().replace(/\\s+/g, " "), one.closest("[lang]").lang,
    one.matches(":is(nav, .care) a, .brand, #section")])
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) note(walker.currentNode.data, walker.currentNode.parentElement)
  const scripts = ["print", "leaving", "twice", "once"].map(one => `data-${one}`)
  const heard = ["aria-label", "placeholder", ...scripts]
  for (const name of heard)
    for (const one of document.querySelectorAll(`[${name}]:not(.masthead nav)`))
      note(one.getAttribute(name), one)
  return texts
}"""


class Text(NamedTuple):
    """A text around the content of a page."""

    words: str
    language: str
    leads_on: bool


def frame(page: Page, address: str) -> list[Text]:
    page.goto(address)
    return [Text(*text) for text in page.evaluate(TEXTS)]


def left_over(page: Page, origin: str, site: Site, address: str) -> list[Text]:
    """What is in English around a page in another language, and leads nowhere: what says so of
    itself, and what its original says as well."""
    original = frame(page, f"{origin}/{site.original_of(address) or ''}")
    english = {text.words for text in original} - set(own(site, address))
    return [
        text
        for text in frame(page, f"{origin}/{address}")
        if (not text.leads_on if text.language == "en" else text.words in english)
    ]


def own(site: Site, address: str) -> Iterator[str]:
    """What stands around pages in English too, and is none: titles and names; and words that the
    language shares with English."""
    yield from (site.titles[one] for one in site.titles if site.language_of(one))
    yield from (version.name for version in site.versions_of(address))
    yield from (str(words) for _, words in site.fixed_words(address))


def spoken(site: Site) -> list[str]:
    return [address for address in site.titles if site.language_of(address)]


@pytest.mark.parametrize("address", spoken(sound_site(OTHER)))
def test_frame_of_a_page_is_in_its_language(page: Page, origin_of_other: str, address: str) -> None:
    assert left_over(page, origin_of_other, sound_site(OTHER), address) == []


@ours_alone
def test_frame_of_each_page_of_ours_is_in_its_language(
    page: Page, origin: str, real_site: Site
) -> None:
    assert spoken(real_site)
    for address in spoken(real_site):
        assert left_over(page, origin, real_site, address) == [], address
