"""The day of a post on X by the id in its address, held against the day that the article gives."""

from provcheck.judge.days import ZONES
from provcheck.language.snowflake import posted_at
from provcheck.model.claim import Claim, ClaimKind
from provcheck.rulebook.platforms import Platforms

_PLATFORM = "x"


def other_day(claim: Claim, platforms: Platforms) -> str | None:
    """Return how the day of an embedded post and the id in its address disagree, or None.

    No source is needed, so that it can be told of posts that nobody can read any more. A day off
    is no conflict: whoever made the embed may live in another zone.
    """
    said = claim.said_on
    if said is None or claim.kind != ClaimKind.EMBED:
        return None
    for cite in claim.cites:
        post = platforms.post_at(cite.url) if cite.url else None
        moment = posted_at(post.id) if post is not None and post.platform == _PLATFORM else None
        if moment is not None and not (said.first - ZONES <= moment.date() <= said.last + ZONES):
            return f"the article dates the post {said}, by its id it is of {moment.date()}"
    return None
