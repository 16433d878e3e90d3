"""Posts in public Telegram channels, as its widget and a channel's preview show them."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from provcheck.markup.metadata import moment
from provcheck.markup.tree import parsed_html
from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.rulebook.book import Rulebook
from provcheck.sources.compose import Stretch
from provcheck.sources.posts.asking import asked, platform_of
from provcheck.sources.posts.fields import line_of
from provcheck.sources.posts.telling import (
    Adapter,
    Answered,
    Gone,
    Telling,
    Told,
    Unclear,
    Withheld,
    Witness,
)
from provcheck.sources.posts.writing import Written, from_html, source_text

_LARGEST = 1 << 19  # bytes
_MESSAGE = "tgme_widget_message"
_IN_APP_ONLY = ("text_not_supported_wrap", "message_media_not_supported")
_EDITED = re.compile(r"\bedited\b", re.IGNORECASE)
_OF_MESSAGE = re.compile(r"[A-Za-z0-9_]+/([0-9]{1,18})")
_NAME = re.compile(r"https://t\.me/([A-Za-z0-9_]{3,64})(?:/[0-9]+)?/?")


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    return asked(post, rules, "embed"), asked(post, rules, "list", "’s list of the channel")


def _read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    page = parsed_html(answered.data)
    messages = {_number(each): each for each in page.find_all(class_=_MESSAGE)}
    numbers = [number for number in messages if number is not None]
    own = messages.get(int(post.id))
    if own is not None:
        return _told(own, answered.witness, post, rules)
    said = _text(page, f"{_MESSAGE}_error")
    if said is not None:
        is_gone = any(words in said.casefold() for words in platform_of(post, rules).gone)
        return (Gone if is_gone else Withheld)(reason=f"says: {said}")
    if page.find(class_="tgme_page") is not None and not numbers:
        return Withheld(reason="shows no posts of this channel outside its own app")
    return _passed_over(numbers, page, post) or Unclear(reason="its answer is no post")


def _told(message: Tag, witness: Witness, post: Post, rules: Rulebook) -> Telling:
    written = _written(message, witness, post, rules)
    in_app_only = _IN_APP_ONLY[0] in message["class"] or message.find(class_=_IN_APP_ONLY)
    if in_app_only and not written.words.blocks:
        return Withheld(reason="shows it in its own app alone")
    completeness = Completeness.WHOLE if written.words.blocks else Completeness.STUB
    return Told(text=source_text(written), completeness=completeness)


def _written(message: Tag, witness: Witness, post: Post, rules: Rulebook) -> Written:
    """Return a message as a post: of the one from whom it is passed on, if it is."""
    platform = platform_of(post, rules).name
    author = _text(message, f"{_MESSAGE}_author")
    handle: str | None = str(message["data-post"]).split("/")[0]
    source = message.find(class_=f"{_MESSAGE}_forwarded_from_name")
    if isinstance(source, Tag):
        author, handle = line_of(source.get_text(" ")), _channel(source)
    time = message.select_one(f".{_MESSAGE}_date time[datetime]")
    posted = moment(time["datetime"]) if time else None
    facts = PostFacts(
        platform=platform,
        url=post.url,
        author=author,
        handle=handle,
        edited=bool(_EDITED.search(_text(message, f"{_MESSAGE}_meta") or "")),
        witness=witness.name,
    )
    words = _worded(message)
    stretch = from_html(words, rules, witness.url) if words else Stretch()
    return Written(words=stretch, facts=facts, published=posted)


def _worded(message: Tag) -> Tag | None:
    """Return the element of a message's own words; one that it answers has such an element too."""
    for element in message.find_all(class_=f"{_MESSAGE}_text"):
        if "js-message_reply_text" not in element["class"]:
            return element
    return None


def _passed_over(numbers: list[int], page: BeautifulSoup, post: Post) -> Gone | None:
    """Return that a channel's list has no such post, where it has earlier and later ones."""
    named = re.compile(rf"/{re.escape(f'{post.handle}/{post.id}')}(?![0-9])", re.IGNORECASE)
    is_between = bool(numbers) and min(numbers) < int(post.id) < max(numbers)
    is_named = (
        page.find("a", href=named) is not None
    )  # one picture of several has no place of its own
    return (
        Gone(reason="has the posts before and after it alone")
        if is_between and not is_named
        else None
    )


def _number(message: Tag) -> int | None:
    """Return the number of a message within its channel."""
    match = _OF_MESSAGE.fullmatch(str(message.get("data-post", "")))
    return int(match[1]) if match else None


def _channel(link: Tag) -> str | None:
    """Return the handle of the channel or account to which a link leads."""
    match = _NAME.fullmatch(str(link.get("href", "")))
    return match[1] if match else None


def _text(within: Tag, css_class: str) -> str | None:
    element = within.find(class_=css_class)
    return line_of(element.get_text(" ")) if isinstance(element, Tag) else None


ADAPTER = Adapter("telegram", _witnesses, _read, largest=_LARGEST)
