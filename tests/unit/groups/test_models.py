"""What cannot stand in a field of the groups and documents."""

import pytest

from tests.boards import INVENTED, Spoilt

REGISTER = "data/register.yml"
PLACE = "state: superseded, page: procedures/listening/"


def adopted(written: str, told: str) -> Spoilt:
    """Where an adopted document is now, written like this."""
    return Spoilt(REGISTER, PLACE, written, told)


SPOILT = {
    "here without a page": adopted("state: here", "5: page: is missing; add it"),
    "superseded without a page": adopted("state: superseded", "5: page: is missing; add it"),
    "page of what is not held": adopted(
        "state: not held, page: procedures/listening/",
        "68: state: not held cannot stand beside page; delete one or the other",
    ),
    "no state": adopted("page: procedures/listening/", "5: state: is missing; add it"),
    "unknown state without a page": adopted(
        "state: lost", "68: state: lost is not one of: 'here', 'superseded' or 'not held'"
    ),
    "unknown state": adopted(
        "state: lost, page: procedures/listening/",
        "68: state: lost is not one of: 'here', 'superseded' or 'not held'",
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_adopted_document_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_what_is_not_held_has_no_page() -> None:
    assert INVENTED.problems({REGISTER: (PLACE, "state: not held")}) == []
