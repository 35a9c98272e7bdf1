"""Lists that make themselves: every page is found by its title and by the words that people use for
it."""

from pathlib import Path

import pytest

from safeguarding import checks
from safeguarding.authoring import Author
from safeguarding.board import views as lists
from safeguarding.clock import Days
from safeguarding.site import load_site
from tests.conftest import NOW, OTHER, complaints, edit


@pytest.fixture(scope="module")
def others():
    """The library of the invented board."""
    return load_site(OTHER)


def test_a_to_z_has_every_page_and_every_word_of_it(facts):
    words = {(word.word, word.href) for _, found in lists.a_to_z(facts, "a-z/") for word in found}
    for address in facts.titles:
        if address:
            assert (
                facts.title(address),
                f"../{address}",
            ) in words or address == "a-z/", address
    for address, head in facts.pages.items():
        assert {(word, f"../{address}") for word in head.keywords} <= words, address


def test_no_two_pages_share_a_title(facts):
    """A page about the past says so, for it may read like one of today."""
    titles = [facts.title(address) for address in facts.titles]
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_letters_lead_to_their_words(facts):
    author = Author(facts, here=lambda: "a-z/", now=NOW)
    for html, found in (
        (author.a_to_z(), lists.a_to_z(facts, "a-z/")),
        (author.glossary_list(), lists.glossary(facts)),
    ):
        letters = [letter.lower() for letter, _ in found]
        assert "a" in letters
        assert [
            letter
            for letter in letters
            if f'href="#letter-{letter}"' not in html or f'id="letter-{letter}"' not in html
        ] == []


def test_numbers_can_be_called_wherever_they_stand(others):
    author = Author(others, here=lambda: "", now=NOW)
    for html in (
        author.help_lines(),
        author.contact("young-line"),
        author.contact_card("young-line"),
        author.number("young-line"),
        author.contact_list(),
    ):
        assert 'href="tel:08081570001"' in html


def test_last_changes_are_as_many_as_one_asks_for(facts):
    author = Author(facts, here=lambda: "", now=NOW)
    assert author.updates(2).count("<li>") == 2
    assert author.updates().startswith(author.updates(2).removesuffix("</ul>"))


@pytest.mark.parametrize(
    ("approved", "draft"), {"approved: 2026-11-20": False, "approved: null": True}.items()
)
def test_draft_and_it_alone_says_so_at_its_top(board, approved, draft):
    edit(board, "docs/procedures/listening.md", "approved: 2026-11-20", approved)
    author = Author(load_site(board), here=lambda: "procedures/listening/", now=NOW)
    assert (
        "has not approved this page yet" in author.procedure().partition("At a glance")[0]
    ) is draft


def test_result_that_asks_for_a_call_shows_the_number_first(facts):
    author = Author(facts, here=lambda: "", now=NOW)
    ends = [
        part
        for id in facts.decision_trees
        for part in author.tool(id).split('<section class="end')[1:]
    ]
    calls = [part for part in ends if 'class="call"' in part]
    assert calls
    assert all(part.index('class="call"') < part.index("<ul>") for part in calls if "<ul>" in part)
    assert len(calls) == sum(
        result.tone in ("danger", "act") and facts.contacts[result.contacts[0]].phone is not None
        for tree in facts.decision_trees.values()
        for result in tree.results
        if result.contacts
    )


def test_number_that_a_page_types_is_pointed_out(board: Path) -> None:
    line = edit(board, "docs/about/feedback.md", "Nobody is there", "Ring 01632 960001. Nobody is")
    assert complaints(board) == []
    assert [
        str(one) for one in checks.warnings(load_site(board), Days(NOW.date(), NOW.date()))
    ] == [
        f'docs/about/feedback.md:{line}:6: 01632 960001: write [[ number("team") ]] in its place,'
        " so that it changes with data/contacts.yml"
    ]


def test_number_that_changes_has_to_be_confirmed_anew(board):
    line = edit(board, "data/contacts.yml", 'phone: "999"\n', 'phone: "112"\n')
    assert complaints(board) == [
        f"data/contacts.yml:{line + 2}:32: phone: 999 was confirmed, but the number is 112; confirm"
        " it anew, or delete verified"
    ]


def test_letter_in_a_number_is_told(board):
    line = edit(board, "data/contacts.yml", "phone: 01632 960001\n", "phone: 01632 96000l\n")
    assert complaints(board) == [
        f"data/contacts.yml:{line}:5: phone: 01632 96000l is no telephone number; write figures and"
        " single spaces, like 0800 1111"
    ]
