"""A page can be had in other languages and in Easy Read: each says of which page it is, whether
anyone has checked it, and in which language its frame speaks."""

import datetime
import functools

import pytest

from safeguarding import checks, languages, readiness, reading
from safeguarding.authoring import Author
from safeguarding.exports import assets, search
from safeguarding.shared import spoken
from safeguarding.shared.spoken import Said
from safeguarding.site import Site
from tests.boards import DAY, DAYS, INVENTED, Edits
from tests.conftest import NOW, ROOT

ARABIC, EASY, ORIGINAL = "docs/arabic.md", "docs/easy-read.md", "docs/worried-about-a-child.md"
WORRIED = "worried-about-a-child/"
STATE = "made_from: vf77a7c4\n"
CHECKED: Edits = {ARABIC: (STATE, f"{STATE}checked: 2026-11-20\n")}


def names(site: Site, address: str) -> list[str]:
    return [one.name for one in site.versions_of(address)]


@pytest.mark.parametrize("address", [WORRIED, "arabic/", "easy-read/"])
def test_each_version_leads_to_all_others_by_their_own_names(address: str) -> None:
    assert names(INVENTED.site(), address) == ["English", "Easy Read", "العربية"]
    assert names(INVENTED.site(), "about/") == []


def test_languages_stand_in_the_order_of_their_file_and_others_behind() -> None:
    board = INVENTED.edited(
        {ARABIC: ("lang: ar", "lang: cy"), EASY: ("easy_read: true", "lang: pl")}
    )
    assert names(board.site(), WORRIED) == ["English", "Cymraeg", "Polski"]
    listed: Edits = {"data/languages.yml": "languages: [{id: pl}, {id: cy}]\n"}
    assert names(board.site(listed), WORRIED) == ["English", "Polski", "Cymraeg"]


def test_easy_read_in_another_language_says_both() -> None:
    site = INVENTED.site({EASY: ("easy_read: true", "easy_read: true\nlang: cy")})
    assert "Easy Read, Cymraeg" in names(site, WORRIED)


@pytest.mark.parametrize(
    ("edit", "told"),
    {
        "no such page": (
            ("of: worried-about-a-child/", "of: worried-about-a-chid/"),
            'of: worried-about-a-chid/ is not in docs/; did you mean "worried-about-a-child/"?',
        ),
        "version of a version": (
            ("of: worried-about-a-child/", "of: easy-read/"),
            "of: easy-read/ says what another page says; write the one that it says again: of:"
            " worried-about-a-child/",
        ),
        "no language": (
            ("lang: ar\n", ""),
            "of: is for a page in another language or in Easy Read; write lang: with the code of"
            " the language, or easy_read: true",
        ),
        "checked, but of no page": (
            (f"of: worried-about-a-child/\n{STATE}", "checked: 2026-11-20\n"),
            "checked: is for a page that says what another says; write the address of that one,"
            " like of: worried-about-a-child/",
        ),
        "twice in a language": (
            ("lang: ar\n", "easy_read: true\n"),
            None,
        ),
        "checked tomorrow": (
            (STATE, f"{STATE}checked: 2090-01-01\n"),
            "checked: 2090-01-01 is still to come; write the day on which it happened",
        ),
        "no fingerprint": (
            (STATE, "made_from: yesterday\n"),
            f"made_from: yesterday {languages.NO_FINGERPRINT}",
        ),
    }.values(),
)
def test_what_a_version_says_of_itself_is_right(edit: tuple[str, str], told: str | None) -> None:
    problems = INVENTED.problems({ARABIC: edit})
    said = told or f"of: {ARABIC}:4 is this page in the same language; delete one"
    assert [problem.split(": ", 1)[1] for problem in problems] == [said]


def test_editors_are_told_when_the_original_has_changed() -> None:
    changed: Edits = {ORIGINAL: ("Are you young?", "Are you under 18?")}
    now = INVENTED.site(changed).fingerprint(WORRIED)
    said = (
        f"made_from: {ORIGINAL} has changed since; change this page too if need be, then write"
        f" {now} here"
    )
    assert f"{ARABIC}:5:1: {said}" in INVENTED.warnings(changed)
    assert INVENTED.warnings({**changed, ARABIC: ("vf77a7c4", now), EASY: ("vf77a7c4", now)}) == (
        INVENTED.warnings()
    )


