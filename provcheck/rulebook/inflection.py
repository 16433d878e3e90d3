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
    if head == "be":
        for word, tense in (("am", "present"), ("are", "present"), ("were", "past")):
            yield Form((word, *rest), tense)


def _third(head: str) -> str:
    if head.endswith(_SIBILANT):
        return f"{head}es"
    return f"{head[:-1]}ies" if _ends_in_y(head) else f"{head}s"


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    return f"{head[:-1]}ied" if _ends_in_y(head) else f"{head}ed"


def _participle(head: str) -> str:
    return f"{head[:-1]}ing" if head.endswith("e") and not head.endswith("ee") else f"{head}ing"


def _ends_in_y(head: str) -> bool:
    return head.endswith("y") and head[-2] not in _VOWELS
