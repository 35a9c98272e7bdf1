"""A file that people write -> its text, or Problems with what nobody can see in it."""

import re
from pathlib import Path

from safeguarding.problem import Place, Problem, Problems

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
CLASH = re.compile(r"^(<<<<<<<|>>>>>>>) ", re.M)
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
LARGEST, LONGEST = (
    1_000_000,
    5_000,
)  # bytes of a file, characters of a line: far more than any needs
OTHER_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
TOLD_ONCE = (CONTROL, CLASH)  # what is wrong with the whole file is told at its first place


def read(path: Path, name: str) -> str:
    """The text of the file at `path`, called `name` in problems, with \\n at the ends of its lines.
    Raises Problems where it is none, or where nobody can see what it says."""
    text = decoded(path, name)
    require_readable(text, name)
    return text


def decoded(path: Path, name: str) -> str:
    """The text of the file at `path`, whatever it says. Raises Problems where it is no text, and
    reads nothing that is no file of its own or that nobody can have typed: each pattern that is
    tried on a line takes its time."""
    _refuse_strange(path, name)
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problems(
            [Problem(Place(name), "", "not a text file in UTF-8; save it as plain text")]
        ) from None
    except FileNotFoundError:
        raise Problems([Problem(Place(name), "", "the file is missing; put it back")]) from None


def require_readable(text: str, name: str) -> None:
    """Raises Problems where a text has what is no text, or what nobody can see."""
    _refuse_long(name, text)
    _refuse(
        name, text, CONTROL, "not a text file: it has control characters; save it as plain text"
    )
    _refuse(
        name,
        text,
        CLASH,
        "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======="
        " and >>>>>>>",
    )
    _refuse(
        name,
        text,
        UNSEEN,
        "a character that nobody can see, as web pages have them; delete what stands here, and type"
        " it again",
    )


def _refuse_strange(path: Path, name: str) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Problems(
            [Problem(Place(name), "", "is no file of its own; put the file itself here")]
        )
    if path.exists() and path.stat().st_size > LARGEST:
        raise Problems([Problem(Place(name), "", "is larger than 1 MB; divide it, or shorten it")])


def _refuse_long(name: str, text: str) -> None:
    long = [
        Problem(Place(name, number), "", f"has {len(line):,} characters; break the line up")
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > LONGEST
    ]
    if long:
        raise Problems(long[:1])


def hidden(value: str) -> str:
    """The first character of `value` that readers cannot see, or that is a space of another kind,
    as an escape like \\u202e; empty if it has none."""
    seen = CONTROL.search(value) or UNSEEN.search(value) or OTHER_SPACE.search(value)
    return seen[0].encode("unicode_escape").decode() if seen else ""


def require_plain_spaces(text: str, name: str) -> None:
    """Raises Problems where a space is one of another kind, as they come with what is copied from
    web pages."""
    _refuse(
        name,
        text,
        OTHER_SPACE,
        "a space of another kind, as web pages have them; delete it, and type it again",
    )


def _refuse(name: str, text: str, unwanted: re.Pattern[str], message: str) -> None:
    """Raises Problems with the message for each line that has what is unwanted."""
    if not unwanted.search(text):
        return
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if odd := unwanted.search(line):
            problems.append(Problem(Place(name, number, odd.start() + 1), "", message))
    if problems:
        raise Problems(problems[:1] if unwanted in TOLD_ONCE else problems)
