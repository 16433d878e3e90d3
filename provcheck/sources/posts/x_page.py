"""Reads a post off an archived copy of its page: most of them from before scripts filled it."""

import re
from collections.abc import Iterator
from itertools import chain

from bs4 import BeautifulSoup
from bs4.element import Tag

from provcheck.language.snowflake import posted_at
from provcheck.markup.landmarks import Landmarks
from provcheck.markup.metadata import metadata
from provcheck.markup.tree import parsed_html
from provcheck.model.post import Post
from provcheck.rulebook.book import Rulebook
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.charset import characters
from provcheck.sources.posts.telling import Answered, Telling, Unclear
from provcheck.sources.posts.x_oembed import CUT, tweet_of
from provcheck.sources.posts.x_tweet import Tweet, told
from provcheck.sources.posts.x_words import Words

_LARGEST = 1 << 20  # bytes
_MOST_TAGS = 60_000  # opening and closing ones; an old page of a post has some 6,000
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,30}")
_PICTURE = re.compile(r"\s*pic\.(?:twitter|x)\.com/[A-Za-z0-9]+")
# “Name on Twitter”, “Name (@handle) / X”, “Name on X: "words"”
_TITLE = re.compile(
    r"(?P<name>.{1,120}?)(?: \(@(?P<handle>\w{1,30})\))?(?: on (?:Twitter|X)(?=:|$)| / X$)"
)
_HIDDEN = ["tco-ellipsis", "invisible", "u-hidden"]
_MARKS = '“”"«» \n\t'


def read_page_of_post(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return what a page of `post`, as an archive keeps it, tells of it; never raises.

    Old pages of twitter.com hold the post itself; later ones its words in a blockquote, in JSON-LD
    or in og:description. All of it must name the post: a page may show others, or a login form in
    its place. A shell that only scripts fill is Unclear.
    """
    soup = _parsed(answered)
    if soup is None:
        return Unclear(reason="the copy is no page that can be read")
    found = chain(
        _server_made(soup, post), _embedded(soup, post, rules), _described(soup, post, rules)
    )
    tweet = next(found, None)
    if tweet is None:
        return Unclear(reason="the copy does not hold the post's words")
    return told(tweet, post, answered.witness, rules)


def _parsed(answered: Answered) -> BeautifulSoup | None:
    if len(answered.data) > _LARGEST:
        return None
    body = Body(data=answered.data, charset=answered.charset, name=answered.witness.name)
    try:
        html = characters(body).text
    except Unreadable:
        return None
    return parsed_html(html) if html.count("<") <= _MOST_TAGS else None


def _server_made(soup: BeautifulSoup, post: Post) -> Iterator[Tweet]:
    """Yield the post where its own page shows it: an element with its id, words in a paragraph.

    What a quoted post says stands elsewhere on the page and is not read.
    """
    for element in soup.find_all(["div", "li"], attrs={"data-tweet-id": post.id}, limit=4):
        words = element.find("p", class_="tweet-text")
        if isinstance(words, Tag):
            yield Tweet(
                id=post.id,
                words=Words(text=_plain(words)),
                author=_attribute(element, "data-name"),
                handle=_handle(_attribute(element, "data-screen-name")) or post.handle,
                lang=_attribute(words, "lang"),
                cut=element.find(class_="QuoteTweet") is not None,
            )


def _embedded(soup: BeautifulSoup, post: Post, rules: Rulebook) -> Iterator[Tweet]:
    for element in soup.find_all("blockquote", limit=4):
        found = tweet_of(element, post, rules)
        if found is not None and found.words.text:
            yield found


def _described(soup: BeautifulSoup, post: Post, rules: Rulebook) -> Iterator[Tweet]:
    """Yield the post as the page's own account of itself has it: JSON-LD, then og:description."""
    said, page = metadata(soup), Landmarks(soup)
    named = rules.platforms.post_at(said.canonical or "")
    if named is None or (named.platform, named.id) != (post.platform, post.id):
        return
    title = _TITLE.match(page.meta("og:title", "twitter:title") or "")
    body, described = said.article_body, page.meta("og:description", "twitter:description")
    text = _PICTURE.sub("", body or described or "").strip(_MARKS)
    if text and (title is not None or body):
        name = title["name"] if title else None
        yield Tweet(
            id=post.id,
            words=Words(text=text),
            author=(said.byline or name) if body else name,
            handle=_handle(title["handle"] if title else None) or named.handle,
            posted=said.published if posted_at(post.id) is None else None,
            cut=bool(CUT.search(text)),
        )


def _plain(words: Tag) -> str:
    """Return the words of an old page, whose links hold parts that are not shown."""
    for hidden in words.find_all(class_=_HIDDEN):
        hidden.decompose()
    return _PICTURE.sub("", words.get_text()).strip()


def _attribute(element: Tag, name: str) -> str | None:
    return " ".join(str(element.get(name) or "").split()) or None


def _handle(said: str | None) -> str | None:
    return said if said and _HANDLE.fullmatch(said) else None
