"""Outlets and documents through which words came, named or taken up: the agency, the report."""

import re
from bisect import bisect_left
from functools import cached_property

from provcheck.extract.discourse import Discourse
from provcheck.extract.phrases import ARTICLE, NAME

_RECENT = 50  # outlets and documents named last, among which one is taken up again
_BY = frozenset(["by", "von", "par", "por", "av", "door"])
_OF = frozenset(["from", "of"])  # before a name of several words: a letter from the Harbour Board
_SHARED = 7  # letters that a noun and a name share: broadcaster, Broadcasting


class Carriers:
    """The outlets and documents that a text has named so far, in reading order."""

    def __init__(self, discourse: Discourse) -> None:
        self._cues, self._rules = discourse.cues, discourse.rules
        self._text = discourse.prose.text
        self._named: list[tuple[int, str]] = []
        self._authors: dict[str, str] = {}

    def saw(self, at: int, name: str) -> None:
        """Remember that words came through an outlet or document at an offset."""
        self._named.append((at, name))

    def before(self, at: int, noun: str) -> str | None:
        """Return the outlet or document that `noun` takes up at an offset, or None.

        An outlet's noun (the agency) takes up the outlet named last whose name it fits, else the
        last one named at all; a document's, the one that words came through last. What agencies,
        papers and offices all write ("the report") takes up either.
        """
        if noun in self._cues.outlets:
            ahead = self._outlets[: bisect_left(self._outlets, (at, ""))][-_RECENT:]
            spoke = (each for each in self._named[-_RECENT:] if each[0] < at)
            outlets = [name for _, name in sorted([*ahead, *filter(self._is_outlet, spoke)])]
            fitting = [name for name in outlets if _fits(noun, name)] or outlets
            if fitting:
                return fitting[-1]
        seen = [name for place, name in self._named[-_RECENT:] if place < at]
        if noun not in self._cues.dispatches:
            seen = [name for name in seen if _fits(noun, name)]
        return seen[-1] if seen else None

    @cached_property
    def _outlets(self) -> list[tuple[int, str]]:
        """Return every outlet that the text names, and where.

        A name that is a common word, or a very short one, only behind a carrying phrase: told Time.
        """
        carries = self._cues.carries
        told = carries.finditer(self._text) if carries is not None else ()
        behind = {match.start("who") for match in told}
        found = []
        for match in NAME.finditer(self._text):
            written = ARTICLE.sub("", match.group())
            name = self.outlet(written)
            cued = match.start() in behind or not self._rules.agencies.is_guarded(written)
            if name is not None and cued:
                found.append((match.start(), name))
        return found

    def _is_outlet(self, named: tuple[int, str]) -> bool:
        return self._rules.agencies.is_outlet(named[1])

    def outlet(self, name: str) -> str | None:
        """Return the full name of the outlet that `name` is one of, or None."""
        if not self._rules.agencies.is_outlet(name):
            return None
        known = self._rules.agencies.named(name)
        return known.name if known else name

    def named_by(self, at: int, words: str, name: str | None) -> str | None:
        """Return whose words a noun phrase at `at` gives as an outlet's or a document's, or None.

        `name` is the name in the phrase, if it holds one. A document stands for its author where
        the text tells who that is: a report by the Harbour Board.
        """
        outlet = self.outlet(name) if name else None
        document = outlet or self.document(at, words)
        return self._authors.get(document, document) if document else None

    def document(self, at: int, words: str) -> str | None:
        """Return the document or outlet that a noun phrase without a name means, or None."""
        head = re.split(r"\s(?:by|from|of|in|on|with)\s|,", words, maxsplit=1)[0]
        parts = head.split()
        noun = parts[-1].casefold() if parts else ""
        if noun not in self._cues.documents and noun not in self._cues.outlets:
            return None
        author = self._author(words[len(head) :])
        found = self._called(parts) or (noun if author else self._taken_up(at, parts))
        if author is not None and found:
            self._authors[found] = author
        elif found == noun and not self._takes_up(parts):
            self._authors.pop(noun, None)  # one report after another's
        return found or None

    def _called(self, parts: list[str]) -> str:
        """Return a document's noun with the words before it that tell which: war report; or ""."""
        own = [word for word in parts[:-1] if not self._says_little(word)]
        owned = "possessive" in self._cues.classes.get(parts[0].casefold(), ())
        return " ".join([*own, parts[-1]]) if own and not owned else ""

    def _taken_up(self, at: int, parts: list[str]) -> str:
        """Return what a noun alone takes up, else a document's noun itself, or ""."""
        noun = parts[-1].casefold()
        named = self.before(at, noun) if self._takes_up(parts) else None
        return named or (noun if noun in self._cues.documents else "")

    def _takes_up(self, parts: list[str]) -> bool:
        """Tell whether a phrase speaks of something named before: the report, not a new one."""
        first = self._cues.classes.get(parts[0].casefold(), frozenset())
        new = any(word.casefold() in self._cues.vague for word in parts[1:-1] if word != "same")
        counted = parts[0].casefold() in self._cues.quantifiers or "indefinite" in first
        return not counted and "possessive" not in first and not new

    def _author(self, rest: str) -> str | None:
        """Return the name behind a preposition right behind a document: by the Harbour Board."""
        article = "|".join(map(re.escape, self._cues.definite))
        match = re.match(rf"\s(?P<by>\w+)\s(?:(?:{article})\s)?", rest)
        name = NAME.match(rest, match.end()) if match else None
        if match is None or name is None or name.group().casefold() in self._rules.days.weekday_of:
            return None
        wrote = match["by"] in _BY or (match["by"] in _OF and " " in name.group())
        return name.group() if wrote else None

    def _says_little(self, word: str) -> bool:
        """Tell whether a word before a document's noun names nothing: a new Thursday report."""
        plain = word.casefold()
        small = "determiner" in self._cues.classes.get(plain, ())
        return small or plain in self._rules.days.weekday_of or plain in self._cues.vague


def _fits(noun: str, name: str) -> bool:
    """Tell whether a noun takes up a carrier's name: the broadcaster, Halden Broadcasting."""
    stem = noun[:_SHARED]
    return any(word.startswith(stem) for word in name.casefold().split())
