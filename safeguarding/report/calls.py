"""What pages call for of a report: its numbers, its sections, and the lines that say so."""

from pydantic_core import PydanticCustomError

from safeguarding.problem import WrongWords
from safeguarding.record import line_spans
from safeguarding.report import views
from safeguarding.report.models import Source
from safeguarding.shared import addresses, origins, rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows


def _place(place: str | int, source: Source) -> str:
    """A place in a source, in words. Raises WrongWords where the source has no such place."""
    if source.last_line is None:
        return str(place)
    try:
        spans = line_spans(place)
    except PydanticCustomError as error:
        raise WrongWords(str(error)) from None
    last = max(last for _, last in spans)
    if last > source.last_line:
        raise WrongWords(
            f"{last} is past the end of {source.short_title}, which has {source.last_line} lines;"
            " correct it, or name another source after the lines"
        )
    return words.line_numbers(spans)


class ReportCalls(PageCalls):
    """What the report said."""

    @call
    def figure(self, id: str) -> str:
        """A number of data/figures/, inside a sentence."""
        return rendering.plain(look_up(self.site.figures, id, "data/figures/").value)

    @call
    @shows("data/figures/", lambda site: site.figure_tables)
    def figure_table(self, id: str) -> str:
        """A table of such numbers."""
        figures = look_up(self.site.figure_tables, id, "data/figures/")
        return self._table(views.table(self.site, figures))

    @call
    def source(self, place: str | int, document: str | None = None) -> str:
        """What the text above rests on: a place in the report that the page describes, unless
        another source is named; or, by its id alone, all of a source."""
        if document is None and place in self.site.sources:
            origin = origins.origin(self.site, str(place))
        else:
            id = self._report() if document is None else document
            source = look_up(self.site.sources, id, "data/sources.yml")
            origin = origins.origin(self.site, id, _place(place, source))
        return rendering.render("shared/origins.html", origins=[origin])

    @call
    @shows("data/sections.yml", lambda site: site.sections)
    def section_list(self) -> str:
        """The sections of the annual report, in its order."""
        file = look_up(self.site.sections, self._report(), "the sections of any report")
        pairs = [
            (section, self._way(addresses.section(file.folder, section.id)))
            for section in file.sections
        ]
        return rendering.render("report/sections.html", sections=pairs)
