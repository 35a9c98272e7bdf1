"""A page says in which language it is, by a code that browsers know."""

import pytest

from safeguarding import reading
from safeguarding.board import views
from safeguarding.exports import search
from safeguarding.languages import NO_LANGUAGE, Spoken
from safeguarding.shared import spoken
from tests.boards import DAY, INVENTED, Edits

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
    built = dict.fromkeys(("about/privacy/", "about/"), "<article>Words.</article>")
    found = search.pages(INVENTED.site(in_language("pl")), built.get)
    assert {page.about["address"]: page.about.get("lang") for page in found} == {
        "about/privacy/": "pl",
        "about/": None,
    }


def test_title_of_a_page_is_in_its_language_wherever_a_link_has_it() -> None:
    site = INVENTED.site(
        {PAGE: ("title: Privacy and cookies", "lang: pl\ntitle: Prywatność i pliki")}
    )
    link = '<a href="../privacy/">{}</a>'
    own = link.format("Prywatność i pliki")
    assert spoken.mark(own, site, "about/feedback/") == own.replace(
        '/privacy/"', '/privacy/" lang="pl" dir="ltr"'
    )
    for other in (link.format("Our page in Polish"), '<a href="../">Prywatność i pliki</a>'):
        assert spoken.mark(other, site, "about/feedback/") == other
    assert spoken.mark(own, INVENTED.site(), "about/feedback/") == own


def test_words_of_the_a_to_z_are_in_the_language_of_their_page() -> None:
    site = INVENTED.site({PAGE: ("title:", "lang: ur\nkeywords: [رازداری]\ntitle:")})
    words = {
        word.word: word.language for _, some in views.a_to_z(site, "a-z/", DAY) for word in some
    }
    assert words["رازداری"] == Spoken("ur", "rtl")
    assert words["All contacts"] is None
