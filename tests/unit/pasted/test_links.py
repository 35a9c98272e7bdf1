"""Links through scanners of mail are told with the address behind, and those to places for staff
alone."""

import pytest

from safeguarding.pasted.links import FOR_STAFF, HIDDEN, ON_A_DISK, SAYS_NOTHING, TO_JOIN, behind
from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
REAL = "https://example.org/page?a=b"
SCANNED = {
    "safe links": (
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fpage%3Fa"
        "%3Db&data=05%7C02%7Cjane.doe%40example.gov.uk"
    ),
    "url defense 3": f"https://urldefense.com/v3/__{REAL}__;!!abc$",
    "url defense 2": (
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_page-3Fa-3Db&d=DwMF"
    ),
    "link protect": "https://linkprotect.cudasvc.com/url?a=https%3A%2F%2Fexample.org%2Fpage%3Fa%3Db",
    "search engine": "https://www.google.com/url?q=https://example.org/page%3Fa%3Db&sa=D",
}


@pytest.mark.parametrize("name", SCANNED)
def test_scanned_link_is_told_with_the_address_behind(name: str) -> None:
    (problem,) = INVENTED.found_in_pages({PAGE: (TEXT, f"See [our page]({SCANNED[name]}) now.")})
    assert problem.cures[0].new == (f"See [our page]({REAL}) now.",)


@pytest.mark.parametrize(
    ("address", "message"),
    {
        "https://protect-eu.mimecast.com/s/abc?domain=example.org": HIDDEN,
        "https://example.sharepoint.com/:w:/r/sites/x": FOR_STAFF,
        "https://example-my.sharepoint.com/personal/x": FOR_STAFF,
        "http://intranet/page": FOR_STAFF,
        "https://intranet.example.gov.uk/page": FOR_STAFF,
        "http://10.1.2.3/page": FOR_STAFF,
        "https://files.example.local/": FOR_STAFF,
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a/0": TO_JOIN,
        "https://example.zoom.us/j/1234567890?pwd=a": TO_JOIN,
        "https://meet.google.com/abc-defg-hij": TO_JOIN,
        "file:///C:/Users/x.docx": ON_A_DISK,
        "C:\\Users\\x.docx": ON_A_DISK,
        "\\\\server\\share\\x.docx": ON_A_DISK,
    }.items(),
)
def test_place_that_readers_cannot_reach_is_told(address: str, message: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, f"[x]({address})")}) == [
        f"{PAGE}:8:5: {address}: {message}"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/page?ref=home",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://www.example.org/search?q=intranet",
        "mailto:a@example.org",
        "../glossary.md",
    ],
)
def test_address_of_a_public_page_is_left_alone(address: str) -> None:
    assert behind(address) == ""
    assert INVENTED.problems_of_pages({PAGE: (TEXT, f"[x]({address})")}) == []


def test_addresses_in_html_and_in_references_are_looked_at() -> None:
    for text in ('<a href="file:///x.docx">x</a>', "[x][y]\n\n[y]: file:///x.docx"):
        (problem,) = INVENTED.problems_of_pages({PAGE: (TEXT, text)})
        assert problem.endswith(ON_A_DISK)


@pytest.mark.parametrize(
    "words", ["Click here", "here", "this link", "Read more", "https://example.org/page"]
)
def test_words_of_a_link_that_do_not_say_where_it_leads_are_told(words: str) -> None:
    told = INVENTED.problems_of_pages({PAGE: (TEXT, f"See [{words}](https://example.org/page).")})
    assert told == [f"{PAGE}:8:6: {words}: {SAYS_NOTHING}"]


@pytest.mark.parametrize("words", ["Here to help", "More on neglect", "How to link up", "page"])
def test_words_of_a_link_that_say_it_are_left_alone(words: str) -> None:
    page = {PAGE: (TEXT, f"See [{words}](https://example.org/page) and ![here](../assets/a.png).")}
    assert not any(SAYS_NOTHING in told for told in INVENTED.problems_of_pages(page))
