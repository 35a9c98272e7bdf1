"""What the picture of a row's values over time is made of. Units are those of the SVG's own box,
whose measures the picture tells its template."""

from dataclasses import dataclass

from safeguarding.performance.views.places import BAND, WIDTH

TOP, FLOOR = 26, 104  # between these heights values stand: the top of the scale, and its foot
BELOW, LINE = 32, 11  # what is below the floor, and one more line of labels there
Point = tuple[float, float]
Span = tuple[float, float, float]  # x, and the heights of an upper and a lower end


@dataclass(frozen=True)
class Dot:
    """One value: its middle, how it is marked and its label, which stands above it unless `at` says
    where."""

    x: float
    y: float
    mark: str
    label: str = ""
    at: Point | None = None


@dataclass(frozen=True)
class Line:
    """A line through values that follow each other, of ours or of others."""

    points: tuple[Point, ...]
    mark: str = ""


@dataclass(frozen=True)
class Tick:
    """A place on the floor and its period, which may need a second line, `below`. At a gap our row
    has no value, which is said at the height `gap_at`. `at` is the middle of the label where that
    is not `x`."""

    x: float
    label: str
    gap: bool = False
    at: float | None = None
    below: str = ""
    gap_at: float = 0


@dataclass(frozen=True)
class Trend:
    """One row's picture, on the scale that all rows of its table share. Bands are ranges, `limits`
    those of values, `goals` targets: from where to where, and between which heights. `nought` is
    the height of the line that values stand on, `floor` that of the foot of the scale, below which
    the labels of periods stand. `breaks` are upright lines, left and right of which values do not
    compare or come from two sources, of which `above` says so: where each line of it begins, on
    which height, and its text."""

    id: str
    title: str
    description: str
    width: float
    nought: float
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    bands: tuple[Span, ...]
    dots: tuple[Dot, ...]
    limits: tuple[Span, ...] = ()
    goals: tuple[tuple[float, float, float, float], ...] = ()
    is_close: bool = False
    half: float = BAND
    floor: int = FLOOR
    breaks: tuple[float, ...] = ()
    above: tuple[tuple[float, float, str], ...] = ()

    @property
    def height(self) -> int:
        """From nought down, with as many lines as the labels of periods need."""
        return self.floor + BELOW + (LINE if any(tick.below for tick in self.ticks) else 0)

    @property
    def head(self) -> int:
        """What is above nought: the lines of `above`."""
        return LINE * len(self.above) + 3 if self.above else 0

    @property
    def wide(self) -> bool:
        """Whether it is too wide to stand beside another."""
        return self.width > WIDTH
