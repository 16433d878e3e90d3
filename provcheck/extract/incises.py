"""Attributions inside the marks, and speech that a dash opens: «A, — сказала X. — B», – A, sa X."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from provcheck.extract.marks import Quoted
from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.sayings import Parsed

_DASHES = "—–"
_DIALOGUE = re.compile(rf"[{_DASHES}]\s?(?=[^\s{_DASHES}])")
_LONGEST = 120  # characters of an attribution within marks
_ASIDE = 60  # characters of an apposition behind the name
_LEAD = 5  # words up to the verb: a-t-elle clairement expliqué
_WORDS = re.compile(r"[^\W\d]+")
_CLOSED = re.compile(rf"[.,;:!?]?\s?[{_DASHES}]\s?[,.;]?\s?")
_MARK = re.compile(r"[,.;:!?]")
_STOP = re.compile(r"[.!?](?=\s|$)")

Read = Callable[[Span, list[Span]], Sequence[Parsed]]


class Incises:
    """The attributions within quotations of one text, in a language whose rules list `incise`.

    `read` parses a stretch of the text, others opaque. A stretch is an attribution only where its
    verb of speech stands before its subject, as it does behind any quotation.
    """

    def __init__(self, text: str, cues: LanguageCues, read: Read) -> None:
        self._text, self._cues, self._read = text, cues, read

    def parted(self, quoted: Quoted) -> tuple[Quoted, ...]:
        """Return the parts that attributions leave of a quotation, or the quotation alone."""
        if not self._cues.incise:
            return (quoted,)
        parts: list[Quoted] = []
        start = quoted.inner.start
        for said in self._within(quoted):
            parts += self._part(quoted, Span(start=start, end=said.start))
            start = said.end
        if start == quoted.inner.start:
            return (quoted,)
        parts += self._part(quoted, Span(start=start, end=quoted.inner.end))
        going_on = [part.model_copy(update={"goes_on": True}) for part in parts[:-1]]
        return (*going_on, *parts[-1:])

    def opened_by_dash(self, block: Span) -> Quoted | None:
        """Return a paragraph that a dash opens as a quotation, or None."""
        dash = _DIALOGUE.match(self._text, block.start, block.end)
        if dash is None or not self._cues.incise:
            return None
        inner = Span(start=dash.end(), end=block.end)
        return Quoted(inner=inner, outer=block, mark=_DASHES[0])

    def _part(self, quoted: Quoted, words: Span) -> Iterator[Quoted]:
        """Yield a part of a quotation, its outer span with the marks at the ends of the whole."""
        text = words.of(self._text)
        start = words.start + len(text) - len(text.lstrip())
        end = words.start + len(text.rstrip())
        if start >= end:
            return
        first, last = words.start == quoted.inner.start, words.end == quoted.inner.end
        inner = Span(start=start, end=end)
        outer = Span(
            start=quoted.outer.start if first else start, end=quoted.outer.end if last else end
        )
        yield quoted.model_copy(update={"inner": inner, "outer": outer})

    def _within(self, quoted: Quoted) -> Iterator[Span]:
        """Yield the attributions that stand in a quotation, with what sets them off."""
        span, done = quoted.inner, quoted.inner.start
        for match in self._opening.finditer(self._text, span.start, span.end):
            if match.start() <= done or not self._has_cue(match.end()):
                continue
            words = Span(start=done, end=match.start())
            closing = _CLOSED if match["dash"] else _MARK
            if quoted.mark == _DASHES[0] and not match["dash"]:
                closing = _STOP
            end = self._end(Span(start=match.end(), end=span.end), closing)
            if end is not None and self._is_attribution(words, end):
                yield Span(start=match.start(), end=end)
                done = end

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        """Return a pattern of what may stand before an attribution: a dash, a comma if listed."""
        comma = r"|(?<=[,!?…])\s" if "," in self._cues.incise else ""
        dash = rf"(?<=[\w,!?…»”)])\s?(?P<dash>[{_DASHES}])\s?"
        return re.compile(rf"(?:{dash}{comma})(?=[^\W\d])")

    @cached_property
    def _apposition(self) -> re.Pattern[str]:
        """Return a pattern of a noun without an article and what hangs on it, to the next comma."""
        tails = "|".join(map(re.escape, self._cues.tails))
        return re.compile(rf" [^\W\d_]+ (?:{tails})(?!\w)[^,.]{{1,{_ASIDE}}},")

    def _has_cue(self, at: int) -> bool:
        """Tell whether one of the first words at an offset is a verb of speech."""
        words = _WORDS.findall(self._text[at : at + _ASIDE])[:_LEAD]
        return any("cue" in self._cues.classes.get(word, ()) for word in words)

    def _end(self, rest: Span, closing: re.Pattern[str]) -> int | None:
        """Return where an attribution that opens `rest` ends, or None where it goes on too long.

        At what closes it, else at a stop; one that a comma closes, behind an apposition that may
        follow: a déclaré X, maire de Velden, B.
        """
        ahead = self._text[rest.start : min(rest.start + _LONGEST, rest.end)]
        found = closing.search(ahead) or _STOP.search(ahead)
        if found is None:
            return rest.end if len(rest) <= len(ahead) else None
        aside = self._apposition.match(ahead, found.end()) if found.group() == "," else None
        return rest.start + (aside or found).end()

    def _is_attribution(self, words: Span, end: int) -> bool:
        """Tell whether what follows `words`, up to `end`, says who speaks them."""
        read = self._read(Span(start=words.start, end=end), [words])
        return any(
            saying.subject is not None
            and saying.cue.is_speech
            and any(content.start == 0 for content in saying.contents)
            for saying in (read[0].sayings if read else ())
        )
