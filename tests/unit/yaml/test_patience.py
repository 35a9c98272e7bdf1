"""The search for a cure ends soon, whatever is wrong: the mistake is told without one."""

import pytest

from safeguarding.problem import PER_FILE, Problems
from safeguarding.yaml import cures, read
from safeguarding.yaml.cures import Patience
from safeguarding.yaml.values import Stumble

DEEP = "x: y: z\n" + "".join(f"{' ' * depth}a:\n" for depth in range(900))
QUOTES = "a:\n" + "".join(f"  - {{a: \"it's \"x\" '{n}, b: 'x\" ' \"' }}\n" for n in range(190))


@pytest.fixture
def read_around(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each text that was read to try a cure."""
    texts: list[str] = []
    end = cures._end_of_reading

    def noted(text: str) -> int | None:
        texts.append(text)
        return end(text)

    monkeypatch.setattr(cures, "_end_of_reading", noted)
    return texts


@pytest.mark.parametrize("text", [DEEP, QUOTES], ids=["nested 900 deep", "190 lines of quotes"])
def test_search_has_an_end(text: str, read_around: list[str]) -> None:
    with pytest.raises(Problems) as wrong:
        read.parse(text, "data/facts.yml")
    assert 0 < len(wrong.value.problems) <= PER_FILE
    assert len(read_around) <= cures.PATIENCE
    most = cures.PATIENCE_LETTERS + len(text)  # the last try may begin with one letter left
    assert sum(map(len, read_around)) <= most


def test_mistake_is_told_without_a_cure_where_patience_is_over() -> None:
    with pytest.raises(Problems) as wrong:
        read.parse(DEEP, "data/facts.yml")
    assert str(wrong.value) == (
        "data/facts.yml:1:5: cannot be read; check the indentation, the colons and the quotes here"
        " and just above. A remark begins with #"
    )


@pytest.mark.parametrize("patience", [Patience(tries=3), Patience(letters=40)])
def test_what_was_tried_counts_for_the_whole_file(
    patience: Patience, read_around: list[str]
) -> None:
    text = "name: a\nother: [b, {c\nthird: d\n"
    stumble = Stumble("cannot be read", 1)
    for _ in range(PER_FILE):
        cures.find(text, stumble, lambda text: 0, (), patience)
    assert patience.is_over
    assert len(read_around) == 3 if patience.tries == 0 else len(read_around) <= 2
