"""Whole files of official statistics, as their publishers give them out, for areas drawn at random:
what the import writes is what the files say, in every cell. The files are not part of the project;
where they are not at hand, nothing is tried. OFFICIAL names their folder, and SEED draws others."""

import csv
import os
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from safeguarding.performance.models import NoValue, Observation, OneValue
from safeguarding.site import Site
from safeguarding.soundness import sound_site
from tests.conftest import ROOT, build_other, command, copied

HERE = [folder / "shared/data/official" for folder in ROOT.parents]
FOLDER = Path(os.environ.get("OFFICIAL") or next(filter(Path.is_dir, HERE), ROOT / "nowhere"))
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the official files are not at hand; OFFICIAL can name their folder"
)
MARKS = ("c", "x", "z", "u", "low")  # each of which the invented board explains


class Data(NamedTuple):
    """A whole file: its columns of counts, of shares of these, and of averages; the day on which
    its years end."""

    file: str
    counts: tuple[str, ...]
    shares: tuple[tuple[str, str, str], ...] = ()  # (share, count, of)
    averages: tuple[str, ...] = ()
    year_ends: str = "03-31"

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.counts, *(share for share, _, _ in self.shares), *self.averages)


DURATIONS = (
    *("3_months_or_less", "more_than_3_months_6_months", "more_than_6_months_less_than_1_year"),
    *("1_year_less_than_2_years", "2_years_or_more"),
)
WHOLE = (
    Data(
        "c1_children_in_need_referrals_and_rereferrals",
        ("referral_count", "rereferral_count", "referral_child_count", "rereferral_child_count"),
        (
            ("rereferral_percent", "rereferral_count", "referral_count"),
            ("no_further_action_percent", "no_further_action_count", "referral_count"),
            ("not_in_need_percent", "not_in_need_count", "referral_count"),
            ("rereferral_child_percent", "rereferral_child_count", "referral_child_count"),
        ),
    ),
    Data(
        "d3_cpps_subsequent_plan",
        ("CPP_start", "CPP_subsequent"),
        (("CPP_subsequent_percent", "CPP_subsequent", "CPP_start"),),
    ),
    Data(
        "d5_cpps_at31march_by_duration",
        ("CPP_At31", *DURATIONS),
        tuple((f"{name}_percent", name, "CPP_At31") for name in DURATIONS),
    ),
    Data(
        "csww_indicators",
        ("inpost_fte", "inpost_headcount", "starters_fte", "leavers_fte", "vacancy_fte", "cases"),
        (),
        ("turnover_rate_fte", "agency_rate_fte", "vacancy_rate_fte", "caseload_fte"),
        "09-30",
    ),
)


def path(data: Data) -> Path:
    return next(FOLDER.glob(f"{data.file}*"))


@cache
def lines(data: Data) -> list[dict[str, str]]:
    with path(data).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def areas() -> list[str]:
    """Two codes, each with a figure in the newest year of the first file."""
    if not FOLDER.is_dir():
        return []
    codes = {line["new_la_code"] for line in lines(WHOLE[0]) if line["time_period"] == "2025"}
    seed = int(os.environ.get("SEED", "16"))
    return random.Random(seed).sample(sorted(codes - {""}), 2)


@cache
def neighbours(code: str) -> list[str]:
    """The ten statistical neighbours of an area, by today's codes."""
    newest = {
        line["old_la_code"]: line["new_la_code"]
        for line in sorted(lines(WHOLE[0]), key=lambda line: line["time_period"])
        if line["new_la_code"]
    }
    with next(FOLDER.glob("sn_model*")).open(encoding="utf-8-sig", newline="") as file:
        model = {
            newest[line["old_la_code"]]: line
            for line in csv.DictReader(file)
            if line["old_la_code"] in newest
        }
    return [newest[model[code][f"SN_{number}"]] for number in range(1, 11)]


@cache
def region(code: str) -> str:
    return next(line["region_code"] for line in lines(WHOLE[0]) if line["new_la_code"] == code)


def called(code: str) -> str:
    """The id of a neighbour."""
    return f"area-{code.lower()}"


def row(data: Data, column: str) -> str:
    return re.sub("[^a-z0-9]+", "-", f"{data.file[:4]}-{column}".lower())


def theme() -> Iterator[str]:
    """A theme with a row for each column, without values."""
    yield "source: children-statistics"
    yield "theme: {id: official, title: Official, summary: What official files say.}"
    yield "indicators:"
    for data in WHOLE:
        shares = [share for share, _, _ in data.shares]
        kinds = (
            ("count", "counts", data.counts),
            ("percent", "% of all", shares),
            ("average", "on average", data.averages),
        )
        for kind, unit, columns in kinds:
            if not columns:
                continue
            yield f"  - id: {row(data, kind)}"
            yield f"    title: {data.file} {kind}"
            yield "    tables:"
            yield f"      - kind: {kind}"
            yield f'        unit: "{unit}"'
            yield "        basis: as_at"
            yield "        overlapping: They do."
            yield "        small_numbers: Their publisher shows them."
            yield "        measures:"
            for column in columns:
                yield f"          - {{id: {row(data, column)}, title: {column}}}"


def recipes(code: str) -> Iterator[str]:
    yield f"area: {code}"
    yield "neighbours:"
    yield from (f"  {called(other)}: {other}" for other in neighbours(code))
    yield "comparators:"
    yield "  country: E92000001"
    yield f"  region: {region(code)}"
    yield "  like-us: {average: mean}"
    yield "recipes:"
    for data in WHOLE:
        yield f'  - file: {data.file}\n    year_ends: "{data.year_ends}"\n    measures:'
        for column in (*data.counts, *data.averages):
            yield f"      {row(data, column)}: {{value: {column}}}"
        for share, count, of in data.shares:
            yield f"      {row(data, share)}: {{value: {share}, count: {count}, of: {of}}}"


