"""Files beside the pages: the feed of changes, and the pages at old addresses."""

import re

import pytest

from safeguarding.exports import atom, discovery, hosting, redirects
from safeguarding.site import load_site
from tests.conftest import NOW, ROOT, edit

IN = {"a": atom.SPACE}


def test_feed_has_all_that_a_reader_of_feeds_needs(facts):
    root = atom.feed(facts, NOW.date())
    for place in (root, *root.findall("a:entry", IN)):
        assert all(place.find(f"a:{tag}", IN) is not None for tag in ("title", "id", "updated"))
    assert root.find("a:author/a:name", IN).text == facts.board.name


def test_every_change_is_an_entry_with_an_id_of_its_own(facts):
    ids = [
        entry.find("a:id", IN).text for entry in atom.feed(facts, NOW.date()).findall("a:entry", IN)
    ]
    assert (
        len(ids)
        == len(set(ids))
        == len(facts.changes)
        + sum(len(procedure.changes) for procedure in facts.procedures.values())
    )
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_every_entry_leads_to_a_page(facts):
    assert all(
        entry.find("a:link", IN).get("href").removeprefix(facts.board.site_url or "")
        in facts.titles
        for entry in atom.feed(facts, NOW.date()).findall("a:entry", IN)
    )


def test_feed_is_the_same_each_time(facts, tmp_path):
    atom.write(facts, tmp_path, NOW.date())
    first = (tmp_path / "updates.xml").read_bytes()
    atom.write(facts, tmp_path, NOW.date())
    assert (tmp_path / "updates.xml").read_bytes() == first


def test_old_address_has_a_page_that_leads_on_without_a_script(facts, tmp_path):
    redirects.write(facts, tmp_path)
    pages = [path.read_text("utf-8") for path in tmp_path.rglob("index.html")]
    assert (
        len(pages) == sum(not redirect.from_.endswith(".html") for redirect in facts.redirects) > 0
    )
    assert all(redirect.to in facts.titles for redirect in facts.redirects)


@pytest.mark.parametrize(
    ("old", "page", "way"),
    [
        ("old.pdf", "old.pdf/index.html", "../check/"),
        ("a/b/old.pdf", "a/b/old.pdf/index.html", "../../../check/"),
        ("old.html", "old.html", "check/"),
        ("a/b/old.html", "a/b/old.html", "../../check/"),
        ("check/old.html", "check/old.html", "./"),
    ],
)
def test_page_of_an_old_address_knows_the_way(board, tmp_path, old, page, way):
    edit(
        board,
        "data/redirects.yml",
        "redirects:\n",
        f"redirects:\n  - {{from: {old}, to: check/, was: A tool}}\n",
    )
    redirects.write(load_site(board), tmp_path)
    assert f'url={way}"' in (tmp_path / page).read_text("utf-8")


def test_file_for_nginx_is_fresh():
    assert (ROOT / "deploy/nginx.conf").read_text("utf-8") == hosting.nginx(), "run make deploy"


def test_every_host_is_told_the_same_headers(facts, tmp_path):
    hosting.write(facts, tmp_path)
    nginx = dict(re.findall(r'add_header (\S+) "(.*)" always;', hosting.nginx()))
    others = dict(
        re.findall(r"^  ([^:]+): (.*)$", (tmp_path / "_headers").read_text("utf-8"), re.M)
    )
    assert nginx == others == hosting.HEADERS
    assert hosting.HEADERS["Content-Security-Policy"].startswith(hosting.POLICY)


@pytest.mark.parametrize("path", ["/", "/under/a/path/"])
def test_every_old_address_leads_on_at_every_host_and_under_the_path_of_the_site(
    board, tmp_path, path
):
    edit(board, "data/board.yml", "https://board.example/\n", f"https://board.example{path}\n")
    edit(
        board,
        "data/redirects.yml",
        "redirects:\n",
        "redirects:\n  - {from: was, to: check/, was: A tool}\n",
    )
    hosting.write(load_site(board), tmp_path)
    assert (tmp_path / "_redirects").read_text("utf-8").splitlines() == [
        f"{path}was {path}check/ 301",
        f"{path}old/report.pdf {path}report/ 301",
    ]
    assert all(
        f"location = {path}{old} {{ return 301 {path}{new}; }}"
        in (tmp_path / "_redirects.conf").read_text("utf-8")
        for old, new in (("was", "check/"), ("old/report.pdf", "report/"))
    )


def test_weakness_can_be_told_where_someone_is_named(board, tmp_path):
    discovery.write(load_site(board), tmp_path)
    assert not (tmp_path / ".well-known").exists()
    edit(
        board,
        "data/board.yml",
        "timezone:",
        "security: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:",
    )
    discovery.write(load_site(board), tmp_path)
    assert (tmp_path / ".well-known/security.txt").read_text().splitlines()[:2] == [
        "Contact: mailto:told@board.example",
        "Expires: 2027-06-01T00:00:00Z",
    ]
