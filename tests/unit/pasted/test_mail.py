"""Markings of how far a text may go, and what mail put around it, are told; sentences that speak of
such things are not."""

import pytest

from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
MARKING, LETTER, FOOT = (
    "no_marking_is_published",
    "no_letter_is_published",
    "no_foot_of_mail_is_published",
)
TOLD = {
    "OFFICIAL": MARKING,
    "OFFICIAL – SENSITIVE": MARKING,
    "**OFFICIAL-SENSITIVE: PERSONAL**": MARKING,
    "[OFFICIAL: SENSITIVE]": MARKING,
    "## OFFICIAL-SENSITIVE": MARKING,
    "Official - Sensitive": MARKING,
    "OFFICIAL - SENSITIVE Minutes of the policy group": MARKING,
    "Protective marking: Official": MARKING,
    "CLASSIFICATION: RESTRICTED": MARKING,
    "PROTECT – PERSONAL": MARKING,
    "PRIVATE AND CONFIDENTIAL": MARKING,
    "NOT PROTECTIVELY MARKED": MARKING,
    "*CONFIDENTIAL*": MARKING,
    "From: Ann Smith <ann@example.org>\nSent: 3 November 2026 10:12\nTo: All\nSubject: RE: Draft": (
        LETTER
    ),
    "**From:** Ann Smith **Sent:** Monday **Subject:** the draft": LETTER,
    "Subject: FW: the draft": LETTER,
    "This email and any attachments are confidential.": FOOT,
    "It is intended solely for the use of the individual to whom it is addressed.": FOOT,
    "If you are not the intended recipient, delete it.": FOOT,
    "CAUTION: This email originated from outside the council.": FOOT,
    "Sent from my iPhone": FOOT,
    "On Mon, 3 Nov 2026 at 10:12, Ann Smith wrote:": FOOT,
    "-----Original Message-----": FOOT,
    "[cid:image001.png@01DA1234.5678]": "no_picture_of_mail_is_left",
}


@pytest.mark.parametrize("text", TOLD)
def test_what_was_not_written_for_everyone_is_told_by_its_rule(text: str) -> None:
    problems = INVENTED.found_in_pages({PAGE: (TEXT, text)})
    assert [problem.rule for problem in problems if problem.place.line == 8] == [TOLD[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Mark it OFFICIAL-SENSITIVE before you send it.",
        "Official figures are published each year.",
        "- Confidential\n- Kind",
        "## Confidential advice",
        "Confidential",
        "The children were PROTECTED from harm.",
        "Subject: safeguarding",
        "From: 9 June\n\nTo: 12 June",
        "From Monday on, send us your subject by e-mail.",
        "This email address is for training alone.",
        "The course is intended only for those who lead a setting.",
        "We protect what you tell us.",
    ],
)
def test_what_speaks_of_such_things_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []
