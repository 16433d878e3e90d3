from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit code means; 130 is an interruption from the keyboard."""

    OK = 0
    FINDINGS = 1
    USAGE = 2  # usage, configuration, missing or unreadable input, nothing checked
    INTERNAL = 3
    UNREAD = 4  # only with --require-sources
