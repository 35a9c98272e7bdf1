"""Which areas a file knows, and for which times: codes decide, and areas merge and split."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from safeguarding.imports.layouts import Row

FEW = 4  # areas that one line can name


class Areas:
    """The areas of a file, as they are seen while it is read."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._regions: dict[str, str] = {}
        self._levels: dict[str, str] = {}
        self._times: dict[str, set[str]] = {}

    def see(self, row: Row) -> None:
        """A line says something of an area at a time."""
        if row.code in self._times:
            self._times[row.code].add(row.time)
        elif row.code:
            self._times[row.code] = {row.time}
            self._names[row.code] = row.name
            self._regions[row.code], self._levels[row.code] = row.region, row.level

    def has(self, code: str) -> bool:
        return code in self._times

    def called(self, code: str) -> str:
        """Its code and its name."""
        return f"{code} {self._names.get(code, '')}".strip()

    def instead(self, code: str, name: str = "") -> str:
        """Which area of the file may be meant: one of that name, or of nearly that code."""
        codes = [one for one in self._names if name and self._names[one].lower() == name.lower()]
        like = codes or get_close_matches(code, self._names, 1, 0.85)
        if like:
            return f"did you mean {self.called(like[0])}?"
        some = [self.called(one) for one in list(self._names)[:FEW]]
        return f"it has {', '.join(some)} and others" if some else "it has no codes of areas at all"

    def notes(self, file: str, codes: Iterable[str]) -> Iterator[str]:
        """A line for each of these areas of which the file says nothing for some years, or nothing
        at all: it may have merged or split then."""
        times = sorted({time for seen in self._times.values() for time in seen})
        for code in sorted(codes):
            own = sorted(self._times.get(code, ()))
            if not own:
                yield f"{file} has no area {code}; {self.instead(code)}"
            elif own[0] > times[0]:
                yield (
                    f"{file} has no figures of {self.called(code)} before {own[0]}"
                    f"{self._others(code, [one for one in times if one < own[0]])}"
                )
            elif own[-1] < times[-1]:
                yield (
                    f"{file} has no figures of {self.called(code)} after {own[-1]}"
                    f"{self._others(code, [one for one in times if one > own[-1]])}"
                )

    def _others(self, code: str, times: list[str]) -> str:
        """The areas beside it that the file knows at these times alone."""
        others = [
            self.called(other)
            for other, seen in self._times.items()
            if seen <= set(times)
            and self._regions[other] == self._regions[code]
            and self._levels[other] == self._levels[code]
        ]
        if not others or len(others) > FEW:
            return ""
        return f"; for those years it has {', '.join(others)}: areas merge and split"
