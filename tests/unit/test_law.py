"""What pages rest on: in force, replaced or still to come; and pages that change by themselves on a
day that is known."""

import datetime
from pathlib import Path

import pytest

from safeguarding import checks
from safeguarding.authoring import Author
from safeguarding.board import views as lists
from safeguarding.clock import Days
from safeguarding.exports import atom
from safeguarding.procedures.views import reviews
from safeguarding.shared import addresses
from safeguarding.shared.statements import statements
from safeguarding.site import load_site
from tests.conftest import NOW, ROOT, complaints, edit, run

LAW, LISTENING = "data/law/law.yml", "docs/procedures/listening.md"
TOOL = "data/decision_trees/told.yml"
MUST = f"{LISTENING}:15:74: force: must"
TODAY = NOW.date()
ACT = "id: example-act-s1\n"
NEW = (
    "  - id: new-guidance\n    title: How to listen better\n    kind: guidance\n    checked:"
    " 2026-11-20\n    read: primary\n    read_in: no place at all; this guidance is invented\n"
)
DAY = datetime.date(2027, 4, 1)


def written(board, file, old, new):
    path = board / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def with_status(board, lines, id=ACT):
    written(board, LAW, id, f"{id}    {lines}\n")


# A slip in data/law/, in a step or in a tool, and what is told of it, with its place.
SLIPS = {
    "a must on a summary": (
        (LAW, "read: primary", "read: summary"),
        (
            f"{MUST} rests on the text of the law, but only a summary of Exampland Children"
            " Act, section 1 was read"
        ),
    ),
    "a must on what is to come": (
        (LAW, ACT, f"{ACT}    status: not yet in force\n"),
        (
            f"{MUST} rests on law, but Exampland Children Act, section 1 is not yet in force;"
            " write from: with the day on which it starts, or should"
        ),
    ),
    "a must on what has been replaced": (
        (LAW, ACT, f"{ACT}    status: superseded\n    superseded_by: example-guidance\n"),
        (
            f"{MUST} rests on law, but Exampland Children Act, section 1 is superseded; name"
            " what replaced it"
        ),
    ),
    "a result of a tool that says must without a law": (
        (TOOL, "text: Do not wait.", "text: You must not wait."),
        f"{TOOL}:13:5: sources: must rests on law, but no source here is a law",
    ),
    "replaced by nothing": (
        (LAW, "id: example-guidance\n", "id: example-guidance\n    status: superseded\n"),
        f"{LAW}:10:5: superseded_by: is missing; name what took its place",
    ),
    "an end without a successor": (
        (LAW, "id: example-guidance\n", "id: example-guidance\n    until: 2027-08-31\n"),
        f"{LAW}:10:5: superseded_by: is missing; name what took its place",
    ),
    "a successor without an end": (
        (
            LAW,
            "id: example-guidance\n",
            "id: example-guidance\n    superseded_by: example-act-s1\n",
        ),
        f"{LAW}:11:5: superseded_by: says what takes its place, but not when",
    ),
    "its own successor": (
        (
            LAW,
            "id: example-guidance\n",
            "id: example-guidance\n    status: superseded\n    superseded_by: example-guidance\n",
        ),
        f"{LAW}:12:5: superseded_by: example-guidance cannot take its own place",
    ),
    "a successor that is not there": (
        (
            LAW,
            "id: example-guidance\n",
            "id: example-guidance\n    status: superseded\n    superseded_by: nothing\n",
        ),
        f"{LAW}:12:5: superseded_by: nothing is not in data/law/",
    ),
    "an end before the start": (
        (
            LAW,
            "id: example-guidance\n",
            (
                "id: example-guidance\n    from: 2027-05-01\n    until: 2027-04-01\n   "
                " superseded_by: example-act-s1\n"
            ),
        ),
        f"{LAW}:12:5: until: 2027-04-01 comes before 2027-05-01, the first day",
    ),
    "a must on what will end": (
        (LAW, ACT, f"{ACT}    until: 2098-03-31\n    superseded_by: example-guidance\n"),
        (
            f"{MUST} rests on law, but Exampland Children Act, section 1 ends on 2098-03-31;"
            " name what takes its place as well, or write until: with that day, if nothing does"
        ),
    ),
    "a result of a tool that rests on what will end": (
        (
            TOOL,
            "text: Do not wait.",
            "sources: [ending], text: You must not wait.",
        ),
        f"{TOOL}:13:51: sources: must rests on law, but An Act that ends ends on 2098-03-31",
    ),
    "the same step on other days in another list": (
        (LISTENING, "sources: [example-act-s1]}", "sources: [example-act-s1], until: 2098-03-31}"),
        (
            f"{LISTENING}:15:114: until: 2098-03-31 here, but no day on line 19 for the same step;"
            " correct one of them"
        ),
    ),
    "no such status": (
        (LAW, ACT, f"{ACT}    status: repealed\n"),
        f"{LAW}:4:5: status: repealed is not one of: ",
    ),
    "no such way to read": (
        (LAW, "read: primary", "read: heard"),
        f"{LAW}:8:5: read: heard is not one of: ",
    ),
}


