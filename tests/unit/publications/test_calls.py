"""What pages show of publications, and the pages that these have of their own."""

import json
import re

import pytest
import yaml

from safeguarding.problem import WrongWords
from safeguarding.publications.calls import PublicationCalls, own_pages
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import NOW
from tests.small import quiet_site, small_site
from tests.unit.publications.shelf import entry, shelf

KNOWN = small_site()


def own(site: Site) -> dict[str, str]:
    """The text of each page that nobody writes, by its address."""
    return {page.address: page.text for page in own_pages(site, NOW)}


OWN = own(KNOWN)


def calls(site: Site = KNOWN, here: str = "training/") -> PublicationCalls:
    return PublicationCalls(site, lambda: here, NOW)


def head(text: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return found


@pytest.mark.parametrize(
    ("id", "shown"),
    {
        "child-a": '<a href="../publications/child-a/">Child A</a>',
        "first-visit": '<a href="../publications/first-visit/">The first visit</a>'
        " (no longer current)",
        "escalation-2024": '<a href="../publications/escalation-2024/">Escalation policy</a>'
        " (replaced)",
    }.items(),
)
def test_link_says_whether_it_leads_to_what_is_current(id: str, shown: str) -> None:
    assert calls().publication(id).strip() == shown


@pytest.mark.parametrize(
    ("name", "word", "told"),
    [
        ("publication", "child-b", '"child-b" is not in data/publications/; did you mean'),
        ("publications_of_kind", "reviews", "did you mean"),
        ("publications_on", "listening", '"listening" is not in data/publications/'),
        ("publications_for", "school", '"school" is not in data/audiences.yml; did you mean'),
    ],
)
def test_what_is_not_there_is_told(name: str, word: str, told: str) -> None:
    with pytest.raises(WrongWords, match=re.escape(told)):
        getattr(calls(), name)(word)


def titles(shown: str) -> list[str]:
    return re.findall(r"<li><a [^>]*>(.*?)</a>", shown)


def test_list_of_a_kind_a_subject_or_an_audience_is_as_long_as_one_asks() -> None:
    assert titles(calls().publications_of_kind("review")) == [
        "Child A",
        "The invented national review",
    ]
    assert titles(calls().publications_on("listening-to-children", 2)) == [
        "Learning from Child A",
        "Child A",
    ]
    assert titles(calls().publications_for("schools", 1)) == ["Minutes of June 2026"]


def test_empty_list_says_so() -> None:
    assert calls().publications_of_kind("leaflet") == "Nothing is published here yet."
    assert calls(quiet_site()).publication_list() == "Nothing is published here yet."


def test_list_of_all_has_each_that_is_current_once() -> None:
    shown = calls(here="publications/").publication_list()
    assert len(titles(shown)) == 7
    assert "The first visit" not in shown
    assert "## 2026 { #year-2026 }" in shown
    assert '<strong aria-current="page">All publications</strong>' in shown
    assert '<a href="kinds/review/">Local child safeguarding practice reviews</a> (2)' in shown


def test_every_publication_and_every_list_has_a_page_of_its_own() -> None:
    assert {one.address for one in KNOWN.publications.values()} <= {*OWN}
    assert len(OWN) == len(KNOWN.publications) + 10
    assert "publications/audiences/schools/" in OWN
    assert own(quiet_site()) == {}


def test_page_of_a_publication_says_all_of_it() -> None:
    page = OWN["publications/child-a/"]
    assert head(page) == {
        "title": "Child A",
        "description": "Why nobody heard a child of six in Example Vale, and what changes.",
        "render_macros": False,
    }
    assert "# Child A { #top }" in page
    assert '<a href="../../assets/reviews/child-a.pdf">Child A: The full review</a>' in page
    assert '<span class="count">PDF, 2 KB, 3 pages</span>' in page
    assert "Do you need it in another form, like large print or Braille? Ask Training desk" in page
    assert "nobody has confirmed it for us yet" in page
    assert "<li>Each worker saw a part, and nobody saw the whole.</li>" in page
    assert "## See also" in page
    assert "## Earlier versions" not in page


def test_page_of_what_is_no_longer_current_is_found_by_its_address_alone() -> None:
    for id, said in {
        "first-visit": "It was current until 30 September 2026.",
        "escalation-2024": "<strong>Replaced (11 May 2026).</strong>",
    }.items():
        page = OWN[f"publications/{id}/"]
        assert said in page
        assert head(page)["robots"] == "noindex"
    assert "## Earlier versions" in OWN["publications/escalation-2026/"]


def test_list_of_a_few_is_in_no_search_and_says_what_it_is() -> None:
    page = OWN["publications/kinds/briefing/"]
    assert head(page) == {
        "title": "Publications: 7-minute briefings",
        "description": "The newest first: 7-minute briefings",
        "render_macros": False,
        "robots": "noindex",
    }
    assert titles(page) == ["Learning from Child A"]
    assert '<a href="../../">All publications</a>' in page


def test_board_that_publishes_needs_the_page_that_lists_it() -> None:
    index = "docs/publications/index.md"
    missing = INVENTED.problems_of_all_pages({index: None})
    assert (
        "docs/publications.md:1:1: the page is missing, and other pages lead to it; write it"
        in (missing)
    )
    (silent,) = INVENTED.problems_of_all_pages({index: ("[[ publication_list() ]]", "All.")})
    assert silent.startswith(f"{index}:1:1: publication_list: is missing, and other pages lead to")
    assert INVENTED.problems_of_all_pages() == []


def test_page_may_lead_to_the_page_of_a_publication() -> None:
    way = ("[[ publication_list() ]]", "[[ publication_list() ]]\n\n[A](child-a.md)")
    assert INVENTED.problems_of_all_pages({"docs/publications/index.md": way}) == []
    (wrong,) = INVENTED.problems_of_all_pages(
        {"docs/publications/index.md": (way[0], way[1].replace("child-a", "child-b"))}
    )
    assert "child-b.md: leads to no page" in wrong


def test_words_of_a_publication_are_words_and_no_markup() -> None:
    odd = '"[[ emergency() ]] *a* <b> & \\"c\\""'
    site = shelf(entry(title=odd, summary=odd, learnt=f"[{odd}]"))
    page = own(site)["publications/one/"]
    assert head(page)["title"] == '[[ emergency() ]] *a* <b> & "c"'
    assert "<b>" not in page.split("---\n", 2)[2].partition("<script")[0]
    told = re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', page)
    assert told
    assert json.loads(told[1])["name"] == '[[ emergency() ]] *a* <b> & "c"'
