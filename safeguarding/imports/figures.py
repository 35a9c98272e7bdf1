"""The rows of a file, by the recipes for it -> values of our rows, for us and for comparators."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from statistics import mean, median
from typing import NamedTuple

from safeguarding.imports.areas import Areas
from safeguarding.imports.layouts import Row, Sheet
from safeguarding.imports.models import Average, Columns, ImportsFile, Recipe
from safeguarding.imports.periods import NoPeriod, period
from safeguarding.imports.reading import bad_file
from safeguarding.performance.models import NoValue, Observation, OneValue
from safeguarding.period import Basis
from safeguarding.problem import Problem, Problems, advice

# What the marks of the open-data standard mean, in words that every board has. A mark that the
# framework explains itself is written as it is.
MARKS = {"c": "suppressed", "x": "not available", "z": "N/A"}
OWN_MARKS = ("u", "low", "k")  # no word of ours means the same
FIGURE = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?")
WORDS = 40  # of a filter, which a person can read

OURS = ""  # our own area, where areas are told apart by their ids
Series = dict[str, Observation]  # by period
# {row: {area: {period: value}}}
Values = dict[str, dict[str, Series]]


class Taken(NamedTuple):
    """What a file gives, and what someone should know of it, a line each."""

    values: Values
    notes: list[str]


class Cut(NamedTuple):
    """What one row of ours takes from a sheet: of the lines whose cells say these words, the
    figures in these columns."""

    recipe: Recipe
    measure: str
    basis: Basis
    columns: Columns
    words: dict[int, str]
    figures: tuple[int, ...]

    def has(self, row: Row) -> bool:
        """Whether a line is one of those."""
        return all(row.cells[at].strip() == word for at, word in self.words.items())


# {(row of ours, code of an area): {(time, kind): line}}
Lines = dict[tuple[str, str], dict[tuple[str, str], Row]]


def take(
    sheet: Sheet,
    imports: ImportsFile,
    recipes: Iterable[Recipe],
    bases: Mapping[str, Basis],
    absences: Collection[str],
    area: str = "",
) -> Taken:
    """What the recipes make of a sheet. `bases` are those of the tables of our rows, by row;
    `absences` the marks that the framework explains; `area` is the name of our own. Raises Problems
    with what is wrong with the file, or with a recipe for it."""
    cuts = [cut for recipe in recipes for cut in _cuts(sheet, recipe, bases)]
    wanted = _codes(imports, cuts)
    areas = Areas()
    lines: Lines = {}
    said: dict[int, set[str]] = {at: set() for cut in cuts for at in cut.words}
    for row in sheet.rows:
        areas.see(row)
        for at, words in said.items():
            if len(words) <= WORDS:
                words.add(row.cells[at].strip())
        if row.code in wanted:
            for cut in cuts:
                if cut.has(row):
                    _keep(sheet, cut, row, lines)
    _require_areas(sheet, imports, cuts, areas, area)
    _require_words(sheet, cuts, said, lines)
    values: Values = {cut.measure: _series(sheet, imports, cut, lines, absences) for cut in cuts}
    notes = [*areas.notes(sheet.name, wanted), *_unexplained(sheet, values, absences)]
    return Taken(values, notes)


def _cuts(sheet: Sheet, recipe: Recipe, bases: Mapping[str, Basis]) -> Iterator[Cut]:
    for measure, columns in recipe.measures.items():
        figures = (columns.value, columns.count, columns.of, *(columns.limits or (None, None)))
        named = [
            *filter(None, figures),
            *columns.beside.values(),
            *recipe.filters_of(measure),
        ]
        for column in named:
            if column not in sheet.columns:
                raise Problems([_no_column(sheet, recipe, measure, column)])
        words = {sheet.columns[at]: word for at, word in recipe.filters_of(measure).items()}
        places = tuple(-1 if column is None else sheet.columns[column] for column in figures)
        yield Cut(recipe, measure, bases[measure], columns, words, places)


def _no_column(sheet: Sheet, recipe: Recipe, measure: str, column: str) -> Problem:
    names = [name for name in sheet.columns if name not in sheet.about]
    small = {name.lower(): name for name in names}
    like = small.get(column.lower())
    instead = f'did you mean "{like}"?' if like else advice(column, names, _among(names))
    return recipe.problem("measures", f"{sheet.name} has no column {column}; {instead}", measure)


def _among(names: Iterable[str]) -> str:
    listed = sorted(filter(None, names))
    if not listed:
        return "it has none"
    return f"it has {', '.join(listed[:WORDS])}" + (" …" if len(listed) > WORDS else "")


def _codes(imports: ImportsFile, cuts: Iterable[Cut]) -> set[str]:
    """The codes of all areas whose lines are needed."""
    ids = {id for cut in cuts for id in imports.comparators_of(cut.recipe)}
    return {imports.area, *(code for id in ids for code in imports.codes_of(id))}


# Two lines for one value.


def _keep(sheet: Sheet, cut: Cut, row: Row, lines: Lines) -> None:
    """Keep a line, or what is the same twice once. Raises Problems where two lines could be
    meant."""
    kept = lines.setdefault((cut.measure, row.code), {})
    other = kept.setdefault((row.time, row.kind), row)
    if other is row:
        return
    differing = [
        name
        for name, at in sheet.columns.items()
        if name not in sheet.about and other.cells[at] != row.cells[at]
    ]
    filters = [name for name in differing if not _are_figures(sheet, name, other, row)]
    if filters:
        whole = _whole(sheet, filters, other, row)
        if whole is None:
            raise Problems([_ambiguous(sheet, cut, filters, other, row)])
        kept[row.time, row.kind] = whole
    elif any(other.cells[at] != row.cells[at] for at in cut.figures if at >= 0):
        raise bad_file(
            sheet.name,
            f"{row.name or row.code}, {row.time}: says something else of the same as line"
            f" {other.line}; download the file again, or ask its publisher",
            row.line,
        )


def _are_figures(sheet: Sheet, column: str, *rows: Row) -> bool:
    cells = (row.cells[sheet.columns[column]].strip() for row in rows)
    return all(not cell or _is_mark(cell) or FIGURE.fullmatch(cell) for cell in cells)


def _is_mark(cell: str) -> bool:
    return cell in MARKS or cell in OWN_MARKS


def _whole(sheet: Sheet, filters: Iterable[str], *rows: Row) -> Row | None:
    """That of two lines which is of all that the other is a part of: the cells that tell them apart
    are empty there."""
    for row in rows:
        if not any(row.cells[sheet.columns[name]].strip() for name in filters):
            return row
    return None


def _ambiguous(sheet: Sheet, cut: Cut, filters: list[str], one: Row, other: Row) -> Problem:
    name = filters[0]
    first, second = (row.cells[sheet.columns[name]] for row in (one, other))
    return cut.recipe.problem(
        "measures",
        f"{sheet.name} has several lines for one value (lines {one.line} and {other.line}): say"
        f" which is meant, like filters: {{{name}: {first}}}; {name} can also be {second}",
        cut.measure,
    )


# What is not in the file.


def _require_words(
    sheet: Sheet, cuts: Iterable[Cut], said: Mapping[int, set[str]], lines: Lines
) -> None:
    """Raises Problems where no line has a word that a recipe names."""
    names = {at: name for name, at in sheet.columns.items()}
    for cut in cuts:
        for at, word in cut.words.items():
            if word not in said[at] and len(said[at]) <= WORDS:
                otherwise = _among(said[at])
                message = (
                    f"{sheet.name} has no {word} in its column {names[at]};"
                    f" {advice(word, said[at], otherwise)}"
                )
                raise Problems([cut.recipe.problem("measures", message, cut.measure)])
        if not any(measure == cut.measure for measure, _ in lines):
            message = f"{sheet.name} has no line for our areas with these filters; correct them"
            raise Problems([cut.recipe.problem("measures", message, cut.measure)])


def _require_areas(
    sheet: Sheet, imports: ImportsFile, cuts: Iterable[Cut], areas: Areas, area: str
) -> None:
    """Raises Problems where the file does not know our area, or a comparator."""
    if not areas.has(imports.area):
        message = f"{sheet.name} has no area {imports.area}; {areas.instead(imports.area, area)}"
        raise Problems([imports.problem("area", message)])
    for cut in cuts:
        for id in imports.comparators_of(cut.recipe):
            codes = imports.codes_of(id)
            if not any(map(areas.has, codes)):
                message = (
                    f"{sheet.name} has no area {', '.join(codes)}; {areas.instead(codes[0])}. If it"
                    f" has none for {id}, name those that it has in `comparators` of its recipe"
                )
                raise Problems([imports.problem("comparators", message, id)])


# Values.


def _unexplained(sheet: Sheet, values: Values, own: Collection[str]) -> Iterator[str]:
    """A line for each mark that would be written and that nothing explains."""
    written = {
        seen.absence
        for areas in values.values()
        for series in areas.values()
        for seen in series.values()
        if isinstance(seen, NoValue)
    }
    for mark in sorted(written.intersection(OWN_MARKS).difference(own)):
        yield (
            f"{sheet.name} has the mark {mark}: say in `absences` of"
            f" data/performance/framework.yml what it means, as its publisher does, like"
            f" {{id: {mark}, says: …, meaning: …}}"
        )


def _series(
    sheet: Sheet, imports: ImportsFile, cut: Cut, lines: Lines, own: Collection[str]
) -> dict[str, Series]:
    """{area: {period: value}} of a row; our own area is OURS. Of others the value alone: their
    counts are rounded, and nobody looks at them."""
    found = {OURS: _of_one(sheet, cut, lines.get((cut.measure, imports.area), {}), own)}
    cut = cut._replace(figures=(cut.figures[0], -1, -1, -1, -1))
    for id, column in cut.columns.beside.items():
        other = cut._replace(figures=(sheet.columns[column], -1, -1, -1, -1))
        found[id] = _of_one(sheet, other, lines.get((cut.measure, imports.area), {}), own)

    def of(code: str) -> Series:
        return _of_one(sheet, cut, lines.get((cut.measure, code), {}), own)

    for id in imports.comparators_of(cut.recipe):
        comparator = imports.comparators[id]
        each = [of(code) for code in imports.codes_of(id)]
        found[id] = (
            _average(each, comparator, cut.columns.decimals)
            if isinstance(comparator, Average)
            else each[0]
        )
    single = imports.neighbours_of(cut.recipe)
    return found | {id: of(code) for id, code in single.items()}


def _of_one(
    sheet: Sheet, cut: Cut, rows: Mapping[tuple[str, str], Row], own: Collection[str]
) -> Series:
    series: Series = {}
    written: dict[str, Row] = {}
    for (time, kind), row in rows.items():
        observation = _observation(sheet, cut, row, own)
        if observation is None:
            continue
        try:
            when = period(time, kind, cut.basis, cut.recipe.year_ends)
        except NoPeriod as wrong:
            message = f"{wrong}, as the table of {cut.measure} has its periods; correct its basis"
            raise bad_file(sheet.name, message, row.line) from None
        if when in series:
            message = f"is {when}, as line {written[when].line} is; name which in `filters`"
            raise bad_file(sheet.name, message, row.line, time)
        series[when], written[when] = observation, row
    return series


def _observation(sheet: Sheet, cut: Cut, row: Row, own: Collection[str]) -> Observation | None:
    """What a line says; nothing where the cell of a plain table is empty."""
    texts = [row.cells[at].strip() if at >= 0 else "" for at in cut.figures]
    value, count, of, low, high = (_figure(sheet, row, text) for text in texts)
    if value is None:
        if not texts[0]:
            return None if sheet.layout.startswith("a plain") else NoValue(absence="blank")
        return NoValue(absence=_word(texts[0], own))
    limits = None if low is None or high is None else (low, high)
    places = cut.columns.decimals
    if places is not None:
        value = rounded(value, places)
        limits = limits and (rounded(limits[0], places), rounded(limits[1], places))
    return OneValue(value=value, count=count, of=of, limits=limits)


def _word(mark: str, own: Collection[str]) -> str:
    """The word for a mark: one that the framework explains itself, or one that every board has."""
    return mark if mark in own else MARKS.get(mark, mark)


def _figure(sheet: Sheet, row: Row, text: str) -> Decimal | None:
    """The number in a cell; nothing where a mark stands in its place. Raises Problems for what is
    neither."""
    if not text or _is_mark(text):
        return None
    if not FIGURE.fullmatch(text):
        raise bad_file(
            sheet.name,
            f"{row.name or row.code}, {row.time}: {text} is no figure, and none of the marks"
            f" {', '.join((*MARKS, *OWN_MARKS))}; correct it, or ask its publisher",
            row.line,
        )
    return Decimal(text.replace(",", "").removesuffix("%"))


def _average(each: list[Series], average: Average, places: int | None) -> Series:
    """The average of several areas in each period: those without a figure are left out, and all
    others count the same. It has as many places as any of the figures: files leave out the nought
    of 18.0."""
    every = [one.value for series in each for one in series.values() if isinstance(one, OneValue)]
    digits = max(map(_places, every), default=0) if places is None else places
    found: Series = {}
    for when in dict.fromkeys(chain.from_iterable(each)):
        seen = [series.get(when) for series in each]
        numbers = [one.value for one in seen if isinstance(one, OneValue)]
        if not numbers:
            found[when] = NoValue(absence="not available")
            continue
        value = rounded((mean if average.average == "mean" else median)(numbers), digits)
        some = f"{len(numbers)} of {len(each)}" if len(numbers) < len(each) else None
        found[when] = OneValue(value=value, averaged=some)
    return found


def _places(number: Decimal) -> int:
    """How many digits stand after the point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(number: Decimal, places: int) -> Decimal:
    """The number with so many digits after the point; a half goes up."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
