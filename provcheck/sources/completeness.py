"""How much of a page its bytes hold. A verdict here only weakens `not-found`, nothing else."""

import re
from urllib.parse import urlsplit

from provcheck.language.words import normalised
from provcheck.model.evidence import Completeness
from provcheck.model.value import Value
from provcheck.rulebook.pages import PageRules

# Pages that stand before the page asked for are short: 2 kB of text (web-researcher-mcp 661).
_SHORT_PAGE = 2000
# Free beginnings before a gate run to a few paragraphs; a longer text that ends in an offer to
# subscribe is an article with an advertisement below it.
_FREE_WORDS = 400
# The sentence of a gate is among the last things that such a page says.
_LAST_BLOCKS = 4
_GATE_WORDS = 60
# Half of the words that the publisher counts are missing: not a matter of how words are counted.
_MISSING_SHARE = 0.5
_FEWEST_COUNTED = 60
# Publishers count titles and captions too.
_TOLERANCE = 0.1
# Next to no text: fewer words than a sentence; fewer than a paragraph where scripts would fill it.
_STUB_WORDS = 5
_SCRIPT_WORDS = 40
_TITLE_PARTS = re.compile(r"\s+[|–—·:-]\s+")


class Seen(Value):
    """What a page shows of itself: the last words of its own text, and what its markup says.

    `words` counts those of its own text, `characters` all visible ones. `free` and `counted` are
    the publisher's isAccessibleForFree and wordCount; `tier` its content_tier; `mounts`: scripts
    are to fill an empty element.
    """

    url: str | None = None
    heads: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    visible: str = ""
    words: int = 0
    free: bool | None = None
    counted: int | None = None
    tier: str = ""
    mounts: bool = False
    sound: bool = True
    cut: bool = False


class Reading(Value):
    """How complete a reading is, and why: a plain clause, "" for a whole one."""

    completeness: Completeness = Completeness.WHOLE
    why: str = ""


def judged(seen: Seen, rules: PageRules) -> Reading:
    """Return how complete a page is, the surest sign first.

    Markers are looked for only where they mean something: in short pages, in a page's title, and
    at the end of its own text; a “Subscribe” in its navigation means nothing.
    """
    if not seen.sound:
        return Reading(completeness=Completeness.WRONG_CHARSET, why="its charset is wrong")
    if seen.cut:
        return Reading(completeness=Completeness.TRUNCATED, why="it is larger than what is read")
    return (
        _stands_before(seen, rules)
        or _is_gated(seen, rules)
        or _is_truncated(seen)
        or _is_empty(seen, rules)
        or Reading()
    )


def _stands_before(seen: Seen, rules: PageRules) -> Reading | None:
    """Judge pages that came instead of the one asked for."""
    if _leads_to_gate(seen.url, rules):
        return Reading(completeness=Completeness.GATED, why="it asks to log in or to agree first")
    if len(seen.visible) >= _SHORT_PAGE:
        return None
    heads = {normalised(part) for head in seen.heads for part in _TITLE_PARTS.split(head)}
    if not heads.isdisjoint(normalised(title) for title in rules.gone_titles):
        return Reading(completeness=Completeness.STUB, why="it says that the page does not exist")
    said = " ".join((*seen.heads, seen.visible))
    if seen.words < _GATE_WORDS and rules.robot_check.search(said):
        return Reading(completeness=Completeness.STUB, why="it is a check for robots")
    return None


def _leads_to_gate(url: str | None, rules: PageRules) -> bool:
    if url is None:
        return False
    try:
        address = urlsplit(url)
        host = (address.hostname or "").casefold()
    except ValueError:
        return False
    return host in rules.gate_hosts or address.path.strip("/").casefold() in rules.gate_paths


def _is_gated(seen: Seen, rules: PageRules) -> Reading | None:
    complete = seen.counted is not None and seen.words >= seen.counted * (1 - _TOLERANCE)
    if seen.free is False and not complete:
        return Reading(completeness=Completeness.GATED, why="the publisher says it is not free")
    if seen.tier == "locked" and not complete:
        return Reading(completeness=Completeness.GATED, why="the publisher says it is locked")
    last = [block for block in seen.blocks[-_LAST_BLOCKS:] if len(block.split()) <= _GATE_WORDS]
    if seen.words < _FREE_WORDS and any(rules.gate.search(block) for block in last):
        return Reading(completeness=Completeness.GATED, why="its text ends before a gate")
    return None


def _is_truncated(seen: Seen) -> Reading | None:
    if seen.counted is None or seen.counted < _FEWEST_COUNTED:
        return None
    if seen.words >= seen.counted * _MISSING_SHARE:
        return None
    why = f"it shows {seen.words} of {seen.counted} words"
    return Reading(completeness=Completeness.TRUNCATED, why=why)


def _is_empty(seen: Seen, rules: PageRules) -> Reading | None:
    if seen.words < _SCRIPT_WORDS:
        asks = len(seen.visible) < _SHORT_PAGE and rules.script_notice.search(seen.visible)
        if asks or seen.mounts:
            return Reading(completeness=Completeness.SCRIPT_ONLY, why="it needs scripts to be run")
    if seen.words < _STUB_WORDS:
        return Reading(completeness=Completeness.STUB, why="it holds next to no text")
    return None
