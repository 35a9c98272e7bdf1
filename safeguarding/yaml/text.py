"""A file that people write -> its text, or Problems with what nobody can see in it, each with the
line as it should read."""

import codecs
import re
from pathlib import Path

from safeguarding import limits
from safeguarding.problem import Edit, Place, Problem, Problems

END = re.compile(r"\r\n|\r|\n")  # of a line
PICTURE = "data:image/"  # begins a picture that a program wrote as text
PASTED = (
    "has a whole picture in it as text, as a program pasted it; delete that, put the file of the"
    " picture into docs/assets/, and write ![what it shows](../assets/its-name.png)"
)
BREAKS = "\x0b\x0c"  # by which Word begins another line or page
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
UNSEEN = re.compile(
    "(?!(?<=[\u0600-\u1fff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d])"  # which joins what is seen
    "[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
    "|[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufff0-\ufffb\ufffe\uffff]"
    # Letters that only spell the name of a flag: seen nowhere but behind one.
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e0fff]+"
)
OTHER_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
NOT_SEEN = "a character that nobody can see, as web pages have them; delete it"
SIGNS = '[](){}<>`*_|&!"/\\'  # signs that mean something to Markdown
GAP = re.compile(rf"[ \t]{{{limits.MARKS},}}")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CLASH = re.compile("(<<<<<<<|>>>>>>>) ")
LEFT = re.compile(r"(.*\s)?={7}|\|{7}( .*)?")  # of a clash that is not there any more
KEY = re.compile(r"(?m)^ *(?:(- )\{?|(?=\w+:))(\w+:)?")  # with the hyphen of an entry
MARKS = "delete the three lines of marks: <<<<<<<, ======= and >>>>>>>"
BOTH = (
    "two entries clashed here, and both are usually meant: keep both entries, whole (lines that"
    f" both had stand once, below), and {MARKS}"
)
EACH = f"two versions clashed here; keep each key once, as it is meant now, and {MARKS}"
SEPARATOR = re.compile(r"(?<=\S)\s*[\u2028\u2029]\s*(?=\S)")  # of lines, where a space is meant


def read(path: Path, name: str) -> str:
    """The text of the file at `path`, called `name` in problems, with \\n at the ends of its lines.
    Raises Problems where it is none, or where nobody can see what it says."""
    text = decoded(path, name)
    require_readable(text, name)
    return text


def decoded(path: Path, name: str) -> str:
    """The text of the file at `path`, whatever it says. Raises Problems where it is no text in
    UTF-8, and reads nothing that is no file of its own or that nobody can have typed: each pattern
    that is tried on a line takes its time."""
    _refuse_strange(path, name)
    try:
        data = path.read_bytes()
        return END.sub("\n", data.decode("utf-8-sig"))
    except FileNotFoundError:
        raise _problem(name, 1, "the file is missing; put it back") from None
    except UnicodeDecodeError as error:
        raise _saved_otherwise(data, error.start, name) from None


def _saved_otherwise(data: bytes, at: int, name: str) -> Problems:
    """The problem of a file that is UTF-8 up to the byte at `at`, with the line as it was meant."""
    meant = END.sub("\n", as_meant(data))
    if CONTROL.search(meant):
        return _problem(name, 1, "not a text file in UTF-8; save it as plain text")
    wide = data.startswith(UTF_16)
    number = 1 if wide else data.count(b"\n", 0, at) + 1
    written = data.decode("utf-8", "replace").split("\n")[number - 1].rstrip("\r")
    cure = Edit(number, (written,), (meant.split("\n")[number - 1],))
    encoding = "UTF-16" if wide else "Windows-1252"
    return _problem(name, number, f"is saved as {encoding}; save it as plain UTF-8", cure)


def as_meant(data: bytes) -> str:
    """What a file says, also if it is saved as old programs do."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "as Windows writes")


def _as_windows_writes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("as Windows writes", _as_windows_writes)


def require_readable(text: str, name: str) -> None:
    """Raises Problems where a text has what is no text, or what nobody can see."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > limits.LINE:
            said = f"has {len(line):,} characters; break the line up"
            raise _problem(name, number, PASTED if PICTURE in line else said)
        if control := CONTROL.search(line):
            message = "not a text file: it has control characters; save it as plain text"
            cures: tuple[Edit, ...] = ()
            if control[0] in BREAKS:
                message = "a line break of Word, which is no text; delete it, and press Enter"
                cures = (Edit(number, (line,), tuple(re.split(f"[{BREAKS}]", line))),)
            place = Place(name, number, control.start() + 1)
            raise Problems([Problem(place, "", message, cures=cures)])
    if name.endswith(".md"):
        _refuse_crowded(lines, name)
    _refuse_clash(lines, name)
    _refuse_unseen(lines, name)


def _refuse_crowded(lines: list[str], name: str) -> None:
    """Raises Problems where so much stands in a page, or in a line of it, that nobody wrote it:
    the patterns that are tried there would take minutes."""
    if len(lines) > limits.LINES:
        raise _problem(name, limits.LINES, f"has {len(lines):,} lines; divide the page")
    if sign := _often(lines, limits.MARKS_OF_PAGE):
        said = f"has {sign} more than {limits.MARKS_OF_PAGE:,} times; divide the page"
        raise _problem(name, 1, said)
    for number, line in enumerate(lines, 1):
        if len(line) > limits.MARKS:
            if sign := _often([line], limits.MARKS):
                said = f"has {sign} more than {limits.MARKS} times; break the line up"
                raise _problem(name, number, said)
            if GAP.search(line):
                raise _problem(name, number, "has a gap of hundreds of spaces; delete it")


def _often(lines: list[str], limit: int) -> str:
    """The first sign of Markdown that stands in the lines more often than that; or none."""
    return next((sign for sign in SIGNS if sum(line.count(sign) for line in lines) > limit), "")


def _refuse_strange(path: Path, name: str) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise _problem(name, 1, "is no file of its own; put the file itself here")
    largest = limits.PAGE if name.endswith(".md") else limits.FILE
    if path.exists() and path.stat().st_size > largest:
        with path.open("rb") as file:
            is_pasted = PICTURE.encode() in file.read(limits.FILE)
        said = f"is larger than {largest // 1000:,} kB; divide it, or shorten it"
        raise _problem(name, 1, PASTED if is_pasted else said)


def _problem(name: str, line: int, message: str, *cures: Edit) -> Problems:
    return Problems([Problem(Place(name, line), "", message, cures=cures)])


def _refuse_clash(lines: list[str], name: str) -> None:
    """Raises Problems where two versions clashed. Each of them is a cure, unless something of both
    is meant."""
    marks = [at for at, line in enumerate(lines) if CLASH.match(line)]
    if not marks:
        return
    first, last = marks[0], marks[1] if len(marks) > 1 else marks[0]
    old = lines[first : last + 1]
    cures = []
    if old[-1].startswith(">") and old.count("=======") == 1:
        middle = old.index("=======")
        base = next((at for at, line in enumerate(old) if line.startswith("|||||||")), middle)
        versions = (old[1:base], old[middle + 1 : -1])
        one, other = (KEY.findall("\n".join(version)) for version in versions)
        if all(any(hyphen for hyphen, _ in keys) for keys in (one, other)):
            raise _problem(name, first + 1, BOTH)
        if one and other and {*one} != {*other}:
            raise _problem(name, first + 1, EACH)
        cures = [Edit(first + 1, tuple(old), tuple(version)) for version in versions]
    message = (
        "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======="
        " and >>>>>>>"
    )
    raise _problem(name, first + 1, message, *cures)


def refuse_left(text: str, name: str) -> None:
    """Raises Problems where YAML has a line that is left of a clash. In a page it is a heading."""
    for number, line in enumerate(text.split("\n"), 1):
        if LEFT.fullmatch(line):
            kept = line.split("|" * 7)[0].removesuffix("=" * 7).rstrip()
            cure = Edit(number, (line,), (kept,) if kept else ())
            raise _problem(name, number, "a clash of two versions left this here; delete it", cure)


def hidden(value: str) -> str:
    """The first character of `value` that readers cannot see, or that is a space of another kind,
    as an escape like \\u202e; empty if it has none. One that ends a line, or a tab, is one too."""
    seen = re.search(rf"[\t\n]|{CONTROL.pattern}|{UNSEEN.pattern}|{OTHER_SPACE.pattern}", value)
    return seen[0].encode("unicode_escape").decode() if seen else ""


def _refuse_unseen(lines: list[str], name: str) -> None:
    """Raises Problems with each line that has what nobody can see."""
    problems = []
    for number, line in enumerate(lines, 1):
        if unseen := UNSEEN.search(line):
            cure = Edit(number, (line,), (UNSEEN.sub("", SEPARATOR.sub(" ", line)),))
            place = Place(name, number, unseen.start() + 1)
            problems.append(Problem(place, "", NOT_SEEN, cures=(cure,)))
    if problems:
        raise Problems(problems)
