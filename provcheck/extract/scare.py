"""Which quoted strings nobody is said to have said: scare quotes, titles, terms, mottoes."""

import re

from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import DOUBLED, SINGLE
from provcheck.extract.passage import Passage
from provcheck.extract.speakers import acted, governed
from provcheck.language.words import normalised, word_spans
from provcheck.model.prose import BlockKind
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.tokens import Token

_HYPHENS = ("-", "‑")
_LONG = 4  # words from which a quoted string in double marks is a quotation, attributed or not
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "is",
        "it",
        "und",
        "der",
        "die",
        "das",
        "de",
        "la",
        "le",
        "et",
        "y",
    ]
)


def is_claim(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a quoted string is said of somebody.

    Long ones are, unless they are named (a title, a term) or imagined. Short ones, and those in
    single marks, are only where a cue governs them in their sentence, or where they stand as a
    sentence of their own.
    """
    text, cues = discourse.prose.text, discourse.cues
    words = len(word_spans(text, passage.span))
    if not words:
        return False
    before = text[max(passage.outer.start - 80, 0) : passage.outer.start]
    if _matches(cues.imagines, before) or before.endswith("="):
        return False  # imagined, or an attribute of markup that was left in the text
    behind = text[passage.outer.end : passage.outer.end + 2]
    if behind[:1] in _HYPHENS and behind[1:].isalpha():
        return False  # part of a compound: a „cutoff“-Sensor
    if passage.fragment and _is_likened(passage, discourse):
        return False
    attributed = governed(passage, discourse) or _is_reported(passage, discourse)
    if _matches(cues.names, before) and not _is_called(passage, discourse):
        return words >= _LONG and attributed
    if _is_title(passage, text) and not _is_quoted_title(passage, discourse, attributed):
        return False
    if cues.nouns_capital and _is_proper(passage, discourse):
        return False
    block = discourse.block_at(passage.outer)
    headline = block is not None and block.kind in {BlockKind.HEADING, BlockKind.CAPTION}
    if headline:
        return attributed and f" {normalised(passage.span.of(text))} " not in discourse.words
    if text[passage.outer.start] in SINGLE and not text.startswith(DOUBLED, passage.outer.start):
        return attributed and discourse.single_outside
    if attributed or words >= _LONG:
        return True
    return _is_sentence(passage, discourse) or _is_borrowed(passage, discourse)


def _matches(pattern: re.Pattern[str] | None, before: str) -> bool:
    return pattern is not None and pattern.search(before) is not None


def _is_sentence(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a quoted string stands as a sentence of its own, as speech does."""
    text = discourse.prose.text
    inner = passage.span.of(text)
    sentence = discourse.sentence_at(passage.outer.start)
    alone = sentence is not None and sentence.span.start == passage.outer.start
    return alone and inner[:1].isupper() and inner.rstrip()[-1:] in ".!?…"


def _is_quoted_title(passage: Passage, discourse: Discourse, attributed: bool) -> bool:
    """Tell whether words with the capitals of a title are said: called him “Little Boss”."""
    if _is_contracted(passage, discourse) or _is_uttered(passage, discourse):
        return True
    return attributed and (_is_said(passage, discourse) or _is_called(passage, discourse))


def _is_contracted(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a string opens with a pronoun and its verb, as titles seldom do: That’s Olsen."""
    first = passage.span.of(discourse.prose.text).partition(" ")[0].replace("’", "'")
    pronoun, verb, _ = first.lower().partition("'s")
    return bool(verb) and pronoun in discourse.cues.classes


def _is_uttered(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a verb of speech stands right before, whoever its subject is: chanting “A”."""
    sentence = discourse.sentence_at(passage.outer.start)
    if sentence is None:
        return False
    at = next(i for i, t in enumerate(sentence.tokens) if t.end > passage.outer.start)
    comma = at > 0 and sentence.tokens[at - 1].text in {",", ":"}
    return any(
        saying.cue.is_speech
        and saying.cue.is_verb
        and not saying.cue.takes("as")
        and not saying.cue.of
        and saying.cue.end in {at, at - comma}
        for saying in sentence.sayings
    )


def _is_said(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether what stands before a string in capitals introduces speech, not a title."""
    sentence = discourse.sentence_at(passage.outer.start)
    tokens = sentence.tokens if sentence else ()
    before = [token for token in tokens if token.end <= passage.outer.start]
    if not before:
        return True
    last = before[-1]
    if last.kind == "mark":
        return last.text in {":", ",", "—", "–"} and not _is_named(before)
    governing = {"preposition", "possessive", "determiner", "coordinator"}
    return not (last.classes & governing or last.capital or last.low in {"'s", "’s"})


def _is_reported(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether the mood of the sentence reports speech, or "as" gives what somebody is called."""
    sentence = discourse.sentence_at(passage.outer.start)
    if sentence is None:
        return False
    if passage.span.of(discourse.prose.text)[:1].islower():
        if any("reported" in token.classes for token in sentence.tokens):
            return True
    return _follows_likening(passage, sentence, discourse) and _calls(sentence)


def _is_likened(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether "as" stands before a term, and nobody speaks: registered as “A”."""
    sentence = discourse.sentence_at(passage.outer.start)
    if sentence is None or any(s.cue.is_speech or s.cue.takes("as") for s in sentence.sayings):
        return False
    return _follows_likening(passage, sentence, discourse)


def _calls(sentence: Parsed) -> bool:
    return any(saying.cue.takes("as") for saying in sentence.sayings)


def _follows_likening(passage: Passage, sentence: Parsed, discourse: Discourse) -> bool:
    before = [token for token in sentence.tokens if token.end <= passage.outer.start]
    return bool(before) and before[-1].low in discourse.cues.likening


def _is_proper(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a string is a name where all nouns have capitals: der „Berliner Bote“.

    It begins with a capital, ends in no mark, and a definite article, a preposition or another noun
    stands right before it.
    """
    inner = passage.span.of(discourse.prose.text)
    sentence = discourse.sentence_at(passage.outer.start)
    tokens = sentence.tokens if sentence else ()
    before = [token for token in tokens if token.end <= passage.outer.start]
    if not inner[:1].isupper() or inner[-1:] in ".,!?…" or not before:
        return False
    last = before[-1]
    if last.kind == "quote" or last.low in {"oder", "und", "sowie"}:
        return len(before) > 1 and before[-2].kind == "quote"
    return last.kind == "word" and (
        last.low in discourse.cues.definite or "preposition" in last.classes or last.capital
    )


def _is_named(before: list[Token]) -> bool:
    """Tell whether a comma sets off a name or title of what stands before it: his show, “…”."""
    return (
        before[-1].text == ","
        and len(before) > 1
        and before[-2].kind == "word"
        and not any("complementizer" in token.classes for token in before[-2:])
    )


def _is_called(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a naming word before a string is what somebody does: she called it “…”."""
    sentence = discourse.sentence_at(passage.outer.start)
    return sentence is not None and any(
        saying.subject is not None
        and saying.cue.names
        and (saying.cue.passive or any(c.how in {"object", "quote", "as"} for c in saying.contents))
        and sentence.tokens[saying.cue.start].start < passage.outer.start
        for saying in sentence.sayings
    )


def _is_borrowed(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a few words in small letters are somebody's, whom no verb of speech names.

    They stand in what a person does or wants, or behind any cue; not right before a noun, as the
    writer's own scare quotes do: the “smart” house.
    """
    text = discourse.prose.text
    sentence = discourse.sentence_at(passage.outer.start)
    if sentence is None or not passage.span.of(text)[:1].islower():
        return False
    if discourse.cues.nouns_capital:
        return False  # a noun's modifier and a quotation begin alike
    at = next(i for i, t in enumerate(sentence.tokens) if t.end > passage.outer.start)
    if _is_prenominal(sentence.tokens, at):
        return False
    if any(saying.cue.start < at for saying in sentence.sayings):
        return True
    return any(c.start <= at < c.end for saying in sentence.sayings for c in saying.contents) or (
        acted(passage, discourse)
    )


def _is_prenominal(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a string stands between an article and its noun."""
    before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    if not before or not behind or behind[0].kind != "word" or not behind[0].unlisted:
        return False
    return bool(before[0].classes & {"determiner", "possessive", "preposition"})


def _is_title(passage: Passage, text: str) -> bool:
    """Tell whether two or more words all have the capitals of a title."""
    found = [span.of(text) for span in word_spans(text, passage.span)]
    weighty = [word for word in found if word.casefold() not in _SMALL]
    if len(found) == 1:  # the BBC’s “Today”
        return found[0][:1].isupper() and text[passage.outer.start - 3 : passage.outer.start] in {
            "’s ",
            "'s ",
        }
    return bool(weighty) and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)
