"""Web addresses in a text, which are read by programs and said by nobody."""

import re

from provcheck.match.seeds import Pair
from provcheck.match.tokens import Tokens

_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}/\S+")
_FIRST, _LAST = re.compile(r"\A\S*"), re.compile(r"(?<!\S)\S*\Z")
_LONGEST = 2_000  # characters on either side in which an address begins or ends
_BRACKETS = "()[]<>.,;:!?"


def only_links(tokens: Tokens, words: Pair) -> bool:
    """Tell whether the words from `words[0]` up to `words[1]` are nothing but web addresses."""
    first, last = words
    if first >= last:
        return False
    text, span = tokens.text, tokens.span(first, last)
    before = text[max(span.start - _LONGEST, 0) : span.start]
    behind = text[span.end : span.end + _LONGEST]
    shown = f"{_LAST.findall(before)[0]}{span.of(text)}{_FIRST.findall(behind)[0]}"
    return all(_ADDRESS.fullmatch(each.strip(_BRACKETS)) for each in shown.split())
