"""What stands within a line of a page: links that lead somewhere, HTML that does something, and
nothing that was left over from elsewhere."""

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from safeguarding.pages.lines import Line, Lines
from safeguarding.pages.text_rules import TextRule, page_rule, pattern
from safeguarding.problem import Problem

TARGET = re.compile(r"(\[[^\[\]]*)?\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
TITLED = re.compile(r"\s+\"[^\"]*\"$|\s+'[^']*'$")
WHOLE = re.compile(
    r"https?://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?|mailto:[^@\s]+@[^@\s]+\.\w+|tel:\+?\d+"
)
SCHEME = re.compile(r"[A-Za-z][\w+.-]*:|www\.|https?/")
MAIL = re.compile(r"[^@/]+@[^@/]+\.\w+")
TELEPHONE = re.compile(r"[+\d][\d ]{4,}")
ODD_SIGN = re.compile("[\u2018-\u201f\u00a0]")
UNOPENED = re.compile(r"\]\((?=[^)\s]+\.md|https?:|mailto:|tel:)")
CLOSED_TWICE = re.compile(r"\]\([^()]*\)\)")
REFERENCE = re.compile(r"(?<![\[\]!\\])\[([^\[\]^]+)\](?:\[([^\[\]]*)\])?(?![\[(:{\]])")
DEFINED = re.compile(r"^[^\S\n]*\[([^\]\n]+)\]:", re.M)
CODE = re.compile(r"`[^`]*`")
TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:\s[^<>]*)?)>")
TAG_NAMES = """
    a abbr b br cite code dd del details div dl dt em figcaption figure hr i img ins kbd li
    noscript ol p q section small span strong sub summary sup table tbody td th thead time tr
    u ul
"""
ATTRIBUTE_NAMES = """
    alt class colspan datetime dir hidden href id lang markdown open role rowspan scope src
    tabindex title width height
"""
TAGS = tuple(TAG_NAMES.split())
ATTRIBUTES = tuple(ATTRIBUTE_NAMES.split())
ATTRIBUTE = re.compile(r"\s+([\w-]+)(?:=(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`\u2018-\u201f]+))?")

