"""Videos on YouTube, by their captions: what somebody or a machine heard spoken in them."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from provcheck.language.detect import language_of
from provcheck.markup.metadata import moment
from provcheck.model.post import Post, PostFacts
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.posts.asking import asked, platform_of
from provcheck.sources.posts.fields import at, items_at, lang_of, name_at, parsed, words_at
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
)
from provcheck.sources.posts.timed_text import as_captions
from provcheck.sources.transcript import read_captions

_PLAYER = re.compile(r"ytInitialPlayerResponse\s*=\s*(?={)")
_LARGEST = 6 << 20  # bytes: the page of a video holds all of its programs
_HANDLE = re.compile(r"/@([A-Za-z0-9_.·-]{3,64})$")
_MACHINE = "asr"
_TRIES = 3  # places of a page that are taken for what its player is told
_NOT_FOUND = "ERROR"


def _witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    return asked(post, rules, "watch"), asked(post, rules, "oembed", "’s oEmbed")


def _read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    match answered.witness.endpoint:
        case "watch":
            return _watched(answered, post, rules)
        case "oembed":
            return _named(parsed(answered.data))
        case _:
            return _spoken(answered, post, rules)


def _watched(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return where the captions of a video are, or what its page says in the place of it."""
    player = _player(answered.data.decode("utf-8", "replace"))
    state = words_at(player, "playabilityStatus", "status")
    reason = name_at(player, "playabilityStatus", "reason") or "no reason given"
    if not state:
        return Unclear(reason="its page tells of no video")
    tracks = items_at(player, "captions", "playerCaptionsTracklistRenderer", "captionTracks")
    found = tuple(_tracks(tracks, _about(player), platform_of(post, rules).hosts))
    if found:
        return Further(witnesses=found)
    if state == _NOT_FOUND:
        return Gone(reason=f"says: {reason}")
    if state != "OK":
        return Withheld(reason=f"says: {reason}")
    return Unclear(reason="the video has no captions, so that nothing spoken in it can be read")


def _player(page: str) -> object:
    """Return what a watch page tells its player, None where it tells nothing."""
    for start in islice(_PLAYER.finditer(page), _TRIES):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(page, start.end())
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _about(player: object) -> About:
    shown = at(player, "microformat", "playerMicroformatRenderer")
    profile = _HANDLE.search(words_at(shown, "ownerProfileUrl"))
    posted = moment(at(shown, "publishDate"))
    return About(
        title=name_at(player, "videoDetails", "title"),
        author=name_at(player, "videoDetails", "author"),
        handle=profile[1] if profile else None,
        published=posted if isinstance(posted, datetime) else None,
    )


def _tracks(tracks: Sequence[object], about: About, hosts: tuple[str, ...]) -> Iterator[Witness]:
    """Yield the captions to be read, the best first: two at the most.

    Best are those that somebody wrote in the language that is spoken, which a machine's captions
    tell; where there are no such, any that somebody wrote, and last the machine's.
    """
    spoken = next((words_at(t, "languageCode") for t in tracks if _is_machine(t)), "")
    ranked = sorted(tracks, key=lambda t: (_is_machine(t), words_at(t, "languageCode") != spoken))
    addresses = ((track, _address(words_at(track, "baseUrl"), hosts)) for track in ranked)
    for track, url in [(track, url) for track, url in addresses if url][:2]:
        of = "automatic captions" if _is_machine(track) else "captions"
        known = {"lang": lang_of(words_at(track, "languageCode")), "automatic": _is_machine(track)}
        told = about.model_copy(update=known)
        yield Witness(name=f"YouTube’s {of}", url=url, endpoint="captions", about=told)


def _is_machine(track: object) -> bool:
    return words_at(track, "kind") == _MACHINE


def _address(base: str, hosts: tuple[str, ...]) -> str | None:
    """Return where captions are as WebVTT, None for an address that is not the platform's own."""
    try:
        parts = urlsplit(urljoin(f"https://www.{hosts[0]}/", base))
    except ValueError:
        return None
    own = any(parts.netloc == host or parts.netloc.endswith(f".{host}") for host in hosts)
    if not base or parts.scheme != "https" or "@" in parts.netloc or not own:
        return None
    asks = [(name, value) for name, value in parse_qsl(parts.query) if name != "fmt"]
    return urlunsplit(parts._replace(query=urlencode([*asks, ("fmt", "vtt")]), fragment=""))


def _named(value: object) -> Unclear:
    title, author = name_at(value, "title"), name_at(value, "author_name")
    if title is None or author is None:
        return Unclear(reason="its answer is no oEmbed")
    return Unclear(reason=f"knows the video “{title}” by {author}, and nothing spoken in it")


def _spoken(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return what is spoken, by nobody who is known: who runs a channel need not be its speaker."""
    about = answered.witness.about
    body = Body(data=as_captions(answered.data), media_type="text/vtt", name=post.url)
    try:
        text, completeness = read_captions(body, rules)
    except Unreadable as problem:
        return Unclear(reason=f"gives none to programs ({problem})")
    of = "automatic captions" if about.automatic else "captions"
    facts = PostFacts(
        platform=platform_of(post, rules).name,
        url=post.url,
        author=about.author,
        handle=about.handle,
        automatic=about.automatic,
        witness=answered.witness.name,
    )
    told = {
        "title": f"{about.title or 'Video'} ({of})",
        "publisher": facts.platform,
        "byline": about.author,
        "published": about.published,
        "lang": about.lang or language_of(text.text, page_rules()) or "en",
        "canonical": post.url,
        "post": facts,
    }
    return Told(text=text.model_copy(update=told), completeness=completeness)


ADAPTER = Adapter("youtube", _witnesses, _read, largest=_LARGEST)
