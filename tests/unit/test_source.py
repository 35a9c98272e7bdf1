"""Reading YAML: each trap is named with its line and what to write instead."""

from decimal import Decimal

import pytest

from safeguarding import source
from safeguarding.problems import Problems


def read(tmp_path, text):
    path = tmp_path / "facts.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return source.load(path, "data/facts.yml")


def complaints(tmp_path, text):
    with pytest.raises(Problems) as found:
        read(tmp_path, text)
    return str(found.value).splitlines()


TRAPS = {
    "starts: 10:30": '1:9: starts: 10:30 reads as a number in YAML; write "10:30"',
    "starts: 09:30": '1:9: starts: 09:30 reads as a number in YAML; write "09:30"',
    "open: no": '1:7: open: no reads as true or false in YAML; write "no" in quotes, or true or false',
    "open: On": '1:7: open: On reads as true or false in YAML; write "On" in quotes, or true or false',
    "code: 012": '1:7: code: 012 reads as an octal number in YAML; write "012" in quotes',
    "sum: 1_000": "1:6: sum: 1_000 reads as a number in YAML; write it without the _",
    "code: 0x1F": '1:7: code: 0x1F reads as a number in YAML; write "0x1F"',
    "sum: 1e3": '1:6: sum: 1e3 reads as a number in YAML; write "1e3", or all its digits',
    "sum: .inf": "1:6: sum: .inf is no number that we read; write it like 0.5 or 12",
    "sum: .5": "1:6: sum: .5 is no number that we read; write it like 0.5 or 12",
    "on_day: 2026-13-02": "1:9: on_day: 2026-13-02 is not a date (month must be in 1..12); write year-month-day, like 2026-03-31",
    "on_day: 2026-02-30": "1:9: on_day: 2026-02-30 is not a date (day is out of range for month); write year-month-day, like 2026-03-31",
    "a: 1\nb: 2\na: 3": "3:1: a: is written twice (first on line 1); keep one",
    "a:\n\tb: 1": "2:1: a tab; indent with spaces",
    "a:\n  - b\n \t- c": "3:2: a tab; indent with spaces",
    "": "1:1: the file is empty; add its records, or delete it",
    "# only a comment\n": "1:1: the file is empty; add its records, or delete it",
    b"\x89PNG\r\n\x1a\n\x00\x00": "1:1: not a text file in UTF-8; save it as plain text",
    b"name: caf\xe9": "1:1: not a text file in UTF-8; save it as plain text",
    b"name: a\nbell: \x07": "2:1: not a text file: it has control characters; save it as plain text",
    "a: &x 1\nb: *x": "2:4: *x is a reference; write the value out again",
    "a: !!python/name:os.system ''": "1:4: a: the tag tag:yaml.org,2002:python/name:os.system means nothing here; delete it",
    "a: !thing 1": "1:4: a: the tag !thing means nothing here; delete it",
    'a: "open\nb: "shut"': '1:4: the quote that opens here does not close on its line; close it, or write >- and the text below',
    "a:\n  - b\n    - c": "3:1: reads as more of the text on line 2; check the colon there, and the indentation here",
    "a: [b, c\n\nd e": "1:8: runs on into the lines below; close the bracket, or put a comma here",
    "a: Risk #1, and #2": "1:8: what follows # is left out; put the text in quotes, or the comment on a line of its own",
    "- a\n- b": '1:1: the file must start with "key: value" lines',
}


@pytest.mark.parametrize("text", TRAPS, ids=repr)
def test_trap_is_named_with_its_cure(tmp_path, text):
    assert complaints(tmp_path, text) == [f"data/facts.yml:{TRAPS[text]}"]


@pytest.mark.parametrize("text, place", {"a: 'open": "1:4", "a: b: c": "1:5", "a: [1, 2": "1:4", "a:\n  b: 1\n c: 2": "3:2", "a: 1\nb 2\nc: 3": "2:1", "  a: 1\nb: 2": "1:3"}.items())
def test_slip_of_syntax_is_one_line_with_its_place(tmp_path, text, place):
    found = complaints(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith(f"data/facts.yml:{place}: YAML cannot read this (")


def test_every_mistake_of_a_file_is_told_at_once(tmp_path):
    found = complaints(tmp_path, "a: no\nb: 10:30\nc: 2026-13-02\na: 1\n")
    assert [line.split(":")[1] for line in found] == ["1", "2", "3", "4"]


def test_missing_file_is_named(tmp_path):
    with pytest.raises(Problems, match="data/gone.yml:1:1: the file is missing; put it back"):
        source.load(tmp_path / "gone.yml", "data/gone.yml")


def test_numbers_keep_the_digits_they_were_written_with(tmp_path):
    assert str(read(tmp_path, "rate: 6.0")["rate"]) == "6.0"
    assert read(tmp_path, "rate: 7.25")["rate"] == Decimal("7.25")


def test_keys_stay_text(tmp_path):
    assert list(read(tmp_path, "2013: 1\n2012-13: 2\n2014-03-31: 3\nno: 4")) == ["2013", "2012-13", "2014-03-31", "no"]


def test_quotes_make_text(tmp_path):
    assert read(tmp_path, "a: '10:30'\nb: \"no\"") == {"a": "10:30", "b": "no"}


def test_values_know_their_place(tmp_path):
    value = read(tmp_path, "list:\n  - name: a\n  - name: b\n")
    assert source.place_of(value, ("list", 1, "name")).line == 3
    assert source.place_of(value, ("list", 1, "gone")).line == 3


def test_space_that_is_none_is_told_at_its_line(tmp_path):
    assert complaints(tmp_path, "a: 1\n\u00a0b: 2\n") == ["data/facts.yml:2:1: a space of another kind, as web pages have them; type it again"]


def test_clash_of_two_versions_is_told_at_its_line(tmp_path):
    said = "two versions clashed here; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    assert complaints(tmp_path, "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n") == [f"data/facts.yml:2:1: {said}"]


def test_line_ends_of_another_system_are_read(tmp_path):
    assert read(tmp_path, "a: 1\r\nb: 2\r\n") == {"a": 1, "b": 2}
