"""Small files in the form of the real ones, of areas that do not exist."""

from collections.abc import Iterable
from pathlib import Path

from safeguarding.imports import figures, sheets
from safeguarding.imports.figures import Taken
from safeguarding.imports.models import ImportsFile
from safeguarding.period import Basis
from tests.boards import INVENTED

OURS, COUNTRY, MIDDLE = "X06000001", "X92000001", "X12000001"
HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,kind,places,pupils,percent"
)


def of_country(time: str, *cells: str, kind: str = "All") -> str:
    figures = ",".join(cells)
    return f"{time},Reporting year,National,{COUNTRY},Exampland,,,,,,{kind},{figures}"


def of_area(time: str, code: str, *cells: str, kind: str = "All", name: str = "") -> str:
    name, figures = name or f"Area {code[-1]}", ",".join(cells)
    about = f"Local authority,{COUNTRY},Exampland,{MIDDLE},Middle,90{code[-1]},{code},{name}"
    return f"{time},Reporting year,{about},{kind},{figures}"


WHOLE = [
    HEADER,
    of_country("2021", "9000", "8000", "88.9"),
    of_area("2021", OURS, "61", "50", "82.0"),
    of_area("2021", "X06000002", "40", "20", "50.0"),
    of_area("2021", "X06000003", "40", "30", "75.0"),
    of_area("2021", "X06000004", "c", "c", "c"),
    of_country("2020", "8800", "8000", "90.9"),
    of_area("2020", OURS, "60", "45", "75.0"),
    of_area("2020", "X06000002", "40", "10", "25.0"),
    of_area("2020", "X06000003", "40", "20", "50.0"),
    of_area("2020", "X06000004", "40", "39", "97.5"),
]


def write(folder: Path, lines: Iterable[str], name: str = "nurseries_2021.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def recipes(text: str) -> ImportsFile:
    """data/imports.yml with these recipes, below the areas of the invented board."""
    areas = INVENTED.texts()["data/imports.yml"].partition("recipes:")[0]
    site = INVENTED.site({"data/imports.yml": f"{areas}recipes:\n{text}"})
    return site.imports


PLACES = recipes(
    """
  - file: nurseries
    measures:
      places: {value: percent, count: pupils, of: places}
"""
)


def take(
    path: Path,
    imports: ImportsFile = PLACES,
    basis: Basis = "as_at",
    absences: tuple[str, ...] = (),
) -> Taken:
    """What a file gives by these recipes."""
    bases: dict[str, Basis] = {
        measure: basis for recipe in imports.recipes for measure in recipe.measures
    }
    sheet = sheets.read(path, imports.area)
    return figures.take(sheet, imports, imports.recipes, bases, absences, "Example Vale")
