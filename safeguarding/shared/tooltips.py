"""What an abbreviation stands for, shown where a page first uses it."""

import re
from html import escape

from safeguarding.board.models import Term

QUIET = {
    "a",
    "abbr",
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
TAG = re.compile(r"(<[^>]+>)")


def mark(html: str, terms: tuple[Term, ...]) -> str:
    """The page with each abbreviation's first use marked. Headings, links and pictures are left as
    they are."""
    known = {
        term.term: term.full
        for term in terms
        if term.full and re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z]s?", term.term)
    }
    if not known:
        return html
    word = re.compile(
        r"\b(" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")\b"
    )
    quiet, pieces = [], []
    for piece in TAG.split(html):
        if piece.startswith("<"):
            _follow(piece, quiet)
        elif not quiet:
            piece = word.sub(lambda found: _first(found[1], known), piece)
        pieces.append(piece)
    return "".join(pieces)


def _first(term, known):
    full = known.pop(term, None)
    return f'<abbr title="{escape(full)}">{term}</abbr>' if full else term


def _follow(tag, quiet):
    """Keep count of the quiet tags that are open."""
    name = re.match(r"</?\s*([\w-]+)", tag)
    if name and name[1].lower() in QUIET and not tag.endswith("/>"):
        quiet.pop() if tag.startswith("</") and quiet else quiet.append(name[1])
