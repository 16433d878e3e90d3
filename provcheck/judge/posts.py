"""Whose post it is, and of which day, where the article's source is a post."""

import re
from collections.abc import Iterator
from typing import TypeGuard

from provcheck.judge.case import Case, Ruling
from provcheck.language.names import same_name
from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.interval import Interval
from provcheck.model.post import PostFacts
from provcheck.model.verdict import Verdict

_HANDLE = re.compile(r"\(@([^\s()]{1,80})\)\s*$")


def others_post(case: Case) -> Ruling | None:
    """Rule that the post is somebody else's than the handle that the article gives with it.

    Handles decide; where the names agree all the same, a handle may have been changed since, and
    nothing is ruled. A post within the post is its own author's.
    """
    shown = _shown(case)
    said = _said_by(case.claim)
    if shown is None or said is None or _same(said[1], shown.handle):
        return None
    name, handle = said
    if not shown.handle or (shown.author and name and same_name(name, shown.author)):
        return None
    rule = case.rules.verdicts.verdict(Verdict.MISATTRIBUTED)
    return Ruling(
        verdict=Verdict.MISATTRIBUTED,
        level=rule.level,
        message=f"the post is by {shown.signature}, not by {name or 'the account'} (@{handle})",
        speaker_in_source=shown.author or shown.handle,
    )


def other_handles(case: Case) -> Iterator[str]:
    """Yield how the handles in the article and in its link disagree with the post's own.

    An address is that of the whole post, whoever it quotes; a handle that stands in both is told
    of once.
    """
    shown, whole = _shown(case), case.found.text.post
    said = _said_by(case.claim)
    if shown is not None and shown.handle and said and not _same(said[1], shown.handle):
        yield f"the article gives the handle @{said[1]}, the post is by {shown.signature}"
    for cite in case.claim.cites if whole is not None and whole.handle else ():
        post = case.rules.platforms.post_at(cite.url) if cite.url else None
        if post is None or whole is None or not _is_handle(post.handle):
            continue
        told = said is not None and _same(post.handle, said[1])
        if not told and not _same(post.handle, whole.handle):
            yield f"the address names @{post.handle}, the post is by {whole.signature}"


def posted_on(case: Case) -> Interval | None:
    """Return the day of a post, where the source is one and the claim is that post."""
    told, day = case.found.text.post, case.found.text.published_on
    if told is None or day is None or _said_by(case.claim) is None:
        return None
    return Interval(first=day, last=day)


def _shown(case: Case) -> PostFacts | None:
    """Return what is known of the post in which the words stand: the source, or one within it."""
    told, place = case.found.text.post, case.alignment.pieces[0].source
    if told is None:
        return None
    for embed in case.found.text.embeds:
        if embed.words.meets(place):
            said = {"author": embed.author, "handle": embed.handle}
            return told.model_copy(update=said)
    return told


def _said_by(claim: Claim) -> tuple[str, str] | None:
    """Return name and handle of the post that the claim is, "" for a name that is not given."""
    for cite in claim.cites:
        match = _HANDLE.search(cite.name) if cite.kind == CitationKind.POST else None
        if match:
            return cite.name[: match.start()].strip(), match[1]
    return None


def _is_handle(said: str | None) -> TypeGuard[str]:
    """Tell whether an address names a handle, and not an account by its identifier, as some do."""
    return said is not None and not said.startswith("did:")


def _same(one: str, two: str | None) -> bool:
    """Tell whether two handles are one: case and, of one of them, the server are left aside."""
    if two is None:
        return False
    mine, other = (handle.lstrip("@").casefold().split("@") for handle in (one, two))
    return mine[0] == other[0] and (len(mine) != len(other) or mine == other)
