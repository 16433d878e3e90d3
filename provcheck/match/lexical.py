"""What kind of difference lies between words of a quotation and words of its source."""

import re

from provcheck.language.names import same_name
from provcheck.match.side import Side, trimmed
from provcheck.match.spelling import same_meaning, says_same, spelt_out
from provcheck.match.verbs import tense
from provcheck.model.edit import EditKind
from provcheck.rulebook.lexicon import Lexicon

__all__ = ["Side", "kind_of", "same_meaning"]

_CLAUSE = 4  # words from which what is left out is a clause of its own
_LED = 3  # words of the source before an edit in which a quotation's first word is looked for
_SHORT = 3  # words of an edit of which a modal is the point
_PARTING = frozenset(",;:–—.!?…-()\n")  # noqa: RUF001  (an en dash parts an aside)


def kind_of(quote: Side, source: Side, lexicon: Lexicon) -> EditKind:
    """Return the kind of edit that made `quote` out of `source`; either may be empty, not both.

    The order of tests matters: what says the same first, then what changes the meaning most; a
    pronoun is tested before names, since "I" has a capital (reference: matching, edit typing).
    """
    if _is_citation(quote, source):
        return EditKind.TYPOGRAPHY
    quote, source = trimmed(quote, _from_start(quote, source))
    if quote.norms == source.norms or says_same(quote, source, lexicon):
        return EditKind.SPELLING_VARIANT
    if sorted(quote.norms) == sorted(source.norms):
        return EditKind.REORDER
    edit = _Edit(quote, source, lexicon)
    for test in (_negation, _number, _usage, _tense, _modality, _qualifier, _pronoun, _name):
        kind = test(edit)
        if kind is not None:
            return kind
    return _plain(edit)


def _from_start(quote: Side, source: Side) -> Side:
    """Return the source with the words before it, where the quotation's first word is among them.

    At a quotation's head as many words of the source are laid beside it as the quotation has: in
    "the chair" for "the leather chair" that leaves the article out.
    """
    if quote.before or not quote.norms:
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

    def held(self, name: str) -> tuple[set[str], set[str]]:
        """Return the words of each side that are in a class."""
        words = self.lexicon.classes[name]
        return words.intersection(self.ours), words.intersection(self.theirs)


def _is_citation(quote: Side, source: Side) -> bool:
    """Tell whether only a citation mark was left out, a figure in square brackets: [38]."""
    left, right = source.around
    figures = bool(source.norms) and all(norm.isdigit() for norm in source.norms)
    return not quote.norms and figures and left.endswith("[") and right.startswith("]")


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
    return bool(stems) and (short in stems or long.removesuffix("ful") in stems)


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
    known = ("magnitudes", "units", "shares", "currencies")
    classes = [edit.lexicon.classes[name] for name in known]
    return [
        word
        for word in words
        if word[:1].isdigit()
        or word[1:2].isdigit()
        or any(word in each for each in classes)
        or not word[:1].isalnum()
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


def _modals(side: Side, edit: _Edit) -> set[str]:
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
    return EditKind.QUALIFIER if len(others) <= 1 or (ours and theirs) else None


def _is_preposition(edit: _Edit, changed: set[str]) -> bool:
    """Tell whether "about" or "around" stands for another preposition: talk about, talk of."""
    prepositions = edit.lexicon.classes["prepositions"]
    return bool(changed) and edit.single and all(n in prepositions for n in edit.norms)


def _pronoun(edit: _Edit) -> EditKind | None:
    pronouns = edit.lexicon.classes["pronouns"]
    all_of_them = all(n in pronouns for n in edit.norms)
    return EditKind.PRONOUN if not edit.one_sided and all_of_them else None


def _name(edit: _Edit) -> EditKind | None:
    ours, theirs = (_names(side, edit.lexicon) for side in (edit.quote, edit.source))
    if not ours and not theirs:
        return None
    if not edit.one_sided:
        return EditKind.SPELLING_VARIANT if _same_names(edit) else EditKind.NAME
    content = [n for n in edit.norms if n not in edit.lexicon.classes["function_words"]]
    return EditKind.NAME if len(ours or theirs) == len(content) else None


def _same_names(edit: _Edit) -> bool:
    """Tell whether every word is the same, or a transliteration of the same name."""
    if len(edit.quote.written) != len(edit.source.written):
        return False
    pairs = zip(edit.quote.written, edit.source.written, strict=True)
    return all(a.casefold() == b.casefold() or same_name(a, b) for a, b in pairs)


_NO_NAMES = ("pronouns", "function_words", "negations", "qualifiers", "auxiliaries", "titles")


def _names(side: Side, lexicon: Lexicon) -> list[str]:
    if side.lang[:2] == "de" and _has_attribute(side, lexicon):
        return []
    known = [lexicon.classes[name] for name in _NO_NAMES]
    return [
        norm
        for norm, capital in zip(side.norms, side.capitals, strict=True)
        if capital and not any(norm in each for each in known)
    ]


def _has_attribute(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether an article or adjective leads: so German common nouns stand, names do not."""
    before = side.before[-1:]
    return any(
        norm in lexicon.classes["determiners"] or re.search(r"e[mnrs]?$", norm) for norm in before
    )


def _plain(edit: _Edit) -> EditKind:
    if not edit.quote.norms:
        return EditKind.FILLER if _is_filler(edit.source, edit.lexicon) else EditKind.OMISSION
    return EditKind.SUBSTITUTION if edit.source.norms else EditKind.INSERTION


def _is_filler(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether words say nothing: "um" anywhere, "you know" where marks part it."""
    said = f" {' '.join(side.norms)} "
    aside = _is_parted(side)
    for phrase in lexicon.asides:
        if aside or (aside is None and " " in phrase):
            said = said.replace(f" {phrase} ", "  ")
    return all(word in lexicon.classes["fillers"] for word in said.split())


def _is_parted(side: Side) -> bool | None:
    """Tell whether marks or a sentence's ends part the words from others; None if not known."""
    left, right = side.around
    if not left and not right:
        return True if side.opens else None
    head = side.opens or not _PARTING.isdisjoint(left)
    return head and not _PARTING.isdisjoint(right)
