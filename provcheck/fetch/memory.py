"""How much memory a process has held, and how it is kept from holding more."""

from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits; the parent's clock is all that holds there
    resource = None  # type: ignore[assignment]

_SPARE = 8 << 20  # what a limit of data does not count: the stack, code that is loaded later
# What is allocated until the process is stopped stays within the rest.
_BINDING = 7 / 8


def binding(most: int) -> int:
    """Return the bytes of memory beyond which a reading is given up, of `most` at all."""
    return int(most * _BINDING)


def peak(pid: int | None = None) -> int:
    """Return the most bytes that a process, or this one, has held; 0 where that is not told."""
    return _status(pid, "VmHWM")


def bound(most: int) -> None:
    """Let this process hold no more than `most` bytes, write no file and leave no core behind.

    Beyond that, allocating fails. Where the system has no such limits, nothing happens.
    """
    if resource is None:
        return
    code = _status(None, "RssFile")
    data = max(most - code - _SPARE, 1)  # to Linux, a limit of 0 is none
    limits = ((resource.RLIMIT_DATA, data), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
    for kind, size in limits:
        _, hard = resource.getrlimit(kind)
        lowest = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(kind, (lowest, hard))


def _status(pid: int | None, field: str) -> int:
    """Return a field of a process's status, in bytes; 0 where there is none."""
    try:
        status = Path(f"/proc/{pid or 'self'}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    _, _, rest = status.partition(f"\n{field}:")
    told = rest.split(maxsplit=1)
    return int(told[0]) << 10 if told and told[0].isdigit() else 0
