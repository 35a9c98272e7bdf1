"""What tests of the law change in the invented board: sources that end, begin or take over."""

import datetime

from tests.boards import INVENTED, Board, Edits
from tests.small import LAW, LISTENING

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.date(2027, 4, 1)  # on which things change
ACT = "id: example-act-s1\n"
GUIDANCE = "id: example-guidance\n"
NEW_GUIDANCE = """  - id: new-guidance
    title: How to listen better
    kind: guidance
    checked: 2026-11-20
    read: primary
    read_in: no place at all; this guidance is invented
"""
NEW_ACT = NEW_GUIDANCE.replace("new-guidance", "new-act").replace(
    "kind: guidance", "kind: law\n    from: 2027-04-01"
)
STEP = (
    "  - {who: Anyone, what: Tell the children’s team., within: the same day, force: must,"
    " sources: [example-act-s1], glance: true}"
)


def with_sources(more: str) -> Board:
    """The invented board with these entries at the end of its sources."""
    return INVENTED.edited({LAW: INVENTED.texts()[LAW] + more})


def of_act(lines: str) -> Edits:
    """With these lines more at the act on which a duty rests."""
    return {LAW: (ACT, f"{ACT}    {lines}\n")}


def of_guidance(lines: str) -> Edits:
    """With these lines more at the guidance."""
    return {LAW: (GUIDANCE, f"{GUIDANCE}    {lines}\n")}


def with_turn(step: str) -> Board:
    """The invented board whose act ends on 31 March 2027, and another takes over on the day after;
    each step that rests on the old one ends with it, and `step` rests on the new one from then."""
    board = with_sources(NEW_ACT).edited(of_act("until: 2027-03-31\n    superseded_by: new-act"))
    text = board.texts()[LISTENING]
    return board.edited(
        {LISTENING: text.replace(STEP, f"{STEP[:-1]}, until: 2027-03-31}}\n{step}")}
    )


def turning() -> Board:
    """The invented board, in which one step ends and another takes its place on 1 April 2027."""
    return INVENTED.edited({LISTENING: ("record: ", f"{TURN}record: ")})


TURN = """  - who: Anyone
    what: Write it on paper.
    force: may
    until: 2027-03-31
  - who: Anyone
    what: Write it in the new book.
    force: may
    from: 2027-04-01
"""
