"""What each rule says, for a person: its name, what it asks, what keeps it and what breaks it."""

from collections.abc import Iterable

from safeguarding import checks, files, harm, links, model_errors, reading
from safeguarding.pages.text_rules import PAGE_RULES, PageRule
from safeguarding.problem import advice
from safeguarding.rules import RULES, Rule
from safeguarding.yaml import read

# Whose rules are registered as they are imported, beside those of pages.
ROOMS = (harm, links, reading)
BEGIN = "<!-- The rules: made by `make mistakes`. -->"
END = "<!-- The end of the rules. -->"
# What is broken where a file has not the form that it needs. It has many shapes: each problem says
# what to write.
FORM = {
    read.RULE: "A file is text that can be read, and that says what was meant.",
    model_errors.RULE: "A file has the keys that it may have, each with a value of its kind.",
    files.RULE: "Each file stands where some part of the site reads it, under a name of its kind.",
}
MOST_LINES = 7  # of an example; more say no more


def explained(name: str) -> str:
    """A rule in some lines. Raises LookupError where no rule has that name."""
    if name in FORM:
        return f"{name}\n{FORM[name]}"
    rules = _every_rule()
    if name not in rules:
        names = sorted({**rules, **FORM})
        near = advice(name, names, f"the rules are {', '.join(names)}")
        raise LookupError(f"no rule is called {name}; {near}")
    return _with_examples(rules[name])


def _every_rule() -> dict[str, Rule | PageRule]:
    return {**RULES, **PAGE_RULES}


def _with_examples(rule: Rule | PageRule) -> str:
    return "\n".join(
        [
            f"{rule.name}{' (a warning: it stops nothing)' if rule.warns else ''}",
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
    return [*(f"  {line}".rstrip() for line in lines[:MOST_LINES]), *more]


def with_rules(page: str) -> str:
    """The page with the table of rules between its two marks written anew."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{_tables()}\n\n{END}{after}"


def _tables() -> str:
    """A table of the rules of each subject, one of those of pages, and one of those that only
    warn."""
    subjects = [module.__name__.split(".")[1] for module in checks.SUBJECTS]
    parts = [
        _table(subject.capitalize(), [rule for rule in RULES.values() if _is_of(rule, subject)])
        for subject in subjects
    ]
    pages = _table("Pages", [rule for rule in PAGE_RULES.values() if not rule.warns])
    warnings = [rule for rule in _every_rule().values() if rule.warns]
    return "\n\n".join([*parts, pages, _table("Pointed out, and stops nothing", warnings)])


def _is_of(rule: Rule, subject: str) -> bool:
    return rule.subject == subject and not rule.warns


def _table(title: str, rules: Iterable[Rule | PageRule]) -> str:
    rows = [f"| {_in_cell(rule.meaning)} | `{rule.name}` |" for rule in rules]
    return "\n".join([f"### {title}", "", "| what is asked | the rule |", "|---|---|", *rows])


def _in_cell(text: str) -> str:
    """A text within a table, where a bar would end the cell."""
    return text.replace("|", "\\|")
