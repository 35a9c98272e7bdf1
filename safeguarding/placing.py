"""The files of a site, put where they belong: each below the site's folder, and none in the place
of another. Whatever writes one beside the pages does it here."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from safeguarding.problem import Place, Problem, Problems

TAKEN = "another file of the site would stand here too; give one of the two another name"
OUTSIDE = "would stand outside the site; give it another name"
# What a build writes beside the pages. What begins with _ is for servers, and never for readers.
FILES = (
    r"404\.html",
    r"robots\.txt",
    r"manifest\.json",
    r"sitemap\.xml(\.gz)?",
    r"opensearch\.xml",
    r"updates\.xml",
    r"search/(index|kept)\.json",
    r"search/[0-9a-f]{8}",
    r"sw\.js",
    r"offline",
    r"training/(.+/)?[^/]+\.ics",
    r"assets/[^/]+\.(css|js)",
    r"assets/icon\.png",
    r".+\.(html|css|js|json|csv|xml|ics|txt|svg|vtt)\.(gz|br)",  # what is packed beside a file
)
FOLDERS = ("data", "_[^/]*")
NEEDED = re.compile(rf"(({'|'.join((*FILES, *FOLDERS))})(/.*)?|assets)")


def is_taken(address: str) -> bool:
    """Whether the site itself needs this address, or one above it."""
    return NEEDED.fullmatch(address.rstrip("/")) is not None


def write(site_folder: Path, name: str, content: str | bytes, told: Problem | None = None) -> None:
    """Write a file that is not there yet; `name` is the way to it from the site's root. Raises
    Problems, with what is `told` of it where anything is, if it would stand outside the site, in
    the place of another file, or below one."""
    path = _inside(site_folder, name, told)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(_bytes(content))
    except (FileExistsError, NotADirectoryError):
        raise Problems([told or _problem(name, TAKEN)]) from None


def rewrite(site_folder: Path, name: str, content: str | bytes) -> None:
    """Write anew a file that the build itself has put there, or that an author looking on has seen
    written before."""
    path = _inside(site_folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_bytes(content))


def pages(site_folder: Path) -> Iterator[str]:
    """The text of each page of a site. A folder can have the name of a page."""
    for path in site_folder.rglob("*.html"):
        if path.is_file():
            yield path.read_text("utf-8")


def ensure_apart(own: Iterable[str], given: Iterable[tuple[str, str]]) -> None:
    """Raises Problems where a file of docs/ would stand in the place of another, or below one.
    `own` are files that the site brings itself; of those `given`, the way to each from the site's
    root, and its name."""
    standing = dict.fromkeys(own, "a file of the site itself")
    problems: list[Problem] = []
    for name, source in sorted(given):
        above = (name[:at] for at, sign in enumerate(name) if sign == "/")
        other = next((standing[one] for one in (*above, name) if one in standing), "")
        if other:
            told = f"{other} stands at its address already; choose another name"
            problems.append(Problem(Place(source), "", told, rule="files"))
        standing.setdefault(name, source)
    if problems:
        raise Problems(problems)


def _inside(site_folder: Path, name: str, told: Problem | None = None) -> Path:
    """The path of a file below the site's folder, however the way to it is written."""
    path = (site_folder / name).resolve()
    if not path.is_relative_to(site_folder.resolve()):
        raise Problems([told or _problem(name, OUTSIDE)])
    return path


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _problem(name: str, message: str) -> Problem:
    return Problem(Place(f"site/{name}"), "", message)
