"""Contacts that nobody could ring, or whose numbers differ: which line editors are told to mend."""

import pytest

from tests.broken import Broken

BOARD = "data/board.yml"
CONTACTS, CHECK, HOME = "data/contacts.yml", "docs/check.md", "docs/index.md"
DANGER, LINES = "danger_has_a_number", "help_lines_have_numbers"
CONFIRMED, TYPED = "confirmed_numbers_are_those_shown", "numbers_come_from_contacts"
PHONE = '    phone: "999"\n'
AGAIN = 'on: 2026-11-25, phone: "999"'

BROKEN = {
    "nobody to call in danger": Broken(
        DANGER,
        {BOARD: ("emergency: emergency", "emergency: danger")},
        (
            (
                "data/board.yml:12:1: emergency: danger is not in data/contacts.yml; write one of"
                " emergency, team, young-line, training-desk, learning-site, or add it there"
            ),
        ),
    ),
    "danger without a number": Broken(
        DANGER,
        {CONTACTS: (PHONE, "")},
        (("data/contacts.yml:4:5: phone: is missing; add it: it stands at the top of every page"),),
    ),
    "help line without a number": Broken(
        LINES,
        {CONTACTS: ("    phone: 0808 157 0001", "    url: https://line.example/")},
        (
            (
                "data/contacts.yml:18:5: help_line: has no phone beside it; add the number, or"
                " delete this line"
            ),
        ),
    ),
    "other contact without a number": Broken(
        LINES, {CONTACTS: ("    phone: 01632 960001", "    url: https://team.example/")}, ()
    ),
    "another number was confirmed": Broken(
        CONFIRMED,
        {CONTACTS: (AGAIN, AGAIN.replace("999", "99"))},
        (
            (
                "data/contacts.yml:10:32: phone: 99 was confirmed, but the number is 999;"
                " confirm it anew, or delete verified"
            ),
        ),
    ),
    "no number was confirmed": Broken(
        CONFIRMED,
        {CONTACTS: (AGAIN, "on: 2026-11-25")},
        (
            (
                "data/contacts.yml:10:15: phone: no number was confirmed, but the number is"
                " 999; confirm it anew, or delete verified"
            ),
        ),
    ),
    "the number is gone": Broken(
        CONFIRMED,
        {CONTACTS: (PHONE, "")},
        (
            (
                "data/contacts.yml:9:32: phone: 999 was confirmed, but the number is not given;"
                " confirm it anew, or delete verified"
            ),
        ),
    ),
    "neither has a number": Broken(
        CONFIRMED, {CONTACTS: [(PHONE, ""), (AGAIN, "on: 2026-11-25")]}, ()
    ),
    "another e-mail address was confirmed": Broken(
        CONFIRMED,
        {CONTACTS: (AGAIN, 'on: 2026-11-25, email: a@board.example, phone: "999"')},
        (
            (
                "data/contacts.yml:10:32: email: a@board.example was confirmed, but the address is"
                " not given; confirm it anew, or delete verified"
            ),
        ),
    ),
    "number typed without its extension": Broken(
        TYPED,
        {CHECK: ("# Whom do I call?", "# Whom do I call?\n\nRing 01632 960003.")},
        (
            (
                'docs/check.md:9:6: 01632 960003: write [[ number("learning-site") ]] in its'
                " place, so that it changes with data/contacts.yml"
            ),
        ),
    ),
    "number typed in a page": Broken(
        TYPED,
        {CHECK: ("# Whom do I call?", "# Whom do I call?\n\nRing 0808 157 0001.")},
        (
            (
                'docs/check.md:9:6: 0808 157 0001: write [[ number("young-line") ]] in its'
                " place, so that it changes with data/contacts.yml"
            ),
        ),
    ),
    "two numbers typed in one line": Broken(
        TYPED,
        {HOME: ("[[ emergency() ]]", "01632 960001, or 0808 157 0001")},
        (
            (
                'docs/index.md:11:1: 01632 960001: write [[ number("team") ]] in its place, so'
                " that it changes with data/contacts.yml"
            ),
            (
                'docs/index.md:11:18: 0808 157 0001: write [[ number("young-line") ]] in its'
                " place, so that it changes with data/contacts.yml"
            ),
        ),
    ),
    "number typed in the first and the last line": Broken(
        TYPED,
        {CHECK: "---\ntitle: Whom?\ndescription: Whom to call.\n---\n01632 960002\n\n01632 960001"},
        (
            (
                'docs/check.md:5:1: 01632 960002: write [[ number("training-desk") ]] in its'
                " place, so that it changes with data/contacts.yml"
            ),
            (
                'docs/check.md:7:1: 01632 960001: write [[ number("team") ]] in its place, so'
                " that it changes with data/contacts.yml"
            ),
        ),
    ),
    "number typed twice in one line": Broken(
        TYPED,
        {HOME: ("[[ emergency() ]]", "01632 960001, 01632 960001")},
        (
            (
                'docs/index.md:11:1: 01632 960001: write [[ number("team") ]] in its place, so'
                " that it changes with data/contacts.yml"
            ),
        ),
    ),
    "number in the head of a page": Broken(
        TYPED, {CHECK: ("description: One question", "description: Ring 01632 960001")}, ()
    ),
    "short number typed in a page": Broken(TYPED, {CHECK: ("## The questions", "## 999")}, ()),
    "number of four figures typed in a page": Broken(
        TYPED,
        {
            CONTACTS: ("phone: 01632 960002", 'phone: "1234"'),
            CHECK: ("## The questions", "## 1234"),
        },
        (
            (
                'docs/check.md:9:4: 1234: write [[ number("training-desk") ]] in its place, so'
                " that it changes with data/contacts.yml"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_contact_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