ENDING = (
    "  - id: ending\n    title: An Act that ends\n    kind: law\n    until: 2098-03-31\n   "
    " superseded_by: example-act-s1\n    checked: 2026-11-20\n    read: primary\n    read_in: no"
    " place at all; this Act is invented\n"
)


@pytest.mark.parametrize(("slip", "told"), SLIPS.values(), ids=SLIPS)
def test_slip_is_told(board, slip, told):
    (board / LAW).write_text((board / LAW).read_text("utf-8") + ENDING, "utf-8")
    edit(board, *slip)
    found = complaints(board)
    assert any(one.startswith(told) for one in found), found


def test_what_is_replaced_is_warned_of_and_said_on_the_page(board):
    written(
        board,
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    status: superseded\n    superseded_by: new-guidance\n",
    )
    (board / LAW).write_text((board / LAW).read_text("utf-8") + NEW, "utf-8")
    facts = load_site(board)
    told = [str(one) for one in checks.warnings(facts, Days(TODAY, TODAY)) if one.field == "status"]
    assert any(
        "/procedures/listening/ rests on How to listen, which How to listen better has replaced"
        in one
        for one in told
    )
    author = Author(facts, here=lambda: "procedures/listening/", now=NOW)
    page = author.procedure() + author.procedure_end()
    assert "Part of this page rests on what has been replaced." in page
    assert "Replaced by: How to listen better." in page


def test_what_is_in_force_is_not_warned_of(board):
    assert [
        one
        for one in checks.warnings(load_site(board), Days(TODAY, TODAY))
        if one.place.path == LAW
    ] == []
    author = Author(load_site(board), here=lambda: "procedures/listening/", now=NOW)
    assert "has been replaced" not in author.procedure()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (DAY - datetime.timedelta(1), "not yet in force"),
        (DAY, "in force"),
        (datetime.date(2027, 8, 31), "in force"),
        (datetime.date(2027, 9, 1), "superseded"),
    ],
)
def test_a_source_begins_and_ends_on_its_days(board, today, state):
    with_status(
        board,
        "status: not yet in force\n    from: 2027-04-01\n    until: 2027-08-31\n    superseded_by:"
        " example-guidance",
    )
    assert load_site(board).authorities["example-act-s1"].state(today) == state


@pytest.mark.parametrize(
    "lines",
    [
        "status: superseded\n    from: 2020-04-01\n    superseded_by: example-guidance",
        (
            "from: 2020-04-01\n    status: superseded\n    until: 2098-03-31\n    superseded_by:"
            " example-guidance"
        ),
    ],
)
def test_a_source_that_was_replaced_is_not_in_force_whatever_its_days(board, lines):
    with_status(board, lines)
    assert load_site(board).authorities["example-act-s1"].state(TODAY) == "superseded"


