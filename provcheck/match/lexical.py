"""What kind of difference lies between words of a quotation and words of its source."""

import unicodedata

from provcheck.match.asides import is_filler, is_repeated, is_unspoken
from provcheck.match.naming import names, same_names
from provcheck.match.side import Side, trimmed
from provcheck.match.spelling import one_word, same_meaning, says_same, spelt_out
from provcheck.match.verbs import tense
from provcheck.model.edit import EditKind
from provcheck.rulebook.lexicon import Lexicon

__all__ = ["Side", "kind_of", "same_meaning"]

_SIGNS = {"Sm", "Sc", "Po", "Pd"}  # < and =, $, %, minus
_CLAUSE = 4  # words from which what is left out is a clause of its own
_LED = 3  # words of the source before an edit in which a quotation's first word is looked for
_SHORT = 3  # words of an edit of which a modal is the point


def kind_of(quote: Side, source: Side, lexicon: Lexicon) -> EditKind:
    """Return the kind of edit that made `quote` out of `source`; either may be empty, not both.

    The order of tests matters: what says the same first, then what changes the meaning most; a
    pronoun is tested before names, since "I" has a capital (reference: matching, edit typing).
    """
    if is_unspoken(quote, source, lexicon):
        return EditKind.TYPOGRAPHY
    if not quote.norms and is_repeated(source, lexicon):
        return EditKind.FILLER
    if quote.norms != source.norms:
        quote, source = trimmed(quote, _from_start(quote, source))
        if sorted(quote.norms) == sorted(source.norms):
            return EditKind.REORDER
        same = says_same(quote, source, lexicon)
    else:
        same = _one_by_one(quote, source, lexicon)
    if same:
        return EditKind.SPELLING_VARIANT
    edit = _Edit(quote, source, lexicon)
    for test in (_negation, _number, _usage, _tense, _modality, _qualifier, _pronoun, _name):
        kind = test(edit)
        if kind is not None:
            return kind
    return _plain(edit)


