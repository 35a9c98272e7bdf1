"""Bookings and attendance that cannot be so: which line editors are told to mend, and how."""

import pytest

from tests.boards import INVENTED, Spoilt
from tests.broken import Broken
from tests.small import COURSES, PROGRAMME

LATER = "data/training/attendance-2020-21.yml"
ADDS_UP, ANSWERS, THERE = "attendance_adds_up", "evaluations_add_up", "training_names_what_is_there"
TWO_DAYS = "starts: 2027-03-09 09:30\n        ends: 2027-03-09 12:30"


def told(file: str, line_of: str, problem: str) -> tuple[str, ...]:
    """The one problem of a line that begins with those words."""
    return (f"{file}:{INVENTED.line_of(line_of, file)}:{problem}",)


BROKEN = {
    "courses that do not make the total": Broken(
        ADDS_UP,
        {LATER: ("held: 1, delegates: 120", "held: 2, delegates: 120")},
        told(
            LATER,
            "  held: 5",
            "3: held: the courses and events add up to 6, not 5; correct a course or the total",
        ),
    ),
    "more who stayed away than the total": Broken(
        ADDS_UP,
        {LATER: ("no_shows: 9", "no_shows: 5")},
        told(
            LATER,
            "  no_shows: 9",
            "3: no_shows: the courses and events add up to 6, more than 5; correct a course or the"
            " total",
        ),
    ),
    "agencies that do not make the delegates": Broken(
        ADDS_UP,
        {LATER: ("by_agency: {council: 20, schools: 41, health: 13}", "by_agency: {council: 20}")},
    ),
    "agencies that make more than the delegates": Broken(
        ADDS_UP,
        {
            LATER: [
                ("{council: 20, schools: 41, health: 13}", "{council: 80}"),
                ("{council: 70, schools: 86, health: 38}", "{}"),
            ]
        },
        told(
            LATER,
            "  - {course: listening",
            "62: by_agency: the agencies add up to 80, more than 74; correct an agency or"
            " delegates",
        ),
    ),
    "one agency that does not make its total": Broken(
        ADDS_UP,
        {
            LATER: (
                "{council: 70, schools: 86, health: 38}",
                "{council: 71, schools: 85, health: 38}",
            )
        },
        (
            *told(
                LATER,
                "  by_agency: {council: 70",
                "15: by_agency: the courses and events add up to 70, not 71; correct one or the"
                " total",
            ),
            *told(
                LATER,
                "  by_agency: {council: 70",
                "28: by_agency: the courses and events add up to 86, not 85; correct one or the"
                " total",
            ),
        ),
    ),
    "no total": Broken(
        ADDS_UP,
        {
            LATER: "source: annual-report-2020-21\nperiod: 2020\n"
            "courses: [{course: listening, held: 2, lines: 1}]\n"
        },
    ),
    "answers of more people than answered": Broken(
        ANSWERS,
        {LATER: ("answered: 60", "answered: 59")},
        told(
            LATER,
            "    answered: 60",
            "5: answered: the answers add up to 60, not 59; correct an answer or this",
        ),
    ),
    "shares of more than all": Broken(
        ANSWERS,
        {
            LATER: (
                '[{title: "Yes", value: 96.5}]',
                "[{title: A, value: 96.5}, {title: B, value: 5}]",
            )
        },
        told(
            LATER,
            '    answers: [{title: "Yes"',
            "5: answers: add up to 101.5%, more than all; correct one, or make each an evaluation"
            " of its own if people could give several",
        ),
    ),
    "shares that were rounded up": Broken(
        ANSWERS,
        {LATER: ('[{title: "Yes", value: 96.5}]', "[{title: A, value: 96}, {title: B, value: 5}]")},
    ),
    "mark above the best": Broken(
        ANSWERS,
        {LATER: ("value: 8.1", "value: 81")},
        told(LATER, "    answers: [{title: Before", "59: value: 81 is more than 10, the best"),
    ),
    "mark without the best": Broken(
        ANSWERS,
        {LATER: ("    highest: 10\n", "")},
        told(
            LATER,
            "  - question: How sure",
            "5: highest: is missing; add the best mark that could be given",
        ),
    ),
    "agency that is not there": Broken(
        THERE,
        {LATER: ("{council: 20,", "{counsil: 20,")},
        told(
            LATER,
            "  - {course: listening",
            '74: by_agency: counsil is not in the agencies of this file; did you mean "council"?',
        ),
    ),
    "event that is evaluated under no course": Broken(
        THERE,
        {LATER: ("    course: listening\n", "    course: listning\n")},
        told(
            LATER,
            "    course: listening",
            '5: course: listning is not in data/training/courses.yml; did you mean "listening"?',
        ),
    ),
    "who pays is not there": Broken(
        THERE,
        {COURSES: ("{partners: 0, charities: 25", "{partner: 0, charities: 25")},
        told(
            COURSES,
            "    prices: {partners: 0, charities: 25",
            "14: prices: partner is not in the payers of data/training/programme.yml; did you mean"
            ' "partners"?',
        ),
    ),
    "page of charges that is not there": Broken(
        THERE,
        {PROGRAMME: ("page: training/charges/", "page: training/charge/")},
        told(
            PROGRAMME,
            "  page: training/charges/",
            '3: page: training/charge/ is not in docs/; did you mean "training/charges/"?',
        ),
    ),
    "venue of a later day that is not there": Broken(
        THERE,
        {PROGRAMME: ("        venue: online", "        venue: onlin")},
        told(
            PROGRAMME,
            "        venue: online",
            "9: venue: onlin is not in the venues of data/training/programme.yml; did you mean"
            ' "online"?',
        ),
    ),
    "kind that is called course": Broken(
        "kinds_have_names_of_their_own",
        {PROGRAMME: ("{id: webinar, title", "{id: listening, title")},
        told(
            PROGRAMME,
            "  - {id: webinar",
            "6: id: listening is what a course is called; choose another id",
        ),
    ),
    "meeting with a price": Broken(
        "only_what_is_booked_says_how",
        {
            PROGRAMME: (
                "    title: Meeting of the partners\n",
                "    title: A\n    prices: {others: 1}\n",
            )
        },
        (
            "data/training/programme.yml:32:5: prices: a meeting takes no bookings; delete this"
            " line, or write bookable: true beside that kind",
        ),
    ),
    "last day to book after it began": Broken(
        "booking_ends_before_it_begins",
        {PROGRAMME: ("book_by: 2027-02-23", "book_by: 2027-03-03")},
        told(
            PROGRAMME,
            "    book_by: 2027-02-23",
            "5: book_by: 2027-03-03 is after 2027-03-02, when it begins; correct one of them",
        ),
    ),
    "last day to book on the day": Broken(
        "booking_ends_before_it_begins",
        {PROGRAMME: ("book_by: 2027-02-23", "book_by: 2027-03-02")},
    ),
    "days out of order": Broken(
        "days_are_in_order",
        {PROGRAMME: (TWO_DAYS, "starts: 2027-03-02 12:00\n        ends: 2027-03-02 15:00")},
        told(
            PROGRAMME,
            "      - starts: 2027-03-09",
            "9: starts: 2027-03-02 12:00 is before 2027-03-02 12:30, when the day above ends; put"
            " the days in order",
        ),
    ),
    "afternoon after a morning": Broken(
        "days_are_in_order",
        {PROGRAMME: (TWO_DAYS, "starts: 2027-03-02 12:30\n        ends: 2027-03-02 15:00")},
    ),
    "date of what has none": Broken(
        "learning_at_any_time_has_no_dates",
        {PROGRAMME: ("course: listening\n", "course: listening-online\n")},
        told(
            PROGRAMME,
            "    course: listening\n",
            "5: course: listening-online has any_time: true; delete this date, or that line of the"
            " course",
        ),
    ),
    "later day on a Sunday": Broken(
        "sessions_are_on_working_days",
        {PROGRAMME: ("2027-04-22 18:00, ends: 2027-04-22", "2027-04-25 18:00, ends: 2027-04-25")},
        told(
            PROGRAMME,
            "      - {starts: 2027-04-22",
            "10: starts: 2027-04-25 is a Sunday; is the day right?",
        ),
    ),
    "later day at an hour that is left out": Broken(
        "times_exist",
        {PROGRAMME: (TWO_DAYS, "starts: 2027-03-28 01:30\n        ends: 2027-03-28 12:30")},
        told(
            PROGRAMME,
            "      - starts: 2027-03-09",
            "9: starts: 2027-03-28 01:30 does not exist: the clocks go forward then; write another"
            " time",
        ),
    ),
    "later day in a room that is taken": Broken(
        "venues_hold_one_session_at_once",
        {
            PROGRAMME: (
                "2027-04-29 18:00, ends: 2027-04-29 20:00",
                "2027-05-11 15:00, ends: 2027-05-11 17:00",
            )
        },
        told(
            PROGRAMME,
            "      - {starts: 2027-04-29",
            "9: venue: hall is taken then by 2027-05-conference (data/training/programme.yml:"
            f"{INVENTED.line_of('  - id: 2027-05-conference', PROGRAMME)}); choose another room or"
            " time",
        ),
    ),
    "later day in a year far away": Broken(
        "years_are_likely",
        {PROGRAMME: ("2027-04-29 18:00, ends: 2027-04-29", "2037-04-29 18:00, ends: 2037-04-29")},
        told(
            PROGRAMME,
            "      - {starts: 2027-04-29",
            "10: starts: 2037-04-29 is far from 2026-11-20, when the programme was published; is"
            " the year right?",
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems


@pytest.mark.parametrize(
    "spoilt",
    [
        Spoilt(
            COURSES,
            "others: 80.50",
            "others: £80.50",
            "42: others: should be a number: write 80.50",
        ),
        Spoilt(
            LATER,
            "value: 96.5",
            "value: 96.5%",
            "30: value: should be a number: write 96.5",
        ),
        Spoilt(
            PROGRAMME,
            "  text: Who books and does not come pays £50 for half a day.\n",
            "",
            "1: text: is missing; add it",
            "charging:",
        ),
    ],
)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
