"""The index that the search in a reader's browser loads: every page with its words, and the words
that people use for it."""

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path

from safeguarding.procedures.models import Procedure
from safeguarding.site import Site


def write(site: Site, site_folder: Path):
    """search/index.json, from the sections that MkDocs' own search plugin has cut the pages into,
    in place of its index."""
    raw = site_folder / "search/search_index.json"
    sections = json.loads(raw.read_text("utf-8"))["docs"]
    raw.unlink()
    index = {
        "ignored": site.search.ignored,
        "past": site.search.past,
        "pages": list(pages(site, sections)),
    }
    (site_folder / "search/index.json").write_text(
        json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )


def pages(site: Site, sections):
    """Each page: its titles, summary, keywords, audience and weight, and its parts with their
    addresses."""
    found = {}
    for section in sections:
        found.setdefault(section["location"].partition("#")[0], []).append(section)
    groups = _groups(site)
    for here, head in site.pages.items():
        if here not in found or here == "search/":
            continue
        past = site.archive_of(here)
        keywords = list(head.keywords)
        yield {
            "address": here,
            "title": head.title,
            "summary": getattr(head, "summary", None) or head.description,
            "keywords": keywords,
            "alike": _alike(groups, [head.title, *keywords]),
            "phrases": sorted({_phrase(word) for word in (head.title, *keywords)}),
            "audience": (
                ", ".join(site.audiences[id].title for id in head.audience[:1])
                if isinstance(head, Procedure)
                else ""
            ),
            "archive": f"Archive {past.period}" if past else "",
            "weight": float(getattr(head, "search_weight", 1)),
            "parts": [
                {
                    "title": _text(part["title"]),
                    "address": part["location"],
                    "text": _text(part["text"]),
                }
                for part in found[here]
            ],
        }


def _groups(site: Site) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """[(a pattern that finds any of the words, the words)] of those with one meaning."""
    return [
        (re.compile(rf"\b(?:{'|'.join(re.escape(word.casefold()) for word in group)})\b"), group)
        for group in site.search.alike
    ]


def _alike(
    groups: Iterable[tuple[re.Pattern[str], tuple[str, ...]]], words: list[str]
) -> list[str]:
    """The words with the same meaning as one of these."""
    said = " ".join(words).casefold()
    return [other for pattern, group in groups if pattern.search(said) for other in group]


def _phrase(words):
    """As the search compares whole phrases: small letters, no marks, no plural s."""
    bare = [
        re.sub(r"[’']", "", re.sub(r"[’']s?$", "", word))
        for word in re.findall(r"[\w’']+", words.casefold())
    ]
    return " ".join(
        word[:-1] if len(word) > 3 and re.search(r"[^su]s$", word) else word for word in bare
    )


def _text(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
