"""How easy a page is to read: Flesch reading ease, from 0 (hard) to 100 (a child of ten can read
it).

Syllables come from pyphen's British hyphenation, which agrees with a pronouncing dictionary to a
few points on these pages.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pyphen

from safeguarding.procedures.models import Procedure
from safeguarding.site import Site, address
from safeguarding.yaml import read as source
from safeguarding.yaml import text

PUBLIC, PROFESSIONAL = 65, 50
ENOUGH = 50  # words; fewer say nothing about a page
syllables = pyphen.Pyphen(lang="en_GB", left=1, right=1)


@dataclass(frozen=True)
class Reading:
    """A page, how easy it reads, and how easy it has to."""

    address: str
    ease: float
    needed: int


def readings(docs: Path, site: Site) -> list[Reading]:
    """Every living page with words enough of its own, the nearest to its limit first."""
    found = []
    for path in docs.rglob("*.md"):
        name = f"docs/{path.relative_to(docs).as_posix()}"
        head = site.files[name]
        sentences = list(_sentences(source.body(text.read(path, name))))
        if isinstance(head, Procedure):
            sentences += [step.what for step in (*head.glance, *head.steps)]
        if not getattr(head, "archive", False) and len(" ".join(sentences).split()) >= ENOUGH:
            found.append(
                Reading(
                    address(name),
                    ease(sentences),
                    PROFESSIONAL if isinstance(head, Procedure) else PUBLIC,
                )
            )
    return sorted(found, key=lambda reading: reading.ease - reading.needed)


def ease(sentences: list[str]) -> float:
    """Flesch reading ease of some sentences, to one place."""
    words = re.findall(r"[^\W\d_][\w'’]*", " ".join(sentences))
    parts = sum(len(syllables.positions(word)) + 1 for word in words)
    return round(206.835 - 1.015 * len(words) / len(sentences) - 84.6 * parts / len(words), 1)


def _sentences(text):
    """The sentences of a page; a heading and a point of a list count as one each. Calls, addresses
    and tags are no words."""
    plain = re.sub(r"\[\[.*?\]\]|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", text, flags=re.S)
    for block in re.split(r"\n\s*\n|\n\s*[-*] |\n\s*\d+\. |\n#+ ", "\n" + plain):
        for sentence in re.split(r"(?<=[.!?:])\s+", block):
            if re.search(r"[^\W\d_]{2}", sentence):
                yield sentence
