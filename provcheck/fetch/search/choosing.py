"""Which pages of a list may hold a quotation: by the words they share with it, and their day.

Chosen here and not by the outlet: for this nothing is sent.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from provcheck.fetch.search.asked import Asked
from provcheck.language.words import WORD
from provcheck.match.evidence import Weights, weights
from provcheck.match.folding import folded
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook


def chosen(results: Iterable[Result], asked: Asked, rules: Rulebook) -> tuple[Result, ...]:
    """Return the results that share a rare word with the quotation, or name its speaker.

    Those that share most come first, and some five are enough. Dated outside the window, a result
    is left out.
    """
    scale = weights(rules.frequencies, asked.lang)
    wanted = {w for w in _words(asked.words) if scale.bits(w) >= rules.search.rare_bits}
    wanted |= set(_words(asked.speaker)[-1:])
    told = {result: _shared(result, wanted, scale) for result in results if _in_time(result, asked)}
    fitting = sorted((r for r, bits in told.items() if bits), key=lambda r: -told[r])
    return tuple(fitting[: rules.search.most_chosen])


def is_on(url: str, hosts: tuple[str, ...]) -> bool:
    """Tell whether an address is on one of `hosts` or below one; never raises."""
    try:
        host = (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _shared(result: Result, wanted: set[str], scale: Weights) -> float:
    return scale.total(sorted(wanted & set(_words(f"{result.title} {result.excerpt}"))))


def _words(text: str) -> list[str]:
    return [folded(match.group()) for match in WORD.finditer(text)]


def _in_time(result: Result, asked: Asked) -> bool:
    if asked.window is None or result.published is None:
        return True
    return asked.window.first <= result.published <= asked.window.last
