"""Posts set into a page: whose they are, what they say, where they were posted."""

import re
from datetime import date, datetime

from bs4.element import NavigableString, PageElement, Tag

from provcheck.markup.metadata import moment
from provcheck.model.prose import Embed
from provcheck.model.span import Span
from provcheck.rulebook.days import day_rules
from provcheck.rulebook.platforms import EmbedShape, Platform, Platforms

_HANDLE = re.compile(r"\(\s*@([A-Za-z0-9_.-]{1,64}(?:@[A-Za-z0-9.-]{1,100})?)\s*\)")
_DASH = re.compile(r"^\s*(?:[—–―‒]|--|-|&mdash;)\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
# "— Name (@handle) January 22, 2025" at the end of an embed whose markup parts nothing.
_SIGNED = re.compile(
    r"(?:(?<=\s)|^)(?:[—–―‒]|--|-)\s?[^\n()]{1,80}\(\s*@[\w.-]{1,64}\s*\)[^\n]{0,40}\Z"
)
_LONGEST = 60  # characters of a date
_YEAR = re.compile(r"\d{4}")
_LINE = 500  # characters of a line that is an address


def embed_of(element: Tag, platforms: Platforms) -> tuple[str, Embed] | None:
    """Return the text of an embedded post and its Embed, offsets into that text; None if no post.

    The text is the post's words and, on a line of its own, the author line as it stands. A post
    whose markup carries no words (an iframe, a player, a bare link) has an empty `words` span.
    """
    if element.name not in platforms.elements:
        return None
    platform = next((p for p in platforms.platforms if _is_embed(element, p)), None)
    if platform is None:
        return None
    words, signature = _bared(*_parted(element, platform), platform)
    text = f"{words}\n{signature}" if words and signature else words or signature
    url = _address(element, platform)
    if not text:
        text = url or platform.name
    known = _signed(signature, len(text) - len(signature), platform)
    links = tuple(dict.fromkeys(_links(element, platform, url)))
    return text, Embed(
        platform=platform.name,
        span=Span(start=0, end=len(text)),
        words=Span(start=0, end=len(words)),
        posted=_posted(element, signature),
        url=url,
        links=links,
        media=tuple(_media(words, platform)),
        **known,
    )


def bare_embed(line: str, platforms: Platforms) -> Embed | None:
    """Return the post that a line names which is nothing but its address, None for other lines.

    Publishing systems set the post in there; its words stand nowhere in the page.
    """
    if len(line) > _LINE or not line.startswith(("http://", "https://")) or _SPACE.search(line):
        return None
    post = platforms.post_at(line)
    if post is None:
        return None
    platform = platforms.with_id(post.platform)
    empty, whole = Span(start=0, end=0), Span(start=0, end=len(line))
    return Embed(platform=platform.name, span=whole, words=empty, handle=post.handle, url=line)


def _is_embed(element: Tag, platform: Platform) -> bool:
    return any(_fits(element, shape) for shape in platform.shapes)


def _fits(element: Tag, shape: EmbedShape) -> bool:
    """Tell whether an element has a shape; looks at the element alone, however deep it lies."""
    if element.name != shape.element:
        return False
    classes: list[str] = list(element.get("class") or ())
    if shape.attribute and not element.has_attr(shape.attribute):
        return False
    held = str(element.get(shape.attribute, "")) if shape.attribute else ""
    return (not shape.css_class or shape.css_class in classes) and shape.holds in held


def _parted(element: Tag, platform: Platform) -> tuple[str, str]:
    """Return the post's words and the author line below them."""
    paragraphs = element.find_all("p")
    if not paragraphs:
        return _cut(_plain(element), element, platform)
    words = "\n".join(filter(None, (_plain(p) for p in paragraphs)))
    rest = "".join(map(_raw, paragraphs[-1].next_siblings))
    signature = " ".join(rest.split())
    return (words, signature) if signature else _cut(words, element, platform)


def _cut(words: str, element: Tag, platform: Platform) -> tuple[str, str]:
    """Return words and author line where no markup parts them; a lone link to the post is none."""
    signed = _SIGNED.search(words)
    if signed is not None:
        return words[: signed.start()].rstrip(), signed.group()
    links = element.find_all("a", href=True, limit=2)
    lone = len(links) == 1 and words == _plain(links[0])
    if lone and _is_post(str(links[0].get("href")), platform):
        return "", words
    return words, ""


def _bared(words: str, signature: str, platform: Platform) -> tuple[str, str]:
    """Return the words without what the embed shows round them, which joins the author line."""
    for pattern in platform.around:
        match = re.search(pattern, words, re.IGNORECASE)
        if match:
            words = f"{words[: match.start()]}{words[match.end() :]}".strip()
            signature = " ".join(f"{signature} {match[0]}".split())
    return words, signature


def _raw(node: PageElement) -> str:
    if isinstance(node, Tag):
        return "" if node.name in {"script", "style"} else node.get_text()
    return str(node) if type(node) is NavigableString else ""


def _plain(element: Tag) -> str:
    """Return an element's text with its line breaks kept and other white space collapsed."""
    pieces = [
        "\n" if isinstance(node, Tag) else _SPACE.sub(" ", str(node))
        for node in element.descendants
        if type(node) is NavigableString or (isinstance(node, Tag) and node.name in {"br", "div"})
    ]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _signed(signature: str, start: int, platform: Platform) -> dict[str, object]:
    """Return author, where the name stands, and handle, from "— Name (@handle) date"."""
    handle = _HANDLE.search(signature)
    dash = _DASH.match(signature)
    begin = dash.end() if dash else 0
    for lead_in in platform.signed:
        at = signature.find(lead_in)
        begin = max(begin, at + len(lead_in) if at >= 0 else 0)
    name = signature[begin : handle.start()].strip() if handle else ""
    if not name:
        return {"handle": handle.group(1)} if handle else {}
    begin = signature.index(name, begin)
    span = Span(start=start + begin, end=start + begin + len(name))
    return {"author": name, "author_span": span, "handle": handle.group(1) if handle else None}


def _posted(element: Tag, signature: str) -> date | None:
    told = element.find("time", attrs={"datetime": True})
    at = moment(told.get("datetime")) if isinstance(told, Tag) else None
    if at is not None:
        return at.date() if isinstance(at, datetime) else at
    said = [link.get_text(" ", strip=True) for link in reversed(element.find_all("a"))][:2]
    said.append(signature.rpartition(")")[2].strip())
    return next(filter(None, map(day, said)), None)


def day(said: str) -> date | None:
    """Return the day that a short text names with its year, in the languages of rules/days.yaml.

    None for anything else; figures alone, which may be either of day and month, say nothing.
    """
    if len(said) > _LONGEST or not _YEAR.search(said):
        return None
    return day_rules().full_date(said)


def _address(element: Tag, platform: Platform) -> str | None:
    """Return the post's own address: from the attribute that carries it, else its last link."""
    named = (platform.named(name, str(element.get(name, ""))) for name in platform.named_by)
    post = next(filter(None, named), None)
    if post is not None:
        return post.url
    said = [str(element.get(name)) for name in platform.address if element.get(name)]
    said += [str(link.get("href")) for link in reversed(element.find_all("a", href=True))]
    found = (f"https:{url}" if url.startswith("//") else url for url in said)
    return next((url for url in found if _is_post(url, platform)), None)


def _is_post(url: str, platform: Platform) -> bool:
    try:
        return platform.post_at(url) is not None
    except ValueError:  # no address at all
        return False


def _links(element: Tag, platform: Platform, own: str | None) -> list[str]:
    found = [str(link.get("href")) for link in element.find_all("a", href=True)]
    of_platform = re.compile(rf"https?://(?:[\w-]+\.)*(?:{_any(platform.hosts)})(?:/|$)")
    return [
        url for url in found if url.startswith("http") and url != own and not of_platform.match(url)
    ]


def _media(words: str, platform: Platform) -> list[str]:
    if not platform.media_hosts:
        return []
    return re.findall(rf"(?:{_any(platform.media_hosts)})/[A-Za-z0-9]+", words)


def _any(hosts: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, hosts)) or r"(?!)"
