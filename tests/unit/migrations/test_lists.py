"""Lists that become a file for each of their entries, to the letter."""

import os
from pathlib import Path

import pytest

from safeguarding import migrations
from safeguarding.problem import Problems
from tests.boards import INVENTED

CONTACTS, CHANGES = "data/contacts.yml", "data/changes.yml"
OLD = """\
# yaml-language-server: $schema=../schemas/contacts.json
# Where a reader can turn.
contacts:
  # The first of all.
  - id: emergency
    name: Police
    purpose: >-
      In danger
      now
    phone: "999"  # Rings.
    found: invented

  # At night
  - {id: night, name: Night team, purpose: "At night, only", found: invented}  # Ring twice.
# The end.
"""
NEW = {
    "data/contacts/emergency.yml": """\
# yaml-language-server: $schema=../../schemas/contact.json
# The first of all.
id: emergency
order: 10
name: Police
purpose: >-
  In danger
  now
phone: "999"  # Rings.
found: invented
""",
    "data/contacts/night.yml": """\
# yaml-language-server: $schema=../../schemas/contact.json
# At night
id: night
order: 20
name: Night team
purpose: "At night, only"
found: invented
# Ring twice.
""",
    CONTACTS: """\
# yaml-language-server: $schema=../schemas/contacts.json
# Where a reader can turn.
contacts: []  # each has a file of its own, in data/contacts/
# The end.
""",
}


def split(texts: dict[str, str]) -> dict[str, str]:
    """What is new or other after it; a second time has nothing to do."""
    after = migrations.migrated(texts, into_files=True).after
    assert migrations.migrated(after, into_files=True).changes == ()
    return {name: text for name, text in after.items() if text != texts.get(name)}


def test_each_entry_gets_a_file_with_its_remarks() -> None:
    assert split({CONTACTS: OLD}) == NEW


def test_lists_stay_unless_files_are_asked_for() -> None:
    assert migrations.migrated({CONTACTS: OLD}).changes == ()


def test_each_file_is_shown_with_its_reason() -> None:
    changes = migrations.migrated({CONTACTS: OLD}, into_files=True).changes
    assert [change.name for change in changes] == [*NEW]
    assert [edit.new for edit in changes[1].edits] == [
        tuple(NEW["data/contacts/night.yml"].splitlines())
    ]


def test_changes_are_called_by_their_days_and_pages() -> None:
    text = "changes:\n" + "".join(
        f"  - {{on: 2026-11-20, page: {page}, what: A.}}\n" for page in ("a/b/", "a/b/", "c/")
    )
    names = migrations.migrated({CHANGES: text}, into_files=True).names
    assert names == [
        "data/changes/2026-11-20-a-b.yml",
        "data/changes/2026-11-20-a-b-2.yml",
        "data/changes/2026-11-20-c.yml",
        CHANGES,
    ]


def test_what_a_file_of_publications_says_of_all_is_said_of_each() -> None:
    new = split(INVENTED.texts())
    assert new["data/publications/entries/child-a.yml"].split("\n")[2] == (
        "other_formats: training-desk"
    )


def test_board_says_the_same_in_files() -> None:
    before, after = INVENTED.site(), INVENTED.site(split(INVENTED.texts()))
    for kind in ("contacts", "publications"):
        ids = [set(getattr(site, kind)) for site in (before, after)]
        assert ids[0] == ids[1]
    assert [*before.contacts] == [*after.contacts]
    assert [one.model_dump() for one in before.sessions] == [
        one.model_dump() for one in after.sessions
    ]
    assert len(before.changes) == len(after.changes)


def test_contacts_that_are_numbered_already_stay_before() -> None:
    there = {
        "data/contacts/one.yml": NEW["data/contacts/night.yml"].replace("id: night", "id: one")
    }
    new = split({CONTACTS: OLD, **there})
    assert "\norder: 30\n" in new["data/contacts/emergency.yml"]


def test_file_that_is_there_and_says_something_else_is_told() -> None:
    there = {"data/contacts/night.yml": NEW["data/contacts/night.yml"].replace("only", "alone")}
    with pytest.raises(Problems) as wrong:
        migrations.migrated({CONTACTS: OLD, **there}, into_files=True)
    assert [str(problem) for problem in wrong.value.problems] == [
        f"{CONTACTS}:14:1: data/contacts/night.yml is there already; take one of the two away, and"
        " start again"
    ]


def test_all_are_written_or_none(invented_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def contents() -> dict[Path, bytes]:
        files = (path for path in (invented_board / "data").rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files}

    def full(file: int) -> None:
        raise OSError(28, "No space")

    migration, before = migrations.of(invented_board, into_files=True), contents()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            migrations.write(invented_board, migration)
    assert contents() == before
    migrations.write(invented_board, migration)
    assert len(contents()) > len(before)
    assert migrations.of(invented_board, into_files=True).changes == ()
