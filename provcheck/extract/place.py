"""A quotation's place in its sentence, and what a search there finds: who says it."""

from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Parsed, Saying
from provcheck.syntax.tokens import Token

_OPEN_ENDS = ",!?…—–"
_CLOSING = "\"'”’»“‘«」 \n\u00a0\u202f"


class Attribution(Value):
    """A cue as written, the speaker it names, and the clause that they stand in."""

    speaker: Span
    cue: str
    clause: Span


class Place:
    """A quotation as one token, number `at`, of its sentence."""

    def __init__(self, passage: Passage, sentence: Parsed, at: int, discourse: Discourse) -> None:
        self.passage, self.sentence, self.at = passage, sentence, at
        self.discourse, self.text = discourse, discourse.prose.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return self.sentence.tokens

    @property
    def ends_open(self) -> bool:
        """Tell whether the quotation ends as one does before "he said"."""
        inner = self.tokens[self.at].text.rstrip(_CLOSING)
        behind = self.tokens[self.at + 1 : self.at + 2]
        return inner[-1:] in _OPEN_ENDS or any(token.text in {",", "—", "–"} for token in behind)

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the quotation ends as a sentence does, though its own goes on behind it."""
        return self.at + 1 < len(self.tokens) and self.tokens[self.at].text[-2:-1] in ".!?"

    def attributed(self, phrase: Phrase, cue: str) -> Attribution:
        """Return the attribution to the words of `phrase`."""
        return Attribution(
            speaker=self.sentence.of(phrase), cue=" ".join(cue.split()), clause=self.sentence.span
        )

    def said(self, saying: Saying) -> Attribution | None:
        """Return the attribution to the subject of a saying, or None where it has none."""
        if saying.subject is None:
            return None
        cue = self.sentence.of(Phrase(saying.cue.start, saying.cue.end)).of(self.text)
        return self.attributed(saying.subject.phrase, cue)


def places(passage: Passage, discourse: Discourse) -> Iterator[Place]:
    """Yield where the parts of a quotation stand, in order."""
    for sentence in discourse.sentences_in(passage.outer):
        for at, token in enumerate(sentence.tokens):
            inside = passage.outer.start <= token.start < passage.outer.end
            if token.kind == "quote" and inside:
                yield Place(passage, sentence, at, discourse)
