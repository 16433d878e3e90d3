"""Quoted strings that are names: titles of works, terms, words as words, proper names."""

from provcheck.extract.string import QuotedString

_SMALL = frozenset({"preposition", "coordinator", "definite", "indefinite"})
_NONE: frozenset[str] = frozenset()
_LONG = 4  # words from which even a string that a naming word introduces may be speech


def is_named(string: QuotedString) -> bool:
    """Tell whether a naming word stands before a string: the so-called “A”, a film entitled “B”.

    What somebody calls something is theirs; a long string that a cue governs is speech.
    """
    pattern = string.cues.names
    if pattern is None or not pattern.search(string.lead) or string.called:
        return False
    return len(string.words) < _LONG or not string.attributed or _is_within(string)


def _is_within(string: QuotedString) -> bool:
    """Tell whether a string stands inside a longer statement: whether the motto, “A”, was meant."""
    return any(
        content.start < string.at < content.end - 1 and content.how in {"clause", "bare"}
        for saying in string.sayings
        for content in saying.contents
    )


def is_title(string: QuotedString) -> bool:
    """Tell whether a string has the capitals of a title, and nobody is said to utter it."""
    if not _has_capitals(string) or _is_contracted(string) or _is_uttered(string):
        return False
    return not (string.attributed and (_is_introduced(string) or string.called))


def is_proper_name(string: QuotedString) -> bool:
    """Tell whether a string is a name where all nouns have capitals: der „Berliner Bote“.

    It begins with a capital, ends in no mark, and a definite article, a preposition or another noun
    stands right before it; or it is joined to such a one. Not what somebody calls something.
    """
    if not string.cues.nouns_capital or not string.before or _is_calling(string):
        return False
    if not string.inner[:1].isupper() or string.inner[-1:] in ".,!?…":
        return False
    last = string.before[-1]
    if last.kind == "quote" or "coordinator" in last.classes:
        return len(string.before) > 1 and string.before[-2].kind == "quote"
    return last.kind == "word" and (
        last.low in string.cues.definite or "preposition" in last.classes or last.capital
    )


def _is_calling(string: QuotedString) -> bool:
    """Tell whether a noun is what somebody calls something: sprach von „Wahnsinn“, den „Untergang“.

    It stands right behind the cue, or is no name by its capitals and no preposition governs it.
    """
    if any(saying.cue.end == string.at and saying.cue.names for saying in string.sayings):
        return True
    governed = len(string.before) > 1 and "preposition" in string.before[-2].classes
    plain = len(string.words) == 1 or any(word.islower() for word in string.words)
    return string.called and plain and not governed


def _has_capitals(string: QuotedString) -> bool:
    """Tell whether all weighty words have capitals; a single one where an owner precedes it."""
    if len(string.words) == 1:  # the BBC’s “Today”
        owned = string.lead.endswith(("’s ", "'s "))
        return string.words[0][:1].isupper() and owned
    classes = string.cues.classes
    weighty = [w for w in string.words if not classes.get(w.casefold(), _NONE) & _SMALL]
    return bool(weighty) and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)


def _is_contracted(string: QuotedString) -> bool:
    """Tell whether a string opens with a pronoun and its verb, as titles seldom do: It’s Olsen."""
    first = string.inner.partition(" ")[0].replace("’", "'")
    pronoun, clitic, _ = first.lower().partition("'s")
    return bool(clitic) and pronoun in string.cues.classes


def _is_uttered(string: QuotedString) -> bool:
    """Tell whether a verb of speech stands right before, whoever its subject is: chanting “A”."""
    comma = bool(string.before) and string.before[-1].text in {",", ":"}
    return any(
        saying.cue.utters and saying.cue.end in {string.at, string.at - comma}
        for saying in string.sayings
    )


def _is_introduced(string: QuotedString) -> bool:
    """Tell whether what stands before a string in capitals introduces speech, not a title."""
    if not string.before:
        return True
    last = string.before[-1]
    if last.kind == "mark":
        return last.text in {":", ",", "—", "–"} and not _is_set_off(string)
    governing = {"preposition", "possessive", "determiner", "coordinator"}
    return not (last.classes & governing or last.capital or last.low in {"'s", "’s"})


def _is_set_off(string: QuotedString) -> bool:
    """Tell whether a comma sets off the title of what stands before it: his show, “…”."""
    before = string.before
    return (
        before[-1].text == ","
        and len(before) > 1
        and before[-2].kind == "word"
        and not any("complementizer" in token.classes for token in before[-2:])
    )
