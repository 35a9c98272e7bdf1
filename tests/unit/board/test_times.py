"""What readers see only for a time: notices, and pages that come or go."""

import datetime

import pytest

from safeguarding import links
from safeguarding.board import views
from safeguarding.board.views import NoticeView
from safeguarding.exports import atom
from safeguarding.pages import absent
from safeguarding.site import Site
from tests.boards import INVENTED, Edits
from tests.small import at, day, quiet_site, small_site

NOTICE, VACANCY, CHANGES = "data/notice.yml", "docs/about/vacancy.md", "data/changes.yml"
UNTIL = "until: 2099-06-18\n"
WINTER = "until: 2026-12-18\n"
NOON = "until: 2026-06-18 12:00\n"
NEWS = "changes:\n  - {on: 2026-11-20, page: about/vacancy/, what: Apply now.}\n"


def site(edits: Edits) -> Site:
    return small_site(edits)


def notices(*entries: str) -> Edits:
    return {NOTICE: "notices:\n" + "".join(f"  - {entry}\n" for entry in entries)}


def one(**more: str) -> str:
    said = {"text": "Closed.", "until": "2026-12-01"} | more
    return "{" + ", ".join(f"{key.rstrip('_')}: {value}" for key, value in said.items()) + "}"


def test_a_notice_names_whom_to_turn_to_and_the_page_that_says_more() -> None:
    known = site(notices(one(contact="team", page="check/")))
    assert views.notice(known, at("2026-11-30T12:00Z")) == NoticeView(
        text="Closed.",
        contact=known.contacts["team"],
        doubt="to be confirmed by the partnership",
        page="check/",
        title="Whom do I call?",
        until="2026-12-02T00:00:00Z",
    )


def test_a_contact_that_was_confirmed_stands_without_a_doubt() -> None:
    shown = views.notice(site(notices(one(contact="emergency"))), at("2026-11-30T12:00Z"))
    assert shown is not None
    assert shown.doubt == ""


@pytest.mark.parametrize(
    ("entry", "now", "is_there"),
    [
        (one(), "2026-12-01T23:59Z", True),
        (one(), "2026-12-02T00:00Z", False),
        (one(from_="2026-12-01"), "2026-11-30T23:59Z", False),
        (one(from_="2026-12-01"), "2026-12-01T00:00Z", True),
        (one(until="2026-12-01 12:00"), "2026-12-01T11:59Z", True),
        (one(until="2026-12-01 12:00"), "2026-12-01T12:00Z", False),
        (one(until="2026-07-01 12:00"), "2026-07-01T10:59Z", True),  # 11:59 on the clocks
        (one(until="2026-07-01 12:00"), "2026-07-01T11:00Z", False),
        (one(from_="2026-07-01", until="2026-07-02"), "2026-06-30T23:00Z", True),
    ],
)
def test_a_notice_comes_and_goes_by_the_clocks_of_the_board(
    entry: str, now: str, is_there: bool
) -> None:
    assert (views.notice(site(notices(entry)), at(now)) is not None) is is_there


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (
            [one(text="A" * 201)],
            f"2:6: text: {'A' * 200}… is longer than 200 letters, and would stand above every"
            " page; say it shorter, and put the rest on a page",
        ),
        ([one(text="A" * 200)], ""),
        (["{text: Closed.}"], "2:5: until: is missing; add it"),
        (
            [one(contact="teem")],
            '2:40: contact: teem is not in data/contacts.yml; did you mean "team"?',
        ),
        (
            [one(page="abuot/")],
            '2:40: page: abuot/ is not in docs/; did you mean "about/"?',
        ),
        (
            [one(from_="2026-12-02")],
            "2:21: until: 2026-12-01 is over before 2026-12-02 begins; correct one of them",
        ),
        ([one(until="2026-12-25")], ""),
        (
            [one(until="2026-12-26")],
            "2:21: until: 2026-12-26 is more than four weeks after 2026-11-27, and nobody reads"
            " what always stands there; write an earlier day, or put it on a page",
        ),
        ([one(from_="2026-12-20", until="2027-01-17")], ""),
        (
            [one(), one(from_="2026-12-01", until="2026-12-03")],
            "3:6: text: stands at the same time as that of data/notice.yml:2, and readers see one"
            " at a time; put both into one text, or change a day",
        ),
        ([one(), one(from_="2026-12-02", until="2026-12-03")], ""),
        ([one(until="2026-12-01 12:00"), one(from_="2026-12-02", until="2026-12-03")], ""),
    ],
)
def test_a_notice_is_short_and_soon_over_and_stands_alone(entries: list[str], told: str) -> None:
    problems = INVENTED.problems(notices(*entries))
    assert [one.partition("data/notice.yml:")[2].replace('""', "") for one in problems] == (
        [told] if told else []
    )


