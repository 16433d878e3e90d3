from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit code means."""

    OK = 0
    FINDINGS = 1
    USAGE = 2  # usage, configuration, missing or unreadable input, nothing checked
    INTERNAL = 3
    UNREAD = 4  # only with --require-sources
    INTERRUPTED = 130  # by Ctrl-C; what was read by then was reported
