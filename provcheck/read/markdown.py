"""Markdown: the rendered text, with headings, lists, quotations, links and footnotes."""

import re
from typing import Any

import yaml
from markdown_it import MarkdownIt

from provcheck.markup.encoding import decoded
from provcheck.markup.layout import laid_out
from provcheck.markup.metadata import moment
from provcheck.markup.tree import parsed_html
from provcheck.model.article import Article
from provcheck.model.prose import BlockKind
from provcheck.read.furniture import recognised
from provcheck.read.lines import placed
from provcheck.read.origin import Origin
from provcheck.rulebook.platforms import Platforms

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(?P<yaml>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_NOTE = re.compile(
    r"^\[\^(?P<label>[^\]\s]{1,60})\]:[ \t]*(?P<text>.*(?:\n(?:[ \t]{2,}|\t).*)*)$", re.MULTILINE
)
_MARK = re.compile(r"\[\^(?P<label>[^\]\s]{1,60})\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")


def read_markdown(data: bytes, origin: Origin, platforms: Platforms) -> Article:
    """Return the article in `data` as its reader sees it, marks of Markdown left out.

    Front matter gives title, author, date, lang. A footnote's mark becomes a link to the address
    that the note gives, over the words before it; raw HTML is read as HTML. Raises Undecodable.
    """
    file = decoded(data, origin.charset)
    front = _front(file)
    body = _FRONT.sub("", file, count=1)
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(_footnoted(body))
    layout = laid_out(parsed_html(html or "<p></p>"), None, platforms)
    found = recognised(layout.text, layout.blocks)
    heading = next((b for b in layout.blocks if b.kind == BlockKind.HEADING), None)
    title = (
        _said(front, "title") or (heading.span.of(layout.text) if heading else None) or found.title
    )
    return Article(
        text=layout.text,
        blocks=found.blocks,
        links=layout.links,
        embeds=layout.embeds,
        title=title,
        byline=_said(front, "author", "byline", "authors") or found.byline,
        published=moment(_said(front, "date", "published")) or found.published,
        dateline=found.dateline,
        lines=placed(file, list(layout.runs)),
        **origin.told(layout.text, _said(front, "lang", "language")),
    )


def _front(file: str) -> dict[str, Any]:
    match = _FRONT.match(file)
    if not match or len(match["yaml"]) > 1 << 16 or re.search(r"[:\s][*&]\w", match["yaml"]):
        return {}
    try:
        front = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError):
        return {}
    return front if isinstance(front, dict) else {}


def _said(front: dict[str, Any], *names: str) -> str | None:
    for name in names:
        value = front.get(name)
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        if value not in (None, ""):
            return str(value)
    return None


def _footnoted(body: str) -> str:
    """Return the text with footnote marks made links to what their notes point to."""
    addresses = {
        match["label"]: found.group().rstrip(".,;")
        for match in _NOTE.finditer(body)
        if (found := _ADDRESS.search(match["text"]))
    }
    shown = _NOTE.sub(lambda m: m["text"], body)
    return _MARK.sub(lambda m: _link(m["label"], addresses), shown)


def _link(label: str, addresses: dict[str, str]) -> str:
    return f'<a href="{addresses[label]}">[{label}]</a>' if label in addresses else f"[{label}]"
