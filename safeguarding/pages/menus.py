"""Each page stands in a menu, and each line of a menu leads to a page or a folder: as the plugin
that makes the menus of the build sees them."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from mkdocs.structure.files import File, Files
from mkdocs_awesome_nav.nav.config import ConfigModel, NavConfig
from mkdocs_awesome_nav.nav.context import MkdocsFilesContext
from mkdocs_awesome_nav.nav.directory import RootNavDirectory
from mkdocs_awesome_nav.nav.pattern import NavPattern

from safeguarding import assets
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem, Problems, advice
from safeguarding.record import NO_WEB, WEB
from safeguarding.shared.addresses import ASSETS
from safeguarding.yaml import read, values

NAME = ".nav.yml"
KEYS = ("nav", "title", "hide", "ignore", "sort", "append_unmatched")
NO_MENU = ("search.md",)  # every page has its box
TOP = PurePosixPath()  # the folder of the menu of the site, from docs/


class Target(NamedTuple):
    """What a line of a menu leads to, as it is written, and where; and whether it has a title."""

    way: str
    place: Place
    titled: bool


def problems(docs: Path, pages: Iterable[Path]) -> Iterator[Problem]:
    """A Problem for each of these pages that no menu lists, and for each line of a menu that leads
    nowhere. Pages are paths from docs/."""
    names = [PurePosixPath(page) for page in pages]
    menus = [PurePosixPath(path.relative_to(docs)) for path in sorted(docs.rglob(NAME))]
    files = Files(
        [File(str(name), str(docs), "", use_directory_urls=True) for name in names + menus]
    )
    if TOP / NAME not in menus:
        yield from sites_have_a_menu()
        return
    broken = [problem for menu in menus for problem in _of_menu(docs, menu, files)]
    # A page that a misspelt line meant is in no menu either.
    yield from broken or pages_are_in_a_menu(names, files)


def line_for(docs: Path, page: str) -> tuple[str, str] | None:
    """(menu, line) that a page to come needs, if no menu lists it by itself. `page` is its path
    from docs/."""
    there = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if path.is_file())
    needed = next(problems(docs, (Path(page), *there)), None)
    return (needed.place.path, f"  - {needed.field}\n") if needed else None


@page_rule(file="docs/", good=NAME, bad="")
def sites_have_a_menu() -> Iterator[Problem]:
    """The site has a menu."""
    yield Problem(Place(f"docs/{NAME}"), "", "the menu of the site is missing; put it back")


# What a menu says.


def _of_menu(docs: Path, name: PurePosixPath, files: Files) -> Iterator[Problem]:
    try:
        menu = read.load(docs / name, f"docs/{name}")
    except Problems as unreadable:
        yield from unreadable.problems
        return
    wrong = list(keys_of_menus_are_known(menu)) or list(menus_are_lists(menu))
    targets = [] if wrong else list(_within(menu["nav"], menu.place))
    others = [target for target in targets if _is_other(target.way)]
    to_pages = [target for target in targets if target not in others]
    wrong += lines_of_menus_lead_somewhere(to_pages, name.parent, files)
    wrong += [] if wrong else parts_of_menus_have_a_page(menu["nav"])
    wrong += files_and_sites_of_menus_are_there(others, assets.found(docs / "assets"))
    yield from wrong or lines_of_menus_differ(targets)


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


def _within(said: object, place: Place, *, titled: bool = False) -> Iterator[Target]:
    """What a line of a menu leads to, with those of a menu within it."""
    if isinstance(said, values.Items):
        for number, item in enumerate(said):
            yield from _within(item, said.places[number])
    elif isinstance(said, values.Mapping):
        for title, target in said.items():
            yield from _within(target, said.places[title], titled=True)
    else:
        yield Target(str(said), place, titled)


@page_rule(file=f"docs/{NAME}", good="- check.md\n", bad="- chek.md\n")
def lines_of_menus_lead_somewhere(
    targets: list[Target], folder: PurePosixPath, files: Files
) -> Iterator[Problem]:
    """A line of a menu leads to a page or a folder, if it means one."""
    above = "" if folder == TOP else f"{folder}/"
    below = [file for file in files.documentation_pages() if file.src_uri.startswith(above)]
    for target, place, _ in targets:
        if not _leads_somewhere(target, folder, Files(below)):
            cure = "write a title, a colon, a space and the page, like this: - A title: page.md"
            if " " not in target:
                names = (file.src_uri.removeprefix(above) for file in below)
                near = dict.fromkeys(name.partition("/")[0] for name in names)
                cure = advice(target, near, "correct it, or delete the line")
            yield Problem(place, target, f"is no page or folder here; {cure}")


def _is_other(target: str) -> bool:
    """Whether a line means a file for readers, or another site."""
    return "://" in target or PurePosixPath(target).suffix.removeprefix(".") in assets.KINDS


@page_rule(
    file=f"docs/{NAME}",
    good="- check.md\n",
    bad="- check.md\n  - The form: assets/forms/fom.docx\n",
)
def files_and_sites_of_menus_are_there(
    targets: list[Target], there: Collection[str]
) -> Iterator[Problem]:
    """A line of a menu that leads to a file or to another site has a title, and the file stands in
    docs/assets/."""
    names = [f"{ASSETS}{name}" for name in there]
    for target, place, titled in targets:
        if not titled:
            told = f"needs a title; write it like this: - A title: {target}"
            yield Problem(place, target, told)
        elif "://" in target:
            if not re.fullmatch(WEB, target):
                yield Problem(place, target, NO_WEB)
        elif target not in names:
            cure = "put it there, or correct its name"
            told = f"is not in docs/{ASSETS}; {advice(target, names, cure)}"
            yield Problem(place, target, told)


@page_rule(
    file=f"docs/{NAME}",
    good="- check.md\n",
    bad="- check.md\n  - More:\n      - The poster: assets/poster.png\n",
)
def parts_of_menus_have_a_page(said: object) -> Iterator[Problem]:
    """A menu within a menu has a page: its other lines are shown there alone."""
    if not isinstance(said, values.Items | values.Mapping):
        return
    parts: Iterable[tuple[Any, Any]] = (
        said.items() if isinstance(said, values.Mapping) else enumerate(said)
    )
    for key, part in parts:
        is_menu = isinstance(said, values.Mapping) and isinstance(part, values.Items)
        if is_menu and all(_is_other(target.way) for target in _within(part, part.place)):
            told = "has no page in it; put its lines into the menu above"
            yield Problem(said.places[key], str(key), told)
        yield from parts_of_menus_have_a_page(part)


def _leads_somewhere(target: str, folder: PurePosixPath, files: Files) -> bool:
    way = f"{folder / target}/"
    if not target or any(f"{file.src_uri}/".startswith(way) for file in files):
        return bool(target)
    context = MkdocsFilesContext(files, "")  # as if no menu listed anything yet
    config = NavConfig(ConfigModel(), directory_path=folder)
    item = NavPattern(target, path=folder, config=config, ignore_no_matches=True)
    return bool(item.resolve(context))


@page_rule(file=f"docs/{NAME}", good="- check.md\n", bad="- check.md\n  - check.md\n")
def lines_of_menus_differ(targets: list[Target]) -> Iterator[Problem]:
    """A line stands in a menu once."""
    above: set[str] = set()
    for target, place, _ in targets:
        if target in above:
            yield Problem(place, target, "stands in the menu twice; delete one")
        above.add(target)


# What no menu lists.


@page_rule(file=f"docs/{NAME}", good="  - check.md\n", bad="")
def pages_are_in_a_menu(pages: Iterable[PurePosixPath], files: Files) -> Iterator[Problem]:
    """A menu lists each page, or the folder that it stands in."""
    context = MkdocsFilesContext(files, NAME)
    RootNavDirectory(context.root).resolve(context)
    left = {item.path for item in context.unvisited} - {TOP, *map(PurePosixPath, NO_MENU)}
    lines = {}
    for page in pages:
        if page in left:
            menu = next(above for above in page.parents if above not in left)
            lines[menu / page.relative_to(menu).parts[0]] = menu
    for line, menu in lines.items():
        place = Place(f"docs/{menu / NAME}")
        yield Problem(place, line.name, f"is in no menu; add a line: - {line.name}")
