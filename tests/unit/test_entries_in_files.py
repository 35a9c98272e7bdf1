"""A contact, a date, a change or a publication in a file of its own: what is told of it, where it
stands, and in which order readers see it."""

import pytest

from safeguarding import changes
from safeguarding.site import Site
from tests.boards import INVENTED, NONE, REAL, Edits

CONTACT = "data/contacts/night-team.yml"
NIGHT = (
    "id: night-team\nname: Night team\npurpose: At night\nphone: 01632 960009\nfound: invented\n"
)
SESSION = "data/training/sessions/2027-06-listening.yml"
JUNE = """\
id: 2027-06-listening
course: listening
starts: 2027-06-15 10:00
ends: 2027-06-15 12:00
venue: hall
places: 20
"""
CHANGE = "data/changes/2026-11-19-about.yml"
ABOUT = "on: 2026-11-19\npage: about/\nwhat: The page is shorter.\n"
PUBLICATION = "data/publications/entries/bruises.yml"
BRUISES = """\
id: bruises
kind: briefing
title: Bruises on babies
published: 2026-05-06
summary: What a bruise may mean.
audience: [schools]
documents:
  - url: https://board.example/bruises.pdf
other_formats: team
"""
ALL = {CONTACT: NIGHT, SESSION: JUNE, CHANGE: ABOUT, PUBLICATION: BRUISES}


def with_files(edits: Edits = NONE) -> Site:
    return INVENTED.site({**ALL, **edits})


def test_entries_stand_among_those_of_lists() -> None:
    site, before = with_files(), INVENTED.site()
    assert [*site.contacts] == [*before.contacts, "night-team"]
    assert {one.id for one in site.sessions} - {one.id for one in before.sessions} == {
        "2027-06-listening"
    }
    assert len(site.changes) == len(before.changes) + 1
    assert {*site.publications} - {*before.publications} == {"bruises"}
    assert INVENTED.problems(ALL) == []


SLIPS = {
    "unknown key": (CONTACT, NIGHT.replace("phone:", "phne:"), "4:1: phne: is not a key here; did"),
    "no name": (CONTACT, NIGHT.replace("name: Night team\n", ""), "1:1: name: is missing; add it"),
    "another name": (
        CONTACT,
        NIGHT.replace("id: night-team", "id: night"),
        "1:1: id: night is not what the file is called; write night-team, or call",
    ),
    "a list": (
        CONTACT,
        "contacts:\n"
        + "".join(f"    {line}\n" for line in NIGHT.split("\n")).replace("    id", "  - id"),
        "1:1: holds what belongs in data/contacts.yml; move it there, or correct its keys",
    ),
    "no such course": (
        SESSION,
        JUNE.replace("course: listening", "course: listning"),
        "2:1: course: listning is not in data/training/courses.yml; did you mean",
    ),
    "no such venue": (
        SESSION,
        JUNE.replace("venue: hall", "venue: hal"),
        "5:1: venue: hal is not in the venues of data/training/programme.yml; did you mean",
    ),
    "no such page": (CHANGE, ABOUT.replace("about/", "abot/"), "2:1: page: abot/ is not in docs/;"),
    "no such contact": (
        PUBLICATION,
        BRUISES.replace("other_formats: team", "other_formats: teem"),
        '9:1: other_formats: teem is not in data/contacts/; did you mean "team"?',
    ),
}


@pytest.mark.parametrize(("name", "text", "told"), SLIPS.values(), ids=SLIPS)
def test_slip_is_told_at_its_line(name: str, text: str, told: str) -> None:
    (problem,) = INVENTED.problems({**ALL, name: text})
    assert problem.startswith(f"{name}:{told}")


def test_contacts_come_by_their_numbers_then_as_listed_then_by_name() -> None:
    files = {
        f"data/contacts/{id}.yml": f"id: {id}\nname: {name}\npurpose: A\nfound: invented\n{more}"
        for id, name, more in (
            ("a", "Zebra", ""),
            ("b", "Apple", ""),
            ("c", "Pear", "order: 20\n"),
            ("d", "Plum", "order: 3\n"),
        )
    }
    listed = [*INVENTED.site().contacts]
    assert [*INVENTED.site(files).contacts] == ["d", "c", *listed, "b", "a"]


def test_dates_come_as_they_begin_whatever_their_files_are_called() -> None:
    early = JUNE.replace("2027-06-listening", "z-early").replace("2027-06-15", "2026-12-01")
    site = with_files({"data/training/sessions/z-early.yml": early})
    begins = [one.begins for one in site.sessions]
    assert begins == sorted(begins)
    assert site.sessions[0].id == "z-early"


def test_what_changed_is_told_in_words_wherever_it_stands() -> None:
    (first, *told) = changes.facts(INVENTED.site(), INVENTED.site({SESSION: JUNE}))
    assert first == "data/training/sessions/:"
    (line,) = told
    assert line.startswith("  new: 2027-06-listening (")
    assert "starts: 2027-06-15 10:00" in line
    moved = {SESSION: JUNE.replace("places: 20", "places: 12")}
    assert [*changes.facts(with_files(), with_files(moved))] == [
        "data/training/sessions/:",
        "  2027-06-listening, places: 20 -> 12",
    ]


@pytest.mark.parametrize("lost", ["venue: hall", "places: 20"])
def test_date_that_lost_a_line_is_pointed_out(lost: str) -> None:
    (warning,) = INVENTED.warnings({SESSION: JUNE.replace(f"{lost}\n", "")})
    assert warning.startswith(f"{SESSION}:1:1: {lost.partition(':')[0]}: is missing; say ")


AS_FORMS_WRITE = {
    "quoted day and time": (SESSION, JUNE.replace("2027-06-15 10:00", "'2027-06-15T10:00'")),
    "seconds": (SESSION, JUNE.replace("2027-06-15 10:00", "2027-06-15T10:00:00")),
    "quoted day": (CHANGE, ABOUT.replace("2026-11-19", "'2026-11-19'")),
    "empty text": (SESSION, f"{JUNE}about: ''\nbook_by: ''\nchanges: ''\n"),
    "null": (SESSION, f"{JUNE}about: null\ntrainers: null\nbook_at: ~\nprices:\n"),
    "text in the next line": (CHANGE, ABOUT.replace("is shorter", "is\n  shorter")),
}


@pytest.mark.parametrize(("name", "text"), AS_FORMS_WRITE.values(), ids=AS_FORMS_WRITE)
def test_what_forms_write_means_the_same(name: str, text: str) -> None:
    said, plain = (
        [one.model_dump() for one in (*site.sessions, *site.changes)]
        for site in (with_files({name: text}), with_files())
    )
    assert said == plain
    assert INVENTED.problems({**ALL, name: text}) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("course: listening", "course: ''"),
        ("places: 20", "places: 20\nstatus: ''"),
        ("places: 20", "places: 20\nstatus:"),
        ("starts: 2027-06-15 10:00", "starts: null"),
        ("starts: 2027-06-15 10:00", "starts: 2027-06-15T10:00Z"),
        ("starts: 2027-06-15 10:00", "starts: 2027-06-15T10:00:30"),
        ("starts: 2027-06-15 10:00", "starts: 15/06/2027 10:00"),
    ],
)
def test_what_could_be_misread_is_refused(old: str, new: str) -> None:
    assert INVENTED.problems({**ALL, SESSION: JUNE.replace(old, new)})


def test_null_that_says_something_stays() -> None:
    """A plan says so that its report leaves a column empty; without the key it has none."""
    said = [
        "timescale" in priority.model_fields_set for priority in REAL.site({}).priorities.values()
    ]
    assert any(said)
