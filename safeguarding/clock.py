"""The one clock. SOURCE_DATE_EPOCH sets it, so that a build can be made again to the same bytes."""

import datetime
import os
from zoneinfo import ZoneInfo


def now() -> datetime.datetime:
    """This instant in UTC, or the one that SOURCE_DATE_EPOCH (seconds since 1970) names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        if epoch
        else datetime.datetime.now(datetime.UTC)
    )


def today(timezone: str) -> datetime.date:
    """The day that it is now where the clocks are those of `timezone`, like Europe/London."""
    return now().astimezone(ZoneInfo(timezone)).date()


def latest_day() -> datetime.date:
    """The day that has begun somewhere on earth by now, whatever SOURCE_DATE_EPOCH says: what has
    happened, happened by then."""
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=14)).date()
