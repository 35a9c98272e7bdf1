"""A programme of a few sessions, for the tests of training, on the invented board."""

from tests.boards import INVENTED, Board, Edit, Swap
from tests.conftest import PROGRAMME, programme_of_the_tests

COURSES, CONTACTS = "data/training/courses.yml", "data/contacts.yml"
HEAD = """published: 2026-11-25
booking: training-booking
event_kinds: [{id: awareness, title: Week}, {id: meeting, title: A}, {id: audit, title: Audit}]
payers: [{id: partners, title: A}, {id: charities, title: B}, {id: others, title: C}]
venues: [{id: online, name: Online, online: true}, {id: hall, name: A hall}]
sessions:
"""
ONE = """  - id: one
    course: wrap
    starts: 2027-01-13 09:30
    ends: 2027-01-13 12:30
    venue: hall
    places: 20
"""


def without(name: str, first: str, last: str = "") -> Swap:
    """The edit that takes what stands from these first words on, up to these last ones or the end,
    out of a file of the invented board."""
    text = INVENTED.texts()[name]
    begin = text.index(first)
    return text[begin : text.index(last, begin) if last else None], ""


# What takes out of the invented board all but a course with one date, and a meeting.
NO_POLICIES = without(PROGRAMME, "charging:", "event_kinds:")
NO_MORE_DATES = without(PROGRAMME, "  - id: 2027-03-leading")
PLAIN: dict[str, Edit] = {
    PROGRAMME: [NO_POLICIES, NO_MORE_DATES],
    COURSES: without(COURSES, "  - id: leading"),
}
# The same without a word that it is a sample.
REAL: dict[str, Edit] = PLAIN | {PROGRAMME: [("sample: true\n", ""), NO_POLICIES, NO_MORE_DATES]}
# The invented board with all that the programme of the tests names.
KNOWN = INVENTED.edited(programme_of_the_tests(INVENTED.texts()))


def with_sessions(sessions: str = ONE) -> Board:
    """The invented board with these sessions, as a file has them, and no others."""
    text = HEAD + sessions if sessions else HEAD.replace("sessions:\n", "sessions: []\n")
    return KNOWN.edited({PROGRAMME: text})