RULES = (
    TextRule(
        name="tags_do_something_here",
        meaning="No tag runs a program, brings a style or a frame, or asks for an answer.",
        pattern=pattern(r"<(?:script|style|iframe|object|embed|form|input|button)\b"),
        cure="does nothing on this site, for safety; delete it",
        good="<p>Words.</p>",
        bad="<script>alert(1)</script>",
    ),
    TextRule(
        name="nothing_is_hidden",
        meaning="No remark stands in a page: all would be published.",
        pattern=pattern(r"<!--.*"),
        cure="would be published for all to see, or hide what follows; delete it",
        good="Words.",
        bad="<!-- ask Ann -->",
    ),
    TextRule(
        name="tags_end_on_their_line",
        meaning="A tag ends with > on the line where it begins.",
        pattern=pattern(r"<[a-z]+(?: [^<>]*)?$"),
        cure="is not closed; write > on the same line",
        good='<p class="care">Words.</p>',
        bad='<p class="care"',
    ),
    TextRule(
        name="brackets_stand_the_right_way_round",
        meaning="The words of a link stand in square brackets, its address in round ones.",
        pattern=pattern(
            r"(?<!\])\([^()\[\]]+\)\[(?:[^\]\s]+\.md|https?:[^\]\s]*|[^\]\s]*/)[^\]]*\]"
        ),
        cure="has its brackets the wrong way round; write [text](address)",
        sieve=pattern(r"\)\["),
        good="[words](../glossary.md)",
        bad="(words)[../glossary.md]",
    ),
    TextRule(
        name="links_have_no_space_in_the_middle",
        meaning="Nothing stands between the words and the address of a link.",
        pattern=pattern(r"\[[^\[\]]+\] +\((?:[^)\s]+\.md[^)]*|https?:[^)]*|mailto:[^)]*)\)"),
        cure="has a space in the middle; put ( directly after ]",
        good="[words](../glossary.md)",
        bad="[words] (../glossary.md)",
    ),
    TextRule(
        name="addresses_are_closed",
        meaning="The address of a link ends with ).",
        pattern=pattern(r"(?<!\])\]\([^)\s]*(?=\s*$)|(?<!\])\]\([^)\s]*\.md(?=[.,;:]?\s(?![\"']))"),
        cure="is not closed; write ) after the address",
        sieve=pattern(r"\]\([^)\s]*(?:\s|$)"),
        good="Look into [words](../glossary.md) first.",
        bad="Look into [words](../glossary.md first.",
    ),
    TextRule(
        name="words_of_links_are_closed",
        meaning="The words of a link end with ].",
        pattern=pattern(r"\[[^\[\]()]+\((?:[^)\s]+\.md|https?:)[^)]*\)(?!\])"),
        cure="is not closed; write ] before (",
        good="[words](../glossary.md)",
        bad="[words(../glossary.md)",
    ),
    TextRule(
        name="parts_of_pages_stand_in_the_address",
        meaning="The part of a page that a link leads to stands within its address.",
        pattern=pattern(r"\]\([^()]*\)#[\w-]+"),
        cure="has its part after # outside; put it before the )",
        good="[words](../glossary.md#letter-a)",
        bad="[words](../glossary.md)#letter-a",
    ),
    TextRule(
        name="bold_begins_with_a_word",
        meaning="No space stands after the stars that make words bold.",
        pattern=pattern(r"^\s*(?:- |\d+\. )?\*\* .*"),
        cure="has a space after **; delete it",
        sieve=pattern(r"\*\* "),
        good="**Anyone** can help.",
        bad="** Anyone** can help.",
    ),
    TextRule(
        name="no_footnotes",
        meaning="Notes stand in the text: Markdown here knows none at the foot.",
        pattern=pattern(r"\[\^[^\]]+\]"),
        cure="would be shown as it is; write the note into the text",
        good="Words (and a note).",
        bad="Words.[^1]",
    ),
    TextRule(
        name="no_braces_of_templates",
        meaning="No braces of templates stand in a page: calls stand between [[ and ]].",
        pattern=pattern(r"\{\{|\{%|\{#(?![\w-]+ *\})"),
        cure="would be shown as it is; calls stand between [[ and ]]",
        good="## Words { #words }",
        bad="{{ words }}",
    ),
    TextRule(
        name="calls_are_not_escaped",
        meaning="No \\ stands before the [[ of a call.",
        pattern=pattern(r"\\\[\\?\["),
        cure="would be shown as it is; write [[ without \\",
        good="A \\[note].",
        bad="\\[\\[ words \\]\\].",
    ),
    TextRule(
        name="letters_came_over_right",
        meaning="No letter is one that another encoding made of it.",
        pattern=pattern(r"â€.?|Ã[\x80-\xbf©¨]|\ufffd"),
        cure="is a letter that came over wrongly; type it again",
        good="It\u2019s here.",
        bad="It\u00e2\u20ac\u2122s here.",
    ),
    TextRule(
        name="words_have_letters_of_one_alphabet",
        meaning="No word has a Cyrillic letter among its Latin ones: no search would find it.",
        pattern=pattern(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*"),
        cure="has a letter of another alphabet in it; type the word again",
        sieve=pattern(r"[\u0400-\u04ff]"),
        good="A child.",
        bad="A \u0441hild.",
    ),
    TextRule(
        name="nothing_is_left_to_finish",
        meaning="No reminder to finish something stands in a page.",
        pattern=pattern(r"\b(?:TODO|FIXME|XXX|[Ll]orem ipsum)\b"),
        cure="is a reminder, not text for readers; finish it, or write who still has to confirm it",
        sieve=pattern(r"TODO|FIXME|XXX|[Ll]orem"),
        good="To be confirmed by the board.",
        bad="TODO: ask the board.",
    ),
)


@dataclass(frozen=True)
class Targets:
    """What a link from a page can lead to: the pages by the names of their files, like docs/a-z.md,
    and other files below `root`."""

    root: Path
    pages: Collection[str]

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return name in self.pages or (self.root / name).is_file()


def problems(lines: Lines, targets: Targets) -> Iterator[Problem]:
    """A Problem for each thing within a line that does nothing, or not what its author meant."""
    for rule in RULES:
        yield from rule.problems(lines)
    if "](" in lines.whole:
        yield from links_begin(lines)
        yield from links_end_once(lines)
        yield from _of_links(lines, targets)
    if "[" in lines.whole:
        yield from brackets_belong_to_something(lines)
    if "<" in lines.whole:
        yield from _of_tags(lines)


# Links.


@page_rule(good="the [LADO page](../glossary.md)", bad="the LADO page](../glossary.md)")
def links_begin(lines: Lines) -> Iterator[Problem]:
    """The words of a link begin with [ on its line, or on the one before."""
    above: Line = (0, "")
    for line in lines:
        for match in UNOPENED.finditer(line[1]):
            left = _open_above(above, line[0]) + line[1][: match.start()]
            if left.count("[") <= left.count("]"):
                yield lines.problem(
                    line[0],
                    match.start(),
                    match[0],
                    "ends a link that did not begin; put [ before its words",
                )
        above = line


def _open_above(above: Line, number: int) -> str:
    """The line above the one of that number, if a link begins there and ends below it."""
    is_next = above[0] == number - 1
    return above[1] if is_next and above[1].count("[") > above[1].count("]") else ""


@page_rule(good="[words](../glossary.md)", bad="[words](../glossary.md))")
def links_end_once(lines: Lines) -> Iterator[Problem]:
    """One ) ends a link."""
    for number, text in lines:
        match = CLOSED_TWICE.search(text)
        if match and text.count(")") > text.count("("):  # it may end a remark too
            yield lines.problem(number, match.end() - 1, ")", "is one too many; delete it")


def _of_links(lines: Lines, targets: Targets) -> Iterator[Problem]:
    for number, text in lines:
        if "](" not in text:
            continue
        for link in TARGET.finditer(text):
            yield from links_have_words(lines, number, link)
            yield from links_have_addresses(lines, number, link)
            yield from links_lead_to_pages(lines, number, link, targets)


def _target(link: re.Match[str]) -> str:
    """The address of a link, without its title."""
    return TITLED.sub("", link[2]).strip("<>")


@page_rule(good="[words](../glossary.md)", bad="[](../glossary.md)")
def links_have_words(lines: Lines, number: int, link: re.Match[str]) -> Iterator[Problem]:
    """A link has words to press."""
    is_picture = link.string[: link.start()].endswith("!")
    if link[1] == "[" and not is_picture:
        yield lines.problem(
            number,
            link.start(2),
            _target(link) or link[0],
            "has no words to press; write them between the square brackets",
        )


@page_rule(good="[words](../glossary.md)", bad="[words]()")
def links_have_addresses(lines: Lines, number: int, link: re.Match[str]) -> Iterator[Problem]:
    """A link has an address."""
    if not _target(link):
        yield lines.problem(
            number,
            link.start(2),
            link[0],
            "leads nowhere; write the address between the brackets",
        )


@page_rule(good="[words](../glossary.md)", bad="[words](../glosary.md)")
def links_lead_to_pages(
    lines: Lines, number: int, link: re.Match[str], targets: Targets
) -> Iterator[Problem]:
    """The address of a link is written whole, or leads from this page to the file of another."""
    target = _target(link)
    wrong = _wrong_address(lines.name, target, targets) if target else ""
    if wrong:
        yield lines.problem(number, link.start(2), target, wrong)


def _wrong_address(name: str, target: str, targets: Targets) -> str:
    """What is wrong with an address in the page of that name; empty if nothing is."""
    if " " in target.strip() or ODD_SIGN.search(target):
        return "has a space or a curly quote in it; write the address alone"
    if SCHEME.match(target):
        return _wrong_outward(target)
    if MAIL.fullmatch(target):
        return "is an e-mail address; write mailto: before it"
    if TELEPHONE.fullmatch(target):
        return "is a telephone number; write tel: before it"
    if target.startswith("/"):
        return "starts at no page; lead from this page to the file, like ../glossary.md"
    way = target.partition("#")[0].partition("?")[0]
    return _wrong_way(name, way, targets) if way else ""


def _wrong_outward(target: str) -> str:
    if WHOLE.fullmatch(target):
        return ""
    return (
        "is no address; write it whole, like https://example.org/, mailto:someone@example.org or"
        " tel:01632960001"
    )


def _wrong_way(name: str, way: str, targets: Targets) -> str:
    """What is wrong with the way from a page to another file; empty if it leads there."""
    folder = posixpath.dirname(name)
    if targets.has(posixpath.normpath(f"{folder}/{way}")):
        return ""
    bare = way.rstrip("/")
    for better in (f"{bare}.md", f"{bare}/index.md"):
        if targets.has(posixpath.normpath(f"{folder}/{better}")):
            return f"is no file of a page; write {better}"
    return "leads to no page; correct or delete it"


@page_rule(good="A \\[note] and [words](../glossary.md).", bad="A [note].")
def brackets_belong_to_something(lines: Lines) -> Iterator[Problem]:
    """Words in square brackets are a link, a call, or begin with \\[."""
    defined = {name.casefold() for name in DEFINED.findall(lines.whole)}
    for number, text in lines:
        if "[" not in text or text.lstrip().startswith("[["):
            continue
        for match in REFERENCE.finditer(text):
            if (match[2] or match[1]).casefold() not in defined:
                yield lines.problem(
                    number,
                    match.start(),
                    match[0],
                    "has brackets, but no address; write [text](address), or \\[ for a bracket",
                )


# HTML.


def _of_tags(lines: Lines) -> Iterator[Problem]:
    """Problems of each tag: of each the first."""
    for number, text in lines:
        if "<" not in text:
            continue
        for tag in TAG.finditer(CODE.sub("", text)):
            yield from tags_are_those_we_use(lines, number, tag)
            yield from quotes_of_tags_are_closed(lines, number, tag)
            yield from attributes_are_those_we_use(lines, number, tag)


@page_rule(good="<div>Words.</div>", bad="<marquee>Words.</marquee>")
def tags_are_those_we_use(lines: Lines, number: int, tag: re.Match[str]) -> Iterator[Problem]:
    """A tag is one that pages of this site use."""
    if tag[2] not in TAGS:
        advice = _like(tag[2], TAGS, "<{}>")
        yield lines.problem(number, tag.start(), tag[0], f"is no HTML that we use; {advice}")


@page_rule(good='<p class="care">Words.</p>', bad='<p class="care>Words.</p>')
def quotes_of_tags_are_closed(lines: Lines, number: int, tag: re.Match[str]) -> Iterator[Problem]:
    """The quotes within a tag are straight, and closed."""
    if ATTRIBUTE.sub("", tag[3].rstrip("/ ")):
        yield lines.problem(
            number,
            tag.start(),
            tag[0],
            'has a quote that does not close, or a curly one; write class="…"',
        )


@page_rule(good='<p lang="pl">Tak.</p>', bad='<p language="pl">Tak.</p>')
def attributes_are_those_we_use(lines: Lines, number: int, tag: re.Match[str]) -> Iterator[Problem]:
    """An attribute of a tag is one that pages of this site use."""
    for name, _ in ATTRIBUTE.findall(tag[3]):
        if name not in ATTRIBUTES and not name.startswith(("aria-", "data-")):
            advice = _like(name, ATTRIBUTES, "{}")
            yield lines.problem(number, tag.start(), tag[0], f"{name} means nothing here; {advice}")


def _like(word: str, words: tuple[str, ...], shape: str) -> str:
    """What to write in place of a word: the nearest of those words, if one is near."""
    near = get_close_matches(word, words, 1)
    return f"did you mean {shape.format(near[0])}?" if near else "delete it"
