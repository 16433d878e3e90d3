"""Finds the labels at the head of a transcript's lines, and what its head says they stand for."""

import re
from collections import Counter

from provcheck.model.value import Value
from provcheck.rulebook.pages import PageRules
from provcheck.rulebook.people import people_rules
from provcheck.sources.speakers import (
    Labels,
    interviewee,
    introduced_by,
    key,
    names_in,
    offices_in,
    spoken_name,
)

_TIME = r"[\[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_STAMP = re.compile(rf"^\s*{_TIME}(?:\s*(?:-->?|[-–—])\s*{_TIME})?\s*[-–—]?\s*")
# Up to 60 characters, then an office after a comma or in brackets, then a colon.
_LABEL = re.compile(
    r"^(?:\*\*|__)?(?P<label>[^\W\d_][^:,()\[\]{}<>\"“”?!;\n]{0,60}"
    r"(?:, [^:\n]{2,60}|\s?[(\[][^()\[\]:\n]{1,60}[)\]])?)"
    rf"(?:\s?{_TIME})?(?:\*\*|__)?\s?:(?:\*\*|__)?(?=\s|$)\s*"
)
_TIMED_LABEL = re.compile(rf"^(?P<label>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){{0,4}})[ \t]+{_TIME}$")
_CHANGE = re.compile(r"^\s*(?:>>+|&gt;&gt;)\s*")
_MOST_WORDS = 5
_INTRODUCTION_WORDS = 16
_HEAD_LINES = 30


class Line(Value):
    """One paragraph of a transcript; `label` as written, None where the speaker goes on.

    `text` is the paragraph without its time; `said` is where in it the spoken words begin.
    """

    text: str
    label: str | None = None
    said: int = 0

    @property
    def words(self) -> str:
        """Return what is said in the line."""
        return self.text[self.said :]


def line_of(paragraph: str, rules: PageRules) -> Line:
    """Return a paragraph with its label parted from its words, and its time dropped.

    A label is one to five words that begin with capitals, or one that asks or answers (Q, A).
    """
    timed = _TIMED_LABEL.match(paragraph)
    if timed and _is_name(timed["label"], rules):
        return Line(text=timed["label"], label=timed["label"], said=len(timed["label"]))
    text = _CHANGE.sub("", _STAMP.sub("", paragraph))
    match = _LABEL.match(text)
    if match and _is_name(match["label"], rules):
        return Line(text=text, label=match["label"].strip(), said=match.end())
    return Line(text=text)


def known_labels(lines: list[Line], rules: PageRules) -> tuple[Labels, frozenset[int]]:
    """Return what the head says of the labels, and the numbers of the lines that only say so.

    `THERON: Mara Theron, energy minister` introduces a label and is no speech, where the label
    comes back below.
    """
    uses = Counter(key(line.label) for line in lines if line.label)
    introduced: dict[str, str] = {}
    heads = set()
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if line.label is None or uses[key(line.label)] == 1:
            continue
        name = introduced_by(line.words)
        short = len(line.words.split()) <= _INTRODUCTION_WORDS
        if name and short and key(line.label) not in introduced and _stands_for(line, name, rules):
            introduced[key(line.label)] = name
            heads.add(i)
    head = _head(lines, heads)
    labels = [line.label for line in lines if line.label]
    known = Labels(
        introduced={**offices_in(head, rules), **introduced},
        names=tuple(dict.fromkeys((*introduced.values(), *names_in(head, labels, rules)))),
        interviewee=interviewee(head, rules),
    )
    return known, frozenset(heads)


def _head(lines: list[Line], heads: set[int]) -> str:
    """Return what stands before the first line of speech."""
    before = []
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if line.label is not None and i not in heads:
            break
        before.append(line.words if i in heads else line.text)
    return "\n".join(before)


def _is_name(label: str, rules: PageRules) -> bool:
    name = key(spoken_name(label))
    if name in rules.no_speakers or not name:
        return False
    if name in rules.question_labels or name.rstrip(" 0123456789") in rules.nameless_labels:
        return label[0].isupper()
    words = spoken_name(label).split(" ")
    return len(words) <= _MOST_WORDS and all(
        word[0].isupper() or word[0].isdigit() or (i and word in {*people_rules().particles, "and"})
        for i, word in enumerate(words)
        if word
    )


def _stands_for(line: Line, name: str, rules: PageRules) -> bool:
    """Tell whether a label may stand for a name: a part of it, its initials, or nobody's name."""
    label = key(spoken_name(line.label or "", rules))
    words = key(name).split(" ")
    initials = "".join(word[0] for word in words)
    nameless = label in rules.nameless_labels or label in rules.question_labels
    return label in words or label.replace(".", "") == initials or nameless
