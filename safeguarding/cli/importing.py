"""Official figures: from a downloaded file into data/performance/, by the recipes of
data/imports.yml."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple, NoReturn

import click

from safeguarding.cli import asking
from safeguarding.cli import sheets as lists
from safeguarding.cli.saying import agrees, say, say_all
from safeguarding.cli.telling import load_or_exit, show, tell_all
from safeguarding.clock import today
from safeguarding.editing.nodes import line_before
from safeguarding.editing.writing import ChangedMeanwhile, write_all
from safeguarding.imports import figures, preview, sheets, writing
from safeguarding.imports.figures import OURS, Values
from safeguarding.imports.models import ImportsFile, Recipe
from safeguarding.imports.writing import Difference
from safeguarding.problem import SHOWN, Edit, Place, Problem, Problems
from safeguarding.site import Site, record_of
from safeguarding.soundness import sound_site
from safeguarding.yaml import text

IMPORTS = "data/imports.yml"
NOBODY = (
    "Nothing is written: there is nobody to ask. With --yes, figures are written without asking."
)
NOTHING = "Nothing was written."
NEAR, LONG = 0.9, 10  # how alike two names are, and how long, for one to be a slip
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")


class Found(NamedTuple):
    """What files with recipes give."""

    values: Values
    files: list[str]


@click.command("import")
@click.argument(
    "paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--verify", is_flag=True, help="Write nothing: say where the site differs.")
@click.option(
    "--days-first", is_flag=True, help="In texts like 03/02/2027, the day comes before the month."
)
@click.option(
    "--since",
    default="origin/main",
    show_default=True,
    help="The published state: what stands there is not deleted with its row.",
)
@click.pass_obj
def import_(
    root: Path, paths: tuple[Path, ...], yes: bool, verify: bool, days_first: bool, since: str
) -> None:
    """Take the programme, the contacts or the plan from a spreadsheet; or official figures from a
    downloaded file, or from all files of a folder.

    What a spreadsheet is, its header says. Of official figures, data/imports.yml says which file
    makes which rows. A file that no recipe names is shown: its filters, its figures and our newest
    values. Nothing is asked of the network.
    """
    try:
        imports = _imports(root)
        by_recipe = {path: _recipes(imports, path) for path in _files(paths)}
        for path in by_recipe:
            _tell_near(imports, path)
        others = [path for path, recipes in by_recipe.items() if not recipes]
        for path in others:
            if path in paths and not verify:  # named itself, and not found in a folder
                if lists.is_list(path):
                    lists.take(root, path, yes=yes, days_first=days_first, since=since)
                else:
                    _preview(imports, path)
            else:
                say(f"No recipe for {path.name}.", err=True)
        if len(others) < len(by_recipe):
            site = load_or_exit(root)
            found = _read(site, {path: some for path, some in by_recipe.items() if some})
            _verify(site, found) if verify else _write(root, site, found, yes=yes)
    except Problems as wrong:
        tell_all(wrong)
        _end(NOTHING)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix.lower() in ENDINGS)
        else:
            yield path


def _imports(root: Path) -> ImportsFile:
    """data/imports.yml; one without recipes where there is none."""
    if not (root / IMPORTS).exists():
        return ImportsFile.model_construct(area="", comparators={}, recipes=())
    record = record_of(IMPORTS, text.decoded(root / IMPORTS, IMPORTS))
    assert isinstance(record, ImportsFile)
    return record


def _recipes(imports: ImportsFile, path: Path) -> list[Recipe]:
    name = path.name.lower()
    return [one for one in imports.recipes if name.startswith(one.file.lower())]


def _tell_near(imports: ImportsFile, path: Path) -> None:
    """Tell of recipes that name nearly this file: a slip, and none of their rows would be taken."""
    name = path.name.lower()
    for one in imports.recipes:
        meant = one.file.lower()
        alike = SequenceMatcher(None, meant, name[: len(meant)]).ratio()
        if NEAR <= alike < 1 and len(meant) >= LONG:
            message = f"{one.file} is nearly the name of {path.name}; correct it if that is meant"
            say(str(one.problem("file", message)), err=True)


def _read(site: Site, by_recipe: Mapping[Path, list[Recipe]]) -> Found:
    """What the files give, as far as it is kept. What is to be known of them is told."""
    bases = {row.id: table.basis for _, table in site.tables() for row in table.measures}
    found = Found({}, [])
    for path, recipes in by_recipe.items():
        sheet = sheets.read(path, site.imports.area)
        taken = figures.take(sheet, site.imports, recipes, bases, site.absences, site.board.area)
        for note in taken.notes:
            say(note, err=True)
        _add(taken.values, found.values)
        found.files.append(path.name)
    return found._replace(values=writing.kept(site, found.values))


def _add(more: Values, values: Values) -> None:
    """Of what two files give of the same row, the later file says what counts."""
    for measure, areas in more.items():
        for area, series in areas.items():
            values.setdefault(measure, {}).setdefault(area, {}).update(series)


def _preview(imports: ImportsFile, path: Path) -> None:
    for line in preview.told(sheets.read(path, imports.area), imports.area):
        say(line)
    say("No recipe of data/imports.yml names it. A recipe begins like this:")
    say_all(preview.recipe(path.name))


def _verify(site: Site, found: Found) -> None:
    """Say how many values agree with the files, and each that does not, with exit status 1."""
    wrong = list(writing.differences(site, found.values))
    for one in wrong:
        ours = "nothing" if one.ours is None else writing.said(one.ours)
        say(
            f"{_where(one)}: the site has {ours}, the file {writing.said(one.theirs)}",
            err=True,
        )
    every = sum(len(series) for areas in found.values.values() for series in areas.values())
    rows, files = len(found.values), len(found.files)
    say(f"{every - len(wrong)} of {every} values of {rows} rows agree with {files} files.")
    if wrong:
        sys.exit(1)


def _where(one: Difference) -> str:
    area = f", {one.area}" if one.area != OURS else ""
    return f"{one.measure}{area}, {one.period}"


def _write(root: Path, site: Site, found: Found, *, yes: bool) -> None:
    """Show what changes, and write it if someone agrees and all is sound with it."""
    changes = list(writing.differences(site, found.values))
    files = ", ".join(found.files)
    if not changes:
        rows = f"{len(found.values)} row{'s' if len(found.values) > 1 else ''}"
        say(f"Nothing new: all values of {files} for {rows} stand in data/performance/.")
        return
    older = writing.older(site, found.values, changes)
    if older:
        raise Problems([Problem(Place(files), "", older)])
    names = writing.files(site, changes)
    before = {name: text.decoded(root / name, name) for name in names}
    after = writing.texts(site, changes, before, today(site.board.timezone))
    edits = {name: list(_edits(before[name], after[name])) for name in names}
    _require_sound(root, after, edits)
    _show(site, changes, edits)
    if not yes and not asking.someone_is_there():
        _end(NOBODY)
    if not yes and not agrees("Write this?", default=False, err=True):
        _end(NOTHING)
    try:
        write_all(root, before, after)
    except ChangedMeanwhile as name:
        _end(f"{NOTHING} {name} was changed meanwhile; start again.")
    _tell_written(site, changes, files)


def _end(why: str) -> NoReturn:
    say(why, err=True)
    sys.exit(1)


def _require_sound(root: Path, after: Mapping[str, str], edits: Mapping[str, list[Edit]]) -> None:
    """Raises Problems with what would be wrong, each at its line as it is now, with the line that
    was to be written."""
    try:
        sound_site(root, after)
    except Problems as wrong:
        raise Problems(_as_it_is(problem, after, edits) for problem in wrong.problems) from None


def _as_it_is(
    problem: Problem, after: Mapping[str, str], edits: Mapping[str, list[Edit]]
) -> Problem:
    name, line, _ = problem.place
    if name not in after:
        return problem
    place = Place(name, line_before(line, edits[name]))
    new = after[name].split("\n")[line - 1].strip()
    shown = f"{new[:SHOWN]}…" if len(new) > SHOWN else new
    return replace(problem, place=place, message=f"{problem.message} (the new line: {shown})")


def _show(site: Site, changes: list[Difference], edits: Mapping[str, list[Edit]]) -> None:
    for name, some in edits.items():
        say(f"{name}:", err=True)
        for edit in some:
            show(edit, err=True)
    for one in changes:
        if one.is_revised:
            old, new = writing.was(site, one), writing.said(one.theirs)
            say(f"Revised: {_where(one)}: it was {old}, and is {new}", err=True)


def _tell_written(site: Site, changes: list[Difference], files: str) -> None:
    revised = sum(one.is_revised for one in changes)
    new = sum(one.ours is None for one in changes)
    completed = len(changes) - revised - new
    say(f"Written from {files}: {new} new values, {revised} revised, {completed} completed.")
    sources = {site.source_id_of(site.measures[one.measure]) for one in changes}
    for source in sorted(sources):
        published = site.sources[source].published
        say(f"{source} in data/sources.yml says: {published}. Correct it, if it is older.")


def _edits(before: str, after: str) -> Iterator[Edit]:
    """The lines that differ, those above first."""
    old, new = before.split("\n"), after.split("\n")
    for kind, first, last, start, end in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            yield Edit(first + 1, tuple(old[first:last]), tuple(new[start:end]))
