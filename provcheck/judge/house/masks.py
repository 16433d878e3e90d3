"""Obscenities masked in print: f---, s**t, [expletive]."""

import re

from provcheck.judge.case import Case
from provcheck.language.words import normalised
from provcheck.model.edit import Edit
from provcheck.model.span import Span
from provcheck.rulebook.usage import UsageWords

_HIDDEN = r"*\-–—_.#@!$…•"
_MASKED = re.compile(rf"[^\W\d_]+(?:[{_HIDDEN}]+[^\W\d_]+)*[{_HIDDEN}]*")
_STARS = re.compile(rf"[{_HIDDEN}]+")
_RUNS, _LONGEST = 3, 30  # runs of hidden letters in a word, and letters of it: bounds of the work


def masks(case: Case, edit: Edit, words: UsageWords) -> bool:
    """Tell whether the article shows a masked form of the source's words at `edit`.

    The visible letters must be the source word's, in their places; and the word be an obscenity.
    """
    theirs = normalised(edit.source.of(case.found.text.text)).split()
    if not theirs or not any(obscene(word, words) for word in theirs):
        return False
    ours = _whole(case.article.text, edit.claim, case.claim.span)
    if ours[:1] in {"[", "("}:
        return normalised(ours) in words.masks
    shown = ours.split()
    if len(shown) != len(theirs):
        return False
    pairs = list(zip(shown, theirs, strict=True))
    return all(normalised(one) == two or _fits(one, two) for one, two in pairs)


def obscene(word: str, words: UsageWords) -> bool:
    """Tell whether a normalised word is, or is made from, one of the listed obscenities."""
    return any(word.startswith(stem) for stem in words.obscenities)


def _fits(masked: str, word: str) -> bool:
    """Tell whether `masked` can be `word`: f---, f—, s**t, f***ing."""
    shown = re.sub(r"[,;:?\"”’)\]]+$", "", masked)
    if not _MASKED.fullmatch(shown):
        return False
    letters = [part.casefold() for part in _STARS.split(shown)]
    if not 1 < len(letters) <= _RUNS + 1 or len(word) > _LONGEST:
        return False
    hidden = len(word) - sum(map(len, letters))
    stars = sum(len(run) for run in _STARS.findall(shown))
    pattern = ".+".join(map(re.escape, letters))
    counted = stars in {hidden, 1} or not letters[-1]
    return hidden > 0 and counted and re.fullmatch(pattern, word) is not None


def _whole(text: str, span: Span, claim: Span) -> str:
    """Return the words at `span` with the marks that mask letters beside them."""
    end = span.end
    while end < claim.end and re.match(rf"[{_HIDDEN}\w]", text[end]):
        end += 1
    return text[span.start : end].strip()
