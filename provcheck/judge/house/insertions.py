"""Words that the editor put into a quotation in brackets: borne out by the source, and needed."""

import re
from collections.abc import Iterator

from provcheck.judge.house.look import Look, stands
from provcheck.language.names import name_key
from provcheck.language.sentences import sentences
from provcheck.language.words import normalised
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.rulebook.tag import base_of

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_BEFORE = (
    400  # code points before a quotation in which the sentence that leads into it is looked for
)
_ACRONYM = 5  # letters up to which a word in capitals may stand for other words


def unfounded(look: Look) -> Iterator[str]:
    """Yield a message for a name or figure in brackets that stands nowhere in the source.

    Silent when any word of the name stands there, or its initials do; when source and article
    are in different languages, or nouns have capitals and prove no name.
    """
    if look.found is None or look.usage.noun_capitals or not _one_language(look):
        return
    for edit in look.edits(EditKind.BRACKET):
        inserted = edit.claim.of(look.article.text)
        names = _names(look, inserted)
        missing = [f for f in _figures(inserted) if not stands(f, look.found.text.text)]
        if names and not _known(names, look.found.text.text):
            missing.insert(0, " ".join(names))
        if missing:
            yield f"the source has nothing of “{missing[0]}”, which the editor put in"


def needless(look: Look) -> Iterator[str]:
    """Yield a message where a pronoun was replaced by the only name that leads into the words.

    The name must stand in the sentence of the quotation or the one before, and no other name but
    the speaker's: with two people about, the replacement tells the reader who is meant.
    """
    if look.found is None:
        return
    for edit in look.edits(EditKind.BRACKET):
        replaced = normalised(edit.source.of(look.found.text.text))
        names = [normalised(n) for n in _names(look, edit.claim.of(look.article.text))]
        if replaced not in look.rules.lexicon.pronouns or not names:
            continue
        about = _names_before(look)
        if names[-1] in about and about <= {*names, *_speaker(look)}:
            yield f"“{replaced}” was plain: {look.written(edit.claim)} is named just before"


def _names_before(look: Look) -> set[str]:
    """Return the names in the two sentences that lead into the quotation, normalised."""
    start = look.claim.span.start
    text = look.article.text[: look.claim.span.start]
    parts = sentences(text, Span(start=max(start - _BEFORE, 0), end=start))
    led = " ".join(part.of(text).lstrip("“\"'‘«") for part in parts[-2:])
    return {normalised(name) for name in _names(look, led)}


def _speaker(look: Look) -> tuple[str, ...]:
    speaker = look.claim.speaker
    return tuple(normalised(speaker.resolved or "").split()) if speaker else ()


def _names(look: Look, words: str) -> list[str]:
    plain = {*look.rules.lexicon.function_words, *look.rules.lexicon.pronouns}
    return [
        word
        for word in map(_bare, _WORD.findall(words))
        if word[0].isupper() and len(word) > 1 and normalised(word) not in plain
    ]


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def _figures(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word[0].isdigit()]


def _known(names: list[str], source: str) -> bool:
    """Tell whether any word of a name, another spelling of it, or its initials stand there."""
    if any(stands(name, source) or _acronym(name) for name in names):
        return True
    initials = "".join(name[0] for name in names)
    if len(initials) > 1 and re.search(rf"(?<!\w){re.escape(initials)}(?!\w)", source):
        return True
    keys = {name_key(name) for name in names}
    return any(name_key(word) in keys for word in _WORD.findall(source) if word[0].isupper())


def _acronym(name: str) -> bool:
    return name.isupper() and 1 < len(name) <= _ACRONYM


def _one_language(look: Look) -> bool:
    if look.found is None:
        return False
    codes = {base_of(lang) for lang in (look.article.lang, look.found.text.lang)}
    return len(codes) == 1
