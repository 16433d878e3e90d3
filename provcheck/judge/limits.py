"""Whether words limit what stands beside them: by rules/limits.yaml, on words as spoken."""

import re

from provcheck.judge.clauses import (
    after_phrase,
    ends,
    governing,
    holds,
    padded,
    parts,
    starts,
    without,
    without_end,
)
from provcheck.rulebook.limits import LimitWords

_PAUSE = re.compile(r"\s*(?:[.,;:!?…—–)\"”’»]|$)")
_PARTED = re.compile(r"\s*[,;:—–-]")
_CLAUSE_ENDS = re.compile(r"[,;:—–](?=\s|$)")
_CAPITALS = re.compile(r"(?<=\w\s)[^\W\d_a-z]\w*")
_NEARBY = 4  # words between a third party and its saying, or before a dismissal
_RIGHT_BEFORE = 2  # words before a fragment in which a denial denies it and nothing else
_FURTHER = 8  # words behind the cut within which a condition still belongs to what was said


def opens_limit(rest: str, words: LimitWords) -> bool:
    """Tell whether `rest` runs a sentence on into a limit: "unless …", ", but only …".

    Behind a few more words of the same clause a condition still counts: "this year unless …".
    """
    if starts(rest, words.idle):
        return False
    if starts(rest, words.openers):
        return True
    if not _PARTED.match(rest):
        return starts(rest, words.unparted) or _runs_into_condition(rest, words)
    return False


def closes_with_limit(rest: str, words: LimitWords) -> bool:
    """Tell whether `rest` begins with words that weaken what they close: ", perhaps."."""
    hits = (phrase for phrase in words.closers if starts(rest, (phrase,)))
    return any(_PAUSE.match(after_phrase(rest, phrase)) for phrase in hits)


def bounds(said: str, rest: str, words: LimitWords) -> bool:
    """Tell whether `rest` says how far a denial reaches: "We will not sail | until May"."""
    return starts(rest, words.bounds) and _negated(said, words)


def dismisses(rest: str, words: LimitWords) -> bool:
    """Tell whether `rest` says of the clause before it that it is not so: "is nonsense"."""
    clause = _CLAUSE_ENDS.split(rest.lstrip(" ,"))[0]
    near = padded(" ".join(padded(clause).split()[: _NEARBY + 2]))
    return holds(near, words.dismissals) and not holds(near, words.joints)


def opens_correction(following: str, words: LimitWords) -> bool:
    """Tell whether a sentence opens by taking back or limiting the one before."""
    return starts(following, words.corrections)


def opens_condition(lead_in: str, words: LimitWords) -> bool:
    """Tell whether a clause before the words makes what follows `lead_in` depend on it.

    A new statement behind it ("If they want a fight, they can have it, and …") does not depend.
    """
    *before, last = parts(lead_in)
    if before and starts(last, words.joints):
        return False
    return any(_is_condition(part, words) for part in (*before, last))


def depends(lead_in: str, said: str, words: LimitWords) -> bool:
    """Tell whether what would be depends on what is named first: "Without him, | we would …"."""
    head = parts(lead_in)[0]
    unreal = holds(padded(said), words.unreal) or _negated(said, words)
    return unreal and starts(_bare(head, words), words.bounds)


def denies(lead_in: str, words: LimitWords, quoted: str = "") -> bool:
    """Tell whether the clause that leads into some words denies or doubts them.

    A denial reaches as far as the next "and" or "but": what follows is a statement of its own.
    "Nobody denies" affirms, and so does "I did not know", which takes for granted what follows.
    """
    if starts(quoted, words.joints):
        return False
    joined = without(governing(lead_in, quoted, words), words.affirmations)
    clause = _clause(lead_in, quoted, words)
    linked = without_end(without_end(clause, words.links), words.complements)
    doubted = any(ends(each, words.deniers) for each in (joined, clause, linked))
    known = ends(without_end(clause, words.negations), words.factives)
    known = known or ends(clause, words.copulas)
    return (holds(clause, words.negations) and not known) != doubted


