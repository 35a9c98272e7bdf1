"""What pages call for of plans."""

import datetime

from safeguarding.plan.models import Plan
from safeguarding.plan.views import actions, priorities, progress, summary
from safeguarding.problem import WrongWords
from safeguarding.shared import rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings

WHERE = "data/business_plan.yml and data/plans/"
LONGEST = 36  # months that a meeting can look ahead
NONE = "This plan has no priorities yet."


class PlanCalls(PageCalls):
    """What the board set out to do, and how far it has come."""

    @call
    @shows(WHERE, lambda site: site.plans)
    def priority_table(self, id: str | None = None) -> str:
        """One priority by its id, or all of a plan by that of the plan, each under its own heading,
        with the actions and how far they have come. Without an id, the plan of this page."""
        if id is not None and id not in self.site.plans:
            look_up(self.site.priorities, id, WHERE)
            own = self.site.plan_of[id]
            return self._priority(self._priorities(own)[id])
        own = self._plan(id)
        if not own.priorities:
            return NONE
        parts = under_headings(
            (f"{number}. {view.priority.title}", view.priority.id, self._priority(view))
            for number, view in enumerate(self._priorities(own).values(), 1)
        )
        return "\n\n".join(filter(None, [self._key(own), parts, self._notes(own.notes)]))

    @call
    def plan_progress(self, plan: str | None = None) -> str:
        """How far the actions of a plan had come by the end of each year."""
        return self._table(progress.table(self.site, self._followed(plan)))

    @call
    def plan_summary(
        self, months: int = 3, since: str | None = None, plan: str | None = None
    ) -> str:
        """A plan for a meeting: what is overdue, what falls due in so many months, and what was
        done since a day (year-month-day), or in as many months."""
        if not 1 <= months <= LONGEST:
            raise WrongWords(f"{months} is no number of months; write one from 1 to {LONGEST}")
        own = self._followed(plan)
        if own.page in self.site.report_of_page:
            raise WrongWords(
                f"{own.title} stands on a page of the archive, and nothing of it falls due;"
                " name another plan, or delete this call"
            )
        first = summary.months_before(self.today, months) if since is None else _day(since)
        shown = summary.summary(self.site, own, self.here(), self.today, months, first)
        parts = under_headings(
            (part.title, part.id, self._table(part.table) if part.table.rows else part.none)
            for part in shown.parts
        )
        head = rendering.render(
            "plan/summary.html",
            plan=own,
            counts=shown.counts,
            made=words.day(self.today),
            way=self._way(own.page),
        )
        return f"{head}\n\n{parts}"

    def _priorities(self, plan: Plan) -> dict[str, priorities.PriorityView]:
        views = priorities.priorities(self.site, plan, self.here())
        return {view.priority.id: view for view in views}

    def _priority(self, view: priorities.PriorityView) -> str:
        followed = (
            actions.actions(self.site, view.priority, self.here(), self.today)
            if view.priority.followed
            else ()
        )
        return rendering.render("plan/priority.html", view=view, followed=followed)

    def _key(self, plan: Plan) -> str:
        """What each word means that tells how far an action has come; nothing where none does."""
        found = actions.key(self.site, plan)
        return rendering.render("plan/key.html", key=found) if found else ""

    def _plan(self, id: str | None) -> Plan:
        """The plan of that id; without one that of this page, of the report that the page
        describes, or the newest."""
        plans = self.site.plans
        if id is not None:
            return look_up(plans, id, WHERE)
        if not plans:
            raise WrongWords("there is no plan; write one in data/plans/, or delete this call")
        report = self.site.report_of_page.get(self.here())
        fitting = [
            *(plan for plan in plans.values() if plan.page == self.here()),
            *(plan for plan in plans.values() if report and plan.source == report),
            *plans.values(),
        ]
        return fitting[0]

    def _followed(self, id: str | None) -> Plan:
        """The same, if it tells how far its actions have come."""
        plan = self._plan(id)
        if not plan.followed:
            raise WrongWords(
                f"no action of {plan.place.path} tells how far it has come; write id, what and"
                " progress there, or delete this call"
            )
        return plan


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise WrongWords(f'"{text}" is no day; write one like 2026-09-01') from None
