"""What pages call for of the open data, and of what browsers keep."""

import pytest

from safeguarding.exports.calls import DataCalls, OfflineCalls, own_pages
from safeguarding.problem import WrongWords
from safeguarding.shared import kept
from safeguarding.state import State
from tests.boards import NONE, Edits
from tests.conftest import NOW
from tests.small import BOARD, at, plain_site, small_site

CALLS = DataCalls(plain_site(), lambda: "about/open-data/", at("2026-11-25T12:00Z"))


def test_table_has_its_files() -> None:
    files = CALLS.table_data("observations")
    assert '<a href="../../data/observations.csv">CSV</a>' in files
    assert '<a href="../../data/observations.json">JSON</a>' in files


def test_table_that_is_not_there_is_told() -> None:
    said = r'^"observation" is not in about/open-data/; did you mean "observations"\?$'
    with pytest.raises(WrongWords, match=said):
        CALLS.table_data("observation")


def test_every_table_is_listed_with_its_files() -> None:
    listed = CALLS.data_list().splitlines()
    assert listed[1] == (
        '<li>Spending, 2019–20: <a href="../../data/spending-2019-20.csv">CSV</a>,'
        ' <a href="../../data/spending-2019-20.json">JSON</a></li>'
    )
    assert len(listed) == 40 + 2


NOTHING_KEPT: Edits = {BOARD: ("timezone:", "offline: false\ntimezone:")}


def kept_on_device(edits: Edits) -> str:
    return OfflineCalls(small_site(edits), lambda: "about/privacy/", NOW).kept_on_device()


def test_readers_are_told_how_many_pages_their_browser_keeps() -> None:
    said, kept_pages = kept_on_device(NONE), kept.pages(small_site(), NOW).every
    assert f'<a href="../../offline/">{len(kept_pages)} pages of this site</a>' in said
    assert '<button class="clear" type="button" hidden>' in said


def test_readers_are_told_that_nothing_is_kept() -> None:
    assert kept_on_device(NOTHING_KEPT) == "This site keeps no pages on your device."


def test_page_of_what_opens_has_every_number_and_every_kept_page() -> None:
    site = small_site()
    (page,) = own_pages(site, NOW)
    assert (page.address, page.above) == ("offline/", "about/contacts/")
    assert 'robots: "noindex"' in page.text
    assert all(one.phone in page.text for one in site.contacts.values() if one.phone)
    for way in ("../procedures/listening/", "../check/", "../about/contacts/", "../"):
        assert f'<li><a href="{way}">' in page.text


def test_page_of_what_opens_leaves_out_what_a_board_has_not() -> None:
    (page,) = own_pages(small_site({"docs/check.md": None}), NOW)
    assert "Answer a few questions" not in page.text


def test_site_that_keeps_nothing_has_no_page_of_it() -> None:
    assert [*own_pages(small_site(NOTHING_KEPT), NOW)] == []


def how_made(state: State | None) -> str:
    calls = DataCalls(small_site(), lambda: "about/open-data/", NOW)
    calls.state = state
    return calls.how_made()


def test_readers_are_told_when_the_site_was_made_and_from_what() -> None:
    files = '<a href="../../manifest.json">A list of its files</a> has a fingerprint of each.'
    made = "This site was made on 23 November 2026"
    assert how_made(None) == f"{made}. {files}"
    version = f"{made} from version <code>0123456789ab</code> of its files"
    assert how_made(State("0123456789abcdef", changed=False)) == f"{version}. {files}"
    assert how_made(State("0123456789abcdef", changed=True)) == (
        f"{version}, with changes that have no version yet. {files}"
    )
