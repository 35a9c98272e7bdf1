"""What pages call for of a report: its numbers, its sections, and the lines that say so."""

from pydantic_core import PydanticCustomError

from safeguarding.problem import WrongWords
from safeguarding.record import line_spans
from safeguarding.report import views
from safeguarding.shared import addresses, rendering
from safeguarding.shared.page import PageCalls, call, look_up


class ReportCalls(PageCalls):
    """What the report said."""

    @call
    def figure(self, id: str) -> str:
        """A number of data/figures/, inside a sentence."""
        return rendering.plain(look_up(self.site.figures, id, "data/figures/").value)

    @call
    def figure_table(self, id: str) -> str:
        """A table of such numbers."""
        figures = look_up(self.site.figure_tables, id, "data/figures/")
        return self._table(views.table(self.site, figures))

    @call
    def source(self, lines: str | int, document: str | None = None) -> str:
        """The lines that the text above rests on: of the report that the page describes, unless
        another document is named."""
        id = self._report() if document is None else document
        source = look_up(self.site.sources, id, "data/sources.yml")
        try:
            spans = line_spans(lines)
        except PydanticCustomError as error:
            raise WrongWords(str(error)) from None
        last = max(last for _, last in spans)
        if last > source.last_line:
            raise WrongWords(
                f"{last} is past the end of {source.short_title}, which has {source.last_line}"
                " lines; correct it, or name another document after the lines"
            )
        return rendering.render("report/source.html", source=source.short_title, spans=spans)

    @call
    def section_list(self) -> str:
        """The sections of the annual report, in its order."""
        file = look_up(self.site.sections, self._report(), "the sections of any report")
        pairs = [
            (section, self._way(addresses.section(file.folder, section.id)))
            for section in file.sections
        ]
        return rendering.render("report/sections.html", sections=pairs)
