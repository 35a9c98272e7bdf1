"""Mistakes that a person makes in one line of data/ or of a page's head, drawn at random.

Each knows the lines one of which must be told. What no rule can know to be a mistake is not drawn:
handbook/mistakes.md says what that is, and who has to look.
"""

from collections import Counter, defaultdict
from pathlib import Path

from safeguarding.site import Site
from tests.data import spoilt_keys, spoilt_names, spoilt_values, spoilt_yaml
from tests.data.spoiling import Kind, Mistake, Spoiler
from tests.data.written import Slot

KINDS: dict[str, Kind] = {
    kind.__name__.replace("_", " "): kind
    for module in (spoilt_keys, spoilt_values, spoilt_names, spoilt_yaml)
    for kind in module.KINDS
}
TRIES = 20  # at one file, before another takes its turn: some slips leave the meaning as it was

Made = Counter[str | tuple[str, str]]  # how many by file, and by kind and file


class Maker:
    """Draws mistakes in the files of a board."""

    def __init__(self, site: Site, root: Path, seed: int) -> None:
        self._board = Spoiler(site, root, seed)

    def draw(self, number: int) -> list[tuple[str, Mistake]]:
        """(kind, mistake) so many times: every kind in turn, each in the file that has had the
        fewest of it, and then of all."""
        places = {name: self._by_file(kind) for name, kind in KINDS.items()}
        made: Made = Counter()
        drawn = []
        for turn in range(number):
            name = list(KINDS)[turn % len(KINDS)]
            mistake = self._next(name, places[name], made)
            made.update([mistake.file, (name, mistake.file)])
            drawn.append((name, mistake))
        return drawn

    def spoilt(self, mistake: Mistake) -> str:
        """The whole text of the file with the mistake in it."""
        return self._board.spoilt(mistake)

    def _by_file(self, kind: Kind) -> dict[str, list[Slot]]:
        found = defaultdict(list)
        for slot in self._board.slots:
            if kind(slot, self._board):
                found[slot.file].append(slot)
        return found

    def _next(self, name: str, places: dict[str, list[Slot]], made: Made) -> Mistake:
        rng = self._board.rng
        for file in sorted(places, key=lambda file: (made[name, file], made[file], rng.random())):
            for _ in range(TRIES):
                mistake = KINDS[name](rng.choice(places[file]), self._board)
                if mistake and not self._board.means_the_same(mistake):
                    return mistake
        raise LookupError(f"no file of the board has a place for: {name}")
