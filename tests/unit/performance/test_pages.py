"""The pages that nobody writes: of each indicator, and of the lists below an overview."""

import re
from typing import Any

import yaml

from safeguarding.performance.calls.pages import own_pages
from safeguarding.performance.models import WAYS
from safeguarding.performance.views import headline
from safeguarding.shared.page import OwnPage
from safeguarding.site import Site
from tests.boards import SMALL
from tests.conftest import NOW
from tests.small import HELP, small_site
from tests.unit.performance.small import KNOWN


def pages(site: Site = KNOWN) -> dict[str, OwnPage]:
    return {page.address: page for page in own_pages(site, NOW)}


OWN = pages()


def head(page: OwnPage) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(page.text.split("---\n")[1])
    return found


def test_every_indicator_has_a_page_below_its_theme() -> None:
    for id, one in KNOWN.indicators.items():
        page = OWN[one.address]
        assert page.above == KNOWN.theme_of[id].address
        assert head(page) == {
            "title": one.heading,
            "description": headline.summary(KNOWN, one),
            "exit": one.help_lines,
            "render_macros": False,
        }


def test_every_list_has_a_page_below_its_overview() -> None:
    for one in KNOWN.overviews:
        for way in WAYS:
            assert OWN[one.list_of(way)].above == one.page


def test_no_other_page_is_made() -> None:
    lists = [one.list_of(way) for one in KNOWN.overviews for way in WAYS]
    assert set(OWN) == {*lists, *(one.address for one in KNOWN.indicators.values())}
    assert pages(SMALL.site()) == {}


def test_answer_of_an_indicator_comes_first_then_its_figures_then_what_is_said_of_them() -> None:
    text = OWN["performance/in-time/"].text
    parts = [
        "# E1: Plans looked at in time { #top }",
        '<div class="headline">',
        "<strong>80.0</strong>% of plans",
        '<span class="when">in 2020/21</span>',
        '<li class="better">Up 5.0 points',
        "## The figures { #figures }",
        'role="img"',
        "<table",
        "## About these figures { #about }",
        "What it tells us",
        "What the annual report 2020–21 said",
        'class="onward"',
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_verdict_is_given_once() -> None:
    about = OWN["performance/in-time/"].text.partition("{ #about }")[2]
    assert "up 5.0 points" not in about
    assert "Higher is better here" in about


def test_indicator_with_several_rows_has_what_stands_out_and_each_row_at_a_glance() -> None:
    for one in KNOWN.indicators.values():
        text = OWN[one.address].text
        several = len(one.measures) > 1
        assert ("<span>How each row moved</span>" in text) is several, one.id
        assert ('<div class="headline">' in text) is not several, one.id
    assert '<ul class="headline">\n<li>Highest of' in OWN["performance/factors/"].text


def test_rows_at_a_glance_lead_nowhere_on_their_own_page() -> None:
    glance = OWN["performance/plans/"].text.partition("How each row moved")[2]
    assert "<a " not in glance.partition("</table>")[0]


def test_page_leads_to_its_theme_and_to_the_indicators_beside_it() -> None:
    for file in KNOWN.themes.values():
        every = [one.id for one in file.indicators]
        for place, id in enumerate(every):
            onward = OWN[f"performance/{id}/"].text.partition('class="onward"')[2]
            near = every[max(place - 1, 0) : place] + every[place + 1 : place + 2]
            found = re.findall('href="([^"]*)"', onward)
            assert found == [f"../{file.theme.id}/", *(f"../{one}/" for one in near)]


def test_distressing_indicator_has_its_exit_and_help_lines_and_others_have_none() -> None:
    told = {one.id: one.help_lines for one in KNOWN.indicators.values()}
    assert {*told.values()} == {True, False}
    for id, distressing in told.items():
        page = OWN[f"performance/{id}/"]
        assert head(page)["exit"] is distressing
        assert ('id="help"' in page.text) is distressing
        assert ('href="#help"' in page.text) is distressing


def test_indicator_without_a_value_has_a_page_too() -> None:
    page = pages(small_site({HELP: ("2019: 1204", "2019: not available")}))["performance/calls/"]
    assert "no value" in page.text
    assert head(page)["description"] == "E3: Calls"


def test_list_has_its_title_the_choices_and_its_rows() -> None:
    page = OWN["performance/got-better/"]
    assert head(page)["title"] == "Performance: Got better"
    assert '<nav class="ways"' in page.text
    assert '<a href="" aria-current="page">Got better</a>' in page.text
    assert "Plans looked at in time" in page.text


def test_list_without_rows_says_so() -> None:
    empty = [page for page in OWN.values() if "No row did" in page.text]
    assert all("<table" not in page.text for page in empty)
    assert len(empty) < len(WAYS)
    assert "performance/stayed-the-same/" in {page.address for page in empty}


def test_words_of_an_indicator_are_words_and_no_markup() -> None:
    odd = '"[[ emergency() ]] *a* <b> & c"'
    page = pages(small_site({HELP: ("title: Plans looked at in time", f"title: {odd}")}))[
        "performance/in-time/"
    ]
    assert head(page)["title"] == "E1: [[ emergency() ]] *a* <b> & c"
    assert "<b>" not in page.text.split("---\n", 2)[2]


def test_pages_are_of_the_archive_if_the_page_above_is() -> None:
    of = KNOWN.report_of_page
    for page in OWN.values():
        assert of.get(page.address) == of.get(page.above), page.address
    assert of["performance/got-better/"] == "annual-report-2020-21"
    assert of["performance/in-time/"] == "annual-report-2020-21"
    now = small_site({"docs/performance/help.md": ("archive: annual-report-2020-21\n", "")})
    assert "performance/in-time/" not in now.report_of_page


def test_indicators_that_measure_nearly_the_same_lead_to_each_other() -> None:
    own = pages(small_site({HELP: ("- id: in-time\n", "- id: in-time\n    like: [in-care]\n")}))
    said = "Not counted in the same way, so do not compare:"
    for here, there in (("in-time", "../in-care/"), ("in-care", "../in-time/")):
        text = own[f"performance/{here}/"].text
        assert there in text.partition(said)[2].partition("</p>")[0], here
    assert said not in own["performance/calls/"].text
