"""Posts on Bluesky, as its public interface tells them; shapes by the lexicons of app.bsky."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate

from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.model.prose import Link
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.sources.compose import Stretch
from provcheck.sources.posts import oembed
from provcheck.sources.posts.asking import asked
from provcheck.sources.posts.fields import (
    at,
    items_at,
    lang_of,
    moment_at,
    name_at,
    parsed,
    words_at,
)
from provcheck.sources.posts.telling import (
    About,
    Adapter,
    Answered,
    Further,
    Gone,
    Telling,
    Told,
    Unclear,
    Withheld,
    Witness,
    Wordless,
)
from provcheck.sources.posts.writing import Written, lines, source_text

_DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]{1,200}")
_KEY = re.compile(r"/app\.bsky\.feed\.post/([A-Za-z0-9._~:-]{1,64})$")
_LARGEST = 1 << 18  # bytes
_NOBODY = "handle.invalid"  # what stands for a handle that its domain does not confirm
_BAD_REQUEST = 400  # what its interface answers for whatever is not there
_SIGNED_IN_ONLY = "!no-unauthenticated"
# An author's clock may be wrong by so much; a post that claims another time is imported or forged.
_SKEW = timedelta(hours=24)


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    return asked(post, rules, "thread"), asked(post, rules, "oembed", "’s oEmbed")


def _refused(witness: Witness, status: int, post: Post, rules: Rulebook) -> Wordless | None:
    if witness.endpoint == "handle":
        return Unclear(reason=f"tells of nobody who goes by @{post.handle} today")
    is_thread = witness.endpoint == "thread"
    return _missing(witness, post, rules) if is_thread and status == _BAD_REQUEST else None


def _missing(witness: Witness, post: Post, rules: Rulebook) -> Gone | Further:
    """Return that there is no such post, once its author is named by what stays.

    A handle may have passed to nobody, or to another account, since the article appeared: then
    it is asked whose it is today, and for the post of that account.
    """
    if _DID.fullmatch(post.handle or "") or witness.about.handle:
        return Gone(reason="knows of no such post")
    return Further(witnesses=(asked(post, rules, "handle", "’s list of handles"),))


def _read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    match answered.witness.endpoint:
        case "oembed":
            return oembed.read(answered, post, rules)
        case "handle":
            return _named(words_at(parsed(answered.data), "did"), post, rules)
        case _:
            return _told(parsed(answered.data), answered.witness, post, rules)


def _named(did: str, post: Post, rules: Rulebook) -> Unclear | Further:
    """Return whom to ask for the post of the account `did`."""
    if not _DID.fullmatch(did):
        return Unclear(reason="its answer names no account")
    found = _witnesses(post.model_copy(update={"handle": did}), rules)
    about = About(handle=post.handle)
    return Further(witnesses=tuple(each.model_copy(update={"about": about}) for each in found))


def _told(value: object, witness: Witness, post: Post, rules: Rulebook) -> Telling:
    kind = words_at(value, "thread", "$type").rpartition("#")[2]
    if kind == "notFoundPost" or words_at(value, "error") == "NotFound":
        return _missing(witness, post, rules)
    if kind == "blockedPost":
        return Withheld(reason="does not show it, as somebody is blocked")
    view = at(value, "thread", "post")
    written = _written(view, at(view, "record"), witness)
    if written is None:
        return Unclear(reason="its answer is no post")
    if any(words_at(label, "val") == _SIGNED_IN_ONLY for label in _labels(view)):
        return Withheld(reason="its author shows it only to those who have signed in")
    completeness = Completeness.WHOLE if written.words.blocks else Completeness.STUB
    return Told(text=source_text(written, _quoted(view, witness)), completeness=completeness)


def _written(view: object, record: object, witness: Witness) -> Written | None:
    """Return a post from what the platform says of it and from what its author wrote."""
    text, key = at(record, "text"), _KEY.search(words_at(view, "uri"))
    if not isinstance(text, str) or key is None:
        return None
    handle, did = name_at(view, "author", "handle"), name_at(view, "author", "did")
    known = handle if handle != _NOBODY else None
    created, indexed = moment_at(record, "createdAt"), moment_at(view, "indexedAt")
    doubted = created is None or (indexed is not None and abs(indexed - created) > _SKEW)
    facts = PostFacts(
        platform="Bluesky",
        url=f"https://bsky.app/profile/{known or did}/post/{key[1]}",
        author=name_at(view, "author", "displayName"),
        handle=known,
        indexed_at=indexed if doubted else None,
        witness=witness.name,
    )
    tags = (lang_of(each) for each in items_at(record, "langs")[:1] if isinstance(each, str))
    words = _linked(words_at(record, "text"), items_at(record, "facets"))
    return Written(words=words, facts=facts, published=created or indexed, lang=next(tags, None))


def _linked(text: str, facets: Sequence[object]) -> Stretch:
    """Return the words with their links, whose places are told in bytes of UTF-8."""
    lengths = accumulate((len(character.encode("utf-8")) for character in text), initial=0)
    starts = {byte: place for place, byte in enumerate(lengths)}
    links = []
    for facet in facets:
        ends = [at(facet, "index", name) for name in ("byteStart", "byteEnd")]
        start, end = (starts.get(byte, -1) if isinstance(byte, int) else -1 for byte in ends)
        uris = (words_at(feature, "uri") for feature in items_at(facet, "features"))
        links += [
            Link(span=Span(start=start, end=end), url=uri)
            for uri in uris
            if uri.startswith(("http://", "https://")) and 0 <= start < end
        ]
    return lines(text).model_copy(update={"links": tuple(links)})


def _quoted(view: object, witness: Witness) -> Iterator[Written]:
    """Yield the post that this one quotes, where the platform shows it."""
    record = at(view, "embed", "record")
    for quoted in (record, at(record, "record")):  # the second stands beside pictures
        if words_at(quoted, "$type").endswith("#viewRecord"):
            written = _written(quoted, at(quoted, "value"), witness)
            if written is not None:
                yield written


def _labels(view: object) -> tuple[object, ...]:
    return (*items_at(view, "labels"), *items_at(view, "author", "labels"))


ADAPTER = Adapter("bluesky", _witnesses, _read, _refused, largest=_LARGEST)
