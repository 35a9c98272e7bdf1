"""What stands between the brackets of a call is told as the author's when it is, and only then."""

import inspect
from collections.abc import Callable, Iterator
from typing import get_type_hints

import pytest
from jinja2 import nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.pages import call as written
from safeguarding.pages import calls
from safeguarding.pages.lines import every_line
from safeguarding.problem import WrongWords
from safeguarding.shared.rendering import page_syntax
from safeguarding.site import Site, address
from safeguarding.soundness import sound_site
from safeguarding.yaml import text
from tests.conftest import NOW, OTHER

NONSENSE = "nothing-is-called-this"
FREE = {("when", "before"), ("when", "after"), ("picture", "name")}  # words that can be any
OTHER_WORDS = "takes other words between its brackets, like {}: text in quotes, numbers without"
DATES, UPDATES, FIGURE = "[[ next_dates(2) ]]", "[[ updates(2) ]]", '[[ figure("id") ]]'
PLANS = '[[ key_questions("plans") ]]'
WRONG = {
    'next_dates("2")': f"{OTHER_WORDS.format(DATES)}: write  {DATES}",
    "next_dates()": OTHER_WORDS.format(DATES),
    "next_dates(0)": OTHER_WORDS.format(DATES),
    'next_dates("two")': OTHER_WORDS.format(DATES),
    "next_dates(2, 3)": OTHER_WORDS.format(DATES),
    "figure(5)": OTHER_WORDS.format(FIGURE),
    "key_questions(5)": OTHER_WORDS.format(PLANS),
    'key_questions("partli")': '"partli" is not in the key questions; did you mean "partly"?',
    'key_questions("x")': '"x" is not in the key questions; write named, partly or absent',
}
SHAPE = calls.SHAPE
# What is written; and as it should read.
MISSHAPEN = {
    "[[ next_dates(number=2) ]]": DATES,
    "[[ next_dates 2 ]]": DATES,
    "[[ next_dates(2,) ]]": DATES,
    "[[ updates(2;) ]]": UPDATES,
    "[[ emergency()|upper ]]": "[[ emergency() ]]",
    "[[ emergency().upper() ]]": "[[ emergency() ]]",
    "[[ emergency ]]": "[[ emergency() ]]",
    "[[ emergency()": "[[ emergency() ]]",
    "emergency() ]]": "[[ emergency() ]]",
    "[[[ emergency() ]]": "[[ emergency() ]]",
    "[[ emergency() ]]]": "[[ emergency() ]]",
    "[[ emergency()] ]": "[[ emergency() ]]",
    "[[ emergency() ]|]": "[[ emergency() ]]",
    "[ [ emergency() ]]": "[[ emergency() ]]",
    "['[ emergency() ]]": "[[ emergency() ]]",
    "[[_emergency() ]]": "[[ emergency() ]]",
    "[[* emergency() ]]": "[[ emergency() ]]",
    '[[ emer"gency() ]]': "[[ emergency() ]]",
    "[[\u00a0emergency() ]]": "[[ emergency() ]]",
    "[[ Emergency() ]]": "[[ emergency() ]]",
    "[[ emergence() ]]": "[[ emergency() ]]",
    "[[ emer gency() ]]": "[[ emergency() ]]",
    "[ emergency() ]": "[[ emergency() ]]",
    "[ emergency() ]]": "[[ emergency() ]]",
    "[[ emergency() ]": "[[ emergency() ]]",
    "{{ emergency() }}": "[[ emergency() ]]",
    "{% emergency %}": "[[ emergency() ]]",
    "(( emergency() ))": "[[ emergency() ]]",
    "\\[\\[ emergency() \\]\\]": "[[ emergency() ]]",
    **dict.fromkeys(
        (
            '[[ number("emergency) ]]',
            '[[ number(emergency") ]]',
            "[[ number('emergency) ]]",
            "[[ number(emergency) ]]",
            "[[ number(\u201cemergency\u201d) ]]",
            "[[ number(\u2018emergency\u2019) ]]",
            '[[ number "emergency" ]]',
            '[[ number("emergency" ]]',
            '[[ number(."emergency") ]]',
            '[[ number"(emergency") ]]',
            '[[ number("emergency:) ]]',
            '[[ number"emergency") ]]',
            '[[ number(("emergency")) ]]',
            '[[ number()"emergency" ]]',
            '[[ number(["emergency"]) ]]',
            '[[ number(*["emergency"]) ]]',
            '[[ number(number="emergency") ]]',
        ),
        '[[ number("emergency") ]]',
    ),
}
# What looks like a call, and what call is told as an example.
UNREADABLE = {
    "[[ updates(2.5) ]]": UPDATES,
    "[[ updates(true) ]]": UPDATES,
    '[[ figure(["x"]) ]]': FIGURE,
    '[[ figure(*["x"]) ]]': FIGURE,
    "[[ () ]]": FIGURE,
    "[[ nothing() ]]": FIGURE,
    "[[ numbr(1) ]]": '[[ number("id") ]]',
    '[[ "text" ]]': FIGURE,
    "[[ (1) ]]": FIGURE,
    "[[1]]": FIGURE,
    "[[Page|words]]": FIGURE,
    "\\[\\[ words \\]\\]": FIGURE,
    "words ]]": FIGURE,
    "[% of all": FIGURE,
    "[# of all": FIGURE,
}
# In which a name of a call is only a word.
NO_CALLS = ["contact(s) and number (1)", "[number](../a.md)", "Ring (number 1)", "a ] and b ["]


