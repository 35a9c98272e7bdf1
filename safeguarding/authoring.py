"""What an author may write in a page: the calls of every subject. Each picks a view and a template;
the page's own address makes links work."""

import datetime
from collections import defaultdict, deque
from collections.abc import Callable, Iterator

from safeguarding.board.calls import BoardCalls
from safeguarding.contacts.calls import ContactCalls
from safeguarding.exports import calls as exports
from safeguarding.exports.calls import DataCalls, OfflineCalls
from safeguarding.groups.calls import GroupCalls
from safeguarding.law.calls import LawCalls
from safeguarding.money.calls import MoneyCalls
from safeguarding.paper.calls import PaperCalls
from safeguarding.performance.calls import PerformanceCalls
from safeguarding.performance.calls import pages as performance
from safeguarding.plan.calls import PlanCalls
from safeguarding.problem import WrongWords
from safeguarding.procedures.calls import ProcedureCalls
from safeguarding.publications import calls as publications
from safeguarding.publications.calls import PublicationCalls
from safeguarding.report.calls import ReportCalls
from safeguarding.shared import spoken
from safeguarding.shared.page import OwnPage
from safeguarding.site import Site
from safeguarding.tools.calls import ToolCalls
from safeguarding.training import calls as training
from safeguarding.training.calls import TrainingCalls

Words = tuple[str | int, ...]  # what stands between the brackets of a call

PAST = (ReportCalls, PerformanceCalls, PlanCalls, MoneyCalls, GroupCalls)
PRESENT = (
    *(ContactCalls, LawCalls, ToolCalls, ProcedureCalls, TrainingCalls, PublicationCalls),
    *(PaperCalls, BoardCalls, DataCalls, OfflineCalls),
)


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
    PublicationCalls,
    PaperCalls,
    BoardCalls,
    DataCalls,
    OfflineCalls,
):
    """Every call that a page can make.

    A check makes them all, page by page, and keeps what they show; a build only takes it. So each
    is made once, and in the order in which its page has it.
    """

    def __init__(self, site: Site, here: Callable[[], str], now: datetime.datetime):
        super().__init__(site, here, now)
        self._kept: dict[tuple[str, str, Words], deque[str]] = defaultdict(deque)

    def make(self, call: str, words: Words) -> str:
        """What a call of the page shows; it is kept until it is taken. Raises WrongWords."""
        where = getattr(getattr(Author, call), "stands", "")
        if where and shows_nothing(self.site, call):
            raise WrongWords(
                f"has nothing to show: there is nothing of it in {where}; delete this call, or"
                " write it there"
            )
        shown = self._show(call, words)
        self._kept[self.here(), call, words].append(shown)
        return shown

    def take(self, call: str, words: Words) -> str:
        """What a call of the page showed when it was made, or shows now if it was not."""
        kept = self._kept[self.here(), call, words]
        if kept:
            return kept.popleft()
        return self._show(call, words)

    def _show(self, call: str, words: Words) -> str:
        shown: str = getattr(self, call)(*words)
        if getattr(getattr(Author, call), "speaks", False):
            return shown
        return spoken.english(shown, self.site, self.here())


def shows_nothing(site: Site, call: str) -> bool:
    """Whether a board has nothing of what the call of that name shows."""
    shows = getattr(getattr(Author, call), "shows", None)
    return shows is not None and not shows(site)


CALLS = tuple(
    name
    for subject in (*PAST, *PRESENT)
    for name, method in vars(subject).items()
    if getattr(method, "is_call", False)
)


def own_pages(site: Site, now: datetime.datetime) -> Iterator[OwnPage]:
    """Each page that nobody writes."""
    for subject in (publications, performance, training, exports):
        yield from subject.own_pages(site, now)
