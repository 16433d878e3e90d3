"""Where a sentence says that somebody says something: its cues, told from nouns of one form."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provcheck.rulebook.cues import LanguageCues
from provcheck.rulebook.senses import Sense
from provcheck.syntax.forms import is_adverb, is_pronoun, is_verbal
from provcheck.syntax.homographs import is_verb
from provcheck.syntax.tokens import Token

_HELPING = frozenset({"auxiliary", "be"})
OWNER = "…"  # in a phrase: по … словам, whose words they are
_ADJECTIVES = 5  # words between an owner and its noun, at the most


class Cue(NamedTuple):
    """A cue at tokens [start, end); `group` is where its auxiliaries and adverbs begin.

    `passive` where what stands before it is not who speaks.
    """

    group: int
    start: int
    end: int
    sense: Sense
    passive: bool = False

    @property
    def is_phrase(self) -> bool:
        """Tell whether it is a phrase without a verb: according to."""
        return self.sense.tense.endswith("phrase")

    @property
    def is_verb(self) -> bool:
        """Tell whether it is a verb, finite or not."""
        return not self.is_phrase and not self.is_noun and not self.is_hearsay

    @property
    def is_hearsay(self) -> bool:
        """Tell whether it reports what is said without saying by whom: reportedly."""
        return self.sense.tense == "hearsay"

    @property
    def is_noun(self) -> bool:
        """Tell whether it is a noun with an owner: her claim that."""
        return self.sense.tense == "noun"

    @property
    def hangs_on(self) -> bool:
        """Tell whether it is a participle, whose subject is the sentence's: …, adding that."""
        return self.sense.tense == "participle"

    @property
    def is_asserted(self) -> bool:
        """Tell whether it says what was or is said, not what may be: said, not "to say"."""
        return self.sense.tense != "base"

    def takes(self, what: str) -> bool:
        """Tell whether any of its frames takes `what`."""
        return any(what in frame.takes for frame in self.sense.frames)

    @property
    def is_speech(self) -> bool:
        """Tell whether it says that words were uttered."""
        return self.is_phrase or any(frame.speech for frame in self.sense.frames)

    @property
    def names(self) -> bool:
        """Tell whether it gives somebody or something a name: call, describe as."""
        return any(frame.speech and "as" in frame.takes for frame in self.sense.frames)

    @property
    def utters(self) -> bool:
        """Tell whether it is a verb behind which the uttered words themselves stand."""
        return self.is_verb and self.is_speech and not self.takes("as") and not self.of

    @property
    def of(self) -> frozenset[str]:
        """Return the prepositions that may stand before what is said."""
        return frozenset(word for frame in self.sense.frames for word in frame.of)


def cues_in(tokens: Sequence[Token], language: LanguageCues) -> Iterator[Cue]:
    """Yield the cues among the tokens of a sentence, in order, none across another."""
    at = 0
    while at < len(tokens):
        found = _cue_at(tokens, at, language)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def _cue_at(tokens: Sequence[Token], at: int, language: LanguageCues) -> Cue | None:
    token = tokens[at]
    if token.kind != "word" or (token.capital and _is_named(tokens, at)):
        return None
    for sense in language.senses.get(token.low, ()):
        end = _end_of(tokens, at, sense)
        if end is None:
            continue
        if sense.tense == "trailing phrase" and (not at or tokens[at - 1].kind == "word"):
            continue
        if sense.tense in {"phrase", "trailing phrase", "hearsay"}:
            return Cue(at, at, end, sense)
        if sense.tense == "noun":
            if possessor(tokens, at) is not None:
                return Cue(at, at, end, sense)
        elif is_verb(tokens, at, sense, language):
            return _with_group(tokens, at, sense, language)
    return None


