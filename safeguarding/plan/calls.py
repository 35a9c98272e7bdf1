"""What pages call for of the business plan."""

from safeguarding.plan import views
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings


class PlanCalls(PageCalls):
    """What the board set out to do."""

    @call
    @shows("data/business_plan.yml", lambda site: site.plan.priorities)
    def priority_table(self, id: str | None = None) -> str:
        """One priority of the business plan, or all, each under its own heading."""
        priorities = {view.priority.id: view for view in views.priorities(self.site, self.here())}
        if id is not None:
            return self._priority(look_up(priorities, id, "data/business_plan.yml"))
        parts = under_headings(
            (f"{number}. {view.priority.title}", view.priority.id, self._priority(view))
            for number, view in enumerate(priorities.values(), 1)
        )
        return f"{parts}\n\n{self._notes(self.site.plan.notes)}"

    def _priority(self, view: views.PriorityView) -> str:
        return rendering.render("plan/priority.html", view=view)
