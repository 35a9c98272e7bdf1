"""Each page stands in a menu, and each line of a menu leads to a page or a folder."""

from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from safeguarding.problem import Place, Problem, Problems, advice
from safeguarding.yaml import read as source

NAME = ".nav.yml"
KEYS = ("nav", "title", "hide", "ignore", "sort", "append_unmatched")
NO_MENU = ("search.md",)  # every page has its box


def problems(docs, more=()):
    """A Problem for each page that no menu lists, and for each line of a menu that leads nowhere.
    `more` are pages to come, from docs/."""
    pages = [
        *more,
        *(path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if path.is_file()),
    ]
    menus = {path.parent.relative_to(docs): path for path in sorted(docs.rglob(NAME))}
    if Path() not in menus:
        yield Problem(Place(f"docs/{NAME}"), "", "the menu of the site is missing; put it back")
        return
    below = _below(menus, pages)
    found, listed = [], set()
    led = {Path()}  # the folders whose menus are reached from the one at the top
    for folder, path in menus.items():
        inside = below[folder]
        try:
            targets = _targets(source.load(path, _named(folder)))
        except Problems as unreadable:
            found += unreadable.problems
            continue
        found += _dead(targets, inside)
        led |= {
            other
            for other in menus
            if folder in led and other != folder and other.is_relative_to(folder)
            for target, _ in targets
            if _leads(target, other.relative_to(folder) / "index.md")
            and not _left_to_another(folder, target, other.relative_to(folder), menus)
        }
        if folder not in led:
            continue
        listed |= {
            folder / page
            for page in inside
            for target, _ in targets
            if _leads(target, page) and not _left_to_another(folder, target, page, menus)
        }
    yield from found or _in_none(
        pages, listed, led
    )  # a page that a misspelt line meant is in no menu either


def _below(folders: Iterable[Path], pages: Iterable[Path]) -> dict[Path, list[Path]]:
    """{folder: the pages in it and in the folders within it, by their path from there}."""
    below: dict[Path, list[Path]] = {folder: [] for folder in folders}
    for page in pages:
        for folder in page.parents:
            if folder in below:
                below[folder].append(page.relative_to(folder))
    return below


def line_for(docs, page):
    """(menu, line) that a page to come needs, if no menu lists it by itself. `page` is its path
    from docs/."""
    needed = next(iter(problems(docs, more=(Path(page),))), None)
    return (needed.place.path, f"  - {needed.field}\n") if needed else None


def _named(folder):
    return f"docs/{(folder / NAME).as_posix()}"


def _targets(written):
    """[(target, place)] of the lines of a menu, with those of menus within it."""
    strange = [
        Problem(
            place, key, f"is not a key here; {advice(key, KEYS, 'the keys are ' + ', '.join(KEYS))}"
        )
        for key, place in written.places.items()
        if key not in KEYS
    ]
    if strange:
        raise Problems(strange)
    nav = written.get("nav")
    if not isinstance(nav, source.Items):
        raise Problems(
            [
                Problem(
                    written.place,
                    "nav",
                    'should be a list of pages and folders; write nav: and below it lines with "- "',
                )
            ]
        )
    return [(str(target), place) for target, place in _in_list(nav)]


def _in_list(items):
    for number, item in enumerate(items):
        if isinstance(item, source.Mapping):
            for title, target in item.items():
                yield from (
                    _in_list(target)
                    if isinstance(target, source.Items)
                    else [(target, item.places[title])]
                )
        else:
            yield item, items.places[number]


def _dead(targets, inside):
    """A Problem for each line of a menu that leads to none of the pages `inside` its folder, or
    that stands there twice."""
    known = dict.fromkeys(page.parts[0] for page in inside)
    for number, (target, place) in enumerate(targets):
        if not any(_leads(target, page) for page in inside):
            cure = (
                "write a title, a colon, a space and the page, like this: - A title: page.md"
                if " " in target
                else advice(target, known, "correct it, or delete the line")
            )
            yield Problem(place, target, f"is no page or folder here; {cure}")
        elif target in (before for before, _ in targets[:number]):
            yield Problem(place, target, "stands in the menu twice; delete one")


def _leads(target, page):
    """Whether a line of a menu leads to the page: by name, as one of a folder, or by a pattern like
    *.md."""
    wanted = PurePosixPath(target).parts
    whole = len(wanted) == len(page.parts) or not target.endswith(".md")
    return (
        len(wanted) <= len(page.parts)
        and whole
        and all(fnmatch(part, want) for part, want in zip(page.parts, wanted))
    )


def _left_to_another(folder, target, page, menus):
    """Whether the line leads to a folder whose own menu says which of its pages it lists."""
    depth = len(PurePosixPath(target).parts)
    return any(
        folder / Path(*page.parts[:number]) in menus for number in range(depth, len(page.parts))
    )


def _in_none(pages, listed, led):
    """A Problem for what is listed nowhere, at the nearest menu that is reached."""
    said = set()
    for page in pages:
        if page in listed or page.as_posix() in NO_MENU:
            continue
        folder = next(above for above in page.parents if above in led)
        first = page.relative_to(folder).parts[0]
        if (folder, first) not in said:
            yield Problem(Place(_named(folder)), first, f"is in no menu; add a line: - {first}")
        said.add((folder, first))
