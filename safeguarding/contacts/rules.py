"""Wherever a reader is told to call, there is a number."""

EMERGENCY = "emergency"  # the id of the number that stands at the top of every page


def danger_has_a_number(site):
    contact = site.contacts.get(EMERGENCY)
    if contact is None:
        yield site.files["data/contacts.yml"].problem(
            "contacts",
            f"no contact has the id {EMERGENCY}; add the number for a child in danger: it stands at"
            " the top of every page",
        )
    elif contact.phone is None:
        yield contact.problem("phone", "is missing; add it: it stands at the top of every page")


def help_lines_have_numbers(site):
    for contact in site.contacts.values():
        if contact.help_line and contact.phone is None:
            yield contact.problem(
                "help_line", "has no phone beside it; add the number, or delete this line"
            )


RULES = (danger_has_a_number, help_lines_have_numbers)
