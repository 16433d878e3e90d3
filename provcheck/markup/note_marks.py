"""Marks that lead to a footnote: [1], ¹, *, †."""

import re

_BRACKETED = re.compile(r"\[(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|(?:note|n) ?\d{1,3})\]", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡§¶]{1,2}")


def is_mark(words: str, before: str) -> bool:
    """Tell whether linked words are a footnote's mark; `before` is what stands before them.

    Without brackets only right behind other characters: said.1, but not Article 1.
    """
    said = words.strip()
    attached = bool(before) and not before[-1].isspace()
    return bool(_BRACKETED.fullmatch(said)) or (attached and bool(_BARE.fullmatch(said)))
