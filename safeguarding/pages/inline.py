"""Slips within a line of a page: links that lead nowhere, HTML that does nothing, and what was left
over from elsewhere."""

import re
from difflib import get_close_matches

TARGET = re.compile(r"(\[[^\[\]]*)?\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
TITLED = re.compile(r"\s+\"[^\"]*\"$|\s+'[^']*'$")
WHOLE = re.compile(
    r"https?://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?|mailto:[^@\s]+@[^@\s]+\.\w+|tel:\+?\d+"
)
SCHEME = re.compile(r"[A-Za-z][\w+.-]*:|www\.|https?/")
TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:\s[^<>]*)?)>")
TAGS = (
    "a",
    "abbr",
    "b",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "noscript",
    "ol",
    "p",
    "q",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
)
ATTRIBUTES = (
    "alt",
    "class",
    "colspan",
    "datetime",
    "dir",
    "hidden",
    "href",
    "id",
    "lang",
    "markdown",
    "open",
    "role",
    "rowspan",
    "scope",
    "src",
    "tabindex",
    "title",
    "width",
    "height",
)
ATTRIBUTE = re.compile(r"\s+([\w-]+)(?:=(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`\u2018-\u201f]+))?")
SLIPS = (
    (
        re.compile(r"<(?:script|style|iframe|object|embed|form|input|button)\b"),
        "does nothing on this site, for safety; delete it",
    ),
    (re.compile(r"<!--.*"), "would be published for all to see, or hide what follows; delete it"),
    (re.compile(r"<[a-z]+(?: [^<>]*)?$"), "is not closed; write > on the same line"),
    (
        re.compile(r"(?<!\])\([^()\[\]]+\)\[(?:[^\]\s]+\.md|https?:[^\]\s]*|[^\]\s]*/)[^\]]*\]"),
        "has its brackets the wrong way round; write [text](address)",
    ),
    (
        re.compile(r"\[[^\[\]]+\] +\((?:[^)\s]+\.md[^)]*|https?:[^)]*|mailto:[^)]*)\)"),
        "has a space in the middle; put ( directly after ]",
    ),
    (
        re.compile(r"(?<!\])\]\([^)\s]*(?=\s*$)|(?<!\])\]\([^)\s]*\.md(?=[.,;:]?\s(?![\"']))"),
        "is not closed; write ) after the address",
    ),
    (
        re.compile(r"\[[^\[\]()]+\((?:[^)\s]+\.md|https?:)[^)]*\)(?!\])"),
        "is not closed; write ] before (",
    ),
    (re.compile(r"\]\([^()]*\)#[\w-]+"), "has its part after # outside; put it before the )"),
    (re.compile(r"^\s*(?:- |\d+\. )?\*\* .*"), "has a space after **; delete it"),
    (re.compile(r"\[\^[^\]]+\]"), "would be shown as it is; write the note into the text"),
    (
        re.compile(r"\{\{|\{%|\{#(?![\w-]+ *\})"),
        "would be shown as it is; calls stand between [[ and ]]",
    ),
    (re.compile(r"\\\[\\?\["), "would be shown as it is; write [[ without \\"),
    (
        re.compile(r"â€.?|Ã[\x80-\xbf©¨]|\ufffd"),
        "is a letter that came over wrongly; type it again",
    ),
    (
        re.compile(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*"),
        "has a letter of another alphabet in it; type the word again",
    ),
    (
        re.compile(r"\b(?:TODO|FIXME|XXX|[Ll]orem ipsum)\b"),
        "is a reminder, not text for readers; finish it, or write: to be confirmed by the board",
    ),
)


def problems(path, docs, lines):
    """(line, column, what, message) for each slip in the lines of the page at `path`."""
    defined = {
        found[1].casefold() for _, line in lines if (found := re.match(r"\s*\[([^\]]+)\]:", line))
    }
    for number, line in lines:
        told = [
            (number, found.start(), found[0], message)
            for slip, message in SLIPS
            for found in slip.finditer(line)
        ]
        before = next((text for at, text in lines if at == number - 1), "")
        told += [
            (number, *slip)
            for slip in (
                *_unopened(line, before),
                *_closed_twice(line),
                *_links(path, docs, line),
                *_references(line, defined),
                *_tags(line),
            )
        ]
        yield from told


def _unopened(line, before):
    """A link whose first bracket is missing: its words may have begun on the line before."""
    for found in re.finditer(r"\]\((?=[^)\s]+\.md|https?:|mailto:|tel:)", line):
        left = (before if before.count("[") > before.count("]") else "") + line[: found.start()]
        if left.count("[") <= left.count("]"):
            yield found.start(), found[0], "ends a link that did not begin; put [ before its words"


def _links(path, docs, line):
    for found in TARGET.finditer(line):
        target = TITLED.sub("", found[2]).strip("<>")
        said = (
            _led_nowhere(path, docs, target)
            if target
            else "leads nowhere; write the address between the brackets"
        )
        if found[1] == "[" and not line[: found.start()].endswith("!"):
            said = "has no words to press; write them between the square brackets"
        if said:
            yield found.start(2), target or found[0], said


def _closed_twice(line):
    """A link with a ) too many, where the line has more of them than it opens."""
    found = re.search(r"\]\([^()]*\)\)", line)
    if found and line.count(")") > line.count("("):
        yield found.end() - 1, ")", "is one too many; delete it"


def _led_nowhere(path, docs, target):
    """What is wrong with an address, or None."""
    if " " in target.strip() or re.search("[\u2018-\u201f\u00a0]", target):
        return "has a space or a curly quote in it; write the address alone"
    if SCHEME.match(target):
        return (
            None
            if WHOLE.fullmatch(target)
            else (
                "is no address; write it whole, like https://example.org/,"
                " mailto:someone@example.org or tel:01632960001"
            )
        )
    if re.fullmatch(r"[^@/]+@[^@/]+\.\w+", target):
        return "is an e-mail address; write mailto: before it"
    if re.fullmatch(r"[+\d][\d ]{4,}", target):
        return "is a telephone number; write tel: before it"
    place = target.partition("#")[0].partition("?")[0]
    if target.startswith("/"):
        return "starts at no page; lead from this page to the file, like ../glossary.md"
    if place and not (path.parent / place).is_file():
        page = path.parent / f"{place.rstrip('/')}.md"
        index = path.parent / place / "index.md"
        better = (
            f"{place.rstrip('/')}.md"
            if page.is_file()
            else f"{place.rstrip('/')}/index.md"
            if index.is_file()
            else ""
        )
        return (
            f"is no file of a page; write {better}"
            if better
            else "leads to no page; correct or delete it"
        )
    return None


def _references(line, defined):
    for found in re.finditer(
        r"(?<![\[\]!\\])\[([^\[\]^]+)\](?:\[([^\[\]]*)\])?(?![\[(:{\]])", line
    ):
        if (found[2] or found[1]).casefold() not in defined and not line.lstrip().startswith("[["):
            yield (
                found.start(),
                found[0],
                "has brackets, but no address; write [text](address), or \\[ for a bracket",
            )


def _tags(line):
    plain = re.sub(r"`[^`]*`", "", line)
    for tag in TAG.finditer(plain):
        if tag[2] not in TAGS:
            near = get_close_matches(tag[2], TAGS, 1)
            yield (
                tag.start(),
                tag[0],
                f"is no HTML that we use; {f'did you mean <{near[0]}>?' if near else 'delete it'}",
            )
        elif ATTRIBUTE.sub("", tag[3].rstrip("/ ")):
            yield (
                tag.start(),
                tag[0],
                'has a quote that does not close, or a curly one; write class="…"',
            )
        else:
            for name, _ in ATTRIBUTE.findall(tag[3]):
                if name not in ATTRIBUTES and not name.startswith(("aria-", "data-")):
                    near = get_close_matches(name, ATTRIBUTES, 1)
                    yield (
                        tag.start(),
                        tag[0],
                        (
                            f"{name} means nothing here;"
                            f" {f'did you mean {near[0]}?' if near else 'delete it'}"
                        ),
                    )
