"""What each rule says, for a person: its name, what it asks, what keeps it and what breaks it."""

from safeguarding import checks
from safeguarding.problem import advice
from safeguarding.rules import RULES, Rule

BEGIN = "<!-- The rules: made by `make mistakes`. -->"
END = "<!-- The end of the rules. -->"
MOST_LINES = 6  # of an example; more say no more


def explained(name: str) -> str:
    """A rule in some lines. Raises LookupError where no rule has that name."""
    if name not in RULES:
        near = advice(name, RULES, f"the rules are {', '.join(sorted(RULES))}")
        raise LookupError(f"no rule is called {name}; {near}")
    rule = RULES[name]
    return "\n".join(
        [
            f"{name}{' (a warning: it stops nothing)' if rule.warns else ''}",
            rule.meaning,
            f"In {rule.example.file} this is right:",
            *_indented(rule.example.good),
            "and this is not:",
            *_indented(rule.example.bad),
        ]
    )


def _indented(example: str) -> list[str]:
    lines = example.strip("\n").split("\n") if example else ["(nothing in its place)"]
    more = [f"  ... and {len(lines) - MOST_LINES} more lines"] if len(lines) > MOST_LINES else []
    return [*(f"  {line}" for line in lines[:MOST_LINES]), *more]


def with_rules(page: str) -> str:
    """The page with the table of rules between its two marks written anew."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{_tables()}\n\n{END}{after}"


def _tables() -> str:
    """A table of the rules of each subject, and one of those that only warn."""
    subjects = [module.__name__.split(".")[1] for module in checks.SUBJECTS]
    parts = [
        _table(f"{subject.capitalize()}", [one for one in RULES.values() if _is_of(one, subject)])
        for subject in subjects
    ]
    warnings = [rule for rule in RULES.values() if rule.warns]
    return "\n\n".join([*parts, _table("Pointed out, and stops nothing", warnings)])


def _is_of(rule: Rule, subject: str) -> bool:
    return rule.subject == subject and not rule.warns


def _table(title: str, rules: list[Rule]) -> str:
    rows = [f"| {rule.meaning} | `{rule.name}` |" for rule in rules]
    return "\n".join([f"### {title}", "", "| what is asked | the rule |", "|---|---|", *rows])
