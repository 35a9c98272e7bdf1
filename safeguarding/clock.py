"""The one clock. SOURCE_DATE_EPOCH sets it, so that a build can be made again to the same bytes."""

import datetime
import os
import re
import sys
from dataclasses import dataclass
from zoneinfo import ZoneInfo

LAST = 0xFFFFFFFF  # the last second that packed files can name: in 2106


@dataclass(frozen=True)
class Days:
    """The days that facts are compared with. `today` is the day where the board is; `latest` is the
    day that has begun somewhere on earth: what has happened, happened by then."""

    today: datetime.date
    latest: datetime.date


def now() -> datetime.datetime:
    """This instant in UTC, or the one that SOURCE_DATE_EPOCH (seconds since 1970) names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _instant(epoch)
    return datetime.datetime.now(datetime.UTC)


def _instant(epoch: str) -> datetime.datetime:
    """The instant so many seconds after 1970; an exit where it is none that files can have."""
    if not re.fullmatch(r"\d{1,10}", epoch, re.ASCII) or int(epoch) > LAST:
        sys.exit("SOURCE_DATE_EPOCH is no number of seconds since 1970; correct it, or unset it")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)


def today(timezone: str) -> datetime.date:
    """The day that it is now where the clocks are those of `timezone`, like Europe/London."""
    return now().astimezone(ZoneInfo(timezone)).date()


def latest_date_on_earth() -> datetime.date:
    """The day that has begun somewhere on earth by now, whatever SOURCE_DATE_EPOCH says."""
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=14)).date()


def days(timezone: str) -> Days:
    """The days of this instant where the clocks are those of `timezone`."""
    return Days(today(timezone), latest_date_on_earth())
