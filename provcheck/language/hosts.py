"""Whether the host of an address bears a name."""

from urllib.parse import urlsplit

from provcheck.language.words import normalised

_REGISTRIES = {"co", "com", "org", "net", "gov", "gob", "gouv", "ac"}  # as in bbc.co.uk
_LABELS, _LETTERS = 2, 6  # fewest of a host; fewest of a name that is no chance


def host_of(url: str) -> str:
    """Return the host of a web address, "" for anything else; never raises."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""


def named_after(url: str, name: str) -> bool:
    """Tell whether the host of `url` is called as `name` is; never raises.

    Letters and figures alone count, in the label that somebody registered: halden-radio.example is
    Halden Radio's, and halden-radio.blogs.example is not.
    """
    labels = host_of(url).split(".")
    if len(labels) > _LABELS and labels[-2] in _REGISTRIES:
        labels.pop()
    own = "".join(filter(str.isalnum, labels[-2])) if len(labels) >= _LABELS else ""
    called = "".join(filter(str.isalnum, normalised(name).removeprefix("the ")))
    return len(called) >= _LETTERS and own == called