@pytest.mark.parametrize("today", ["2027-03-31", "2027-04-01", "2027-04-02"])
def test_a_must_ends_and_another_begins_on_the_day_of_their_laws_without_a_complaint(board, today):
    with_status(board, "until: 2027-03-31\n    superseded_by: new-act")
    (board / LAW).write_text(
        (board / LAW).read_text("utf-8")
        + NEW.replace("new-guidance", "new-act").replace(
            "kind: guidance", "kind: law\n    from: 2027-04-01"
        ),
        "utf-8",
    )
    old = (
        "  - {who: Anyone, what: Tell the children’s team., within: the same day, force: must,"
        " sources: [example-act-s1]}"
    )
    new = (
        old.replace("the same day", "one hour")
        .replace("example-act-s1", "new-act")
        .replace("}", ", from: 2027-04-01}")
    )
    text = (board / LISTENING).read_text("utf-8")
    (board / LISTENING).write_text(
        text.replace(old, f"{old[:-1]}, until: 2027-03-31}}\n{new}"), "utf-8"
    )
    assert (
        list(
            map(
                str,
                checks.problems(
                    load_site(board),
                    Days(datetime.date.fromisoformat(today), datetime.date(2027, 4, 10)),
                ),
            )
        )
        == []
    )


def test_a_source_without_an_end_may_say_so(board):
    with_status(board, "until: 9999-12-31\n    superseded_by: example-guidance")
    assert complaints(board) == []
    assert lists.updates(load_site(board), DAY)


@pytest.mark.parametrize(
    ("now", "named", "unnamed"),
    [
        ("2027-03-31T12:00Z", "example-act-s1", "new-act"),
        ("2027-04-01T12:00Z", "new-act", "example-act-s1"),
    ],
)
def test_page_names_no_source_of_a_step_that_it_does_not_show(board, now, named, unnamed):
    with_status(board, "until: 2027-03-31\n    superseded_by: new-act")
    (board / LAW).write_text(
        (board / LAW).read_text("utf-8")
        + NEW.replace("new-guidance", "new-act").replace(
            "kind: guidance", "kind: law\n    from: 2027-04-01"
        ),
        "utf-8",
    )
    old = (
        "  - {who: Anyone, what: Tell the children’s team., within: the same day, force: must,"
        " sources: [example-act-s1]}"
    )
    new = old.replace("example-act-s1", "new-act").replace("}", ", from: 2027-04-01}")
    text = (board / LISTENING).read_text("utf-8")
    (board / LISTENING).write_text(
        text.replace(old, f"{old[:-1]}, until: 2027-03-31}}\n{new}"), "utf-8"
    )
    facts, now = load_site(board), datetime.datetime.fromisoformat(now)
    author = Author(facts, here=lambda: "procedures/listening/", now=now)
    page = author.procedure() + author.cited()
    assert f'id="source-{named}"' in page
    assert f'id="source-{unnamed}"' not in page
    assert "what has been replaced" not in page
    assert [
        one
        for one in checks.warnings(facts, Days(now.date(), now.date()))
        if "/procedures/listening/" in one.message
    ] == []


def test_a_must_may_rest_on_two_laws_of_which_the_second_takes_over(board):
    with_status(board, "until: 2027-03-31\n    superseded_by: new-act")
    (board / LAW).write_text(
        (board / LAW).read_text("utf-8")
        + NEW.replace("new-guidance", "new-act").replace(
            "kind: guidance", "kind: law\n    from: 2027-04-01"
        ),
        "utf-8",
    )
    assert any("ends on 2027-03-31" in one for one in complaints(board))
    for path in [*(board / "docs").rglob("*.md"), *(board / "data").rglob("*.yml")]:
        path.write_text(
            path.read_text("utf-8").replace(
                "sources: [example-act-s1]", "sources: [example-act-s1, new-act]"
            ),
            "utf-8",
        )
    assert complaints(board) == []


