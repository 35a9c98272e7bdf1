"""A publication in the words of schema.org, for search engines."""

from typing import Any

from safeguarding.publications.models import Publication
from safeguarding.publications.views import documents
from safeguarding.publications.views.documents import DocumentView
from safeguarding.site import Site

Thing = dict[str, Any]  # of schema.org, by the names of its properties


def publication(site: Site, one: Publication) -> Thing:
    """A publication with its documents."""
    board = site.board
    about = site.publications.get(one.about or "")
    return _present(
        {
            "@context": "https://schema.org",
            "@type": "DigitalDocument",
            "@id": _whole(site, one.address),
            "name": one.title,
            "description": one.summary,
            "genre": site.publication_kinds[one.kind].one,
            "datePublished": one.published,
            "dateCreated": one.dated,
            "expires": one.until.isoformat() if one.until else None,
            "about": [site.subjects[id].title for id in one.subjects] or None,
            "audience": [
                {"@type": "Audience", "audienceType": site.audiences[id].title}
                for id in one.audience
            ],
            "isBasedOn": _present({"@id": _whole(site, about.address), "name": about.title})
            if about
            else None,
            "publisher": _present(
                {"@type": "Organization", "name": board.name, "url": board.site_url}
            ),
            "encoding": [_media(site, view) for view in documents.documents(site, one, "")],
        }
    )


def _media(site: Site, view: DocumentView) -> Thing:
    return _present(
        {
            "@type": "MediaObject",
            "name": view.title,
            "contentUrl": view.address if view.leads_out else _whole(site, view.address),
            "encodingFormat": view.type or None,
            "contentSize": f"{view.size} B" if view.size else None,
        }
    )


def _whole(site: Site, address: str) -> str | None:
    """The whole address, where the site has a public one."""
    return site.board.site_url + address if site.board.site_url else None


def _present(thing: Thing) -> Thing:
    """The thing without the properties that nobody knows."""
    return {name: value for name, value in thing.items() if value is not None}
