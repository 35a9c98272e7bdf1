"""Each page stands in a menu, and each line of a menu leads to a page or a folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem, Problems, advice
from safeguarding.yaml import read, values

NAME = ".nav.yml"
KEYS = ("nav", "title", "hide", "ignore", "sort", "append_unmatched")
NO_MENU = ("search.md",)  # every page has its box
TOP = Path()  # the folder of the menu of the site, from docs/

Target = tuple[str, Place]  # what a line of a menu leads to, as it is written, and where


@dataclass(frozen=True)
class Menu:
    """The menu of a folder, with the pages `below` it: those in the folder and in the folders
    within it, by their paths from there."""

    folder: Path
    targets: list[Target]
    below: list[Path]


def problems(docs: Path, pages: Iterable[Path]) -> Iterator[Problem]:
    """A Problem for each of these pages that no menu lists, and for each line of a menu that leads
    nowhere. Pages are paths from docs/."""
    paths = {path.parent.relative_to(docs): path for path in sorted(docs.rglob(NAME))}
    if TOP not in paths:
        yield from sites_have_a_menu()
        return
    pages = list(pages)
    below = _below(paths, pages)
    menus: list[Menu] = []
    broken: list[Problem] = []
    for folder, path in paths.items():
        try:
            targets = _targets(read.load(path, _name(folder)))
        except Problems as unreadable:
            broken += unreadable.problems
            continue
        menu = Menu(folder, targets, below[folder])
        menus.append(menu)
        broken += lines_of_menus_lead_somewhere(menu)
        broken += lines_of_menus_differ(menu)
    # A page that a misspelt line meant is in no menu either.
    yield from broken or _unlisted(pages, menus)


def line_for(docs: Path, page: str) -> tuple[str, str] | None:
    """(menu, line) that a page to come needs, if no menu lists it by itself. `page` is its path
    from docs/."""
    there = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if path.is_file())
    needed = next(problems(docs, (Path(page), *there)), None)
    return (needed.place.path, f"  - {needed.field}\n") if needed else None


def _name(folder: Path) -> str:
    """The name of the menu of a folder."""
    return f"docs/{(folder / NAME).as_posix()}"


def _below(folders: Iterable[Path], pages: list[Path]) -> dict[Path, list[Path]]:
    """{folder: the pages in it and in the folders within it, by their paths from there}."""
    return {
        folder: [page.relative_to(folder) for page in pages if folder in page.parents]
        for folder in folders
    }


@page_rule(file="docs/", good=NAME, bad="")
def sites_have_a_menu() -> Iterator[Problem]:
    """The site has a menu."""
    yield Problem(Place(_name(TOP)), "", "the menu of the site is missing; put it back")


# What a menu says.


def _targets(menu: values.Mapping) -> list[Target]:
    """What the lines of a menu lead to, with those of menus within it. Raises Problems where it is
    no menu."""
    wrong = list(keys_of_menus_are_known(menu)) or list(menus_are_lists(menu))
    if wrong:
        raise Problems(wrong)
    return list(_within(menu["nav"], menu.place))


@page_rule(file=f"docs/{NAME}", good="nav:\n", bad="navi:\n")
def keys_of_menus_are_known(menu: values.Mapping) -> Iterator[Problem]:
    """A menu has keys that the site reads."""
    for key, place in menu.places.items():
        if key not in KEYS:
            near = advice(key, KEYS, "the keys are " + ", ".join(KEYS))
            yield Problem(place, key, f"is not a key here; {near}")


@page_rule(file=f"docs/{NAME}", good="nav:\n", bad="nav: index.md\nsort:\n")
def menus_are_lists(menu: values.Mapping) -> Iterator[Problem]:
    """A menu is a list of pages and folders."""
    if not isinstance(menu.get("nav"), values.Items):
        yield Problem(
            menu.place,
            "nav",
            'should be a list of pages and folders; write nav: and below it lines with "- "',
        )


def _within(said: object, place: Place) -> Iterator[Target]:
    """What a line of a menu leads to, with those of a menu within it."""
    if isinstance(said, values.Items):
        for number, item in enumerate(said):
            yield from _within(item, said.places[number])
    elif isinstance(said, values.Mapping):
        for title, target in said.items():
            yield from _within(target, said.places[title])
    else:
        yield str(said), place


@page_rule(file=f"docs/{NAME}", good="- check.md\n", bad="- chek.md\n")
def lines_of_menus_lead_somewhere(menu: Menu) -> Iterator[Problem]:
    """A line of a menu leads to a page or a folder."""
    names = dict.fromkeys(page.parts[0] for page in menu.below)
    for target, place in menu.targets:
        if _is_dead(target, menu):
            cure = (
                "write a title, a colon, a space and the page, like this: - A title: page.md"
                if " " in target
                else advice(target, names, "correct it, or delete the line")
            )
            yield Problem(place, target, f"is no page or folder here; {cure}")


@page_rule(file=f"docs/{NAME}", good="- check.md\n", bad="- check.md\n  - check.md\n")
def lines_of_menus_differ(menu: Menu) -> Iterator[Problem]:
    """A line stands in a menu once."""
    above: set[str] = set()
    for target, place in menu.targets:
        if target in above and not _is_dead(target, menu):
            yield Problem(place, target, "stands in the menu twice; delete one")
        above.add(target)


def _is_dead(target: str, menu: Menu) -> bool:
    """Whether a line of a menu leads to none of the pages below it."""
    return not any(_matches(target, page) for page in menu.below)


def _matches(target: str, page: Path) -> bool:
    """Whether a line of a menu leads to the page: by name, as one of a folder, or by a pattern like
    *.md."""
    wanted = PurePosixPath(target).parts
    if len(wanted) > len(page.parts):
        return False
    if len(wanted) < len(page.parts) and target.endswith(".md"):
        return False
    return all(fnmatch(part, want) for part, want in zip(page.parts, wanted, strict=False))


# What no menu lists.


def _unlisted(pages: Iterable[Path], menus: Iterable[Menu]) -> Iterator[Problem]:
    by_folder = {menu.folder: menu for menu in menus}
    reachable = _reachable(by_folder)
    listed = {page for folder in reachable for page in _listed_by(by_folder[folder], by_folder)}
    yield from pages_are_in_a_menu(pages, listed, reachable)


def _reachable(menus: Mapping[Path, Menu]) -> set[Path]:
    """The folders whose menus are reached from the one at the top."""
    reachable = {TOP}
    for folder, menu in menus.items():  # an outer folder comes before those within it
        if folder in reachable:
            reachable |= {other for other in menus if _leads_to_folder(menu, other, menus)}
    return reachable


def _leads_to_folder(menu: Menu, other: Path, menus: Mapping[Path, Menu]) -> bool:
    """Whether a line of the menu leads to a folder within its own, which has a menu too."""
    if other == menu.folder or not other.is_relative_to(menu.folder):
        return False
    way = other.relative_to(menu.folder)
    return any(
        _matches(target, way / "index.md") and not _left_to_another(menu.folder, target, way, menus)
        for target, _ in menu.targets
    )


def _listed_by(menu: Menu, menus: Mapping[Path, Menu]) -> Iterator[Path]:
    """The pages that a menu lists itself, by their paths from docs/."""
    for page in menu.below:
        for target, _ in menu.targets:
            if _matches(target, page) and not _left_to_another(menu.folder, target, page, menus):
                yield menu.folder / page
                break


def _left_to_another(folder: Path, target: str, page: Path, menus: Mapping[Path, Menu]) -> bool:
    """Whether the line leads to a folder whose own menu says which of its pages it lists."""
    depth = len(PurePosixPath(target).parts)
    return any(
        folder / Path(*page.parts[:number]) in menus for number in range(depth, len(page.parts))
    )


@page_rule(file=f"docs/{NAME}", good="  - check.md\n", bad="")
def pages_are_in_a_menu(
    pages: Iterable[Path], listed: set[Path], reachable: set[Path]
) -> Iterator[Problem]:
    """A menu lists each page, or the folder that it stands in."""
    told: set[tuple[Path, str]] = set()
    for page in pages:
        if page in listed or page.as_posix() in NO_MENU:
            continue
        folder = next(above for above in page.parents if above in reachable)
        first = page.relative_to(folder).parts[0]
        if (folder, first) not in told:
            yield Problem(Place(_name(folder)), first, f"is in no menu; add a line: - {first}")
        told.add((folder, first))
