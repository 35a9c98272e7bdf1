"""Guidance, as GOV.UK tells of it."""

import json

import pytest

from tests.unit.publishers.server import (
    GUIDANCE,
    Answer,
    Publisher,
    finding,
    guidance,
    since,
    with_law,
)

# What is answered, and what a person is told of it: nothing where nothing changed.
CHANGES: dict[str, tuple[str, Answer, tuple[str, ...]]] = {
    "unchanged guidance": (GUIDANCE, guidance(), ()),
    "changed guidance": (
        GUIDANCE,
        guidance(**since("<p>Chapter 2 &amp; 3 rewritten.</p>")),
        ("1 December 2026: Chapter 2 & 3 rewritten.",),
    ),
    "guidance changed without a note": (
        GUIDANCE,
        guidance(public_updated_at="2026-12-03T09:30:00Z"),
        ("It was changed on 3 December 2026.",),
    ),
    "withdrawn guidance": (
        GUIDANCE,
        guidance(
            withdrawn_notice={
                "withdrawn_at": "2026-12-04T10:00:00Z",
                "explanation": "<p>See the new one.</p>",
            }
        ),
        ("It was withdrawn on 4 December 2026. See the new one.",),
    ),
    "guidance withdrawn on no day": (
        GUIDANCE,
        guidance(withdrawn_notice={"explanation": "<p>See the new one.</p>"}),
        ("It was withdrawn. See the new one.",),
    ),
    "guidance at an address that begins like its own": (
        GUIDANCE,
        guidance(base_path="/government/publications/how-to"),
        ("It is at another address now: https://www.gov.uk/government/publications/how-to",),
    ),
    "a part of a guide": (GUIDANCE, guidance(base_path="/government/publications"), ()),
    "guidance at another address": (
        GUIDANCE,
        guidance(base_path="/government/publications/how-to-hear"),
        ("It is at another address now: https://www.gov.uk/government/publications/how-to-hear",),
    ),
    "replaced guidance": (
        GUIDANCE,
        json.dumps({"schema_name": "redirect", "redirects": [{"path": "/a", "destination": "/b"}]}),
        ("Its publisher took it away; the address now leads to /b.",),
    ),
    "guidance replaced by nothing": (
        GUIDANCE,
        json.dumps({"schema_name": "gone", "redirects": [{}]}),
        ("Its publisher took it away.",),
    ),
    "guidance that was changed on the day on which it was checked": (
        GUIDANCE,
        guidance(public_updated_at="2026-11-20T09:30:00Z", **since("Chapter 2.", "2026-11-20")),
        (),
    ),
    "guidance whose note says when it was changed": (
        GUIDANCE,
        guidance(public_updated_at="2026-12-03T09:30:00Z", **since("Chapter 2.")),
        ("1 December 2026: Chapter 2.",),
    ),
    "a note on many lines, with what steers a terminal": (
        GUIDANCE,
        guidance(**since("<p>New.</p>\n::error::x \x1b[31mred\u202e")),
        ("1 December 2026: New. ::error::x [31mred",),
    ),
}
# What tells nothing, and why.
SILENCE: dict[str, tuple[str, Answer, str]] = {
    "no JSON": (GUIDANCE, "[1, 2", "answered with something that is no page of GOV.UK"),
    "JSON of another kind": (
        GUIDANCE,
        "[1, 2]",
        "answered with something that is no page of GOV.UK",
    ),
    "JSON without an end": (
        GUIDANCE,
        "[" * 100_000,
        "answered with something that is no page of GOV.UK",
    ),
    "a page of GOV.UK of another shape": (
        GUIDANCE,
        guidance(details={"change_history": ["note"]}),
        "answered with something that is no page of GOV.UK",
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


def test_that_it_is_over_is_not_told_of_what_was_replaced_when_it_was_checked(
    publisher: Publisher,
) -> None:
    notice = {"withdrawn_at": "2026-11-19T10:00:00Z"}
    publisher.answers[GUIDANCE] = guidance(withdrawn_notice=notice)
    assert finding(publisher, GUIDANCE).changed != ()
    id = "id: example-guidance\n"
    board = with_law(id, f"{id}    status: superseded\n")
    assert finding(publisher, GUIDANCE, board).changed == ()
