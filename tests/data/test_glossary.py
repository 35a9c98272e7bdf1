"""Every abbreviation of the site is explained."""

import re

from tests.conftest import ROOT
from tests.data import report

# Capitals that are no abbreviations: references, codes, parts of names, words in capitals, and
# kinds of file, which /about/open-data/ explains.
PLAIN = re.compile(r"[NL]\d+[a-d]?|[A-Z]\d+|\d+[A-C]|[IVX]+|A|I|AA|VO1|OK|GB|ENG|CSV|JSON")


def test_every_abbreviation_is_in_the_glossary(facts):
    pages = " ".join(
        re.sub(r"\[\[.*?\]\]|\]\([^)]*\)|<[^>]*>", " ", path.read_text("utf-8"))
        for path in (ROOT / "docs").rglob("*.md")
    )
    said = pages + " ".join(report.words(record) for record in facts.records)
    known = " ".join(f"{term.term} {term.full or ''}" for term in facts.glossary)
    used = {word for word in re.findall(r"\b[A-Z][A-Z0-9]+s?\b", said) if not PLAIN.fullmatch(word)}
    explained = {word.casefold() for word in re.findall(r"\w+", known)}
    assert {
        word
        for word in used
        if word.casefold() not in explained and word.rstrip("s").casefold() not in explained
    } == set(), "add these to data/glossary.yml, or write them out"


def test_every_term_is_explained_once(facts):
    terms = [term.term for term in facts.glossary]
    assert len(terms) == len(set(terms))


def test_both_meetings_called_marac_are_told_apart(facts):
    found = {term.term: term.meaning for term in facts.glossary}
    assert "CSE MARAC" in found
    assert "MARAC" in found
    assert found["MARAC"] != found["CSE MARAC"]
