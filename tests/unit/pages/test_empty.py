"""A board needs only the files that it has: a page that would be empty is not built."""

import pytest

from safeguarding import checks, pages
from safeguarding.files import NEEDED
from safeguarding.pages import empty
from safeguarding.site import Site
from tests.boards import INVENTED, SMALL, Edits
from tests.conftest import OTHER

GLOSSARY = "---\ntitle: Glossary\ndescription: Words.\n---\n\n# Glossary\n\n[[ glossary_list() ]]\n"
OPTIONAL = sorted(
    name
    for name in INVENTED.texts()
    if name.startswith("data/") and name.removeprefix("data/") not in NEEDED
)
LISTS: dict[str, Edits] = {
    "priorities": {
        "data/business_plan.yml": "source: annual-report-2019-20\nperiod: 2020 to 2022\n"
        "priorities: []\n"
    },
    "sub-groups": {"data/sub_groups.yml": "source: annual-report-2019-20\nsub_groups: []\n"},
    "themes": {
        "data/performance/framework.yml": "source: annual-report-2019-20\nthemes: []\nareas: []\n"
        "questions: []\n"
    },
    "terms": {"data/glossary.yml": "terms: []\n"},
    "audiences": {"data/audiences.yml": "audiences: []\n"},
    "sources": {"data/sources.yml": "sources: []\n"},
}


def told_of(edits: Edits) -> list[str]:
    """Everything that is told of the invented board after these edits: that it is told is what
    matters, for any other error is a bug."""
    site = empty.built(INVENTED.site(edits))
    days = INVENTED.days(site)
    facts = list(checks.problems(site, days)) or list(checks.warnings(site, days))
    return [str(one) for one in (*facts, *([] if facts else pages.problems(OTHER / "docs", site)))]


@pytest.mark.parametrize("name", OPTIONAL)
def test_board_without_a_file_is_sound_or_told_what_rests_on_it(name: str) -> None:
    assert all("(not from a file)" not in one for one in told_of({name: None}))


@pytest.mark.parametrize("edits", LISTS.values(), ids=LISTS)
def test_list_can_be_empty(edits: Edits) -> None:
    told = told_of(edits)
    assert all("(not from a file)" not in one for one in told)
    assert not any("needs at least one" in one for one in told)


@pytest.mark.parametrize("name", [f"data/{name}" for name in NEEDED])
def test_files_that_every_board_has_are_few(name: str) -> None:
    assert name in SMALL.texts()
    assert [one for one in SMALL.texts() if one.startswith("data/")] == [
        f"data/{name}" for name in sorted(NEEDED)
    ]


def small(edits: Edits) -> Site:
    return empty.built(SMALL.site(edits))


def test_small_board_is_sound() -> None:
    assert SMALL.problems() == []
    assert SMALL.problems_of_all_pages() == []
    assert len(SMALL.site().titles) == 5


def test_page_with_nothing_to_show_is_left_out_and_pointed_out() -> None:
    site = small({"docs/glossary.md": GLOSSARY})
    assert "glossary/" not in site.titles
    assert list(map(str, empty.warnings(site))) == [
        "docs/glossary.md:1:1: is not built: there is nothing that its calls could show"
    ]


@pytest.mark.parametrize(
    "text",
    [
        GLOSSARY + "\nSome words.\n",
        GLOSSARY.replace("glossary_list", "emergency"),
        GLOSSARY.replace("[[ glossary_list() ]]\n", ""),
        GLOSSARY.replace("[[ glossary_list() ]]", "[[ glossary_lst() ]]"),
    ],
)
def test_page_that_says_something_is_built(text: str) -> None:
    assert "glossary/" in small({"docs/glossary.md": text}).titles


def test_call_with_nothing_to_show_is_told_on_a_page_that_says_more() -> None:
    told = SMALL.problems_of_pages({"docs/glossary.md": GLOSSARY + "\nSome words.\n"})
    assert told == [
        "docs/glossary.md:8:1: glossary_list: has nothing to show: there is nothing of it in"
        " data/glossary.yml; delete this call, or write it there"
    ]


def test_link_to_a_page_that_is_not_built_says_so() -> None:
    index = ("# Children in Little Vale\n", "# Children in Little Vale\n\n[Words](glossary.md)\n")
    site = small({"docs/glossary.md": GLOSSARY, "docs/index.md": index})
    assert list(map(str, pages.problems(SMALL.root / "docs", site))) == [
        "docs/index.md:8:9: glossary.md: leads to a page that is not built, for there is"
        " nothing that its calls could show; delete the link, or give that page something to show",
        "docs/.nav.yml:1:1: glossary.md: is in no menu; add a line: - glossary.md",
    ]


def test_old_address_of_a_page_that_is_not_built_says_so() -> None:
    leads = "redirects:\n  - {from: old, to: glossary/, was: Words}\n"
    site = small({"docs/glossary.md": GLOSSARY, "data/redirects.yml": leads})
    (told,) = map(str, checks.problems(site, SMALL.days(site)))
    assert told.startswith(
        "data/redirects.yml:2:17: to: glossary/ is not in docs/ (but for glossary/, with nothing to"
        " show); write one of"
    )
