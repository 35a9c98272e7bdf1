"""Publications in the words of schema.org."""

from safeguarding.publications.views import structured
from tests.invented_files import FILES
from tests.small import BOARD, small_site
from tests.unit.publications.shelf import entry, one

KNOWN = small_site()
HIDDEN = small_site({BOARD: ("site_url: https://board.example/\n", "")})


def test_publication_has_all_that_is_known() -> None:
    thing = structured.publication(KNOWN, KNOWN.publications["learning-from-child-a"])
    size = len(FILES["briefings/child-a.pdf"])
    assert thing == {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "@id": "https://board.example/publications/learning-from-child-a/",
        "name": "Learning from Child A",
        "description": "What schools can take from the review in seven minutes.",
        "genre": "7-minute briefing",
        "datePublished": "2026-04-20",
        "about": ["Listening to children"],
        "audience": [{"@type": "Audience", "audienceType": "Schools"}],
        "isBasedOn": {"@id": "https://board.example/publications/child-a/", "name": "Child A"},
        "publisher": {
            "@type": "Organization",
            "name": "Example Vale Safeguarding Children Partnership",
            "url": "https://board.example/",
        },
        "encoding": [
            {
                "@type": "MediaObject",
                "name": "Learning from Child A",
                "contentUrl": "https://board.example/assets/briefings/child-a.pdf",
                "encodingFormat": "application/pdf",
                "contentSize": f"{size} B",
            }
        ],
    }


def test_dates_are_as_much_as_is_known() -> None:
    site, published = one(entry(published="2026-03", dated="2026-02-02", until="2027-01-01"))
    thing = structured.publication(site, published)
    assert (thing["datePublished"], thing["dateCreated"], thing["expires"]) == (
        "2026-03",
        "2026-02-02",
        "2027-01-01",
    )
    assert "about" not in thing
    assert thing["encoding"] == [
        {"@type": "MediaObject", "name": "Title of one", "contentUrl": "https://news.example/one"}
    ]


def test_site_without_an_address_has_none_of_its_own() -> None:
    thing = structured.publication(HIDDEN, HIDDEN.publications["learning-from-child-a"])
    assert "@id" not in thing
    assert thing["isBasedOn"] == {"name": "Child A"}
    assert "url" not in thing["publisher"]
    assert "contentUrl" not in thing["encoding"][0]
