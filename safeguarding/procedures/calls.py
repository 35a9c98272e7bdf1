"""What pages call for of procedures."""

from safeguarding.procedures.models import Procedure, Step
from safeguarding.procedures.views import pages, reviews
from safeguarding.shared import rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings

FORCES = (
    "**Must** means the law says so. **May** means the law allows it. **Should** means guidance or"
    " good practice says so. **Local** was agreed here. What has no mark is our advice."
)
PLACE_OF_PAPER = "<!--paper-->"  # where the page says that it can be printed


class ProcedureCalls(PageCalls):
    """What to do, how soon, and who keeps the page."""

    @call
    def procedure(self) -> str:
        """The fixed parts of this procedure: emergency, at a glance, steps, time limits, what to
        record."""
        page = self._procedure()
        counting = [step for step in page.as_read if step.counts(self.today)]
        self._name_sources(id for step in counting for id in step.sources)
        steps = self._steps("procedures/steps.html", page.what_to_do)
        limits = self._steps("procedures/timescales.html", page.time_limits)
        more = any(step.counts(self.today) for step in page.duties_left_out)
        glance = self._steps("procedures/glance.html", page.at_a_glance, more=more)
        parts = (
            ("At a glance", "at-a-glance", glance),
            ("What to do", "what-to-do", f"{FORCES}\n\n{steps}"),
            ("Time limits", "time-limits", f"{limits}\n\n{self._data_files('time-limits')}"),
            ("What to record", "what-to-record", _record(page)),
        )
        head = [self._emergency(), self._first_calls(page), self._state(page), PLACE_OF_PAPER]
        return "\n\n".join([*filter(None, head), under_headings(parts)])

    @call
    def at_a_glance(self, id: str) -> str:
        """A procedure in a few lines, on another page."""
        page = look_up(self.site.procedures, id, "docs/procedures/")
        self._name_sources(
            id for step in page.at_a_glance if step.counts(self.today) for id in step.sources
        )
        return self._steps("procedures/glance.html", page.at_a_glance, more=False)

    @call
    def what_to_record(self, id: str) -> str:
        """What a procedure has one write down, on another page."""
        return _record(look_up(self.site.procedures, id, "docs/procedures/"))

    @call
    def procedure_end(self) -> str:
        """The last parts of this procedure: its sources, who keeps it and its history."""
        page = self._procedure()
        history = "\n".join(
            f"- {words.day(change.on)}: {rendering.plain(change.what)}" for change in page.changes
        )
        parts = (
            ("See also", "see-also", self._related(page)),
            ("Sources", "sources", self._cited()),
            ("About this page", "about-this-page", self._control(page)),
        )
        changes = under_headings([("Changes", "changes", history)], level=3)
        return f"{under_headings(parts)}\n\n{changes}"

    @call
    @shows("", lambda site: site.procedures)
    def procedure_finder(self) -> str:
        """Every procedure, by what a reader needs to do and by whom it is for."""
        entries = pages.entries(self.site, self.here(), self.today)
        audiences = pages.by_audience(self.site, self.here(), self.today)
        by_work = rendering.render("procedures/audiences.html", audiences=audiences)
        finder = rendering.render("procedures/finder.html", entries=entries)
        return f"{finder}\n\n{under_headings([('By your work', 'by-your-work', by_work)])}"

    @call
    @shows("", lambda site: site.procedures)
    def review_due(self) -> str:
        """When each procedure is due for review."""
        if not self.site.procedures:
            return "No procedure is published yet."
        return self._table(reviews.review_due(self.site, self.here(), self.today))

    def _procedure(self) -> Procedure:
        id = self.here().strip("/").rpartition("/")[2]
        return look_up(self.site.procedures, id, "docs/procedures/")

    def _first_calls(self, page: Procedure) -> str:
        """Whom to call first, before anything is explained."""
        return self._contact_card(page.contacts) if page.contacts else ""

    def _steps(self, template: str, steps: tuple[Step, ...], **more: bool) -> str:
        lines = pages.lines(self.site, steps, self.today)
        return rendering.render(template, lines=lines, marks=self._marks(), **more)

    def _state(self, page: Procedure) -> str:
        return rendering.render(
            "procedures/state.html",
            control=pages.control(self.site, page, self.today),
            body=self.site.board.words.body,
        )

    def _control(self, page: Procedure) -> str:
        control = pages.control(self.site, page, self.today)
        return rendering.render("procedures/control.html", control=control)

    def _related(self, page: Procedure) -> str:
        links = [(self.site.title(address), self._way(address)) for address in page.related]
        return rendering.render("procedures/related.html", links=links)


def _record(page: Procedure) -> str:
    return "\n".join(f"- {rendering.plain(line)}" for line in page.record)
