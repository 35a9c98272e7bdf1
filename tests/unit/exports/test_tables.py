"""Every table of the site, and lists of what pages show in other shapes."""

from decimal import Decimal

import pytest

from safeguarding.exports import tables as open_data
from safeguarding.performance.views import data as performance
from safeguarding.shared.listing import value_cell
from safeguarding.shared.table import Cell, Table, Value
from tests.small import COURSES, HELP, LAW, LISTENING, PROGRAMME, day, plain_site, small_site

KNOWN = plain_site()
TABLES = {table.id: table for table in open_data.tables(KNOWN)}
IDS = """spending-2019-20 income-2019-20 spending-2020-21 income-2020-21 spending-2022-23
income-2022-23 balance-2022-23 spending-2023-24 balance-2023-24 income-partners income-2016-17
attendance-2019-20
attendance-2020-21 attendance-by-agency-2020-21 evaluation-2020-21
attendance-2020-21-before attendance-by-agency-2020-21-before
people schools indicators-at-a-glance observations indicator-in-time indicator-in-care
indicator-calls sub-groups documents documents-adopted groups figures priorities questions
procedures time-limits courses sessions publications documents-of-publications
contacts glossary law-and-guidance"""
REPORT = "annual-report-2019-20"
COLUMNS = {
    "observations": "Indicator | Table | Unit | Basis | Area | Period | Value",
    "figures": "Value | Period | Document",
    "priorities": "Actions | Lead | Timescale | Outcomes | Indicators",
    "questions": "In the plan | How | Priorities | Indicators",
    "procedures": "Summary | Kept by | Version | Approved | Last reviewed | Review due | Address",
    "time-limits": "Procedure | Time limit | How binding | Sources | From | Until",
    "courses": (
        "Length | Level | Audience | Kept by | Renewal | Trainers | At any time | Book at"
        " | Book by e-mail | Book by telephone | Price in pounds"
    ),
    "sessions": (
        "Kind | Course | Starts | Ends | Days | Place | Places | Status | Audience | Book at"
        " | Book by e-mail | Book by telephone | Price in pounds | Last day to book | Trainers"
    ),
    "publications": (
        "Kind | Published | Dated | Summary | Subjects | Audience | What was learnt | Until"
        " | Replaced by | About | Address"
    ),
    "documents-of-publications": "Type | Bytes | Pages | Address",
    "contacts": (
        "Purpose | Telephone | E-mail | Page on the web | Hours | Confirmed on | Confirmed by"
        " | Found in"
    ),
    "glossary": "Stands for | Meaning | No longer used",
    "law-and-guidance": (
        "Part | Kind | Edition | Status | From | Until | Replaced by"
        " | Checked | How it was read | What was read | Page on the web"
        " | Addresses of pages that rest on it"
    ),
}


def values(table: Table, row: int = 0) -> list[object]:
    """What each cell of a row says for a computer: its value, or its text where it has none."""
    return [cell.text if cell.value is None else cell.value for cell in table.rows[row].cells]


def test_tables_stand_in_one_order() -> None:
    assert [table.id for table in open_data.tables(KNOWN)] == IDS.split()


def test_each_is_known_by_its_id_before_it_is_made() -> None:
    tables = list(open_data.data_tables(KNOWN))
    assert [table.id for table in tables] == IDS.split()
    assert [table.make().id for table in tables] == IDS.split()


@pytest.mark.parametrize(
    ("id", "caption", "corner", "source"),
    [
        ("observations", "Every value of the performance framework", "Measure", REPORT),
        ("figures", "Numbers in the text of the annual report", "About", ""),
        ("priorities", "The business plan, 2020 to 2022", "Priority", REPORT),
        ("questions", "The key questions of the performance framework", "Question", REPORT),
        ("procedures", "Procedures and when each is due for review", "Procedure", ""),
        ("time-limits", "Time limits of every procedure", "Who does what", ""),
        ("courses", "Training courses", "Course", REPORT),
        ("sessions", "Training sessions and other events", "Title", ""),
        ("publications", "Publications", "Title", ""),
        ("documents-of-publications", "Documents of publications", "Title", ""),
        ("contacts", "Whom to turn to", "Name", ""),
        ("glossary", "Words explained", "Word", ""),
        ("law-and-guidance", "Law and guidance that pages of today rest on", "Title", ""),
    ],
)
def test_list_says_what_it_is(id: str, caption: str, corner: str, source: str) -> None:
    table = TABLES[id]
    assert (table.caption, table.corner, table.source) == (caption, corner, source)


@pytest.mark.parametrize("id", COLUMNS)
def test_columns_of_a_list_stand_in_order(id: str) -> None:
    assert " | ".join(column.label for column in TABLES[id].columns) == COLUMNS[id]


