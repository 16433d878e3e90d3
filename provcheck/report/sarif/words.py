"""Words of articles and sources as messages of SARIF, whose only syntax they must not write."""

import re

from provcheck.report.html.links import link
from provcheck.report.visible import one_line

_LINK_SIGNS = re.compile(r"([\\\[\]])")
_PLACEHOLDER_SIGNS = re.compile(r"([{}])")
_STOPS = (".", "!", "?", "…")
_ADDRESSES = ("http://", "https://")
_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})


def told(words: str) -> str:
    """Return `words` on one line, with what would be a link or a placeholder made plain."""
    return _PLACEHOLDER_SIGNS.sub(r"\1\1", _LINK_SIGNS.sub(r"\\\1", one_line(words)))


def sentence(words: str) -> str:
    """Return `words` as `told` does, with a capital at the head and a full stop at the end."""
    shown = told(words).strip()
    if not shown.startswith(_ADDRESSES):  # an address is written as it is
        shown = f"{shown[:1].upper()}{shown[1:]}"
    return shown if shown.endswith(_STOPS) else f"{shown}."


def to(target: int | str, words: str) -> str:
    """Return a link to the related location of that id, or to an address, reading `words`.

    An address that is not plainly http or https is left out.
    """
    shown = told(words) or "source"
    if isinstance(target, int):
        return f"[{shown}]({target})"
    href = link(target).href
    return f"[{shown}]({href.translate(_IN_ADDRESS)})" if href else shown
