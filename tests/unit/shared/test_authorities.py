"""What readers are told of the state of what a page rests on."""

import pytest

from safeguarding.shared import authorities
from safeguarding.shared.authorities import Cited
from safeguarding.site import Site
from tests.small import LAW, day, small_site

KIND = "    kind: law\n"
TODAY = day("2026-11-27")
NEXT = "superseded_by: example-guidance"


def site(*lines: str) -> Site:
    """The invented board, whose Act has these lines too."""
    return small_site({LAW: (KIND, KIND + "".join(f"    {line}\n" for line in lines))})


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ((), ""),
        (("status: not yet in force",), "Not known to be in force yet"),
        (("from: 2026-11-28",), "Not yet in force: it starts on 28 November 2026"),
        (("from: 2026-11-27",), ""),
        (("status: superseded", NEXT), "Replaced by: How to listen"),
        (("until: 2026-11-26", NEXT), "Replaced by: How to listen"),
        (
            ("until: 2026-11-27", NEXT),
            "In force until 27 November 2026. Then: How to listen",
        ),
    ],
)
def test_reader_is_told_the_state(lines: tuple[str, ...], state: str) -> None:
    board = site(*lines)
    assert authorities.state(board, board.authorities["example-act-s1"], TODAY) == state


def test_sources_stand_in_the_order_given_with_their_state() -> None:
    board = site("until: 2026-11-26", NEXT)
    act, guidance = board.authorities.values()
    assert authorities.sources(board, ["example-guidance", "example-act-s1"], TODAY) == (
        Cited(guidance, "", replaced=False),
        Cited(act, "Replaced by: How to listen", replaced=True),
    )
