"""Posts and comments on Reddit, by the Atom feed of a post's page."""

from collections.abc import Iterator

from lxml import etree

from provcheck.markup.metadata import moment
from provcheck.markup.tree import parsed_html
from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.rulebook.book import Rulebook
from provcheck.sources.compose import Stretch, joined
from provcheck.sources.posts.asking import asked
from provcheck.sources.posts.fields import line_of
from provcheck.sources.posts.telling import (
    Adapter,
    Answered,
    Telling,
    Told,
    Unclear,
    Withheld,
    Witness,
)
from provcheck.sources.posts.writing import Written, from_html, lines, source_text

_ATOM = "{http://www.w3.org/2005/Atom}"
_TAKEN_DOWN = frozenset({"[removed]", "[deleted]"})
_POST, _COMMENT = "t3_", "t1_"


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    return (asked(post, rules, "feed"),)


def _read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return the entry of the feed that is the post, or the comment that the address names."""
    number = post.id.rpartition("/")[2]
    named = f"{_COMMENT if '/' in post.id else _POST}{number}"
    entry = next((e for e in _entries(answered.data) if _said(e, "id") == named), None)
    if entry is None:
        return Unclear(reason="its feed has no such post")
    written = _written(entry, post, answered.witness, rules)
    if _TAKEN_DOWN.intersection(map(str.strip, written.words.text.splitlines())):
        return Withheld(reason="has the post no more but its place; its words were taken down")
    completeness = Completeness.WHOLE if written.words.blocks else Completeness.STUB
    return Told(text=source_text(written), completeness=completeness)


def _written(entry: etree._Element, post: Post, witness: Witness, rules: Rulebook) -> Written:
    name = line_of(_said(entry, "author", "name").removeprefix("/u/"))
    facts = PostFacts(platform="Reddit", url=post.url, handle=name, witness=witness.name)
    page = parsed_html(_said(entry, "content").replace("\0", "\ufffd"))
    own = page.find(class_="md")
    title = lines(_said(entry, "title")) if "/" not in post.id else Stretch()
    words = from_html(own, rules, "https://www.reddit.com/") if own else Stretch()
    posted = moment(_said(entry, "published") or _said(entry, "updated"))
    return Written(words=joined([title, words]), facts=facts, published=posted)


def _entries(data: bytes) -> Iterator[etree._Element]:
    """Yield the entries of an Atom feed, none of other bytes; nothing is fetched or unfolded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return
    yield from root.iter(f"{_ATOM}entry")


def _said(element: etree._Element, *path: str) -> str:
    return element.findtext("/".join(f"{_ATOM}{name}" for name in path)) or ""


ADAPTER = Adapter("reddit", _witnesses, _read)
