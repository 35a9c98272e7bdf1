"""Links that came out of a mail or an office: some lead through a machine that looks at mail, and
carry the address of who got it; some lead where only staff can go."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from safeguarding.pasted.kinds import Kind, Line, found
from safeguarding.problem import Edit, Problem

ADDRESS = re.compile(
    r"(?<=\]\()\s*<?([^\s>]+?)>?(?=\s*\)(?!\))|\s+[\"'])"
    r"|\bhref=[\"']?([^\s\"'>]+)|<([a-z]+://[^\s<>]+)>|^\s*\[[^\]]+\]:\s*<?(\S+?)>?$"
)
OF_A_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?$")  # what stands before its address
SCANNED = re.compile(r"/v3/__(.+?)__;")  # a whole address in the way of another
OF_A_FILE = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|//(?=[^/.]+/)")
OF_STAFF = re.compile(
    r"(?:[\w-]+|localhost)|(?:.*\.)?intranet\..*|intranet[\w-]*\..*|.*\.sharepoint\.com"
    r"|.*\.(?:local|internal|intranet|lan|corp)|(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+"
)
OF_A_SCANNER = re.compile(
    r"(?:.*\.)?(?:mimecast(?:protect)?|cudasvc|safelinks\.protection\.outlook|urldefense(?:\.\w+)?)"
    r"\.com"
)
MEETING = re.compile(
    r"https://(?:teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/|[\w.-]*zoom\.us/[jw]/"
    r"|meet\.google\.com/\w{3}-|[\w.-]+\.webex\.com/(?:meet|join)/)"
)
PASSED_ON = "leads there through a machine that looks at mail, and may name who got it"
HIDDEN = f"{PASSED_ON}; open it, and write the address at which you arrive"
FOR_STAFF = (
    "is a place that only staff can open; link to a public page, or put the file into docs/assets/"
    " and link to it there"
)
TO_JOIN = (
    "lets everyone who reads this page into that meeting; say how to ask for a place, and send the"
    " link to those who have one"
)
ON_A_DISK = (
    "is a file on somebody’s computer or network; put it into docs/assets/, and link to it there,"
    " like ../assets/form.pdf"
)


def _find(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    for line in lines:
        for match in ADDRESS.finditer(line[1]):
            group = match.lastindex or 0
            at = match.start(group)
            if not OF_A_PICTURE.search(line[1][:at]):  # pictures have rules of their own
                yield from _wrong(name, line, at, match[group])


def _wrong(name: str, line: Line, at: int, address: str) -> Iterator[Problem]:
    number, text = line
    real = behind(address)
    if real:
        whole = text[:at] + real + text[at + len(address) :]
        cure = Edit(number, (text,), (whole,))
        yield found(name, line, at, address[:60], PASSED_ON, cure)
    elif message := unreachable(address):
        yield found(name, line, at, address, message)


def unreachable(address: str) -> str:
    """Why readers cannot go where an address leads; empty if nothing is known against it."""
    if OF_A_FILE.match(address):
        return ON_A_DISK
    if MEETING.match(address):
        return TO_JOIN
    parts = urlsplit(address)
    host = (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    if OF_A_SCANNER.fullmatch(host):
        return HIDDEN
    return FOR_STAFF if OF_STAFF.fullmatch(host) else ""


def wrong_for_readers(address: str) -> str:
    """What is wrong with an address on its own; empty if nothing is."""
    real = behind(address)
    return f"{PASSED_ON}; write {real}" if real else unreachable(address)


def behind(address: str) -> str:
    """The whole address that another carries within it, as those of mail scanners do; empty where
    none does."""
    parts = urlsplit(address.replace("&amp;", "&"))
    if parts.scheme not in ("http", "https"):
        return ""
    scanned = SCANNED.search(address)
    if scanned:
        return _unescaped(scanned[1])
    for key, value in parse_qsl(parts.query):
        if key == "u" and value.startswith("http") and "-3A" in value:
            return unquote(value.replace("_", "/").replace("-", "%"))
        if value.startswith(("https://", "http://")) and key in ("url", "q", "u", "a", "target"):
            return value
    return ""


def _unescaped(address: str) -> str:
    return re.sub(r"^(https?):/(?!/)", r"\1://", address)


WORDS = re.compile(
    r"(?<!!)\[[*_\s]*((?:click|press|tap)(?: \w+)? here|here|(?:this|the)? ?link"
    r"|(?:read|find out) more|more|https?://[^\[\]]*)[*_\s.]*\]\(",
    re.I,
)
SAYS_NOTHING = (
    "does not say where the link leads, to those who hear links alone; write words like the title"
    " of what it leads to"
)


def _empty_words(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    for line in lines:
        for match in WORDS.finditer(line[1]):
            yield found(name, line, match.start(1), match[1], SAYS_NOTHING)


LINKS = (
    Kind(
        name="links_say_where_they_lead",
        meaning="The words of a link say where it leads, also when they are heard alone.",
        good="[Our page](https://example.org/page)",
        bad="[Click here](https://example.org/page)",
        find=_empty_words,
    ),
    Kind(
        name="links_lead_there_themselves",
        meaning="A link leads to what it names, not through a scanner of mail, and not to a place"
        " for staff alone.",
        good="[our page](https://example.org/page)",
        bad="[our page](https://eu.scanner.example.org/?url=https%3A%2F%2Fexample.org%2Fpage&data=a)",
        find=_find,
    ),
)
