"""Publications that nobody could open, find or believe: which line editors are told to mend, and
how."""

from pathlib import Path

import pytest

from safeguarding import assets
from safeguarding.clock import Days
from safeguarding.rules import RULES
from safeguarding.site import Site
from tests.broken import Broken
from tests.small import day, small_site
from tests.unit.publications.shelf import BRIEFINGS, KINDS, PAPERS, REVIEWS, entry, only

THERE, STANDS = "publications_name_what_is_there", "files_of_publications_are_there"
ALONE, APART = "files_stand_in_one_publication", "documents_are_told_apart"
OUT, ORDER = "publications_are_out", "days_of_publications_are_in_order"
FOLLOW, VERSIONS = "briefings_follow_their_reviews", "versions_follow_each_other"
FREE, NAMED = "addresses_of_publications_are_free", "assets_are_named"
TWO = "[{url: https://a.example/, title: A}, {url: https://b.example/, title: B}]"

BROKEN = {
    "kind that nobody declared": Broken(
        THERE,
        {REVIEWS: ("kind: review", "kind: reveiw")},
        (
            f"{REVIEWS}:5:5: kind: reveiw is not in the kinds of data/publications/; did you mean"
            ' "review"?',
        ),
    ),
    "subject, audience and contact that are not there": Broken(
        THERE,
        {
            REVIEWS: [
                ("other_formats: training-desk", "other_formats: training-desc"),
                ("[listening-to-children, working", "[listning-to-children, working"),
                ("audience: [everyone]", "audience: [everybody]"),
            ]
        },
        (
            f"{REVIEWS}:10:16: subjects: listning-to-children is not in the subjects of"
            ' data/publications/; did you mean "listening-to-children"?',
            f"{REVIEWS}:11:16: audience: everybody is not in data/audiences.yml; did you mean"
            ' "everyone"?',
            f"{REVIEWS}:2:1: other_formats: training-desc is not in data/contacts.yml; did you"
            ' mean "training-desk"?',
        ),
    ),
    "page that is not there": Broken(
        THERE,
        {PAPERS: ("page: worried-about-a-child/", "page: worried/")},
        (
            f"{PAPERS}:38:10: page: worried/ is not in docs/; correct it, or take it out if that"
            " page is gone",
        ),
    ),
    "part of a page": Broken(
        THERE, {PAPERS: ("page: worried-about-a-child/", "page: 'worried-about-a-child/#top'")}
    ),
    "review that is not there": Broken(
        THERE,
        {BRIEFINGS: ("about: child-a", "about: child-b")},
        (
            f"{BRIEFINGS}:14:5: about: child-b is not in data/publications/; did you mean"
            ' "child-a"?',
        ),
    ),
    "publication about itself": Broken(
        THERE,
        {BRIEFINGS: ("about: child-a", "about: learning-from-child-a")},
        (
            f"{BRIEFINGS}:14:5: about: learning-from-child-a is not in data/publications/; write"
            " one of newsletter-2026-spring, board-minutes-2026-06, escalation-2024,"
            " escalation-2026, referral-form, first-visit, child-a, national-review, or add it"
            " there",
        ),
    ),
    "file that is not there": Broken(
        STANDS,
        {BRIEFINGS: ("file: briefings/child-a.pdf", "file: briefings/child-b.pdf")},
        (
            f"{BRIEFINGS}:11:9: file: briefings/child-b.pdf is not in docs/assets/; put it there,"
            " or correct its name",
        ),
    ),
    "file of two publications": Broken(
        ALONE,
        {BRIEFINGS: ("file: briefings/child-a.pdf", "file: reviews/child-a.pdf")},
        (
            f"{REVIEWS}:13:10: file: reviews/child-a.pdf is a document of {BRIEFINGS}:11 already;"
            " name it once, and lead from there to here with about:",
        ),
    ),
    "address of two publications": Broken(
        ALONE,
        only(entry(), entry("two", documents="[{url: https://news.example/one}]")),
        (
            f"{PAPERS}:4:137: url: https://news.example/one is a document of {PAPERS}:3 already;"
            " name it once, and lead from there to here with about:",
        ),
    ),
    "page of two publications": Broken(
        ALONE,
        only(*(entry(id, documents="[{page: report/}]") for id in ("one", "two"))),
    ),
    "documents without a title": Broken(
        APART,
        only(entry(documents="[{url: https://a.example/}, {url: https://b.example/, title: B}]")),
        (
            f"{PAPERS}:3:136: title: is missing: with several documents each needs one, like: Easy"
            " read version",
        ),
    ),
    "documents with one title": Broken(
        APART,
        only(entry(documents=TWO.replace("title: B", "title: A"))),
        (f"{PAPERS}:3:199: title: A is the title of another document here; change one",),
    ),
    "documents that are told apart": Broken(APART, only(entry(documents=TWO))),
    "day that has not come": Broken(
        OUT,
        {REVIEWS: ("published: 2026-03-12", "published: 2026-11-28")},
        (
            f"{REVIEWS}:7:5: published: 2026-11-28 is still to come; correct the day, or say below"
            " it from when readers see it, like from: 2026-11-28",
        ),
    ),
    "day that has come somewhere": Broken(
        OUT, {REVIEWS: ("published: 2026-03-12", "published: 2026-11-28")}, latest="2026-11-28"
    ),
    "month that has begun": Broken(OUT, {REVIEWS: ("published: 2026-03-12", "published: 2026-11")}),
    "day before the review itself": Broken(
        ORDER,
        {REVIEWS: ("dated: 2026-02-02", "dated: 2026-03-13")},
        (
            f"{REVIEWS}:8:5: dated: 2026-03-13 is after 2026-03-12, when it was published; correct"
            " one of them",
        ),
    ),
    "same day": Broken(ORDER, {REVIEWS: ("dated: 2026-02-02", "dated: 2026-03-12")}),
    "day in the month of which no more is known": Broken(
        ORDER,
        only(entry(published="2026-03", dated="2026-03-31", until="2026-03-01")),
    ),
    "end before the start": Broken(
        ORDER,
        {PAPERS: ("until: 2026-09-30", "until: 2025-08-31")},
        (
            f"{PAPERS}:57:5: until: 2025-08-31 is before 2025-09-01, when it was published; correct"
            " one of them",
        ),
    ),
    "end on the day of its start": Broken(
        ORDER, {PAPERS: ("until: 2026-09-30", "until: 2025-09-01")}
    ),
    "briefing before its review": Broken(
        FOLLOW,
        {BRIEFINGS: ("published: 2026-04-20", "published: 2026-03-11")},
        (
            f"{BRIEFINGS}:6:5: published: 2026-03-11 is before 2026-03-12, when child-a was"
            " published, which it tells of; are both days right?",
        ),
    ),
    "briefing of the day of its review": Broken(
        FOLLOW, {BRIEFINGS: ("published: 2026-04-20", "published: 2026-03-12")}
    ),
    "version of another kind": Broken(
        VERSIONS,
        {PAPERS: ("replaces: escalation-2024", "replaces: board-minutes-2026-06")},
        (
            f"{PAPERS}:39:5: replaces: board-minutes-2026-06 is no older version of this: it is of"
            " another kind, or was not published before it; correct the id or the days",
        ),
    ),
    "version that is older": Broken(
        VERSIONS,
        only(entry("one", "2026-01-01"), entry("two", "2025-12-31", replaces="one")),
        (
            f"{PAPERS}:4:170: replaces: one is no older version of this: it is of another kind, or"
            " was not published before it; correct the id or the days",
        ),
    ),
    "versions in a circle": Broken(
        VERSIONS,
        only(
            entry("one", "2025-01-01", replaces="two"), entry("two", "2026-01-01", replaces="one")
        ),
        (
            f"{PAPERS}:3:170: replaces: two is no older version of this: it is of another kind, or"
            " was not published before it; correct the id or the days",
        ),
    ),
    "two new versions of one": Broken(
        VERSIONS,
        only(
            entry("one", "2024-01-01"),
            entry("two", "2025-01-01", replaces="one"),
            entry("three", "2026-01-01", replaces="one"),
        ),
        (
            f"{PAPERS}:4:170: replaces: one is replaced by {PAPERS}:5 already; name the newest"
            " version that there was before this",
        ),
    ),
    "address of a list": Broken(
        FREE,
        {REVIEWS: ("id: national-review", "id: kinds")},
        (
            f"{REVIEWS}:20:5: id: kinds is taken: a list of this site has that address; choose"
            " another id",
        ),
    ),
    "address of a page": Broken(
        FREE,
        {REVIEWS: ("id: national-review", "id: learning")},
        (
            f"{REVIEWS}:20:5: id: learning is taken: docs/publications/learning.md has that"
            " address; choose another id",
        ),
    ),
    "file that nobody finds": Broken(
        NAMED,
        {"docs/about/index.md": ("[poster](../assets/poster.png)", "poster")},
        (
            "docs/assets/poster.png:1:1: no publication and no page names this file, so nobody"
            " finds it; name it in data/publications/ or in a page, or delete it",
        ),
    ),
    "publication that is gone, with its file still there": Broken(
        NAMED,
        {BRIEFINGS: None},
        (
            "docs/assets/briefings/child-a.pdf:1:1: no publication and no page names this file, so"
            " nobody finds it; name it in data/publications/ or in a page, or delete it",
        ),
    ),
    "kinds in a file of their own, or beside the entries": Broken(
        THERE,
        {
            KINDS: ("  - {id: review, ", "  - {id: reviews, "),
            REVIEWS: (
                "publications:\n",
                ("kinds:\n  - {id: review, title: Reviews, one: Review}\npublications:\n"),
            ),
        },
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_rule_tells(broken: Broken) -> None:
    assert broken.told() == broken.problems


def test_picture_beside_links_to_the_site_is_named_by_the_theme(tmp_path: Path) -> None:
    known = small_site()
    (tmp_path / "card.png").write_bytes(b"")
    site = Site(known.files, known.texts, {**known.assets, **assets.found(tmp_path)})
    today = day("2026-11-27")
    assert list(RULES[NAMED].problems(site, Days(today, today))) == []
