"""Where in a document the words of a quotation stand, for people to see."""

from collections.abc import Iterable

from provcheck.match.align import align
from provcheck.model.alignment import Alignment
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found, Mode, Snapshot
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.store.evidence import Store
from provcheck.store.library.catching_up import text_of
from provcheck.store.library.document import Document, Hit

_EXTRACTOR = "library"


class Passage(Value):
    """The words of a document that a quotation lies along, and what stands before and after them.

    `span` counts the code points of the document's text; `exact` tells that only typography
    differs.
    """

    span: Span
    before: str
    words: str
    after: str
    exact: bool


def passage(quotation: str, document: Document, text: str, rules: Rulebook) -> Passage | None:
    """Return where the words of `quotation` stand in `text`, None where they do not; never raises.

    They stand there when the words found are the evidence that a text of this length needs, or are
    all that there are.
    """
    alignment = align(_claimed(quotation), _found(document, text), rules)
    if not alignment.pieces or not _stands(alignment):
        return None
    start = min(piece.source.start for piece in alignment.pieces)
    end = max(piece.source.end for piece in alignment.pieces)
    return Passage(
        span=Span(start=start, end=end),
        before=alignment.before,
        words=text[start:end],
        after=alignment.after,
        exact=alignment.exact,
    )


def passages(
    store: Store, quotation: str, hits: Iterable[Hit], rules: Rulebook
) -> tuple[tuple[Document, Passage], ...]:
    """Return the documents of `hits` that the words stand in, in their order, with the place."""
    texts = ((hit.document, text_of(store, hit.document)) for hit in hits)
    found = ((d, passage(quotation, d, text, rules)) for d, text in texts if text is not None)
    return tuple((document, place) for document, place in found if place)


def _stands(alignment: Alignment) -> bool:
    return alignment.bits >= alignment.needed or alignment.coverage == 1


def _claimed(quotation: str) -> Claim:
    span = Span(start=0, end=len(quotation))
    kind = ClaimKind.QUOTE
    return Claim(id=_EXTRACTOR, kind=kind, span=span, text=quotation, segments=(span,))


def _found(document: Document, text: str) -> Found:
    where = document.url or document.name
    snapshot = Snapshot(
        url=where,
        final_url=where,
        sha256=document.key,
        text_sha256=document.text_sha256,
        media_type=document.media_type,
        mode=Mode.STORE,
    )
    source = SourceText(text=text, blocks=(), lang=document.lang, extractor=_EXTRACTOR)
    return Found(snapshot=snapshot, text=source)
