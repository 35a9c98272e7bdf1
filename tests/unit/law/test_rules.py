"""A duty rests on law that is in force and was read; what takes the place of what is told."""

import datetime

import pytest

from tests.boards import INVENTED, Edits, Spoilt
from tests.small import LAW, LISTENING
from tests.unit.law.changes import (
    ACT,
    NEW_ACT,
    NEW_GUIDANCE,
    STEP,
    of_act,
    of_guidance,
    with_sources,
    with_turn,
)

TOLD = "data/decision_trees/told.yml"
ENDING = """  - id: ending
    title: An Act that ends
    kind: law
    until: 2098-03-31
    superseded_by: example-act-s1
    checked: 2026-11-20
    read: primary
    read_in: no place at all; this Act is invented
"""
BOARD = with_sources(ENDING)
MUST_LINE = 16  # where the procedure of the invented board says must
SPOILT = {
    "a result of a tool that says must without a law": Spoilt(
        TOLD,
        "text: Do not wait.",
        "text: You must not wait.",
        "5: sources: must rests on law, but no source here is a law; name one, or write should",
    ),
    "replaced by nothing": Spoilt(
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    status: superseded\n",
        "5: superseded_by: is missing; name what took its place by its id in data/law/",
    ),
    "an end without a successor": Spoilt(
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    until: 2027-08-31\n",
        "5: superseded_by: is missing; name what took its place by its id in data/law/",
    ),
    "a successor without an end": Spoilt(
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    superseded_by: example-act-s1\n",
        (
            "5: superseded_by: says what takes its place, but not when; write status:"
            " superseded, or until: with its last day"
        ),
        "superseded_by: example-act-s1",
    ),
    "its own successor": Spoilt(
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    status: superseded\n    superseded_by: example-guidance\n",
        "5: superseded_by: example-guidance cannot take its own place; name what replaced it",
        "superseded_by: example-guidance",
    ),
    "a successor that is not there": Spoilt(
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    status: superseded\n    superseded_by: nothing\n",
        (
            "5: superseded_by: nothing is not in data/law/; write one of example-act-s1,"
            " example-guidance, ending, or add it there"
        ),
        "superseded_by: nothing",
    ),
    "an end before the start": Spoilt(
        LAW,
        "id: example-guidance\n",
        (
            "id: example-guidance\n"
            "    from: 2027-05-01\n    until: 2027-04-01\n    superseded_by: example-act-s1\n"
        ),
        "5: until: 2027-04-01 comes before 2027-05-01, the first day; correct one of the two",
        "until: 2027-04-01",
    ),
    "a result of a tool that rests on what will end": Spoilt(
        TOLD,
        "text: Do not wait.",
        "sources: [ending], text: You must not wait.",
        (
            "51: sources: must rests on law, but An Act that ends ends on 2098-03-31; name"
            " what takes its place as well, or write until: with that day, if nothing does"
        ),
    ),
}
# What becomes of the act on which the duty of a procedure rests, and what its steps are told.
NO_DUTY: dict[str, tuple[tuple[str, str], str]] = {
    "a summary": (
        ("read: primary", "read: summary"),
        "rests on the text of the law, but only a summary of Exampland Children Act, section 1 was"
        " read; read the text and write read: primary or mirror beside it, or write should",
    ),
    "what is to come": (
        (ACT, f"{ACT}    status: not yet in force\n"),
        "rests on law, but Exampland Children Act, section 1 is not yet in force; write from: with"
        " the day on which it starts, or should",
    ),
    "what has been replaced": (
        (ACT, f"{ACT}    status: superseded\n    superseded_by: example-guidance\n"),
        "rests on law, but Exampland Children Act, section 1 is superseded; name what replaced it",
    ),
    "what will end": (
        (ACT, f"{ACT}    until: 2098-03-31\n    superseded_by: example-guidance\n"),
        "rests on law, but Exampland Children Act, section 1 ends on 2098-03-31; name what takes"
        " its place as well, or write until: with that day, if nothing does",
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_spoilt_source_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert BOARD.problems(spoilt.edits) == [spoilt.problem(BOARD)]


@pytest.mark.parametrize(("swap", "told"), NO_DUTY.values(), ids=NO_DUTY)
def test_must_cannot_rest_on(swap: tuple[str, str], told: str) -> None:
    assert INVENTED.problems({LAW: swap}) == [f"{LISTENING}:{MUST_LINE}:74: force: must {told}"]


def test_what_is_replaced_is_warned_of() -> None:
    edits = of_guidance("status: superseded\n    superseded_by: new-guidance")
    warnings = with_sources(NEW_GUIDANCE).warnings(edits)
    said = "/procedures/listening/ rests on How to listen, which How to listen better has replaced"
    assert any(f"status: {said}" in warning for warning in warnings)


def test_what_is_in_force_is_not_warned_of() -> None:
    assert [warning for warning in INVENTED.warnings() if warning.startswith(LAW)] == []


def test_source_that_no_page_uses_is_pointed_out() -> None:
    assert with_sources(NEW_GUIDANCE).warnings() == [
        f"{LAW}:16:5: id: no page rests on new-guidance; name it where it is used, or delete it"
        " here"
    ]


def test_law_whose_day_has_come_is_to_be_read_again() -> None:
    edits = of_act("status: not yet in force\n    from: 2026-11-01")
    said = "has been in force since 2026-11-01; read it again"
    assert any(said in warning for warning in INVENTED.warnings(edits))


@pytest.mark.parametrize("today", ["2027-03-31", "2027-04-01", "2027-04-02"])
def test_a_must_ends_and_another_begins_on_the_day_of_their_laws(today: str) -> None:
    new = STEP.replace("the same day", "one hour").replace("example-act-s1", "new-act")
    board = with_turn(new.replace("}", ", from: 2027-04-01}"))
    assert board.on(datetime.date.fromisoformat(today)).problems() == []


def test_a_source_without_an_end_may_say_so() -> None:
    edits = of_act("until: 9999-12-31\n    superseded_by: example-guidance")
    assert INVENTED.problems(edits) == []


def test_a_must_may_rest_on_two_laws_of_which_the_second_takes_over() -> None:
    board = with_sources(NEW_ACT).edited(of_act("until: 2027-03-31\n    superseded_by: new-act"))
    assert any("ends on 2027-03-31" in problem for problem in board.problems())
    one, both = "sources: [example-act-s1]", "sources: [example-act-s1, new-act]"
    edits: Edits = {
        name: text.replace(one, both) for name, text in board.texts().items() if one in text
    }
    assert board.problems(edits) == []


def test_a_must_may_wait_for_the_day_on_which_its_law_begins() -> None:
    board = INVENTED.edited(of_act("status: not yet in force\n    from: 2027-04-01"))
    assert any("is not yet in force" in problem for problem in board.problems())
    text = board.texts()[LISTENING]
    waiting = text.replace("force: must", "force: must, from: 2027-04-01")
    assert board.problems({LISTENING: waiting}) == []
