"""What an author may write in a page: the calls of every subject. Each picks a view and a template;
the page's own address makes links work."""

from safeguarding.board.calls import BoardCalls
from safeguarding.contacts.calls import ContactCalls
from safeguarding.exports.calls import DataCalls
from safeguarding.groups.calls import GroupCalls
from safeguarding.law.calls import LawCalls
from safeguarding.money.calls import MoneyCalls
from safeguarding.performance.calls import PerformanceCalls
from safeguarding.plan.calls import PlanCalls
from safeguarding.procedures.calls import ProcedureCalls
from safeguarding.report.calls import ReportCalls
from safeguarding.tools.calls import ToolCalls
from safeguarding.training.calls import TrainingCalls

PAST = (ReportCalls, PerformanceCalls, PlanCalls, MoneyCalls, GroupCalls)
PRESENT = (ContactCalls, LawCalls, ToolCalls, ProcedureCalls, TrainingCalls, BoardCalls, DataCalls)


class Author(
    ReportCalls,
    PerformanceCalls,
    PlanCalls,
    MoneyCalls,
    GroupCalls,
    ContactCalls,
    LawCalls,
    ToolCalls,
    ProcedureCalls,
    TrainingCalls,
    BoardCalls,
    DataCalls,
):
    """Every call that a page can make."""


CALLS = tuple(
    name
    for subject in (*PAST, *PRESENT)
    for name, method in vars(subject).items()
    if getattr(method, "is_call", False)
)
