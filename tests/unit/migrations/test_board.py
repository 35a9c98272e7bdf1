"""The contact whose number stands at the top of every page was known by its id; it is named now."""

from tests.small import small_texts
from tests.unit.migrations.moved import after, refused

BOARD, CONTACTS = "data/board.yml", "data/contacts.yml"
OLD = small_texts({BOARD: ("emergency: emergency\n", "")})[BOARD]


def test_emergency_contact_is_named() -> None:
    bank_holidays = next(line for line in OLD.splitlines() if line.startswith("bank_holidays"))
    assert after(BOARD, OLD, {CONTACTS: small_texts()[CONTACTS]}) == OLD.replace(
        bank_holidays, f"{bank_holidays}\nemergency: emergency"
    )


def test_board_that_names_another_stays_as_it_is() -> None:
    text = OLD + "emergency: police\n"
    assert after(BOARD, text, {CONTACTS: small_texts()[CONTACTS]}) == text


def test_contact_that_nobody_knows_is_left_to_a_person() -> None:
    assert refused(BOARD, OLD) == [
        "data/board.yml:2:1: emergency: is missing; write behind it the id of the contact for a"
        " child in danger now: its number stands at the top of every page"
    ]
