"""What stands beside a link to a file: its type and size, once, and only beside files of ours."""

import pytest

from safeguarding.shared import downloads
from tests.small import small_site

SITE = small_site()
FORM = '<a href="../assets/forms/referral.docx">form</a>'
TOLD = ' <span class="file" data-search-exclude>({})</span>'

TEXTS = {
    f"The {FORM}.": f"The {FORM}{TOLD.format('Word document, 1 KB')}.",
    '<a class="a" href="../assets/minutes/2026-06.pdf#page=2">x</a>': (
        '<a class="a" href="../assets/minutes/2026-06.pdf#page=2">x</a>'
        + TOLD.format("PDF, 2 KB, 2 pages")
    ),
    # What is told already is no part of the next link.
    f'{FORM} <span class="count">1 KB</span> <a href="../kinds/">More</a> {FORM}': (
        f'{FORM} <span class="count">1 KB</span> <a href="../kinds/">More</a> {FORM}'
        + TOLD.format("Word document, 1 KB")
    ),
    f"{FORM} and {FORM}": " and ".join([FORM + TOLD.format("Word document, 1 KB")] * 2),
}
QUIET = (
    f'{FORM}\n<span class="count">Word document, 1 KB</span>',  # it is told already
    f'{FORM} <span class="count">Word document, 1 KB</span> <a href="../kinds/">all forms</a>',
    '<a href="../">home</a>',
    '<a href="../assets/none.docx">gone</a>',
    '<a href="https://example.org/assets/forms/referral.docx">theirs</a>',
    '<a href="../data/contacts.csv">data</a>',
)


@pytest.mark.parametrize("text", TEXTS)
def test_link_to_a_file_says_its_type_and_size(text: str) -> None:
    assert downloads.mark(text, SITE, "about/") == TEXTS[text]


@pytest.mark.parametrize("text", QUIET)
def test_other_link_is_left_alone(text: str) -> None:
    assert downloads.mark(text, SITE, "about/") == text


@pytest.mark.parametrize(("here", "way"), {"": "", "a/b/": "../../", "a/b.html": "../"}.items())
def test_file_is_found_from_wherever_its_page_stands(here: str, way: str) -> None:
    found = downloads.found(SITE, f"{way}assets/forms/referral.docx", here)
    assert found is SITE.assets["forms/referral.docx"]
