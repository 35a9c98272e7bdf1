"""What pages call for of the performance framework."""

from collections.abc import Collection, Iterable
from typing import get_args

from safeguarding.performance.models import Indicator, InPlan, Overview, ThemeFile
from safeguarding.performance.views import (
    cards,
    headline,
    indicators,
    overview,
    questions,
    values,
    ways,
)
from safeguarding.performance.views.indicators import Section
from safeguarding.problem import WrongWords
from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import (
    PageCalls,
    call,
    look_up,
    shows,
)

FOLDER = "data/performance/"


class PerformanceCalls(PageCalls):
    """Whether things got better."""

    @call
    def indicator_value(self, id: str, period: str) -> str:
        """A measure's value for a period, inside a sentence."""
        series = look_up(self.site.measures, id, FOLDER).values
        return values.observed(look_up(series, period, id), self.site.absences)

    @call
    def newest_value(self, id: str) -> str:
        """A measure's newest value in a sentence, with the one before, and that of the whole
        country."""
        measure = look_up(self.site.measures, id, FOLDER)
        said = headline.sentence(self.site, self.site.table_of[id], measure)
        if not said:
            raise WrongWords(f'"{id}" has no value yet; delete this call, or give it one')
        return rendering.plain(said)

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def theme(self, id: str) -> str:
        """A card for each indicator of a theme, which leads to the page of that."""
        file = look_up(self.site.themes, id, FOLDER)
        cards = self._cards(file.indicators, level=2)
        return "\n\n".join([rendering.plain(file.theme.summary), *self._help(file), cards])

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def indicator_cards(self, *ids: str) -> str:
        """A card for each of some indicators, which leads to the page of that, below a heading."""
        chosen = [look_up(self.site.indicators, id, FOLDER) for id in ids]
        return "\n\n".join([*self._help(*chosen), self._cards(chosen, level=3)])

    def _cards(self, indicators: Iterable[Indicator], level: int) -> str:
        shown = "\n\n".join(self._card(indicator, level) for indicator in indicators)
        return f'<div class="cards" markdown>\n\n{shown}\n\n</div>'

    def _card(self, indicator: Indicator, level: int) -> str:
        """A card, whose heading of this level leads to the indicator's page."""
        card = cards.card(self.site, indicator)
        href = self._way(indicator.address)
        heading = rendering.heading(level, indicator.heading, indicator.id, href)
        inside = rendering.render("performance/card.html", card=card)
        width = " wide" if card.is_wide else ""
        return f'<section class="card{width}" markdown>\n\n{heading}\n\n{inside}\n\n</section>'

    def _help(self, *found: ThemeFile | Indicator) -> list[str]:
        """Help lines, where something of this counts what can distress."""
        indicators = [
            one
            for some in found
            for one in (some.indicators if isinstance(some, ThemeFile) else [some])
        ]
        distressing = any(indicator.help_lines for indicator in indicators)
        return [self._help_lines()] if distressing else []

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def indicator_table(self, id: str) -> str:
        """One indicator: its tables, pictures, verdict and notes."""
        return self._indicator(look_up(self.site.indicators, id, FOLDER))

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def indicator_summary(self, *themes: str) -> str:
        """The indicators of some themes at a glance; without them, those that the page is to show,
        with links to lists of the rows that moved or stand one way."""
        table = self._table(overview.summary(self.site, self._themes(themes), self.here()))
        return table if themes else f"{self._lists()}{table}"

    def _lists(self) -> str:
        """Links to the lists of the overview that the page is, once: where it first calls for
        them."""
        own = next((one for one in self.site.overviews if one.page == self.here()), None)
        if own is None or self.shown.lists:
            return ""
        self.shown.lists = True
        return self._choices(own) + "\n\n"

    def _choices(self, own: Overview) -> str:
        found = ways.choices(self.site, own, self.here())
        return rendering.render("performance/ways.html", choices=found)

    @call
    @shows("data/performance/", lambda site: site.indicators)
    def performance_answer(self, *themes: str) -> str:
        """Did it get better? Rows of some themes, or of all, that did, and rows that did not."""
        answer = overview.answer(self.site, self._themes(themes), self.here())
        called = self.site.source_of(self.site.framework).called
        shown = rendering.render("performance/answer.html", answer=answer, called=called)
        return shown if themes else f"{self._lists()}{shown}"

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
        """The themes with these ids; where there are none, those that the page is to show, which
        are all of them unless it is said."""
        own = next((one.themes for one in self.site.overviews if one.page == self.here()), ())
        every = ids or own or self.site.themes
        return [look_up(self.site.themes, id, FOLDER) for id in every]

    def _indicator(self, indicator: Indicator) -> str:
        return self._part("indicator", indicators.section(self.site, indicator))

    def _part(self, template: str, section: Section) -> str:
        data = self._way(addresses.DATA)
        return rendering.render(
            f"performance/{template}.html", section=section, origins=(), data=data
        )
