"""A page of any other publisher."""

import time

import pytest

from safeguarding.publishers import plain
from tests.unit.publishers.server import (
    LISTENING,
    PAGE,
    Answer,
    Publisher,
    finding,
    letters,
    with_law,
)

# What is answered, and what a person is told of it: nothing where nothing changed.
CHANGES: dict[str, tuple[str, Answer, tuple[str, ...]]] = {
    "an unchanged page": (PAGE, (LISTENING, "Tue, 03 Nov 2026 10:00:00 GMT"), ()),
    "a page that was changed on the day on which it was checked": (
        PAGE,
        (LISTENING, "Fri, 20 Nov 2026 10:00:00 GMT"),
        (),
    ),
    "a changed page": (
        PAGE,
        (LISTENING, "Thu, 03 Dec 2026 10:00:00 GMT"),
        ("It was changed on 3 December 2026.",),
    ),
}
# What tells nothing, and why.
SILENCE: dict[str, tuple[str, Answer, str]] = {
    "a page that a script writes": (
        PAGE,
        "<html><title>A</title><script>write()</script></html>",
        "has no words but those that a script writes",
    ),
    "an empty page": (PAGE, (" ", "Tue, 03 Nov 2026 10:00:00 GMT"), "answered with nothing"),
    "a page of a year that no calendar has": (
        PAGE,
        letters(200, Last_Modified="Mon, 01 Jan 99999999999999999999 00:00:00 GMT"),
        "has no date of its own; ",
    ),
    "a page without a date": (
        PAGE,
        LISTENING,
        (
            "has no date of its own; to be told when it changes, write beside it in data/law/"
            " fingerprint: "
        ),
    ),
    "a page that is made anew for each visit": (
        PAGE,
        (LISTENING, "Sun, 20 Dec 2026 10:00:00 GMT"),
        "has no date of its own; ",
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
    found = finding(publisher, path)
    assert found.changed == ()
    assert found.unknown.startswith(why)


def test_a_page_with_a_fingerprint_is_known_by_its_words(publisher: Publisher) -> None:
    publisher.answers[PAGE] = LISTENING
    mark = finding(publisher, PAGE).unknown.rpartition(" ")[2]
    board = with_law("id: example-page\n", f"id: example-page\n    fingerprint: {mark}\n")
    other_marks = LISTENING.replace("<p>", '<p class="new">\n ').replace("p{}", "p{color:red}")
    publisher.answers[PAGE] = other_marks
    found = finding(publisher, PAGE, board)
    assert (found.changed, found.unknown) == ((), "")
    publisher.answers[PAGE] = LISTENING.replace("Listen", "Hear")
    (told,) = finding(publisher, PAGE, board).changed
    assert told.startswith("Its words changed; their fingerprint is now ")


def test_the_words_of_a_page_are_those_that_readers_see() -> None:
    def said(page: str) -> str:
        return " ".join(" ".join(plain._words(page)).split())

    assert (
        said(
            "<body>One<script>if (2 < 3) two</script><p class='x'>three"
            " &amp;</p><STYLE>four</STYLE> five"
        )
        == "One three & five"
    )
    assert (
        said("<!-- <p>six</p> --><svg/>seven<!-->eight<![if x]>nine<![odd[ten<br/>eleven")
        == "seven eight nine eleven"
    )


def test_a_page_is_read_once_however_it_is_made() -> None:
    began = time.monotonic()
    for spoilt in ("<![CDATA[", "<!--", "<a ", "</", "<script"):
        list(plain._words(spoilt * 300_000))
    assert time.monotonic() - began < 20
