"""Outlets and documents through which words came, named or taken up: the agency, the report."""

import re

from provcheck.extract.discourse import Discourse

_RECENT = 50  # outlets and documents named last, among which one is taken up again
_SHARED = 7  # letters that a noun and a name share: broadcaster, Broadcasting


class Carriers:
    """The outlets and documents that a text has named so far, in reading order."""

    def __init__(self, discourse: Discourse) -> None:
        self._cues, self._rules = discourse.cues, discourse.rules
        self._named: list[tuple[int, str]] = []

    def saw(self, at: int, name: str) -> None:
        """Remember that an outlet or document was named at an offset."""
        self._named.append((at, name))

    def before(self, at: int, noun: str) -> str | None:
        """Return the last one named before `at` that `noun` takes up, else the last of all.

        What agencies, papers and offices all write ("the report") takes up whichever came last.
        """
        seen = [name for place, name in self._named[-_RECENT:] if place < at]
        if noun not in self._cues.dispatches:
            fitting = [name for name in seen if _fits(noun, name)]
            seen = fitting or seen
        return seen[-1] if seen else None

    def named_by(self, at: int, words: str, name: str | None) -> str | None:
        """Return the outlet or document that a noun phrase at `at` names or takes up again.

        `name` is the name in the phrase, if it holds one. None where it is neither.
        """
        if name and self._rules.agencies.is_outlet(name):
            known = self._rules.agencies.named(name)
            return known.name if known else name
        head = re.split(r"\s(?:by|from|of|in|on|with)\s|,", words)[0].split()
        noun = head[-1].casefold() if head else ""
        if noun not in self._cues.documents and noun not in self._cues.outlets:
            return None
        own = [word for word in head[:-1] if not self._says_little(word)]
        if own and "possessive" not in self._cues.classes.get(head[0].casefold(), ()):
            return " ".join([*own, head[-1]])
        return self.before(at, noun) or (noun if noun in self._cues.documents else None)

    def _says_little(self, word: str) -> bool:
        """Tell whether a word before a document's noun names nothing: a new Thursday report."""
        plain = word.casefold()
        small = "determiner" in self._cues.classes.get(plain, ())
        return small or plain in self._rules.days.weekday_of or plain in self._cues.vague


def _fits(noun: str, name: str) -> bool:
    """Tell whether a noun takes up a carrier's name: the broadcaster, Halden Broadcasting."""
    stem = noun[:_SHARED]
    return any(word.startswith(stem) for word in name.casefold().split())
