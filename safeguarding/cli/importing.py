"""Official figures: from a downloaded file into data/performance/, by the recipes of
data/imports.yml."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import click

from safeguarding.cli.fixing import NOBODY, show, someone_is_there
from safeguarding.cli.telling import load_or_exit, tell_all
from safeguarding.clock import today
from safeguarding.imports import figures, preview, sheets, writing
from safeguarding.imports.figures import OURS, Values
from safeguarding.imports.models import ImportsFile, Recipe
from safeguarding.imports.writing import Difference
from safeguarding.problem import Edit, Problems, visible
from safeguarding.site import Site, record_of
from safeguarding.soundness import sound_site
from safeguarding.yaml import text

IMPORTS = "data/imports.yml"
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
@click.pass_obj
def import_(root: Path, paths: tuple[Path, ...], yes: bool, verify: bool) -> None:
    """Take official figures from a downloaded file, or from all files of a folder.

    data/imports.yml says which file makes which rows. A file that no recipe names is shown: its
    filters, its figures and our newest values. Nothing is asked of the network.
    """
    try:
        imports = _imports(root)
        by_recipe = {path: _recipes(imports, path) for path in _files(paths)}
        others = [path for path, recipes in by_recipe.items() if not recipes]
        if not verify:
            for path in others:
                _preview(imports, path)
        if len(others) < len(by_recipe):
            site = load_or_exit(root)
            found = _read(site, {path: some for path, some in by_recipe.items() if some})
            _verify(site, found) if verify else _write(root, site, found, yes=yes)
        if verify and others:
            click.echo(f"No recipe for: {', '.join(path.name for path in others)}.")
    except Problems as wrong:
        tell_all(wrong)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)


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


def _read(site: Site, by_recipe: Mapping[Path, list[Recipe]]) -> Found:
    """What the files give. What is to be known of them is told."""
    bases = {row.id: table.basis for _, table in site.tables() for row in table.measures}
    found = Found({}, [])
    for path, recipes in by_recipe.items():
        sheet = sheets.read(path, site.imports.area)
        taken = figures.take(sheet, site.imports, recipes, bases, site.absences, site.board.area)
        for note in taken.notes:
            click.echo(visible(note), err=True)
        found.values.update(taken.values)
        found.files.append(path.name)
    return found


def _preview(imports: ImportsFile, path: Path) -> None:
    for line in preview.told(sheets.read(path, imports.area), imports.area):
        click.echo(visible(line))
    click.echo("No recipe of data/imports.yml names it. A recipe begins like this:")
    click.echo(preview.recipe(path.name))


def _verify(site: Site, found: Found) -> None:
    """Say how many values agree with the files, and each that does not, with exit status 1."""
    wrong = list(writing.differences(site, found.values))
    for one in wrong:
        ours = "nothing" if one.ours is None else writing.said(one.ours)
        click.echo(
            visible(f"{_where(one)}: the site has {ours}, the file {writing.said(one.theirs)}"),
            err=True,
        )
    every = sum(len(series) for areas in found.values.values() for series in areas.values())
    rows, files = len(found.values), len(found.files)
    click.echo(f"{every - len(wrong)} of {every} values of {rows} rows agree with {files} files.")
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
        click.echo(f"Nothing new: every value of {files} stands in data/performance/ already.")
        return
    before: dict[str, str] = {}

    def text_of(name: str) -> str:
        before[name] = text.decoded(root / name, name)
        return before[name]

    after = writing.texts(site, changes, text_of, today(site.board.timezone))
    for name, new in after.items():
        click.echo(f"{name}:", err=True)
        for edit in _edits(before[name], new):
            show(edit)
    for one in changes:
        if one.is_revised:
            old, new = writing.was(site, one), writing.said(one.theirs)
            click.echo(visible(f"Revised: {_where(one)}: it was {old}, and is {new}"), err=True)
    sound_site(root, after)
    if not yes and not someone_is_there():
        click.echo(NOBODY, err=True)
        sys.exit(1)
    if not yes and not click.confirm("Write this?", default=False, err=True):
        click.echo("Nothing was written.", err=True)
        return
    for name, new in after.items():
        text.write(root / name, _one_edit(before[name], new))
    _tell_written(site, changes, files)


def _tell_written(site: Site, changes: list[Difference], files: str) -> None:
    revised = sum(one.is_revised for one in changes)
    new = sum(one.ours is None for one in changes)
    completed = len(changes) - revised - new
    click.echo(f"Written from {files}: {new} new values, {revised} revised, {completed} completed.")
    sources = {site.source_of(site.measures[one.measure]) for one in changes}
    for source in sorted(sources, key=lambda source: source.id):
        click.echo(
            f"Is it a newer release? Then correct {source.id} in data/sources.yml, published:"
            f" {source.published}"
        )


def _edits(old: str, new: str) -> Iterator[Edit]:
    """The lines that differ, those above first."""
    lines, others = old.split("\n"), new.split("\n")
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(first + 1, tuple(lines[first:last]), tuple(others[start:end]))


def _one_edit(old: str, new: str) -> Edit:
    """The same as one edit, so that a file is written at once."""
    edits = list(_edits(old, new))
    first, last = edits[0].line - 1, edits[-1].line - 1 + len(edits[-1].old)
    lines, others = old.split("\n"), new.split("\n")
    end = len(others) - (len(lines) - last)
    return Edit(first + 1, tuple(lines[first:last]), tuple(others[first:end]))
