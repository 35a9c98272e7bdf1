"""A publication can be opened: its files are there, and stand in one entry; its days are in order,
and older versions lead to newer ones."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from safeguarding import citations
from safeguarding.assets import OF_EASY_READ
from safeguarding.clock import Days
from safeguarding.dates import first_day, last_day
from safeguarding.problem import Place, Problem
from safeguarding.publications.models import (
    AnyDocument,
    FileDocument,
    PageDocument,
    Publication,
    PublicationsFile,
    WebDocument,
)
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule, rule_of_the_day
from safeguarding.site import Site

REVIEWS, BRIEFINGS = "data/publications/reviews.yml", "data/publications/briefings.yml"
PAPERS = "data/publications/papers.yml"
HERE = "data/publications/"
FOLDERS = ("index", "kinds", "subjects", "audiences")  # of the lists
OF_THE_THEME = ("card.png",)


@rule(REVIEWS, good="kind: review", bad="kind: reveiw")
def publications_name_what_is_there(site: Site) -> Iterator[Problem]:
    """What publications name is there: kinds, subjects, audiences, pages, other publications, and
    the contact for other formats."""
    for one in site.publications.values():
        yield from dangling(_references(site, one))
    for document in site.every(PageDocument):
        page = document.page.partition("#")[0]
        yield from dangling([Reference(document, "page", [page], site.titles, "docs/")])
    saying: list[Publication | PublicationsFile] = [
        *site.publications.values(),
        *site.files_of(PublicationsFile).values(),
    ]
    contacts = site.where("data/contacts.yml")
    for one_or_all in saying:
        named = [one_or_all.other_formats]
        yield from dangling(
            [Reference(one_or_all, "other_formats", named, site.contacts, contacts)]
        )


def _references(site: Site, one: Publication) -> Iterator[Reference]:
    yield Reference(one, "kind", [one.kind], site.publication_kinds, f"the kinds of {HERE}")
    yield Reference(one, "subjects", one.subjects, site.subjects, f"the subjects of {HERE}")
    yield Reference(one, "audience", one.audience, site.audiences, "data/audiences.yml")
    others = [id for id in site.publications if id != one.id]
    yield Reference(one, "about", [one.about], others, HERE)
    yield Reference(one, "replaces", [one.replaces], others, HERE)


@rule(REVIEWS, good="file: reviews/child-a.pdf", bad="file: reviews/child-b.pdf")
def files_of_publications_are_there(site: Site) -> Iterator[Problem]:
    """The file of a publication is there."""
    for document in site.every(FileDocument):
        if document.file not in site.assets:
            yield document.problem(
                "file",
                f"{document.file} is not in docs/assets/; put it there, or correct its name",
            )


@rule(
    BRIEFINGS,
    good="    documents:\n",
    bad="    documents:\n      - {file: reviews/child-a.pdf, title: The review}\n",
)
def files_stand_in_one_publication(site: Site) -> Iterator[Problem]:
    """A file, or an address on another site, is that of one publication, and stands in it once."""
    first: dict[str, AnyDocument] = {}
    for document in site.every(AnyDocument):
        for field, target in _of_one_alone(document):
            other = first.setdefault(target, document)
            if other is not document:
                yield document.problem(
                    field,
                    f"{target} is a document of {place_of(other, field)} already; name it once, and"
                    " lead from there to here with about:",
                )


def _of_one_alone(document: AnyDocument) -> Iterator[tuple[str, str]]:
    """(field, value) of what a document opens, unless that is a page: one can hold several."""
    if isinstance(document, FileDocument):
        yield "file", document.file
    elif isinstance(document, WebDocument):
        yield "url", document.url


@rule(REVIEWS, good=", title: The full review}", bad="}")
def documents_are_told_apart(site: Site) -> Iterator[Problem]:
    """Of several documents of a publication, each has a title of its own."""
    for one in site.publications.values():
        seen: set[str | None] = set()
        for document in one.documents if len(one.documents) > 1 else ():
            if document.title is None:
                yield document.problem(
                    "title",
                    "is missing: with several documents each needs one, like: Easy read version",
                )
            elif document.title in seen:
                yield document.problem(
                    "title", f"{document.title} is the title of another document here; change one"
                )
            seen.add(document.title)


@rule_of_the_day(REVIEWS, good="published: 2026-03-12", bad="published: 2090-03-12")
def publications_are_out(site: Site, days: Days) -> Iterator[Problem]:
    """What was published by today is there; what is still to come says from when it is."""
    for one in site.publications.values():
        if one.first_day > days.latest and (one.from_ is None or one.from_ < one.first_day):
            yield one.problem(
                "published",
                f"{one.published} is still to come; correct the day, or say below it from when"
                f" readers see it, like from: {one.first_day}",
            )


@rule_of_the_day(
    REVIEWS,
    good="published: 2026-03-12",
    bad="published: 2026-03-12\n    from: 2090-03-12",
)
def publications_to_come_are_not_named(site: Site, days: Days) -> Iterator[Problem]:
    """Nothing that readers see leads to a publication, or to a file of one, before its day."""
    later = [one for one in site.publications.values() if one.came > days.today]
    held = site.published_by(days.today)
    for one in later:
        named = re.compile("|".join([*_ways_to(one, site.assets.keys() - held.assets.keys())]))
        for name, text in site.texts.items():
            for found in islice(named.finditer(text), 1):
                line = text.count("\n", 0, found.start()) + 1
                column = found.start() - text.rfind("\n", 0, found.start())
                yield Problem(Place(name, line, column), found[0], _not_yet(one))
        for other in held.publications.values():
            if other.about == one.id:
                yield other.problem("about", f"{one.id} {_not_yet(one)}")


def _ways_to(one: Publication, held: Collection[str]) -> Iterator[str]:
    """How the text of a page can name a publication, or a file that comes with it."""
    yield rf"publication\(\s*[\"']{re.escape(one.id)}[\"']"
    yield rf"publications/{re.escape(one.id)}(?=[/.)])"
    yield from (rf"assets/{re.escape(file.file)}\b" for file in one.files if file.file in held)


def _not_yet(one: Publication) -> str:
    return f"is not there before {one.came}; name it from that day on"


@rule(REVIEWS, good="dated: 2026-02-02", bad="dated: 2026-03-13")
def days_of_publications_are_in_order(site: Site) -> Iterator[Problem]:
    """A publication bears no day after that on which it was published, and ends on none before."""
    for one in site.publications.values():
        if one.dated and first_day(one.dated) > last_day(one.published):
            yield one.problem(
                "dated",
                f"{one.dated} is after {one.published}, when it was published; correct one of them",
            )
        if one.until and one.until < one.first_day:
            yield one.problem(
                "until",
                f"{one.until} is before {one.published}, when it was published; correct one of"
                " them",
            )


@rule(BRIEFINGS, good="published: 2026-04-20", bad="published: 2026-03-01", warns=True)
def briefings_follow_their_reviews(site: Site) -> Iterator[Problem]:
    """What tells of another publication was not published before it."""
    for one in site.publications.values():
        other = site.publications.get(one.about or "")
        if other and last_day(one.published) < other.first_day:
            yield one.problem(
                "published",
                f"{one.published} is before {other.published}, when {other.id} was published, which"
                " it tells of; are both days right?",
            )


@rule(PAPERS, good="replaces: escalation-2024", bad="replaces: board-minutes-2026-06")
def versions_follow_each_other(site: Site) -> Iterator[Problem]:
    """A new version is later than the one that it replaces, and of the same kind; no other replaces
    that one too."""
    for one in site.publications.values():
        older = site.publications.get(one.replaces or "")
        if older is None:
            continue
        newer = site.successors[older.id]
        if newer is not one:
            yield one.problem(
                "replaces",
                f"{older.id} is replaced by {place_of(newer, 'replaces')} already; name the newest"
                " version that there was before this",
            )
        elif one.kind != older.kind or one.first_day <= older.first_day:
            yield one.problem(
                "replaces",
                f"{older.id} is no older version of this: it is of another kind, or was not"
                " published before it; correct the id or the days",
            )


@rule(REVIEWS, good="id: national-review", bad="id: subjects")
def addresses_of_publications_are_free(site: Site) -> Iterator[Problem]:
    """No page of docs/publications/ stands at the address of a publication, and no list."""
    for one in site.publications.values():
        page = f"docs/{one.address.rstrip('/')}.md"
        if one.id in FOLDERS or page in site.files:
            taken = page if page in site.files else "a list of this site"
            yield one.problem(
                "id", f"{one.id} is taken: {taken} has that address; choose another id"
            )


@rule(
    "docs/about/index.md",
    good="[poster](../assets/poster.png)",
    bad="poster",
    warns=True,
)
def assets_are_named(site: Site) -> Iterator[Problem]:
    """A publication or a page names each file in docs/assets/: nobody finds another."""
    named = {document.file for document in site.every(FileDocument)}.union(OF_THE_THEME)
    texts = "\n".join(site.texts.values())
    pictured = {f"{OF_EASY_READ}{name}" for name in citations.pictured(texts)}
    for name in site.assets:
        named_by_call = name.rpartition(".")[0] in pictured
        if name not in named and not named_by_call and f"assets/{name}" not in texts:
            yield Problem(
                Place(f"docs/assets/{name}"),
                "",
                "no publication and no page names this file, so nobody finds it; name it in"
                " data/publications/ or in a page, or delete it",
            )
