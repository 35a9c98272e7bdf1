"""What stands between the brackets of a call is told as the author's when it is, and only then."""

import inspect
from collections.abc import Callable, Iterator
from typing import get_type_hints

import pytest
from jinja2 import nodes

from safeguarding.authoring import CALLS, Author
from safeguarding.pages import calls
from safeguarding.pages.lines import every_line
from safeguarding.problem import WrongWords
from safeguarding.shared.rendering import page_syntax
from safeguarding.site import Site, address
from safeguarding.soundness import sound_site
from safeguarding.yaml import text
from tests.conftest import NOW, OTHER

NONSENSE = "nothing-is-called-this"
FREE = {("when", "before"), ("when", "after")}  # sentences that are shown as they are
WRONG = {
    'next_dates("2")': '"2" should be a number without quotes; write it like [[ next_dates(2) ]]',
    "next_dates(number=2)": (
        "takes its words without names; delete number=, like [[ next_dates(2) ]]"
    ),
    "next_dates()": (
        "has too few or too many words between its brackets; write it like [[ next_dates(2) ]]"
    ),
    "next_dates(0)": "0 should be a whole number, 1 or more; write it like [[ next_dates(2) ]]",
    "updates(2.5)": "2.5 should be a whole number, 1 or more; write it like [[ updates(2) ]]",
    "updates(true)": "True should be a whole number, 1 or more; write it like [[ updates(2) ]]",
    "figure(5)": '5 should be a word in quotes; write it like [[ figure("id") ]]',
    "key_questions(5)": '5 should be a word in quotes; write it like [[ key_questions("plans") ]]',
    'figure(["x"])': "['x'] should be a word in quotes; write it like [[ figure(\"id\") ]]",
    'figure(*["x"])': (
        "cannot be worked out; put what stands between its brackets in quotes, like [["
        ' figure("id") ]]'
    ),
    "emergency()|upper": (
        "has a filter (| and a word) beside it; a call stands alone between [[ and ]], like [["
        " emergency() ]]"
    ),
    "emergency().upper()": (
        "has something more beside it; a call stands alone between [[ and ]], like [["
        " emergency() ]]"
    ),
    'key_questions("partli")': '"partli" is not in the key questions; did you mean "partly"?',
    'key_questions("x")': '"x" is not in the key questions; write named, partly or absent',
}


@pytest.fixture(scope="module")
def invented() -> Site:
    """The library of the invented board, whose pages make every call."""
    return sound_site(OTHER)


def told(site: Site, call: str) -> list[str]:
    """What is said of a page with this call in its fifth line."""
    author = Author(site, here=lambda: "about/privacy/", now=NOW)
    page = every_line("page.md", f"\n\n\n\n[[ {call} ]]\n")
    problems = list(calls.unreadable(page)) or calls.wrong(page, author, has_exit=True)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("call", WRONG)
def test_words_of_the_wrong_kind_are_told_with_what_to_write(invented: Site, call: str) -> None:
    assert told(invented, call) == [f"page.md:5:1: {call.partition('(')[0]}: {WRONG[call]}"]


@pytest.mark.parametrize("call", ["()", '"text"', "(1)"])
def test_what_is_no_call_at_all_is_told(invented: Site, call: str) -> None:
    assert "is no call that a page can make" in told(invented, call)[0]


def test_number_without_end_is_told_without_repeating_it(invented: Site) -> None:
    said = "[[: has a number of more digits than any here; correct it"
    assert told(invented, f"next_dates({'9' * 5000})") == [f"page.md:5:1: {said}"]


@pytest.mark.parametrize("error", [TypeError, KeyError, ValueError, AttributeError])
def test_bug_of_ours_is_never_told_as_the_authors(
    invented: Site, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(*_: object) -> str:
        raise error("a bug")

    monkeypatch.setattr("safeguarding.board.views.updates", broken)
    with pytest.raises(error, match="a bug") as bug:
        told(invented, "updates(2)")
    assert "page.md:5: [[ updates(2) ]]" in bug.value.__notes__[0]


def words_of(call: Callable[..., str]) -> list[str]:
    """The name of each parameter that is a word."""
    hints = get_type_hints(call)
    return [
        name
        for name in inspect.signature(call).parameters
        if str in calls.kinds(hints[name]) and (call.__name__, name) not in FREE
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