def board(folder: Path, code: str) -> Path:
    """The invented board with rows for every column of the whole files, and recipes for an area."""
    made = copied(folder)
    (made / "data/imports.yml").write_text("\n".join(recipes(code)) + "\n", "utf-8")
    (made / "data/performance/official.yml").write_text("\n".join(theme()) + "\n", "utf-8")
    framework = made / "data/performance/framework.yml"
    text = framework.read_text("utf-8").replace("statistics]", "statistics, official]", 1)
    text = text.replace(
        "invented region., mark: other", "invented region., mark: other, rounded: 10"
    )
    others = [f"  - {{id: {called(other)}, title: {other}}}\n" for other in neighbours(code)]
    text = f"{text.partition('neighbours:')[0]}neighbours:\n{''.join(others)}"
    framework.write_text(text, "utf-8")
    statistics = made / "data/performance/statistics.yml"
    text = re.sub(r"(?s) +neighbours:\n.*?\}\n", "", statistics.read_text("utf-8"))
    statistics.write_text(text, "utf-8")
    page = (made / "docs/performance/statistics.md").read_text("utf-8")
    page = page.replace("statistics", "official").replace("Statistics", "Official")
    (made / "docs/performance/official.md").write_text(page, "utf-8")
    return made


def said(observation: Observation | None) -> str | Decimal | None:
    match observation:
        case OneValue(value=value):
            return value
        case NoValue(absence=absence):
            return absence
        case _:
            return None


def expected(cell: str) -> str | Decimal:
    return cell if cell in MARKS else Decimal(cell)


def check_every_cell(site: Site, code: str) -> int:
    """Compare each cell of an area, its region and the country with the site; how many there
    are."""
    compared = 0
    for data in WHOLE:
        for line in lines(data):
            own = line["new_la_code"] == code
            area = {"E92000001": "country", region(code): "region"}.get(
                line["region_code"] or line["country_code"]
            )
            if not own and (line["new_la_code"] or area is None):
                continue
            period = f"{line['time_period']}-{data.year_ends}"
            for column in data.columns:
                measure = site.measures[row(data, column)]
                series = measure.values if own else measure.comparators[area or ""]
                assert said(series.get(period)) == expected(line[column]), (column, period, area)
                compared += 1
            for share, *behind in data.shares if own else ():
                seen = site.measures[row(data, share)].values[period]
                if isinstance(seen, OneValue):
                    for column, number in zip(behind, (seen.count, seen.of), strict=True):
                        cell = expected(line[column])
                        assert number == (cell if isinstance(cell, Decimal) else None)
                        compared += 1
    return compared


def check_averages(site: Site, code: str) -> int:
    """Work out each average of the neighbours anew; how many there are."""
    compared = 0
    others = neighbours(code)
    for data in WHOLE:
        of = [line for line in lines(data) if line["new_la_code"] in others]
        for time in {line["time_period"] for line in of}:
            for column in data.columns:
                cells = [line[column] for line in of if line["time_period"] == time]
                numbers = [float(cell) for cell in cells if cell not in MARKS]
                series = site.measures[row(data, column)].comparators["like-us"]
                seen = series[f"{time}-{data.year_ends}"]
                if not numbers:
                    assert said(seen) == "not available"
                    continue
                assert isinstance(seen, OneValue)
                last = 10.0 ** int(seen.value.as_tuple().exponent)
                assert abs(float(seen.value) - sum(numbers) / len(numbers)) <= last / 2 + 1e-9
                assert seen.averaged == (f"{len(numbers)} of 10" if len(numbers) < 10 else None)
                compared += 1
    return compared


def check_neighbours(site: Site, code: str) -> int:
    """Compare each value of each neighbour with its cell; how many there are."""
    compared = 0
    others = neighbours(code)
    for data in WHOLE:
        cells = {(line["new_la_code"], line["time_period"]): line for line in lines(data)}
        for column in data.columns:
            single = site.measures[row(data, column)].neighbours
            assert single
            own = [
                time
                for area, time in cells
                if area == code and is_figure(cells[area, time][column])
            ]
            newest = max(own, default=max(time for area, time in cells if area == code))
            assert single.period == f"{newest}-{data.year_ends}"
            assert list(single.values) == [called(other) for other in others]
            for other in others:
                line = cells.get((other, newest))
                told = expected(line[column]) if line else "not available"
                assert said(single.values[called(other)]) == told, (column, other)
                compared += 1
    return compared


def is_figure(cell: str) -> bool:
    return isinstance(expected(cell), Decimal)


@pytest.mark.parametrize("code", areas())
def test_an_area_drawn_at_random_gets_its_published_figures(code: str, tmp_path: Path) -> None:
    made = board(tmp_path, code)
    files = [str(path(data)) for data in WHOLE]
    done = command(made, "import", "--yes", *files)
    assert done.exit_code == 0, done.output
    site = sound_site(made)
    assert check_every_cell(site, code) > 1000
    assert check_averages(site, code) > 300
    assert check_neighbours(site, code) == 10 * sum(len(data.columns) for data in WHOLE)

    again = command(made, "import", "--yes", *files)
    assert "Nothing new" in again.output
    verified = command(made, "import", "--verify", *files)
    assert verified.exit_code == 0, verified.output
    if code == areas()[0]:  # what more a build asks does not rest on the area
        build_other(made)
