"""How easy a page is to read: Flesch reading ease, from 0 (hard) to 100 (a child of ten can read
it).

Syllables come from pyphen's British hyphenation, which agrees with a pronouncing dictionary to a
few points on these pages.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from safeguarding.board.models import Page
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem
from safeguarding.procedures.models import Procedure
from safeguarding.record import Record
from safeguarding.site import Site
from safeguarding.yaml import read as source

EASY_READ, PUBLIC = 85, 65  # an Easy Read page, a page for all
PROFESSIONAL, PAST = 50, 50  # a procedure, a page about a past year
ENOUGH = 50  # words; fewer say nothing about a page
EASY = "Tell us what you saw.\n\n" * 12
HARD = "Documentation necessitates multidisciplinary consideration.\n\n" * 13


@dataclass(frozen=True)
class Reading:
    """A page, how easy it reads, and how easy it should be."""

    name: str  # like docs/about/index.md
    ease: float
    needed: int


def warnings(site: Site) -> Iterator[Problem]:
    """A Problem at each page that is harder to read than it should be, the hardest first."""
    yield from pages_read_easily(readings(site))


@page_rule(good=EASY, bad=HARD, warns=True)
def pages_read_easily(readings: Iterable[Reading]) -> Iterator[Problem]:
    """A page is as easy to read as its readers need it: shorter sentences and shorter words make it
    easier."""
    for page in readings:
        if page.ease < page.needed:
            yield Problem(
                Place(page.name),
                "",
                f"reads hard ({max(0, math.floor(page.ease))}; this page should reach"
                f" {page.needed}): shorten sentences, and choose shorter words",
            )


def readings(site: Site) -> list[Reading]:
    """Every page with words enough of its own, the nearest to its limit first; not those that keep
    a record of what was said, or are in another language."""
    of_pages = []
    for name, text in site.texts.items():
        head = site.files[name]
        sentences = list(_sentences(source.body(text)))
        if isinstance(head, Procedure):
            sentences += [step.what for step in (*head.at_a_glance, *head.what_to_do)]
        is_not_ours = isinstance(head, Page) and (head.record or head.lang)
        if not is_not_ours and len(" ".join(sentences).split()) >= ENOUGH:
            of_pages.append(Reading(name, ease(sentences), _needed(head)))
    return sorted(of_pages, key=lambda reading: (reading.ease - reading.needed, reading.name))


def _needed(head: Record) -> int:
    if isinstance(head, Procedure):
        return PROFESSIONAL
    if isinstance(head, Page) and head.easy_read:
        return EASY_READ
    return PAST if isinstance(head, Page) and head.archive else PUBLIC


def ease(sentences: list[str]) -> float:
    """Flesch reading ease of some sentences, to one place."""
    words = re.findall(r"[^\W\d_][\w'’]*", " ".join(sentences))
    parts = sum(len(_syllables().positions(word)) + 1 for word in words)
    return round(206.835 - 1.015 * len(words) / len(sentences) - 84.6 * parts / len(words), 1)


@cache
def _syllables() -> Any:
    """Read when first asked for: its patterns take longer to read than all the pages, and few
    commands need them."""
    import pyphen

    return pyphen.Pyphen(lang="en_GB", left=1, right=1)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a page; a heading and a point of a list count as one each. Calls, addresses
    and tags are no words."""
    plain = re.sub(r"\[\[.*?\]\]|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", text, flags=re.S)
    for block in re.split(r"\n\s*\n|\n\s*[-*] |\n\s*\d+\. |\n#+ ", "\n" + plain):
        for sentence in re.split(r"(?<=[.!?:])\s+", block):
            if re.search(r"[^\W\d_]{2}", sentence):
                yield sentence