def test_the_file_of_notices_may_have_none() -> None:
    assert INVENTED.problems({NOTICE: "notices:\n"}) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "  - text: Closed.\n    until: 2026-12-01\n",
            '1:1: the file must start with "key: value" lines; the name of the list stands above'
            " its first entry: write  notices:",
        ),
        (
            "notices: []\n  - text: Closed.\n    until: 2026-12-01\n",
            "1:9: [] says that there are none; delete it: write  notices:",
        ),
        (
            "text: Closed.\nuntil: 2026-12-01\n",
            '1:1: is an entry of notices; write notices: above it, and "- " before its first line',
        ),
    ],
)
def test_a_first_notice_is_told_what_stands_above_it(text: str, told: str) -> None:
    assert INVENTED.problems({NOTICE: text}) == [f"{NOTICE}:{told}"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", []),
        ("until: 2026-12-01\n", []),
        ("until: 2026-12-01 12:00\n", ["page"]),
        ("from: 2026-11-30\n", ["page"]),
    ],
)
def test_a_notice_leads_to_a_page_that_is_there_as_long(head: str, told: list[str]) -> None:
    edits = {**notices(one(page="about/vacancy/")), VACANCY: (UNTIL, head)}
    assert [one.split(": ")[1] for one in INVENTED.problems(edits)] == told


@pytest.mark.parametrize(
    ("head", "now", "is_there"),
    [
        (UNTIL, "2026-11-30T12:00Z", True),
        (WINTER, "2026-12-18T23:59Z", True),
        (WINTER, "2026-12-19T00:00Z", False),
        (NOON, "2026-06-18T10:59Z", True),
        (NOON, "2026-06-18T11:00Z", False),
        ("from: 2026-12-18\n", "2026-12-17T23:59Z", False),
        ("from: 2026-12-18\n", "2026-12-18T00:00Z", True),
    ],
)
def test_a_page_comes_and_goes_by_the_clocks_of_the_board(
    head: str, now: str, is_there: bool
) -> None:
    known = site({VACANCY: (UNTIL, head)})
    assert (VACANCY not in views.absent(known, at(now))) is is_there
    there = views.ends(known, at(now))
    assert ("about/vacancy/" in there) is (is_there and "until" in head)


def test_readers_are_told_when_a_page_goes() -> None:
    known = site({VACANCY: (UNTIL, NOON)})
    assert views.ends(known, at("2026-06-01T12:00Z")) == {
        "about/vacancy/": ("2026-06-18T11:00:00Z", datetime.datetime(2026, 6, 18, 12))
    }


@pytest.mark.parametrize(("today", "is_listed"), [("2026-12-18", True), ("2026-12-19", False)])
def test_a_page_that_is_gone_is_in_no_list_and_no_feed(today: str, is_listed: bool) -> None:
    known = quiet_site({VACANCY: (UNTIL, WINTER), CHANGES: ("changes:\n", NEWS)})
    words = [word.title for _, words in views.a_to_z(known, "", day(today)) for word in words]
    assert ("Work with us" in words) is is_listed
    assert any(one.what == "Apply now." for one in views.updates(known, day(today))) is is_listed
    feed = atom.feed(known, day(today)).itertext()
    assert ("Apply now." in feed) is is_listed


