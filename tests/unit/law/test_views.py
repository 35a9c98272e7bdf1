"""All that pages of today rest on, in one list."""

import pytest

from safeguarding.law import views as sources
from tests.small import LAW, authority, day, small_site

TODAY = day("2026-11-25")
LAWS = """authorities:
  - {id: %s, title: %s, kind: %s, checked: 2026-11-20, read: %s, read_in: all of it}
"""


def law(id: str, title: str = "A", kind: str = "law", read: str = "primary") -> str:
    return LAWS % (id, title, kind, read)


def test_kinds_stand_the_binding_ones_first_and_those_without_any_are_left_out() -> None:
    edits = {f"data/law/{kind}.yml": law(kind, kind=kind) for kind in ("local", "practice")}
    found = sources.entries(small_site(edits), "", TODAY)
    assert [(kind, [entry.authority.id for entry in some]) for kind, some in found] == [
        ("Law", ["example-act-s1"]),
        ("Guidance", ["example-guidance"]),
        ("Practice", ["practice"]),
        ("Agreed here", ["local"]),
    ]
    assert [kind for kind, _ in sources.entries(small_site(), "", TODAY)] == ["Law", "Guidance"]


def test_entry_names_the_pages_that_rest_on_it_by_title() -> None:
    cites = {"docs/report/money.md": ("# Money", 'As [[ cite("example-guidance") ]] has it.\n# M')}
    _, (guidance,) = sources.entries(small_site(cites), "about/sources/", TODAY)[1]
    assert (guidance.state, guidance.how, guidance.due) == ("", "Text read", False)
    assert guidance.pages == (
        ("Money in 2019–20 (archive 2019–20)", "../../report/money/"),
        ("When a child tells you something", "../../procedures/listening/"),
        ("Whom do I call?", "../../check/"),
    )


@pytest.mark.parametrize(
    ("read", "said"),
    {
        "primary": "Text read",
        "mirror": "Text read in a mirror",
        "summary": "Summary only",
    }.items(),
)
def test_entry_says_how_it_was_read_and_may_be_used_nowhere(read: str, said: str) -> None:
    known = small_site({"data/law/more.yml": law("more", "A first", read=read)})
    entry = sources.entries(known, "", TODAY)[0][1][0]
    assert (entry.authority.id, entry.how, entry.pages) == ("more", said, ())


@pytest.mark.parametrize(
    ("today", "due"), {"2027-05-19": False, "2027-05-20": False, "2027-05-21": True}.items()
)
def test_source_is_due_the_day_after(today: str, due: bool) -> None:
    found = sources.entries(small_site(), "", day(today))
    assert [entry.due for _, some in found for entry in some] == [due, due]


def test_state_of_the_day_is_told() -> None:
    known = small_site({LAW: ("    part: section 1\n", "    from: 2027-01-01\n")})
    entry = sources.entries(known, "", TODAY)[0][1][0]
    assert entry.state == "Not yet in force: it starts on 1 January 2027"


def test_authorities_stand_by_title_then_by_number_and_schedules_last() -> None:
    ordered = [
        ("an Act", None),
        ("Another Act", "section 5"),
        ("Another Act", "section 47(1)"),
        ("Another Act", "section 47(1A)"),
        ("Another Act", "section 47(2)"),
        ("Another Act", "section 101"),
        ("Another Act", "Schedule 2, paragraph 7"),
        ("Another Act", "Schedule 2, paragraph 10"),
        ("Another Act", "Schedule 8"),
    ]
    given = [authority(title=title, part=part) for title, part in reversed(ordered)]
    found = sorted(given, key=sources._order)
    assert [(one.title, one.part) for one in found] == ordered
