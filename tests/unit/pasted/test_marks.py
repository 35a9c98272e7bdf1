"""Remarks, fields, marks of notes and leaves of paper are told, each by its own rule; and addresses
that nobody could press."""

import pytest

from tests.boards import INVENTED

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
TOLD = {
    "Text. Commented [JS1]: is this right?": ("no_remark_is_published", "Commented [JS1]:"),
    "Text.[AB2R1] More": ("no_remark_is_published", "[AB2R1]"),
    "Formatted: Font: Bold": ("no_remark_is_published", "Formatted: Font: Bold"),
    "See Error! Reference source not found.": (
        "fields_are_filled_in",
        "Error! Reference source not found.",
    ),
    'See HYPERLINK "https://example.org/" our page': ("fields_are_filled_in", "HYPERLINK"),
    'See HYPERLINK \\l "_Toc123" our page': ("fields_are_filled_in", "HYPERLINK"),
    "Dear «FirstName»": ("fields_are_filled_in", "«FirstName»"),
    "Click or tap here to enter text.": (
        "fields_are_filled_in",
        "Click or tap here to enter text.",
    ),
    "See page 3 at _Ref1234567": ("fields_are_filled_in", "_Ref1234567"),
    "We work together.1 The law asks.": ("marks_of_notes_lead_to_notes", "1"),
    "We work together¹ as asked.": ("marks_of_notes_lead_to_notes", "¹"),
    "We work together.<sup>12</sup> More.": ("marks_of_notes_lead_to_notes", "<sup>12</sup>"),
    "Page 1 of 12": ("no_leaf_of_paper_is_left", "Page 1 of 12"),
    "Scope ........ 4": ("no_leaf_of_paper_is_left", "Scope ........ 4"),
    "Write to a@example.org.": ("e_mail_addresses_are_links", "a@example.org"),
    "See example.org/page of it.": ("web_addresses_are_whole", "example.org/page"),
}


@pytest.mark.parametrize("text", TOLD)
def test_residue_is_told_by_its_rule(text: str) -> None:
    (problem,) = INVENTED.found_in_pages({PAGE: (TEXT, text)})
    assert (problem.rule, problem.field) == TOLD[text]
    assert problem.place.line == 8


@pytest.mark.parametrize(
    "text",
    [
        "See s.47, no.4, para.3 and m² of it. In 2019.",
        "It is 3 of 12, and more.",
        "Write to <a@example.org> or [ask](mailto:a@example.org).",
        "Ask [a@example.org](mailto:a@example.org), see [example.org/a](https://example.org/a).",
        "« Bonjour » is French. So is 1<sup>er</sup>.",
        "It formatted well. He commented: no. An error! We saw it.",
        "Choose an item from the list, and either/or.",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert INVENTED.problems_of_pages({PAGE: (TEXT, text)}) == []


def test_other_marks_beside_residue_are_told_too() -> None:
    told = INVENTED.problems_of_pages({PAGE: (TEXT, "Write to a@example.org\n[now] or later.")})
    assert [problem.split(":")[1] for problem in told] == ["8", "9"]