def test_a_must_may_wait_for_the_day_on_which_its_law_begins(board):
    with_status(board, "status: not yet in force\n    from: 2027-04-01")
    assert any("is not yet in force" in one for one in complaints(board))
    text = (
        (board / LISTENING)
        .read_text("utf-8")
        .replace("force: must", "force: must, from: 2027-04-01")
    )
    text = text.replace(
        "    force: must, from: 2027-04-01\n", "    force: must\n    from: 2027-04-01\n"
    )
    (board / LISTENING).write_text(text, "utf-8")
    assert complaints(board) == []


@pytest.fixture
def turning(board):
    """The invented board, in which one step ends and another takes its place on 1 April 2027."""
    step = "  - who: Anyone\n    what: {what}\n    force: may\n    {key}: {day}\n"
    text = (board / LISTENING).read_text("utf-8")
    text = text.replace(
        "timescales:\n",
        step.format(what="Write it on paper.", key="until", day="2027-03-31")
        + step.format(what="Write it in the new book.", key="from", day="2027-04-01")
        + "timescales:\n",
        1,
    )
    (board / LISTENING).write_text(text, "utf-8")
    return board


@pytest.mark.parametrize(
    ("now", "shown", "hidden"),
    [
        ("2027-03-31T22:59Z", "on paper", "the new book"),
        ("2027-03-31T23:00Z", "the new book", "on paper"),
    ],
)
def test_page_changes_by_itself_at_midnight_of_the_day(turning, now, shown, hidden):
    author = Author(
        load_site(turning),
        here=lambda: "procedures/listening/",
        now=datetime.datetime.fromisoformat(now),
    )
    assert shown in author.procedure()
    assert hidden not in author.procedure()


@pytest.mark.parametrize(
    ("today", "told"), [("2027-01-30", 0), ("2027-01-31", 2), ("2027-03-31", 2), ("2027-04-01", 0)]
)
def test_change_is_announced_sixty_days_before(turning, today, told):
    found = [
        one
        for one in reviews.reviews(load_site(turning), datetime.date.fromisoformat(today), 60)
        if one.kind == "change"
    ]
    assert len(found) == told
    assert all(one.due == DAY and "changes by itself" in one.title for one in found)


@pytest.mark.parametrize(("now", "said"), [("2027-03-31T12:00Z", 0), ("2027-04-01T12:00Z", 3)])
def test_lists_of_which_nothing_counts_are_no_empty_lists(board, now, said):
    text = (board / LISTENING).read_text("utf-8")
    head, rest = text.split("record:", 1)
    (board / LISTENING).write_text(
        head.replace("}\n", ", until: 2027-03-31}\n") + "record:" + rest, "utf-8"
    )
    author = Author(
        load_site(board),
        here=lambda: "procedures/listening/",
        now=datetime.datetime.fromisoformat(now),
    )
    page = author.procedure()
    assert page.count("At present there is no") == said
    assert [
        one for one in ('<ul class="glance">', '<ol class="steps">', "<tbody>") if one in page
    ] == ([] if said else ['<ul class="glance">', '<ol class="steps">', "<tbody>"])


def test_page_says_on_paper_the_day_that_it_shows(turning):
    """Midnight of 1 April 2027 in London is still 31 March in UTC."""
    done = run(ROOT, "--board", str(turning), "build", SOURCE_DATE_EPOCH="1806534000")
    assert done.returncode == 0, done.stderr
    page = (turning / "site/procedures/listening/index.html").read_text("utf-8")
    assert "Write it in the new book." in page
    assert "made on 1 April 2027" in page


def test_words_of_a_step_mean_nothing_in_the_table_of_an_issue(turning):
    edit(turning, LISTENING, "Write it on paper.", "Write it | on paper, @all.")
    done = run(turning, "review-due", "--format", "markdown", SOURCE_DATE_EPOCH="1806000000")
    assert "Write it \\| on paper, @\u200ball. | Practice |" in done.stdout


