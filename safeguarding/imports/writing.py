"""What a file gives, in the texts of the themes: new values, and what became of those that the
publisher revised."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from safeguarding.editing.entries import Change, Written, changed
from safeguarding.imports.figures import OURS, Series, Values
from safeguarding.performance.models import (
    FewerThan,
    MoreThan,
    NoValue,
    Observation,
    OneValue,
    Range,
    ThemeFile,
)
from safeguarding.period import Basis, in_order
from safeguarding.site import Site
from safeguarding.yaml.values import Step

A_NUMBER = "a number, which is hidden now"


class Difference(NamedTuple):
    """A value of ours that is not what a file gives: of which row, which area (OURS is our own) and
    which period; what stands there, if anything does, and what the file has."""

    measure: str
    area: str
    period: str
    ours: Observation | None
    theirs: Observation

    @property
    def is_revised(self) -> bool:
        """Whether readers have seen another value."""
        return self.ours is not None and not _same_value(self.ours, self.theirs)


def kept(site: Site, values: Values) -> Values:
    """What of a file is kept. Of single neighbours that is the newest period in which we have a
    figure: nothing, where ours has a newer one than the file. One of which the file says nothing
    then has no figure."""
    return {measure: dict(_kept(site, measure, areas)) for measure, areas in values.items()}


def _kept(site: Site, measure: str, areas: dict[str, Series]) -> Iterator[tuple[str, Series]]:
    newest = _newest(site, measure, areas[OURS])
    is_told = any(newest in areas[area] for area in areas if area in site.neighbours)
    for area, series in areas.items():
        if area not in site.neighbours:
            yield area, series
        elif is_told:
            yield area, {newest: series.get(newest, NoValue(absence="not available"))}


def _newest(site: Site, measure: str, ours: Series) -> str:
    """The newest period of a row in which we have a figure, or else the newest; empty where there
    is none."""
    every = site.measures[measure].values | ours
    periods = in_order(every, _place(site, measure)[2])
    with_figure = [period for period in periods if isinstance(every[period], OneValue)]
    return next(reversed(with_figure or periods), "")


def differences(site: Site, values: Values) -> Iterator[Difference]:
    """Each value of a file that does not stand in ours as it is. One of ours that names a source of
    its own is none of this file's."""
    for measure, areas in values.items():
        for area, series in areas.items():
            ours = _series_of(site, measure, area)
            for period, theirs in series.items():
                own = ours.get(period)
                if own is None or not (own.names_a_place or _same(own, theirs)):
                    yield Difference(measure, area, period, own, theirs)


def older(site: Site, values: Values, changes: Iterable[Difference]) -> str:
    """Why a file cannot change what stands here: it ends before our figures do, so that what it
    says of earlier periods is older too. Empty where it can."""
    for one in changes:
        if one.is_revised and one.area == OURS:
            basis = site.table_of[one.measure].basis
            theirs = in_order(values[one.measure][OURS], basis)
            ours = in_order(site.measures[one.measure].values, basis)
            if in_order({theirs[-1], ours[-1]}, basis)[-1] != theirs[-1]:
                return (
                    f"ends with {theirs[-1]}, and {one.measure} with {ours[-1]}: an older file"
                    " corrects nothing; download the newest"
                )
    return ""


def _series_of(site: Site, measure: str, area: str) -> Series:
    row = site.measures[measure]
    return row.values if area == OURS else row.beside.get(area, {})


def _same_value(one: Observation, other: Observation) -> bool:
    """Whether two say the same value, or lack one for the same reason."""
    if isinstance(one, OneValue) and isinstance(other, OneValue):
        return one.value == other.value
    if isinstance(one, NoValue) and isinstance(other, NoValue):
        return one.absence == other.absence
    return False


def _same(ours: Observation, theirs: Observation) -> bool:
    """Whether two say the same in all that a file gives."""
    if not _same_value(ours, theirs):
        return False
    if not (isinstance(ours, OneValue) and isinstance(theirs, OneValue)):
        return True
    return all(
        getattr(theirs, field) is None or getattr(ours, field) == getattr(theirs, field)
        for field in ("count", "of", "limits", "averaged")
    )


