"""Who a transcript's labels stand for: `THERON`, `Q`, `MR. OLT`, `Mara Theron, energy minister`."""

import re
from collections.abc import Iterable, Mapping

from provcheck.model.value import Value
from provcheck.rulebook.pages import PageRules
from provcheck.rulebook.people import people_rules

# Two to five words of a name, ended by its bearer's office, a bracket, a stop or the line's end.
_NAME = r"[A-Z][\w'’-]*\.?(?: (?:[A-Z][\w'’-]*\.?|van|von|de|der|da|del|al|bin|la|le)){1,4}"
_INTRODUCED = re.compile(rf"({_NAME})(?=\s*(?:$|[,;:(–—]|\.(?:\s|$)))")
_FULL_NAME = re.compile(rf"(?<![\w.]){_NAME}")
# What stands behind a comma or in brackets at a label's end: `Chair (Mara Theron)`.
_BESIDE = re.compile(r"(?:, |[(\[])(?P<beside>[^()\[\],]+)[)\]]?\s*$")
_BEARER = re.compile(rf"(?P<name>{_NAME})(?:, | \()(?P<office>[^\W\d_]{{2,30}})\b")
_RUN = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"\s+")


class Labels(Value):
    """What the head of a transcript says of its labels: normalised label to full name."""

    introduced: Mapping[str, str]
    names: tuple[str, ...] = ()
    interviewee: str | None = None


def key(label: str) -> str:
    """Return a label for comparison: lower case, single spaces, no article, no final stop."""
    return _BLANK.sub(" ", label).strip(" .*").casefold().removeprefix("the ")


def introduced_by(words: str) -> str | None:
    """Return the full name with which a labelled line of a head introduces its label, or None."""
    match = _INTRODUCED.match(words.strip())
    return match.group(1) if match else None


def names_in(head: str, labels: Iterable[str], rules: PageRules) -> tuple[str, ...]:
    """Return the full names in a head and in the labels themselves, in order, each once."""
    found = [match.group() for line in head.splitlines() for match in _FULL_NAME.finditer(line)]
    found += [name for label in labels if " " in (name := spoken_name(label, rules))]
    return tuple(dict.fromkeys(found))


def offices_in(head: str, rules: PageRules) -> dict[str, str]:
    """Return which nameless labels a head gives to whom: `Jan Olt (host)` gives host.

    An office that it gives to two people names neither.
    """
    nameless = {*rules.nameless_labels, *rules.question_labels}
    bearers: dict[str, set[str]] = {}
    for match in _BEARER.finditer(head):
        bearers.setdefault(key(match["office"]), set()).add(match["name"])
    return {
        office: names.pop()
        for office, names in bearers.items()
        if office in nameless and len(names) == 1
    }


def interviewee(head: str, rules: PageRules) -> str | None:
    """Return whom the head says that the interview is with, or None."""
    for phrase in rules.interviews:
        at = head.casefold().find(phrase)
        if at >= 0 and (match := _FULL_NAME.search(head, at + len(phrase), at + len(phrase) + 120)):
            return match.group()
    return None


def speaker(label: str, known: Labels, rules: PageRules) -> str | None:
    """Return who speaks under `label`: a full name where the transcript gives one.

    A label in capitals becomes an ordinary name. Labels that ask (Q, Interviewer) stand for
    themselves; a label that names nobody (A, Moderator, Speaker 1) gives None unless the
    transcript introduces it: a wrong name would put words into a mouth.
    """
    wanted = key(label)
    if wanted in known.introduced:
        return known.introduced[wanted]
    if beside := _named_beside(label, rules):
        return beside
    if key(spoken_name(label)).rstrip(" 0123456789") in rules.nameless_labels:
        return known.interviewee if _answers(wanted, rules) else None
    if wanted in rules.question_labels:
        return label.strip(" .*")
    name = spoken_name(label, rules)
    fuller = [full for full in known.names if _is_part(name, full)]
    return fuller[0] if len(set(fuller)) == 1 else name


def spoken_name(label: str, rules: PageRules | None = None) -> str:
    """Return the name in a label: without office after a comma, bracket, or capitals throughout."""
    name = _BLANK.sub(" ", re.split(r"[,(\[]", label, maxsplit=1)[0]).strip(" *")
    if name.isupper() and len(name) > 1:
        name = _RUN.sub(lambda run: run.group().capitalize(), name)
    if rules is None:
        return name
    words, titles = name.split(" "), {*rules.honorifics, *people_rules().honorifics}
    while len(words) > 1 and key(words[0]) in titles:
        words = words[1:]
    return " ".join(words)


def _named_beside(label: str, rules: PageRules) -> str | None:
    """Return the full name that an office's label gives behind itself: `Chair (Mara Theron)`.

    Before it stands an office that names nobody, or one word where the name is surely a person's.
    """
    office, match = key(spoken_name(label)), _BESIDE.search(label)
    name = spoken_name(match["beside"], rules) if match else ""
    if not _FULL_NAME.fullmatch(name):
        return None
    surely = " " not in office and key(name.split(" ")[0]) in people_rules().given
    return name if office in rules.nameless_labels or surely else None


def _answers(label: str, rules: PageRules) -> bool:
    """Tell whether a label is one under which an interview's only guest answers."""
    return label in rules.answer_labels


def _is_part(name: str, full: str) -> bool:
    """Tell whether `name` is the end of the longer name `full`, words compared without case."""
    short, long = key(name).split(" "), key(full).split(" ")
    return len(short) <= len(long) and long[-len(short) :] == short
