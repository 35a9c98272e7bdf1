"""The index that the search in a reader's browser loads: every page with its words, and the words
that people use for it."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypedDict

from safeguarding import placing
from safeguarding.board.models import Page
from safeguarding.languages import own_name
from safeguarding.procedures.models import Procedure
from safeguarding.site import Head, Site

SEARCH = "search/"  # the address of the page that searches, which finds all but itself


class Section(TypedDict):
    """A part of a page as MkDocs has cut it: its address, and its title and text as HTML."""

    location: str
    title: str
    text: str


def write(site: Site, site_folder: Path) -> None:
    """search/index.json, from the sections that MkDocs' own search plugin has cut the pages into,
    in place of its index."""
    raw = site_folder / "search/search_index.json"
    sections = json.loads(raw.read_text("utf-8"))["docs"]
    raw.unlink()
    index = {
        "ignored": site.search.ignored,
        "past": site.search.past,
        "present": site.search.present,
        "alike": site.search.alike,
        "pages": list(pages(site, sections)),
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    placing.write(site_folder, "search/index.json", text)


def pages(site: Site, sections: Iterable[Section]) -> Iterator[dict[str, Any]]:
    """Each page: its titles, summary, keywords, audience and weight, and its parts with their
    addresses."""
    parts = _parts(sections)
    _put_indicators_below_their_themes(site, parts)
    for here, head in site.pages.items():
        if here in parts and here != SEARCH:
            yield _page(site, here, head, parts[here])


def _parts(sections: Iterable[Section]) -> dict[str, list[Section]]:
    """The parts of each page by its address."""
    parts: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        parts[section["location"].partition("#")[0]].append(section)
    return parts


def _put_indicators_below_their_themes(site: Site, parts: dict[str, list[Section]]) -> None:
    """The page of an indicator is found as a part of its theme, whose words lead to all of them, in
    place of its card there."""
    for indicator in site.indicators.values():
        theme = site.theme_of[indicator.id].address
        own = parts.pop(indicator.address, [])
        if own and theme in parts:
            whole = Section(
                location=indicator.address,
                title=own[0]["title"],
                text=" ".join(f"{part['title']} {part['text']}" for part in own),
            )
            card = f"{theme}#{indicator.id}"
            parts[theme] = [whole if one["location"] == card else one for one in parts[theme]]


def _page(site: Site, here: str, head: Head, parts: Iterable[Section]) -> dict[str, Any]:
    past = site.archive_of(here)
    language, years = site.language_of(here), _years(site, here)
    return {
        **({"lang": language.code, "language": own_name(language.code)} if language else {}),
        **({"years": [min(years), max(years)]} if years else {}),
        "address": here,
        "title": head.title,
        "summary": head.description if isinstance(head, Page) else head.summary,
        "keywords": list(head.keywords),
        "audience": _audience(site, head),
        "archive": f"Archive {past.period}" if past else "",
        "weight": 1.0 if isinstance(head, Procedure) else float(head.search_weight),
        "parts": [
            {
                "title": _text(part["title"]),
                "address": part["location"],
                "text": _text(part["text"]),
            }
            for part in parts
        ],
    }


def _years(site: Site, here: str) -> set[int]:
    """The years in which the periods of a theme begin, which its tables alone have: of a year from
    one spring or autumn to the next, also the one in which it ends."""
    tables = (
        table
        for indicator in site.indicators.values()
        if site.theme_of[indicator.id].address == here
        for table in indicator.tables
    )
    return {
        int(year) + more
        for table in tables
        for measure in table.measures
        for period in measure.values
        for year in re.findall(r"\b\d{4}\b", period)
        for more in ((0, 1) if table.basis in ("financial", "academic") else (0,))
    }


def _audience(site: Site, head: Head) -> str:
    """Whom a procedure or a publication is for above all."""
    return "" if isinstance(head, Page) else site.audiences[head.audience[0]].title


def _text(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