@pytest.fixture(scope="module")
def invented() -> Site:
    """The library of the invented board, whose pages make every call."""
    return sound_site(OTHER)


def told(site: Site, text: str) -> list[str]:
    """What is said of a page with this in its fifth line."""
    author = Author(site, here=lambda: "about/privacy/", now=NOW)
    page = every_line("page.md", f"\n\n\n\n{text}\n")
    found = written.calls_in(page)
    return [str(problem) for problem in calls.wrong(found, author, has_exit=True)]


@pytest.mark.parametrize("call", WRONG)
def test_words_of_the_wrong_kind_are_told_with_what_to_write(invented: Site, call: str) -> None:
    said = f"page.md:5:1: {call.partition('(')[0]}: {WRONG[call]}"
    assert told(invented, f"[[ {call} ]]") == [said]


@pytest.mark.parametrize("text", MISSHAPEN)
def test_misshapen_call_is_told_as_it_should_read(invented: Site, text: str) -> None:
    assert told(invented, text) == [f"page.md:5:1: {text}: {SHAPE}: write  {MISSHAPEN[text]}"]


@pytest.mark.parametrize("text", MISSHAPEN)
def test_words_beside_a_misshapen_call_stay(invented: Site, text: str) -> None:
    problem = f"{SHAPE}: write  It\u2019s {MISSHAPEN[text]} or\u00a0so (1)."
    said = told(invented, f"It\u2019s {text} or\u00a0so (1).")[0]
    assert said == f"page.md:5:6: {text}: {problem}"


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_is_told_with_an_example(invented: Site, text: str) -> None:
    (said,) = told(invented, text)[:1]
    assert f"is no call that a page can make; write one like {UNREADABLE[text]} (EDITING" in said


@pytest.mark.parametrize("text", NO_CALLS)
def test_name_of_a_call_in_a_sentence_is_left_alone(invented: Site, text: str) -> None:
    assert told(invented, text) == []


def test_call_that_does_not_end_before_the_next_is_told_alone(invented: Site) -> None:
    right = '[[ number("emergency") ]]'
    text = f"Ring {right.removesuffix(' ]]')} or {right}."
    (said,) = told(invented, text)
    assert said.endswith(f"{SHAPE}: write  Ring {right} or {right}.")


def test_number_without_end_is_told_without_working_it_out(invented: Site) -> None:
    (said,) = told(invented, f"[[ next_dates({'9' * 4900}) ]]")
    assert said.endswith(" a number like (1), and a space between [ and % or #")


@pytest.mark.parametrize("error", [TypeError, KeyError, ValueError, AttributeError])
def test_bug_of_ours_is_never_told_as_the_authors(
    invented: Site, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(*_: object) -> str:
        raise error("a bug")

    monkeypatch.setattr("safeguarding.board.views.updates", broken)
    with pytest.raises(error, match="a bug") as bug:
        told(invented, "[[ updates(2) ]]")
    assert "page.md:5: [[ updates(2) ]]" in bug.value.__notes__[0]


def words_of(call: Callable[..., str]) -> list[str]:
    """The name of each parameter that is a word."""
    hints = get_type_hints(call)
    return [
        name
        for name in inspect.signature(call).parameters
        if str in written.kinds(hints[name]) and (call.__name__, name) not in FREE
    ]


def calls_of_the_invented_board() -> Iterator[tuple[str, str, list[str | int]]]:
    """(page, call, its words) of each call that its pages make."""
    for path in sorted((OTHER / "docs").rglob("*.md")):
        name = path.relative_to(OTHER).as_posix()
        for node in page_syntax.parse(text.read(path, name)).find_all(nodes.Call):
            assert isinstance(node.node, nodes.Name)
            yield address(name), node.node.name, [word.as_const() for word in node.args]


# Each as the board first makes it.
MADE = {call: (page, words) for page, call, words in reversed([*calls_of_the_invented_board()])}


def test_every_call_is_made_by_the_invented_board() -> None:
    assert set(CALLS) == set(MADE)


@pytest.mark.parametrize("name", CALLS)
def test_every_word_of_every_call_is_looked_up(invented: Site, name: str) -> None:
    page, words = MADE[name]
    call = getattr(Author(invented, here=lambda: page, now=NOW), name)
    names = list(inspect.signature(call).parameters)
    for word in words_of(call):
        at = names.index(word)
        assert len(words) >= at, f"{name}: its pages give no word before {word}"
        with pytest.raises(WrongWords):
            call(*words[:at], NONSENSE, *words[at + 1 :])
