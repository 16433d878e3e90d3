"""Markdown: the rendered text, with headings, lists, quotations, links and footnotes."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml

from provcheck.markup.encoding import decoded
from provcheck.markup.layout import Layout, laid_out
from provcheck.markup.metadata import moment
from provcheck.markup.tree import parsed_html
from provcheck.model.article import Article, Comment, LineMap
from provcheck.model.prose import BlockKind
from provcheck.read.comments import Commented, commented, placed_comments, restored
from provcheck.read.furniture import recognised
from provcheck.read.lines import placed
from provcheck.read.origin import Origin
from provcheck.read.rendered import marks_at, rendered
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
    file = commented(decoded(data, origin.charset), lambda text: parsed_html(_html(text)))
    front = _front(file.text)
    layout = laid_out(parsed_html(_html(file.text)), None, platforms)
    lines = restored(placed(file.text, list(layout.runs)), file)
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
        lines=lines,
        comments=_comments(file, layout, lines, platforms),
        **origin.told(layout.text, _said(front, "lang", "language")),
    )


def _comments(
    file: Commented, layout: Layout, lines: LineMap, platforms: Platforms
) -> tuple[Comment, ...]:
    if not file.taken:
        return ()
    marks = {file.mark(number): taken.place for number, taken in enumerate(file.taken)}
    marked = laid_out(parsed_html(_html(file.text, marks)), None, platforms)
    return placed_comments(file, marked, layout, lines)


def _html(file: str, marks: Mapping[str, int] = MappingProxyType({})) -> str:
    """Return the HTML of a file; `marks` are comments to be set in, at offsets into it."""
    body = _FRONT.sub("", file, count=1)
    ahead = len(file) - len(body)
    placed = marks_at(body, {mark: place - ahead for mark, place in marks.items()})
    return rendered(_footnoted(body), placed) or "<p></p>"


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
