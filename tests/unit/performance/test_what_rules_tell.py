"""Figures that disagree with each other, with their periods or their counts: which line editors are
told to mend, and how."""

import pytest

from tests.boards import Edit
from tests.broken import Broken
from tests.small import HELP

FRAMEWORK, MORE, YET_MORE = (
    "data/performance/framework.yml",
    "data/performance/more.yml",
    "data/performance/yet-more.yml",
)
THERE, PLACE, PERIODS = (
    "performance_names_what_is_there",
    "themes_have_their_place",
    "periods_fit_their_basis",
)
ONE_WAY = "periods_are_written_in_one_way"
CAN_BE, UNITS = "values_can_be", "kinds_fit_units"
APART, SUMS, SHARES = "tables_are_told_apart", "columns_add_up", "shares_match_counts"
SMALL, BEGUN = "small_numbers_are_meant", "years_have_begun"
ORDER, REFERENCES = "periods_are_in_order", "references_differ"
COUNT = "kind: count, unit: calls, basis: calendar"
RATE = "kind: rate, unit: per 10, basis: calendar"
PERCENT = 'kind: percent, unit: "% of all", basis: calendar'
SHARE = (
    "{id: b, title: A, lines: 5, share_of: a, values: {2018: {value: 10, count: 3},"
    " 2019: {value: 9, count: 3}, 2020: {value: 9, count: 3}}}"
)
AVERAGE = "kind: average, unit: days, basis: calendar"
EVERY_BASIS = {
    "financial": "2017-18: 9, 2011-12/2013-14: 9, 2018-19 to 2018-09: 9",
    "academic": "2017-18: 9, 2011-12/2013-14: 9, 2018-19 to 2018-12: 9",
    "calendar": "2017: 9, 2011/2013: 9, 2018 to 2018-09: 9",
    "year_ending": "2017-06: 9, 2017-09: 9, 2018-02: 9",
    "quarter": "2017-18 Q1: 9, 2017-18 Q4: 9",
    "month": "2010-11: 9, 2017-01: 9",
    "as_at": "2017-03-01: 9, 2017-03-31: 9",
    "cohort": "2016-07/2017-06: 9, 2017-01/2017-02: 9, 2017-01/2017-01: 9",
}


def file(*tables: str, theme: str = "more") -> str:
    """A theme with one indicator, which has these tables."""
    lines = "".join(f"      - {{{table}}}\n" for table in tables)
    return (
        f"source: annual-report-2019-20\ntheme: {{id: {theme}, title: A, summary: A., lines: 50}}\n"
        f"indicators:\n  - id: {theme}\n    title: A\n    lines: 55\n    tables:\n{lines}"
    )


def table(shape: str, *rows: str) -> str:
    """A table of these rows, which have the ids a, b and so on."""
    written = [
        f"{{id: {id}, title: A, lines: 5, {row}}}" for id, row in zip("abcd", rows, strict=False)
    ]
    return f"{shape}, measures: [{', '.join(written)}]"


def rows(shape: str, *written: str) -> dict[str, Edit]:
    """The invented board with one table more, of these rows."""
    return {MORE: file(table(shape, *written))}


def values(shape: str, *written: str) -> dict[str, Edit]:
    """The same, where each row is told by its values alone."""
    return rows(shape, *(f"values: {{{some}}}" for some in written))


