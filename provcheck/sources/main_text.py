"""Which words of a page trafilatura takes for its main text."""

import re

import trafilatura

from provcheck.language.words import normalised

VERSION = f"trafilatura/{trafilatura.__version__}"
_RUN = 4
_SHARE = 0.8
# It takes time by the square of the pieces of text in paragraphs: 80,000 take 5 s. Elements that
# part words without meaning to say something by it are taken off pages with many tags.
_LARGE = 20_000
_INLINE = re.compile(
    r"</?(?:abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)


class MainText:
    """The main text of a page as runs of four words, to ask whether other words are part of it.

    A page that trafilatura makes nothing of has no main text; asking is linear in the words.
    """

    def __init__(self, text: str) -> None:
        words = normalised(text).split(" ")
        self.words = len(words) if text else 0
        self._runs = {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
        self._short = frozenset(normalised(line) for line in text.splitlines())

    def holds(self, text: str) -> bool:
        """Tell whether four fifths of the runs in `text` are in the main text.

        Fewer words than a run are in it when they are a whole line of it.
        """
        return self.share(text) >= _SHARE

    def share(self, text: str) -> float:
        """Return what share (0..1) of the runs of four words in `text` the main text has."""
        words = normalised(text).split(" ")
        if len(words) < _RUN:
            return float(" ".join(words) in self._short)
        runs = [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
        return sum(run in self._runs for run in runs) / len(runs)


def main_text(html: str) -> MainText:
    """Return what trafilatura takes for the main text of a page; empty when it finds none.

    Its balanced mode: what it drops is completed from all visible text, so that what it keeps
    need not include teasers.
    """
    if html.count("<") > _LARGE:
        html = _INLINE.sub("", html)
    try:
        found = trafilatura.extract(html, fast=True, include_comments=False)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  (it serves as a second opinion; none is a fine answer)
        found = None
    return MainText(found or "")