def test_words_for_the_search_and_broken_lines_change_no_state() -> None:
    for edit in (("[whom to call]", "[whom to ring]"), ("young? Call", "young?\nCall")):
        site = INVENTED.site({ORIGINAL: edit})
        assert site.fingerprint(WORRIED) == INVENTED.site().fingerprint(WORRIED)
    procedure = "docs/procedures/listening.md"
    step = INVENTED.site({procedure: ("what: ", "what: At once. ")})
    assert step.fingerprint("procedures/listening/") != INVENTED.site().fingerprint(
        "procedures/listening/"
    )


def test_new_version_is_told_what_to_write() -> None:
    told = INVENTED.warnings({ARABIC: (STATE, "")})
    assert any("made_from: is missing; once this page says what" in one for one in told)


def blockers(edits: Edits) -> list[str]:
    told = readiness.release_blockers(INVENTED.site(edits), datetime.date(2026, 11, 25))
    return [str(one) for one in told if one.place.path in (ARABIC, EASY)]


def test_nothing_is_shown_as_real_that_no_speaker_has_checked() -> None:
    assert blockers(CHECKED) == [
        f"{EASY}:4:1: of: nobody who needs Easy Read has checked this page; let someone read it,"
        " then write the day as checked: below it"
    ]
    assert any("nobody who speaks العربية has checked" in one for one in blockers({}))
    behind = blockers({**CHECKED, ORIGINAL: ("Are you young?", "Are you 12?")})
    assert sum("has changed since" in one for one in behind) == 2


# What the frame says.


def test_frame_speaks_the_language_of_the_page_and_marks_what_is_english() -> None:
    site = INVENTED.site({"data/languages.yml": ("    exit: غادر هذه الصفحة\n", "")})
    say = Said(site, "arabic/")
    assert say("menu") == "القائمة"
    assert say("exit") == '<span lang="en" dir="ltr">Exit this page</span>'
    assert (say.has("menu"), say.has("exit")) == (True, False)
    assert Said(site, "about/")("exit") == "Exit this page"


@pytest.mark.parametrize(
    ("code", "said"),
    {"pl": "z dnia 27 listopada 2026", "cy": "z dnia 27 Tachwedd 2026"}.items(),
)
def test_days_are_said_in_the_language(code: str, said: str) -> None:
    words = f'languages: [{{id: {code}, made: "z dnia {{day}}"}}]\n'
    site = INVENTED.site({ARABIC: ("lang: ar", f"lang: {code}"), "data/languages.yml": words})
    assert Said(site, "arabic/")("made", day=DAY) == said


def test_day_in_english_words_is_english() -> None:
    site = INVENTED.site({"data/languages.yml": None})
    assert "made on 27 November 2026" in Said(site, "arabic/")("made", day=DAY)
    at_noon = datetime.datetime(2026, 6, 18, 12)
    assert Said(site, "")("over", day=at_noon) == (
        "This page was there until Thursday 18 June 2026, noon."
    )


def test_words_of_the_file_are_text_and_keep_their_places() -> None:
    words: Edits = {"data/languages.yml": 'languages: [{id: ar, call: "<b> {number}"}]\n'}
    assert Said(INVENTED.site(words), "arabic/")("call", number="999") == "&lt;b&gt; 999"
    wrong: Edits = {"data/languages.yml": "languages: [{id: ar, call: 999}]\n"}
    assert INVENTED.problems(wrong) == [
        "data/languages.yml:1:22: call: 999 should have {number} once, where the number goes"
    ]
    marks: Edits = {"data/languages.yml": 'languages: [{id: ar, menu: "{menu}"}]\n'}
    assert INVENTED.problems(marks) == [
        f"data/languages.yml:1:22: menu: {{menu}} {languages.NO_BRACES}"
    ]


def test_what_calls_show_in_english_says_so() -> None:
    site = INVENTED.site()
    for address, begins in (("arabic/", '<div lang="en" dir="ltr">'), ("about/", "<ul")):
        shown = Author(site, functools.partial(str, address), NOW).make("contact_card", ("team",))
        assert shown.startswith(begins)
    at_arabic = Author(site, lambda: "arabic/", NOW)
    assert at_arabic.make("contact", ("team",)).startswith('<span lang="en" dir="ltr">')
    assert at_arabic.make("number", ("emergency",)).startswith("<a ")
    assert "لا تنتظر" in at_arabic.make("emergency", ())


