"""Noun phrases that can be a speaker, cut out of the words beside a cue."""

import re

from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues

CAPITAL = r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'-]*|[A-ZÀ-Þ]\.)"
LINK = r"(?:of|for|de|del|van|von|der|den|du|la|le|al|bin|and|&|zu|zum)"
GAP = r"[ \t\u00a0]+"
NAME = re.compile(rf"{CAPITAL}(?:{GAP}(?:{LINK}{GAP}(?:the{GAP}|der{GAP}|la{GAP})?)?{CAPITAL})*")
_STOP = re.compile(
    r"[,.;:!?()—–\n░]|\s(?:in|on|at|to|during|after|before|by|when|while|as|who|from|outside|inside|with|that|last|this|about|upon|under|over|through)\s",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:()—–░\n]|\b(?:and|but|that|when|while|because|as|where|if|which|so|und|dass|que)\s",
    re.IGNORECASE,
)
_SECOND_VERB = re.compile(r"\s(?:and|but|then|und|et|y)$")  # she shrugged and | said
_LONGEST = 14  # words of a noun phrase
_OPENS = re.compile(r"^(?:But|And|Yet|So|However|Meanwhile|Still|Then|Now|Later|Also|In turn),?\s+")


def before_cue(text: str, span: Span, cues: LanguageCues) -> Span | None:
    """Return the subject that ends where `span` does: right before a finite cue verb.

    Adverbs before the verb and an apposition between commas are passed over.
    """
    end = _without_adverbs(text, span, cues)
    chunk = text[span.start : end].rstrip()
    if _SECOND_VERB.search(chunk):
        return main_subject(text, Span(start=span.start, end=span.start + len(chunk)), cues)
    if chunk.endswith(","):
        parts = chunk[:-1].split(", ")
        if len(parts) > 1:
            named = _appositive(span, chunk[:-1], cues)
            if named is not None:
                return named
            subject = ", ".join(parts[:-1])
            return before_cue(text, Span(start=span.start, end=span.start + len(subject)), cues)
        chunk = chunk[:-1]
    start = span.start + max((m.end() for m in _BOUNDARY.finditer(chunk)), default=0)
    found = _phrase(text, Span(start=start, end=span.start + len(chunk)), cues)
    return found or _whole_name(text, span.start, span.start + len(chunk))


def _appositive(span: Span, chunk: str, cues: LanguageCues) -> Span | None:
    """Return the name in "the owner, Ada Brandvold," where the phrase before it names nobody."""
    head, _, last = chunk.rpartition(", ")
    before = re.split(r"[,;:.!?]\s", head)[-1].strip()
    described = before.split()[:1] and before.split()[0].casefold() in cues.determiners
    if not NAME.fullmatch(last.strip()) or not described or NAME.search(before[1:]):
        return None
    start = span.start + len(chunk) - len(last) + len(last) - len(last.lstrip())
    return Span(start=start, end=start + len(last.strip()))


def after_cue(text: str, span: Span, cues: LanguageCues) -> Span | None:
    """Return the subject that begins where `span` does: after an inverted verb or a phrase."""
    words = text[span.start : span.end]
    lead = len(words) - len(words.lstrip(" ,"))
    name = NAME.match(words, lead)
    if name and name.group() not in _NO_NAMES and name.group().casefold() not in cues.determiners:
        return Span(start=span.start + lead, end=span.start + name.end())
    stop = _STOP.search(words, name.end() if name else lead)
    end = stop.start() if stop else len(words)
    appositive = NAME.match(words, end + 2) if words[end : end + 2] == ", " else None
    if appositive and not NAME.search(words, lead + 1, end):
        return Span(start=span.start + appositive.start(), end=span.start + appositive.end())
    return _phrase(text, Span(start=span.start + lead, end=span.start + max(end, lead)), cues)


