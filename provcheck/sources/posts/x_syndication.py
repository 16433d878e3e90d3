"""Reads what X's embed service tells of a post: JSON, made for the embeds of pages."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from provcheck.markup.metadata import moment
from provcheck.model.post import Post
from provcheck.rulebook.book import Rulebook
from provcheck.sources.posts.telling import Answered, Gone, Telling, Unclear, Withheld
from provcheck.sources.posts.x_json import at, error_in, line_at, listed, object_in, text_at
from provcheck.sources.posts.x_tweet import Tweet, told
from provcheck.sources.posts.x_words import words_of

HANDLE = re.compile(r"[A-Za-z0-9_]{1,30}")
_ID = re.compile(r"[0-9]{1,25}")


def read_syndication(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return what the service tells of `post` [vercel/react-tweet packages/react-tweet/src/api].

    A notice in the post's place is withheld words, or a deletion where it says so. An empty
    object is what the service has for posts that it does not know, and for some that it will not
    show: alone it proves nothing.
    """
    said = object_in(answered.data)
    if said is None:
        return Unclear(reason="its answer is no JSON object")
    match said.get("__typename"):
        case "Tweet":
            return _told(said, answered, post, rules)
        case "TweetTombstone":
            return _notice(line_at(said, "tombstone", "text", "text"), post, rules)
        case _ if not said:
            return Gone(reason="knows of no such post")
    error = error_in(said)
    return Unclear(reason=f"it answers: {error}" if error else "its answer tells of no post")


def _notice(notice: str, post: Post, rules: Rulebook) -> Telling:
    if not notice:
        return Unclear(reason="it shows a notice without words in the post's place")
    platform = rules.platforms.with_id(post.platform)
    gone = any(words in notice.casefold() for words in platform.gone)
    reason = f"shows a notice in its place: “{notice}”"
    return Gone(reason=reason) if gone else Withheld(reason=reason)


def _told(said: Mapping[str, object], answered: Answered, post: Post, rules: Rulebook) -> Telling:
    tweet = _tweet(said, rules)
    if tweet is None:
        return Unclear(reason="its answer lacks the post's words or its author")
    if tweet.id.lstrip("0") != post.id.lstrip("0"):
        return Unclear(reason="its answer is of another post")
    return told(tweet, post, answered.witness, rules)


def _tweet(said: Mapping[str, object], rules: Rulebook, depth: int = 0) -> Tweet | None:
    """Return a post and the one that it quotes; None where words or author are missing."""
    handle, own = text_at(said, "user", "screen_name"), text_at(said, "id_str")
    if not (isinstance(said.get("text"), str) and HANDLE.fullmatch(handle) and _ID.fullmatch(own)):
        return None
    inner = said.get("quoted_tweet")
    quoted = _tweet(inner, rules, 1) if isinstance(inner, dict) and not depth else None
    return Tweet(
        id=own,
        words=words_of(said, _unseen(said, {own, text_at(inner, "id_str")}, rules)),
        author=line_at(said, "user", "name") or None,
        handle=handle,
        posted=_moment(said),
        lang=text_at(said, "lang") or None,
        newer=_newer(said, own),
        cut=bool(said.get("note_tweet")),
        quoted=quoted,
    )


def _unseen(said: Mapping[str, object], shown: set[str], rules: Rulebook) -> frozenset[str]:
    """Return the addresses of the post itself and of the quoted one: neither shows as a link."""
    urls = (text_at(each, "expanded_url") for each in listed(at(said, "entities", "urls"), dict))
    named = ((url, rules.platforms.post_at(url)) for url in urls)
    return frozenset(url for url, post in named if post is not None and post.id in shown)


def _moment(said: Mapping[str, object]) -> datetime | date | None:
    return moment(said.get("created_at"))


def _newer(said: Mapping[str, object], own: str) -> str | None:
    """Return the id of the last version, where that is another one."""
    control = at(said, "edit_control")
    initial = at(control, "edit_control_initial")
    ids = listed(at(control, "edit_tweet_ids") or at(initial, "edit_tweet_ids"), str)
    last = ids[-1] if ids else own
    return last if last != own and _ID.fullmatch(last) else None
