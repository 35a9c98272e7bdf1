"""What an abbreviation stands for, shown where a page first uses it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from safeguarding.site import Site

QUIET = {
    "a",
    "abbr",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "svg",
    "script",
    "style",
    "code",
    "caption",
    "summary",
}
LIST = 'class="a-to-z"'  # of words, each of which leads to where it is explained
TAG = re.compile(r"(<[^>]+>)")
NAME = re.compile(r"</?\s*([\w-]+)")
# Whatever may be one: a pattern of all that are known would cost each page more with each of them.
WORD = re.compile(r"\b[A-Z]\w+")
ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")


@lru_cache(maxsize=1)  # each page asks for those of the same board
def abbreviations(site: Site) -> dict[str, str]:
    """{abbreviation: what it stands for} of all in the glossary that a page explains where it uses
    them."""
    return {
        term.term: term.full
        for term in site.glossary
        if term.full and ABBREVIATION.fullmatch(term.term)
    }


def mark(html: str, known: Mapping[str, str]) -> str:
    """The page with the first use of each abbreviation marked. Headings, words of lists, links and
    pictures are left as they are."""
    if not known or LIST in html:
        return html
    told: set[str] = set()
    quiet: list[str] = []
    pieces = []
    for piece in TAG.split(html):
        if piece.startswith("<"):
            _follow(piece, quiet)
        elif not quiet:
            piece = WORD.sub(lambda found: _first(found[0], known, told), piece)
        pieces.append(piece)
    return "".join(pieces)


def _first(term: str, known: Mapping[str, str], told: set[str]) -> str:
    """The term, explained if it is known and this is its first use."""
    if term not in known or term in told:
        return term
    told.add(term)
    return f'<abbr title="{escape(known[term])}">{term}</abbr>'


def _follow(tag: str, quiet: list[str]) -> None:
    """Keep count of the quiet tags that are open."""
    name = NAME.match(tag)
    if name and name[1].lower() in QUIET and not tag.endswith("/>"):
        quiet.pop() if tag.startswith("</") and quiet else quiet.append(name[1])