def test_observations_have_one_value_a_row_ours_first() -> None:
    table = TABLES["observations"]
    found = [(row.id, *values(table, place)[4:]) for place, row in enumerate(table.rows)]
    assert found[:8] == [
        ("in-time", "Example Vale", "2018-19", Decimal("70.0")),
        ("in-time", "Example Vale", "2019-20", Decimal("75.0")),
        ("in-time", "Example Vale", "2020-21", Decimal("80.0")),
        ("in-time", "Exampland", "2019-20", Decimal("72.5")),
        ("in-care", "Example Vale", "2019-03-31", Decimal(41)),
        ("in-care", "Example Vale", "2020-03-31", Decimal(43)),
        ("calls", "Example Vale", "2018", "not available"),
        ("calls", "Example Vale", "2019", Decimal(1204)),
    ]


def test_observation_names_its_own_source_and_the_place_in_it() -> None:
    every = performance.observations(small_site()).rows
    rows = {(row.id, row.cells[4].text): row for row in every}
    ours, theirs = rows["referred", "Example Vale"], rows["referred", "Exampland"]
    assert (ours.source, ours.lines, ours.at) == ("annual-report-2020-21", ((33, 33),), "")
    assert (theirs.source, theirs.lines, theirs.at) == (
        "children-statistics",
        (),
        "table C1, row 2",
    )
    assert rows["places", "Example Vale"].source == "schools-list"
    assert rows["places", "Exampland"].source == "children-statistics"


def test_observation_names_its_indicator_its_table_and_its_lines() -> None:
    row = TABLES["observations"].rows[0]
    assert (row.label, row.reference, row.lines) == ("Plans looked at in time", "E1", ((51, 51),))
    assert values(TABLES["observations"])[:4] == [
        "E1: Plans looked at in time",
        "",
        "% of plans",
        "financial",
    ]
    assert row.cells[1] == Cell("", absent=True)
    assert row.cells[6].parts == (("count", 35), ("of", 50))


def test_observation_has_the_reference_of_its_row_where_it_has_one() -> None:
    known = plain_site({HELP: ("{id: calls,", "{id: calls, reference: E3 a,")})
    assert performance.observations(known).rows[-1].reference == "E3 a"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ((), Cell("", value=None, absent=True)),
        (("a", "b"), Cell("a; b")),
        (None, Cell("", value=None, absent=True)),
        ("", Cell("", value="", absent=True)),
        (0, Cell("0", value=0)),
        (False, Cell("False", value=False)),
        (15, Cell("15", value=15)),
        (day("2027-01-13"), Cell("2027-01-13", value=day("2027-01-13"))),
    ],
)
def test_value_of_a_record_is_a_cell(value: Value | tuple[str, ...], cell: Cell) -> None:
    assert value_cell(value) == cell


def test_figures_name_their_document() -> None:
    table = TABLES["figures"]
    row = table.rows[0]
    assert (row.id, row.label, row.lines) == ("partners", "Partners", ((60, 60),))
    assert values(table) == ["3", "", "Annual report, 2019–20 (an invented document)"]


def test_priorities_have_what_the_plan_says() -> None:
    table = TABLES["priorities"]
    row = table.rows[0]
    assert (row.id, row.label, row.lines) == (
        "hear-children",
        "Hear what children say",
        ((40, 42),),
    )
    assert values(table) == [
        "Ask children what helped.",
        "Chair of the Practice task group",
        "March 2021",
        "Children say that they were heard.",
        "in-time",
    ]
    blank = plain_site({"data/business_plan.yml": ("timescale: March 2021", "timescale: null")})
    rows = {table.id: table for table in open_data.tables(blank)}["priorities"].rows
    assert rows[0].cells[2] == Cell("", absent=True)


def test_questions_say_how_far_the_plan_takes_them_up() -> None:
    table = TABLES["questions"]
    assert (table.rows[0].id, table.rows[0].label) == ("heard", "Are children heard in time?")
    assert values(table) == ["named", "The plan takes it up.", "hear-children", "in-time"]


def test_procedures_have_their_days_and_address() -> None:
    table = TABLES["procedures"]
    row = table.rows[0]
    assert (row.id, row.label, row.lines) == (
        "listening",
        "When a child tells you something",
        (),
    )
    assert values(table) == [
        "How to listen to a child, and whom to tell.",
        "Practice",
        "1",
        day("2026-11-20"),
        day("2026-11-20"),
        day("2027-11-20"),
        "procedures/listening/",
    ]


def test_time_limits_have_their_step_force_sources_and_days() -> None:
    tell = "what: Tell the children’s team., within: the same day, force: must"
    dated = f"{tell}, from: 2027-01-01, until: 2027-12-31"
    known = plain_site({LISTENING: (tell, dated)})
    table = {one.id: one for one in open_data.tables(known)}["time-limits"]
    assert (table.rows[0].id, table.rows[0].label) == (
        "listening",
        "Anyone: Tell the children’s team.",
    )
    assert values(table) == [
        "When a child tells you something",
        "the same day",
        "must",
        "Exampland Children Act, section 1",
        day("2027-01-01"),
        day("2027-12-31"),
    ]