@pytest.mark.parametrize(("today", "told"), [("2027-03-31", 0), ("2027-04-01", 2)])
def test_change_is_told_on_its_day_to_those_who_follow(turning, today, told):
    facts, day = load_site(turning), datetime.date.fromisoformat(today)
    assert sum("Write it" in one.what for one in lists.updates(facts, day)) == told
    assert (
        sum(
            "Write it" in (one.text or "")
            for one in atom.feed(facts, day).iter(f"{{{atom.SPACE}}}summary")
        )
        == told
    )
    author = Author(
        facts,
        here=lambda: "about/updates/",
        now=datetime.datetime.combine(day, datetime.time(12), datetime.UTC),
    )
    assert author.updates().count("Write it") == told


@pytest.mark.parametrize(("moment", "paper"), [("1806000000", True), ("1807000000", False)])
def test_built_page_and_feed_follow_the_clock(turning, moment, paper):
    """25 March and 6 April 2027."""
    done = run(ROOT, "--board", str(turning), "build", SOURCE_DATE_EPOCH=moment)
    assert done.returncode == 0, done.stderr
    page, feed = (
        (turning / "site" / name).read_text("utf-8")
        for name in ("procedures/listening/index.html", "updates.xml")
    )
    assert (
        "Write it on paper." in page,
        "Write it in the new book." in page,
        "Write it" in feed,
    ) == (paper, not paper, not paper)


def test_edition_that_takes_over_is_announced_and_told(board):
    written(
        board,
        LAW,
        "id: example-guidance\n",
        "id: example-guidance\n    until: 2027-03-31\n    superseded_by: new-guidance\n",
    )
    (board / LAW).write_text((board / LAW).read_text("utf-8") + NEW, "utf-8")
    facts = load_site(board)
    assert complaints(board) == []
    said = "How to listen better takes the place of How to listen on 1 April 2027."
    assert any(said in one.title for one in reviews.reviews(facts, datetime.date(2027, 3, 1), 60))
    assert not any(said in one.what for one in lists.updates(facts, datetime.date(2027, 3, 31)))
    assert any(said in one.what for one in lists.updates(facts, DAY))
    for now, shown in (
        ("2027-03-01", "In force until 31 March 2027. Then: How to listen better"),
        ("2027-04-01", "Replaced by: How to listen better"),
    ):
        author = Author(
            facts,
            here=lambda: "procedures/listening/",
            now=datetime.datetime.fromisoformat(f"{now}T12:00Z"),
        )
        assert shown in author.procedure() + author.procedure_end()


def test_words_of_a_page_wait_for_the_day(board):
    with_status(board, "status: not yet in force\n    from: 2027-04-01")
    for now, said in (("2027-03-31", "soon"), ("2027-04-01", "now")):
        author = Author(
            load_site(board),
            here=lambda: "",
            now=datetime.datetime.fromisoformat(f"{now}T12:00Z"),
        )
        assert author.when("example-act-s1", "soon", "now") == said


def test_words_that_wait_for_a_day_rest_on_their_source_and_are_announced(board):
    (board / LAW).write_text(
        (board / LAW).read_text("utf-8")
        + NEW.replace(
            "kind: guidance", "kind: law\n    status: not yet in force\n    from: 2027-04-01"
        ),
        "utf-8",
    )
    page = board / "docs/about/privacy.md"
    page.write_text(
        page.read_text("utf-8")
        + '\nWe ask. [[ when("new-guidance", "We need not ask you.", "We must ask you.") ]]\n',
        "utf-8",
    )
    facts = load_site(board)
    assert complaints(board) == []
    assert facts.rests_on()["about/privacy/"] == ("new-guidance",)
    assert [(one.address, one.words) for one in statements(facts, "new-guidance")] == [
        ("about/privacy/", "We ask. We need not ask you. / We must ask you.")
    ]
    assert [
        one.due
        for one in reviews.reviews(facts, datetime.date(2027, 3, 1), 60)
        if one.kind == "change"
    ] == [DAY]
    assert any(one.address == "about/privacy/" for one in lists.updates(facts, DAY))


