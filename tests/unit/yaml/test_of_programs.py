"""Files as programs write them that read YAML 1.1, for which `on` and `no` are yes and no."""

import pytest
import yaml

from safeguarding.editing import nodes
from safeguarding.record import OF_A_PROGRAM
from safeguarding.yaml import read
from tests.boards import INVENTED

CHANGES = "data/changes.yml"


def test_key_on_is_read_as_such_programs_write_it_back() -> None:
    written = yaml.safe_dump(yaml.safe_load(INVENTED.texts()[CHANGES]))
    assert "true: 2026-11-20" in written
    site = INVENTED.site({CHANGES: written})
    assert [f"{change.on}" for change in site.changes] == ["2026-11-20"]
    assert INVENTED.problems({CHANGES: written}) == []


def test_what_edits_a_file_finds_that_key() -> None:
    entry = nodes.document("True: 2026-11-20\n", CHANGES)
    assert entry.entries["on"].said == "2026-11-20"
    assert entry.keys["on"].written == "True"


def test_key_in_quotes_is_what_it_says() -> None:
    assert read.parse('"true": 1\n', CHANGES) == {"true": "1"}


@pytest.mark.parametrize("word", ["false", "true"])
def test_word_that_such_a_program_took_for_an_answer_is_told(word: str) -> None:
    told = INVENTED.problems({CHANGES: ("what: The sums stand here now.", f"what: {word}")})
    assert told == [f"{CHANGES}:5:5: what: {word} {OF_A_PROGRAM}"]