def test_courses_say_who_keeps_them() -> None:
    table = TABLES["courses"]
    assert (table.rows[0].id, table.rows[0].lines) == ("listening", ((21, 21),))
    assert table.rows[0].label == "Listening to children"
    assert values(table)[:4] == ["half day", "", "everyone", "Practice"]
    assert values(table, 1)[4:] == [
        "every two years",
        "a head teacher; a social worker of the council",
        "",
        "https://learn.board.example/",
        "learning@board.example",
        "01632 960003 ext 12",
        "Partners that pay into the budget: 0; Charities and childminders: 25; Everyone else:"
        " 80.50",
    ]
    assert values(table, 2)[6:8] == ["yes", "https://learn.board.example/listening/"]
    known = plain_site({COURSES: ("    lines: 21\n", "    level: basic\n")})
    table = {one.id: one for one in open_data.tables(known)}["courses"]
    assert table.rows[0].lines == ()
    assert values(table)[1] == "basic"


def test_sessions_have_times_of_the_boards_own_clocks() -> None:
    table = TABLES["sessions"]
    assert [row.label for row in table.rows][:2] == [
        "SAMPLE: Listening to children",
        "SAMPLE: Meeting of the partners",
    ]
    assert values(table) == [
        "course",
        "listening",
        "2027-01-12T10:00:00",
        "2027-01-12T13:00:00",
        "",
        "Sample hall",
        15,
        "open",
        "everyone",
        *("", "", "01632 960002", "", "", ""),
    ]
    assert values(table, 1)[1:7] == ["", "2027-02-09", "2027-02-09", "", "", ""]
    assert values(table, 1)[9:] == [""] * 6


def test_one_booking_of_several_days_is_one_row_with_each_of_them() -> None:
    table = TABLES["sessions"]
    assert values(table, 2)[2:6] == [
        "2027-03-02T09:30:00",
        "2027-03-09T12:30:00",
        "2027-03-02T09:30:00/2027-03-02T12:30:00; 2027-03-09T09:30:00/2027-03-09T12:30:00",
        "Sample hall; Online",
    ]
    assert values(table, 2)[-2:] == [
        day("2027-02-23"),
        "a head teacher; a social worker of the council",
    ]
    assert values(table, 4)[9] == "https://learn.board.example/conference/"


def test_only_a_sample_is_noted_as_one() -> None:
    assert TABLES["sessions"].notes == ("These dates are samples. Nobody runs them.",)
    known = plain_site({PROGRAMME: ("sample: true\n", "")})
    assert {one.id: one for one in open_data.tables(known)}["sessions"].notes == ()


def test_contacts_say_who_confirmed_them() -> None:
    table = TABLES["contacts"]
    assert [row.id for row in table.rows] == [
        "emergency",
        "team",
        "young-line",
        "training-desk",
        "learning-site",
    ]
    assert values(table) == [
        "A child or an adult is in danger now",
        "999",
        *("", "", ""),
        day("2026-11-25"),
        "pages of the Metropolitan, the Devon and Cornwall and the Merseyside police, in archived"
        " copies, agree",
        "met.police.uk, archived copy without a date",
    ]
    assert table.rows[1].cells[5:7] == (Cell("", absent=True),) * 2
    assert table.notes == (
        "A contact without a day on which it was confirmed is to be confirmed by the partnership.",
    )


def test_contacts_have_their_name_and_page() -> None:
    edit = (
        "    phone: 01632 960001\n",
        "    phone: 01632 960001\n    url: https://team.example/\n",
    )
    board = plain_site({"data/contacts.yml": edit})
    table = {table.id: table for table in open_data.tables(board)}["contacts"]
    assert table.rows[1].label == "Example Vale children’s team"
    assert values(table, 1)[1:4] == ["01632 960001", "", "https://team.example/"]


def test_words_say_whether_they_are_no_longer_used() -> None:
    table = TABLES["glossary"]
    assert (table.rows[1].label, table.rows[1].id) == ("EVSCP", "")
    assert values(table, 1) == [
        "Example Vale Safeguarding Children Partnership",
        "An invented partnership.",
        False,
    ]


def test_authorities_name_the_pages_that_rest_on_them() -> None:
    more = "    from: 2027-01-01\n    until: 2027-12-31\n    superseded_by: example-guidance\n"
    known = plain_site({LAW: ("    part: section 1\n", "    part: section 1\n" + more)})
    table = {one.id: one for one in open_data.tables(known)}["law-and-guidance"]
    assert table.rows[0].label == "Exampland Children Act"
    assert values(table) == [
        "section 1",
        "law",
        "",
        "in force",
        day("2027-01-01"),
        day("2027-12-31"),
        "example-guidance",
        day("2026-11-20"),
        "primary",
        "no place at all; this Act is invented",
        "",
        "about/updates/; procedures/listening/",
    ]
    assert values(table, 1)[-1] == "check/; procedures/listening/"


def test_nothing_of_a_listing_is_set_as_figures() -> None:
    ids = IDS.split()
    lists = [TABLES[id] for id in ids[ids.index("figures") :]]
    assert not any(column.figures for table in lists for column in table.columns)
    assert all(column.figures for column in TABLES["observations"].columns)
