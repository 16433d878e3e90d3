"""Who is quoted within what somebody is quoted to have said, with marks and without."""

import re
from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import Quoted
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME
from provcheck.extract.place import Place
from provcheck.extract.speakers import NESTED
from provcheck.language.names import same_name
from provcheck.model.claim import Mention, NestedQuotation
from provcheck.model.prose import Prose
from provcheck.model.span import Span

_ACCORDING = re.compile(r"(?:^|[.;,]\s+)According to (?:the\s+)?", re.IGNORECASE)
_SAID = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+(?:(?:of|for|de|van|von|al)\s+)?[A-ZÀ-Þ][\w’'-]*)*),?\s+(?:has\s+|had\s+)?"
    r"(?:said|says|stated|states|announced|announces|declared|declares|told|wrote|warned|warns|reported)\b"
)
_OFFICES = frozenset(
    [
        "president",
        "minister",
        "chancellor",
        "premier",
        "chief",
        "commander",
        "mayor",
        "general",
        "secretary",
        "director",
        "prime",
        "foreign",
        "deputy",
    ]
)


def nested_speaker(passage: Passage, speaker: Mention | None, prose: Prose) -> str | None:
    """Return the name of whom the passage itself quotes, or None.

    "According to X" and "X said that" within the words; not the speaker, and no unnamed one.
    """
    words = passage.segments[0].of(prose.text)
    match = _ACCORDING.search(words)
    if match:
        cited = NAME.match(words, match.end())
        if cited:
            return cited.group()
    said = _SAID.search(words)
    if not said:
        return None
    parts = said["name"].split()
    at = max((i for i, w in enumerate(parts) if w.casefold() in _OFFICES), default=-1)
    name = " ".join(parts[at + 1 :]) or said["name"]
    known = (
        speaker is not None and speaker.resolved is not None and same_name(name, speaker.resolved)
    )
    return None if known or name.casefold() in {"he", "she", "it", "they", "i", "we"} else name


def _outermost_within(segment: Span, quoted: tuple[Quoted, ...]) -> Iterator[Quoted]:
    """Yield the quoted stretches inside a segment that lie in no other one inside it."""
    held = [each for each in quoted if segment.holds(each.outer) and each.inner != segment]
    for each in held:
        if not any(other is not each and other.outer.holds(each.outer) for other in held):
            yield each


def nested_quotations(passage: Passage, discourse: Discourse) -> Iterator[NestedQuotation]:
    """Yield the quotations in marks within a quotation that its words give to somebody.

    “She told me, ‘Go home,’ and I went”: ‘Go home,’ is hers. A title or a term within a quotation
    is none.
    """
    for segment in passage.segments:
        number = discourse.number_at(segment.start)
        inner = (
            list(_outermost_within(segment, discourse.quoted[number])) if number is not None else []
        )
        if not inner:
            continue
        for sentence in discourse.parsed_within(segment, [each.outer for each in inner]):
            for at, token in enumerate(sentence.tokens):
                if token.kind != "quote":
                    continue
                place = Place(passage, sentence, at, discourse)
                found = next((s(place) for s in NESTED if s(place)), None)
                if found is not None:
                    span = next(each.inner for each in inner if each.outer.start == token.start)
                    yield NestedQuotation(
                        span=span,
                        text=span.of(discourse.prose.text),
                        speaker=found.speaker.of(discourse.prose.text),
                        speaker_span=found.speaker,
                    )
