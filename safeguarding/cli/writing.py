"""Drafts, written if all is sound with them; otherwise a person is told why none of them is."""

import sys
from pathlib import Path

from safeguarding import drafts
from safeguarding.cli.saying import say
from safeguarding.cli.telling import tell
from safeguarding.drafts import Draft
from safeguarding.editing.writing import ChangedMeanwhile
from safeguarding.problem import Problems


def write_or_exit(root: Path, *written: Draft) -> None:
    """Write the drafts; or tell why none of them can stand, with exit status 1."""
    try:
        drafts.write(root, written)
    except Problems as problems:
        for problem in problems.problems:
            tell(problem)
        say("Nothing was written. Put it right, and ask again.", err=True)
        sys.exit(1)
    except ChangedMeanwhile as name:
        say(f"{name} was changed meanwhile; nothing was written. Ask again.", err=True)
        sys.exit(1)
    except FileExistsError as there:
        say(f"{there} is there already; nothing was written. Choose another name.", err=True)
        sys.exit(1)
