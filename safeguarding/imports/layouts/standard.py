"""The open-data standard of Explore Education Statistics: a line for each time, area and filter."""

from collections.abc import Iterator

from safeguarding.imports.layouts import Layout, Row, Sheet
from safeguarding.imports.reading import Line

# {level: the columns of the code and of the name of its areas}
LEVELS = {
    "National": ("country_code", "country_name"),
    "Regional": ("region_code", "region_name"),
    "Local authority": ("new_la_code", "la_name"),
    "Local authority district": ("lad_code", "lad_name"),
}
NEEDED = ("time_period", "time_identifier", "geographic_level")
ABOUT = frozenset((*NEEDED, "old_la_code", *(name for pair in LEVELS.values() for name in pair)))


def _read(name: str, header: list[str], lines: Iterator[Line]) -> Sheet:
    columns = {column: at for at, column in enumerate(header)}
    called = "the open-data standard of Explore Education Statistics"
    return Sheet(name, called, columns, ABOUT, _rows(columns, lines))


def _rows(columns: dict[str, int], lines: Iterator[Line]) -> Iterator[Row]:
    time, kind, level = (columns[column] for column in NEEDED)
    region = columns.get("region_code")
    places = {
        word: (columns[code], columns.get(name))
        for word, (code, name) in LEVELS.items()
        if code in columns
    }
    for number, cells in lines:
        code, name = places.get(cells[level], (None, None))
        yield Row(
            line=number,
            time=cells[time],
            kind=cells[kind],
            code="" if code is None else cells[code],
            name="" if name is None else cells[name],
            level=cells[level],
            region="" if region is None else cells[region],
            cells=cells,
        )


STANDARD = Layout(NEEDED, _read)
