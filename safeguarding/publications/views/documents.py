"""What a reader opens: what a link says, where it leads, and of what type and size it is."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from safeguarding.assets import Asset
from safeguarding.publications.models import Document, FileDocument, PageDocument, Publication
from safeguarding.shared import addresses, downloads
from safeguarding.site import Site


@dataclass(frozen=True)
class DocumentView:
    """A document of a publication, as a page shows it. `address` is its own from the site's root,
    or whole on another site; `told` its type and size in words; `size` its bytes and `pages` their
    number, where these are known."""

    title: str
    href: str
    address: str
    told: str
    type: str
    size: int | None = None
    pages: int | None = None
    leads_out: bool = False


def documents(site: Site, one: Publication, here: str) -> tuple[DocumentView, ...]:
    """The documents of a publication, as the page at the address `here` shows them."""
    return tuple(_view(site, document, _title(one, document), here) for document in one.documents)


def _title(one: Publication, document: Document) -> str:
    """What a link says: it tells what it leads to wherever it stands."""
    return f"{one.title}: {document.title}" if document.title else one.title


def _view(site: Site, document: Document, title: str, here: str) -> DocumentView:
    if isinstance(document, FileDocument):
        address = f"{addresses.ASSETS}{document.file}"
        return _of_file(site.assets[document.file], title, address, addresses.file(address, here))
    if isinstance(document, PageDocument):
        href = addresses.relative(document.page, here)
        return DocumentView(title, href, document.page, "A page of this site", "text/html")
    host = f"On {urlsplit(document.url).hostname}"
    return DocumentView(title, document.url, document.url, host, "", leads_out=True)


def _of_file(asset: Asset, title: str, address: str, href: str) -> DocumentView:
    type = downloads.type_of(asset)[1]
    told = downloads.told(asset)
    return DocumentView(title, href, address, told, type, asset.weight, asset.pages)
