"""What a link to a document says: what it leads to, of what type and size."""

from pathlib import Path

import pytest

from safeguarding import assets
from safeguarding.assets import Asset
from safeguarding.publications.views import documents
from safeguarding.publications.views.documents import DocumentView
from safeguarding.shared import downloads
from safeguarding.site import Site
from tests.invented_files import FILES
from tests.small import small_site
from tests.unit.publications.shelf import entry, one

KNOWN = small_site()


def of(id: str, site: Site = KNOWN) -> tuple[DocumentView, ...]:
    return documents.documents(site, site.publications[id], "publications/x/")


def test_file_has_its_type_its_size_and_its_pages() -> None:
    full, _, response = of("child-a")
    size = len(FILES["reviews/child-a.pdf"])
    assert full == DocumentView(
        title="Child A: The full review",
        href="../../assets/reviews/child-a.pdf",
        address="assets/reviews/child-a.pdf",
        told="PDF, 2 KB, 3 pages",
        type="application/pdf",
        size=size,
        pages=3,
    )
    assert (response.told, response.pages) == ("Word document, 1 KB", None)


def test_one_page_is_no_pages() -> None:
    assert of("learning-from-child-a")[0].told == "PDF, 1 KB, 1 page"


def test_document_that_stands_alone_has_the_title_of_its_publication() -> None:
    assert of("learning-from-child-a")[0].title == "Learning from Child A"


def test_page_of_this_site_is_one() -> None:
    page = of("escalation-2026")[1]
    assert (page.href, page.told) == ("../../worried-about-a-child/", "A page of this site")
    assert (page.type, page.size, page.leads_out) == ("text/html", None, False)


def test_address_of_another_site_says_which() -> None:
    site, published = one(entry(documents="[{url: https://www.news.example/one.pdf}]"))
    assert documents.documents(site, published, "") == (
        DocumentView(
            title="Title of one",
            href="https://www.news.example/one.pdf",
            address="https://www.news.example/one.pdf",
            told="On www.news.example",
            type="",
            leads_out=True,
        ),
    )


@pytest.mark.parametrize(
    ("kind", "called", "type"),
    [
        ("odt", "OpenDocument text", "application/vnd.oasis.opendocument.text"),
        ("csv", "CSV", "text/csv"),
        ("png", "Picture, PNG", "image/png"),
        ("jpeg", "Picture, JPEG", "image/jpeg"),
        ("mp4", "Film, MP4", "video/mp4"),
    ],
)
def test_type_is_said_in_words(tmp_path: Path, kind: str, called: str, type: str) -> None:
    (tmp_path / f"a.{kind}").write_bytes(bytes(2048))
    known, published = one(entry(documents=f"[{{file: a.{kind}}}]"))
    site = Site(known.files, known.texts, {f"a.{kind}": Asset(tmp_path / f"a.{kind}")})
    (view,) = documents.documents(site, published, "")
    assert (view.told, view.type) == (f"{called}, 2 KB", type)


def test_every_kind_of_file_has_a_name_that_readers_know() -> None:
    pictures = {"png", "jpeg", "gif", "webp"}
    assert {*assets.KINDS} - {*downloads.TYPES} - pictures == {"woff2"}  # no one reads a font
