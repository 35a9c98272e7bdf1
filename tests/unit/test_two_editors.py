"""Two people change the facts of one board on one day, each on a branch: Git joins what they did,
or the check says what to do."""

import random
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from safeguarding import migrations
from tests.small import PLAIN

PAIRS = 50
TEXTS = migrations.migrated(PLAIN.texts(), into_files=True).after
ALONE = PLAIN.edited(
    {name: text for name, text in TEXTS.items() if text != PLAIN.texts().get(name)}
)
SESSIONS = "data/training/sessions/"
DATES = sorted(name for name in TEXTS if name.startswith(SESSIONS) and "course:" in TEXTS[name])

Drawn = random.Random
New = dict[str, str]  # {name of a file: its text after an edit}


def new_date(drawn: Drawn, who: str) -> New:
    month, day = drawn.randrange(1, 13), drawn.randrange(1, 29)
    id = f"2027-{month:02}-{day:02}-listening-{who}"
    day_of = f"2027-{month:02}-{day:02}"
    return {
        f"{SESSIONS}{id}.yml": f"id: {id}\ncourse: listening\nstarts: {day_of} 09:30\n"
        f"ends: {day_of} 12:30\nvenue: online\nplaces: 20\n"
    }


def new_contact(drawn: Drawn, who: str) -> New:
    id = f"team-{drawn.randrange(1000)}-{who}"
    text = f"id: {id}\nname: Team {id}\npurpose: To ask {who}\nfound: a sample\n"
    return {f"data/contacts/{id}.yml": text}


def new_change(drawn: Drawn, who: str) -> New:
    day = drawn.choice(["2026-11-18", "2026-11-19"])
    number = drawn.randrange(1000)
    text = f"on: {day}\npage: about/\nwhat: The page has {number} words more of {who}.\n"
    return {f"data/changes/{day}-{number}-{who}.yml": text}


def new_publication(drawn: Drawn, who: str) -> New:
    id = f"briefing-{drawn.randrange(1000)}-{who}"
    text = (
        f"id: {id}\nkind: briefing\ntitle: Briefing {id}\npublished: 2026-05-06\n"
        f"summary: What {who} heard.\naudience: [schools]\n"
        f"documents:\n  - url: https://board.example/{id}.pdf\n"
    )
    return {f"data/publications/entries/{id}.yml": text}


def changed_places(drawn: Drawn, who: str) -> New:
    name = drawn.choice(DATES)
    lines = TEXTS[name].splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("places:"))
    lines[at] = f"places: {drawn.randrange(30, 60)}"
    return {name: "\n".join(lines) + "\n"}


def cancelled(drawn: Drawn, who: str) -> New:
    name = drawn.choice(DATES)
    kept = [line for line in TEXTS[name].splitlines() if not line.startswith("status:")]
    why = f"The trainer told {who} that she could not come."
    more = ["status: cancelled", "changes:", f'  - {{on: 2026-11-20, what: "{why}"}}']
    return {name: "\n".join([*kept, *more]) + "\n"}


EDITS: tuple[Callable[[Drawn, str], New], ...] = (
    *(new_date, new_contact, new_change, new_publication),
    *(changed_places, cancelled),
)


def drawn_pairs() -> Iterator[tuple[New, New]]:
    """What two people do, drawn with a fixed seed."""
    drawn = random.Random(17)
    for _ in range(PAIRS):
        yield drawn.choice(EDITS)(drawn, "ann"), drawn.choice(EDITS)(drawn, "bob")


class Merged(NamedTuple):
    """What Git makes of two branches: whether it could join them, and the texts of files."""

    clean: bool
    texts: New


