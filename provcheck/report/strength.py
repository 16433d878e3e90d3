"""How strong a match is as evidence, in words that need no statistics."""

from math import floor, log10

from provcheck.model.alignment import Alignment

_BILLION, _MILLION, _THOUSAND = 10**9, 10**6, 10**3


def strength(alignment: Alignment) -> str:
    """Return what the matching words prove, with the figures behind it.

    How often chance does the same is told in texts as long as the source, to one figure.
    """
    figures = f"({alignment.bits:.0f} bits of evidence, {alignment.needed:.0f} asked for)"
    stand = "Every word stands unbroken in the source"
    if not alignment.exact:
        stand = f"{alignment.coverage:.0%} of the words stand in the source"
    if alignment.strong:
        told = "They are too many or too rare to be there by chance"
        return f"{stand}. {told}: {_odds(alignment.chance)} would hold them {figures}."
    told = "They are few or common and on their own would prove little"
    return f"{stand}. {told}: {_odds(alignment.chance)} would hold them by chance {figures}."


def _odds(chance: float) -> str:
    """Return in how many texts as long as this one such a match is to be expected by chance."""
    if chance * _BILLION < 1:
        return "less than one text in a billion of this length"
    if chance >= 1 / 2:
        return "most texts of this length"
    number = round(1 / chance)
    rounded = round(number, -floor(log10(number)))
    return f"about one text in {_said(rounded)} of this length"


def _said(number: int) -> str:
    for scale, name in ((_BILLION, "billion"), (_MILLION, "million"), (_THOUSAND, "thousand")):
        if number >= scale:
            return f"{number // scale} {name}"
    return str(number)
