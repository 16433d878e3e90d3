"""Parts a page's own text from what stands round it: navigation, teasers, comments, hidden text."""

import re
from collections.abc import Iterable

from bs4 import Tag

from provcheck.rulebook.pages import PageRules
from provcheck.sources.main_text import MainText

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FURNITURE = frozenset({"nav", "footer", "form", "dialog", "menu", "aside", "noscript"})
_HOLDERS = ["h1", "main"]
_ROOTS = frozenset({"html", "body", "main", "h1", "[document]"})
_NO_WORDS = frozenset({"script", "style", "head", "svg", "iframe", "object"})
_QUOTING = frozenset({"blockquote", "figure"})
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
# The share of an element's words that must be main text before its name is disregarded.
_OWN = 0.6
# Looking into nested candidates again and again stops after this many times the page's size.
_LOOKS = 20


class Parted:
    """What was taken out of a page's tree: visible asides as trees, hidden words as text."""

    def __init__(self) -> None:
        self.beside: list[Tag] = []
        self.hidden: list[str] = []


def part(root: Tag, main: MainText, rules: PageRules) -> Parted:
    """Take what is not a page's own text out of `root`, and return it.

    An element is an aside by its name (nav, footer, aside, form) or a token of its class or id,
    unless its words are the page's main text or it holds the page's first heading: a name alone
    never takes the text away. `root` is changed; every element is looked at once.
    """
    parted = Parted()
    looks = _LOOKS * max(1, len(root.get_text()))
    waiting: list[tuple[Tag, bool]] = [(root, False)]
    while waiting:
        element, quoting = waiting.pop()
        if element.name in _NO_WORDS:
            continue
        hidden = _is_hidden(element)
        if (hidden or _is_aside(element, rules, quoting=quoting)) and looks > 0:
            words = element.get_text(" ")
            looks -= len(words)
            if not _is_own(element, words, main, hidden=hidden):
                _take(element, words, parted, hidden=hidden)
                continue
        inside = quoting or element.name in _QUOTING
        waiting.extend((child, inside) for child in reversed(list(_elements(element))))
    return parted


def _elements(element: Tag) -> Iterable[Tag]:
    return (child for child in element.children if isinstance(child, Tag))


def _take(element: Tag, words: str, parted: Parted, *, hidden: bool) -> None:
    if hidden:
        parted.hidden.append(" ".join(words.split()))
        element.extract()
    else:
        parted.beside.append(element.extract())


def _is_hidden(element: Tag) -> bool:
    if element.name in {"template", "noscript"}:
        return True
    if element.has_attr("hidden") and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return isinstance(style, str) and bool(_HIDING.search(style))


def _is_aside(element: Tag, rules: PageRules, *, quoting: bool) -> bool:
    if element.name in _ROOTS or element.name == "blockquote":
        return False
    if element.name in _FURNITURE:
        # In a quotation the footer says who is quoted.
        return not (quoting and element.name == "footer")
    tokens = _tokens(element)
    return not tokens.isdisjoint(rules.aside_tokens)


def _tokens(element: Tag) -> frozenset[str]:
    """Return the words in an element's class and id, in lower case."""
    said = (element.get("class"), element.get("id"))
    names = [
        name for value in said for name in ([value] if isinstance(value, str) else value or ())
    ]
    return frozenset(t.casefold() for name in names for t in _TOKEN.findall(name[:200]))


def _is_own(element: Tag, words: str, main: MainText, *, hidden: bool) -> bool:
    """Tell whether an element that looks like an aside is the page's own text after all."""
    if element.name == "nav":
        return False
    held = main.words > 0 and main.share(words) >= _OWN
    if hidden:
        return held and len(words.split()) * 2 >= main.words
    return held or element.find(_HOLDERS) is not None