def test_every_number_of_a_desk_is_told_in_the_language() -> None:
    two = "    phone: 01632 960001\n    others: [{phone: 01632 960002, when: at night}]\n"
    site = INVENTED.site({"data/contacts.yml": ("    phone: 01632 960001\n", two)})
    first, second = (
        f'<a class="number" href="tel:0163296000{n}">01632 96000{n}</a>' for n in (1, 2)
    )
    for address, joined in (("arabic/", "أو"), ("about/", "or")):
        author = Author(site, functools.partial(str, address), NOW)
        assert author.make("number", ("team",)) == f"{first} {joined} {second}"
    assert Author(site, lambda: "about/", NOW).make("number", ("emergency",)).count("<a") == 1


def test_doubts_are_told_in_the_language_and_once() -> None:
    site = INVENTED.site({"data/languages.yml": ('    doubt: "', '    doubt: "شك ')})
    author = Author(site, lambda: "arabic/", NOW)
    assert author.make("doubts", ()) == ""
    author.make("number", ("team",))
    assert "شك" in author.make("doubts", ())
    assert author.shown.has_said_so
    assert author.make("doubts", ()) == ""


def test_numbers_keep_their_order_in_lines_from_the_right() -> None:
    link = '<a class="number" href="tel:1">01 23</a>'
    site = INVENTED.site()
    assert spoken.mark(link, site, "arabic/") == link.replace("01 23", "<bdi>01 23</bdi>")
    assert spoken.mark(link, site, "about/") == link


def test_strip_of_danger_leads_to_the_page_in_the_same_language() -> None:
    site = INVENTED.site()
    assert site.in_same_language(WORRIED, "arabic/") == "arabic/"
    assert site.in_same_language(WORRIED, "about/") == WORRIED
    assert site.in_same_language(WORRIED, "easy-read/") == WORRIED


def test_search_names_the_language() -> None:
    built = dict.fromkeys(("arabic/", "about/"), "<article>b</article>")
    pages = [page.about for page in search.pages(INVENTED.site(), built.get)]
    assert {page["address"]: page.get("language") for page in pages} == {
        "arabic/": "العربية",
        "about/": None,
    }


# Easy Read.


def picture(*words: str, edits: Edits | None = None, at: str = "easy-read/") -> str:
    return Author(INVENTED.site(edits), lambda: at, NOW).make("picture", words)


def test_place_for_a_picture_has_a_sign_until_there_is_one() -> None:
    assert picture("telephone").startswith('<svg class="picture"')
    assert picture("call-us", "telephone") == picture("telephone")
    assert picture("call-us") == ""


def test_file_of_the_board_takes_the_place_of_a_sign() -> None:
    site = INVENTED.site()
    site.assets["easy-read/telephone.png"] = site.assets["poster.png"]
    shown = Author(site, lambda: "easy-read/", NOW).make("picture", ("telephone",))
    assert shown == (
        '<img class="picture decoration" src="../assets/easy-read/telephone.png" alt="">'
    )


def test_picture_with_a_place_is_named() -> None:
    site = INVENTED.site()
    for name in ("call-us", "ask-for-help"):
        site.assets[f"easy-read/{name}.png"] = site.assets["poster.png"]
    nobody_names = [one.place.path for one in checks.warnings(site, DAYS)]
    assert "docs/assets/easy-read/call-us.png" in nobody_names
    assert "docs/assets/easy-read/ask-for-help.png" not in nobody_names


@pytest.mark.parametrize(
    ("call", "told"),
    {
        '[[ picture("telefone") ]]': '"telefone" is not in the signs; did you mean "telephone"?',
        '[[ picture("a", "telefone") ]]': 'did you mean "telephone"?',
    }.items(),
)
def test_misspelt_sign_is_told(call: str, told: str) -> None:
    edits: Edits = {EASY: ('[[ picture("ask-for-help") ]]', call)}
    assert told in " ".join(INVENTED.problems_of_pages(edits))


def test_pictures_of_ideas_are_for_easy_read() -> None:
    edits: Edits = {"docs/check.md": ("# Whom", '[[ picture("house") ]] Words.\n\n# Whom')}
    assert any("is for an Easy Read page" in one for one in INVENTED.problems_of_pages(edits))


def test_easy_read_loads_its_own_styles() -> None:
    needed = assets.stylesheets(ROOT / "theme/assets")
    assert needed('<div class="easy">') == "site-easy"
    assert needed('<nav class="versions">') == "site-versions"


def test_easy_read_reads_more_easily_than_any_other_page() -> None:
    words = "The council decides what happens after you have told them about it. " * 8
    hard: Edits = {EASY: ("[[ doubts() ]]", f"{words}\n\n[[ doubts() ]]")}
    needed = {one.name: one.needed for one in reading.readings(INVENTED.site(hard))}
    assert needed[EASY] == 85
