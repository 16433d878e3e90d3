"""Which of the sources that were read a claim is judged by."""

from enum import StrEnum

from provcheck.judge.between import spoken_only
from provcheck.judge.case import Case, Walk, weighing
from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Found, Mode
from provcheck.model.lead import Standing
from provcheck.model.source_text import SourceText
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook

_SPELT = {
    EditKind.TYPOGRAPHY,
    EditKind.CASE,
    EditKind.SPELLING_VARIANT,
    EditKind.BRACKET,
}
_SAME_WORDS = 0.65  # share of a claim's words below which a strong match is only a shared phrase


class Place(StrEnum):
    """What the source that holds the words is to the claim."""

    NOWHERE = "nowhere"
    CITED = "cited"
    FITTING = "fitting"  # nothing else is linked or named: the source that fits is taken
    ELSEWHERE = "elsewhere"  # the cited source was read whole and lacks the words
    BESIDE = "beside"  # the cited source could not be read; another one holds the words


class Choice(Value):
    """The walk whose source holds the words, and what that source is to the claim."""

    place: Place
    walk: Walk | None = None


def chosen(claim: Claim, walks: tuple[Walk, ...]) -> Choice:
    """Return the source to judge by: a cited one that holds the words, else the best other one.

    Among several the fullest match wins, then the first walked. Words that stand only in teasers,
    comments, navigation or hidden text do not count.
    """
    holding = sorted((w for w in walks if holds(claim, w)), key=_fullness, reverse=True)
    cited = [walk for walk in holding if walk.lead.standing != Standing.NEARBY]
    if cited:
        return Choice(place=Place.CITED, walk=cited[0])
    if not holding:
        return Choice(place=Place.NOWHERE)
    return Choice(place=_place(walks, holding[0]), walk=holding[0])


def holds(claim: Claim, walk: Walk) -> bool:
    """Tell whether the claim's words stand in the source that `walk` read.

    By evidence in bits (reference: found iff bits >= 20 + log2 of the words searched); a quotation
    too short for that only when it stands word for word, however it is spelt, in a source that the
    article cites; never in one that a search for these words brought.
    """
    if not isinstance(walk.evidence, Found) or walk.alignment is None:
        return False
    alignment = walk.alignment
    if not alignment.pieces or _only_aside(walk.evidence.text, alignment):
        return False
    if claim.kind == ClaimKind.PARAPHRASE:
        return alignment.strong
    at_hand = walk.lead.standing == Standing.NEARBY or walk.lead.searched
    if _word_for_word(alignment) and not at_hand:
        return True
    return alignment.strong and alignment.coverage >= _SAME_WORDS


def in_other_words(walk: Walk) -> bool:
    """Tell whether the page that `walk` read may have had other words once, which an archive shows.

    So where the words differ in more than spelling and what the article marks; not of a copy.
    """
    if not isinstance(walk.evidence, Found) or walk.alignment is None:
        return False
    is_page = walk.evidence.snapshot.mode in {Mode.LIVE, Mode.REPLAY}
    return is_page and other_words(walk.alignment) > 0


def other_words(alignment: Alignment) -> int:
    """Return how many edits are of words: more than spelling, and not marked by the article."""
    return sum(edit.kind not in _SPELT | {EditKind.ELLIPSIS} for edit in alignment.edits)


def _word_for_word(alignment: Alignment) -> bool:
    """Tell whether every word stands there in order, other capitals and spellings apart."""
    respelt = all(edit.kind in _SPELT for edit in alignment.edits)
    return alignment.exact or (respelt and alignment.coverage == 1.0 and len(alignment.pieces) == 1)


def case_of(article: Article, claim: Claim, walk: Walk, rules: Rulebook) -> Case:
    """Return the case of `claim` against the source of `walk`; refuses a walk that read none."""
    if not isinstance(walk.evidence, Found) or walk.alignment is None:
        message = "no source was read on this walk"
        raise ValueError(message)
    return Case(
        article=article,
        claim=claim,
        found=walk.evidence,
        alignment=spoken_only(walk.evidence.text, walk.alignment),
        rules=rules,
    )


def _place(walks: tuple[Walk, ...], best: Walk) -> Place:
    """Tell what a source that nobody cited is to a claim whose cited sources lack its words."""
    cited = [walk for walk in weighing(walks) if walk.cited]
    read = [walk for walk in cited if isinstance(walk.evidence, Found)]
    if read:
        return Place.ELSEWHERE if all(_read_whole(walk) for walk in cited) else Place.BESIDE
    named = [walk for walk in cited if not _is_loose(walk)]
    if not named or (all(walk.by_name_only for walk in named) and _nameless(best)):
        return Place.FITTING
    return Place.BESIDE


def _is_loose(walk: Walk) -> bool:
    """Tell whether the article names an occasion only: a speech, a statement, an interview."""
    via = walk.lead.via
    return walk.by_name_only and via is not None and via.kind == CitationKind.EVENT


def _nameless(walk: Walk) -> bool:
    """Tell whether a source was given without saying whose it is, so that it may be the cited."""
    by_hand = not walk.lead.searched
    return by_hand and isinstance(walk.evidence, Found) and walk.evidence.text.publisher is None


def _read_whole(walk: Walk) -> bool:
    return walk.by_name_only or walk.is_whole


def _only_aside(source: SourceText, alignment: Alignment) -> bool:
    return all(any(aside.holds(p.source) for aside in source.aside) for p in alignment.pieces)


def _fullness(walk: Walk) -> tuple[float, int]:
    alignment = walk.alignment
    return (round(alignment.coverage, 6), -len(alignment.edits)) if alignment else (0.0, 0)
