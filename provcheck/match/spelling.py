"""When words of two sides say the same in another spelling."""

import re
import unicodedata
from collections.abc import Iterator

from provcheck.match.numerals import ORDINAL_ENDINGS, numerals
from provcheck.match.side import Side
from provcheck.rulebook.lexicon import Lexicon

# realise, realize; a general likeness of letters proves nothing: county, country.
_ISE = re.compile(r"(?<=\w{3})[iy]s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
_CLITIC = re.compile(r"([^\W\d_]+)['’ʼ‘]([^\W\d_]{1,2})")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_REACH = 2  # words beside a quotation's end that may belong to a spelling
_FIGURE = re.compile(r"[-+]?\d.*|[$£€¥₽%‰]")


def same_meaning(norms: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words in the form that spelling variants, contractions and digits share."""
    words: list[str] = []
    for word in _phrased(list(norms), lexicon):
        # "21 st" is no saint.
        ordinal = bool(words) and words[-1].isdigit() and word in ORDINAL_ENDINGS
        words += (word,) if ordinal else lexicon.words.get(word, (word,))
    return tuple(numerals(words, lexicon))


def says_same(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether both sides, or the figures or the joint that they are part of, say the same."""
    return (
        any(_equal(ours, theirs, lexicon) for ours, theirs in _readings(quote, source, lexicon))
        or _masked(quote, source, lexicon)
        or _ranged(quote, source, lexicon)
    )


def one_word(ours: str, theirs: str, lexicon: Lexicon) -> bool:
    """Tell whether two words as written, alike when folded, are one word: not "US" and "us".

    Nor are "well" and "we'll", "were" and "we're", which an apostrophe alone tells apart.
    """
    norm = ours.casefold()
    if norm in lexicon.capitals and ours.isupper() != theirs.isupper():
        return False
    apostrophes = [bool(_CLITIC.fullmatch(word)) for word in (ours, theirs)]
    plain = ours if apostrophes[1] else theirs
    return apostrophes[0] == apostrophes[1] or plain.casefold() not in lexicon.classes["confusable"]


def spelt_out(side: Side, other: Side, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of `side` as `same_meaning` does, with what an apostrophe stands for.

    An apostrophe that may stand for two words ("he's") stands for the one that `other` has.
    """
    words: list[str] = []
    following = (*side.norms[1:], *side.after[:1], "")
    for norm, written, after in zip(side.norms, side.written, following, strict=False):
        if is_numero(written, after, lexicon):
            words.append("number")
        else:
            words += _word(norm, written, other.norms, lexicon)
    return same_meaning(tuple(words), lexicon)


def is_numero(written: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a word abbreviates "number" before a figure: No. 5, and not "no 5 ships"."""
    return (
        written.istitle()
        and written.casefold() in lexicon.classes["numero_words"]
        and (after[:1].isdigit())
    )


def _word(norm: str, written: str, other: tuple[str, ...], lexicon: Lexicon) -> list[str]:
    if norm in lexicon.capitals and written.isupper():
        return [lexicon.capitals[norm]]
    match = _CLITIC.fullmatch(written)
    if match is None or norm in lexicon.equal:
        return [norm]
    options = lexicon.clitics.get(match[2].casefold(), ())
    if not options:
        return [norm]
    stem = norm[: -len(match[2])]
    return [stem, next((option for option in options if option in other), options[0])]


def _phrased(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words with those phrases that have a shorter form put into it."""
    said: list[str] = []
    at = 0
    while at < len(words):
        for phrase, plain in lexicon.phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                said += plain
                at += len(phrase)
                break
        else:
            said.append(words[at])
            at += 1
    return said


def _readings(quote: Side, source: Side, lexicon: Lexicon) -> Iterator[tuple[Side, Side]]:
    """Yield both sides as they are, with the rest of a figure, and with the words at an end."""
    yield quote, source
    near = (*quote.before[-1:], *quote.norms, *source.norms, *quote.after[:1])
    if any(_numeric(n, lexicon) for n in near):
        yield _whole_figure(quote, lexicon), _whole_figure(source, lexicon)
    for reach in range(1, _REACH + 1):
        if not quote.before and not source.opens and len(source.before) >= reach:
            yield quote, source.widened(reach, 0)
        if not quote.after and len(source.after) >= reach:
            yield quote, source.widened(0, reach)


def _numeric(norm: str, lexicon: Lexicon) -> bool:
    return norm in lexicon.counting or bool(_FIGURE.fullmatch(norm))


def _whole_figure(side: Side, lexicon: Lexicon) -> Side:
    """Return a side with the parts of figures that stand right beside it."""
    before = after = 0
    while before < len(side.before) and _numeric(side.before[-1 - before], lexicon):
        before += 1
    while after < len(side.after) and _numeric(side.after[after], lexicon):
        after += 1
    return side.widened(before, after)


def _equal(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    ours, theirs = spelt_out(quote, source, lexicon), spelt_out(source, quote, lexicon)
    if not (ours and theirs):
        return False
    return (
        ours == theirs
        or any(_as(ours, *pair, lexicon) == _as(theirs, *pair, lexicon) for pair in _short(lexicon))
        or _joined(quote.norms, source.norms, lexicon)
        or [_ISE.sub("iz", word) for word in ours] == [_ISE.sub("iz", word) for word in theirs]
        or _umlauts_agree(quote, source)
    )


def _short(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for short, meanings in lexicon.ambiguous_units.items():
        yield from ((short, meaning) for meaning in meanings)


def _as(words: tuple[str, ...], short: str, meaning: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words with an abbreviation behind a figure read as `meaning`."""
    if short not in words:
        return words
    read = [
        meaning if word == short and i and words[i - 1][-1:].isdigit() else word
        for i, word in enumerate(words)
    ]
    return tuple(numerals(read, lexicon))


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether the same letters are written as one word or as two: well being, wellbeing.

    "may be" is not "maybe", and "no body" not "nobody": words that carry meaning stay apart.
    """
    if len(ours) == len(theirs) or "".join(ours) != "".join(theirs):
        return False
    negations = lexicon.classes["negations"] - lexicon.classes["denying_prefixes"]
    apart = (negations, *(lexicon.classes[name] for name in ("modals", "qualifiers", "one_words")))
    words = {*ours, *theirs}
    return not any(word[:1].isdigit() or any(word in each for each in apart) for word in words)


def _umlauts_agree(quote: Side, source: Side) -> bool:
    """Tell whether one side has ae, oe or ue where the other has ä, ö or ü."""
    ours, theirs = (
        unicodedata.normalize("NFC", " ".join(side.written).casefold()) for side in (quote, source)
    )
    return ours != theirs and ours.translate(_UMLAUTS) == theirs.translate(_UMLAUTS)


def _ranged(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a dash on one side is "to" on the other, between two figures: 4–6."""
    bare, worded = (quote, source) if not quote.norms else (source, quote)
    if bare.norms or len(worded.norms) != 1:
        return False
    figures = all(
        side[:1].isdigit() for side in ("".join(bare.before[-1:]), "".join(bare.after[:1]))
    )
    dash = bare.around[0].strip() in {"-", "–", "‐", "‑", "—"}
    return figures and dash and worded.norms[0] in lexicon.classes["range_words"]


def _masked(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether the quotation shows only the first and last letters of an expletive."""
    if len(source.norms) != 1 or source.norms[0] not in lexicon.classes["expletives"]:
        return False
    said, shown = source.norms[0], quote.norms
    ends = len(shown) == 1 or (len(shown) == 2 and said.endswith(shown[1]))  # noqa: PLR2004
    return ends and said.startswith(shown[0]) and len("".join(shown)) < len(said)
