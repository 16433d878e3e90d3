"""A text taken apart for extraction: per block its quoted stretches and parsed sentences."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from provcheck.extract.incises import Incises
from provcheck.extract.marks import SHORTEST_UNCLOSED, SINGLE, Quoted, outermost, quoted_in
from provcheck.language.words import CAPITALS, normalised
from provcheck.model.prose import Block, BlockKind, Link, Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.sayings import Parsed, parsed
from provcheck.syntax.tokens import Reading, pattern_of

_HARDLY = 5  # quotations in single marks to one in double ones
_NICKNAME = re.compile(rf"[{CAPITALS}][\w.’'-]{{1,14}}")


def _is_nickname(quoted: Quoted, text: str) -> bool:
    """Tell whether a word in marks stands within a name: Waldo “Bones” Pettersen."""
    if not _NICKNAME.fullmatch(quoted.inner.of(text)):
        return False
    given = re.search(
        rf"[{CAPITALS}][\w’'-]+ $", text[max(quoted.outer.start - 20, 0) : quoted.outer.start]
    )
    last = re.match(rf" [{CAPITALS}][\w’'-]+", text[quoted.outer.end : quoted.outer.end + 20])
    return bool(given and last)


def _is_stray(quoted: Quoted, following: str) -> bool:
    """Tell whether a mark that nothing closes opens nothing: no paragraph takes it up again.

    A single one is an apostrophe then, one before a few words a slip.
    """
    few = len(quoted.outer) <= SHORTEST_UNCLOSED
    return not quoted.closed and (quoted.mark in SINGLE or few) and following != quoted.mark


class Discourse:
    """One text, parsed once. Blocks are numbered in reading order."""

    def __init__(self, prose: Prose, rules: Rulebook) -> None:
        self.prose, self.rules = prose, rules
        self.cues: LanguageCues = rules.cues.of(prose.lang)
        self.pairs = rules.quotation.pairs_of(prose.lang)
        self._starts = [block.span.start for block in prose.blocks]
        self._sentences: dict[int, tuple[Parsed, ...]] = {}
        self._begins: dict[int, list[int]] = {}

    @cached_property
    def quoted(self) -> tuple[tuple[Quoted, ...], ...]:
        """Return the quoted stretches of each block, nested ones among them."""
        text, blocks = self.prose.text, self.prose.blocks
        opening = [text[block.span.start : block.span.start + 1] for block in blocks]
        spoken = self._dialogue
        return tuple(
            spoken.get(number)
            or tuple(
                part
                for each in quoted_in(text, block.span, self.pairs)
                if not _is_nickname(each, text) and not _is_stray(each, mark)
                for part in self._parts(each)
            )
            for number, (block, mark) in enumerate(zip(blocks, [*opening[1:], ""], strict=False))
        )

    def _parts(self, quoted: Quoted) -> tuple[Quoted, ...]:
        return (quoted,) if quoted.depth else self._incises.parted(self._mended(quoted))

    @cached_property
    def _incises(self) -> Incises:
        return Incises(self.prose.text, self.cues, self.parsed_within)

    @cached_property
    def _dialogue(self) -> dict[int, tuple[Quoted, ...]]:
        """Return the paragraphs that a dash opens and that are speech, by their number.

        Those that say who speaks; and, in a text that has such ones, whole sentences.
        """
        opened = {
            number: quoted
            for number, block in enumerate(self.prose.blocks)
            if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
            and (quoted := self._incises.opened_by_dash(block.span)) is not None
        }
        parts = {number: self._incises.parted(quoted) for number, quoted in opened.items()}
        told = any(parts[number] != (quoted,) for number, quoted in opened.items())
        text = self.prose.text
        return {
            number: parts[number]
            for number, quoted in opened.items()
            if parts[number] != (quoted,) or (told and text[quoted.outer.end - 1] in ".!?…")
        }

    def _mended(self, quoted: Quoted) -> Quoted:
        """Return a quotation that lost its closing mark without the attribution that ends it.

        “I shall practise at night, Ada Brandvold said. ends at the comma, as it does in speech.
        """
        last = () if quoted.closed else self.parsed_within(quoted.inner, [])[-1:]
        for sentence in last:
            for saying in sentence.sayings:
                ahead = [part for part in saying.contents if part.how == "ahead"]
                behind = sentence.tokens[saying.cue.end : saying.cue.end + 1]
                if saying.subject is None or not ahead or not behind or behind[0].text != ".":
                    continue
                end = sentence.tokens[ahead[-1].end].end
                inner = Span(start=quoted.inner.start, end=end)
                outer = Span(start=quoted.outer.start, end=end)
                return quoted.model_copy(update={"inner": inner, "outer": outer, "closed": True})
        return quoted

    def closers(self, mark: str) -> str:
        """Return the marks that close what `mark` opens."""
        return "".join(pair[1] for pair in self.pairs if pair[0] == mark)

    @cached_property
    def first_label(self) -> int | None:
        """Return where the first question or answer begins, or None."""
        labels = {*self.cues.answers, *self.cues.questions}
        for block in self.prose.blocks:
            if re.split(r"\s?[:.：]", block.span.of(self.prose.text), maxsplit=1)[0] in labels:
                return block.span.start
        return None

    @cached_property
    def single_outside(self) -> bool:
        """Tell whether the text quotes in single marks, as British papers do, hardly in others."""
        if self.pairs[0][0] in SINGLE:
            return True
        single = [
            each.mark in SINGLE
            for block, quoted in zip(self.prose.blocks, self.quoted, strict=True)
            for each in quoted
            if each.depth == 0 and each.closed and block.kind == BlockKind.PARAGRAPH
        ]
        return single.count(False) * _HARDLY <= single.count(True)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Return the words that have a capital where no sentence begins."""
        inner = re.compile(rf"(?<=[\w,;’'] )[{CAPITALS}][\w’'-]+")
        return frozenset(match.group() for match in inner.finditer(self.prose.text))

    def is_name(self, word: str) -> bool:
        """Tell whether a word with a capital has one inside a sentence too, as names do."""
        return word in self._names

    @cached_property
    def words(self) -> str:
        """Return the words of the paragraphs, normalised, for looking up those of headings."""
        beside = {BlockKind.HEADING, BlockKind.CAPTION}
        bodies = (b for b in self.prose.blocks if b.kind not in beside)
        return f" {' '.join(normalised(b.span.of(self.prose.text)) for b in bodies)} "

    @cached_property
    def _outermost(self) -> tuple[tuple[list[Span], list[int]], ...]:
        """Return per block its outermost quotations in order, and where they begin."""
        found = (
            sorted((e.outer for e in block if e.depth == 0), key=lambda span: span.start)
            for block in self.quoted
        )
        return tuple((spans, [span.start for span in spans]) for spans in found)

    def first_quoted(self, span: Span) -> Span | None:
        """Return the first quotation that begins within `span`, in its first block, or None."""
        number = self.number_at(span.start)
        if number is None:
            return None
        spans, starts = self._outermost[number]
        at = bisect_left(starts, span.start)
        return spans[at] if at < len(spans) and starts[at] < span.end else None

    @cached_property
    def _links(self) -> tuple[tuple[Link, ...], list[int], int]:
        """Return the links by where they begin, those places, and how long the longest is."""
        links = tuple(sorted(self.prose.links, key=lambda link: link.span.start))
        longest = max((len(link.span) for link in links), default=0)
        return links, [link.span.start for link in links], longest

    def links_in(self, span: Span) -> tuple[Link, ...]:
        """Return the links that meet `span`, in order."""
        links, starts, longest = self._links
        first, last = bisect_left(starts, span.start - longest), bisect_left(starts, span.end)
        return tuple(link for link in links[first:last] if link.span.meets(span))

    @cached_property
    def _reading(self) -> Reading:
        abbreviations = self.rules.quotation.abbreviations
        return Reading(self.cues, pattern_of(abbreviations, self.cues.enclitics))

    def number_at(self, offset: int) -> int | None:
        """Return the number of the block that holds an offset, or None."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        block = self.prose.blocks[number].span
        return number if offset < max(block.end, block.start + 1) else None

    def block_at(self, span: Span) -> Block | None:
        """Return the block that holds the start of `span`, or None."""
        number = self.number_at(span.start)
        return None if number is None else self.prose.blocks[number]

    def block_round(self, span: Span) -> Span:
        """Return the span of the block that holds the start of `span`; itself where none does."""
        block = self.block_at(span)
        return span if block is None else block.span

    def sentences_of(self, number: int) -> tuple[Parsed, ...]:
        """Return the sentences of a block, its outermost quotations opaque."""
        if number not in self._sentences:
            block = self.prose.blocks[number].span
            quoted = [each.outer for each in outermost(self.quoted[number])]
            found = parsed(self.prose.text, block, quoted, self._reading)
            self._sentences[number] = found
            self._begins[number] = [sentence.span.start for sentence in found]
        return self._sentences[number]

    def parsed_within(self, span: Span, quoted: list[Span]) -> tuple[Parsed, ...]:
        """Return the sentences of a stretch on its own, the stretches in `quoted` opaque."""
        return parsed(self.prose.text, span, quoted, self._reading)

    def _index(self, offset: int) -> tuple[tuple[Parsed, ...], int]:
        """Return the sentences of the block at `offset`, and the place of the one that holds it."""
        number = self.number_at(offset)
        if number is None:
            return (), -1
        found = self.sentences_of(number)
        return found, bisect_right(self._begins[number], offset) - 1

    def sentence_at(self, offset: int) -> Parsed | None:
        """Return the sentence that holds an offset, or None."""
        found, at = self._index(offset)
        return found[at] if at >= 0 else None

    def sentence_before(self, offset: int) -> Parsed | None:
        """Return the sentence before the one at an offset, in its block, or None."""
        found, at = self._index(offset)
        return found[at - 1] if at > 0 else None

    def ahead_of(self, outer: Span) -> Parsed | None:
        """Return the sentence before the one that a passage opens, in its block or the one before.

        None where other words of its own sentence precede the passage.
        """
        sentence = self.sentence_at(outer.start)
        number = self.number_at(outer.start)
        if sentence is None or number is None or sentence.span.start < outer.start:
            return None
        before = self.sentence_before(outer.start)
        if before is None and number > 0:
            before = next(reversed(self.sentences_of(number - 1)), None)
        return before

    def sentences_in(self, span: Span) -> tuple[Parsed, ...]:
        """Return the sentences that meet `span`, over blocks."""
        first, last = self.number_at(span.start), self.number_at(max(span.end - 1, span.start))
        if first is None or last is None:
            return ()
        met: list[Parsed] = []
        for number in range(first, last + 1):
            sentences, begins = self.sentences_of(number), self._begins[number]
            start = max(bisect_right(begins, span.start) - 1, 0)
            met += sentences[start : bisect_right(begins, max(span.end - 1, span.start))]
        return tuple(met)

    def sentence_round(self, span: Span) -> Span:
        """Return the stretch of whole sentences that holds `span`; itself where none does."""
        first, last = self.sentence_at(span.start), self.sentence_at(max(span.end - 1, span.start))
        if first is None:
            return span
        end = last.span.end if last is not None else span.end
        return Span(start=first.span.start, end=max(end, first.span.end))
