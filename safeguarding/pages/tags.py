"""The HTML of a page that was made: tags, what stands within them, and where links lead."""

import html
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from safeguarding.pages import addresses, pictures
from safeguarding.pages.addresses import Targets
from safeguarding.pages.rendered import Rendered, Tag, as_meant
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Problem

TAG_NAMES = """
    a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3
    h4 h5 h6 hr i img ins kbd li noscript ol p pre q section small span strong sub summary sup table
    tbody td tfoot th thead time tr u ul
"""
ATTRIBUTE_NAMES = """
    alt class colspan datetime dir height href id lang markdown open role rowspan scope src
    tabindex title width
"""
TAGS, ATTRIBUTES = tuple(TAG_NAMES.split()), tuple(ATTRIBUTE_NAMES.split())
PROGRAMS = ("form", "input", "object", "script", "style", "svg")
FILMS = ("audio", "embed", "iframe", "video")
LINK_TO_A_FILM = (
    "does nothing on this site, for safety; link to it instead:"
    " [Watch what it shows (4 minutes)](https://…)"
)
OF_PROGRAMS = ("on", "style")  # attributes that begin so
UNPAIRED = ("br", "hr", "img")
ATTRIBUTE = re.compile(r"\s+([\w:.-]+)(?:=(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`\u2018-\u201f]+))?")
COLUMN = re.compile(r"text-align: \w+;")  # the style that Markdown gives to cells
OF_A_COLUMN = re.compile(rf' style="{COLUMN.pattern}"')
ADDRESSES = ("href", "src")
OF_THE_FRAME = ("content", "contents", "menu", "q", "section", "versions")  # names of its parts


def problems(page: Rendered, targets: Targets) -> Iterator[Problem]:
    """Problems of each tag: of each the first."""
    for tag in page.tags:
        yield from tags_are_those_we_use(page, tag)
        if tag.attributes:
            yield from quotes_of_tags_are_closed(page, tag)
            yield from attributes_are_those_we_use(page, tag)
            yield from _of_addresses(page, tag, targets)


@page_rule(good="<div>Words.</div>", bad="<script>alert(1)</script>")
def tags_are_those_we_use(page: Rendered, tag: Tag) -> Iterator[Problem]:
    """A tag is one that pages of this site use: none runs a program, or brings a frame."""
    if tag.name in FILMS:
        yield page.problem_of_tag(tag, tag.whole, LINK_TO_A_FILM)
    elif tag.name in PROGRAMS:
        message = "does nothing on this site, for safety; delete it"
        yield page.problem_of_tag(tag, tag.whole, message)
    elif tag.name not in TAGS:
        advice = _like(tag.name, TAGS, "<{}>")
        yield page.problem_of_tag(tag, tag.whole, f"is no HTML that we use; {advice}")


@page_rule(good='<p class="care">Words.</p>', bad="<p class=\u201ccare\u201d>Words.</p>")
def quotes_of_tags_are_closed(page: Rendered, tag: Tag) -> Iterator[Problem]:
    """The quotes within a tag are straight, and closed."""
    if ATTRIBUTE.sub("", tag.attributes).strip("/ \n"):
        message = 'has a quote that does not close, or a curly one; write class="…"'
        yield page.problem_of_tag(tag, tag.whole, message)


@page_rule(good='<p lang="pl">Tak.</p>', bad='<p onclick="alert(1)">Tak.</p>')
def attributes_are_those_we_use(page: Rendered, tag: Tag) -> Iterator[Problem]:
    """An attribute of a tag is one that pages of this site use: none runs a program."""
    for name, value in ATTRIBUTE.findall(OF_A_COLUMN.sub("", tag.attributes)):
        wrong = _wrong_attribute(tag, name.lower(), value)
        if wrong:
            yield page.problem_of_tag(tag, name if value else name.lower(), wrong)


def _wrong_attribute(tag: Tag, name: str, value: str) -> str:
    """What is wrong with an attribute of that name in a tag that was made; empty if nothing is."""
    if name == "markdown":
        return "does nothing here; write the tag on one line, and the one around it too"
    if name == "hidden":
        return "would keep these words from readers; delete it, or the words"
    if (value or tag.is_written) and (name in ATTRIBUTES or name.startswith(("aria-", "data-"))):
        return ""
    if name.startswith(OF_PROGRAMS):
        return "does nothing on this site, for safety; delete it"
    if not tag.is_written:
        return "is no name or class, like { #a-name .a-class }; delete it"
    return f"means nothing here; {_like(name, ATTRIBUTES, '{}')}"