def _end_of(tokens: Sequence[Token], at: int, sense: Sense) -> int | None:
    """Return where a cue that begins at `at` ends, or None where its words do not follow there.

    Adverbs may part the words of hearsay: is not expected to.
    """
    for word in sense.words[1:]:
        at += 1
        while sense.tense == "hearsay" and at < len(tokens) and is_adverb(tokens[at]):
            at += 1
        owner = word == OWNER and at < len(tokens) and "possessive" in tokens[at].classes
        if at >= len(tokens) or (tokens[at].low != word and not owner):
            return None
    return at + 1


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word with a capital is a name: in a sentence, or before a verb of speech."""
    inside = at > 0 and tokens[at - 1].kind == "word"
    return inside or (at + 1 < len(tokens) and "cue" in tokens[at + 1].classes)


def possessor(tokens: Sequence[Token], at: int) -> int | None:
    """Return the word that owns the noun at `at`: her claim, the mayor’s loud call; or None."""
    for before in range(at - 1, max(at - _ADJECTIVES, -1), -1):
        token = tokens[before]
        if token.kind == "mark":
            return None
        if "possessive" in token.classes or _is_possessive(tokens, before):
            return before
        if token.classes:
            return None
    return None


def _with_group(tokens: Sequence[Token], at: int, sense: Sense, language: LanguageCues) -> Cue:
    """Return the cue with the auxiliaries, adverbs and governing verbs before it."""
    group, helped, passive = at, False, False
    end = at + len(sense.words)
    while group > 0:
        token = tokens[group - 1]
        if token.classes & _HELPING and not _is_possessive(tokens, group - 1):
            passive = passive or ("be" in token.classes and sense.tense in {"past", "perfect"})
            helped = True
        elif group > 1 and token.low in language.enclitics and tokens[group - 2].classes & _HELPING:
            group -= 1  # a-t-elle | expliqué
            helped = True
        elif _parts_verb(tokens, group):
            group -= _parts_verb(tokens, group) - 1
        elif not is_adverb(token) or token.kind != "word":
            break
        group -= 1
    while language.verb_second and group < at and is_adverb(tokens[group]):
        group += 1  # Gestern | sagte Olsen
    if sense.tense == "participle" and helped:
        sense = sense._replace(tense="present")
    passive = passive or (not helped and _is_reduced(tokens, group, (end, sense), language.agent))
    return Cue(group, at, end, sense, passive)


def _parts_verb(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens part the verb at `at` from its auxiliary: has | in the past | said."""
    if at > 1 and "time" in tokens[at - 1].classes:
        for start in range(at - 2, max(at - 4, 0), -1):
            if "preposition" in tokens[start].classes:
                return at - start if "auxiliary" in tokens[start - 1].classes else 0
    return 0


def _is_reduced(tokens: Sequence[Token], at: int, found: tuple[int, Sense], agent: str) -> bool:
    """Tell whether a participle hangs on the noun before it: items labelled “A” are; added by X.

    One that names something does where the clause has another verb behind what it is named.
    """
    end, sense = found
    if sense.tense != "past" or at == 0 or end >= len(tokens):
        return False
    before = tokens[at - 1]
    plain = before.kind == "word" and not before.capital and before.unlisted
    if plain and agent and tokens[end].low == agent:
        return True
    if not plain or not all("as" in frame.takes for frame in sense.frames):
        return False
    named = end + (bool(tokens[end].classes & {"definite", "indefinite"}))
    if named >= len(tokens) or tokens[named].kind != "quote":
        return False
    behind = tokens[named + 1 :]
    passive = any(agent and token.low == agent for token in behind[:1])
    governed = at > 1 and "preposition" in tokens[at - 2].classes  # a box of items labelled “A”
    verbs = any(is_verbal(tokens, i) for i in range(named + 1, len(tokens)))
    return passive or governed or verbs or _is_new(tokens, at, behind)


def _is_new(tokens: Sequence[Token], at: int, behind: Sequence[Token]) -> bool:
    """Tell whether a noun is new and its clause goes on behind its name: A pier dubbed “A” shut."""
    first = at > 1 and "indefinite" in tokens[at - 2].classes
    word = behind[0] if behind else None
    return first and word is not None and word.kind == "word" and not word.classes


def _is_possessive(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in {"'s", "’s"} and (at == 0 or not is_pronoun(tokens[at - 1]))