BROKEN = {
    "theme that is not there": Broken(
        THERE,
        {FRAMEWORK: ("themes: [help, ", "themes: [hlep, help, ")},
        (
            (
                "data/performance/framework.yml:3:10: themes: hlep is not in data/performance/;"
                ' did you mean "help"?'
            ),
        ),
    ),
    "indicator of a question that is not there": Broken(
        THERE,
        {FRAMEWORK: ("indicators: [in-time]", "indicators: [in-tme]")},
        (
            (
                "data/performance/framework.yml:17:18: indicators: in-tme is not in"
                ' data/performance/; did you mean "in-time"?'
            ),
        ),
    ),
    "priority of a question that is not there": Broken(
        THERE,
        {FRAMEWORK: ("priorities: [hear-children]", "priorities: [hear-childern]")},
        (
            (
                "data/performance/framework.yml:19:18: priorities: hear-childern is not in"
                ' data/business_plan.yml; did you mean "hear-children"?'
            ),
        ),
    ),
    "break in a year without values": Broken(
        THERE,
        rows(
            f"{COUNT}, breaks: {{2020: New., 2018: New., 2019: New., 2021: New.}}",
            "values: {2018: 9}, comparators: {country: {2019: 9}}",
            "values: {2020: 9}",
        ),
        (
            (
                "data/performance/more.yml:8:98: breaks: 2021 is not in the periods of this"
                ' table; did you mean "2020"?'
            ),
        ),
    ),
    "area without values that is left off the total": Broken(
        THERE,
        rows(
            f"{COUNT}, unreconciled: [country, county]",
            "values: {2018: 9}, comparators: {country: {2019: 9}}",
        ),
        (
            (
                "data/performance/more.yml:8:77: unreconciled: county is not in the comparators"
                ' of this table; did you mean "country"?'
            ),
        ),
    ),
    "area that is not there": Broken(
        THERE,
        rows(COUNT, "values: {2018: 9}, comparators: {county: {2019: 9}}"),
        (
            (
                "data/performance/more.yml:8:125: comparators: county is not in"
                ' data/performance/framework.yml; did you mean "country"?'
            ),
        ),
    ),
    "area without values that is unlike": Broken(
        THERE,
        rows(
            COUNT,
            "values: {2018: 9}, comparators: {country: {2019: 9}}, unlike: {county: Another.}",
        ),
        (
            (
                "data/performance/more.yml:8:155: unlike: county is not in the comparators of"
                ' this row; did you mean "country"?'
            ),
        ),
    ),
    "whole that is not there": Broken(
        THERE,
        rows(PERCENT, "values: {2018: 9}, share_of: no-calls"),
        (
            (
                "data/performance/more.yml:8:118: share_of: no-calls is not in"
                ' data/performance/; did you mean "calls"?'
            ),
        ),
    ),
    "theme without its place": Broken(
        PLACE,
        {MORE: file(table(COUNT, "values: {2018: 9}"))},
        (
            (
                "data/performance/framework.yml:3:1: themes: more is missing"
                " (data/performance/more.yml has that theme); add it where it belongs in the"
                " order"
            ),
        ),
    ),
    "period of another basis": Broken(
        PERIODS,
        values(COUNT, "2018-19: 9, undated: 8, 2018: 7"),
        (
            (
                "data/performance/more.yml:8:101: values: 2018-19 is not a period of the basis"
                " calendar; write one year like 2024"
            ),
        ),
    ),
    "period of another area": Broken(
        PERIODS, rows(COUNT, "values: {2018: 9}, comparators: {country: {2018-19: 9}}")
    ),
    "periods of every basis": Broken(
        PERIODS,
        {
            MORE: file(
                *(
                    f"id: t{place}, title: T, kind: count, unit: calls, basis: {basis}, measures:"
                    f" [{{id: m{place}, title: A, lines: 5, values: {{{some}}}}}]"
                    for place, (basis, some) in enumerate(EVERY_BASIS.items())
                )
            )
        },
    ),
    "month among years": Broken(
        PERIODS,
        values(
            RATE.replace("calendar", "financial"), "2009-10: 9, 2010-12: 9, 2017-18 to 2018-03: 9"
        ),
        (
            (
                "data/performance/more.yml:8:114: values: 2010-12 is not a period of the basis"
                " financial; write two years like 2024-25"
            ),
            (
                "data/performance/more.yml:8:126: values: 2017-18 to 2018-03 is not a period of the"
                " basis financial; write two years like 2024-25"
            ),
        ),
    ),
    "years of others among months": Broken(
        PERIODS,
        rows(
            COUNT.replace("calendar", "month"),
            "values: {2018-01: 9}, comparators: {country: {2016-17: 9, 2016-04/2017-03: 9}}",
        ),
        (
            (
                "data/performance/more.yml:8:135: comparators: 2016-17 cannot be read in a table of"
                " the basis month; write its first month and its last, like 2016-04/2017-03"
            ),
        ),
    ),
    "one time in two ways": Broken(
        ONE_WAY,
        rows(
            COUNT.replace("calendar", "quarter"),
            "values: {2018-19 Q1: 9, 2018-19 Q2: 9, undated: 9}",
            "values: {undated: 9}, comparators: {country: {2018-04/2018-06: 9, 2018-19 Q2: 8}}",
        ),
        (
            (
                "data/performance/more.yml:8:218: comparators: 2018-04/2018-06 is the same time as"
                " 2018-19 Q1, which stands in this table; write 2018-19 Q1"
            ),
        ),
    ),
    "less than nothing": Broken(
        CAN_BE,
        values(RATE, "2018: -1, 2019: {low: -2, high: 0}"),
        (
            ("data/performance/more.yml:8:101: values: 2018: -1 is less than nothing; correct it"),
            ("data/performance/more.yml:8:111: values: 2019: -2 is less than nothing; correct it"),
        ),
    ),
    "average below nought": Broken(CAN_BE, values(AVERAGE, "2018: -1")),
    "more than the whole": Broken(
        CAN_BE,
        values(PERCENT, "2018: 100, 2019: 101, 2020: {low: 0, high: 100.1}"),
        (
            (
                "data/performance/more.yml:8:119: values: 2019: 101% is more than the whole;"
                " correct it"
            ),
            (
                "data/performance/more.yml:8:130: values: 2020: 100.1% is more than the whole;"
                " correct it"
            ),
        ),
    ),
    "rate above a hundred": Broken(CAN_BE, values(RATE, "2018: 101")),
    "percentage without a sign": Broken(
        UNITS,
        values("kind: percent, unit: calls, basis: calendar", "2018: 9"),
        (
            (
                "data/performance/more.yml:8:10: kind: percent and the unit “calls” differ: a"
                " unit with % belongs to percent, and to nothing else; correct one of them"
            ),
        ),
    ),
    "sign without a percentage": Broken(
        UNITS,
        values('kind: rate, unit: "% of all", basis: calendar', "2018: 9"),
        (
            (
                "data/performance/more.yml:8:10: kind: rate and the unit “% of all” differ: a"
                " unit with % belongs to percent, and to nothing else; correct one of them"
            ),
        ),
    ),
    "tables without title or id": Broken(
        APART,
        {
            MORE: file(
                table(f"title: A, {COUNT}", "values: {2018: 9}"),
                table(f"id: b, {COUNT}", "values: {2018: 9}"),
            )
        },
        (
            (
                "data/performance/more.yml:8:9: id: is missing; an indicator with several"
                " tables needs an id for each: its data files are named by it"
            ),
            (
                "data/performance/more.yml:9:9: title: is missing; an indicator with several"
                " tables needs a title for each"
            ),
        ),
    ),
    "table alone without title or id": Broken(APART, values(COUNT, "2018: 9")),
    "column that is too much": Broken(
        SUMS,
        values(f"{PERCENT}, total: 100", "2018: 60, 2019: 50", "2018: 41, 2019: 50"),
        (
            (
                "data/performance/more.yml:8:60: total: our column for 2018 adds up to 101, not"
                " 100; correct a value or the total"
            ),
        ),
    ),
    "column within the rounding": Broken(
        SUMS,
        values(f"{PERCENT}, total: 100, rounding: 1", "2018: 60, 2019: 60", "2018: 41, 2019: 42"),
        (
            (
                "data/performance/more.yml:8:60: total: our column for 2019 adds up to 102, not"
                " 100; correct a value or the total"
            ),
        ),
    ),
    "column that is too little": Broken(
        SUMS,
        values(f"{PERCENT}, total: 100", "2018: 60", "2018: 39"),
        (
            (
                "data/performance/more.yml:8:60: total: our column for 2018 adds up to 99, not"
                " 100; correct a value or the total"
            ),
        ),
    ),
    "column of which one is not known": Broken(
        SUMS, values(f"{PERCENT}, total: 100", "2018: 60", "2018: blank", "2018: 5")
    ),
    "column of another area": Broken(
        SUMS,
        rows(
            f"{PERCENT}, total: 100",
            "values: {2018: 60}, comparators: {country: {2018: 50}}",
            "values: {2018: 40}, comparators: {country: {2018: 49}}",
        ),
        (
            (
                "data/performance/more.yml:8:60: total: country for 2018 adds up to 99, not"
                " 100; correct a value or the total"
            ),
        ),
    ),
    "column that is left off the total": Broken(
        SUMS,
        rows(
            f"{PERCENT}, total: 100, unreconciled: [country]",
            "values: {2018: 60}, comparators: {country: {2018: 50}}",
            "values: {2018: 40}, comparators: {country: {2018: 49}}",
        ),
    ),
    "second table with a total": Broken(
        SUMS,
        {
            MORE: file(
                table(COUNT, "values: {2018: 9}"), table(f"{COUNT}, total: 8", "values: {2018: 9}")
            )
        },
        (
            (
                "data/performance/more.yml:9:53: total: our column for 2018 adds up to 9, not"
                " 8; correct a value or the total"
            ),
        ),
    ),
    "percentage that its count denies": Broken(
        SHARES,
        values(
            PERCENT, "2018: {value: 70.0, count: 36, of: 50}, 2019: {value: 50, count: 36, of: 70}"
        ),
        (
            (
                "data/performance/more.yml:8:108: values: 2018: 36 of 50 is 72.0%, not 70.0%;"
                " correct one of them"
            ),
            (
                "data/performance/more.yml:8:148: values: 2019: 36 of 70 is 51%, not 50%;"
                " correct one of them"
            ),
        ),
    ),
    "percentage rounded up from half": Broken(
        SHARES,
        values(
            PERCENT,
            "2018: {value: 12.5, count: 1, of: 8}, 2019: {value: 13, count: 1, of: 8},"
            " 2020: {value: 12, count: 1, of: 8}",
        ),
        (
            (
                "data/performance/more.yml:8:182: values: 2020: 1 of 8 is 13%, not 12%; correct"
                " one of them"
            ),
        ),
    ),
    "percentage of nothing": Broken(
        SHARES,
        values(PERCENT, "2018: {value: 0, count: 0, of: 0}, 2019: {value: 9, count: 1, of: 0}"),
        (("data/performance/more.yml:8:143: values: 2019: 1 of 0 cannot be; correct the counts"),),
    ),
    "range with a count, then a percentage that its count denies": Broken(
        SHARES,
        values(
            PERCENT,
            "2018: {low: 0, high: 9, count: 9, of: 9}, 2019: 9, 2020: {value: 9, count: 1, of: 2}",
        ),
        (
            (
                "data/performance/more.yml:8:159: values: 2020: 1 of 2 is 50%, not 9%; correct"
                " one of them"
            ),
        ),
    ),
    "count behind what is no share": Broken(
        SHARES, {MORE: file(table(AVERAGE, "values: {2018: {value: 9, count: 1, of: 2}}"))}
    ),
    "counts of another area and of a rate": Broken(
        SHARES,
        {
            MORE: file(
                table(
                    PERCENT,
                    "values: {2018: 9},"
                    " comparators: {country: {2018: {value: 9, count: 100, of: 200}}}",
                )
            ),
            YET_MORE: file(
                table(RATE, "values: {2018: {value: 9, count: 1, of: 2}}"), theme="yet-more"
            ),
        },
        (
            (
                "data/performance/more.yml:8:142: comparators: 2018: 100 of 200 is 50%, not 9%;"
                " correct one of them"
            ),
            (
                "data/performance/yet-more.yml:8:101: values: 2018: 1 of 2 is 5 per 10, not 9 per"
                " 10; correct one of them"
            ),
        ),
    ),
    "share of another row": Broken(
        SHARES,
        {
            MORE: file(
                table(COUNT, "values: {2018: 20, 2019: blank}"),
                f"{PERCENT}, measures: [{SHARE}]",
            )
        },
        (
            (
                "data/performance/more.yml:9:121: values: 2018: 3 of 20 is 15%, not 10%;"
                " correct one of them"
            ),
        ),
    ),
    "share of a column": Broken(
        SHARES,
        values(
            f"{PERCENT}, total: 100",
            "2018: {value: 25, count: 10}, 2019: {value: 25, count: 10},"
            " 2020: {value: 1, count: 9}",
            "2018: {value: 70, count: 30}, 2019: {value: 70}",
        ),
        (
            (
                "data/performance/more.yml:8:180: values: 2020: 9 of 9 is 100%, not 1%; correct"
                " one of them"
            ),
            (
                "data/performance/more.yml:8:247: values: 2018: 30 of 40 is 75%, not 70%;"
                " correct one of them"
            ),
        ),
    ),
    "share of a column that adds up to nothing": Broken(
        SHARES, values(PERCENT, "2018: {value: 25, count: 10}", "2018: {value: 70, count: 30}")
    ),
    "count below five": Broken(
        SMALL,
        values(COUNT, "2017: 5, 2018: 4, 2019: 0, 2020: 1"),
        (
            (
                "data/performance/more.yml:8:110: values: 2018: a count below 5 can point to a"
                " child; write suppressed, or say in small_numbers why it may be shown"
            ),
            (
                "data/performance/more.yml:8:128: values: 2020: a count below 5 can point to a"
                " child; write suppressed, or say in small_numbers why it may be shown"
            ),
        ),
    ),
    "count of a percentage below five": Broken(
        SMALL,
        values(
            PERCENT,
            "2018: {value: 50, count: 4, of: 8}, 2019: {value: 0, count: 0, of: 4}, 2020: 4",
        ),
        (
            (
                "data/performance/more.yml:8:108: values: 2018: a count below 5 can point to a"
                " child; write suppressed, or say in small_numbers why it may be shown"
            ),
            (
                "data/performance/more.yml:8:144: values: 2019: a count below 5 can point to a"
                " child; write suppressed, or say in small_numbers why it may be shown"
            ),
        ),
    ),
    "count below five with a reason": Broken(
        SMALL, values(f"{COUNT}, small_numbers: They are adults., total: 2", "2018: 4")
    ),
    "count below five of another area": Broken(
        SMALL, rows(COUNT, "values: {2018: 9}, comparators: {country: {2018: 4}}")
    ),
    "count below five after one with a reason": Broken(
        SMALL,
        {
            MORE: file(table(f"{COUNT}, small_numbers: They are adults.", "values: {2018: 4}")),
            YET_MORE: file(table(COUNT, "values: {2018: 4}"), theme="yet-more"),
        },
        (
            (
                "data/performance/yet-more.yml:8:101: values: 2018: a count below 5 can point"
                " to a child; write suppressed, or say in small_numbers why it may be shown"
            ),
        ),
    ),
    "year to come": Broken(
        BEGUN,
        values(RATE, "2026: 9, 2027: 9, 2028: blank, undated: 9"),
        (("data/performance/more.yml:8:110: values: 2027 is still to come; correct it"),),
    ),
    "year that has begun elsewhere": Broken(BEGUN, values(RATE, "2027: 9"), latest="2027-01-01"),
    "year to come of another area, after an absence": Broken(
        BEGUN,
        rows(RATE, "values: {2018: blank}, comparators: {country: {2028: 9}}"),
        (("data/performance/more.yml:8:139: comparators: 2028 is still to come; correct it"),),
    ),
    "periods out of order": Broken(
        ORDER,
        values(RATE, "2018: 9, undated: 8, 2020: 9, 2019: 9, 2021: 9"),
        (("data/performance/more.yml:8:131: values: 2019 stands after 2020; is the year right?"),),
    ),
    "school year after a financial one": Broken(
        ORDER,
        {
            MORE: file(
                table(
                    "kind: rate, unit: per 10, basis: academic",
                    "values: {2019-20: 9, 2020-06-30: 9, 2020-07-31: 9}",
                )
            )
        },
        (
            (
                "data/performance/more.yml:8:113: values: 2020-06-30 stands after 2019-20; is"
                " the year right?"
            ),
        ),
    ),
    "reference of another": Broken(
        REFERENCES,
        {HELP: ("reference: E3", "reference: E1")},
        (
            (
                "data/performance/help.yml:44:5: reference: E1 is the reference of in-time too;"
                " is it right?"
            ),
        ),
    ),
    "no reference": Broken(REFERENCES, {HELP: ("    reference: E1\n", "")}),
    "no reference, then the reference of another": Broken(
        REFERENCES,
        {HELP: [("    reference: E1\n", ""), ("reference: E3", "reference: E2")]},
        (
            (
                "data/performance/help.yml:43:5: reference: E2 is the reference of in-care too;"
                " is it right?"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_figure_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
