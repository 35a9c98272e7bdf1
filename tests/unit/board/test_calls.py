"""Lists that make themselves: every page is found by its title and by the words that people use for
it."""

from safeguarding.authoring import Author
from safeguarding.board import views as lists
from safeguarding.site import Site
from tests.conftest import NOW


def test_a_to_z_has_every_page_and_every_word_of_it(real_site: Site) -> None:
    words = {
        (word.word, word.href)
        for _, found in lists.a_to_z(real_site, "a-z/", NOW.date())
        for word in found
    }
    for address in real_site.titles:
        if address:
            assert (
                real_site.title(address),
                f"../{address}",
            ) in words or address == "a-z/", address
    for address, head in real_site.pages.items():
        assert {(word, f"../{address}") for word in head.keywords} <= words, address


def test_no_two_pages_share_a_title(real_site: Site) -> None:
    """A page about the past says so, for it may read like one of today."""
    titles = [real_site.title(address) for address in real_site.titles]
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_letters_lead_to_their_words(real_site: Site) -> None:
    author = Author(real_site, here=lambda: "a-z/", now=NOW)
    for html, found in (
        (author.a_to_z(), lists.a_to_z(real_site, "a-z/", NOW.date())),
        (author.glossary_list(), lists.glossary(real_site)),
    ):
        letters = [letter.lower() for letter, _ in found]
        assert "a" in letters
        assert [
            letter
            for letter in letters
            if f'href="#letter-{letter}"' not in html or f'id="letter-{letter}"' not in html
        ] == []


def test_last_changes_are_as_many_as_one_asks_for(real_site: Site) -> None:
    author = Author(real_site, here=lambda: "", now=NOW)
    assert author.updates(2).count("<li>") == 2
    assert author.updates().startswith(author.updates(2).removesuffix("</ul>"))
