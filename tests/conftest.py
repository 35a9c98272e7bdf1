"""What the tests share: the real facts, a copy of the project that may be spoilt, and one built
site.

The report of a past year stays as it is: a test may name its facts, and spoil them in a copy of the
project. Contacts, procedures
and all else that editors may change any day, a test finds through the library, or spoils in the
invented board, which stays too.
"""

import datetime
import fcntl
import gc
import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from safeguarding import hosts, soundness
from safeguarding.cli import main
from safeguarding.problem import Problem, Problems
from safeguarding.site import Site
from safeguarding.soundness import sound_site
from tests.checked import Outcome, checked_once

for variable in hosts.VARIABLES:  # what is built here is published nowhere, whoever tests it
    os.environ.pop(variable, None)
gc.set_threshold(100_000)  # as in a build: what ends soon needs little of its memory back
ROOT = Path(__file__).resolve().parent.parent
BOARD, SOURCES, SUB_GROUPS = "data/board.yml", "data/sources.yml", "data/sub_groups.yml"
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


def is_ours(root: Path) -> bool:
    """Whether a project holds the facts that tests know: the report of one place. Another board
    that takes the generator can give its own report the same id; what knows ours is left out
    there."""
    board, sources = ((root / name).read_text("utf-8") for name in (BOARD, SOURCES))
    return "\narea: North Somerset\n" in board and "id: annual-report-2013-14\n" in sources


OURS = is_ours(ROOT)
ours_alone = pytest.mark.skipif(not OURS, reason="it knows the facts of another board")
collect_ignore = (
    []
    if OURS
    else ["unit", "data", "rendering", "site/test_next_year.py", "browser/test_training.py"]
)
FIXTURES = ROOT / "tests/fixtures"
OTHER = FIXTURES / "other-board"
PROGRAMME, SESSIONS = "data/training/programme.yml", "data/training/sessions/"
PARTS = ("safeguarding", "data", "docs", "theme", "mkdocs.yml", "macros.py", "hooks.py")


@pytest.fixture(scope="session")
def real_site() -> Site:
    """The site of the real data, in which nothing is wrong."""
    return sound_site(ROOT)


@pytest.fixture(scope="session")
def site_with_test_programme() -> Site:
    """The site of the real data, but for the programme that the tests know."""
    from tests.boards import REAL  # which takes from this module what it changes

    return REAL.site()


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy(tmp_path)


@pytest.fixture
def invented_board(tmp_path: Path) -> Path:
    """A copy of the invented board that a test may spoil."""
    return copied(tmp_path)


OUTCOMES: dict[object, Outcome] = {}


@pytest.fixture
def same_board_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the instant NOW, a board that another test had to the byte is not checked again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setattr(soundness, "sound_author", checked_once(soundness.sound_author, OUTCOMES))


def copied(folder: Path) -> Path:
    """A copy of the invented board in `folder`."""
    return shutil.copytree(
        OTHER, folder, ignore=shutil.ignore_patterns("*site*"), dirs_exist_ok=True
    )


def copy(folder: Path) -> Path:
    """A copy of the project in `folder`, with the programme that the tests know, and without a
    public address."""
    for name in PARTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    if OURS:
        with_programme(folder)
    _write(folder, without_address(_read(folder, [BOARD])))
    return folder


def without_address(texts: Mapping[str, str]) -> dict[str, str]:
    """The files, each by its name, in which the board has no public address."""
    return {**texts, BOARD: re.sub(r"(?m)^site_url:.*\n", "", texts[BOARD])}


def with_programme(folder: Path) -> None:
    """Put the programme that the tests know in the place of the board's own."""
    alone = [path.relative_to(folder).as_posix() for path in folder.glob("data/contacts/*.yml")]
    texts = _read(folder, [SUB_GROUPS, PROGRAMME, *_needs(), *alone])
    _write(folder, programme_of_the_tests(texts))
    for path in (folder / SESSIONS).glob("*.yml"):
        path.unlink()


def programme_of_the_tests(texts: Mapping[str, str]) -> dict[str, str]:
    """The programme that the tests know, and each file that it needs: with every course, audience
    and contact of it that the board, whose files are `texts`, no longer has. Who pays stays as it
    is there: prices of courses name it. Dates that stand in files of their own are not of it."""
    owner = re.search(r"(?m)^  - id: ([\w-]+)", texts[SUB_GROUPS])
    keeper = {"owner": owner and owner[1]}
    payers = re.search(r"(?m)^payers:.*\n([ #].*\n|\n)*", texts[PROGRAMME])
    known = (FIXTURES / "programme.yml").read_text("utf-8")
    changed = {PROGRAMME: known.replace("venues:\n", f"{payers[0] if payers else ''}venues:\n", 1)}
    for name, records in _needs().items():
        more = keeper if name.endswith("courses.yml") else {}
        changed[name] = _with_entries(texts, name, [record | more for record in records])
    return changed


