"""What a PDF says of itself, where it says so plainly enough to be believed: how many pages it has,
whether a screen reader can tell its parts and its title, and whether it runs a program."""

import contextlib
import re
import zlib
from collections.abc import Iterator

PACKED = re.compile(rb"/Type\s*/ObjStm\b.{0,400}?stream\r?\n", re.S)
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
# The length of a branch of the tree of pages stands beside its children.
BRANCH = re.compile(
    rb"/Kids\s*\[[^\[\]]*\](?:(?!/Kids|endobj).){0,400}?/Count\s+(\d{1,9})\b"
    rb"|/Count\s+(\d{1,9})\b(?:(?!/Count|endobj).){0,400}?/Kids\s*\[",
    re.S,
)
TAGGED = re.compile(rb"/StructTreeRoot\b")
TITLE = re.compile(
    rb"/Title\s*(\(\s*[^)\s]|<\s*(?!FEFF\s*>)[0-9A-F])|<dc:title>\s*(<[^<>]*>\s*){0,9}[^<\s]",
    re.S | re.I,
)


def _named(name: str) -> str:
    """The pattern of a name, each letter of which can stand as its number."""
    return "/" + "".join(f"(?:{letter}|#{ord(letter):02x})" for letter in name)


RUNS = re.compile(rf"({_named('JavaScript')}|{_named('Launch')})(?![A-Za-z])".encode(), re.I)
ENCRYPTED = re.compile(rb"/Encrypt\b")
MOST = 50_000_000  # bytes that are looked through
UNPACKED = 5_000_000  # bytes of one packed part that are looked through, packed or not
EACH = 5_000  # bytes that could be looked through in the time that one more part takes


def pages(pdf: bytes) -> int | None:
    """The number of its pages, if their tree says the same as a count of them; None where it does
    not, where the file was changed after it was made, and where it cannot be read."""
    if len(pdf) > MOST or _was_changed(pdf):
        return None
    whole = _whole(pdf)
    counts = {int(one or other) for one, other in BRANCH.findall(whole)}
    found = len(PAGE.findall(whole))
    return found if found and found == max(counts, default=0) else None


def lacks(pdf: bytes) -> tuple[str, ...]:
    """What a screen reader misses in it, of these: tags, title. Nothing of a PDF that is too
    large to be looked through, or whose words are locked."""
    if len(pdf) > MOST:
        return ()
    whole = _whole(pdf)
    known = {"tags": TAGGED, "title": TITLE}
    if ENCRYPTED.search(whole):
        del known["title"]
    return tuple(what for what, looks in known.items() if not looks.search(whole))


def runs(pdf: bytes) -> bool:
    """Whether it says that something in it is a program, or starts one."""
    return RUNS.search(_whole(pdf)) is not None


def can_be_looked_through(pdf: bytes) -> bool:
    """Whether what is packed in it is not too much for that."""
    return sum(len(part) + EACH for part in _unpacked(pdf)) <= MOST


def _whole(pdf: bytes) -> bytes:
    return b"\n".join([pdf, *_unpacked(pdf)])


def _was_changed(pdf: bytes) -> bool:
    """Whether something was added at its end, so that pages of before may still stand in it."""
    ends = len(re.findall(rb"startxref", pdf))
    return ends > (2 if b"/Linearized" in pdf[:2000] else 1)


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    """The parts in which newer PDFs pack what describes their pages, as far as they are not too
    much together."""
    left, whole = MOST, memoryview(pdf)  # of which a part is no copy
    for packed in PACKED.finditer(pdf):
        part = whole[packed.end() : packed.end() + UNPACKED]
        content = b""
        with contextlib.suppress(zlib.error):
            content = zlib.decompressobj().decompress(part, UNPACKED)
        yield content
        left -= len(content) + EACH
        if left < 0:
            return
