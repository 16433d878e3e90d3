"""Whether the host of an address bears a name."""

from urllib.parse import urlsplit

from provcheck.language.words import normalised

_REGISTRIES = {"co", "com", "org", "net", "gov", "gob", "gouv", "ac"}  # as in bbc.co.uk
_LABELS, _LETTERS = 2, 6  # fewest of a host; fewest of a name that is no chance


def named_after(url: str, name: str) -> bool:
    """Tell whether the host of `url` is called as `name` is; never raises.

    Letters and figures alone count, in the label that somebody registered: halden-radio.example is
    Halden Radio's, and halden-radio.blogs.example is not.
    """
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return False
    if len(labels) > _LABELS and labels[-2] in _REGISTRIES:
        labels.pop()
    own = "".join(filter(str.isalnum, labels[-2])) if len(labels) >= _LABELS else ""
    called = "".join(filter(str.isalnum, normalised(name).removeprefix("the ")))
    return len(called) >= _LETTERS and own == called
