"""A page says in which language it is, by a code that browsers know."""

import pytest

from safeguarding import reading
from safeguarding.exports import search
from safeguarding.languages import NO_LANGUAGE, Spoken
from tests.boards import INVENTED, Edits

PAGE, HARD = "docs/about/privacy.md", "Wielodyscyplinarne rozporządzenia dokumentacyjne. " * 40


def in_language(code: str) -> Edits:
    return {PAGE: ("title:", f"lang: {code}\ntitle:")}


@pytest.mark.parametrize(
    ("code", "direction"),
    {"pl": "ltr", "cy": "ltr", "no": "ltr", "zh-Hant": "ltr", "ur": "rtl", "ar": "rtl"}.items(),
)
def test_language_of_a_page_is_known_by_its_code(code: str, direction: str) -> None:
    site = INVENTED.site(in_language(code))
    assert site.language_of("about/privacy/") == Spoken(code, direction)  # type: ignore[arg-type]
    assert site.language_of("about/") is None


@pytest.mark.parametrize("code", ["xx", "Polish", "PL", "pl_PL", "polski"])
def test_what_is_no_code_is_told(code: str) -> None:
    assert INVENTED.problems(in_language(code)) == [f"{PAGE}:2:1: lang: {code} {NO_LANGUAGE}"]


def test_page_in_another_language_is_not_judged_as_english() -> None:
    hard = INVENTED.edited({PAGE: ("\n---\n", f"\n---\n\n{HARD}\n")})
    assert [one.name for one in reading.readings(hard.site())][:1] == [PAGE]
    assert PAGE not in {one.name for one in reading.readings(hard.site(in_language("pl")))}


def test_search_knows_the_language() -> None:
    parts = [
        search.Section(location=here, title="A title", text="Words.")
        for here in ("about/privacy/", "about/")
    ]
    found = search.pages(INVENTED.site(in_language("pl")), parts)
    assert {page["address"]: page.get("lang") for page in found} == {
        "about/privacy/": "pl",
        "about/": None,
    }
