"""The invented board with a second area to compare with, or with a theme more, for the tests of
this folder."""

from safeguarding import checks
from safeguarding.rules import RULES
from tests.boards import DAYS, Edit
from tests.small import small_site

assert checks.SUBJECTS  # with which every rule is registered
NEXT = "\n"

FRAMEWORK = "data/performance/framework.yml"
LIKE_US = "  - {id: like, title: Places like us, meaning: Some., mark: similar}\n"
KNOWN = small_site({FRAMEWORK: ("areas:\n", f"areas:\n{LIKE_US}")})
IN_TIME = KNOWN.indicators["in-time"]


MORE = "data/performance/more.yml"


def more(*tables: str, source: str = "annual-report-2019-20") -> dict[str, Edit]:
    """The invented board with a theme more, of one indicator with these tables, each written as
    YAML on lines of its own."""
    written = "".join(
        f"      - {table.strip().replace(NEXT, NEXT + ' ' * 8)}\n" for table in tables
    )
    return {
        MORE: f"source: {source}\n"
        "theme: {id: more, title: A, summary: A., lines: 3}\n"
        "indicators:\n  - id: more\n    title: A\n    lines: 3\n    tables:\n" + written
    }


def told(rule: str, *tables: str, source: str = "annual-report-2019-20") -> list[str]:
    """What a rule tells of these tables: the field and the message of each problem."""
    problems = RULES[rule].problems(small_site(more(*tables, source=source)), DAYS)
    return [problem.said for problem in problems]
