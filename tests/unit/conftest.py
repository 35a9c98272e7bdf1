"""A programme of a few sessions, for the tests of training."""

import pytest

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
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


@pytest.fixture
def programme(project):
    """programme(text) -> the project with these sessions and no others."""

    def written(sessions=ONE):
        (project / PROGRAMME).write_text(
            HEAD + sessions if sessions else HEAD.replace("sessions:\n", "sessions: []\n")
        )
        return project

    return written