def denies_next(lead_in: str, words: LimitWords) -> bool:
    """Tell whether the last word but an article before some words denies them: "not a"."""
    plain = without(padded(lead_in), words.affirmations).split()
    return holds(padded(" ".join(plain[-_RIGHT_BEFORE:])), words.negations)


def supposes(lead_in: str, words: LimitWords, quoted: str = "") -> bool:
    """Tell whether the clause before some words sets them as not asserted: "Suppose", "as if"."""
    return ends(_clause(lead_in, quoted, words), words.suppositions)


def lends_voice(lead_in: str, words: LimitWords, quoted: str = "") -> bool:
    """Tell whether the clause before some words gives them to a third party: "My opponent says"."""
    clause = _clause(lead_in, quoted, words)
    spoken = without_end(clause, words.sayings)
    if spoken == clause or holds(spoken, words.own):
        return False
    near = padded(" ".join(spoken.split()[-_NEARBY - 2 :]))
    return starts(_bare(clause, words), words.others) or ends(near, words.others)


def asks(lead_in: str, words: LimitWords) -> bool:
    """Tell whether `lead_in` opens a question: "Do I think", "Have we"."""
    return any(starts(_bare(part, words), words.questions) for part in parts(lead_in))


def disclaims(lead_in: str, words: LimitWords) -> bool:
    """Tell whether `lead_in` names a thought without holding it: "The idea that", "That"."""
    clause = without_end(governing(lead_in, "", words), words.complements)
    return ends(clause, words.links) or (not clause.strip() and bool(padded(lead_in).strip()))


def weakens(lead_in: str, words: LimitWords, quoted: str = "") -> bool:
    """Tell whether the words right before make some less certain or less general: "Maybe"."""
    return ends(_clause(lead_in, quoted, words), words.weakeners)


def limits(passage: str, words: LimitWords) -> bool:
    """Tell whether a passage holds a negation, a condition, a hedge or a third party's saying.

    Hedges count in small letters only: "in May" is a month.
    """
    plain = without(padded(passage), words.affirmations)
    small = padded(_CAPITALS.sub("", passage))
    if holds(plain, (*words.negations, *words.conditions, *words.deniers)):
        return True
    return holds(small, words.hedges) or _names_a_voice(plain, words)


def _names_a_voice(plain: str, words: LimitWords) -> bool:
    told = plain.split()
    last = {saying.split()[-1] for saying in words.sayings}
    return any(
        lends_voice(" ".join(told[max(at - 2 * _NEARBY, 0) : at + 1]), words)
        for at, word in enumerate(told)
        if word in last
    )


def _is_condition(part: str, words: LimitWords) -> bool:
    """Tell whether a part between commas is a condition, at its head or behind "I think that"."""
    heads = [_bare(part, words)]
    plain = padded(part)
    for complement in words.complements:
        before, found, after = plain.partition(padded(complement))
        heads += [after] if found and before.strip() else []
    return any(starts(head, words.conditions) and not starts(head, words.asides) for head in heads)


def _bare(part: str, words: LimitWords) -> str:
    """Return a clause less the joints and short calls at its head: "And so if we win"."""
    plain = padded(part)
    for _ in words.joints:
        joint = next((j for j in words.joints if starts(plain, (j,))), None)
        if joint is None:
            break
        plain = " " + plain.lstrip().removeprefix(joint).lstrip()
    return plain


def _runs_into_condition(rest: str, words: LimitWords) -> bool:
    clause = padded(_CLAUSE_ENDS.split(rest)[0]).split()[:_FURTHER]
    # What joins a question too ("if" for "whether") is none for certain.
    firm = frozenset(words.conditions) & frozenset(words.openers) - frozenset(words.links)
    for at, word in enumerate(clause):
        if word in words.joints:
            return False
        if starts(" ".join(clause[at:]), firm):
            return True
    return False


def _clause(lead_in: str, quoted: str, words: LimitWords) -> str:
    """Return the governing clause less its joining "that" and what only looks like a limit."""
    joined = without(governing(lead_in, quoted, words), words.affirmations)
    return without_end(joined, words.complements)


def _negated(said: str, words: LimitWords) -> bool:
    return holds(without(padded(said), words.affirmations), words.negations)
