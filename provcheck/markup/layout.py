"""An HTML tree as a reader sees it: one text, its blocks, its links, its embedded posts."""

import re
from urllib.parse import urljoin

from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag

from provcheck.markup.embeds import bare_embed, embed_of
from provcheck.model.prose import Block, BlockKind, Embed, Link
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.platforms import Platforms

_UNSEEN = {
    "script",
    "style",
    "template",
    "noscript",
    "title",  # not <head>: lxml puts a page's words there when it leaves <body> out
    "svg",
    "math",
    "iframe",
    "object",
    "select",
    "option",
    "button",
    "input",
    "textarea",
    "datalist",
    "dialog",
    "audio",
    "video",
}
_INLINE = {
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
    "nobr",
    "img",
    "ruby",
    "rb",
    "rt",
}
_KINDS = {
    "blockquote": BlockKind.BLOCK_QUOTE,
    "li": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Layout(Value):
    """What is seen of a tree, one line a block.

    `runs` lead back to the markup: (offset in `text`, the words as they stand in the tree).
    `comments` are those within what is seen, each with the offset in `text` at which the block
    begins that it stands in, or else the next one: the length of `text` and more where none does.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    embeds: tuple[Embed, ...] = ()
    runs: tuple[tuple[int, str], ...] = ()
    comments: tuple[tuple[str, int], ...] = ()


def laid_out(root: Tag, base_url: str | None, platforms: Platforms) -> Layout:
    """Return what a reader sees of `root`: hidden elements, scripts and controls left out.

    White space is collapsed as browsers do, <br> ends a line within its block. Links are absolute
    against `base_url`, and only http, https and mailto ones are kept.
    """
    page = _Page(base_url, platforms)
    waiting: list[tuple[str, PageElement, BlockKind]] = [("open", root, BlockKind.PARAGRAPH)]
    while waiting:
        step, element, kind = waiting.pop()
        if step == "close":
            page.closed(element, kind)
        elif isinstance(element, Tag):
            waiting += page.opened(element, kind)
        elif isinstance(element, Comment):
            page.remarked(element)
        elif isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
            page.said(str(element))
    page.end_block(BlockKind.PARAGRAPH)
    return page.layout()


def is_hidden(element: Tag) -> bool:
    """Tell whether a browser shows nothing of `element`."""
    style = element.get("style")
    return (
        element.name in _UNSEEN
        or element.has_attr("hidden")
        or element.get("aria-hidden") == "true"
        or (isinstance(style, str) and bool(_HIDING.search(style)))
    )


class _Page:
    """The text while it is laid out, block by block."""

    def __init__(self, base_url: str | None, platforms: Platforms) -> None:
        self._base, self._platforms = base_url, platforms
        self._parts: list[str] = []  # of the open block
        self._links: list[tuple[int, str]] = []  # open <a>: where it began in the block, its URL
        self._closed: list[tuple[int, int, str]] = []  # links of the open block
        self._length = 0  # of the open block
        self._text = ""
        self._lines: list[str] = []
        self._size = 0  # of all closed blocks
        self._blocks: list[Block] = []
        self._found: list[Link] = []
        self._embeds: list[Embed] = []
        self._runs: list[tuple[int, str]] = []
        self._open_runs: list[tuple[int, str]] = []
        self._comments: list[tuple[str, int]] = []

    def opened(self, element: Tag, kind: BlockKind) -> list[tuple[str, PageElement, BlockKind]]:
        """Take note of an element; return what is to be done within it, last first."""
        embedded = embed_of(element, self._platforms)
        if embedded is not None:
            self.end_block(kind)
            for words in element.find_all(string=_is_comment):
                self.remarked(words)
            self._embed(*embedded)
            return []
        if is_hidden(element):
            return []
        if element.name == "br":
            self._add("\n")
            return []
        if element.name not in _INLINE and element.name != "br":
            self.end_block(kind)
            kind = _KINDS.get(element.name, kind)
        elif element.name == "a":
            self._links.append((self._length, self._address(element)))
        inside = [("open", child, kind) for child in reversed(list(element.children))]
        return [("close", element, kind), *inside]

    def closed(self, element: PageElement, kind: BlockKind) -> None:
        """End a block or a link."""
        name = element.name if isinstance(element, Tag) else None
        if name == "a" and self._links:
            start, url = self._links.pop()
            if url:
                self._closed.append((start, self._length, url))
        elif name not in _INLINE:
            self.end_block(kind)

    def said(self, words: str) -> None:
        """Add text, its white space collapsed with what stands before it."""
        shown = _SPACE.sub(" ", words)
        if shown.startswith(" ") and (not self._length or self._parts[-1][-1] in " \n"):
            shown = shown[1:]
        if shown:
            self._open_runs.append((self._length, words))
            self._add(shown)

    def remarked(self, comment: NavigableString) -> None:
        """Take note of a comment; the open block, or if that stays empty the next, begins here."""
        self._comments.append((str(comment), self._size))

    def end_block(self, kind: BlockKind) -> None:
        """Close the open block, if it holds anything to read."""
        text = "".join(self._parts)
        start = len(text) - len(text.lstrip())
        stripped = text.strip()
        if stripped:
            at = self._size
            bare = bare_embed(stripped, self._platforms)
            if bare is not None:
                kind = BlockKind.EMBED
                self._embeds.append(_moved(bare, at))
            self._lines.append(stripped)
            self._size += len(stripped) + 1
            self._blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(stripped))))
            self._found += [
                Link(span=Span(start=at + first, end=at + last), url=url)
                for begin, end, url in self._closed
                if (first := max(begin - start, 0)) < (last := min(end - start, len(stripped)))
            ]
            self._runs += [(at + max(o - start, 0), words) for o, words in self._open_runs]
        self._parts, self._closed, self._length, self._open_runs = [], [], 0, []
        self._links = [(0, url) for _, url in self._links]

    def layout(self) -> Layout:
        """Return everything that was laid out."""
        return Layout(
            text="\n".join(self._lines),
            blocks=tuple(self._blocks),
            links=tuple(self._found),
            embeds=tuple(self._embeds),
            runs=tuple(self._runs),
            comments=tuple(self._comments),
        )

    def _add(self, words: str) -> None:
        while words == "\n" and self._parts and self._parts[-1].endswith(" "):
            whole = self._parts.pop()
            kept = whole.rstrip(" ")
            self._length -= len(whole) - len(kept)
            self._parts += [kept] if kept else []
        self._parts.append(words)
        self._length += len(words)

    def _embed(self, text: str, embed: Embed) -> None:
        at = self._size
        self._lines.append(text)
        self._size += len(text) + 1
        self._blocks.append(Block(kind=BlockKind.EMBED, span=Span(start=at, end=at + len(text))))
        self._embeds.append(_moved(embed, at))
        self._runs.append((at, text))

    def _address(self, element: Tag) -> str:
        address = element.get("href")
        if not isinstance(address, str) or address.strip()[:1] in {"", "#"}:
            return ""  # what leads to a place on this page is no address of another
        try:
            absolute = urljoin(self._base or "", re.sub(r"[\t\r\n]", "", address.strip()))
        except ValueError:
            return ""
        return absolute if absolute.startswith(("http://", "https://", "mailto:")) else ""


def _is_comment(words: str | None) -> bool:
    return isinstance(words, Comment)


def _moved(embed: Embed, by: int) -> Embed:
    """Return an embed that lies that many code points further on."""
    spans = {
        name: Span(start=span.start + by, end=span.end + by)
        for name in ("span", "words", "author_span")
        if (span := getattr(embed, name)) is not None
    }
    return embed.model_copy(update=spans)
