"""The pictures of a page: each is a file of this site, and says what it shows."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from safeguarding.assets import PICTURES
from safeguarding.pages import addresses
from safeguarding.pages.rendered import Rendered, Tag
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Problem

UPLOAD = "put its file into docs/assets/, and write ![what it shows](../assets/its-name.png)"
# Of addresses that a picture cannot have: what they look like, and why not.
NOT_OURS = (
    (
        re.compile(
            r"https://(github\.com/.*/assets/|github\.com/user-attachments/"
            r"|[\w.-]*githubusercontent\.com/)"
        ),
        "is a picture that was dropped into a box of GitHub, which no reader would see",
    ),
    (re.compile(r"data:", re.I), "is a whole picture in the text, as a program pasted it"),
    (
        re.compile(r"(file|cid|blob|about):|[a-z]:[\\/]", re.I),
        "is a picture on one computer alone, which no reader would see",
    ),
)
KINDS = (*PICTURES, "svg")
NO_PICTURE = f"is no picture ({', '.join(KINDS)}); a link to it has no ! before the ["
ELSEWHERE = "is a picture of another site, which nobody would see here"
DECORATION = "decoration"  # the class of a picture that shows nothing a reader needs
# Words that say that there is a picture, and not what it shows.
SAYS_NOTHING = re.compile(
    r"(an? |the |our )?(image|img|picture|pic|photo|photograph|graphic|icon|screenshot|figure"
    r"|diagram|chart|poster|logo|banner|alt|alt text|placeholder|untitled|description"
    r"|what it shows)[\s\d_.-]*",
    re.I,
)
NAME_OF_A_FILE = re.compile(
    r".*\.(png|jpe?g|gif|webp|svg|heic|bmp|tiff?)|(img|dsc[fn]?|pxl|p)[-_ ]?\d{3,}[\d_-]*"
    r"|(whatsapp image|screenshot) .*\d{2}.*",
    re.I,
)
# What Word and PowerPoint write by themselves.
BY_A_PROGRAM = re.compile(
    r".*\b(description|alt text) (automatically )?generated\b.*|.*\bAI-generated content\b.*"
    r"|(an? )?(picture|image) containing\b.*|(an? )?screenshot of an? \w+( \w+)?",
    re.I | re.S,
)
WORDS = "write between [ and ] what it shows, as you would tell it on the telephone"
NO_WORDS = (
    "a picture needs words that say what it shows; write them between [ and ], as you would on the"
    " telephone; or { .decoration } behind it, if nobody misses it who cannot see it"
)


def problems(page: Rendered, tag: Tag, attributes: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with a picture, by its attributes."""
    yield from pictures_are_our_own(page, tag, attributes.get("src", ""))
    yield from pictures_say_what_they_show(page, tag, attributes)


@page_rule(good="![Four squares](../assets/poster.png)", bad="![words](https://a.example/b.png)")
def pictures_are_our_own(page: Rendered, tag: Tag, address: str) -> Iterator[Problem]:
    """A picture is a file of this site: browsers are told to show none of another."""
    if wrong := wrong_address(address):
        yield page.problem_of_tag(tag, address, wrong)


def wrong_address(address: str) -> str:
    """Why a picture cannot have this address, and what to do; empty if it may."""
    told = next((why for looks, why in NOT_OURS if looks.match(address.strip())), "")
    if told or addresses.is_elsewhere(address):
        return f"{told or ELSEWHERE}; {UPLOAD}"
    kind = PurePosixPath(address).suffix.removeprefix(".").lower()
    return "" if kind in KINDS or not address else NO_PICTURE


@page_rule(good="![Four squares](../assets/poster.png)", bad="![poster.png](../assets/poster.png)")
def pictures_say_what_they_show(
    page: Rendered, tag: Tag, attributes: dict[str, str]
) -> Iterator[Problem]:
    """A picture says in words what it shows, for those who cannot see it; or that it is a
    decoration."""
    words = attributes.get("alt", "").strip()
    decorates = DECORATION in attributes.get("class", "").split()
    if decorates and words:
        message = "is said of a picture that is a decoration; delete these words, or .decoration"
        yield page.problem_of_tag(tag, words, message)
    elif not words and not decorates:
        yield page.problem(tag.span, "", NO_WORDS, r"!\[\s*\]|<img\b")
    elif wrong := says_nothing(words, attributes.get("src", "")):
        yield page.problem_of_tag(tag, words, f"{wrong}; {WORDS}")


def says_nothing(words: str, address: str) -> str:
    """Why these words do not say what a picture shows; empty if they may."""
    if NAME_OF_A_FILE.fullmatch(words) or _plain(words) == _plain(PurePosixPath(address).stem):
        return "is the name of a file, and says nothing to those who cannot see the picture"
    if BY_A_PROGRAM.fullmatch(words):
        return "is what a program made of the picture, which did not know what it is to show"
    if SAYS_NOTHING.fullmatch(words):
        return "says that there is a picture, and not what it shows"
    return ""


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
