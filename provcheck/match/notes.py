"""What a report says of an edit: one sentence that an editor understands."""

from provcheck.language.words import abridged
from provcheck.model.edit import EditKind

_SHOWN = 90  # characters of words that a note shows

_SAYS = {
    EditKind.NEGATION: "a negation changed: ",
    EditKind.NUMBER: "a figure changed: ",
    EditKind.NAME: "a name changed: ",
    EditKind.MODALITY: "the degree of certainty or duty changed: ",
    EditKind.QUALIFIER: "a qualifier changed: ",
    EditKind.TENSE: "the form of a verb changed: ",
    EditKind.PRONOUN: "a pronoun changed: ",
    EditKind.CASE: "capitals differ: ",
    EditKind.SPELLING_VARIANT: "the same in another spelling: ",
}


def note(kind: EditKind, ours: str, theirs: str) -> str:
    """Return a note on `kind` with the article's words and the source's, either may be empty."""
    ours, theirs = _short(ours), _short(theirs)
    if kind == EditKind.ELLIPSIS:
        return f"points stand for “{theirs}”" if theirs else "points stand for no words"
    if kind == EditKind.BRACKET:
        put = f"the editor put “{ours}”" if ours else "the editor put nothing"
        return put + (f" for “{theirs}”" if theirs else " in")
    if kind == EditKind.REORDER:
        return f"“{ours or theirs}” stands elsewhere in the source"
    if kind == EditKind.FILLER and not ours:
        return f"“{theirs}” was left out"
    return _SAYS.get(kind, "") + _difference(ours, theirs)


def _difference(ours: str, theirs: str) -> str:
    if not theirs:
        return f"the source does not have “{ours}”"
    if not ours:
        return f"the article leaves out “{theirs}”"
    return f"the source has “{theirs}” where the article has “{ours}”"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return abridged(flat, _SHOWN)