def main_subject(text: str, span: Span, cues: LanguageCues) -> Span | None:
    """Return the subject of the sentence that begins with `span`.

    That is its first name that no preposition governs, else its first noun phrase.
    """
    words = text[span.start : span.end]
    opening = _OPENS.match(words)
    start = opening.end() if opening else 0
    for name in NAME.finditer(words, start):
        before = words[: name.start()].rstrip().rpartition(" ")[2].casefold()
        if name.group().partition(" ")[0].casefold() in _PREPOSITIONS:
            continue
        first_word = name.start() == start and name.group().casefold() in {
            *cues.determiners,
            *cues.adverbs,
        }
        if before not in _PREPOSITIONS and not first_word and name.group() not in _NO_NAMES:
            begin = name.start()
            if before in cues.determiners:
                begin = words[: name.start()].rstrip().rfind(before.capitalize())
                begin = (
                    begin if begin >= 0 else words[: name.start()].rstrip().casefold().rfind(before)
                )
            return Span(start=span.start + begin, end=span.start + name.end())
    nouns = re.match(
        rf"(?:{'|'.join(cues.determiners)})(?:\s+[\w’'-]+){{1,2}}", words[start:], re.IGNORECASE
    )
    if not nouns:
        return None
    return Span(start=span.start + start, end=span.start + start + nouns.end())


_PREPOSITIONS = frozenset(
    [
        "in",
        "of",
        "to",
        "for",
        "at",
        "on",
        "with",
        "by",
        "from",
        "against",
        "near",
        "over",
        "under",
        "after",
        "before",
        "about",
        "around",
        "into",
        "between",
        "during",
        "since",
        "until",
        "outside",
        "inside",
        "behind",
        "beside",
    ]
)
_NO_NAMES = frozenset(
    {
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "If",
        "When",
        "While",
        "As",
        "There",
        "This",
        "That",
        "Once",
        "After",
        "Before",
    }
)


def _without_adverbs(text: str, span: Span, cues: LanguageCues) -> int:
    end = span.start + len(text[span.start : span.end].rstrip())
    while True:
        word = re.search(r"([\w’'-]+)\s*$", text[span.start : end])
        if not word or (word[1].casefold() not in cues.adverbs and not word[1].endswith("ly")):
            return end
        if word.start() == 0:
            return end
        end = span.start + len(text[span.start : span.start + word.start()].rstrip())


def _phrase(text: str, span: Span, cues: LanguageCues) -> Span | None:
    """Return `span` without outer spaces when its words are a noun phrase, or the one in it."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" \n“\"'"))
    end = span.start + len(words.rstrip())
    found = text[start:end].split()
    if not found or len(found) > _LONGEST:
        return _trailing(text, Span(start=min(start, end), end=end), cues)
    if _opens_phrase(found[0], cues):
        return Span(start=start, end=end)
    return _trailing(text, Span(start=start, end=end), cues)


def _opens_phrase(word: str, cues: LanguageCues) -> bool:
    plain = word.casefold()
    known = plain in cues.determiners or plain in cues.pronouns or word[:1].isdigit()
    return known or (word[:1].isupper() and word not in _NO_NAMES)


def _trailing(text: str, span: Span, cues: LanguageCues) -> Span | None:
    """Return the noun phrase at the end of a longer stretch: a pronoun, name or description."""
    words = text[span.start : span.end]
    last = re.search(r"[\w’'-]+$", words)
    if not last:
        return None
    if last.group().casefold() in cues.pronouns:
        return Span(start=span.start + last.start(), end=span.end)
    if last.group()[:1].isupper():
        return _whole_name(text, span.start, span.end)
    nouns = re.search(
        rf"\b(?:{'|'.join(cues.determiners)})(?:\s+[\w’'-]+){{1,6}}$", words, re.IGNORECASE
    )
    return Span(start=span.start + nouns.start(), end=span.end) if nouns else None


def _whole_name(text: str, start: int, end: int) -> Span | None:
    found = [m for m in NAME.finditer(text, start, end) if m.end() == end]
    if not found:
        return None
    begin = found[-1].start()
    article = re.search(
        r"\b(?:[Tt]he|[Dd]er|[Dd]ie|[Dd]as|[Ll]e|[Ll]a|[Ee]l)\s$", text[start:begin]
    )
    return Span(start=start + article.start() if article else begin, end=end)
