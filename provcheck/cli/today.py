"""What day it is: asked here at the edge, and nowhere within."""

import os
from datetime import UTC, date, datetime

from provcheck.errors import SettingsError

EPOCH = "SOURCE_DATE_EPOCH"


def today() -> date:
    """Return the day on this machine, or that of SOURCE_DATE_EPOCH (seconds since 1970, in UTC).

    Raises SettingsError when the variable is set to anything else.
    """
    told = os.environ.get(EPOCH)
    if not told:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(told), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"{EPOCH}: no number of seconds since 1970: {told}; correct it or unset it"
        raise SettingsError(message) from None
