"""Dates as an editor reads them, the same on every machine whatever its locale."""

from datetime import date, datetime, time, timedelta

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(moment: datetime | date) -> str:
    """Return such as `23 January 2025`, in the moment's own zone."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def moment(stamp: datetime | date) -> str:
    """Return the day, and the time with its zone where there is one.

    Midnight without a zone is a day whose time nobody gave.
    """
    if not isinstance(stamp, datetime) or (stamp.tzinfo is None and stamp.time() == time.min):
        return day(stamp)
    return f"{day(stamp)}, {stamp:%H:%M}{_zone(stamp.utcoffset())}"


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return " UTC"
    sign = "+" if minutes > 0 else "−"
    return f" UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
