"""What each file of data/ and docs/ holds; and which have no business there."""

import re
import unicodedata

from safeguarding.board.glossary import AudiencesFile, GlossaryFile
from safeguarding.board.models import Board, FiguresFile, RedirectsFile, SectionsFile, SourcesFile
from safeguarding.board.page import Page
from safeguarding.board.search import Search
from safeguarding.contacts.models import ContactsFile
from safeguarding.groups.models import RegisterFile, SubGroupsFile
from safeguarding.law.models import AuthoritiesFile
from safeguarding.money.models import Budget
from safeguarding.performance.models import FrameworkFile, ThemeFile
from safeguarding.plan.models import Plan
from safeguarding.problem import Place, Problem
from safeguarding.procedures.models import ChangesFile, Procedure
from safeguarding.tools.models import DecisionTree
from safeguarding.training.models import Attendance, CoursesFile, Programme
from safeguarding.yaml import read as source

# What each file holds. A file of data/ that no pattern names is a mistake, not a spare.
FILES = {
    "board.yml": Board,
    "sources.yml": SourcesFile,
    "sections.yml": SectionsFile,
    "contacts.yml": ContactsFile,
    "glossary.yml": GlossaryFile,
    "redirects.yml": RedirectsFile,
    "audiences.yml": AudiencesFile,
    "search.yml": Search,
    "changes.yml": ChangesFile,
    "budget.yml": Budget,
    "business_plan.yml": Plan,
    "sub_groups.yml": SubGroupsFile,
    "register.yml": RegisterFile,
    "training/attendance.yml": Attendance,
    "training/courses.yml": CoursesFile,
    "training/programme.yml": Programme,
    "performance/framework.yml": FrameworkFile,
}
FOLDERS = {
    "sections-*.yml": SectionsFile,  # of a later report, beside that of the first
    "budget-*.yml": Budget,
    "training/attendance-*.yml": Attendance,
    "performance/*.yml": ThemeFile,
    "figures/*.yml": FiguresFile,
    "law/*.yml": AuthoritiesFile,
    "decision_trees/*.yml": DecisionTree,
}
PROCEDURES = "procedures/*.md"
PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.md)?")
NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
NO_PROCEDURES = ("index", "register")  # the finder and the register stand among them


def strays(root):
    """A Problem for each file that no part of the site reads, and for each name that is none."""
    yield from _strays(root / "data")
    yield from _stray_pages(root / "docs")
    yield from _misnamed(root)


def expected(root, but):
    """{name: (how to read it, its model)} of each file of data/ and each page of docs/, `but` those
    named."""
    found = {
        f"data/{name}": (source.load, model) for name, model in _expected(root / "data").items()
    }
    for path in (path for path in sorted((root / "docs").rglob("*.md")) if path.is_file()):
        found[path.relative_to(root).as_posix()] = (
            source.load_head,
            Procedure if path.match(PROCEDURES) and path.stem not in NO_PROCEDURES else Page,
        )
    return {name: how for name, how in found.items() if name not in but}


def _misnamed(root):
    """A name becomes an address: no space, no capital, no accent."""
    for path in sorted((*(root / "data").rglob("*"), *(root / "docs").rglob("*"))):
        name = path.relative_to(root).as_posix()
        if path.is_dir() and path.suffix in (".md", ".yml"):
            yield Problem(
                Place(name),
                "",
                f"is a folder, but has the name of a file; take {path.suffix} off its name",
            )
        elif (
            path.name != ".nav.yml"
            and not (
                NAME if name.startswith("data/") or "assets" in path.parts else PAGE_NAME
            ).fullmatch(path.name)
            and (path.suffix in (".md", ".yml") or path.is_dir() or "assets" in path.parts)
        ):
            yield Problem(
                Place(name),
                "",
                "is no name for a file or folder here: it becomes an address; use small letters,"
                f" figures and hyphens alone, like {_plain(path)}",
            )


def _plain(path):
    """The nearest name that can be an address."""
    letters = unicodedata.normalize("NFKD", path.stem.casefold()).encode("ascii", "ignore").decode()
    return (re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "a-name") + path.suffix.casefold()


def _expected(data):
    found = {
        path.relative_to(data).as_posix(): model
        for pattern, model in FOLDERS.items()
        for path in sorted(data.glob(pattern))
        if path.is_file()
    }
    return found | FILES


def _strays(data):
    found = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    return [
        Problem(
            Place(f"data/{name}"),
            "",
            "no part of the site reads this file; check its name and folder, or delete it",
        )
        for name in found - set(_expected(data))
    ]


def _stray_pages(docs):
    """What is no page would be published as it is."""
    for path in sorted(docs.rglob("*")):
        if (
            path.is_file()
            and path.suffix != ".md"
            and path.name != ".nav.yml"
            and "assets" not in path.relative_to(docs).parts
        ):
            yield Problem(
                Place(f"docs/{path.relative_to(docs).as_posix()}"),
                "",
                "is no page; a page ends in .md, and a file for readers stands in docs/assets/",
            )


def elsewhere(value, name, model):
    """One Problem for a file that holds what belongs elsewhere: most of its keys are those of
    another model."""
    if (
        model is Page
        and len(set(value) & (set(Procedure.model_fields) - set(Page.model_fields))) > 3
    ):
        return [
            Problem(
                Place(name),
                "",
                "has the head of a procedure; move it to docs/procedures/, or give it the head of a"
                " page",
            )
        ]
    homes = {kind: pattern for pattern, kind in (FOLDERS | FILES).items()}
    keys = set(value) - {"source", "id", "title"}
    better = max(homes, key=lambda kind: len(keys & set(kind.model_fields)))
    if (
        name.startswith("data/")
        and not keys & set(model.model_fields)
        and keys & set(better.model_fields)
    ):
        return [
            Problem(
                Place(name),
                "",
                f"holds what belongs in data/{homes[better]}; move it there, or correct its keys",
            )
        ]
    return []
