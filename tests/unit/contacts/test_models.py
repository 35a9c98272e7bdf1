"""What cannot stand in a field of a contact."""

import pytest

from tests.boards import INVENTED, Spoilt

CONTACTS = "data/contacts.yml"
OF_TODAY = {
    "a word for nothing": Spoilt(
        CONTACTS,
        "found: no place at all; it is invented",
        "found: none",
        "5: found: none would be shown to readers as a word; write null, or delete the line",
    ),
    "an address that is none": Spoilt(
        CONTACTS,
        "    found: no place",
        "    url: http:/example.org\n    found: no place",
        (
            "5: url: http:/example.org is no address of a page on the web; write it whole,"
            " beginning with https://"
        ),
    ),
    "text for a record": Spoilt(
        CONTACTS,
        'verified: {on: 2026-11-25, phone: "999", source: ',
        'verified: "rung" # {',
        "5: verified: should have keys of its own, each with a colon and a value: on, source",
    ),
    "an e-mail address that is none": Spoilt(
        CONTACTS,
        "email: learning@board.example",
        "email: learning at board.example",
        "5: email: learning at board.example is no e-mail address; write it whole, like"
        " training@example.org",
    ),
    "an extension in other words": Spoilt(
        CONTACTS,
        "960003 ext 12",
        "960003 x12",
        "5: phone: 01632 960003 x12 is no telephone number; write figures and single spaces, like"
        " 0800 1111 or +44 1632 960001, and an extension like 0800 1111 ext 2",
    ),
    "a letter in a number": Spoilt(
        CONTACTS,
        "phone: 01632 960001\n",
        "phone: 01632 96000l\n",
        "5: phone: 01632 96000l is no telephone number; write figures and single spaces, like"
        " 0800 1111 or +44 1632 960001, and an extension like 0800 1111 ext 2",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
