"""Posts on Mastodon, on servers that speak like it, and on Truth Social; by its Status entity."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.rulebook.book import Rulebook
from provcheck.sources.compose import joined
from provcheck.sources.posts.asking import asked, platform_of
from provcheck.sources.posts.fields import (
    at,
    lang_of,
    moment_at,
    name_at,
    parsed,
    words_at,
)
from provcheck.sources.posts.telling import (
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
from provcheck.sources.posts.writing import Written, from_html, lines, source_text

_LARGEST = 1 << 18  # bytes
_NO_POST = Unclear(reason="its answer is no post")
_MISSING = Gone(reason="has no such post that everybody may see")
_SIGNED_IN_ONLY = Withheld(reason="shows posts only to those who have signed in")
_SHUT = Withheld(reason="its host lets no programs in; save the post and give it with --sources")
_ERRORS: Mapping[str, Wordless] = {"not found": _MISSING, "authenticated": _SIGNED_IN_ONLY}


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    """Return the server's interface and, as it answers alike for private posts, two more pages."""
    others = (("oembed", "’s oEmbed"), ("page", "’s page of the post"))
    known = platform_of(post, rules).endpoints
    further = (asked(post, rules, name, of) for name, of in others if name in known)
    return asked(post, rules, "status"), *further


def _refused(witness: Witness, status: int, _post: Post, _rules: Rulebook) -> Wordless | None:
    if status == HTTPStatus.NOT_FOUND:
        return _MISSING
    is_interface = witness.endpoint == "status"
    return _SIGNED_IN_ONLY if is_interface and status == HTTPStatus.UNAUTHORIZED else None


def _shut(_witness: Witness, status: int, _post: Post, _rules: Rulebook) -> Wordless | None:
    if status == HTTPStatus.NOT_FOUND:
        return _MISSING
    return _SHUT if status == HTTPStatus.FORBIDDEN else None


def _read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return the post that a status is or, where it passes one on, that one."""
    witness = answered.witness
    if witness.endpoint != "status":
        return Unclear(reason="knows of it, and gives no words of it")
    value = parsed(answered.data)
    error = words_at(value, "error").casefold()
    if error:
        return next((tells for word, tells in _ERRORS.items() if word in error), _NO_POST)
    if words_at(value, "id") not in {"", post.id} and post.host == urlsplit(witness.url).netloc:
        return Unclear(reason="answered with another post than was asked for")
    shared = at(value, "reblog")
    status = shared if isinstance(shared, dict) else value
    written = _written(status, witness, post, rules)
    if written is None:
        return _NO_POST
    original = None if witness.third_party else _original(status, post, rules)
    if original is not None:
        copy = witness.model_copy(update={"third_party": True})
        return Further(witnesses=(original, copy))
    text = source_text(written, _quoted(status, witness, post, rules))
    completeness = Completeness.WHOLE if written.words.blocks else Completeness.STUB
    return Told(text=text, completeness=completeness)


def _written(status: object, witness: Witness, post: Post, rules: Rulebook) -> Written | None:
    content, name = at(status, "content"), name_at(status, "account", "acct")
    if not isinstance(content, str) or name is None:
        return None
    platform, host = platform_of(post, rules), urlsplit(witness.url).netloc
    edited = moment_at(status, "edited_at")
    address = words_at(status, "url") or words_at(status, "uri")
    facts = PostFacts(
        platform=platform.name,
        url=address if address.startswith("https://") else post.url,
        author=name_at(status, "account", "display_name"),
        handle=f"{name}@{host}" if platform.any_host and "@" not in name else name,
        edited=edited is not None,
        edited_at=edited,
        witness=host,
        third_party=_is_copy(status),
    )
    warning, content = (words_at(status, field) for field in ("spoiler_text", "content"))
    return Written(
        words=joined([lines(warning), from_html(content, rules)]),
        facts=facts,
        published=moment_at(status, "created_at"),
        lang=lang_of(words_at(status, "language")),
    )


def _is_copy(status: object) -> bool:
    """Tell whether the server has the post from the server of its author."""
    return "@" in words_at(status, "account", "acct")


def _original(status: object, post: Post, rules: Rulebook) -> Witness | None:
    """Return the server where the post was written, where this one has a copy of it."""
    found = rules.platforms.post_at(words_at(status, "uri"))
    if found is None or found.platform != post.platform or not _is_copy(status):
        return None
    return asked(found, rules, "status") if found.host != post.host else None


def _quoted(status: object, witness: Witness, post: Post, rules: Rulebook) -> Iterator[Written]:
    """Yield the post that this one quotes, where its author has agreed to that."""
    written = _written(at(status, "quote", "quoted_status"), witness, post, rules)
    if written is not None:
        yield written


ADAPTER = Adapter("mastodon", _witnesses, _read, _refused, largest=_LARGEST)
TRUTH = Adapter("truth", _witnesses, _read, _shut, largest=_LARGEST)
