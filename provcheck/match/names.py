"""Names in a statement, and whether a passage has them, lacks them or has others for them."""

import re
from collections.abc import Iterator

from provcheck.language.names import name_key, same_name
from provcheck.match.reading import Reading
from provcheck.model.span import Span
from provcheck.rulebook.people import people_rules

_SHARED = 5  # letters by which Ostreva and Ostrevan are one
_TOLD = 4  # letters of a word of a name that proves it


def names_in(reading: Reading, *, opens: bool) -> tuple[Span, ...]:
    """Return the names in a text: capitals within a sentence, or two in a row.

    `opens` tells whether the text begins a sentence, where one capital alone proves nothing.
    Where all nouns have capitals only two words or more in a row are taken for a name.
    """
    found = []
    taken = [*(day.span for day in reading.days), *(f.whole for f in reading.figures)]
    for first, last in _runs(reading):
        span = reading.tokens.span(first, last)
        alone = last - first == 1
        heads = alone and _heads(reading, first, opens=opens)
        if heads or (alone and reading.language.nouns_capital):
            continue
        if not any(other.meets(span) for other in taken):
            found.append(span)
    return tuple(found)


def _heads(reading: Reading, at: int, *, opens: bool) -> bool:
    if at == 0:
        return opens
    between = reading.text[reading.tokens.ends[at - 1] : reading.tokens.starts[at]]
    return bool(re.search(r"[.!?:…\n“\"„«]", between))


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield each run of words with capitals, particles within it taken along."""
    tokens, at = reading.tokens, 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and _joins(reading, at, last):
            last += 1
        while last > at and tokens.norms[last - 1] in people_rules().particles:
            last -= 1
        if last > at:
            yield at, last
        at = max(last, at + 1)


def _joins(reading: Reading, first: int, at: int) -> bool:
    tokens = reading.tokens
    if at > first and reading.text[tokens.ends[at - 1] : tokens.starts[at]].strip("- "):
        return False
    capital = reading.text[tokens.starts[at]].isupper()
    empty = tokens.norms[at] in reading.language.empty
    return (capital and not empty) or (at > first and tokens.norms[at] in people_rules().particles)


def bears(name: str, text: str, others: tuple[str, ...]) -> bool:
    """Tell whether `text` has `name`: one of the names in it (`others`), its surname, initials."""
    if any(same_name(name, other) for other in others):
        return True
    if any(
        name_key(_last(name)) == name_key(_last(other)) for other in others if _given(name, other)
    ):
        return False  # the same surname with another given name
    words = re.findall(r"[^\W\d_]+", text)
    wanted = [
        w for w in re.findall(r"[^\W\d_]+", name) if w.casefold() not in people_rules().particles
    ]
    if not wanted:
        return True
    keys = {name_key(word) for word in words}
    if name_key(wanted[-1]) in keys or _short_for(wanted, words):
        return True
    likely = wanted[-1] if len(wanted[-1]) >= _TOLD else max(wanted, key=len)
    return any(_alike(likely, word) for word in words)


def _given(name: str, other: str) -> bool:
    return len(name.split()) > 1 and len(other.split()) > 1


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def _alike(one: str, two: str) -> bool:
    """Tell whether one word is the other with an ending: Ostreva, Ostrevan, Ostrevas."""
    short, long = sorted((one.casefold(), two.casefold()), key=len)
    shared = len(short) - (len(short) > _SHARED)
    return len(short) >= _TOLD and len(long) - len(short) <= 3 and long.startswith(short[:shared])  # noqa: PLR2004


def _short_for(name: list[str], words: list[str]) -> bool:
    """Tell whether a name is an abbreviation that the words spell out, or the other way round."""
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1:
        letters = "".join(word[0] for word in words if word[0].isupper())
        return name[0] in letters
    capitals = "".join(word[0] for word in name if word[0].isupper())
    return len(capitals) > 1 and capitals in words


def replaced(ours: Reading, name: Span, theirs: Reading, others: tuple[Span, ...]) -> Span | None:
    """Return the name that the passage has in the place of a claim's, or None.

    In its place: beside the same term on the same side, behind the same small word. Where several
    names could be meant, none is told.
    """
    found = [
        other
        for other in others
        if _same_place(ours, name, theirs, other)
        and not bears(other.of(theirs.text), ours.text, (name.of(ours.text),))
        and not same_name(name.of(ours.text), other.of(theirs.text))
    ]
    return found[0] if len(found) == 1 else None


def _same_place(ours: Reading, name: Span, theirs: Reading, other: Span) -> bool:
    before, its_before = ours.before(name), theirs.before(other)
    after, its_after = ours.after(name), theirs.after(other)
    if before is not None and its_before is not None and before.stem == its_before.stem:
        return _link(ours, name) == _link(theirs, other)
    heads = before is None and (its_before is None or its_before.norm in ours.language.telling)
    same = after is not None and its_after is not None and after.stem == its_after.stem
    return bool(heads and same and _link(ours, name) == _link(theirs, other))


def _link(reading: Reading, span: Span) -> str:
    """Return the small word right before a span, articles left out: from, by."""
    ahead = [
        n
        for n, end in zip(reading.tokens.norms, reading.tokens.ends, strict=True)
        if end <= span.start
    ]
    ahead = [n for n in ahead if n not in {"the", "a", "an"}]
    last = ahead[-1] if ahead else ""
    return (
        last if last in reading.language.empty and last not in reading.language.auxiliaries else ""
    )
