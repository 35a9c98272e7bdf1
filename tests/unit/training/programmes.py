"""A programme of a few sessions, for the tests of training, on the invented board."""

from tests.boards import INVENTED, Board
from tests.conftest import PROGRAMME, programme_of_the_tests

COURSES = "data/training/courses.yml"
HEAD = """published: 2026-11-25
booking: training-booking
venues:
  - {id: online, name: Online, online: true}
  - {id: hall, name: A hall}
sessions:
"""
ONE = """  - id: one
    course: wrap
    starts: 2027-01-13 09:30
    ends: 2027-01-13 12:30
    venue: hall
    places: 20
"""
# The invented board with all that the programme of the tests names.
KNOWN = INVENTED.edited(programme_of_the_tests(INVENTED.texts()))


def with_sessions(sessions: str = ONE) -> Board:
    """The invented board with these sessions, as a file has them, and no others."""
    text = HEAD + sessions if sessions else HEAD.replace("sessions:\n", "sessions: []\n")
    return KNOWN.edited({PROGRAMME: text})