def files(site: Site, found: Iterable[Difference]) -> list[str]:
    """The themes in which these values stand, by the names of their files."""
    return list(dict.fromkeys(_place(site, one.measure)[0] for one in found))


def texts(
    site: Site, found: Iterable[Difference], before: Mapping[str, str], day: datetime.date
) -> dict[str, str]:
    """The text of each file, with these values; `before` has it as it is. A value that the
    publisher revised says what stood there, and that it was corrected on that day."""
    changes: dict[str, dict[str, Change]] = {name: {} for name in before}
    for one in found:
        name, steps, basis = _place(site, one.measure)
        change = Change(steps, {}, partial(_sorted, site, basis))
        row = changes[name].setdefault(one.measure, change).entries
        if one.area in site.neighbours:
            _inside(row, "neighbours")["period"] = one.period
            _inside(row, "neighbours", "values")[one.area] = _written(site, one, day)
        else:
            where = ("values",) if one.area == OURS else ("comparators", one.area)
            _inside(row, *where)[one.period] = _written(site, one, day)
    return {name: changed(before[name], name, list(changes[name].values())) for name in before}


def _sorted(site: Site, basis: Basis, keys: Iterable[str]) -> list[str]:
    """Neighbours in the order of the framework, or periods in that of time."""
    every = list(keys)
    return [id for id in site.neighbours if id in every] or in_order(every, basis)


def _inside(entries: dict[str, Written], *keys: str) -> dict[str, Written]:
    """The entries to which keys lead, in which a value can be put."""
    for key in keys:
        inner = entries.setdefault(key, {})
        assert isinstance(inner, dict)
        entries = inner
    return entries


def _place(site: Site, measure: str) -> tuple[str, list[Step], Basis]:
    """The file that a row stands in, the keys and indexes that lead to it, and its basis."""
    for name, file in site.files_of(ThemeFile).items():
        for i, indicator in enumerate(file.indicators):
            for t, table in enumerate(indicator.tables):
                for m, row in enumerate(table.measures):
                    if row.id == measure:
                        steps: list[Step] = ["indicators", i, "tables", t, "measures", m]
                        return name, steps, table.basis
    raise LookupError(measure)


def _why(site: Site, one: Difference) -> str:
    """Why a value changed, as readers are told it."""
    source = site.source_of(site.measures[one.measure])
    return f"Its publisher revised it ({source.short_title})."


def _written(site: Site, one: Difference, day: datetime.date) -> str:
    """The value as YAML has it."""
    parts = _parts(one.theirs)
    before = one.ours.revised if one.ours else None
    if one.is_revised:
        parts["revised"] = _revised(day, was(site, one), _why(site, one))
    elif before:
        parts["revised"] = _revised(before.on, before.was, before.why)
    if list(parts) in (["value"], ["absence"]):
        return next(iter(parts.values()))
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"


def _revised(on: datetime.date | str, was: str, why: str | None) -> str:
    because = f", why: {_quoted(why)}" if why else ""
    return f"{{on: {on}, was: {_quoted(was)}{because}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _parts(seen: Observation) -> dict[str, str]:
    """What an observation says, by the keys that say it."""
    if isinstance(seen, NoValue):
        return {"absence": seen.absence}
    assert isinstance(seen, OneValue)
    limits = f"[{seen.limits[0]:f}, {seen.limits[1]:f}]" if seen.limits else None
    every = {
        "value": _plain(seen.value),
        "count": _plain(seen.count),
        "of": _plain(seen.of),
        "limits": limits,
        "averaged": seen.averaged,
    }
    return {key: value for key, value in every.items() if value is not None}


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def was(site: Site, one: Difference) -> str:
    """What readers saw before. A number that is hidden now is not said again."""
    if isinstance(one.ours, OneValue | Range) and site.hides(one.theirs):
        return A_NUMBER
    return "" if one.ours is None else said(one.ours)


def said(seen: Observation) -> str:
    """An observation in a few words, with the digits as its source has them."""
    match seen:
        case OneValue(value=value):
            return f"{value:f}"
        case Range(low=low, high=high):
            return f"{low:f} to {high:f}"
        case FewerThan(below=below):
            return f"fewer than {below}"
        case MoreThan(above=above):
            return f"more than {above}"
        case NoValue(absence=absence):
            return absence
