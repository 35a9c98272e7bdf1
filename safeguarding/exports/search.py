"""The index that the search in a reader's browser loads, in pieces: what is the same for every
query; the words, each with the pages it is on, in small files by the alphabet; and a file for each
page, with what a result shows. However large the site, a reader loads a few of them.

A page scores by BM25 over its fields together: a word on few pages tells more, and its title and
the words that people use for it count more than its text. What that comes to is worked out here.
"""

import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from safeguarding import placing
from safeguarding.board.models import Page
from safeguarding.exports import passages
from safeguarding.exports.passages import Part
from safeguarding.exports.words import Alike, split, stem
from safeguarding.languages import own_name
from safeguarding.procedures.models import Procedure
from safeguarding.publications.models import Publication
from safeguarding.site import Head, Site

SEARCH = "search/"  # the address of the page that searches, which finds all but itself
INDEX = "search/index.json"
KEPT = "search/kept.json"

NOT_FOUND = '<meta name="robots" content="noindex">'
# Where someone may look who finds nothing.
WAYS = ("worried-about-a-child/", "procedures/", "a-z/")
# What a word counts in each field, and how much of that a long field takes from it.
FIELDS = {
    "title": (3, 0.3),
    "keywords": (10, 0.2),
    "summary": (2, 0.5),
    "headings": (2, 0.5),
    "text": (1, 0.7),
}
FULL = 3.2  # how soon more of the same word adds little
FAINT = 0.3  # how much of its weight a word keeps that says little of what someone looks for
LETTERS = 4_000  # of a file of words: less than 2 KB as sent


class Found(NamedTuple):
    """A page that the search finds: what a result shows, and the text of each field."""

    about: dict[str, Any]
    names: list[str]
    fields: dict[str, str]
    weight: float
    is_past: bool


# The HTML of a page by its address; nothing, if it was not built.
Built = Callable[[str], str | None]
# A word: how much it tells; pages and how full each is of it, in hundredths; and phrases by which
# people call a page: the page, the number of the phrase there, and how much the phrase tells.
Word = tuple[float, list[int], list[float]]


def write(site: Site, site_folder: Path) -> None:
    """search/index.json and its pieces, from the pages as they were built."""
    write_pieces(site, pages(site, partial(_built, site_folder)), site_folder)


def write_pieces(site: Site, every: Iterable[Found], site_folder: Path) -> None:
    """The index of these pages, numbered by what they weigh, those of the past last."""
    found = sorted(every, key=lambda one: (one.is_past, -one.weight))
    alike = Alike(site.search.alike)
    words = _words(found, alike, {stem(word) for one in site.search.ignored for word in split(one)})
    shards = list(_shards(words))
    pieces = {f"words-{number}": shard for number, shard in enumerate(shards)}
    pieces |= {f"page-{number}": page.about for number, page in enumerate(found)}
    texts = {name: _text(piece) for name, piece in pieces.items()}
    whole = "".join(f"{name}{text}" for name, text in texts.items())
    version = hashlib.sha256(whole.encode()).hexdigest()[:8]
    for name, text in texts.items():
        placing.write(site_folder, f"{SEARCH}{version}/{name}.json", text)
    addresses = [page.about["address"] for page in found]
    index = {
        "version": version,
        "ways": [here for here in WAYS if here in addresses],
        "ignored": site.search.ignored,
        "past": site.search.past,
        "present": site.search.present,
        "alike": site.search.alike,
        "kinds": _kinds(found),
        "shards": [next(iter(shard)) for shard in shards],
    }
    placing.write(site_folder, INDEX, _text(index))


def keep(site_folder: Path, addresses: Iterable[str]) -> None:
    """search/kept.json: the index of some pages alone, in one piece, from what was written of
    all. Their text is left out, for every reader would load it: a result shows their summary."""
    index = json.loads((site_folder / INDEX).read_text("utf-8"))
    folder = site_folder / "search" / index["version"]
    wanted = set(addresses)
    pages = {
        path.stem.removeprefix("page-"): page
        for path in sorted(folder.glob("page-*.json"))
        if (page := json.loads(path.read_text("utf-8")) | {"parts": []})["address"] in wanted
    }
    words: dict[str, Any] = {}
    for path in folder.glob("words-*.json"):
        words |= json.loads(path.read_text("utf-8"))
    spelt = {word: words.pop(word) for word in sorted(words) if word.startswith("*")}
    ids = set(map(int, pages))
    words = {word: told for word in sorted(words) if (told := _only(words[word], ids))[1]}
    words |= {key: [word for word in spelt[key] if stem(word) in words] for key in spelt}
    ways = [here for here in index["ways"] if here in wanted]
    kept = index | {"ways": ways, "shards": [], "words": words, "pages": pages}
    placing.write(site_folder, KEPT, _text(kept))


def _only(word: Word, ids: set[int]) -> Word:
    """What a word tells of some pages alone."""
    told, on, phrases = word
    return (
        told,
        [one for at in range(0, len(on), 2) if on[at] in ids for one in on[at : at + 2]],
        [
            one
            for at in range(0, len(phrases), 3)
            if phrases[at] in ids
            for one in phrases[at : at + 3]
        ],
    )


def _text(piece: Any) -> str:
    return json.dumps(piece, ensure_ascii=False, separators=(",", ":"))


