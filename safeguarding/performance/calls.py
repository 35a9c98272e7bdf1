"""What pages call for of the performance framework."""

from collections.abc import Collection
from typing import get_args

from safeguarding.performance.models import Indicator, InPlan, ThemeFile
from safeguarding.performance.views import indicators, joined, overview, questions, values
from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings

FOLDER = "data/performance/"


class PerformanceCalls(PageCalls):
    """Whether things got better."""

    @call
    def indicator_value(self, id: str, period: str) -> str:
        """A measure's value for a period, inside a sentence."""
        series = look_up(self.site.measures, id, FOLDER).values
        return values.observed(look_up(series, period, id), self.site.absences)

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def theme(self, id: str) -> str:
        """Every indicator of a theme, each under its own heading."""
        file = look_up(self.site.themes, id, FOLDER)
        distressing = any(indicator.help_lines for indicator in file.indicators)
        help_lines = [self._help_lines()] if distressing else []
        parts = under_headings(
            (indicator.heading, indicator.id, self._indicator(indicator))
            for indicator in file.indicators
        )
        return "\n\n".join([rendering.plain(file.theme.summary), *help_lines, parts])

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def indicator_table(self, id: str) -> str:
        """One indicator: its tables, pictures, verdict and notes."""
        return self._indicator(look_up(self.site.indicators, id, FOLDER))

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def indicator_summary(self, *themes: str) -> str:
        """The indicators of some themes, or of all, at a glance."""
        return self._table(overview.summary(self.site, self._themes(themes), self.here()))

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def performance_answer(self, *themes: str) -> str:
        """Did it get better? Rows of some themes, or of all, that did, and rows that did not."""
        answer = overview.answer(self.site, self._themes(themes), self.here())
        called = self.site.source_of(self.site.framework).called
        return rendering.render("performance/answer.html", answer=answer, called=called)

    @call
    @shows("data/performance/framework.yml", lambda site: site.framework.questions)
    def key_questions(self, *plans: str) -> str:
        """The framework's key questions: all, or those whose place in the plan is named, partly or
        absent."""
        places = dict.fromkeys(get_args(InPlan))
        for plan in plans:
            look_up(places, plan, "the key questions", f"write {words.join([*places], 'or')}")
        views = questions.questions(self.site, self.here())
        return rendering.render(
            "performance/questions.html",
            questions=[view for view in views if not plans or view.question.plan in plans],
        )

    def _themes(self, ids: Collection[str]) -> list[ThemeFile]:
        """The themes with these ids; all of them where there are none."""
        return [look_up(self.site.themes, id, FOLDER) for id in ids or self.site.themes]

    def _indicator(self, indicator: Indicator) -> str:
        section = indicators.section(self.site, indicator)
        return rendering.render(
            "performance/indicator.html",
            section=section,
            joined=joined.joined(self.site, indicator, self.here()),
            origins=(),
            data=self._way(addresses.DATA),
        )
