"""What kind of difference lies between words of a quotation and words of its source."""

import re

from provcheck.language.names import same_name
from provcheck.model.edit import EditKind
from provcheck.model.value import Value
from provcheck.rulebook.lexicon import Lexicon

# realise, realize; a general likeness of letters proves nothing: county, country.
_ISE = re.compile(r"(?<=\w{3})[iy]s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
_ENDINGS = re.compile(r"(?:ing|ies|ied|ed|es|s|d|ly)$")
_CLAUSE = 4  # words from which what is left out is a clause of its own
_STEM = 3  # letters that two forms of one verb share


class Side(Value):
    """Words of one side: folded for comparing, and as written.

    `opens` tells whether the first one opens a sentence, where a capital proves no name.
    """

    norms: tuple[str, ...]
    written: tuple[str, ...]
    opens: bool = False


def kind_of(quote: Side, source: Side, lexicon: Lexicon) -> EditKind:
    """Return the kind of edit that made `quote` out of `source`; either may be empty, not both.

    The order of tests matters: what says the same first, then what changes the meaning most; a
    pronoun is tested before names, since "I" has a capital (reference: matching, edit typing).
    """
    if same_meaning(quote.norms, lexicon) == same_meaning(source.norms, lexicon):
        return EditKind.SPELLING_VARIANT
    if sorted(quote.norms) == sorted(source.norms):
        return EditKind.REORDER
    for test in (_negation, _number, _modality, _qualifier, _pronoun, _name, _tense, _spelling):
        kind = test(quote, source, lexicon)
        if kind is not None:
            return kind
    return _plain(quote, source, lexicon)


def same_meaning(norms: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words in the form that spelling variants, contractions and digits share."""
    words = f" {' '.join(norms)} "
    for phrase, plain in lexicon.equal.items():
        if " " in phrase:
            words = words.replace(f" {phrase} ", f" {plain} ")
    shared: list[str] = []
    for word in words.split():
        spelt = lexicon.spellings.get(word, word)
        shared += _digits(lexicon.equal.get(spelt, spelt), lexicon).split()
    return tuple(_summed(shared))


def _digits(word: str, lexicon: Lexicon) -> str:
    if word[:1].isdigit():
        return (
            word.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word) else word
        )
    return lexicon.numbers.get(word, word)


def _summed(words: list[str]) -> list[str]:
    """Return the words with "20 5" made "25": two number words that are one number."""
    summed: list[str] = []
    for word in words:
        tens = summed[-1] if summed else ""
        if word in "123456789" and len(word) == 1 and re.fullmatch(r"[2-9]0", tens):
            summed[-1] = str(int(tens) + int(word))
        else:
            summed.append(word)
    return summed


def _negation(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    if not (quote.norms and source.norms) and len(quote.norms + source.norms) > _CLAUSE:
        return None  # a whole clause left out or put in denies for itself
    ours, theirs = (
        sum(n in lexicon.negations or n in {"dont", "not"} for n in same_meaning(s.norms, lexicon))
        for s in (quote, source)
    )
    if ours % 2 != theirs % 2 or _opposite(quote, source, lexicon):
        return EditKind.NEGATION
    return None


def _opposite(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether one word is the other with a prefix that denies: possible, impossible."""
    if len(quote.norms) != 1 or len(source.norms) != 1:
        return False
    short, long = sorted((*quote.norms, *source.norms), key=len)
    return any(long == prefix + short for prefix in lexicon.denying_prefixes)


def _number(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    ours, theirs = _figures(quote, lexicon), _figures(source, lexicon)
    if ours == theirs:
        return None
    if quote.norms and source.norms:
        return EditKind.NUMBER
    # Left out or put in: only where nothing but the figure is, else it is a phrase with one in it.
    side = quote if quote.norms else source
    content = [n for n in side.norms if n not in lexicon.function_words]
    return EditKind.NUMBER if len(_figures(side, lexicon)) == len(content) else None


def _figures(side: Side, lexicon: Lexicon) -> list[str]:
    return [
        norm
        for norm in same_meaning(side.norms, lexicon)
        if norm[:1].isdigit()
        or norm[1:2].isdigit()
        or norm in lexicon.magnitudes
        or norm in lexicon.units
        or not norm[:1].isalnum()
    ]


def _modality(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    ours, theirs = (
        {n for n in same_meaning(side.norms, lexicon) if n in lexicon.modals}
        for side in (quote, source)
    )
    if ours == theirs:
        return None
    both = bool(ours) and bool(theirs)
    short = max(len(quote.norms), len(source.norms)) <= 3  # noqa: PLR2004  (the modal is the change)
    return EditKind.MODALITY if both or short else None


def _qualifier(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    ours, theirs = ({n for n in side.norms if n in lexicon.qualifiers} for side in (quote, source))
    if ours == theirs:
        return None
    others = [
        n
        for n in (*quote.norms, *source.norms)
        if n not in lexicon.qualifiers and n not in lexicon.function_words
    ]
    return EditKind.QUALIFIER if len(others) <= 1 or (ours and theirs) else None


def _pronoun(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    both = quote.norms and source.norms
    pronouns = all(n in lexicon.pronouns for n in (*quote.norms, *source.norms))
    return EditKind.PRONOUN if both and pronouns else None


def _name(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    ours, theirs = _names(quote, lexicon), _names(source, lexicon)
    if not ours and not theirs:
        return None
    if ours and theirs and same_name(" ".join(quote.written), " ".join(source.written)):
        return EditKind.SPELLING_VARIANT
    if quote.norms and source.norms:
        return EditKind.NAME
    side, names = (quote, ours) if quote.norms else (source, theirs)
    content = [n for n in side.norms if n not in lexicon.function_words]
    return EditKind.NAME if len(names) == len(content) else None


def _names(side: Side, lexicon: Lexicon) -> list[str]:
    inner = list(zip(side.norms, side.written, strict=True))
    if side.opens:
        inner = inner[1:]
    known = (*lexicon.pronouns, *lexicon.function_words)
    return [word for norm, word in inner if word[:1].isupper() and norm not in known]


def _tense(quote: Side, source: Side, lexicon: Lexicon) -> EditKind | None:
    both = (*quote.norms, *source.norms)
    if quote.norms and source.norms and all(n in lexicon.auxiliaries for n in both):
        return EditKind.TENSE
    if len(quote.norms) != 1 or len(source.norms) != 1:
        return None
    ours, theirs = (_stem(side.norms[0], lexicon) for side in (quote, source))
    irregular = all(side.norms[0] in {*lexicon.bases, *lexicon.forms} for side in (quote, source))
    return EditKind.TENSE if ours == theirs and (irregular or len(ours) >= _STEM) else None


def _stem(norm: str, lexicon: Lexicon) -> str:
    base = lexicon.bases.get(norm, norm)
    return re.sub(r"(.)\1$", r"\1", _ENDINGS.sub("", base)).removesuffix("e")


def _spelling(quote: Side, source: Side, _lexicon: Lexicon) -> EditKind | None:
    if len(quote.norms) != 1 or len(source.norms) != 1:
        joined = "".join(quote.norms) == "".join(source.norms)  # "well being", "wellbeing"
        return EditKind.SPELLING_VARIANT if joined else None
    ours, theirs = (_ISE.sub("iz", side.norms[0]) for side in (quote, source))
    return EditKind.SPELLING_VARIANT if ours == theirs else None


def _plain(quote: Side, source: Side, lexicon: Lexicon) -> EditKind:
    if not quote.norms:
        spoken = " ".join(source.norms)
        filler = spoken in lexicon.fillers or all(n in lexicon.fillers for n in source.norms)
        return EditKind.FILLER if filler else EditKind.OMISSION
    return EditKind.SUBSTITUTION if source.norms else EditKind.INSERTION
