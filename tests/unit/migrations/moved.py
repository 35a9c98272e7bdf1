"""What becomes of a file in a shape of an older day."""

from textwrap import dedent

from safeguarding import migrations
from safeguarding.problem import Problems


def after(name: str, old: str, others: dict[str, str] | None = None) -> str:
    """The file of that name, in today's shape, as the models of today have read it; a second run
    has nothing to do."""
    texts = {**(others or {}), name: dedent(old)}
    migration = migrations.migrated(texts)
    assert migrations.migrated(migration.after).changes == ()
    return migration.after[name]


def refused(name: str, old: str) -> list[str]:
    """What a person has to do in the file of that name, as it is told."""
    try:
        after(name, old)
    except Problems as wrong:
        return [str(problem) for problem in wrong.problems]
    return []
