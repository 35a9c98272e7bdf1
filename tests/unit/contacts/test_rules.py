"""The number for a child in danger is there, and every number is the one that was confirmed."""

import pytest

from tests.boards import INVENTED, Spoilt

CONTACTS = "data/contacts.yml"
FEEDBACK = "docs/about/feedback.md"
OF_TODAY = {
    "number of a help line": Spoilt(
        CONTACTS,
        "    phone: 0808 157 0001\n",
        "",
        "5: help_line: has no phone beside it; add the number, or delete this line",
        "help_line: true",
    ),
    "number that is not the confirmed one": Spoilt(
        CONTACTS,
        'phone: "999"\n',
        'phone: "112"\n',
        "32: phone: 999 was confirmed, but the number is 112; confirm it anew, or delete verified",
        "verified: {on",
    ),
}
# Beside what else is told then.
AMONG_OTHERS = {
    "number for danger": Spoilt(
        "data/board.yml",
        "emergency: emergency",
        "emergency: danger-now",
        "1: emergency: danger-now is not in data/contacts.yml; write one of emergency, team,"
        " young-line, training-desk, learning-site, or add it there",
    ),
    "its figures": Spoilt(
        CONTACTS,
        '    phone: "999"\n',
        "",
        "5: phone: is missing; add it: it stands at the top of every page",
        "- id: emergency",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_spoilt_contact_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize("spoilt", AMONG_OTHERS.values(), ids=AMONG_OTHERS)
def test_number_that_every_page_shows_is_missed(spoilt: Spoilt) -> None:
    assert spoilt.problem(INVENTED) in INVENTED.problems(spoilt.edits)


def test_number_that_a_page_types_is_pointed_out() -> None:
    typed = Spoilt(
        FEEDBACK,
        "Nobody is there",
        "Ring 01632 960001. Nobody is",
        '6: 01632 960001: write [[ number("team") ]] in its place, so that it changes with'
        " data/contacts.yml",
    )
    assert INVENTED.warnings(typed.edits) == [typed.problem(INVENTED)]


def test_no_id_of_a_contact_means_anything_by_itself() -> None:
    """Another board may call the number for danger otherwise."""
    edits = {
        "data/board.yml": ("emergency: emergency", "emergency: danger-now"),
        CONTACTS: ("- id: emergency", "- id: danger-now"),
        "data/decision_trees/told.yml": ("[emergency]", "[danger-now]"),
    }
    assert INVENTED.problems(edits) == []
    assert INVENTED.site(edits).emergency.phone == "999"


@pytest.mark.parametrize(
    ("phone", "is_whole"),
    [
        ("01632 960", False),
        ("01632 96000", False),
        ("01632 9600011", False),
        ("01632 960001", True),
        ("01632 960001 ext 2", True),
        ("+44 1632 960001", True),
        ("+44 1632 960", False),
        ("01275 888 80", False),
        ("01275 888 808", True),
        ("+44 1275 888808", True),
        ("+353 1 679 0600", True),
        ("0800 1111", True),
        ("0800 111", False),
        ("999", True),
        ("112", True),
        ("111", True),
        ("101", True),
        ("119", True),
        ("18000", True),
        ("116 000", True),
        ("116 123", True),
        ("99", False),
        ("+0", False),
    ],
)
def test_number_that_lost_a_figure_is_pointed_out(phone: str, is_whole: bool) -> None:
    told = INVENTED.warnings({CONTACTS: ("phone: 01632 960001", f'phone: "{phone}"')})
    line = INVENTED.line_of("phone: 01632 960001", CONTACTS)
    assert told == (
        []
        if is_whole
        else [
            f"{CONTACTS}:{line}:5: phone: {phone} is no number that can be rung; is a figure"
            " missing, or one too many?"
        ]
    )


def test_another_number_of_a_desk_is_looked_at_too() -> None:
    others = "phone: 01632 960001\n    others: [{phone: 01632 960, when: at night}]"
    (told,) = INVENTED.warnings({CONTACTS: ("phone: 01632 960001", others)})
    assert "01632 960 is no number that can be rung" in told


@pytest.mark.parametrize(
    "typed", ["01632 960 001", "01632960001", "+44 1632 960001", "+44 (0)1632 960001"]
)
def test_number_of_a_contact_is_known_however_it_is_typed(typed: str) -> None:
    (warning,) = INVENTED.warnings({FEEDBACK: ("\n---\n", f"\n---\n\nRing {typed}.\n")})
    assert f': {typed}: write [[ number("' in warning


def test_part_of_a_longer_number_is_none_of_a_contact() -> None:
    edit = ("\n---\n", "\n---\n\nRing 01632 9600012.\n")
    assert INVENTED.warnings({FEEDBACK: edit}) == []
