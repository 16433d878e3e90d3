"""Parsed sentences for tests, and what their parts say in plain words."""

from building import a_prose

from provcheck.extract.discourse import Discourse
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.syntax.content import Scope, Voice
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Parsed, Saying

RULES: Rulebook = load_rulebook()


def a_discourse(text: str, lang: str = "en", **known: object) -> Discourse:
    """The text taken apart by the shipped rules; a line is a paragraph."""
    return Discourse(a_prose(text, lang=lang, **known), RULES)


def a_sentence(text: str, lang: str = "en") -> Parsed:
    """The first sentence of a text, its quotations opaque."""
    return a_discourse(text, lang).sentences_of(0)[0]


def the_saying(text: str, cue: str, lang: str = "en") -> Saying | None:
    """What the first sentence says that somebody says by `cue`, or None where that is no cue."""
    sentence = a_sentence(text, lang)
    found = (s for s in sentence.sayings if words(sentence, s.cue.start, s.cue.end) == cue)
    return next(found, None)


def words(sentence: Parsed, start: int, end: int) -> str:
    """Tokens [start, end) as plain words, one space between them."""
    return " ".join(token.text for token in sentence.tokens[start:end])


def said(sentence: Parsed, phrase: Phrase | None) -> str | None:
    """A phrase as plain words, None for none."""
    return words(sentence, phrase.start, phrase.end) if phrase is not None else None


def a_scope(sentence: Parsed) -> Scope:
    """The sentence as the search for contents sees it."""
    voices = [Voice(saying.cue, saying.subject) for saying in sentence.sayings]
    return Scope(sentence.tokens, voices)
