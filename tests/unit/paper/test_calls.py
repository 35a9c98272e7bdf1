"""What pages call for of paper."""

import pytest

from safeguarding.authoring import Author
from safeguarding.problem import WrongWords
from tests.boards import INVENTED, NONE, Edits
from tests.conftest import NOW

LISTENING = "docs/procedures/listening.md"


def author(here: str = "about/leaflets/", edits: Edits = NONE) -> Author:
    return Author(INVENTED.site(edits), here=lambda: here, now=NOW)


def test_list_has_every_page_that_is_printed_with_a_place_for_its_files() -> None:
    shown = author().leaflet_list()
    headings = [line for line in shown.split("\n") if line.startswith("##")]
    assert [one.partition(" {")[0] for one in headings] == [
        "## Leaflets, posters and cards",
        "## Action cards for procedures",
        "## Lists and whole reports",
    ]
    assert '<a href="../../procedures/listening/">When a child tells you something</a>' in shown
    assert shown.count("<!--paper:") == 6


def test_part_is_what_stands_below_a_heading() -> None:
    shown = author("about/leaflets/listening/").part("procedures/listening/", "why-it-matters")
    assert shown.startswith("Children tell the people whom they trust. <a")
    assert shown.endswith("[1]</a>")


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[A](../a-z.md)", "[A](../../a-z.md)"),
        ("[A](#why-it-matters)", "[A](../../procedures/listening.md#why-it-matters)"),
        ("[A](https://a.example/)", "[A](https://a.example/)"),
        ("[A](tel:999)", "[A](tel:999)"),
    ],
)
def test_link_of_a_part_leads_where_it_led(written: str, link: str) -> None:
    edits: Edits = {LISTENING: ("Children tell the people", f"{written} Children tell the people")}
    shown = author("about/leaflets/listening/", edits).part(
        "procedures/listening/", "why-it-matters"
    )
    assert link in shown


def test_part_holds_lower_headings_and_ends_before_the_next_of_its_own() -> None:
    text = "## Why it matters\n\nAll.\n\n### Below\n\nMore.\n\n## Next { #after }\n\nOther.\n"
    edits: Edits = {LISTENING: ("## Why it matters\n", text)}
    pages = author("about/leaflets/listening/", edits)
    assert pages.part("procedures/listening/", "why-it-matters") == ("All.\n\n### Below\n\nMore.")
    assert pages.part("procedures/listening/", "below") == "More."
    assert pages.part("procedures/listening/", "after").startswith("Other.")


def test_part_that_is_not_there_is_told() -> None:
    pages = author("about/leaflets/listening/")
    with pytest.raises(WrongWords, match=r'"why" is not in docs/procedures/listening\.md'):
        pages.part("procedures/listening/", "why")
    with pytest.raises(WrongWords, match='"procedures/lisning/" is not in docs/'):
        pages.part("procedures/lisning/", "why-it-matters")


def test_procedure_is_told_in_short_on_another_page() -> None:
    pages = author("about/leaflets/listening/")
    assert "Tell the children’s team." in pages.at_a_glance("listening")
    assert pages.what_to_record("listening") == "- What the child said\n- The day and the time"
