"""What search engines and browsers look for at a site's root."""

from pathlib import Path
from xml.etree import ElementTree as xml

from safeguarding.exports import discovery
from tests.small import BOARD, small_site

ADDRESS = "site_url: https://board.example/\n"
HIDDEN = {BOARD: (ADDRESS, "")}
TOLD = "security: {contact: mailto:told@board.example, expires: 2027-06-01}\n"
IN = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_robots_may_read_all_and_are_told_of_the_map(tmp_path: Path) -> None:
    discovery.write(small_site(), tmp_path)
    assert (tmp_path / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://board.example/sitemap.xml\n"
    )


def test_browser_is_offered_the_search(tmp_path: Path) -> None:
    discovery.write(small_site(), tmp_path)
    root = xml.fromstring((tmp_path / "opensearch.xml").read_text("utf-8"))
    assert (root.tag, root.findtext(f"{IN}ShortName")) == (f"{IN}OpenSearchDescription", "EVSCP")
    assert (root.findtext(f"{IN}Description") or "").startswith("What to do when you are worried")
    assert root.findtext(f"{IN}InputEncoding") == "UTF-8"
    url = root.find(f"{IN}Url")
    assert url is not None
    assert url.attrib == {
        "type": "text/html",
        "template": "https://board.example/search/?q={searchTerms}",
    }


def test_site_without_an_address_says_only_what_is_sure(tmp_path: Path) -> None:
    discovery.write(small_site(HIDDEN), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["robots.txt"]
    assert (tmp_path / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"


def test_weakness_can_be_told_where_someone_is_named(tmp_path: Path) -> None:
    discovery.write(small_site({BOARD: (ADDRESS, TOLD)}), tmp_path)
    assert (tmp_path / ".well-known/security.txt").read_text("utf-8") == (
        "Contact: mailto:told@board.example\n"
        "Expires: 2027-06-01T00:00:00Z\n"
        "Preferred-Languages: en\n"
    )


def test_weakness_can_be_told_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".well-known").mkdir()
    discovery.write(small_site({BOARD: (ADDRESS, TOLD)}), tmp_path)
    assert (tmp_path / ".well-known/security.txt").exists()


def test_weakness_can_be_told_to_nobody_where_nobody_is_named(tmp_path: Path) -> None:
    discovery.write(small_site(), tmp_path)
    assert not (tmp_path / ".well-known").exists()
