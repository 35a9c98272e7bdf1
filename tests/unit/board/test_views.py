"""Lists that make themselves: their order, and what is due on a day."""

import datetime

import pytest

from safeguarding.board import views as lists
from safeguarding.board.views import Update, Word
from safeguarding.procedures.views import reviews
from safeguarding.procedures.views.reviews import Review
from safeguarding.shared.table import Cell, Column, Row
from safeguarding.site import Site
from tests.small import BOARD, LAW, LISTENING, day, quiet_site, small_site

GLOSSARY, CHANGES = "data/glossary.yml", "data/changes.yml"
OTHER_PAGE = "docs/procedures/asking.md"
ADDRESS, TITLE = "procedures/listening/", "When a child tells you something"
TELL = "what: Tell the children’s team., within: the same day"


def with_another_procedure(last_reviewed: str) -> Site:
    page = quiet_site().texts[LISTENING]
    page = page.replace(f"title: {TITLE}", "title: Asking")
    page = page.replace("last_reviewed: 2026-11-20", f"last_reviewed: {last_reviewed}")
    return quiet_site({OTHER_PAGE: page})


def turning() -> Site:
    """A step of one procedure starts on 1 December 2026, and an Act on 1 January 2027."""
    act = ("  - id: example-act-s1\n", "  - id: example-act-s1\n    from: 2027-01-01\n")
    steps = [(TELL, f"from: 2026-12-01, {TELL}")]
    return quiet_site({LISTENING: steps, LAW: act})


@pytest.mark.parametrize(
    ("address", "title"),
    {
        "check/": "Whom do I call?",
        "report/money/": "Money in 2019–20 (archive 2019–20)",
        "performance/help/": "Help and protection (archive 2020–21)",
    }.items(),
)
def test_title_of_a_past_year_says_so(address: str, title: str) -> None:
    assert quiet_site().title(address) == title


def test_words_explained_stand_by_their_letter_however_they_are_written() -> None:
    more = "terms:\n  - {term: audience, meaning: Who.}\n  - {term: Zeal, meaning: Will.}\n"
    found = lists.glossary(quiet_site({GLOSSARY: ("terms:\n", more)}))
    assert [(letter, [term.term for term in terms]) for letter, terms in found] == [
        ("A", ["audience", "Audit"]),
        ("E", ["EVSCP"]),
        ("Z", ["Zeal"]),
    ]


def test_a_to_z_has_titles_and_words_by_letter() -> None:
    found = dict(lists.a_to_z(quiet_site(), "a-z/", day("2026-11-27")))
    assert [letter for letter in found if letter.isascii()] == [*"ABCDGHLMOPSTW"]
    assert [word.word for word in found["W"]] == [
        "What changed",
        "What we learnt",
        "When a child tells you something",
        "Whom do I call?",
        "whom to call",
        "Whom to call: poster and card",
        "Work with us",
        "Worried about a child?",
        "Worried about a child? Easy Read",
    ]


def test_word_of_a_to_z_leads_to_its_page() -> None:
    found = {
        word.word: word
        for _, words in lists.a_to_z(quiet_site(), "a-z/", day("2026-11-27"))
        for word in words
    }
    assert found["whom to call"] == Word(
        "whom to call", "Worried about a child?", "../worried-about-a-child/"
    )
    assert found["Money in 2019–20 (archive 2019–20)"].href == "../report/money/"
    assert "Home" not in found


def test_changes_of_pages_and_of_data_stand_newest_first_then_by_title() -> None:
    later = "changes:\n  - {on: 2026-11-25, what: Second version.}\n"
    early = "changes:\n  - {on: 2026-11-19, page: check/, what: A word.}\n"
    known = quiet_site({LISTENING: ("changes:\n", later), CHANGES: ("changes:\n", early)})
    assert lists.updates(known, day("2026-11-26")) == (
        Update(day("2026-11-25"), TITLE, ADDRESS, "Second version."),
        Update(day("2026-11-20"), "Money in 2019–20", "report/money/", "The sums stand here now."),
        Update(day("2026-11-20"), TITLE, ADDRESS, "First version."),
        Update(day("2026-11-19"), "Whom do I call?", "check/", "A word."),
    )
    assert [one.address for one in lists.data_changes(known, day("2026-11-26"))] == [
        "report/money/",
        "check/",
    ]


def test_a_figure_that_was_corrected_is_news() -> None:
    told = lists.data_changes(small_site(), day("2026-11-26"))
    assert [one for one in told if one.address == "performance/reviews/"] == [
        Update(
            day("2020-09-01"),
            "Reviews held in time",
            "performance/reviews/",
            "Corrected (Reviews held in time, 2018/19): it was 61.0. Reviews of one office were"
            " counted twice.",
        )
    ]


@pytest.mark.parametrize(
    ("today", "news"),
    {
        "2026-11-30": [],
        "2026-12-01": ["2026-12-01"],
        "2026-12-31": ["2026-12-01"],
        "2027-01-01": ["2027-01-01", "2027-01-01", "2026-12-01"],
    }.items(),
)
def test_what_turned_by_itself_is_news_from_its_day_on(today: str, news: list[str]) -> None:
    found = lists.updates(turning(), day(today))[:-2]
    assert [one.on for one in found] == list(map(day, news))
    assert [one.title for one in found] == ["What changed", TITLE, TITLE][3 - len(news) :]


