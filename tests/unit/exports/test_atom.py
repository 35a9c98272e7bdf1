"""The feed of changes: its entries, their ids, times and order."""

import uuid
from pathlib import Path
from xml.etree import ElementTree as xml

from safeguarding.exports import atom
from safeguarding.site import Site
from tests.boards import NONE, Edits
from tests.conftest import NOW, PROGRAMME
from tests.small import BOARD, LISTENING, day, quiet_site

IN = {"a": "http://www.w3.org/2005/Atom"}
NAME = "Example Vale Safeguarding Children Partnership"
CHANGES = "data/changes.yml"
TODAY = day("2026-11-25")
SECOND = ("changes:\n", "changes:\n  - {on: 2026-11-24, what: Second version.}\n")
KNOWN = quiet_site({LISTENING: SECOND})
HIDDEN = quiet_site({BOARD: ("site_url: https://board.example/\n", "")})


def urn(words: str) -> str:
    return uuid.uuid5(uuid.UUID("5b1f7a3e-6f0e-4c53-9f0b-3d9a6f5c2f10"), words).urn


def said(known: Site, path: str) -> list[str | None]:
    return [one.text for one in atom.feed(known, TODAY).iterfind(path, IN)]


def test_feed_says_whose_it_is_and_when_it_last_changed() -> None:
    root = atom.feed(KNOWN, TODAY)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert said(KNOWN, "a:title") == [f"{NAME}: what changed"]
    assert said(KNOWN, "a:author/a:name") == [NAME]
    assert said(KNOWN, "a:updated") == ["2026-11-24T00:00:00Z"]
    assert said(KNOWN, "a:id") == [urn(NAME)]


def test_entries_stand_newest_first_with_title_words_and_time() -> None:
    listening = "When a child tells you something"
    assert said(KNOWN, "a:entry/a:title") == [listening, "Money in 2019–20", listening]
    assert said(KNOWN, "a:entry/a:summary") == [
        "Second version.",
        "The sums stand here now.",
        "First version.",
    ]
    assert said(KNOWN, "a:entry/a:updated") == [
        "2026-11-24T00:00:00Z",
        "2026-11-20T00:00:00Z",
        "2026-11-20T00:00:00Z",
    ]


def test_ids_never_change() -> None:
    page = f"{NAME} procedures/listening/"
    assert said(KNOWN, "a:entry/a:id") == [
        urn(f"{page} 2026-11-24 Second version."),
        urn(f"{NAME} report/money/ 2026-11-20 The sums stand here now."),
        urn(f"{page} 2026-11-20 First version."),
    ]
    assert said(HIDDEN, "a:entry/a:id") == said(KNOWN, "a:entry/a:id")[1:]


def dates(*changes: str, status: str = "open") -> Site:
    """The board with real dates, of which one was changed like this."""
    said = f"    status: {status}\n    changes:\n" + "".join(f"      - {one}\n" for one in changes)
    edits = [("sample: true\n", ""), ("    places: 15\n", "    places: 15\n" + said)]
    return quiet_site({PROGRAMME: edits})


def later(what: str, more: str = "", files: Edits = NONE) -> dict[str, str]:
    """{what it tells: its id} of each entry of January, after the page had these changes."""
    entry = "  - {on: 2027-01-08, page: check/, what: %s}\n"
    known = quiet_site({CHANGES: ("changes:\n", "changes:\n" + entry % what + more), **files})
    root = atom.feed(known, day("2027-01-31")).findall("a:entry", IN)
    told = {one.findtext("a:summary", "", IN): one.findtext("a:id", "", IN) for one in root}
    return {words: id for words, id in told.items() if words.startswith("A ")}


def test_a_corrected_word_is_no_news() -> None:
    assert list(later("A wrod.").values()) == list(later("A word.").values())


def test_an_entry_keeps_its_id_when_another_comes_after_it() -> None:
    more = "  - {on: 2027-01-08, page: check/, what: A second.}\n"
    both = later("A word.", more)
    assert both["A word."] == later("A word.")["A word."]
    assert both["A second."] != both["A word."]


def test_an_entry_keeps_its_id_when_another_comes_in_a_file_of_its_own() -> None:
    text = "on: 2027-01-08\npage: check/\nwhat: A %s.\n"
    files = {"data/changes/a.yml": text % "second"}
    both = later("A word.", files=files)
    assert both["A word."] == later("A word.")["A word."]
    more = later("A word.", files=files | {"data/changes/a-2.yml": text % "bit"})
    assert both.items() < more.items()


def test_feed_says_where_it_stands() -> None:
    for known, href in ((KNOWN, "https://board.example/updates.xml"), (HIDDEN, "updates.xml")):
        links = atom.feed(known, TODAY).findall("a:link", IN)
        assert [(one.get("rel"), one.get("href")) for one in links] == [("self", href)]


