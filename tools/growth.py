"""What a build and a check cost as a board grows: seconds of a processor, and memory."""

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grow import ROOT, grow, pages_of

SIZES = (61, 261, 661, 2061)
ASKED = ("check", "build")


@dataclass(frozen=True)
class Spent:
    """What one command took, with all that it started: CPU seconds, and MB at its largest."""

    seconds: float
    megabytes: float


def spent(command: Sequence[str]) -> Spent:
    """Run a command from the project's folder; raises RuntimeError with what it said if it fails.

    A child's own children count too, once it has waited for them.
    """
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read())
    unit = 1 if sys.platform == "darwin" else 1024
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def exponent(costs: Sequence[tuple[float, float]]) -> float | None:
    """The slope of log(cost) by log(pages): 1 where twice the pages cost twice as much.

    `costs` are (pages, cost). The first is left out, since what every board costs weighs most in
    it; nothing if fewer than two remain.
    """
    if len(costs) < 3:
        return None
    points = [(math.log(pages), math.log(cost)) for pages, cost in costs[1:]]
    middle, height = (sum(column) / len(points) for column in zip(*points, strict=True))
    rise = math.fsum((x - middle) * (y - height) for x, y in points)
    return rise / math.fsum((x - middle) ** 2 for x, _ in points)


def measure(sizes: Iterable[int], board: Path, tell: Callable[[str], None] = print) -> None:
    """Tell what `check` and `build` cost at each size, and how the cost grows with the pages."""
    sizes = sorted({max(size, pages_of(board)) for size in sizes})
    costs: dict[str, list[tuple[float, float]]] = {name: [] for name in ASKED}
    tell(f"{'pages':>6} {'task':6} {'CPU s':>8} {'memory MB':>10}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            grown = Path(scratch) / "board"
            grow(board, grown, size)
            for name in ASKED:
                took = spent([sys.executable, "-m", "safeguarding", "--board", str(grown), name])
                costs[name].append((size, took.seconds))
                tell(f"{size:6} {name:6} {took.seconds:8.1f} {took.megabytes:10.0f}")
    for name, found in costs.items():
        slope = exponent(found)
        if slope is not None:
            tell(f"{name}: the cost grows as pages to the power of {slope:.2f}")