def _of_addresses(page: Rendered, tag: Tag, targets: Targets) -> Iterator[Problem]:
    attributes = {
        name.lower(): html.unescape(as_meant(value.strip("\"'")))
        for name, value in ATTRIBUTE.findall(tag.attributes)
    }
    if tag.name == "img":
        wrong = list(pictures.problems(page, tag, attributes))
        yield from wrong
        if wrong:
            return
    for name in ADDRESSES:
        if name in attributes:
            yield from links_have_addresses(page, tag, attributes[name])
            wrong = list(links_lead_to_pages(page, tag, attributes[name], targets))
            yield from wrong or links_lead_to_headings(page, tag, attributes[name], targets)


@page_rule(good="[words](../glossary.md)", bad="[words]()")
def links_have_addresses(page: Rendered, tag: Tag, address: str) -> Iterator[Problem]:
    """A link has an address; # alone leads nowhere."""
    if address.strip() in ("", "#"):
        message = "a link needs an address; write it between the round brackets"
        yield page.problem(tag.span, "", message, r"\]\(\W*\)|=\s*[\"']#?[\"']")


@page_rule(good="[words](../glossary.md)", bad="[words](../glosary.md)")
def links_lead_to_pages(
    page: Rendered, tag: Tag, address: str, targets: Targets
) -> Iterator[Problem]:
    """The address of a link is written whole, or leads from this page to the file of another."""
    if tag.is_written:
        wrong = addresses.wrong_outward(address)
    else:
        wrong = addresses.wrong(page.lines.name, address, targets)
    if address and wrong:
        yield page.problem_of_tag(tag, address, wrong)


@page_rule(good="[words](../glossary.md#glossary)", bad="[words](../glossary.md#glosary)")
def links_lead_to_headings(
    page: Rendered, tag: Tag, address: str, targets: Targets
) -> Iterator[Problem]:
    """A link to a part of a page leads to one that is there: a heading, or what a call shows."""
    if not tag.is_written and (wrong := addresses.wrong_part(page.lines.name, address, targets)):
        yield page.problem_of_tag(tag, address, wrong)


@page_rule(good="<p>Words.</p>", bad="<p>Words.")
def tags_are_closed(page: Rendered) -> Iterator[Problem]:
    """Each tag that encloses something opens and closes, in the order of what stands within, and a
    point opens within a list: as its author wrote them, and in what is made."""
    written = [
        Problem(page.written[tag], " ".join(tag.whole.split()), message)
        for tag, message in _unpaired(page.written)
    ]
    made = (page.problem_of_tag(tag, tag.whole, message) for tag, message in _unpaired(page.tags))
    yield from written or made


def _unpaired(tags: Iterable[Tag]) -> Iterator[tuple[Tag, str]]:
    """Tags that stand alone, and what to say of each."""
    opened: list[Tag] = []
    for tag in tags:
        names = [other.name for other in opened]
        if tag.name in UNPAIRED or tag.name not in TAGS:
            continue
        if not tag.closes:
            opened.append(tag)
            if tag.name == "li" and "ul" not in names and "ol" not in names:
                yield tag, "stands in no list; write <ul> above the first, and </ul> below the last"
        elif tag.name in names:
            while (inner := opened.pop()).name != tag.name:  # it closes the innermost of its name
                yield _unclosed(inner)
        else:
            yield tag, "closes what is not open here; delete it, or write where it opens"
    yield from map(_unclosed, opened)


def _unclosed(tag: Tag) -> tuple[Tag, str]:
    return tag, f"is not closed; write </{tag.name}> where it ends"


def _like(word: str, words: tuple[str, ...], shape: str) -> str:
    """What to write in place of a word: the nearest of those words, if one is near."""
    near = get_close_matches(word, words, 1)
    return f"did you mean {shape.format(near[0])}?" if near else "delete it"


@page_rule(good='<span id="a"></span>', bad='<span id="a"></span>\n\n## Words { #a }')
def anchors_differ(page: Rendered) -> Iterator[Problem]:
    """No two parts of a page have the same name, to which links lead."""
    seen = {*OF_THE_FRAME}
    for tag in page.tags:
        for name, value in ATTRIBUTE.findall(tag.attributes):
            if name == "id" and value.strip("\"'") in seen:
                yield page.problem(tag.span, value.strip("\"'"), "is the name of another part")
            elif name == "id":
                seen.add(value.strip("\"'"))