def test_law_whose_day_has_come_is_to_be_read_again(board):
    with_status(board, "status: not yet in force\n    from: 2026-11-01")
    assert any(
        "has been in force since 2026-11-01; read it again" in one.message
        for one in checks.warnings(load_site(board), Days(TODAY, TODAY))
    )


def test_sources_are_read_again_in_time(board):
    with_status(board, "look_again: 3 months")
    facts = load_site(board)
    found = [
        one
        for one in reviews.reviews(facts, datetime.date(2027, 2, 20), 0)
        if one.kind == "sources"
    ]
    assert [(one.title, one.due) for one in found] == [
        ("Sources of data/law/law.yml: example-act-s1", datetime.date(2027, 2, 20))
    ]
    author = Author(
        facts,
        here=lambda: "about/sources/",
        now=datetime.datetime(2027, 2, 21, 12, tzinfo=datetime.UTC),
    )
    assert author.source_list().count("Due to be read again") == 1


def test_every_source_stands_on_the_page_of_all_sources_with_its_pages(facts):
    author = Author(facts, here=lambda: "about/sources/", now=NOW)
    page = author.source_list()
    for id, one in facts.authorities.items():
        assert f'<dt id="{id}">' in page and one.read_in.split("&")[0][:40].split("’")[
            0
        ] in page.replace("&#39;", "'"), id
    for address, ids in facts.rests_on().items():
        assert not ids or f'href="{addresses.relative(address, "about/sources/")}"' in page, address


def test_source_that_no_page_uses_is_pointed_out(board: Path) -> None:
    (board / LAW).write_text((board / LAW).read_text("utf-8") + NEW, "utf-8")
    assert complaints(board) == []
    assert [str(one) for one in checks.warnings(load_site(board), Days(TODAY, TODAY))] == [
        f"{LAW}:16:5: id: no page rests on new-guidance; name it where it is used, or delete it"
        " here"
    ]


def test_foot_of_a_page_says_what_and_when_and_not_how(facts):
    most = max(facts.procedures, key=lambda id: len(facts.rests_on()[addresses.procedure(id)]))
    page = addresses.procedure(most)
    author = Author(facts, here=lambda: page, now=NOW)
    author.procedure()
    foot = author.cited()
    assert "How each source was read" in foot
    assert "Checked on" in foot
    assert [id for id in facts.rests_on()[page] if facts.authorities[id].read_in in foot] == []


def test_statements_are_found_wherever_a_page_rests_on_a_source(facts):
    """Every page that rests on a source has a statement that does, and each statement stands where
    it says."""
    for address, ids in facts.rests_on().items():
        for id in ids:
            assert address in {one.address for one in statements(facts, id)}, (address, id)


@pytest.mark.parametrize(
    ("sources", "marked"),
    {
        "": False,
        "    sources: [example-guidance]\n": False,
        "    sources: [example-act-s1]\n": True,
    }.items(),
)
def test_what_may_be_done_is_marked_where_a_law_gives_the_power(board, sources, marked):
    written(
        board,
        LISTENING,
        "timescales:\n",
        f"  - who: Anyone\n    what: Open the door.\n    force: may\n{sources}timescales:\n",
    )
    page = Author(load_site(board), here=lambda: "procedures/listening/", now=NOW).procedure()
    step = page.partition("Open the door.")[0].rpartition("<li>")[2]
    assert ('class="force may"' in step) is marked


def test_what_counts_for_one_day_alone_begins_and_ends_on_it(board):
    with_status(
        board,
        "status: not yet in force\n    from: 2027-04-01\n    until: 2027-04-01\n    superseded_by:"
        " example-guidance",
    )
    facts = load_site(board)
    assert not any(
        "comes before" in one.message for one in checks.problems(facts, Days(TODAY, TODAY))
    )
    assert [
        facts.authorities["example-act-s1"].state(DAY + datetime.timedelta(days))
        for days in (-1, 0, 1)
    ] == ["not yet in force", "in force", "superseded"]