def test_news_of_a_turn_has_its_words_and_its_page() -> None:
    found = lists.updates(turning(), day("2026-12-01"))[0]
    said = "From 1 December 2026: Anyone: Tell the children’s team."
    assert found == Update(day("2026-12-01"), TITLE, ADDRESS, said)


def due(site: Site, today: datetime.date, within: int) -> tuple[Review, ...]:
    """What falls due, but for what runs out."""
    every = reviews.reviews(site, today, within)
    return tuple(review for review in every if review.kind != "end")


def test_procedure_and_sources_fall_due() -> None:
    found = due(quiet_site(), day("2026-11-20"), 1000)
    sources = f"Sources of {LAW}: example-act-s1, example-guidance"
    assert found == (
        Review("sources", LAW, sources, "", day("2027-05-20"), False),
        Review("review", "listening", TITLE, "Practice task group", day("2027-11-20"), False),
    )


@pytest.mark.parametrize(
    ("today", "within", "kinds"),
    [
        ("2027-05-10", 9, []),
        ("2027-05-10", 10, [("sources", False)]),
        ("2027-05-20", 0, [("sources", False)]),
        ("2027-05-21", 0, [("sources", True)]),
        ("2027-11-20", 0, [("sources", True), ("review", False)]),
        ("2027-11-21", 0, [("sources", True), ("review", True)]),
    ],
)
def test_due_is_what_falls_within_the_days_asked_for(
    today: str, within: int, kinds: list[tuple[str, bool]]
) -> None:
    found = due(quiet_site(), day(today), within)
    assert [(one.kind, one.past) for one in found] == kinds


def test_sources_of_one_file_are_one_entry_a_day() -> None:
    known = quiet_site({LAW: ("checked: 2026-11-20", "checked: 2026-11-19")})
    found = due(known, day("2026-11-20"), 200)
    assert [(one.title, one.due) for one in found] == [
        (f"Sources of {LAW}: example-act-s1", day("2027-05-19")),
        (f"Sources of {LAW}: example-guidance", day("2027-05-20")),
    ]


def test_change_that_a_page_makes_by_itself_is_due_until_the_day_before() -> None:
    said = "From 1 December 2026: Anyone: Tell the children’s team."
    before, after = (
        [one for one in due(turning(), day(today), 20) if one.kind == "change"]
        for today in ("2026-11-30", "2026-12-01")
    )
    assert before == [
        Review(
            "change",
            f"{ADDRESS} {said}",
            f"{TITLE} changes by itself: {said}",
            "Practice task group",
            day("2026-12-01"),
            False,
        )
    ]
    assert after == []


def test_change_of_a_page_that_is_no_procedure_has_no_owner() -> None:
    guidance = "  - id: example-guidance\n"
    known = quiet_site({LAW: (guidance, f"{guidance}    from: 2027-01-01\n")})
    found = due(known, day("2026-12-20"), 20)
    assert [(one.id.partition(" ")[0], one.owner) for one in found] == [
        (ADDRESS, "Practice task group"),
        ("check/", ""),
    ]


def test_reviews_stand_soonest_first_then_by_title() -> None:
    known = with_another_procedure("2026-11-20")
    found = due(known, day("2027-11-20"), 0)
    assert [one.title for one in found][1:] == ["Asking", TITLE]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2027-11-18", ["in date", "in date"]),
        ("2027-11-19", ["in date", "in date"]),
        ("2027-11-20", ["past its review date", "in date"]),
        ("2027-11-21", ["past its review date", "past its review date"]),
    ],
)
def test_table_of_reviews_says_what_is_past(today: str, state: list[str]) -> None:
    table = reviews.review_due(with_another_procedure("2026-11-19"), "about/", day(today))
    assert [row.cells[1].text for row in table.rows] == state
    tones = [row.cells[1].tone for row in table.rows]
    assert tones == ["worse" if one.startswith("past") else "" for one in state]


def test_table_of_reviews_is_by_day() -> None:
    table = reviews.review_due(with_another_procedure("2026-11-21"), "about/", day("2026-11-25"))
    assert (table.caption, table.corner, table.id) == (
        "When each procedure is due for review",
        "Procedure",
        "procedures",
    )
    assert table.columns == (Column("Due", figures=False), Column("State", figures=False))
    assert table.rows[0] == Row(
        TITLE, (Cell("20 November 2027"), Cell("in date")), href="../procedures/listening/"
    )
    assert table.rows[1].label == "Asking"


@pytest.mark.parametrize(
    ("said", "group", "groups", "unconfirmed"),
    [
        ("", "sub-group", "sub-groups", "to be confirmed by the board"),
        ("words: {body: alliance}", "sub-group", "sub-groups", "to be confirmed by the alliance"),
        ("words: {group: hub}", "hub", "hubs", "to be confirmed by the board"),
        ("words: {group: body, groups: bodies}", "body", "bodies", "to be confirmed by the board"),
    ],
)
def test_body_and_its_groups_are_called_what_they_call_themselves(
    said: str, group: str, groups: str, unconfirmed: str
) -> None:
    written = "words: {body: partnership, group: task group, groups: task groups}"
    site = small_site({BOARD: (written, said), "data/groups.yml": None})
    assert site.group_name("practice") == f"Practice {group}"
    assert (site.board.words.several_groups, site.board.unconfirmed) == (groups, unconfirmed)
