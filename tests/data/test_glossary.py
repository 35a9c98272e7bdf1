"""Every abbreviation of the report is explained."""

import re

from safeguarding.site import Site
from tests.data import report

# Capitals that are no abbreviations: references, codes, parts of names, words in capitals.
PLAIN = re.compile(r"[NL]\d+[a-d]?|[A-Z]\d+|\d+[A-C]|[IVX]+|A|I|AA|VO1")
NO_WORDS = re.compile(r"\[\[.*?\]\]|\]\([^)]*\)|<[^>]*>")  # calls, addresses, tags


def test_every_abbreviation_of_the_report_is_in_the_glossary(real_site: Site) -> None:
    pages = [NO_WORDS.sub(" ", path.read_text("utf-8")) for path in report.pages()]
    said = " ".join([*pages, *report.texts(real_site)])
    used = {word for word in re.findall(r"\b[A-Z][A-Z0-9]+s?\b", said) if not PLAIN.fullmatch(word)}
    known = " ".join(f"{term.term} {term.full or ''}" for term in real_site.glossary)
    explained = {word.casefold() for word in re.findall(r"\w+", known)}
    unexplained = {word for word in used if not {word.casefold(), _one(word)} & explained}
    assert unexplained == set(), "add these to data/glossary.yml, or write them out"


def _one(word: str) -> str:
    """A word in capitals, of which one is meant and not several."""
    return word.rstrip("s").casefold()
