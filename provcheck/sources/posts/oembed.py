"""What an oEmbed endpoint tells of a post: its embed, with whatever words that holds."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from provcheck.markup.embeds import embed_of
from provcheck.markup.tree import parsed_html
from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.model.prose import Embed
from provcheck.rulebook.book import Rulebook
from provcheck.sources.compose import Stretch
from provcheck.sources.posts.asking import asked, platform_of
from provcheck.sources.posts.fields import name_at, parsed, words_at
from provcheck.sources.posts.telling import (
    Adapter,
    Answered,
    Telling,
    Told,
    Unclear,
    Witness,
)
from provcheck.sources.posts.writing import Written, from_html, lines, source_text

_LARGEST = 100_000  # code points of an embed's markup
_CUT = ("…", "...")
_AT = re.compile(r"/@([A-Za-z0-9_.-]{1,64})/?$")


def adapter(platform: str) -> Adapter:
    """Return how posts of a platform are read whose oEmbed endpoint is all that there is."""
    return Adapter(platform, _witnesses, read)


def read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return the words that the markup of an oEmbed answer holds, and whose they are.

    Such words may be cut: they are whole unless they end in an ellipsis. Markup that holds none
    tells only that there is such a post. Some platforms give a post's words as the title.
    """
    value = parsed(answered.data)
    markup = words_at(value, "html")
    if not isinstance(value, dict) or "error" in value:
        return Unclear(reason="its answer is no oEmbed")
    if len(markup) > _LARGEST:
        return Unclear(reason="its answer is larger than a post may be")
    words, embed = _embedded(parsed_html(markup.replace("\0", "\ufffd")), rules)
    platform = platform_of(post, rules)
    if platform.titled:
        words = lines(words_at(value, "title"))
    if not words.text.strip():
        return Unclear(reason="knows of it, and gives no words of it")
    facts = PostFacts(
        platform=platform.name,
        url=post.url,
        author=name_at(value, "author_name") or (embed.author if embed else None),
        handle=_handle(value) or (embed.handle if embed else None),
        witness=answered.witness.name,
        third_party=answered.witness.third_party,
    )
    written = Written(words=words, facts=facts, published=embed.posted if embed else None)
    cut = words.text.rstrip().endswith(_CUT)
    completeness = Completeness.TRUNCATED if cut else Completeness.WHOLE
    return Told(text=source_text(written), completeness=completeness)


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    return (asked(post, rules, "oembed"),)


def _embedded(page: BeautifulSoup, rules: Rulebook) -> tuple[Stretch, Embed | None]:
    """Return the words of the first embed in the markup, else of its first block quotation."""
    for element in page.find_all(list(rules.platforms.elements)):
        found = embed_of(element, rules.platforms)
        if found is not None:
            text, embed = found
            return lines(embed.words.of(text)), embed
    quoted = page.find("blockquote")
    return (from_html(quoted, rules) if isinstance(quoted, Tag) else Stretch()), None


def _handle(value: object) -> str | None:
    """Return the author's handle: told as such, or the name behind @ at the author's address."""
    own = name_at(value, "author_unique_id")
    match = _AT.search(words_at(value, "author_url"))
    return own or (match[1] if match else None)
