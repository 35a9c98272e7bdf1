"""The calls of pages about a past year: its figures, its plan, its groups."""

from safeguarding.groups import views as register
from safeguarding.money import views as budget
from safeguarding.performance.views import indicators, overview
from safeguarding.plan import views as plan
from safeguarding.record import line_spans
from safeguarding.report import views as figures
from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import Page, known
from safeguarding.training.views import courses


class Archive(Page):
    """What the report said, as tables, pictures and lists."""

    def _sourced(self, template, record, **context):
        """A template that names the document its record comes from."""
        return rendering.render(template, source=self.site.document(record).short_title, **context)

    def _notes(self, notes):
        return rendering.render("shared/notes.html", notes=notes)

    def figure(self, id: str) -> str:
        """A number of data/figures/, inside a sentence."""
        return known(self.site.figures, id, "data/figures/").value

    def figure_table(self, id: str) -> str:
        """A table of such numbers."""
        return self._table(
            figures.table(self.site, known(self.site.figure_tables, id, "data/figures/"))
        )

    def indicator_value(self, id: str, period: str) -> str:
        """A measure's value for a period, inside a sentence."""
        measures = {
            measure.id: measure
            for indicator in self.site.indicators.values()
            for measure in indicator.measures
        }
        return words.observed(known(known(measures, id, "data/performance/").values, period, id))

    def attendance_total(self) -> str:
        """How many came to all courses together."""
        return words.number(self._attendance().total.delegates)

    def _attendance(self):
        return known(self.site.attendances, self._report(), "the attendance of any report")

    def _budget(self):
        return known(self.site.budgets, self._report(), "the budget of any report")

    def source(self, lines: str, document: str | None = None) -> str:
        """The lines that the text above rests on: of the report that the page describes, unless
        another document is named."""
        named, spans = (
            known(self.site.sources, document or self._report(), "data/sources.yml"),
            line_spans(lines),
        )
        last = max(last for _, last in spans)
        if last > named.last_line:
            raise ValueError(
                f"{last} is past the end of {named.short_title}, which has {named.last_line} lines;"
                " correct it, or name another document after the lines"
            )
        return rendering.render("report/source.html", source=named.short_title, spans=spans)

    def help_lines(self) -> str:
        found = [
            self._named(contact.id) for contact in self.site.contacts.values() if contact.help_line
        ]
        return rendering.render("contacts/help.html", help=found) + self._once_doubtful(found)

    def theme(self, id: str) -> str:
        """Every indicator of a theme, each under its own heading."""
        file = known(self.site.themes, id, "data/performance/")
        parts = [
            (rendering.heading(2, indicators.heading(one), one.id), self.indicator_table(one.id))
            for one in file.indicators
        ]
        help = [self.help_lines()] if any(one.help_lines for one in file.indicators) else []
        return "\n\n".join([file.theme.summary, *help, *(part for pair in parts for part in pair)])

    def indicator_table(self, id: str) -> str:
        """One indicator: its tables, pictures, verdict and notes."""
        indicator = known(self.site.indicators, id, "data/performance/")
        return self._sourced(
            "performance/indicator.html",
            indicator,
            section=indicators.section(self.site, indicator),
            data=self._data(),
        )

    def indicator_summary(self, *themes: str) -> str:
        """The indicators of some themes, or of all, at a glance."""
        files = [
            known(self.site.themes, id, "data/performance/") for id in themes or self.site.themes
        ]
        return self._table(overview.summary(self.site, files, self.here()))

    def performance_answer(self) -> str:
        """Did it get better? Rows that did, and rows that did not."""
        return rendering.render(
            "performance/answer.html", answer=overview.answer(self.site, self.here())
        )

    def key_questions(self, *plans: str) -> str:
        """The framework's key questions: all, or those whose place in the plan is named, partly or
        absent."""
        found = [
            view
            for view in plan.questions(self.site, self.here())
            if not plans or view.question.plan in plans
        ]
        return self._sourced("performance/questions.html", self.site.framework, questions=found)

    def priority_table(self, id: str | None = None) -> str:
        """One priority of the business plan, or all, each under its own heading."""
        views = plan.priorities(self.site, self.here())
        if id is not None:
            view = known({view.priority.id: view for view in views}, id, "data/business_plan.yml")
            return self._sourced("plan/priority.html", view.priority, view=view)
        parts = [
            (
                rendering.heading(2, f"{number}. {view.priority.title}", view.priority.id),
                self.priority_table(view.priority.id),
            )
            for number, view in enumerate(views, 1)
        ]
        return "\n\n".join(
            [*(part for pair in parts for part in pair), self._notes(self.site.plan.notes)]
        )

    def budget_table(self, part: str) -> str:
        """The budget statement: `expenditure` or `income`."""
        tables = {"expenditure": budget.expenditure, "income": budget.income}
        return self._table(known(tables, part, "the budget")(self._budget()))

    def budget_notes(self) -> str:
        return self._notes(self._budget().notes)

    def attendance_table(self) -> str:
        return "\n".join(
            [
                self._table(courses.attendance(self.site, self._attendance())),
                self._notes(self._attendance().notes),
            ]
        )

    def attendance_chart(self) -> str:
        """Who came to each course, as bars."""
        return rendering.render(
            "shared/pictures.html", bars=courses.attendance_bars(self.site, self._attendance())
        )

    def sub_group(self, id: str) -> str:
        """One sub-group: what it was for, how often it met, what it did and planned."""
        return rendering.render(
            "groups/sub_group.html", group=known(self.site.sub_groups, id, "data/sub_groups.yml")
        )

    def sub_group_list(self) -> str:
        """Every sub-group in one table, linked to its own heading on the page."""
        return self._table(register.sub_groups(self.site))

    def section_list(self) -> str:
        """The sections of the annual report, in its order."""
        file = known(self.site.sections, self._report(), "the sections of any report")
        pairs = [
            (section, addresses.relative(addresses.section(file.folder, section.id), self.here()))
            for section in file.sections
        ]
        return rendering.render("report/sections.html", sections=pairs)

    def document_table(self) -> str:
        return self._table(register.documents(self.site))

    def adopted_table(self) -> str:
        """The documents that the board adopted, and where each is now."""
        return self._table(register.adopted(self.site, self.here()))

    def group_table(self) -> str:
        return self._table(register.groups(self.site))

    def structure_chart(self) -> str:
        """The board and its groups, one below the other."""
        beside = [group for group in self.site.register.groups if group.on_chart]
        return rendering.render(
            "groups/structure.html",
            board=self.site.board,
            groups=self.site.sub_groups.values(),
            others=beside,
        )