class Repository:
    """A repository of Git with the board in it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.git("init", "-q")
        self._commit({"base": TEXTS})

    def git(self, *words: str, input: str = "") -> str:
        return self._run(*words, input=input)[1]

    def _run(self, *words: str, input: str = "") -> tuple[int, str]:
        done = subprocess.run(
            ["git", *words], cwd=self.folder, input=input.encode(), capture_output=True
        )
        assert done.returncode in (0, 1), done.stderr.decode()
        return done.returncode, done.stdout.decode()

    def _commit(self, branches: Mapping[str, Mapping[str, str]]) -> None:
        """A commit of these files on each branch, after the base, without a work tree."""
        lines = []
        for branch, files in branches.items():
            lines += [f"commit refs/heads/{branch}", "committer A <a@board.example> 0 +0000"]
            lines += ["data 0", *([] if branch == "base" else ["from refs/heads/base^0"])]
            for name, text in files.items():
                lines += [f"M 644 inline {name}", f"data {len(text.encode())}", text]
        self.git("fast-import", "--quiet", "--force", input="\n".join([*lines, ""]))

    def merged(self, ours: New, theirs: New) -> Merged:
        self._commit({"ours": ours, "theirs": theirs})
        status, told = self._run("merge-tree", "--write-tree", "ours", "theirs")
        tree = told.split("\n")[0]
        return Merged(
            status == 0, {name: self.git("show", f"{tree}:{name}") for name in ours | theirs}
        )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository(tmp_path_factory.mktemp("repository"))


LACKING = set(ALONE.problems())  # what the plain board names that stands in another


def told(texts: Mapping[str, str]) -> list[str]:
    """What the check says of the board after these edits, besides."""
    return [problem for problem in ALONE.problems(texts) if problem not in LACKING]


def test_board_with_a_file_for_each_entry_is_as_sound_as_with_lists() -> None:
    assert set(PLAIN.problems()) == LACKING


@pytest.mark.parametrize(("ours", "theirs"), [*drawn_pairs()], ids=map(str, range(PAIRS)))
def test_git_keeps_what_both_did(repository: Repository, ours: New, theirs: New) -> None:
    merged = repository.merged(ours, theirs)
    problems = told(merged.texts)
    if ours.keys().isdisjoint(theirs):
        assert (merged.clean, merged.texts) == (True, ours | theirs)
        assert problems == []
    elif merged.clean:
        (name,) = ours
        base = {*TEXTS[name].splitlines()}
        for text in (ours[name], theirs[name]):
            assert {*text.splitlines()} - base <= {*merged.texts[name].splitlines()}
        assert problems == []
    else:
        (problem,) = problems
        assert "two versions clashed here; keep " in problem


def test_most_pairs_never_meet_and_some_do() -> None:
    """Otherwise the pairs above would prove little."""
    apart = [ours.keys().isdisjoint(theirs) for ours, theirs in drawn_pairs()]
    assert PAIRS / 2 < sum(apart) < PAIRS


def test_one_field_that_both_changed_is_decided_by_a_person(repository: Repository) -> None:
    name = DATES[0]
    one, other = (TEXTS[name].replace("places: 15", f"places: {n}") for n in (18, 20))
    merged = repository.merged({name: one}, {name: other})
    (problem,) = told(merged.texts)
    assert not merged.clean
    assert problem.startswith(f"{name}:7:1: two versions clashed here; keep one of them, and")
    assert problem.endswith(": write  places: 18  or  places: 20")


def test_other_keys_of_one_entry_are_kept_once_each(repository: Repository) -> None:
    name, text = DATES[0], TEXTS[DATES[0]]
    fewer = text.replace("places: 15", "places: 18")
    full = text.replace("places: 15", "places: 15\nstatus: full")
    merged = repository.merged({name: fewer}, {name: full})
    (problem,) = told(merged.texts)
    assert not merged.clean
    assert f"{name}:7:1: two versions clashed here; keep each key once" in problem


def test_two_entries_of_a_list_are_both_kept_whole(repository: Repository) -> None:
    """Git takes lines that both end with for one: who deletes marks alone loses them."""
    name = "data/training/programme.yml"
    begun = TEXTS[name].replace("sessions: []", "sessions:")
    last = "    venue: online\n    places: 20\n"
    one, other = (
        f"{begun}  - id: 2027-05-{id}\n    course: listening\n    starts: 2027-05-{day} 10:00\n"
        f"    ends: 2027-05-{day} 12:00\n{last}"
        for id, day in (("ann", 12), ("bob", 13))
    )
    joined = repository.merged({name: one}, {name: other}).texts[name]
    (problem,) = told({name: joined})
    assert "two entries clashed here, and both are usually meant: keep both entries" in problem
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    bare = "\n".join(line for line in joined.split("\n") if not line.startswith(marks))
    assert bare.count("venue: online") < 3
