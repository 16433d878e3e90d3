"""What a page says of itself in JSON-LD and meta tags."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from bs4 import BeautifulSoup

from provcheck.markup.landmarks import Landmarks
from provcheck.model.value import Value

# What is an article, most telling first; other types describe the site or the people.
_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "SocialMediaPosting",
    "Report", "WebPage",
)  # fmt: skip
_ORIGINS = ("sourceOrganization", "author", "copyrightHolder")
_MOST_AUTHORS = 20
_DEEPEST = 12
_MOST = 2_000  # nodes of JSON-LD that are looked at
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_JSON_LD = re.compile(r"^\s*application/ld\+json", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")  # of a character: JSON may hold one alone
_BY = re.compile(r"^\s*(?:by|von|par|por)\s+", re.IGNORECASE)


class Metadata(Value):
    """A page's own account; everything is None where it says nothing.

    `free` is whether the text may be read without paying; `published` an aware datetime or a date.
    `origins` are the organisations that it names as where the text comes from, then as its author,
    then as the holder of its rights.
    """

    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    modified: datetime | date | None = None
    publisher: str | None = None
    origins: tuple[str, ...] = ()
    lang: str | None = None
    canonical: str | None = None
    article_body: str | None = None
    free: bool | None = None
    word_count: int | None = None


def metadata(soup: BeautifulSoup) -> Metadata:
    """Return what `soup` says of itself: JSON-LD first, then meta tags, then its elements."""
    page = Landmarks(soup)
    said = _article(list(_nodes(page)))
    return Metadata(
        title=_text(said.get("headline")) or page.meta("og:title", "twitter:title") or _title(page),
        byline=_name(said.get("author")) or _byline(page),
        published=moment(said.get("datePublished")) or _published(page),
        modified=moment(said.get("dateModified"))
        or moment(page.meta("article:modified_time", "og:updated_time")),
        publisher=_name(said.get("publisher")) or page.meta("og:site_name", "application-name"),
        origins=tuple(_organisations(said)),
        lang=_lang(page, said),
        canonical=page.link("canonical") or page.meta("og:url"),
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


def _nodes(page: Landmarks) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outer ones first."""
    count = 0
    for script in page.named["script"]:
        if not _JSON_LD.match(str(script.get("type", ""))):
            continue
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
    if not isinstance(said, str):
        return None
    return _HALF.sub("\ufffd", " ".join(said.split())) or None


def _name(said: object) -> str | None:
    if isinstance(said, list):
        names = [name for name in map(_name, said[:_MOST_AUTHORS]) if name]
        return ", ".join(names) or None
    return _text(said.get("name")) if isinstance(said, dict) else _text(said)


def _organisations(said: dict[str, Any]) -> Iterator[str]:
    for field in _ORIGINS:
        value = said.get(field)
        for each in value[:_MOST_AUTHORS] if isinstance(value, list) else [value]:
            kind = each.get("@type") if isinstance(each, dict) else ""
            name = _name(each)
            if name and "Organization" in str(kind):
                yield name


def _flag(said: object) -> bool | None:
    told = str(said).strip().casefold()
    return {"true": True, "false": False}.get(told)


def _count(said: object) -> int | None:
    told = str(said).strip() if isinstance(said, int | str) else ""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None  # noqa: PLR2004


def _title(page: Landmarks) -> str | None:
    for tag in (page.first("h1"), page.first("title")):
        if tag is not None and tag.get_text(strip=True):
            return " ".join(tag.get_text(" ").split())
    return None


def _byline(page: Landmarks) -> str | None:
    named = page.meta("author", "article:author", "dc.creator", "parsely-author")
    if named and not named.startswith("http"):
        return named
    tag = page.author or page.byline
    said = " ".join(tag.get_text(" ").split()) if tag is not None else ""
    return _BY.sub("", said) or None if len(said) < 120 else None  # noqa: PLR2004


def _published(page: Landmarks) -> datetime | date | None:
    names = ("article:published_time", "datePublished", "dc.date.issued", "dc.date", "date")
    told = moment(page.meta(*names))
    return told or (moment(page.time.get("datetime")) if page.time is not None else None)


def _lang(page: Landmarks, said: dict[str, Any]) -> str | None:
    root = page.first("html")
    marked = root.get("lang") or root.get("xml:lang") if root is not None else None
    told = marked if isinstance(marked, str) else _text(said.get("inLanguage"))
    told = told or page.meta("og:locale", "content-language")
    return told.strip().replace("_", "-") or None if told else None
