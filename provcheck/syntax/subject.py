from typing import NamedTuple

from provcheck.syntax.phrases import Phrase


class Subject(NamedTuple):
    """A speaker's tokens; `inverted` where they stand behind the verb (“…,” said X).

    `described` is where a description before the name begins: the owner, Ada Brandvold, said.
    """

    phrase: Phrase
    inverted: bool = False
    described: int | None = None

    @property
    def opens(self) -> int:
        """Return the token with which the phrase and a description before it begin."""
        return self.phrase.start if self.described is None else self.described