def test_a_date_that_was_changed_is_news_that_leads_to_it_until_it_is_over() -> None:
    known = dates("{on: 2026-11-24, what: The trainer is ill.}", status="cancelled")
    ids = []
    for today, address in (
        ("2027-01-11", "training/#2027-01-listening"),
        ("2027-01-12", "training/"),
    ):
        entry = atom.feed(known, day(today)).findall("a:entry", IN)[0]
        assert entry.findtext("a:title", "", IN) == "Listening to children, 12 January 2027"
        assert entry.findtext("a:summary", "", IN) == "Cancelled. The trainer is ill."
        link = entry.find("a:link", IN)
        assert link is not None
        assert link.get("href") == f"https://board.example/{address}"
        ids.append(entry.findtext("a:id", "", IN))
    assert ids[0] == ids[1]


def test_a_sample_of_a_date_is_no_news() -> None:
    change = "    places: 15\n    changes:\n      - {on: 2026-11-24, what: Another room.}\n"
    known = quiet_site({PROGRAMME: ("    places: 15\n", change)})
    assert "Another room." not in atom.feed(known, TODAY).itertext()


def test_two_changes_of_one_page_on_one_day_have_ids_of_their_own() -> None:
    again = SECOND[1] + "  - {on: 2026-11-24, what: Third version.}\n"
    ids = said(quiet_site({LISTENING: (SECOND[0], again)}), "a:entry/a:id")
    assert len(set(ids)) == 4


def test_links_are_whole_where_the_site_has_an_address() -> None:
    whole, short = (
        [one.get("href") for one in atom.feed(known, TODAY).iterfind("a:entry/a:link", IN)]
        for known in (KNOWN, HIDDEN)
    )
    assert whole[0] == "https://board.example/procedures/listening/"
    assert short == ["report/money/", "procedures/listening/"]


def test_what_changes_by_itself_is_news_on_its_day() -> None:
    tell = "what: Tell the children’s team., within: the same day"
    known = quiet_site({LISTENING: (tell, f"from: 2026-11-25, {tell}")})
    eve, same = (atom.feed(known, day(on)) for on in ("2026-11-24", "2026-11-25"))
    assert [len(root.findall("a:entry", IN)) for root in (eve, same)] == [2, 3]


def test_file_is_that_of_the_day(tmp_path: Path) -> None:
    tell = "what: Tell the children’s team., within: the same day"
    atom.write(quiet_site({LISTENING: (tell, f"from: 2026-11-25, {tell}")}), tmp_path, TODAY)
    written = xml.fromstring((tmp_path / "updates.xml").read_bytes())
    assert len(written.findall("a:entry", IN)) == 3


def test_file_is_a_feed_in_utf_8(tmp_path: Path) -> None:
    atom.write(KNOWN, tmp_path, TODAY)
    written = (tmp_path / "updates.xml").read_bytes()
    assert written.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns=")
    assert "Money in 2019–20".encode() in written
    assert len(xml.fromstring(written).findall("a:entry", IN)) == 3


def test_without_a_change_there_is_no_feed(tmp_path: Path) -> None:
    silent = quiet_site({LISTENING: None, "data/changes.yml": "changes: []\n"})
    atom.write(silent, tmp_path, TODAY)
    assert list(tmp_path.iterdir()) == []


def test_feed_has_all_that_a_reader_of_feeds_needs(real_site: Site) -> None:
    root = atom.feed(real_site, NOW.date())
    for place in (root, *root.findall("a:entry", IN)):
        assert all(place.find(f"a:{tag}", IN) is not None for tag in ("title", "id", "updated"))
    assert root.findtext("a:author/a:name", namespaces=IN) == real_site.board.name


def test_every_change_is_an_entry_with_an_id_of_its_own(real_site: Site) -> None:
    entries = atom.feed(real_site, NOW.date()).findall("a:entry", IN)
    ids = {entry.findtext("a:id", namespaces=IN) or "" for entry in entries}
    of_procedures = sum(len(procedure.changes) for procedure in real_site.procedures.values())
    assert len(ids) == len(entries) == len(real_site.changes) + of_procedures
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_every_entry_leads_to_a_page(real_site: Site) -> None:
    for link in atom.feed(real_site, NOW.date()).iterfind("a:entry/a:link", IN):
        assert link.get("href", "").removeprefix(real_site.board.site_url or "") in real_site.titles


def test_feed_is_the_same_each_time(real_site: Site, tmp_path: Path) -> None:
    for name in ("first", "second"):
        atom.write(real_site, tmp_path / name, NOW.date())
    first, second = (tmp_path / name / "updates.xml" for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()
