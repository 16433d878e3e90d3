"""Block quotations: set off by markup, or by the colon that ends the paragraph before."""

import re
from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind, Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

_MOST = 6  # paragraphs that a quotation without marks may have
_SHORT = 40  # characters below which a paragraph after a colon is a list item or a label
_MARKS = "“„«»\"‘'‚「"
_NAMED = rf"(?P<name>{NAME.pattern})(?:,[^\n]{{0,80}})?[ \t]*$"
_DASH = r"(?P<dash>[—–-]{1,2})"
_SIGNED = re.compile(rf"^\s*{_DASH}\s*{_NAMED}", re.MULTILINE)
_CAPTION = re.compile(rf"(?=\S+ \S)(?:{_DASH}\s*)?{_NAMED}")


def block_quotes(discourse: Discourse) -> Iterator[Passage]:
    """Yield the block quotations of `prose`, one passage a paragraph.

    By markup: every block quotation that is no embedded post. Without markup: the paragraph after
    one that ends in a colon and announces what was said or written ("reports this week say:"),
    unless it is quoted, a list item or a heading. Such a quotation goes on up to the paragraph that
    takes the article's voice up again by naming the quoted text ("The report then adds …"), at
    most six; where none does, it is one paragraph.
    """
    prose, rules = discourse.prose, discourse.rules
    blocks = prose.blocks
    number = 0
    while number < len(blocks):
        count = _length(prose, number, rules)
        credit = _credit(prose, number + count - 1) if count else None
        for i in range(count):
            passage = _passage(prose, blocks, number + i, first=number)
            if credit is None:
                yield passage
            elif len(passage.span) > 0:
                yield passage.model_copy(update=credit)
        number += max(count, 1)


def _length(prose: Prose, number: int, rules: Rulebook) -> int:
    """Return how many blocks from `number` on are one block quotation; 0 for none."""
    blocks = prose.blocks
    if blocks[number].kind == BlockKind.BLOCK_QUOTE:
        run = 1
        while number + run < len(blocks) and blocks[number + run].kind == BlockKind.BLOCK_QUOTE:
            if _signature(prose, blocks[number + run - 1]):
                break  # another quotation follows, with a credit of its own or none
            run += 1
        return run
    if number == 0 or not _is_set_off(prose, number, rules):
        return 0
    for count in range(1, min(_MOST, len(blocks) - number)):
        if _takes_up(prose, blocks[number + count], rules):
            return count
    return 1


def _credit(prose: Prose, last: int) -> dict[str, object] | None:
    """Return what the name that a quotation ends with, or that its caption opens with, tells."""
    text, block = prose.text, prose.blocks[last]
    signed = _signature(prose, block)
    if signed is None and last + 1 < len(prose.blocks):
        below = prose.blocks[last + 1]
        if block.kind == BlockKind.BLOCK_QUOTE and below.kind == BlockKind.CAPTION:
            signed = _CAPTION.match(text, below.span.start, below.span.end)
    if signed is None:
        return None
    name = Span(start=signed.start("name"), end=signed.end("name"))
    dash = Span(start=signed.start("dash"), end=signed.end("dash")) if signed["dash"] else name
    line = Span(start=name.start, end=signed.end())  # what it links belongs to the words
    return {"speaker": name, "cue": dash, "frame": line, "intro": None, "continues": False}


def _signature(prose: Prose, block: Block) -> re.Match[str] | None:
    return _SIGNED.search(prose.text, block.span.start, block.span.end)


def _is_set_off(prose: Prose, number: int, rules: Rulebook) -> bool:
    before, block = prose.blocks[number - 1], prose.blocks[number]
    intro, words = before.span.of(prose.text).rstrip(), block.span.of(prose.text)
    if before.kind != BlockKind.PARAGRAPH or block.kind != BlockKind.PARAGRAPH:
        return False
    if not intro.endswith(":") or words[:1] in _MARKS or len(words) < _SHORT:
        return False
    if re.match(r"\s*(?:[-*•–—]|\d+[.)])\s", words):
        return False
    last = re.split(r"(?<=[.!?])\s+", intro)[-1]
    return bool(rules.quotation.introduces.search(last))


def _takes_up(prose: Prose, block: Block, rules: Rulebook) -> bool:
    words = block.span.of(prose.text).casefold()
    cues = rules.cues.of(prose.lang)
    return any(words.startswith(f"{phrase} ") for phrase in cues.resumes)


def _passage(prose: Prose, blocks: tuple[Block, ...], number: int, first: int) -> Passage:
    whole = blocks[number].span
    words = whole.of(prose.text)
    signed = _SIGNED.search(words)
    end = whole.start + len(words[: signed.start() if signed else None].rstrip())
    start = whole.start
    if words[:1] in _MARKS and words[: end - start].rstrip()[-1:] in '”»"’“」':
        start, end = start + 1, whole.start + len(words[: end - start].rstrip()) - 1
    inner = Span(start=start, end=max(end, start))
    intro = blocks[first - 1].span if first else None
    return Passage(
        kind=ClaimKind.BLOCK_QUOTE,
        span=inner,
        outer=whole,
        segments=(inner,),
        intro=intro,
        continues=number > first,
    )
