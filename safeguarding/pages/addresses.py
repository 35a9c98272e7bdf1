"""What an address in a page may be: one of another site, written whole, or the way from the page to
a file."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from safeguarding.problem import advice

WHOLE = re.compile(
    r"https?://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?|mailto:[^@\s:]+@[^@\s]+\.\w+|tel:\+?\d+"
)
SCHEME = re.compile(r"\s*[A-Za-z][\w+.-]*:|//|www\.|https?/")
MAIL = re.compile(r"[^@/]+@[^@/]+\.\w+")
TELEPHONE = re.compile(r"[+\d][\d ]{4,}")
PROGRAM = re.compile(r"(?:java|vb)script:|data:", re.I)
ELSEWHERE = re.compile(r"\s*(?:https?:/|//|www\.)", re.I)
UNSEEN = re.compile(r"[\x00- ]")  # which browsers leave out of an address
ODD_SIGN = re.compile("[ \u2018-\u201f\u00a0]")
BACKWARDS = "has a \\ in it; between folders stands a /, as in ../glossary.md"
NO_ADDRESS = (
    "is no address; write it whole, like https://example.org/, mailto:someone@example.org or"
    " tel:01632960001"
)


@dataclass(frozen=True)
class Targets:
    """What a link from a page can lead to: the pages by the names of their files, like docs/a-z.md,
    and other files below `root`, but none of the pages that are `left_out`, being empty. `anchors`
    tells the names of the parts of a page; none, where they cannot be known."""

    root: Path
    pages: Collection[str]
    left_out: Collection[str] = ()
    anchors: Callable[[str], Collection[str]] = lambda _: ()

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return name in self.pages or (self.root / name).is_file()

    def near(self, name: str) -> str:
        """The one that may be meant by a name that is none: of the same name in another folder, or
        of one that is written almost so; empty if there is none."""
        kind = _kind(name)
        alike = defaultdict(list)
        for other in {*self.pages, *self._files}:
            if other.startswith("docs/") and _kind(other) == kind:
                alike[_called(other)].append(other)
        called = get_close_matches(_called(name), alike, 1, 0.8)
        found = alike[called[0]] if called else []
        beside = [one for one in found if posixpath.dirname(one) == posixpath.dirname(name)]
        return (beside or found)[0] if len(beside or found) == 1 else ""

    @cached_property
    def _files(self) -> list[str]:
        """The files for readers."""
        there = (self.root / "docs/assets").rglob("*")
        return [path.relative_to(self.root).as_posix() for path in there if path.is_file()]


def _kind(name: str) -> str:
    return "page" if posixpath.splitext(name)[1] in ("", ".md") else "file"


def _called(name: str) -> str:
    """What a file is called; the page of a folder as the folder is."""
    path = PurePosixPath(name.removesuffix("/index.md"))
    return path.name.removesuffix(".md") if _kind(name) == "page" else path.stem


def is_elsewhere(address: str) -> bool:
    """Whether it is meant to lead to another site."""
    return bool(ELSEWHERE.match(address))


def wrong_outward(address: str) -> str:
    """What is wrong with an address that is written as HTML; empty if nothing is, or if only the
    build can tell."""
    if PROGRAM.match(UNSEEN.sub("", address)):
        return "does nothing on this site, for safety; delete it"
    if "\\" in address:
        return BACKWARDS
    return NO_ADDRESS if SCHEME.match(address) and not WHOLE.fullmatch(address) else ""


def wrong(name: str, address: str, targets: Targets) -> str:
    """What is wrong with the address of a link in the page of that name; empty if nothing is."""
    if ODD_SIGN.search(address.strip()):
        return "has a space or a curly quote in it; write the address alone"
    if SCHEME.match(address) or "\\" in address:
        return wrong_outward(address)
    if MAIL.fullmatch(address):
        return "is an e-mail address; write mailto: before it"
    if TELEPHONE.fullmatch(address):
        return "is a telephone number; write tel: before it"
    if address.startswith("/"):
        return "starts at no page; lead from this page to the file, like ../glossary.md"
    way = address.partition("#")[0].partition("?")[0]
    return _wrong_way(name, way, targets) if way else ""


def wrong_part(name: str, address: str, targets: Targets) -> str:
    """What is wrong with the part that a link in the page of that name leads to, of a page that is
    there; empty if nothing is, or if nobody can know."""
    way, _, fragment = address.partition("#")
    way = way.partition("?")[0]
    if not fragment or SCHEME.match(address):
        return ""
    file = posixpath.normpath(f"{posixpath.dirname(name)}/{way}") if way else name
    anchors = targets.anchors(file)
    return no_such_part(fragment, anchors) if anchors else ""


def no_such_part(fragment: str, anchors: Collection[str]) -> str:
    """What to say where a page has no part of that name; empty if it has one."""
    if unquote(fragment) in anchors:
        return ""
    near = advice(fragment, sorted(anchors), "look at its address in the list “On this page”")
    return f"that page has no heading with the name #{fragment}; {near}"


def _wrong_way(name: str, way: str, targets: Targets) -> str:
    """What is wrong with the way from a page to another file; empty if it leads there."""
    folder = posixpath.dirname(name)
    file = posixpath.normpath(f"{folder}/{way}")
    if file in targets.left_out:
        return (
            "leads to a page that is not built, for there is nothing that its calls could show;"
            " delete the link, or give that page something to show"
        )
    if targets.has(file):
        return ""
    bare = way.rstrip("/")
    for better in (f"{bare}.md", f"{bare}/index.md"):
        if targets.has(posixpath.normpath(f"{folder}/{better}")):
            return f"is no file of a page; write {better}"
    near = targets.near(file)
    cure = f"did you mean {posixpath.relpath(near, folder)}?" if near else "correct or delete it"
    return f"leads to no {_kind(file)}; {cure}"
