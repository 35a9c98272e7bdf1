"""What pages call for of a budget."""

from safeguarding.money import views
from safeguarding.money.models import Budget
from safeguarding.problem import WrongWords
from safeguarding.shared import rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows


class MoneyCalls(PageCalls):
    """What was planned, and what came and went. Where the report has several budgets, each call
    names one."""

    @call
    @shows("data/budget.yml", lambda site: site.budgets)
    def budget_table(self, part: str, budget: str = "") -> str:
        """A table of the budget: `expenditure`, `income`, or `balance` for what was left."""
        tables = views.parts(self._budget(budget))
        otherwise = f"write {words.join([*tables], 'or')}"
        return self._table(look_up(tables, part, "the budget", otherwise)())

    @call
    @shows("data/budget.yml", lambda site: site.budgets)
    def budget_summary(self, budget: str = "") -> str:
        """What came, what went and what was left, in sentences."""
        sentences = views.summary(self._budget(budget))
        return rendering.render("money/summary.html", sentences=sentences)

    @call
    @shows("data/budget.yml", lambda site: site.budgets)
    def budget_notes(self, budget: str = "") -> str:
        """Where the statement contradicts itself, or must be read with care."""
        return self._notes(self._budget(budget).notes)

    def _budget(self, name: str) -> Budget:
        """The report's budget of that name; without one, the only one that it has."""
        budgets = look_up(self.site.budgets, self._report(), "the budget of any report")
        by_name = {budget.name: budget for budget in budgets}
        if name:
            names = words.join([*by_name], "or")
            return look_up(by_name, name, "the budgets of this report", f"write {names}")
        if len(budgets) > 1:
            raise WrongWords(
                f"the report has several budgets; name one: {words.join([*by_name], 'or')}"
            )
        return budgets[0]
