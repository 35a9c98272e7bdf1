"""Files beside the pages: the feed of changes, and the pages at old addresses."""

import re

from safeguarding.exports import atom, hosting, redirects
from tests.conftest import NOW, ROOT

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
    assert len(pages) == sum(not one.from_.endswith(".html") for one in facts.redirects)


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
