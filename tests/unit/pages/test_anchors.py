"""A link to a part of a page leads to one that is there, and is told before any page is built: a
heading, a tag with a name, what a call shows; and parts of pages that nobody writes."""

import pytest

from safeguarding import pages
from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
LOOK = "look at its address in the list “On this page”"
GONE = {
    "../publications/learning.md#review": 'did you mean "reviews"?',
    "../report-2020-21/partners.md#stering": 'did you mean "steering"?',  # a name that is given
    "../glossary.md#letter-x": 'did you mean "letter-e"?',  # all that the call shows
    "../performance/in-time.md#abuot": 'did you mean "about"?',  # nobody writes that page
    "#privacy-and-cookie": 'did you mean "privacy-and-cookies"?',
    "privacy.md#nothing": LOOK,
}
THERE = (
    "../publications/learning.md#for-schools",
    "../report-2020-21/partners.md#steering",
    "../glossary.md#letter-e",
    "../plan-2025-28/index.md#action-lights",
    "../performance/in-time.md#figures",
    "../arabic.md?q=1#_1",
    "../assets/leaflets/first-visit.pdf#page=2",
    "#privacy-and-cookies",
    "https://example.org/page#gone",
)


@pytest.mark.parametrize("address", GONE)
def test_part_that_is_not_there_is_told_with_the_one_that_is_meant(address: str) -> None:
    name = address.partition("#")[2]
    assert INVENTED.problems_of_pages({PAGE: (TEXT, f"Words.\n\n[x]({address})")}) == [
        f"{PAGE}:10:5: {address}: that page has no heading with the name #{name}; {GONE[address]}"
    ]


@pytest.mark.parametrize("address", THERE)
def test_part_that_is_there_is_left_alone(address: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, f"[x]({address})")}) == []


def test_heading_that_gets_another_name_is_told_where_pages_lead_to_it() -> None:
    edits = {
        PAGE: (TEXT, "[x](../publications/learning.md#reviews)"),
        "docs/publications/learning.md": ("## Reviews", "## Our reviews"),
    }
    assert [str(one) for one in pages.problems(INVENTED.root / "docs", INVENTED.site(edits))] == [
        f"{PAGE}:8:5: ../publications/learning.md#reviews: that page has no heading with the name"
        f' #reviews; did you mean "our-reviews"?'
    ]


def test_nothing_is_said_of_a_page_whose_calls_cannot_be_made() -> None:
    edits = {
        PAGE: (TEXT, "[x](../glossary.md#letter-x)"),
        "docs/glossary.md": ("glossary_list()", "glosary_list()"),
    }
    (told,) = INVENTED.found_in_pages(edits)
    assert told.place.path == "docs/glossary.md"


def test_heading_with_a_call_has_the_name_that_a_build_gives_it() -> None:
    text = '## Ring [[ number("emergency") ]]\n\n[x](#ring-999)\n\n[y](#ring)'
    (told,) = INVENTED.problems_of_pages({PAGE: (TEXT, text)})
    assert told.endswith('no heading with the name #ring; did you mean "ring-999"?')
