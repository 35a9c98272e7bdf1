"""Where a fact comes from, as readers are told it: the source, and the place in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from safeguarding.record import MaybeSourced, Note
from safeguarding.shared import words
from safeguarding.shared.table import Table
from safeguarding.site import Site


@dataclass(frozen=True)
class Origin:
    """A source by its short title, its address on the web and the place in it in words; the last
    two may be empty. `area` says whose values come from there, if not ours."""

    source: str
    url: str = ""
    place: str = ""
    area: str = ""


def origin(site: Site, source: str, place: str = "", area: str = "") -> Origin:
    """A place in the source with that id."""
    named = site.sources[source]
    return Origin(named.short_title, named.url or "", place, area)


def of(site: Site, record: MaybeSourced, area: str = "") -> Origin:
    """Where a record comes from."""
    return origin(site, site.source_id_of(record), place(record), area)


def of_all(site: Site, records: Iterable[MaybeSourced]) -> tuple[Origin, ...]:
    """Where records come from, each source once, with all places in it."""
    by_source: dict[str, list[MaybeSourced]] = {}
    for record in records:
        by_source.setdefault(site.source_id_of(record), []).append(record)
    return tuple(origin(site, id, places(found)) for id, found in by_source.items())


def place(record: MaybeSourced) -> str:
    """The place of a record in its source, like lines 665–669, or page 12; empty where there is
    none."""
    return words.line_numbers(record.lines) if record.lines else record.at or ""


def places(records: Iterable[MaybeSourced]) -> str:
    """All places of records of one source: their lines in order, touching spans joined; or what
    they say in words, each once."""
    numbers = {
        number
        for record in records
        for first, last in record.lines or ()
        for number in range(first, last + 1)
    }
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    said = dict.fromkeys(record.at for record in records if record.at)
    return words.line_numbers(tuple(spans)) if spans else words.join([*said])


def beside(site: Site, record: MaybeSourced) -> str:
    """What stands in brackets behind the words of a record: its place, after the source where that
    is another than that of what stands around it."""
    source = site.sources[record.source].short_title if record.source else ""
    return ", ".join(filter(None, [source, place(record)]))


def below(site: Site, table: Table) -> tuple[Origin, ...]:
    """What a table comes from, where readers can open some of it; nothing otherwise."""
    ids = dict.fromkeys([table.source, *(row.source for row in table.rows)])
    every = tuple(origin(site, id) for id in ids if id)
    return every if any(one.url for one in every) else ()


def notes(site: Site, written: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    """(text, what stands in brackets behind it) of each note."""
    return tuple((note.text, beside(site, note)) for note in written)
