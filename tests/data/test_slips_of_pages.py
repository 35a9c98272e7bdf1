"""Of random slips of the hand in the text of pages, none that readers would see goes untold; and of
those in a call, most are told with the call as it was.

The kinds are those of any keyboard, and of no rule. Others, and more: SLIPS=400 SEED=7
.venv/bin/python -m pytest tests/data/test_slips_of_pages.py
"""

import os
import random
import re
from collections import Counter
from functools import cache

import pytest
from markdown import Markdown

from safeguarding.pages import rendered
from safeguarding.problem import Problem
from tests.boards import INVENTED

NUMBER, SEED = int(os.environ.get("SLIPS", "20")), int(os.environ.get("SEED", "2014"))
PAGES = [name for name in INVENTED.texts() if name.startswith("docs/")]
SIGNS = "*_`[](){}#|<>!/\\\"'\u201c\u2019~=+^."
SIGN, CALL = re.compile(rf"[{re.escape(SIGNS)}]"), re.compile(r"\[\[.*?\]\]")
KINDS = ["left out", "typed twice", "swapped with the next", "another typed", "one more typed"]
TEXT = re.compile(r'"[^"]*"')
RARELY = 20  # one in so many may be right as it stands, like an address with // in it
NEAR = 2  # lines from the slip, where an empty one was lost
# What readers see as it is, where Markdown did nothing with it.
MARK = re.compile(r"[*_`\[\]{}|<>\\~^]|#{2,}|={2,}|/{3}|!{3}|\+{3}|^\s*(?:-|\d+\.|:)\s", re.M)


def slipped(kind: str, text: str, at: int, rng: random.Random) -> str:
    """The text with a slip of that kind at that letter."""
    before, here, after = text[:at], text[at], text[at + 1 :]
    instead = {
        "left out": "",
        "typed twice": here * 2,
        "swapped with the next": after[:1] + here,
        "another typed": rng.choice(SIGNS),
        "one more typed": rng.choice(SIGNS) + here,
    }
    return before + instead[kind] + (after[1:] if kind.startswith("swapped") else after)


def told(name: str, text: str) -> list[Problem]:
    return INVENTED.found_in_pages({name: text})


@cache
def seen(text: str) -> tuple[list[str], Counter[str]]:
    """The tags of a page, and how often its readers would see each mark, outside code."""
    body = CALL.sub("<div></div>", text.split("---\n", 2)[2])
    made = Markdown(
        extensions=list(rendered.extensions()), extension_configs=rendered.extensions()
    ).convert(body)
    words = re.sub(r"<(code|pre)\b.*?</\1>|<[^<>]*>", "", made, flags=re.S)
    return re.findall(r"</?[a-z]+|href=\S+", made), Counter(MARK.findall(words))


def is_seen(text: str, spoilt: str) -> bool:
    """Whether readers would see another page, or marks in it."""
    (tags, marks), (others, more) = seen(text), seen(spoilt)
    return tags != others or bool(more - marks)


@pytest.mark.parametrize("kind", KINDS)
def test_slip_that_readers_would_see_is_told_near_it(kind: str) -> None:
    rng = random.Random(f"{SEED} {kind}")
    untold = []
    for name in rng.choices(PAGES, k=NUMBER):
        text = INVENTED.texts()[name]
        below = text.index("\n", text.index("\n# ") + 1)  # the title
        at = rng.choice([sign.start() for sign in SIGN.finditer(text, below)])
        spoilt = slipped(kind, text, at, rng)
        number = text.count("\n", 0, at) + 1
        numbers = [problem.place.line for problem in told(name, spoilt)]
        if not any(abs(other - number) <= NEAR for other in numbers) and is_seen(text, spoilt):
            untold.append((name, numbers, spoilt.split("\n")[number - 1]))
    assert len(untold) <= NUMBER // RARELY, untold


@pytest.mark.parametrize("kind", KINDS)
def test_slip_in_a_call_is_told_with_the_call_as_it_was(kind: str) -> None:
    rng = random.Random(f"{SEED} {kind}")
    uncured = []
    for name in rng.choices(
        [name for name in PAGES if CALL.search(INVENTED.texts()[name])], k=NUMBER
    ):
        text = INVENTED.texts()[name]
        call = rng.choice(list(CALL.finditer(text)))
        signs = [sign.start() for sign in re.finditer(r"\W", TEXT.sub(_hidden, call[0]))]
        spoilt = slipped(kind, text, call.start() + rng.choice(signs), rng)
        problems = told(name, spoilt)
        lines = {problem.place.line for problem in problems}
        assert text.count("\n", 0, call.start()) + 1 in lines or plain(spoilt) == plain(text)
        cures = [cure.applied(spoilt) for problem in problems for cure in problem.cures]
        if lines and [plain(cure) for cure in cures] != [plain(text)]:
            uncured.append(spoilt)
    # Of signs typed for another about half have a cure, whatever the call; 20 of them spread.
    assert len(uncured) <= 0.6 * NUMBER, uncured


def _hidden(words: re.Match[str]) -> str:
    """The quotes around the words of a call, which may say anything."""
    return f'"{"w" * (len(words[0]) - 2)}"'


def plain(text: str) -> str:
    """The text without spaces, with one kind of quotes."""
    return re.sub(r"\s", "", text).replace("'", '"')
