"""A way that leads nowhere is told with the one that may be meant: a page that moved, a name that
is written almost so."""

import pytest

from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
MEANT = {
    "../glosary.md": "page; did you mean ../glossary.md?",
    "../about/search.md": "page; did you mean ../search.md?",  # it stands in another folder
    "../publication/index.md": "page; did you mean ../publications/index.md?",
    "../assets/referral.docx": "file; correct or delete it",  # there are two of that name
    "../assets/postr.png": "file; did you mean ../assets/poster.png?",
    "../assets/first-visit.pdf": "file; did you mean ../assets/leaflets/first-visit.pdf?",
    "nowhere.md": "page; correct or delete it",
}


@pytest.mark.parametrize("way", MEANT)
def test_way_that_leads_nowhere_is_told_with_the_one_that_is_meant(way: str) -> None:
    said = f"{PAGE}:8:5: {way}: leads to no {MEANT[way]}"
    assert INVENTED.problems_of_pages({PAGE: (TEXT, f"[x]({way})")}) == [said]