def _one_by_one(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    pairs = zip(quote.written, source.written, strict=True)
    return all(one_word(ours, theirs, lexicon) for ours, theirs in pairs)


def _from_start(quote: Side, source: Side) -> Side:
    """Return the source with the words before it, where the quotation's first word is among them.

    At a quotation's head as many words of the source are laid beside it as the quotation has: in
    "the chair" for "the leather chair" that leaves the article out.
    """
    if not quote.norms or quote.before or source.opens or quote.norms[:1] == source.norms[:1]:
        return source
    for reach in range(1, min(len(source.before), _LED) + 1):
        if source.before[-reach] == quote.norms[0]:
            return source.widened(reach, 0)
    return source


class _Edit:
    """Both sides of an edit, as written and spelt out."""

    def __init__(self, quote: Side, source: Side, lexicon: Lexicon) -> None:
        self.quote, self.source, self.lexicon = quote, source, lexicon
        self.ours = spelt_out(quote, source, lexicon)
        self.theirs = spelt_out(source, quote, lexicon)

    @property
    def one_sided(self) -> bool:
        """Tell whether words were only put in or only left out."""
        return not (self.ours and self.theirs)

    @property
    def single(self) -> bool:
        """Tell whether one word stands for one word."""
        return len(self.quote.norms) == len(self.source.norms) == 1

    @property
    def norms(self) -> tuple[str, ...]:
        """Return the words of both sides."""
        return (*self.quote.norms, *self.source.norms)

    def side(self) -> Side:
        """Return the side that has words, the source's where both have."""
        return self.source if self.source.norms else self.quote

    def held(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of each side that are in a class."""
        words = self.lexicon.classes[name]
        return words.intersection(self.ours), words.intersection(self.theirs)


def _negation(edit: _Edit) -> EditKind | None:
    if edit.one_sided and len(edit.norms) > _CLAUSE:
        return None  # a whole clause left out or put in denies for itself
    denies = edit.lexicon.classes["negations"]
    ours, theirs = (sum(n in denies for n in words) for words in (edit.ours, edit.theirs))
    return EditKind.NEGATION if ours % 2 != theirs % 2 or _opposite(edit) else None


def _opposite(edit: _Edit) -> bool:
    """Tell whether one word is the other with a part that denies: possible, careful, careless."""
    if not edit.single:
        return False
    short, long = sorted(edit.norms, key=len)
    if long in edit.lexicon.classes["not_denied"]:
        return False
    if any(long == prefix + short for prefix in edit.lexicon.denying_prefixes):
        return True
    stems = {word.removesuffix("less") for word in edit.norms if word.endswith("less")}
    return not stems.isdisjoint(edit.norms) or not stems.isdisjoint(
        word.removesuffix("ful") for word in edit.norms if word.endswith("ful")
    )


def _number(edit: _Edit) -> EditKind | None:
    ours, theirs = _figures(edit.ours, edit), _figures(edit.theirs, edit)
    if ours == theirs:
        return None
    if not edit.one_sided:
        return EditKind.NUMBER
    # Left out or put in: only where nothing but the figure is, else it is a phrase with one in it.
    function = edit.lexicon.classes["function_words"]
    content = [n for n in edit.ours or edit.theirs if n not in function]
    figures = ours or theirs
    return EditKind.NUMBER if len(figures) == len(content) and _counts(figures, edit) else None


def _figures(words: tuple[str, ...], edit: _Edit) -> list[str]:
    return [
        word
        for word in words
        if word in edit.lexicon.figures
        or word[:1].isdigit()
        or word[1:2].isdigit()
        or unicodedata.category(word[0]) in _SIGNS
    ]


def _counts(figures: list[str], edit: _Edit) -> bool:
    """Tell whether a unit or an amount was lost, and not a plain word such as "day"."""
    side = edit.side()
    plain = edit.lexicon.classes["units"]
    beside = (*side.before[-1:], *side.after[:1])
    return any(f not in plain for f in figures) or any(edit.lexicon.number(n) for n in beside)


def _usage(edit: _Edit) -> EditKind | None:
    pair = frozenset(edit.norms)
    return EditKind.SUBSTITUTION if edit.single and pair in edit.lexicon.exchanged else None


def _tense(edit: _Edit) -> EditKind | None:
    return EditKind.TENSE if tense(edit.quote, edit.source, edit.lexicon) else None


def _modality(edit: _Edit) -> EditKind | None:
    ours, theirs = (_modals(side, edit) for side in (edit.quote, edit.source))
    if ours == theirs:
        return None
    both = bool(ours) and bool(theirs)
    short = max(len(edit.quote.norms), len(edit.source.norms)) <= _SHORT
    return EditKind.MODALITY if both or short else None


def _modals(side: Side, edit: _Edit) -> frozenset[str]:
    """Return the modal words of a side; no month of May, and no plan without "to" behind it."""
    modals, intentions = (edit.lexicon.classes[name] for name in ("modals", "intentions"))
    named = {n for n, w in zip(side.norms, side.written, strict=True) if w.istitle()}
    named = set() if side.opens else named
    words = edit.ours if side is edit.quote else edit.theirs
    following = (*words[1:], *side.after[:1]) if words else ()
    intends = {word for word, after in zip(words, following, strict=False) if after == "to"}
    return (modals.intersection(words) - named) | (intentions & intends)


def _qualifier(edit: _Edit) -> EditKind | None:
    ours, theirs = edit.held("qualifiers")
    if ours == theirs or _is_preposition(edit, ours ^ theirs):
        return None
    function = edit.lexicon.classes["function_words"] | edit.lexicon.classes["qualifiers"]
    others = [n for n in (*edit.ours, *edit.theirs) if n not in function]
    swapped = 0 if edit.one_sided else 1  # a phrase with a qualifier in it is a phrase
    return EditKind.QUALIFIER if len(others) <= swapped or (ours and theirs) else None


def _is_preposition(edit: _Edit, changed: frozenset[str]) -> bool:
    """Tell whether "about" or "around" stands for another preposition: talk about, talk of."""
    prepositions = edit.lexicon.classes["prepositions"]
    return bool(changed) and edit.single and all(n in prepositions for n in edit.norms)


def _pronoun(edit: _Edit) -> EditKind | None:
    pronouns = edit.lexicon.classes["pronouns"]
    all_of_them = all(n in pronouns for n in edit.norms)
    return EditKind.PRONOUN if not edit.one_sided and all_of_them else None


def _name(edit: _Edit) -> EditKind | None:
    ours, theirs = (names(side, edit.lexicon) for side in (edit.quote, edit.source))
    if not ours and not theirs:
        return None
    if not edit.one_sided:
        return EditKind.SPELLING_VARIANT if same_names(edit.quote, edit.source) else EditKind.NAME
    content = [n for n in edit.norms if n not in edit.lexicon.classes["function_words"]]
    return EditKind.NAME if len(ours or theirs) == len(content) else None


def _plain(edit: _Edit) -> EditKind:
    if not edit.quote.norms:
        return EditKind.FILLER if is_filler(edit.source, edit.lexicon) else EditKind.OMISSION
    return EditKind.SUBSTITUTION if edit.source.norms else EditKind.INSERTION
