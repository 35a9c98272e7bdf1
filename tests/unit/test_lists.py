"""Lists that make themselves: every page is found by its title and by the words that people use for it."""

from safeguarding.authoring import Author
from safeguarding.views import lists
from tests.conftest import NOW, ROOT, complaints, edit


def test_a_to_z_has_every_page_and_every_word_of_it(facts):
    words = {(word.word, word.href) for _, found in lists.a_to_z(facts, "a-z/") for word in found}
    for address in facts.titles:
        if address:
            assert (lists.title(facts, address), f"../{address}") in words or address == "a-z/", address
    for address, keywords in facts.keywords.items():
        assert {(word, f"../{address}") for word in keywords} <= words, address


def test_words_of_worry_lead_to_whom_to_call(facts):
    found = {word.word: word.href for _, some in lists.a_to_z(facts, "a-z/") for word in some}
    assert all(found[word] == "../worried-about-a-child/" for word in ("neglect", "bruise", "hit", "whom to call", "999", "Childline", "NSPCC"))


def test_no_two_pages_share_a_title(facts):
    """A page about the past says so, for it may read like one of today."""
    titles = [lists.title(facts, address) for address in facts.titles]
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_letters_lead_to_their_words(facts):
    author = Author(facts, here=lambda: "a-z/", now=NOW)
    for html in (author.a_to_z(), author.glossary_list()):
        for letter in "abc":
            assert f'href="#letter-{letter}"' in html and f'id="letter-{letter}"' in html


def test_numbers_can_be_called_wherever_they_stand(facts):
    author = Author(facts, here=lambda: "", now=NOW)
    for html in (author.help_lines(), author.contact("childline"), author.contact_card("childline"), author.number("childline"), author.contact_list()):
        assert 'href="tel:08001111"' in html


def test_draft_says_so_at_its_top(facts):
    author = Author(facts, here=lambda: "procedures/lado/", now=NOW)
    assert "has not approved this page yet" in author.procedure().partition("At a glance")[0]


def test_result_that_asks_for_a_call_shows_the_number_first(facts):
    author = Author(facts, here=lambda: "procedures/missing-children/check/", now=NOW)
    calls = [part for part in author.tool("missing").split('<section class="end')[1:] if 'class="call"' in part]
    assert calls and all(part.index('class="call"') < part.index("<ul>") for part in calls)
    assert author.tool("missing").count('class="call"') == sum(
        result.tone in ("danger", "act") and facts.contacts[result.contacts[0]].phone is not None for result in facts.decision_trees["missing"].results)


def test_no_page_types_a_number_of_its_own():
    """Pages name a number by its contact, so that it changes in one place. 999 and 101 are also words of plain speech."""
    for path in (ROOT / "docs").rglob("*.md"):
        assert "0800" not in path.read_text("utf-8") and "116 000" not in path.read_text("utf-8"), path


def test_number_that_changes_has_to_be_confirmed_anew(project):
    line = edit(project, "data/contacts.yml", 'phone: "101"\n', 'phone: "102"\n')
    assert complaints(project) == [f"data/contacts.yml:{line + 2}:32: phone: 101 was confirmed, but the number is 102; confirm it anew, or delete verified"]


def test_letter_in_a_number_is_told(project):
    line = edit(project, "data/contacts.yml", "phone: 0800 1111\n", "phone: 0800 111l\n")
    assert complaints(project) == [f"data/contacts.yml:{line}:5: phone: 0800 111l is no telephone number; write figures and single spaces, like 0800 1111"]
