"""Answers of X's services, made for tests; every person and word is invented."""

import json
from typing import Any

from provcheck.model.post import Post
from provcheck.rulebook.book import load_rulebook
from provcheck.sources.posts.telling import Answered, Witness

RULES = load_rulebook()
ID, OLDER = "1899800000000000001", "1899500000000000001"  # 12 and 11 March 2025
WORDS = "Grain is rolling over the pass"


def a_post(url: str = f"https://x.com/halvikport/status/{ID}") -> Post:
    post = RULES.platforms.post_at(url)
    assert post is not None
    return post


def answered(said: object, **known: Any) -> Answered:
    """An answer of a witness: bytes as they are, anything else as JSON."""
    data = said if isinstance(said, bytes) else json.dumps(said).encode()
    witness = Witness(name=known.pop("name", "a witness"), url="https://witness.example/")
    return Answered(witness=witness, data=data, **known)


def a_tweet(text: object = WORDS, **known: Any) -> dict[str, Any]:
    """What the embed service sends of a post."""
    return {
        "__typename": "Tweet",
        "id_str": ID,
        "lang": "en",
        "text": text,
        "created_at": "2025-03-12T17:18:03.000Z",
        "display_text_range": [0, len(str(text))],
        "entities": {"hashtags": [], "urls": [], "user_mentions": [], "symbols": []},
        "user": {"id_str": "7", "name": "Halvik Port", "screen_name": "halvikport"},
        "edit_control": {"edit_tweet_ids": [ID], "is_edit_eligible": False},
        "isEdited": False,
        "isStaleEdit": False,
        **known,
    }


def a_link(text: str, url: str, expanded: str, **known: Any) -> dict[str, Any]:
    """An address that stands in `text`, as entities tell of it."""
    at = text.index(url)
    return {"url": url, "expanded_url": expanded, "indices": [at, at + len(url)], **known}


def an_embed(words: str = WORDS, *, handle: str = "halvikport", post_id: str = ID) -> str:
    """The markup that pages set in."""
    return (
        f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words}</p>&mdash; Halvik Port '
        f'(@{handle}) <a href="https://twitter.com/{handle}/status/{post_id}?ref_src=twsrc%5Etfw">'
        "March 12, 2025</a></blockquote>\n"
        '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>'
    )


def an_oembed(html: str | None = None, **known: Any) -> dict[str, Any]:
    """What the oEmbed service sends of a post."""
    return {
        "url": f"https://twitter.com/halvikport/status/{ID}",
        "author_name": "Halvik Port",
        "author_url": "https://twitter.com/halvikport",
        "html": an_embed() if html is None else html,
        "width": 550,
        "height": None,
        "type": "rich",
        "cache_age": "3153600000",
        "provider_name": "Twitter",
        "version": "1.0",
        **known,
    }
