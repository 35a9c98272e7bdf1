"""One host after another is asked, with patience, and left in peace when it wants peace."""

import pytest

from tests.boards import Board
from tests.small import LAW
from tests.unit.publishers.server import (
    ACT,
    GUIDANCE,
    PAGE,
    URLS,
    WATCHED,
    Answer,
    Publisher,
    finding,
    findings,
    in_drops,
    leads,
    letters,
    provision,
    with_law,
)

# What is answered, and what a person is told of it: nothing where nothing changed.
CHANGES: dict[str, tuple[str, Answer, tuple[str, ...]]] = {
    "a section that is gone": (ACT, 404, ("It is no longer at its address (status 404).",)),
    "guidance that is gone": (GUIDANCE, 410, ("It is no longer at its address (status 410).",)),
    "a page that is gone": (PAGE, 404, ("It is no longer at its address (status 404).",)),
    "a page that leads to another": (
        PAGE,
        leads("https://elsewhere.example/"),
        ("It is at another address now: https://elsewhere.example/",),
    ),
    "a page with another address for the same": (
        PAGE,
        leads("https://www.example.org/listening/"),
        (),
    ),
}
SLOW = "did not answer within 0.3 seconds"
# What tells nothing, and why.
SILENCE: dict[str, tuple[str, Answer, str]] = {
    "a broken publisher": (ACT, 500, "would not answer (status 500)"),
    "a closed one": (GUIDANCE, 403, "would not answer (status 403)"),
    "a slow one": (ACT, "slow", SLOW),
    "one that drips": (PAGE, "drip", SLOW),
    "one whose head drips": (PAGE, in_drops, SLOW),
    "one that asks to wait for an hour": (
        PAGE,
        letters(429, Retry_After="3600"),
        "would not answer (status 429)",
    ),
    "a busy one that asks to wait for an hour": (
        PAGE,
        letters(503, Retry_After="3600"),
        "would not answer (status 503)",
    ),
    "one that leads on for ever": (
        PAGE,
        leads("https://example.org/listening"),
        "leads on to another address more than 8 times",
    ),
    "one that leads to no address": (
        PAGE,
        leads("http://[::bad/"),
        "could not be reached (ValueError)",
    ),
    "a page with too much in it": (PAGE, "x" * 8_000_001, "answered with more than can be read"),
    "an address that a machine refuses": (PAGE, 400, "would not answer (status 400)"),
    "a host behind another that is broken": (PAGE, 520, "would not answer (status 520)"),
    "a page that is to come": (
        PAGE,
        letters(202, Last_Modified="Tue, 03 Nov 2026 10:00:00 GMT"),
        "would not answer (status 202)",
    ),
}


@pytest.mark.parametrize(("path", "answer", "told"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_told(
    publisher: Publisher, path: str, answer: Answer, told: tuple[str, ...]
) -> None:
    publisher.answers[path] = answer
    found = finding(publisher, path)
    assert (found.changed, found.unknown) == (told, "")


@pytest.mark.parametrize(("path", "answer", "why"), SILENCE.values(), ids=SILENCE)
def test_silence_is_no_change(publisher: Publisher, path: str, answer: Answer, why: str) -> None:
    publisher.answers[path] = answer
    found = finding(publisher, path, patience=0.3 if why == SLOW else 20)
    assert found.changed == ()
    assert found.unknown.startswith(why)


def test_a_host_that_is_busy_is_asked_again(publisher: Publisher) -> None:
    publisher.answers[ACT] = 503
    findings(publisher)
    assert publisher.times_asked(ACT) == 3


def with_more(count: int) -> Board:
    """The watched board with so many sources more of one host."""
    more = (
        f"  - {{id: more-{number}, title: More, kind: practice, checked: 2026-11-20, read: primary,"
        f" read_in: invented, url: https://more.example/{number}}}\n"
        for number in range(count)
    )
    return WATCHED.edited({LAW: WATCHED.texts()[LAW] + "".join(more)})


@pytest.mark.parametrize(
    ("answer", "asked", "told"),
    [
        (
            letters(429, Retry_After="3600"),
            1,
            "was not asked: more.example gave no answer before",
        ),
        (500, 9, "was not asked: more.example gave no answer before"),
        (404, 5, ""),
    ],
)
def test_a_host_that_wants_peace_is_left_in_peace(
    publisher: Publisher, answer: Answer, asked: int, told: str
) -> None:
    publisher.answers = {f"/more.example/{number}": answer for number in range(5)}
    found = findings(publisher, with_more(5))
    assert sum(path.startswith("/more.example/") for path, _ in publisher.asked) == asked
    assert found["more-4"].unknown == told


def test_a_host_that_answers_now_and_then_is_asked_to_the_end(publisher: Publisher) -> None:
    publisher.answers = {f"/more.example/{number}": 403 for number in range(6)}
    publisher.answers["/more.example/2"] = 404
    found = findings(publisher, with_more(6))
    assert [found[f"more-{number}"].unknown for number in (4, 5)] == [
        "would not answer (status 403)"
    ] * 2


def test_what_rests_on_a_change_is_named(publisher: Publisher) -> None:
    publisher.answers[ACT] = provision("2026-12-01")
    found = findings(publisher)
    assert found["example-guidance"].statements == ()
    statements = found["example-act-s1"].statements
    assert {one.address for one in statements} >= {"procedures/listening/"}
    assert "must" in {one.force for one in statements}
    for one in statements:
        line = WATCHED.texts()[one.place.path].split("\n")[one.place.line - 1]
        assert one.words.partition(": ")[2] in line, one


def test_requests_have_a_name_and_time_between_them(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []  # and the short ones of the server, which sleeps by the same clock
    monkeypatch.setattr("safeguarding.publishers.client.time.sleep", waits.append)
    findings(publisher, pause=1000)
    assert [wait > 900 for wait in waits].count(True) == 2
    assert {agent for _, agent in publisher.asked} == {"a board"}


def test_who_has_asked_long_enough_asks_no_more(publisher: Publisher) -> None:
    too_late = findings(publisher, limit=-1).values()
    assert all(one.unknown.startswith("was not asked: ") for one in too_late)
    assert publisher.asked == []


def test_what_several_rest_on_is_asked_for_once(publisher: Publisher) -> None:
    findings(publisher, with_law(URLS["example-page"], URLS["example-act-s1"]))
    assert publisher.times_asked(ACT) == 1
