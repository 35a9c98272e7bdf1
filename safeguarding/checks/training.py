"""The attendance table adds up."""


def total(library):
    attendance = library.attendance
    added = sum(course.delegates for course in attendance.courses)
    if added != attendance.total.delegates:
        yield attendance.total.problem("delegates", f"the courses add up to {added:,}, not {attendance.total.delegates:,}; correct a course or the total")


RULES = (total,)