@pytest.mark.parametrize(
    ("head", "today", "told"),
    [
        ("until: 2026-12-05\n", "2026-11-27", ""),
        (
            "until: 2026-12-04\n",
            "2026-11-27",
            "2026-12-04 comes soon: then readers no longer see the page; all is well if that is so,"
            " or write a later day",
        ),
        (
            "until: 2026-12-04\n",
            "2026-12-05",
            "2026-12-04 is over: readers no longer see the page; delete it, or write a later day",
        ),
    ],
)
def test_an_author_knows_a_week_before_a_page_goes(head: str, today: str, told: str) -> None:
    board = INVENTED.on(datetime.date.fromisoformat(today))
    warned = [
        one for one in board.warnings({VACANCY: (UNTIL, head), NOTICE: None}) if VACANCY in one
    ]
    assert warned == ([f"{VACANCY}:4:1: until: {told}"] if told else [])


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("until: 2026-12-05\n", ""),
        (
            "until: 2026-12-03\n",
            "goes on Thursday 3 December 2026; then readers see the words without a link: delete"
            " them if they mean nothing without it",
        ),
        (
            "until: 2026-11-20\n",
            "went on Friday 20 November 2026; then readers see the words without a link: delete"
            " them if they mean nothing without it",
        ),
        (
            "from: 2026-12-03\n",
            "is not there before Thursday 3 December 2026; until then readers see the words without"
            " a link",
        ),
    ],
)
def test_links_to_a_page_that_is_not_there_are_told(head: str, told: str) -> None:
    known = site({VACANCY: (UNTIL, head)})
    warned = list(map(str, absent.warnings(known, day("2026-11-27"))))
    place = "docs/about/index.md:14:46: vacancy.md"
    assert warned == ([f"{place}: {told}"] if told else [])


def test_links_of_a_page_that_is_not_there_are_not_told() -> None:
    text = "---\ntitle: A\ndescription: B.\nuntil: 2026-11-20\n---\n# A\n\n[It](about/vacancy.md)\n"
    known = site({"docs/a.md": text, "docs/about/index.md": ("](vacancy.md)", "](index.md)")})
    assert list(absent.warnings(known, day("2026-11-27"))) == []


def test_what_every_page_leads_to_stays() -> None:
    told = INVENTED.problems_of_all_pages({"docs/a-z.md": ("title:", "from: 2026-11-01\ntitle:")})
    assert told == [
        "docs/a-z.md:2:1: from: is for a page that can go, and others lead to this one by"
        " themselves; delete it"
    ]


def test_an_old_address_leads_to_a_page_that_stays() -> None:
    edits = {"data/redirects.yml": ("to: report/", "to: about/vacancy/#work-with-us")}
    assert INVENTED.problems(edits) == [
        "data/redirects.yml:4:28: to: about/vacancy/#work-with-us is there only for a time; lead to"
        " a page that stays"
    ]


@pytest.mark.parametrize(
    ("here", "html", "left"),
    [
        ("about/", '<a href="vacancy/">It</a>', "It"),
        (
            "about/",
            '<a class="a" href="vacancy/#top" title="b">It <em>is</em></a>',
            "It <em>is</em>",
        ),
        ("check/", '<a href="../about/vacancy/">It</a>', "It"),
        ("./", '<a href="about/vacancy/">It</a>', "It"),
        (
            "about.html",
            '<a href="about/vacancy.html">It</a>',
            '<a href="about/vacancy.html">It</a>',
        ),
        ("about/", '<a href="feedback/">It</a>', '<a href="feedback/">It</a>'),
        ("about/vacancy/", '<a href="#top">It</a>', '<a href="#top">It</a>'),
    ],
)
def test_of_a_link_to_a_page_that_is_gone_the_words_stay(here: str, html: str, left: str) -> None:
    assert links.without(html, here, ["about/vacancy/"]) == left


def test_nothing_is_looked_for_where_every_page_is_there() -> None:
    assert links.without("<a href=''>It</a>", "", []) == "<a href=''>It</a>"