def _with_entries(texts: Mapping[str, str], name: str, records: list[dict[str, Any]]) -> str:
    """The text of a list, with each of the records that neither it nor a file in the folder of its
    name has."""
    every = "\n".join(text for one, text in texts.items() if one.startswith(name[: -len(".yml")]))
    there = set(re.findall(r"\bid: ([\w-]+)", every))
    lacking = [record for record in records if record["id"] not in there]
    if not lacking:
        return texts[name]
    lines = [f"  - {json.dumps(record, ensure_ascii=False)}" for record in lacking]
    begun = re.sub(r" \[\].*\Z", "", texts[name].rstrip("\n"))
    return "\n".join([begun, *lines]) + "\n"


def _needs() -> dict[str, list[dict[str, Any]]]:
    """{file: the entries that the programme of the tests names}."""
    text = (FIXTURES / "programme-needs.yml").read_text("utf-8")
    needs: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return needs


def _read(folder: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: (folder / name).read_text("utf-8") for name in names}


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def complaints(project: Path) -> list[str]:
    """Every complaint about the project, as an editor reads it; each names its rule."""
    told: list[Problem] = []
    try:
        sound_site(project)
    except Problems as problems:
        told = problems.problems
    assert all(problem.rule for problem in told)
    return [str(problem) for problem in told]


def edit(project: Path, name: str, old: str, new: str) -> int:
    """Change the first `old` in a file to `new`; returns the line it stands on."""
    path = project / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} no longer says {old}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def run(
    folder: Path, *words: str, input: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command line, in a folder, at the instant NOW, on a machine that is not known to
    publish."""
    at = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "GITHUB_ACTIONS": ""} | environment
    return subprocess.run(
        [sys.executable, "-m", "safeguarding", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | at,
        input=input,
    )


def command(
    folder: Path, *words: str, input: str | None = None, colour: bool = False, **environment: str
) -> Result:
    """The command line for the board in `folder`, as `run` does it, but without a process of its
    own. An error that is no word to the person who asks is raised."""
    at = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "GITHUB_ACTIONS": ""} | environment
    whole = ["--board", str(folder), *words]
    done = CliRunner().invoke(main, whole, input=input, env=at, color=colour)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


# once(name, make) -> the folder `name`, which `make` has filled.
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder for all workers of a run: the first that asks fills it, the others wait for it.

    Where that fails, each worker that asks is told why.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def filled(name: str, make: Callable[[Path], object]) -> Path:
        folder, made = shared / name, shared / f"{name}.made"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def site_folder(once: Once) -> Path:
    """The real site, built once, strictly."""
    return once("real", lambda folder: build_other(copy(folder))) / "site"


@pytest.fixture(scope="session")
def site_under_a_path(once: Once) -> Path:
    """The real site as it is built for an address, here in the folder /repo/ of a domain."""

    def make(folder: Path) -> None:
        address = "site_url: https://board.example/repo\ntimezone:"
        edit(copy(folder), "data/board.yml", "timezone:", address)
        build_other(folder)

    return once("under-a-path", make) / "site"


@pytest.fixture(scope="session")
def other_site(once: Once) -> Path:
    """The site of the invented board, as it is."""
    return once("other", lambda folder: build_other(copied(folder))) / "site"


# Of a notice as long as it may be, and of a page that goes at noon.
GOES = "2026-12-01 12:00"
TEXT = "closed " * 28 + "now."
FOR_A_TIME = "---\ntitle: {0}\ndescription: What {0} tells.\n{1}\n---\n\n# {0}\n\nAll of {0}.\n"


@pytest.fixture(scope="session")
def timed_site(once: Once) -> Path:
    """The site of the invented board with what readers see only for a time, as it is on the day of
    NOW."""

    def make(folder: Path) -> None:
        board = copied(folder)
        about = board / "docs/about"
        notice = f"notices: [{{text: {TEXT}, contact: team, page: about/, until: {GOES}}}]\n"
        (board / "data/notice.yml").write_text(notice, "utf-8")
        for name, head in {
            "Leaving": f"until: {GOES}",
            "Gone": "until: 2026-11-22",
            "Coming": "from: 2026-11-24",
        }.items():
            text = FOR_A_TIME.format(name, head)
            (about / f"{name.lower()}.md").write_text(text, "utf-8")
        links = " and ".join(f"[{name}]({name}.md)" for name in ("leaving", "gone", "coming"))
        index = about / "index.md"
        index.write_text(f"{index.read_text('utf-8')}\nSee {links}.\n", "utf-8")
        build_other(board)

    return once("timed", make) / "site"


def build_other(board: Path) -> Path:
    """The site of a board that has data and pages alone, built strictly, without a process of its
    own, which would take twice the time."""
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(board / "docs"), site_dir=str(board / "site")
    )
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.MonkeyPatch.context() as at, warnings.catch_warnings():
        at.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        warnings.simplefilter("default")  # what the code of others warns of, a build passes over
        mkdocs_build(config)
    return board / "site"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes begins first, so that nothing waits for it alone."""
    items.sort(key=lambda item: "test_new_board" not in item.nodeid)
