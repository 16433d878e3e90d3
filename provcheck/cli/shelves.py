"""What `provcheck library` prints: endings, lists, hits; whatever a source put in them."""

import json
from collections.abc import Iterable

from provcheck.fetch.adding import Refused, Taken
from provcheck.report.visible import harmless, one_line, shortened
from provcheck.store.library.document import Document
from provcheck.store.library.passage import Passage

_SHORT = 12  # digits of a key, enough to tell documents apart by eye
_DAY = len("2026-03-01")
_CONTEXT = 120  # characters of a passage's surroundings, on either side

Shown = tuple[Document, Passage]


def of_ending(ending: Taken | Refused) -> str:
    """Return the line that tells how adding a source ended."""
    match ending:
        case Taken(name=name, key=key, is_new=is_new):
            return _line(key[:_SHORT], name, "" if is_new else "(is there already)")
        case Refused(name=name, reason=reason):
            return _line("-" * _SHORT, name, f"(not added: {reason})")


def as_lines(documents: Iterable[Document]) -> str:
    """Return a line a document: key, day, publisher, title, address or name."""
    return "".join(map(_told, documents))


def as_json(documents: Iterable[Document]) -> str:
    """Return the documents as one JSON object, for programs."""
    return _json({"documents": [each.model_dump(mode="json") for each in documents]})


def hits_as_lines(shown: Iterable[Shown]) -> str:
    """Return two lines a hit: what the document is, and its words in their surroundings."""
    return "".join(_told(each) + _line("", "", *_quoted(passage)) for each, passage in shown)


def of_nothing(*, narrowed: bool) -> str:
    """Return the line that tells of a search in vain."""
    which = "of these outlets and days " if narrowed else ""
    return f"the words stand in no document {which}of the library\n"


def hits_as_json(quotation: str, shown: Iterable[Shown]) -> str:
    """Return the hits as one JSON object, for programs."""
    hits = [
        {"document": each.model_dump(mode="json"), "passage": passage.model_dump(mode="json")}
        for each, passage in shown
    ]
    return _json({"quotation": quotation, "hits": hits})


def _told(document: Document) -> str:
    day = document.published.isoformat() if document.published else "-" * _DAY
    named = (document.publisher, document.title, document.url or document.name)
    return _line(document.key[:_SHORT], day, *(each or "" for each in named))


def _quoted(passage: Passage) -> tuple[str, str]:
    before = shortened(passage.before[::-1], _CONTEXT)[::-1]
    after = shortened(passage.after, _CONTEXT)
    how = "" if passage.exact else "(not in these very words)"
    return f"{before}»{passage.words}«{after}", how


def _line(first: str, *cells: str) -> str:
    """Return a line of cells, the first one of a width that lets the others stand in a row."""
    shown = [f"{first:<{_SHORT}}", *(one_line(cell) for cell in cells if cell)]
    return harmless("  ".join(shown).rstrip()) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"
