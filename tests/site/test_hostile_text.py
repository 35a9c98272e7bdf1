"""Whatever a person types in a field is shown as it is: no sign of it becomes a tag, an attribute,
a link or a line of a file. Each draw puts a text into every place for one, and builds the site
once; all that comes out has the same parts as with a text of plain letters.

`make soak` draws more of them: DRAWS=50.
"""

import csv
import io
import json
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from safeguarding.pages import facts
from safeguarding.problem import Problem, Problems
from safeguarding.shared.words import slug
from safeguarding.site import load_site
from safeguarding.soundness import sound_author
from tests import hostile
from tests.conftest import NOW, OTHER, build_other, copied
from tests.hostile import Place

DRAWS = int(os.environ.get("DRAWS", "1"))
WORDS, LENGTH = 5, 14  # every text is as long as every other, word by word: so lines break alike
PLAIN = (" " + "z" * LENGTH) * WORDS
KNOWN = (
    '<xx y="z">',
    '"><svg/onload=',
    "' onclick='t",
    "</title></p>",
    "<!--",
    "-->",
    "]]>",
    "&lt;b&gt;",
    "&#60;xx&#62;",
    "[u](//v.w)",
    "{:onclick=t}",
    "{.c#d}",
    "**w**",
    "`x`",
    "|a|b|",
    "{{7*7}}",
    "{%raw%}",
    "[[call()]]",
    "<?x?>",
    "$(x)${y}",
    "\\n\\r\\t",
    "END:VEVENT",
    "%0d%0aX:y",
    ";}x{",
    "=1+1",
    "<script>x",
    "https://v.w/x",
)
WORD = st.sampled_from(KNOWN) | st.text(st.sampled_from("<>&\"'`=+-@#*_[](){}|\\~^!:;/%$?,.xé中"))
OF_LENGTH = WORD.map(lambda word: f"{word:x<{LENGTH}}"[:LENGTH])
TEXTS = st.lists(OF_LENGTH, min_size=WORDS, max_size=WORDS)
FIRST = ['<xx y="z">xxxx', "'&xx[u](//v.w)", "**w**{:onclick", '"><svg/onload=', "{{7*7}}{%r%}$1"]


@pytest.fixture(scope="module", autouse=True)
def unchecked() -> Iterator[None]:
    """Facts may not have marks. Here they do: what comes after that check must hold by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        patch.setattr(facts, "facts_have_no_marks", lambda site: iter(()))
        yield


@pytest.fixture(scope="module")
def places() -> list[Place]:
    """Each place of the invented board that takes such a text."""
    return taking(hostile.places(load_site(OTHER), OTHER), " " + " ".join(FIRST))


def taking(kept: list[Place], more: str) -> list[Place]:
    """Those of the places that take this text."""
    for _ in range(12):
        told = problems(hostile.spoilt(kept, more, OTHER))
        if not told:
            return kept
        refused = hostile.refused(kept, told, more)
        kept = [place for place in kept if place not in refused]
    raise AssertionError(told)


def problems(texts: dict[str, str]) -> list[Problem]:
    try:
        sound_author(OTHER, texts)
    except Problems as wrong:
        return wrong.problems
    return []


def built(folder: Path, kept: Iterable[Place], more: str) -> Path:
    """The site of the invented board with this text in each of its places."""
    board = copied(folder)
    for name, text in hostile.spoilt(kept, more, OTHER).items():
        (board / name).write_text(text, "utf-8")
    return build_other(board)


@pytest.fixture(scope="module")
def plain(places: list[Place], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the files of the site are made of, where all of its texts are plain."""
    return made_of(built(tmp_path_factory.mktemp("plain"), places, PLAIN), PLAIN)


def test_nearly_every_field_for_a_text_is_tried(places: list[Place]) -> None:
    """But for those that name a page, whose signs are those of addresses, those whose words a rule
    holds to others, and what the invented board has no use for."""
    fields = hostile.text_fields()
    tried = fields & {place.field for place in places}
    assert len(tried) > 0.8 * len(fields), sorted(map(str, fields - tried))


