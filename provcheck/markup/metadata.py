"""What a page says of itself in JSON-LD and meta tags."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bs4 import BeautifulSoup, Tag

from provcheck.model.value import Value

# What is an article, most telling first; other types describe the site or the people.
_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "SocialMediaPosting",
    "Report", "WebPage",
)  # fmt: skip
_DEEPEST = 12
_MOST = 2_000  # nodes of JSON-LD that are looked at
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_BY = re.compile(r"^\s*(?:by|von|par|por)\s+", re.IGNORECASE)


class Metadata(Value):
    """A page's own account; everything is None where it says nothing.

    `free` is whether the text may be read without paying; `published` an aware datetime or a date.
    """

    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    modified: datetime | date | None = None
    publisher: str | None = None
    lang: str | None = None
    canonical: str | None = None
    article_body: str | None = None
    free: bool | None = None
    word_count: int | None = None


def metadata(soup: BeautifulSoup) -> Metadata:
    """Return what `soup` says of itself: JSON-LD first, then meta tags, then its elements."""
    said = _article(list(_nodes(soup)))
    return Metadata(
        title=_text(said.get("headline"))
        or _meta(soup, "og:title", "twitter:title")
        or _title(soup),
        byline=_name(said.get("author")) or _byline(soup),
        published=moment(said.get("datePublished")) or _published(soup),
        modified=moment(said.get("dateModified"))
        or moment(_meta(soup, "article:modified_time", "og:updated_time")),
        publisher=_name(said.get("publisher")) or _meta(soup, "og:site_name", "application-name"),
        lang=_lang(soup, said),
        canonical=_link(soup, "canonical") or _meta(soup, "og:url"),
        article_body=_text(said.get("articleBody")),
        free=_flag(said.get("isAccessibleForFree")),
        word_count=_count(said.get("wordCount")),
    )


def moment(said: object) -> datetime | date | None:
    """Return the moment or day that an ISO 8601 text names; a time without zone is its day."""
    if not isinstance(said, str):
        return None
    text = said.strip()
    try:
        if len(text) <= len("2025-01-23"):
            return date.fromisoformat(text)
        at = datetime.fromisoformat(text)
    except ValueError:
        day = re.match(r"\d{4}-\d{2}-\d{2}", text)
        return moment(day.group()) if day and day.group() != text else None
    return at if at.tzinfo else at.date()


def _nodes(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outer ones first."""
    count = 0
    for script in soup.find_all(
        "script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE)
    ):
        waiting = [(_json(script.string or ""), 0)]
        while waiting and count < _MOST:
            node, depth = waiting.pop(0)
            count += 1
            if isinstance(node, list):
                waiting += [(each, depth) for each in node]
            elif isinstance(node, dict):
                yield node
                inner = node.get("@graph") or node.get("mainEntity")
                if depth < _DEEPEST and isinstance(inner, list | dict):
                    waiting.append((inner, depth + 1))


def _json(text: str) -> Any:  # noqa: ANN401
    plain = _COMMENT.sub("", _COMMENT.sub("", text))
    try:
        return json.loads(plain, strict=False)
    except (ValueError, RecursionError):
        return None


def _article(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    for wanted in _ARTICLES:
        for node in nodes:
            kinds = node.get("@type")
            if wanted == kinds or (isinstance(kinds, list) and wanted in kinds):
                return node
    return {}


def _text(said: object) -> str | None:
    return " ".join(said.split()) or None if isinstance(said, str) else None


def _name(said: object) -> str | None:
    if isinstance(said, list):
        names = [name for name in map(_name, said[:20]) if name]
        return ", ".join(names) or None
    return _text(said.get("name")) if isinstance(said, dict) else _text(said)


def _flag(said: object) -> bool | None:
    told = str(said).strip().casefold()
    return {"true": True, "false": False}.get(told)


def _count(said: object) -> int | None:
    told = str(said).strip() if isinstance(said, int | str) else ""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None  # noqa: PLR2004


def _meta(soup: BeautifulSoup, *names: str) -> str | None:
    for name in names:
        for attribute in ("property", "name", "itemprop"):
            tag = soup.find("meta", attrs={attribute: name})
            content = tag.get("content") if isinstance(tag, Tag) else None
            if isinstance(content, str) and content.strip():
                return " ".join(content.split())
    return None


def _link(soup: BeautifulSoup, relation: str) -> str | None:
    tag = soup.find("link", rel=relation)
    address = tag.get("href") if isinstance(tag, Tag) else None
    return address.strip() or None if isinstance(address, str) else None


def _title(soup: BeautifulSoup) -> str | None:
    for name in ("h1", "title"):
        tag = soup.find(name)
        if isinstance(tag, Tag) and tag.get_text(strip=True):
            return " ".join(tag.get_text(" ").split())
    return None


def _byline(soup: BeautifulSoup) -> str | None:
    named = _meta(soup, "author", "article:author", "dc.creator", "parsely-author")
    if named and not named.startswith("http"):
        return named
    tag = soup.find(True, rel="author") or soup.find(  # noqa: FBT003
        True,  # noqa: FBT003
        class_=re.compile(r"^(?:byline|author)$"),  # noqa: FBT003, RUF100
    )
    said = " ".join(tag.get_text(" ").split()) if isinstance(tag, Tag) else ""
    return _BY.sub("", said) or None if len(said) < 120 else None  # noqa: PLR2004


def _published(soup: BeautifulSoup) -> datetime | date | None:
    names = ("article:published_time", "datePublished", "dc.date.issued", "dc.date", "date")
    told = moment(_meta(soup, *names))
    if told:
        return told
    tag = soup.find("time", attrs={"datetime": True})
    return moment(tag.get("datetime")) if isinstance(tag, Tag) else None


def _lang(soup: BeautifulSoup, said: dict[str, Any]) -> str | None:
    root = soup.find("html")
    marked = root.get("lang") or root.get("xml:lang") if isinstance(root, Tag) else None
    told = marked if isinstance(marked, str) else _text(said.get("inLanguage"))
    told = told or _meta(soup, "og:locale", "content-language")
    return told.strip().replace("_", "-") or None if told else None
