"""Renders Markdown as its readers do, and tells what elements came of it."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdown_it import MarkdownIt

# What GitHub and GitLab look for in every piece of text, once Markdown is rendered.
MADE_OF_TEXT = {
    "mention": r"@\w",
    "issue": r"#\w",
    "ticket": r"[A-Za-z]-\d",
    "emoji": r":[+\w-]+:",
    "address": r"//|www\.|\w\.[^\W\d_]{2}",
    "commit": r"[0-9a-f]{7}",
    "formula": r"\$.|.\$",
    "reference of GitLab": r"[!%~&^][\w\"{]|\[\w+:|\*\w+:",
    "mark of a change": r"[{\[][+-]|[+-][\]}]",
}


def page(markdown: str) -> Tag:
    """Return what CommonMark, with tables and strikethrough, makes of `markdown`."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return BeautifulSoup(f"<main>{reader.render(markdown)}</main>", "lxml").main


def skeleton(element: Tag) -> list:
    """Return the elements in their order and nesting; spans, which show nothing, left out."""
    return [part for child in element.children for part in _part(child)]


def _part(child: object) -> list:
    if not isinstance(child, Tag):
        return []
    if child.name == "span":
        return skeleton(child)
    return [(child.name, child.get("href"), skeleton(child))]


def made_of_text(element: Tag) -> Iterator[tuple[str, str]]:
    """Return what a platform would make more of than text, by its kind; code is let be."""
    for text in element.find_all(string=True):
        if isinstance(text, NavigableString) and text.parent.name != "code":
            yield from (
                (kind, text) for kind, seen in MADE_OF_TEXT.items() if re.search(seen, text)
            )
