"""Recipes name what is there."""

from collections.abc import Iterator

from safeguarding.imports.models import Average, ImportsFile, Recipe
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site

IMPORTS = "data/imports.yml"


@rule(IMPORTS, good="      places: {value", bad="      plcaes: {value")
def recipes_name_what_is_there(site: Site) -> Iterator[Problem]:
    """A recipe makes rows of data/performance/, and the framework has the comparators and the
    neighbours that are named."""
    for file in site.every(ImportsFile):
        yield from dangling(_references(site, file))


def _references(site: Site, file: ImportsFile) -> Iterator[Reference]:
    framework = "data/performance/framework.yml"
    yield Reference(file, "comparators", file.comparators, site.areas, framework)
    yield Reference(file, "neighbours", file.neighbours, site.neighbours, framework)
    for recipe in file.recipes:
        yield Reference(recipe, "measures", recipe.measures, site.measures, "data/performance/")
        for columns in recipe.measures.values():
            yield Reference(columns, "beside", columns.beside, site.areas, framework)
        yield Reference(
            recipe, "comparators", recipe.comparators or (), file.comparators, "`comparators` above"
        )


@rule(IMPORTS, good="{average: mean}", bad="{average: mean, of: [X06000001, X06000002]}")
def averages_are_of_others(site: Site) -> Iterator[Problem]:
    """An average to compare ourselves with is of other areas than ours, of two or more."""
    for file in site.every(ImportsFile):
        for id, code in file.neighbours.items():
            if code == file.area:
                yield file.problem("neighbours", f"{code} is our own area; correct it", id)
        for id, comparator in file.comparators.items():
            if not isinstance(comparator, Average):
                continue
            if file.area in comparator.of:
                yield comparator.problem("of", f"{file.area} is our own area; take it out of {id}")
            if len(file.codes_of(id)) < 2:
                message = "is missing; write two codes or more, or two `neighbours` above"
                yield comparator.problem("of", message)


@rule(
    IMPORTS,
    good="  - file: nurseries\n",
    bad="  - file: nurseries_all\n    measures: {places: {value: places}}\n  - file: nurseries\n",
)
def files_give_a_row_once(site: Site) -> Iterator[Problem]:
    """One file gives the values of a row once: two recipes would each write over the other."""
    for file in site.every(ImportsFile):
        first: dict[str, Recipe] = {}
        for recipe in file.recipes:
            for id in recipe.measures:
                other = first.setdefault(id, recipe)
                if other is not recipe and _can_be_one_file(recipe.file, other.file):
                    yield recipe.problem(
                        "measures", f"{id} is made of {other.file} above too; keep one of them", id
                    )


def _can_be_one_file(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