@settings(
    max_examples=DRAWS,
    deadline=None,
    database=None,
    derandomize=DRAWS == 1,
    phases=[Phase.explicit, Phase.generate] if DRAWS == 1 else list(Phase),
)
@given(TEXTS)
@example(FIRST)
def test_text_changes_nothing_but_the_words(
    places: list[Place], plain: dict[str, Any], words: list[str]
) -> None:
    more = " " + " ".join(words)
    kept = taking(places, more) if words != FIRST else places
    if kept != places:  # a text that some field may not have: the others have it beside a plain one
        plain = made_of_plain(kept)
    folder = Path(tempfile.mkdtemp())
    try:
        found = made_of(built(folder, kept, more), more)
        shown = (folder / "site/index.html").read_text("utf-8")
    finally:
        shutil.rmtree(folder)
    assert found.keys() == plain.keys()
    differ = {name: differences(found[name], parts) for name, parts in plain.items()}
    assert {name: parts for name, parts in differ.items() if parts} == {}
    title = re.search("<title>(.*)</title>", shown)
    assert title
    assert more in unescaped(title[1])


def differences(found: Any, plain: Any) -> Any:
    """What one file has that the other has not."""
    if isinstance(found, Counter):
        return (found - plain) | (plain - found)
    return None if found == plain else (found, plain)


def made_of_plain(kept: list[Place]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return made_of(built(Path(folder), kept, PLAIN), PLAIN)


def unescaped(text: str) -> str:
    parser = Page(f"<title>{text}</title>")
    return "".join(parser.words)


class Page(HTMLParser):
    """How many of each element a page has, with which attributes, and which schemes lead on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: Counter[tuple[str, ...]] = Counter()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        schemes = (
            (value or "").partition(":")[0]
            for name, value in attributes
            if name in ("href", "src", "action") and ":" in (value or "")
        )
        self.parts[tag, *(name for name, _ in attributes), *schemes] += 1

    def handle_endtag(self, tag: str) -> None:
        self.parts["/", tag] += 1

    def handle_comment(self, data: str) -> None:
        self.parts["<!--",] += 1

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def made_of(site_folder: Path, more: str) -> dict[str, Any]:
    """{name: parts} of each file that has any text in it; names are without `more`, which stands in
    some of them with nothing but its letters. The search divides its words by their letters, and
    the list of all files names its pieces: of these all that is asked is that they can be read."""
    aside = [site_folder / "manifest.json", *(site_folder / "search").rglob("*.json")]
    for path in aside:
        json.loads(path.read_text("utf-8"))
    files = [
        path for path in sorted(site_folder.rglob("*")) if path.is_file() and path not in aside
    ]
    letters = slug(more)
    return {
        name_of(path.relative_to(site_folder).as_posix(), letters): of_file(path, letters)
        for path in files
        if path.suffix in READ
    }


def of_file(path: Path, letters: str) -> Any:
    text = path.read_text("utf-8")
    return of_json(text, letters) if path.suffix == ".json" else READ[path.suffix](text)


def name_of(written: str, letters: str) -> str:
    return written.replace(letters, "").replace(letters.replace("-", "_"), "")


def of_page(text: str) -> Counter[tuple[str, ...]]:
    return Page(text).parts


def of_json(text: str, letters: str = "") -> Any:
    """The shape of what it says, without the words."""
    return shape(json.loads(text), letters)


def shape(value: Any, letters: str) -> Any:
    if isinstance(value, dict):
        return {name_of(key, letters): shape(one, letters) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one, letters) for one in value]
    return type(value).__name__


def of_xml(text: str) -> list[tuple[str, list[str]]]:
    return [(one.tag, list(one.attrib)) for one in ElementTree.fromstring(text).iter()]


def of_calendar(text: str) -> list[tuple[str, list[str]]]:
    return [(str(one.name), list(one)) for one in Calendar.from_ical(text).walk()]


def of_csv(text: str) -> list[int]:
    """How many cells each row has; and none is a formula."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?![\d.])", cell)]
    return [len(row) for row in rows]


def lines(text: str) -> int:
    return text.count("\n")


READ = {
    ".html": of_page,
    ".json": of_json,
    ".xml": of_xml,
    ".ics": of_calendar,
    ".csv": of_csv,
    **dict.fromkeys(("", ".conf", ".txt", ".js"), lines),
}
