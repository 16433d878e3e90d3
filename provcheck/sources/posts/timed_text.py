"""YouTube's own forms of captions, as WebVTT: its XML of two kinds, and its JSON."""

import html
from collections.abc import Iterator

from lxml import etree

from provcheck.sources.posts.fields import at, items_at, parsed, words_at

_LAST = 359_999_000  # milliseconds: a hundred hours, less a second
Line = tuple[int, int, str]  # when it is shown from and for how long, in ms; its words


def as_captions(data: bytes) -> bytes:
    """Return captions as WebVTT; bytes that are none of YouTube's own forms as they are."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"<", b"{")):
        return data
    found = _of_json(data) if start.startswith(b"{") else _of_xml(data)
    cues = (f"{_clock(at)} --> {_clock(at + long)}\n{_escaped(words)}" for at, long, words in found)
    return "\n\n".join(["WEBVTT", *cues]).encode("utf-8", "replace")


def _of_json(data: bytes) -> Iterator[Line]:
    for event in items_at(parsed(data), "events"):
        words = "".join(words_at(part, "utf8") for part in items_at(event, "segs"))
        yield _ms(at(event, "tStartMs")), _ms(at(event, "dDurationMs")), words


def _of_xml(data: bytes) -> Iterator[Line]:
    """Yield `<text start dur>` in seconds and `<p t d>` in milliseconds; nothing is unfolded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return
    for element in root.iter("text", "p"):
        names, unit = (("start", "dur"), 1000) if element.tag == "text" else (("t", "d"), 1)
        first, long = (_ms(element.get(name), unit) for name in names)
        yield first, long, html.unescape("".join(element.itertext()))


def _ms(said: object, unit: int = 1) -> int:
    """Return a time in milliseconds; 0 for what is none."""
    try:
        return min(max(int(float(str(said)) * unit), 0), _LAST)
    except (ValueError, OverflowError):
        return 0


def _clock(ms: int) -> str:
    ms = min(ms, _LAST)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _escaped(words: str) -> str:
    """Return words as one line of a cue, in which nothing is taken for markup."""
    return html.escape(" ".join(words.split()), quote=False)
