"""The figures since the report: what they share with it, what readers are told of it, and that no
page is mistaken for one of the archive."""

from decimal import Decimal

import pytest

from safeguarding.performance.models import Measure, OneValue, ThemeFile
from safeguarding.performance.views import joined
from safeguarding.site import Site
from tests.boards import REAL
from tests.conftest import ROOT, command, ours_alone
from tests.data.test_official_files import FOLDER

pytestmark = ours_alone
PUBLISHERS = (
    "Department for Education",
    "Office for Health Improvement and Disparities",
    "Office for National Statistics",
)


@pytest.fixture(scope="module")
def since(real_site: Site) -> dict[str, ThemeFile]:
    """The themes that do not come from the report, by id."""
    report = real_site.first_report
    return {id: file for id, file in real_site.themes.items() if file.source != report}


def value(measure: Measure, period: str) -> Decimal | None:
    seen = measure.values[period]
    return seen.value if isinstance(seen, OneValue) else None


def test_children_in_need_are_those_of_the_report_until_they_were_revised(real_site: Site) -> None:
    groups = real_site.indicators["n16"].tables[0].measures
    now = real_site.measures["in-need-on-31-march"]
    for period, told, published in (("2013-03-31", 1283, 1283), ("2014-03-31", 1289, 1409)):
        counts = [group.values[period] for group in groups]
        assert sum(seen.count or 0 for seen in counts if isinstance(seen, OneValue)) == told
        assert value(now, period) == published
    notes = real_site.indicators["in-need-on-31-march"].notes
    assert any("31 March 2014" in note.text and "revised" in note.text for note in notes)


@pytest.mark.parametrize(
    ("row", "told", "agree", "differ"),
    [
        ("plans-two-years", {"2012": 0, "2013": 0, "2014": 0}, {"2013", "2014"}, set()),
        ("in-need-on-31-march", {"2012": 1367, "2013": 1283, "2014": 1289}, {"2013"}, {"2014"}),
        (
            "injuries-under-15",
            {"2011": Decimal("104.3"), "2012": Decimal("80.4"), "2013": Decimal("101.3")},
            {"2011"},
            {"2012", "2013"},
        ),
    ],
)
def test_joined_values_are_those_of_both_sources(
    real_site: Site,
    row: str,
    told: dict[str, Decimal],
    agree: set[str],
    differ: set[str],
) -> None:
    """By the year in which a period begins."""
    (pair,) = (pair for pair in joined.pairs(real_site) if pair.now.measure.id == row)
    earlier = {period[:4]: seen for period, seen in joined.earlier(pair).items()}
    assert {year: getattr(seen, "value", None) for year, seen in earlier.items()} == told
    now = {period[:4]: value(pair.now.measure, period) for period in pair.now.measure.values}
    both = {year: told[year] == now[year] for year in told if year in now}
    assert {year for year, same in both.items() if same} == agree
    assert {year for year, same in both.items() if not same} == differ
    report = real_site.first_report
    assert all(real_site.source_id_of(one.measure) == report for one in pair.before)


def test_what_is_defined_otherwise_is_not_joined(real_site: Site) -> None:
    """Three rows go on from the report; of the others the notes say how they differ."""
    rows = [pair.now.measure.id for pair in joined.pairs(real_site)]
    assert rows == ["in-need-on-31-march", "plans-two-years", "injuries-under-15"]


def test_plans_of_two_years_or_more_are_those_of_the_report(real_site: Site) -> None:
    told, now = real_site.measures["n17-b"], real_site.measures["plans-two-years"]
    for period in ("2013-03-31", "2014-03-31"):
        assert value(told, period) == value(now, period) == 0


def test_second_plans_are_not_those_of_the_report(real_site: Site) -> None:
    told, now = real_site.measures["n18"], real_site.measures["second-plans"]
    assert all(value(told, period) != value(now, period) for period in ("2012-13", "2013-14"))
    assert any("N18" in note.text for note in real_site.indicators["second-or-later-plans"].notes)


def test_pages_name_publisher_licence_and_release(
    real_site: Site, since: dict[str, ThemeFile]
) -> None:
    assert since
    for id, file in since.items():
        text = (ROOT / f"docs/performance/{id}.md").read_text("utf-8")
        said = " ".join(text.split())
        assert any(publisher in said for publisher in PUBLISHERS), id
        assert "Open Government Licence v3.0" in said, id
        assert "release with figures up to" in said, id
        assert "now.md" in said, id
        assert real_site.pages[f"performance/{id}/"].title, id
        assert f"performance/{id}/" not in real_site.report_of_page, id
        assert real_site.sources[file.source].url, id


def test_nothing_is_judged_but_what_a_source_judges(
    since: dict[str, ThemeFile], real_site: Site
) -> None:
    """The data set itself, or the report of a figure of the same kind: it names its lines."""
    judging = {
        indicator.id: table.better
        for file in since.values()
        for indicator in file.indicators
        for table in indicator.tables
        if table.better
    }
    assert judging
    for id, better in judging.items():
        source = real_site.source_id_of(better)
        of_data_set = source == real_site.source_id_of(real_site.indicators[id])
        assert better.at if of_data_set else (source == "annual-report-2013-14" and better.lines), (
            id
        )


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the official files are not at hand")
def test_every_value_is_that_of_its_file(since: dict[str, ThemeFile]) -> None:
    done = command(ROOT, "import", "--verify", str(FOLDER))
    rows = sum(len(one.measures) for file in since.values() for one in file.indicators)
    assert done.exit_code == 0, done.output
    assert f"values of {rows} rows agree" in done.output


def test_hidden_plans_cannot_be_told_from_those_beside_them() -> None:
    """Where one of two hidden groups were shown, the sum of all would tell the other."""
    shown = ("2024-03-31: suppressed, 2025-03-31: 9", "2024-03-31: 15, 2025-03-31: 9")
    found = REAL.problems({"data/performance/length-of-plans.yml": shown})
    assert len(found) == 1
    assert "2024-03-31: this hidden number can be worked out" in found[0]
