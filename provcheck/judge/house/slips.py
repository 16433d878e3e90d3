"""What an edit amounts to, whatever its kind: grammar mended, speech respelt, a word masked."""

import re
from itertools import takewhile

from provcheck.judge.case import Case
from provcheck.judge.house.masks import masks
from provcheck.language.words import normalised
from provcheck.model.edit import Edit, EditKind
from provcheck.model.span import Span
from provcheck.rulebook.houses import Slip
from provcheck.rulebook.usage import UsageWords

_BESIDE = 2  # words beside an edit that a phrase may need
_LONGEST = 200  # code points of either side beyond which a change is no slip
_WINDOW = 40  # code points in which they are looked for
# A change of these is never a slip mended, however small.
_MEANT = {
    EditKind.NEGATION,
    EditKind.NUMBER,
    EditKind.NAME,
    EditKind.MODALITY,
    EditKind.REORDER,
    EditKind.SPELLING_VARIANT,
}
_OPEN = {EditKind.TYPOGRAPHY, EditKind.CASE, EditKind.ELLIPSIS, EditKind.BRACKET, EditKind.FILLER}
_DROPPED_G = re.compile(r"\b(\w{2,}in)['’](?!\w)", re.IGNORECASE)


def slip_of(case: Case, edit: Edit) -> Slip | None:
    """Return what `edit` is no more than, or None: then its kind decides.

    Grammar: only an agreement, a small word or a phrase listed in usage.yaml differs, the slip
    standing in the source and not in the article. A change of negation, figure, name, degree or
    order is never one, nor is another tense.
    """
    if max(len(edit.source), len(edit.claim)) > _LONGEST:
        return None
    words = case.rules.usage.of(case.found.text.lang)
    if masks(case, edit, words):
        return Slip.MASK
    same = normalised(edit.source.of(case.found.text.text)) == normalised(
        edit.claim.of(case.article.text)
    )
    if same or edit.kind in _OPEN:
        return None
    said, printed = _sides(case, edit)
    if _spelt(said, words) == _spelt(printed, words):
        return Slip.DIALECT
    if edit.kind in _MEANT:
        return None
    return Slip.GRAMMAR if _mended(said, printed, words) else None


def _mended(said: str, printed: str, words: UsageWords) -> bool:
    """Tell whether mending what was `said` gives what is `printed`."""
    plain = _spelt(said, words)
    corrected = _replaced(plain, words.slips)
    target = _spelt(printed, words)
    if target == plain or _replaced(target, words.slips) != target:
        return False  # nothing was mended, or the slip stands in the article
    if _agreeing(corrected, words) == _agreeing(target, words):
        return True
    return _without_small(corrected, target, words)


def _without_small(said: str, printed: str, words: UsageWords) -> bool:
    """Tell whether one small word more or less is all that differs."""
    long, short = sorted((said.split(), printed.split()), key=len, reverse=True)
    if len(long) != len(short) + 1:
        return False
    return any(
        word in words.small
        and long[:i] + long[i + 1 :] == short
        and long[i + 1 : i + 2] not in [[weighed] for weighed in words.weighed]
        for i, word in enumerate(long)
    )


def _sides(case: Case, edit: Edit) -> tuple[str, str]:
    """Return the edit's words in the source and in the article, with the shared ones beside."""
    said = _cut(case.found.text.text, edit.source, (0, len(case.found.text.text)))
    claim = case.claim.span
    printed = _cut(case.article.text, edit.claim, (claim.start, claim.end))
    lead = _shared(said[0][::-1], printed[0][::-1])[::-1]
    trail = _shared(said[2], printed[2])
    return " ".join([*lead, *said[1], *trail]), " ".join([*lead, *printed[1], *trail])


def _cut(text: str, at: Span, within: tuple[int, int]) -> tuple[list[str], list[str], list[str]]:
    """Return the words before, at and after a place, those beside it from within the bounds."""
    end = at.end + (len(at) > 0 and text[at.end : at.end + 1] in {"'", "’"})  # goin’
    before = text[max(within[0], at.start - _WINDOW) : at.start]
    return (
        _plain(before),
        _plain(text[at.start : end]),
        _plain(text[end : min(within[1], end + _WINDOW)]),
    )


def _shared(ours: list[str], theirs: list[str]) -> list[str]:
    pairs = zip(ours[:_BESIDE], theirs[:_BESIDE], strict=False)
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]


def _plain(words: str) -> list[str]:
    return normalised(_DROPPED_G.sub(r"\1g", words)).split()


def _spelt(words: str, usage: UsageWords) -> str:
    return _replaced(words, usage.speech)


def _replaced(words: str, phrases: dict[str, str]) -> str:
    framed = f" {words} "
    for phrase, plain in phrases.items():
        framed = framed.replace(f" {phrase} ", f" {plain} ")
    return framed.strip()


def _agreeing(words: str, usage: UsageWords) -> str:
    """Return the words with forms that differ in number or person made one."""
    first = {form: group[0] for group in usage.agreement for form in group}
    return " ".join(first.get(word, word) for word in words.split())
