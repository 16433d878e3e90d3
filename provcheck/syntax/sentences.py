"""Sentences as runs of tokens, in which a quotation is one token."""

from collections.abc import Iterator
from typing import NamedTuple

from provcheck.syntax.tokens import Token

_ENDS = frozenset({".", "!", "?", "…", "...", "。"})
_CLOSING = frozenset(')]}”"’')
_ENDING = ".!?…"
_LONGEST = 400  # tokens: the cost of a sentence grows faster than its length


class Sentence(NamedTuple):
    """The tokens of one sentence, its final mark among them."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.tokens[-1].end


def sentences(found: list[Token]) -> Iterator[Sentence]:
    """Yield the sentences among the tokens of one block.

    A mark that ends sentences does when a capital, a number, a quotation or nothing follows; so
    does a quotation that itself ends a sentence, unless it is spoken of on in the same one.
    """
    start = 0
    for at, token in enumerate(found):
        if _ends(found, at, token) and at + 1 > start:
            end = at + 1
            while end < len(found) and found[end].text in _CLOSING and found[end].kind == "mark":
                end += 1
            yield from _bounded(found[start:end])
            start = max(start, end)
    yield from _bounded(found[start:])


def _bounded(found: list[Token]) -> Iterator[Sentence]:
    """Yield a run of tokens as one sentence, or where it is longer than any, as several."""
    for start in range(0, len(found), _LONGEST):
        yield Sentence(tuple(found[start : start + _LONGEST]))


def _ends(found: list[Token], at: int, token: Token) -> bool:
    if token.text == "。":
        return True
    stops = token.kind == "mark" and token.text in _ENDS
    behind = at + 1
    while stops and behind < len(found) and found[behind].text in _CLOSING:
        behind += 1
    following = found[behind] if behind < len(found) else None
    if stops:
        goes_on = _is_initial(found, at) or _is_ordinal(found, at)
        return following is None or (_opens(following) and not goes_on)
    if token.kind == "word" and token.text.endswith(".") and following is not None:
        if "title" in token.classes:
            return False
        return following.capital and bool(following.classes - {"time"}) and len(token.text) > 2  # noqa: PLR2004
    if token.kind == "quote" and ends_sentence(token):
        return following is None or _opens(following)
    return False


def _is_ordinal(found: list[Token], at: int) -> bool:
    """Tell whether a stop makes a day of a number: am 3. März."""
    day = found[at - 1] if at else None
    month = found[at + 1] if at + 1 < len(found) else None
    if day is None or month is None or found[at].text != ".":
        return False
    return day.kind == "number" and len(day.text) < 3 and "time" in month.classes  # noqa: PLR2004


def _is_initial(found: list[Token], at: int) -> bool:
    """Tell whether a stop belongs to a name's initial: Paul D. Ryan."""
    if found[at].text != "." or at < 1 or len(found[at - 1].text) != 1:
        return False
    initial = found[at - 1].capital and found[at - 1].end == found[at].start
    return initial and (at == 1 or found[at - 2].capital or found[at - 2].kind != "word")


def _opens(token: Token) -> bool:
    return token.kind in {"quote", "number"} or token.capital or token.text in "([—–-•'\"¿¡"


def ends_sentence(quote: Token) -> bool:
    """Tell whether the last character inside a quotation's marks ends a sentence."""
    return quote.text.rstrip("\"'”’»“‘«」 \n")[-1:] in _ENDING
