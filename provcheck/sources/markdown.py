import re
from collections.abc import Iterator
from importlib.metadata import version
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markdown_it.token import Token

from provcheck.model.evidence import Completeness
from provcheck.model.prose import Block, BlockKind, Link
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body
from provcheck.sources.charset import characters
from provcheck.sources.compose import Stretch, joined
from provcheck.sources.plain import read_plain
from provcheck.sources.transcript import labelled

EXTRACTOR = "markdown/1 markdown-it-py/" + version("markdown-it-py")
# Beyond this, marks matter less than that reading ends soon: the file is read as plain text.
_MOST_CHARACTERS = 1 << 20
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# Quotations nested beyond what the parser follows: it would leave their words out.
_DEEP = re.compile(r"^[ \t]*(?:>[ \t]*){20}", re.MULTILINE)
_FIELD = re.compile(r"^(title|author|lang)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_CONTAINERS = {
    "blockquote": BlockKind.BLOCK_QUOTE,
    "list_item": BlockKind.LIST_ITEM,
    "heading": BlockKind.HEADING,
}


def read_markdown(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the text that a reader of the rendered Markdown sees, with its links.

    Front matter gives title, author and language and is no text. Raw HTML is left out; a file that
    is raw HTML throughout, or huge, is read as plain text: no words are lost. Raises Unreadable
    for binary data and for a file without a word.
    """
    read = characters(body)
    if len(read.text) > _MOST_CHARACTERS:
        return read_plain(body, rules)
    front, marked = _parted(read.text.replace("\r\n", "\n"))
    stretch = _stretch(marked, body.url)
    if not stretch.text or _DEEP.search(marked):
        return read_plain(body, rules)
    completeness = read.completeness
    spoken = labelled(stretch.text, page_rules())
    if spoken is not None:
        known = {
            "title": front.get("title") or spoken.title,
            "extractor": f"{EXTRACTOR} {spoken.extractor}",
        }
        return spoken.model_copy(update=known), completeness
    text = SourceText(
        text=stretch.text,
        blocks=stretch.blocks,
        links=stretch.links,
        title=front.get("title") or _first_heading(stretch),
        byline=front.get("author"),
        **({"lang": front["lang"]} if "lang" in front else {}),
        extractor=EXTRACTOR,
    )
    return text, completeness


def _parted(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {name: value.strip("\"'") for name, value in _FIELD.findall(match.group(1))}
    return fields, text[match.end() :]


def _first_heading(stretch: Stretch) -> str | None:
    for block in stretch.blocks[:1]:
        if block.kind == BlockKind.HEADING:
            return block.span.of(stretch.text)
    return None


def _stretch(marked: str, url: str | None) -> Stretch:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    return joined(list(_blocks(parser.parse(marked), url)))


def _blocks(tokens: list[Token], url: str | None) -> Iterator[Stretch]:
    """Yield a stretch for each block of words, with the kind of its innermost container."""
    inside = [BlockKind.PARAGRAPH]
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if name in _CONTAINERS and side == "open":
            inside.append(_CONTAINERS[name])
        elif name in _CONTAINERS and side == "close":
            inside.pop()
        elif token.type == "inline":
            yield _inline(token.children or [], inside[-1], url)
        elif token.type in {"fence", "code_block"}:
            yield _made(token.content.strip("\n"), inside[-1], ())


def _inline(tokens: list[Token], kind: BlockKind, url: str | None) -> Stretch:
    words: list[str] = []
    links: list[Link] = []
    at = 0
    opened: tuple[int, str] | None = None
    for token in tokens:
        if token.type == "link_open":
            opened = at, str(token.attrGet("href") or "")
        elif token.type == "link_close" and opened is not None:
            target = _absolute(opened[1], url)
            if target and at > opened[0]:
                links.append(Link(span=Span(start=opened[0], end=at), url=target))
            opened = None
        else:
            shown = _shown(token)
            words.append(shown)
            at += len(shown)
    return _made("".join(words), kind, tuple(links))


def _shown(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case _:
            return ""


def _made(words: str, kind: BlockKind, links: tuple[Link, ...]) -> Stretch:
    if not words.strip():
        return Stretch()
    block = Block(kind=kind, span=Span(start=0, end=len(words)))
    return Stretch(text=words, blocks=(block,), links=links)


def _absolute(href: str, base: str | None) -> str | None:
    """Return the web address that `href` leads to from `base`, or None for any other target."""
    try:
        target = urljoin(base or "", href)
    except ValueError:  # a bracketed host that is no address
        return None
    return target if target.startswith(("http://", "https://")) else None
