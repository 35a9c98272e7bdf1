"""What pages call for of the open data."""

import pytest

from safeguarding.exports.calls import DataCalls
from safeguarding.problem import WrongWords
from tests.small import at, plain_site

CALLS = DataCalls(plain_site(), lambda: "about/open-data/", at("2026-11-25T12:00Z"))


def test_table_has_its_files() -> None:
    files = CALLS.table_data("observations")
    assert '<a href="../../data/observations.csv">CSV</a>' in files
    assert '<a href="../../data/observations.json">JSON</a>' in files


def test_table_that_is_not_there_is_told() -> None:
    said = r'^"observation" is not in about/open-data/; did you mean "observations"\?$'
    with pytest.raises(WrongWords, match=said):
        CALLS.table_data("observation")


def test_every_table_is_listed_with_its_files() -> None:
    listed = CALLS.data_list().splitlines()
    assert listed[1] == (
        '<li>Spending, 2019–20: <a href="../../data/spending-2019-20.csv">CSV</a>,'
        ' <a href="../../data/spending-2019-20.json">JSON</a></li>'
    )
    assert len(listed) == 40 + 2
