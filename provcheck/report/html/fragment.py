"""Addresses that lead to the very words: by a text fragment in a page, by its number in a PDF."""

from itertools import islice
from urllib.parse import quote

from provcheck.language.words import word_spans
from provcheck.model.evidence import Found
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.report.html.links import link

PAGES = frozenset({"text/html", "application/xhtml+xml"})
PDF = "application/pdf"
WHOLE = 120  # code points up to which a passage is named whole
ENDS = 4  # words that name the beginning, or the end, of a longer one
ROUND = 3  # words that tell it from the same words elsewhere, on each side
LONGEST = 80  # code points of one of these parts; scripts without blanks have long words


def deep_link(url: str, found: Found, span: Span) -> str | None:
    """Return the address of the words in `span` of the source, as `url` has it.

    None where a browser cannot be led to them: `url` is not plainly http or https, the source is
    neither a page nor a PDF with pages, or no word is in `span`.
    """
    if link(url).href is None:
        return None
    base, _, place = url.partition("#")
    kind = found.snapshot.media_type.partition(";")[0].strip().lower()
    if kind == PDF:
        number = found.text.page_at(span.start)
        return f"{base}#page={number}" if number else None
    words = directive(found.text, span) if kind in PAGES else None
    return f"{base}#{place.partition(':~:')[0]}:~:text={words}" if words else None


def directive(source: SourceText, span: Span) -> str | None:
    """Return `prefix-,start,end,-suffix` of a text fragment for the words in `span`.

    Each part is percent-encoded, the characters that part them (, - &) too, so that it is ASCII
    whatever the words are. A short passage is its own start and has no end. Prefix and suffix are
    words of the same line, left out where there are none. None where `span` holds no word, or
    what no address can hold.
    """
    span = _whole_words(source.text, span)
    words = word_spans(source.text, span)
    if not words:
        return None
    first, last = _line(source, words[0].start), _line(source, words[-1].start)
    shown = Span(start=words[0].start, end=words[-1].end)
    parts = [_encoded(each.of(source.text)) for each in _ends(source.text, shown, first, last)]
    before = _before(source.text, Span(start=first.start, end=shown.start))
    after = _after(source.text, Span(start=shown.end, end=max(last.end, shown.end)))
    if before:
        parts.insert(0, f"{_encoded(before)}-")
    if after:
        parts.append(f"-{_encoded(after)}")
    return ",".join(parts) if all(part.strip("-") for part in parts) else None


def _ends(text: str, shown: Span, first: Span, last: Span) -> tuple[Span, ...]:
    """Return the passage as one part, or its beginning and its end."""
    if first == last and len(shown) <= WHOLE:
        return (shown,)
    head = Span(start=shown.start, end=min(first.end, shown.end))
    tail = Span(start=max(last.start, shown.start), end=shown.end)
    start = _grown(word_spans(text, head))
    end = _grown(word_spans(text, tail)[::-1])
    return (start, end) if start.end <= end.start else (shown,)


def _grown(words: tuple[Span, ...], most: int = ENDS) -> Span:
    """Return the hull of the leading words, as many as may name a passage and one at least."""
    taken = words[0]
    for word in islice(words, 1, most):
        wider = Span(start=min(taken.start, word.start), end=max(taken.end, word.end))
        if len(wider) > LONGEST:
            break
        taken = wider
    return taken


def _before(text: str, span: Span) -> str:
    words = word_spans(text, span)
    if not words:
        return ""
    return text[_grown(words[::-1], ROUND).start : span.end].strip()


def _after(text: str, span: Span) -> str:
    words = word_spans(text, span)
    return text[span.start : _grown(words, ROUND).end].strip() if words else ""


def _line(source: SourceText, at: int) -> Span:
    """Return the line round the offset `at`, no wider than its block."""
    text = source.text
    block = next((b.span for b in source.blocks if b.span.start <= at < b.span.end), None)
    start, end = (block.start, block.end) if block else (0, len(text))
    broken = text.find("\n", at, end)
    return Span(
        start=max(start, text.rfind("\n", start, at) + 1), end=end if broken < 0 else broken
    )


def _whole_words(text: str, span: Span) -> Span:
    """Return the span, grown so that it cuts no word in two."""
    start, end = span.start, min(span.end, len(text))
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start=start, end=max(start, end))


def _encoded(part: str) -> str:
    """Return `part` for a text fragment; "" where it holds what no address can."""
    try:
        return quote(part, safe="").replace("-", "%2D")
    except UnicodeEncodeError:
        return ""
