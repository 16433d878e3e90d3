"""Values for tests, built from plain words: a claim, a source, and where the words lie."""

import re
from datetime import date

from provcheck.judge.case import Case, Walk
from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.model.alignment import Alignment, Piece
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind, Mention
from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Completeness, Found, Mode, Snapshot, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.prose import Block, BlockKind, Prose
from provcheck.model.source_text import SourceText, Turn
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook, load_rulebook

APPEARED = date(2025, 3, 14)


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def a_mention(name: str | None) -> Mention | None:
    if name is None:
        return None
    return Mention(as_written=name, span=Span(start=0, end=len(name)), resolved=name, how="name")


def a_claim(text: str, words: str, **known: object) -> Claim:
    """A claim whose words stand in `text`; `speaker` is a name."""
    span = span_in(text, words)
    speaker = known.pop("speaker", None)
    fields = {"kind": ClaimKind.QUOTE, "id": "q-1", "segments": (span,), **known}
    return Claim(span=span, text=words, speaker=a_mention(speaker), **fields)


def a_source(text: str, **known: object) -> SourceText:
    """A source of one paragraph a line; `turns` are (speaker, words) pairs."""
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    ends = [*(i for i, c in enumerate(text) if c == "\n"), len(text)]
    turns = tuple(
        Turn(speaker=who, span=span_in(text, words)) for who, words in known.pop("turns", ())
    )
    quotations = tuple(
        a_claim(text, words, speaker=who) for who, words in known.pop("quotations", ())
    )
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(start=a, end=b))
        for a, b in zip(starts, ends, strict=True)
        if b > a
    )
    fields = {"extractor": "test/1", "turns": turns, "quotations": quotations, **known}
    return SourceText(text=text, blocks=blocks, **fields)


def found(source: SourceText, **known: object) -> Found:
    url = str(known.pop("url", "https://wire.example/a"))
    snapshot = Snapshot(
        url=url,
        final_url=url,
        sha256="0" * 64,
        text_sha256="1" * 64,
        media_type="text/html",
        mode=known.pop("mode", Mode.REPLAY),
    )
    return Found(
        snapshot=snapshot,
        text=source,
        completeness=known.pop("completeness", Completeness.WHOLE),
    )


def an_alignment(article: str, source: str, *pairs: tuple[str, ...], **known: object) -> Alignment:
    """Pieces by their words on both sides; a third word in a pair is the piece's mark."""
    pieces = tuple(
        Piece(claim=span_in(article, p[0]), source=span_in(source, p[1]), mark="".join(p[2:]))
        for p in pairs
    )
    fields = {"bits": 99.0, "needed": 30.0, "chance": 0.0, "coverage": 1.0, **known}
    return Alignment(pieces=pieces, **fields)


def an_edit(kind: EditKind, claim: Span, source: Span, note: str = "a note") -> Edit:
    return Edit(kind=kind, claim=claim, source=source, note=note)


def an_article(text: str, **known: object) -> Article:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=len(text)))
    fields = {"published": APPEARED, "path": "a.txt", "sha256": "2" * 64, **known}
    return Article(text=text, blocks=(block,), **fields)


def a_case(
    rules: Rulebook, text: str, claim: Claim, source: SourceText, *pairs: tuple[str, ...]
) -> Case:
    """Build a case: article text, claimed words, source, and pairs of words that correspond."""
    return Case(
        article=an_article(text),
        claim=claim,
        found=found(source),
        alignment=an_alignment(text, source.text, *pairs),
        rules=rules,
    )


def a_walk(
    evidence: Found | Unavailable, alignment: Alignment | None = None, **known: object
) -> Walk:
    fields = {
        "kind": LeadKind.URL,
        "target": "https://wire.example/a",
        "standing": Standing.CITED,
        "reason": "the sentence links it",
        **known,
    }
    return Walk(lead=Lead(**fields), evidence=evidence, alignment=alignment)


def a_prose(text: str, **known: object) -> Prose:
    """A text with one paragraph a line."""
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(start=m.start(), end=m.end()))
        for m in re.finditer(r"[^\n]+", text)
    )
    return Prose(text=text, blocks=blocks, **{"published": APPEARED, **known})


def a_article_and_source(words: str, speech: str) -> tuple[Article, Claim, SourceText]:
    """An article that quotes `words`, the claim in it, and a source of one paragraph."""
    text = f"“{words}” she said."
    return an_article(text), a_claim(text, words), a_source(speech)


def a_verdict(article: Article, claim: Claim, source: SourceText) -> str:
    """The verdict on a claim against a source that the article cites."""
    rules = load_rulebook()
    evidence = found(source)
    walk = a_walk(evidence, align(claim, evidence, rules))
    return str(judge(article, claim, (walk,), rules).verdict)
