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

NUMBER, SEED = int(os.environ.get("SLIPS", "10")), int(os.environ.get("SEED", "2014"))
PAGES = [name for name in INVENTED.texts() if name.startswith("docs/")]
SIGNS = "*_`[](){}#|<>!/\\\"'\u201c\u2019~=+^."
SIGN, CALL = re.compile(rf"[{re.escape(SIGNS)}]"), re.compile(r"\[\[ \w+\(.*?\) \]\]")
KINDS = ["left out", "typed twice", "swapped with the next", "another typed", "one more typed"]
NEAR = 2  # lines from the slip, where an empty one was lost
# What readers see as it is, where Markdown did nothing with it.
MARK = re.compile(r"[*_`\[\]{}|#<>\\~^]|={2,}|/{3}|!{3}|\+{3}|^\s*(?:-|\d+\.|:)\s", re.M)


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
    return re.findall(r"</?\w+|href=\S+", made), Counter(MARK.findall(words))


def is_seen(text: str, spoilt: str) -> bool:
    """Whether readers would see another page, or marks in it."""
    (tags, marks), (others, more) = seen(text), seen(spoilt)
    return tags != others or bool(more - marks)


@pytest.mark.parametrize("kind", KINDS)
def test_slip_that_readers_would_see_is_told_near_it(kind: str) -> None:
    rng = random.Random(f"{SEED} {kind}")
    for name in rng.choices(PAGES, k=NUMBER):
        text = INVENTED.texts()[name]
        head = len(text) - len(text.split("---\n", 2)[2])
        at = rng.choice([sign.start() for sign in SIGN.finditer(text, head)])
        spoilt = slipped(kind, text, at, rng)
        line = text.count("\n", 0, at) + 1
        lines = [problem.place.line for problem in told(name, spoilt)]
        near = any(abs(number - line) <= NEAR for number in lines)
        assert near or (not lines and not is_seen(text, spoilt)), (name, line, lines, spoilt)


@pytest.mark.parametrize("kind", KINDS)
def test_slip_in_a_call_is_told_with_the_call_as_it_was(kind: str) -> None:
    rng = random.Random(f"{SEED} {kind}")
    cured = 0
    for name in rng.choices([page for page in PAGES if CALL.search(page_text(page))], k=NUMBER):
        text = page_text(name)
        call = rng.choice(list(CALL.finditer(text)))
        signs = [call.start() + sign.start() for sign in re.finditer(r"\W", call[0])]
        spoilt = slipped(kind, text, rng.choice(signs), rng)
        problems = told(name, spoilt)
        lines = {problem.place.line for problem in problems}
        assert text.count("\n", 0, call.start()) + 1 in lines or plain(spoilt) == plain(text)
        cures = [cure.applied(spoilt) for problem in problems for cure in problem.cures]
        cured += not lines or [plain(cure) for cure in cures] == [plain(text)]
    assert cured >= NUMBER // 2


def page_text(name: str) -> str:
    return INVENTED.texts()[name]


def plain(text: str) -> str:
    """The text without spaces, with one kind of quotes."""
    return re.sub(r"\s", "", text).replace("'", '"')
