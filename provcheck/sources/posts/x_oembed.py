"""Reads X's oEmbed answers: JSON around the embed that pages set in."""

import re

from bs4.element import Tag

from provcheck.markup.embeds import embed_of
from provcheck.markup.tree import parsed_html
from provcheck.model.post import Post
from provcheck.model.prose import Embed, Link
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.sources.posts.telling import Answered, Telling, Unclear, Withheld
from provcheck.sources.posts.x_json import error_in, line_at, object_in, text_at
from provcheck.sources.posts.x_tweet import Tweet, told
from provcheck.sources.posts.x_words import Words

_LARGEST = 1 << 17  # characters of an embed's markup
CUT = re.compile(r"(?:…|\.\.\.)(?:\s*https?://\S+)?\s*\Z")
_REFUSED = re.compile(r"\bnot authori[sz]ed\b", re.IGNORECASE)


def read_oembed(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return what the service tells of `post` [developer.x.com, GET statuses/oembed].

    It cuts long posts with an ellipsis and knows nothing of edits. Of a post that is quoted it
    gives the short link at the end alone: with one, more may have been shown than it tells.
    """
    said = object_in(answered.data)
    if said is None:
        return Unclear(reason="its answer is no JSON object")
    error = error_in(said)
    if error:
        refused = Withheld if _REFUSED.search(error) else Unclear
        return refused(reason=f"it answers: {error}")
    tweet = in_embed(text_at(said, "html"), post, rules)
    if tweet is None:
        return Unclear(reason="its answer holds no embed of the post")
    last = (tweet.words.text.split() or [""])[-1]
    known = {
        "author": line_at(said, "author_name") or tweet.author,
        "cut": tweet.cut or rules.platforms.is_short(last),
    }
    return told(tweet.model_copy(update=known), post, answered.witness, rules)


def in_embed(html: str, post: Post, rules: Rulebook) -> Tweet | None:
    """Return what an embed of `post` in `html` tells; None where there is none with its address."""
    if len(html) > _LARGEST:
        return None
    for element in parsed_html(html).find_all(sorted(rules.platforms.elements), limit=4):
        found = tweet_of(element, post, rules)
        if found is not None:
            return found
    return None


def tweet_of(element: Tag, post: Post, rules: Rulebook) -> Tweet | None:
    """Return what an element tells of `post`, None where it is no embed of it with words."""
    embedded = embed_of(element, rules.platforms)
    if embedded is None:
        return None
    text, embed = embedded
    named = rules.platforms.post_at(embed.url or "")
    if named is None or (named.platform, named.id) != (post.platform, post.id):
        return None
    words = _without_media(embed.words.of(text), embed)
    if not words and embed.author is None:
        return None
    return Tweet(
        id=post.id,
        words=Words(text=words, links=_links(words, embed)),
        author=embed.author,
        handle=embed.handle or named.handle,
        posted=embed.posted,
        cut=bool(CUT.search(words)),
    )


def _without_media(words: str, embed: Embed) -> str:
    for code in embed.media:
        words = words.replace(code, "")
    return words.strip()


def _links(words: str, embed: Embed) -> tuple[Link, ...]:
    """Return the links whose addresses stand in the words as they are."""
    places = ((url, words.find(url)) for url in embed.links)
    return tuple(
        Link(span=Span(start=at, end=at + len(url)), url=url) for url, at in places if at >= 0
    )
