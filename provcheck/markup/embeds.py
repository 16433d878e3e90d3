"""Posts set into a page: whose they are, what they say, where they were posted."""

import re
from datetime import date

from bs4.element import NavigableString, Tag
from dateutil import parser as dates

from provcheck.model.prose import Embed
from provcheck.model.span import Span
from provcheck.rulebook.platforms import EmbedShape, Platform, Platforms

_HANDLE = re.compile(r"\(\s*@([A-Za-z0-9_.-]{1,64}(?:@[A-Za-z0-9.-]{1,100})?)\s*\)")
_DASH = re.compile(r"^\s*(?:—|–|--|-|&mdash;)\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def embed_of(element: Tag, platforms: Platforms) -> tuple[str, Embed] | None:
    """Return the text of an embedded post and its Embed, offsets into that text; None if no post.

    The text is the post's words and, on a line of its own, the author line as it stands. A post
    whose markup carries no words (an iframe, a player) has an empty `words` span.
    """
    if element.name not in platforms.elements:
        return None
    platform = next((p for p in platforms.platforms if _is_embed(element, p)), None)
    if platform is None:
        return None
    words, signature = _bared(*_parted(element), platform)
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


def _is_embed(element: Tag, platform: Platform) -> bool:
    return any(_fits(element, shape) for shape in platform.shapes)


def _fits(element: Tag, shape: EmbedShape) -> bool:
    """Tell whether an element has a shape; looks at the element alone, however deep it lies."""
    if element.name != shape.element:
        return False
    classes: list[str] = list(element.get("class") or ())
    held = str(element.get(shape.attribute, "")) if shape.attribute else ""
    return (not shape.css_class or shape.css_class in classes) and shape.holds in held


def _parted(element: Tag) -> tuple[str, str]:
    """Return the post's words and the author line below them."""
    paragraphs = element.find_all("p")
    if not paragraphs:
        return _plain(element), ""
    words = "\n".join(filter(None, (_plain(p) for p in paragraphs)))
    last = paragraphs[-1]
    rest = "".join(
        _raw(sibling)
        for sibling in last.next_siblings
        if isinstance(sibling, NavigableString | Tag)
    )
    return words, " ".join(rest.split())


def _bared(words: str, signature: str, platform: Platform) -> tuple[str, str]:
    """Return the words without what the embed shows round them, which joins the author line."""
    for pattern in platform.around:
        match = re.search(pattern, words, re.IGNORECASE)
        if match:
            words = f"{words[: match.start()]}{words[match.end() :]}".strip()
            signature = " ".join(f"{signature} {match[0]}".split())
    return words, signature


def _raw(node: NavigableString | Tag) -> str:
    if isinstance(node, Tag):
        return "" if node.name in {"script", "style"} else node.get_text()
    return str(node)


def _plain(element: Tag) -> str:
    """Return an element's text with its line breaks kept and other white space collapsed."""
    pieces = [
        "\n" if isinstance(node, Tag) else _SPACE.sub(" ", str(node))
        for node in element.descendants
        if isinstance(node, NavigableString)
        or (isinstance(node, Tag) and node.name in {"br", "div"})
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
    said = [str(told.get("datetime"))] if isinstance(told, Tag) else []
    said += [link.get_text(" ", strip=True) for link in reversed(element.find_all("a"))][:2]
    said.append(signature.rpartition(")")[2].strip())
    return next(filter(None, map(day, said)), None)


def day(said: str) -> date | None:
    """Return the day that a text as a whole names, with its year; None for anything else."""
    if not re.search(r"\b\d{4}\b", said) or len(said) > 60:  # noqa: PLR2004
        return None
    try:
        return dates.parse(said).date()
    except (ValueError, OverflowError, TypeError):
        return None


def _address(element: Tag, platform: Platform) -> str | None:
    """Return the post's own address: from the attribute that carries it, else its last link."""
    named = (platform.named(name, str(element.get(name, ""))) for name in platform.named_by)
    post = next(filter(None, named), None)
    if post is not None:
        return post.url
    said = [str(element.get(name)) for name in platform.address if element.get(name)]
    said += [str(link.get("href")) for link in reversed(element.find_all("a", href=True))]
    return next((url for url in said if _is_post(url, platform)), None)


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
