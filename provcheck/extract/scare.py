"""Which quoted strings nobody is said to have said: scare quotes, titles, terms, mottoes."""

from collections.abc import Callable

from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import DOUBLED, SINGLE
from provcheck.extract.passage import Passage
from provcheck.extract.speakers import acted
from provcheck.extract.string import QuotedString
from provcheck.extract.titles import is_named, is_proper_name, is_title
from provcheck.language.words import normalised
from provcheck.model.prose import BlockKind

_HYPHENS = ("-", "‑")
_LONG = 4  # words from which a quoted string in double marks is a quotation, attributed or not


def is_claim(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a quoted string is said of somebody.

    Long ones are, unless they are a name or imagined. Short ones are only where a cue governs them,
    where they stand as a sentence of their own, or where somebody's words are borrowed. In a
    headline, and in single marks where the text uses double ones, only a cue makes a claim, in the
    latter of words that are more than a few.
    """
    string = QuotedString(passage, discourse)
    if not string.words or any(refuses(string) for refuses in REFUSALS):
        return False
    if _in_headline(string):
        return string.attributed and not _comes_again(string)
    if _in_single_marks(string):
        whole = discourse.single_outside and _is_whole(string)
        return whole or (
            string.attributed and (discourse.single_outside or len(string.words) >= _LONG)
        )
    return string.attributed or len(string.words) >= _LONG or _is_loose_speech(string)


def _is_imagined(string: QuotedString) -> bool:
    """Tell whether nobody uttered it, by the words before it: as if to say “A”."""
    pattern = string.cues.imagines
    return pattern is not None and pattern.search(string.lead) is not None


def _is_markup(string: QuotedString) -> bool:
    """Tell whether it is an attribute of markup that was left in the text."""
    return string.lead.endswith("=")


def _is_compound(string: QuotedString) -> bool:
    """Tell whether it is part of a compound: a „cutoff“-Sensor."""
    end = string.passage.outer.end
    behind = string.text[end : end + 2]
    return behind[:1] in _HYPHENS and behind[1:].isalpha()


def _is_likeness(string: QuotedString) -> bool:
    """Tell whether "as" stands before a few words that nobody uses of anything: entered as “A”."""
    spoken = any(saying.cue.is_speech or saying.cue.takes("as") for saying in string.sayings)
    return string.passage.fragment and string.likened and not spoken


Refusal = Callable[[QuotedString], bool]

REFUSALS: tuple[Refusal, ...] = (
    _is_imagined,
    _is_markup,
    _is_compound,
    _is_likeness,
    is_named,
    is_title,
    is_proper_name,
)


def _in_headline(string: QuotedString) -> bool:
    block = string.discourse.block_at(string.passage.outer)
    return block is not None and block.kind in {BlockKind.HEADING, BlockKind.CAPTION}


def _comes_again(string: QuotedString) -> bool:
    """Tell whether the text below quotes the same words, so that a headline adds nothing."""
    return f" {normalised(string.inner)} " in string.discourse.words


def _in_single_marks(string: QuotedString) -> bool:
    start = string.passage.outer.start
    return string.text[start] in SINGLE and not string.text.startswith(DOUBLED, start)


def _is_loose_speech(string: QuotedString) -> bool:
    """Tell whether a few words without a cue are speech: a sentence of their own, or borrowed."""
    return _is_whole(string) or _is_borrowed(string)


def _is_whole(string: QuotedString) -> bool:
    """Tell whether a string is a sentence of its own, its stop in its marks or behind them."""
    alone = string.sentence is not None and string.at == 0
    end = string.passage.outer.end
    stops = (string.inner.rstrip()[-1:], string.text[end : end + 1])  # the stop behind the mark
    whole = string.inner[:1].isupper() and any(stop and stop in ".!?…" for stop in stops)
    return alone and whole


def _is_borrowed(string: QuotedString) -> bool:
    """Tell whether a few words in small letters are somebody's, whom no verb of speech names.

    They stand in what a person does or wants, or behind any cue; not right before a noun, as the
    writer's own scare quotes do: the “smart” house. Where nouns have capitals, the small first
    letter of a modifier tells nothing.
    """
    if string.sentence is None or not string.inner[:1].islower() or string.cues.nouns_capital:
        return False
    if _is_prenominal(string):
        return False
    if any(saying.cue.start < string.at for saying in string.sayings):
        return True
    held = any(c.start <= string.at < c.end for saying in string.sayings for c in saying.contents)
    return held or acted(string.passage, string.discourse)


def _is_prenominal(string: QuotedString) -> bool:
    """Tell whether a string stands between an article and its noun."""
    if not string.before or not string.behind:
        return False
    noun = string.behind[0].kind == "word" and string.behind[0].unlisted
    governing = {"determiner", "possessive", "preposition"}
    return noun and bool(string.before[-1].classes & governing)
