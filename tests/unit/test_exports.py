"""Files beside the pages: the feed of changes, and the pages at old addresses."""

from safeguarding.exports import atom, discovery, headers, redirects
from safeguarding import library
from tests.conftest import ROOT, edit

IN = {"a": atom.SPACE}


def test_feed_has_all_that_a_reader_of_feeds_needs(facts):
    root = atom.feed(facts)
    for place in (root, *root.findall("a:entry", IN)):
        assert all(place.find(f"a:{tag}", IN) is not None for tag in ("title", "id", "updated"))
    assert root.find("a:author/a:name", IN).text == facts.board.name


def test_every_change_is_an_entry_with_an_id_of_its_own(facts):
    ids = [entry.find("a:id", IN).text for entry in atom.feed(facts).findall("a:entry", IN)]
    assert len(ids) == len(set(ids)) == len(facts.changes) + sum(len(procedure.changes) for procedure in facts.procedures.values())
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_every_entry_leads_to_a_page(facts):
    assert all(entry.find("a:link", IN).get("href") in facts.titles for entry in atom.feed(facts).findall("a:entry", IN))


def test_feed_is_the_same_each_time(facts, tmp_path):
    atom.write(facts, tmp_path)
    first = (tmp_path / "updates.xml").read_bytes()
    atom.write(facts, tmp_path)
    assert (tmp_path / "updates.xml").read_bytes() == first


def test_old_address_has_a_page_that_leads_on_without_a_script(facts, tmp_path):
    redirects.write(facts, tmp_path)
    for redirect in facts.redirects:
        page = (tmp_path / redirect.from_ / "index.html").read_text("utf-8")
        assert f'url=../../../{redirect.to}"' in page
        assert redirect.to in facts.titles


def test_server_sends_the_policy_that_the_pages_carry():
    """As a header it can also say who may frame a page, which a page itself cannot."""
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    assert f'add_header Content-Security-Policy "{headers.POLICY}; frame-ancestors \'none\'" always;' in text


def test_weakness_can_be_told_where_someone_is_named(project, tmp_path):
    discovery.write(library.load(project), tmp_path)
    assert not (tmp_path / ".well-known").exists()
    edit(project, "data/board.yml", "timezone:", "security: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:")
    discovery.write(library.load(project), tmp_path)
    assert (tmp_path / ".well-known/security.txt").read_text().splitlines()[:2] == ["Contact: mailto:told@board.example", "Expires: 2027-06-01T00:00:00Z"]