def _kinds(found: Iterable[Found]) -> list[list[float]]:
    """Of the pages in their order: how many weigh how much, and whether they are of the past."""
    alike = groupby(found, key=lambda page: (page.weight, page.is_past))
    return [[len(list(them)), weight, int(is_past)] for (weight, is_past), them in alike]


def _shards(words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The words by the alphabet, in as many pieces as their length asks for."""
    shard: dict[str, Any] = {}
    size = 0
    for word in sorted(words):
        shard[word] = words[word]
        size += len(_text(words[word])) + len(word) + 4
        if size > LETTERS:
            yield shard
            shard, size = {}, 0
    if shard:
        yield shard


def _words(found: list[Found], alike: Alike, faint: set[str]) -> dict[str, Any]:
    """Every word with what it tells of which pages, and under `*a` the words that begin with a, as
    they are spelt, the commonest first."""
    on = _weights(found, alike)
    told = {word: _told(word, on, alike, len(found)) for word in on}
    for word in faint & told.keys():
        told[word] *= FAINT
    words: dict[str, Any] = {
        word: (
            round(told[word], 2),
            [one for at in sorted(pages) for one in (at, _full(pages[at]))],
            [],
        )
        for word, pages in on.items()
    }
    for at, page in enumerate(found):
        for number, name in enumerate(page.names):
            own = alike.words(name)
            whole = round(sum(told[word] for word in own), 1)
            for key in dict.fromkeys(key for word in own for key in alike.keys(word)):
                words[key][2].extend((at, number, whole))
    return words | _spelt(found)


def _told(word: str, on: dict[str, dict[int, float]], alike: Alike, pages: int) -> float:
    """How much a word tells: one that stands on few pages tells more, unless what it means stands
    on many."""
    sizes = [len(on[key]) for key in alike.keys(word)]
    return math.log(1 + pages / (1 + (sizes[0] + max(sizes)) / 2))


def _full(much: float) -> int:
    """How full a page is of a word, of which it has so much, in hundredths."""
    return max(1, round(100 * much / (much + FULL)))


def _weights(found: list[Found], alike: Alike) -> dict[str, dict[int, float]]:
    """Of each word and each group the pages that have it, by their numbers, and how much."""
    on: dict[str, dict[int, float]] = defaultdict(dict)
    for name, (counts, long) in FIELDS.items():
        fields = [alike.words(page.fields[name]) for page in found]
        usual = sum(map(len, fields)) / len(fields) if fields else 1
        for at, words in enumerate(fields):
            each = counts / (1 - long + long * len(words) / (usual or 1))
            for word, times in Counter(words).items():
                for key in alike.keys(word):
                    on[key][at] = on[key].get(at, 0) + each * times
    return on


def _spelt(found: Iterable[Found]) -> dict[str, list[str]]:
    words = Counter(word for page in found for text in page.fields.values() for word in split(text))
    spelt: dict[str, list[str]] = defaultdict(list)
    for word, _ in sorted(words.items(), key=lambda one: (-one[1], one[0])):
        if len(word) > 3 and word.isalpha():
            spelt[f"*{word[0]}"].append(word)
    return spelt


def _built(site_folder: Path, here: str) -> str:
    """The HTML at an address; nothing, if there is none."""
    file = site_folder / here / "index.html"
    return file.read_text("utf-8") if file.is_file() else ""


def pages(site: Site, built: Built) -> Iterator[Found]:
    """Each page that was built, whose HTML is `built(address)`, but those that say to search
    engines too that they are not to be found, and the one that searches."""
    for here, head in site.pages.items():
        html = built(here)
        if here != SEARCH and html and NOT_FOUND not in html:
            parts = passages.parts(html, here)
            _put_indicators_below_their_theme(site, built, here, parts)
            yield _found(site, here, head, parts)


def _put_indicators_below_their_theme(
    site: Site, built: Built, here: str, parts: list[Part]
) -> None:
    """The page of an indicator is found as a part of its theme, whose words lead to all of them, in
    place of its card there."""
    for indicator in site.indicators.values():
        for at, part in enumerate(parts):
            if part.address == f"{here}#{indicator.id}" and (html := built(indicator.address)):
                whole = passages.parts(html, indicator.address)
                lines = [line for one in whole for line in (one.title, *one.lines) if line]
                parts[at] = Part(whole[0].title, indicator.address, lines)


def _found(site: Site, here: str, head: Head, parts: list[Part]) -> Found:
    past, language = site.archive_of(here), site.language_of(here)
    phrases = (*head.keywords, *(() if isinstance(head, Publication) else head.asked))
    summary = head.description if isinstance(head, Page) else head.summary
    about = {
        **({"lang": language.code, "language": own_name(language.code)} if language else {}),
        "address": here,
        "title": head.title,
        "summary": summary,
        "audience": _audience(site, head),
        "archive": f"Archive {past.period}" if past else "",
        "parts": [[part.address, part.title, *part.lines] for part in parts],
    }
    text = [line for part in parts for line in (part.title, *part.lines)]
    fields = {
        "title": head.title,
        "keywords": " . ".join(phrases),
        "summary": summary,
        "headings": " . ".join(part.title for part in parts),
        "text": " ".join([*text, *map(str, _years(site, here))]),
    }
    weight = 1.0 if isinstance(head, Procedure) else float(head.search_weight)
    return Found(about, [head.title, *phrases], fields, weight, past is not None)


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
