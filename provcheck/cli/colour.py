import os
import sys
from typing import Literal


def wants_colour(stream: Literal["stdout", "stderr"]) -> bool:
    """Tell whether to colour what goes to `stream`: a terminal that does not refuse it.

    NO_COLOR (any value but the empty one) wins over FORCE_COLOR, and both over the terminal.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    target = getattr(sys, stream)
    return bool(target and target.isatty() and os.environ.get("TERM") != "dumb")
