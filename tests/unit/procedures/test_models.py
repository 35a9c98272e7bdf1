"""What cannot stand in the head of a procedure."""

from typing import Any

import pytest

from safeguarding.procedures.models import Procedure, Step
from tests.boards import INVENTED, Spoilt
from tests.small import LISTENING, small_site, step

OF_TODAY = {
    "I need to, twice": Spoilt(
        LISTENING,
        "need: listen",
        "need: I need to listen",
        (
            "1: need: I need to listen to a child follows “I need to” on the page; leave out"
            " these words, and the full stop"
        ),
    ),
    "a draft without a number": Spoilt(
        LISTENING,
        'version: "1"',
        "version: draft",
        (
            "1: version: draft is no version; write a number, like 1 or 1.2, or draft and a number,"
            " like draft 1"
        ),
    ),
    "reviews far apart": Spoilt(
        LISTENING,
        "12 months",
        "600 months",
        (
            "1: review_every: 600 months should be a number of months, at most three years,"
            " like 6 months"
        ),
    ),
    "months without an s": Spoilt(
        LISTENING,
        "12 months",
        "12 month",
        (
            "1: review_every: 12 month should be a number of months, at most three years, like"
            " 6 months"
        ),
    ),
    "a day with dashes": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026–11–20",
        "1: last_reviewed: should be a date with hyphens: 2026-11-20",
    ),
    "a way out left off": Spoilt(
        LISTENING,
        "exit: true",
        'exit: "yes"',
        "1: exit: yes cannot stand here; write true",
    ),
    "review in years": Spoilt(
        LISTENING,
        "review_every: 12 months",
        "review_every: a year",
        (
            "1: review_every: a year should be a number of months, at most three years, like 6"
            " months"
        ),
    ),
    "impossible date": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-31",
        (
            "1: last_reviewed: 2026-11-31 is not a day that exists; write year-month-day,"
            " like 2026-03-31"
        ),
    ),
    "no such force": Spoilt(
        LISTENING,
        "force: should",
        "force: shall",
        "60: force: shall is not one of: 'must', 'should', 'local' or 'may'",
    ),
    "one word for the glance": Spoilt(
        LISTENING,
        "glance: true",
        "glance: ture",
        "59: glance: ture should be true, false, or a few words",
        "glance: ture",
    ),
    "a number for the glance": Spoilt(
        LISTENING,
        "glance: true",
        "glance: 3",
        "59: glance: 3 should be true, false, or a few words",
        "glance: 3",
    ),
    "no such place": Spoilt(
        LISTENING,
        "{who: Anyone, what: Listen",
        "{only: glnace, who: Anyone, what: Listen",
        "6: only: glnace is not one of: 'glance' or 'limit'; did you mean \"glance\"?",
        "{only: glnace",
    ),
    "no way out of the page": Spoilt(
        LISTENING,
        "exit: true\n",
        "exit: false\n",
        "1: exit: false cannot stand here; write true",
    ),
    "a key forgotten": Spoilt(
        LISTENING,
        'version: "1"\n',
        "",
        "1: version: is missing; add it",
        "title: When a child tells you something",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


def procedure(*steps: dict[str, Any]) -> Procedure:
    """The procedure of the invented board with these steps alone."""
    known = small_site().procedures["listening"]
    return known.model_copy(update={"steps": tuple(step(**more) for more in steps)})


def whats(steps: tuple[Step, ...]) -> list[str]:
    return [step.what for step in steps]


def test_glance_has_the_steps_that_say_so_in_their_shorter_words_or_their_own() -> None:
    page = procedure(
        {"what": "Do not wait."},
        {"what": "Tell the whole team.", "glance": "Tell them."},
        {"what": "Go home.", "only": "glance"},
        {"what": "Write it down.", "glance": True},
        {"what": "Sign it.", "glance": False},
        {"what": "Wait a day.", "within": "a day", "only": "limit"},
    )
    assert whats(page.at_a_glance) == ["Tell them.", "Go home.", "Write it down."]
    assert whats(page.what_to_do) == [
        "Do not wait.",
        "Tell the whole team.",
        "Write it down.",
        "Sign it.",
    ]


def test_every_step_with_a_time_is_a_time_limit() -> None:
    page = procedure(
        {"what": "Do not wait."},
        {"what": "Call.", "within": "now"},
        {"what": "Tell the whole team.", "glance": "Tell them.", "within": "soon"},
        {"what": "Write it down.", "glance": "Do write it.", "limit": "Write.", "within": "later"},
        {"what": "Sign it.", "glance": True, "within": "later"},
        {"what": "Go home.", "within": "at night", "only": "glance"},
        {"what": "Wait.", "within": "a day", "only": "limit"},
    )
    assert whats(page.time_limits) == ["Call.", "Tell them.", "Write.", "Sign it.", "Wait."]


def test_shorter_words_change_nothing_else() -> None:
    page = small_site({LISTENING: ("glance: The message", "limit: One message")})
    whole, short = (
        page.procedures["listening"].steps[4],
        page.procedures["listening"].time_limits[1],
    )
    assert short.what == "One message came."
    assert short.place == whole.place
    assert short.model_copy(update={"what": whole.what}) == whole


def test_page_is_read_from_the_glance_to_the_time_limits() -> None:
    page = procedure({"what": "Do it.", "glance": "Do it now.", "limit": "Do.", "within": "now"})
    assert whats(page.as_read) == ["Do it now.", "Do it.", "Do."]


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_true_in_quotes_is_no_word_for_readers(text: str, value: bool) -> None:
    assert step(glance=text).glance is value
