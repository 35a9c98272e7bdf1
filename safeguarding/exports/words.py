"""Words as the search knows them. theme/assets/search.js takes apart what someone types in the same
way; tests/browser/test_search.py holds the two together."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
WORD = re.compile(r"(?:[^\W_]|[’'])+")


def bare(word: str) -> str:
    """A word in small letters, without marks."""
    return re.sub(r"[’']", "", re.sub(r"[’']s?$", "", word.lower()))


@cache
def stem(word: str) -> str:
    """A bare word without its ending, so that `fostered` finds `fostering` and `notifies` finds
    `notify`."""
    cut = re.sub(r"([^su])s$", r"\1", word) if len(word) > 3 else word
    if len(cut) > 4:
        cut = re.sub(r"([aeiou].*)(?:ing|ed)$", r"\1", cut)
        cut = re.sub(r"([bdgmnprt])\1$", r"\1", cut)
    return re.sub(r"[iy]$", "i", re.sub(r"e$", "", cut)) if len(cut) > 3 else cut


def split(text: str) -> list[str]:
    """The bare words of a text, as they are spelt."""
    return [word for one in WORD.findall(text) if (word := bare(one))]


class Alike:
    """Groups of words with one meaning, each word of one word or several. What several words mean
    is one word more: `socialservic`. A group has a name, which begins with a mark: `~council`."""

    def __init__(self, groups: Iterable[Iterable[str]]):
        self.several: set[tuple[str, ...]] = set()
        self.groups: dict[str, list[str]] = {}
        for group in groups:
            words = [tuple(map(stem, split(one))) for one in group]
            self.several.update(one for one in words if len(one) > 1)
            for one in words:
                self.groups.setdefault("".join(one), []).append(f"~{''.join(words[0])}")

    def words(self, text: str) -> list[str]:
        """The words of a text without their endings, what several of them mean, and those with
        hyphens once more as one word, as many people write them: `prebirth`."""
        stems = [stem(word) for word in split(text)]
        hyphened = (stem(bare(one.replace("-", ""))) for one in HYPHENED.findall(text))
        return [*stems, *self._joined(stems), *hyphened]

    def _joined(self, stems: list[str]) -> Iterator[str]:
        for words in self.several:
            size = len(words)
            for at in range(len(stems) - size + 1):
                if tuple(stems[at : at + size]) == words:
                    yield "".join(words)

    def keys(self, word: str) -> list[str]:
        """A word, and its groups."""
        return [word, *self.groups.get(word, ())]
