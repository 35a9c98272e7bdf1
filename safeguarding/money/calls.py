"""What pages call for of a budget."""

from safeguarding.money import views
from safeguarding.money.models import Budget
from safeguarding.shared.page import PageCalls, call, look_up, shows


class MoneyCalls(PageCalls):
    """What was planned, and what came and went."""

    @call
    @shows("data/budget.yml", lambda site: site.budgets)
    def budget_table(self, part: str) -> str:
        """The budget statement: `expenditure` or `income`."""
        tables = {"expenditure": views.expenditure, "income": views.income}
        return self._table(
            look_up(tables, part, "the budget", "write expenditure or income")(self._budget())
        )

    @call
    @shows("data/budget.yml", lambda site: site.budgets)
    def budget_notes(self) -> str:
        """Where the statement contradicts itself, or must be read with care."""
        return self._notes(self._budget().notes)

    def _budget(self) -> Budget:
        return look_up(self.site.budgets, self._report(), "the budget of any report")
