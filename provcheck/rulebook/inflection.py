"""The forms of a verb, derived from its lemma."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

_SIBILANT = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


class Form(NamedTuple):
    """A form of a verb: its words, and "base", "present", "past", "perfect" or "participle"."""

    words: tuple[str, ...]
    tense: str


Inflection = Callable[[str], Iterable[Form]]


def english_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[Form]:
    """Yield the forms of an English verb, particles kept behind: "point out", "pointed out".

    `irregular` gives third person, past, perfect and participle of the verbs that do not follow
    the rules of spelling (-s, -ed, -ing; a final e dropped, y after a consonant turned to i).
    """
    head, *rest = lemma.split()
    known = irregular.get(head) or (_third(head), _past(head), _past(head), _participle(head))
    tenses = ("base", "present", "past", "perfect", "participle")
    for word, tense in zip((head, *known), tenses, strict=True):
        yield Form((word, *rest), tense)
        if _doubles_l(head, word):  # signaled, signalled
            yield Form((f"{head}l{word.removeprefix(head)}", *rest), tense)
    if head == "be":
        for word, tense in (("am", "present"), ("are", "present"), ("were", "past")):
            yield Form((word, *rest), tense)


def _doubles_l(head: str, word: str) -> bool:
    """Tell whether British spelling writes a form with a second l."""
    single = len(head) > 3 and head[-1] == "l" and head[-2] in _VOWELS and head[-3] not in _VOWELS  # noqa: PLR2004
    return single and word in {f"{head}ed", f"{head}ing"}


def _third(head: str) -> str:
    if head.endswith(_SIBILANT):
        return f"{head}es"
    return f"{head[:-1]}ies" if _ends_in_y(head) else f"{head}s"


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    return f"{head[:-1]}ied" if _ends_in_y(head) else f"{head}ed"


def _participle(head: str) -> str:
    if head.endswith("ie"):
        return f"{head[:-2]}ying"
    return f"{head[:-1]}ing" if head.endswith("e") and not head.endswith("ee") else f"{head}ing"


def _ends_in_y(head: str) -> bool:
    return head.endswith("y") and head[-2:-1] not in _VOWELS
