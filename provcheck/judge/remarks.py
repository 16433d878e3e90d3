"""What an editor should see beside the verdict."""

from collections.abc import Callable, Iterator
from itertools import chain

from provcheck.judge.absence import title_of
from provcheck.judge.case import Case, Ruling, Walk
from provcheck.judge.choice import holds, other_words
from provcheck.judge.days import ZONES, date_conflict
from provcheck.judge.limits import limits
from provcheck.judge.post_ids import other_day
from provcheck.judge.posts import other_handles
from provcheck.judge.reports import reported
from provcheck.judge.speakers import voice_at
from provcheck.judge.splices import spliced
from provcheck.judge.trail import credited, primary_reached
from provcheck.language.hidden import hidden_in, stray_marks
from provcheck.language.hosts import host_of
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Found, Mode, Snapshot, Unavailable
from provcheck.model.finding import Remark
from provcheck.model.lead import LeadKind
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

_SHOWN = 30  # words that the message shows of either end of what points stand for
_SOFT_HYPHEN = 0xAD
_NAMED = 4  # hidden characters, or credited sources, that the message names
_WORD = 24  # characters on either side of a hidden one that the message shows
_MARKS = "“”„\"‘’'.,;:!?()\n"


def remarks(case: Case, walks: tuple[Walk, ...]) -> tuple[Remark, ...]:
    """Return all remarks on a claim whose words were located, in the order of REMARKS."""
    return tuple(chain.from_iterable(remark(case, walks) for remark in REMARKS))


def found_elsewhere(case: Case, ruling: Ruling) -> Iterator[Remark]:
    """Yield what a source that the article does not cite bears out of a claim.

    `ruling` is what would be said if it were cited. Nothing of a source that leaves it open.
    """
    name, verdict = title_of(case.found), ruling.verdict
    if verdict == Verdict.SUPPORTED:
        yield _remark(case, "found-elsewhere", f"{name} bears it out")
    elif verdict in {Verdict.VERBATIM, Verdict.EDITED}:
        yield _remark(case, "found-elsewhere", f"the words stand in {name}")
    elif verdict != Verdict.UNSUPPORTED:
        told = f"by {name}, which is not cited, this would be {verdict}: {ruling.message}"
        yield _remark(case, "found-elsewhere", told)


def unread_post(claim: Claim, rules: Rulebook) -> Iterator[Remark]:
    """Yield what is to be seen of a post that nobody could read: its day by its address alone."""
    told = other_day(claim, rules.platforms)
    if told:
        level = rules.verdicts.remark("date-conflict").level
        yield Remark(rule="date-conflict", level=level, message=told)


def _hidden(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    text = case.article.text
    hidden = hidden_in(text, case.claim.span)
    places = dict.fromkeys(f"{each.name} in “{_word(text, each.offset)}”" for each in hidden)
    marks = dict.fromkeys(_stray_marks(case))
    places |= marks
    if places:
        told = "; ".join((*list(places)[:_NAMED], *(["and more"] if len(places) > _NAMED else [])))
        kind = "look-alike letters" if all(each.seen for each in hidden) else "hidden characters"
        remark = _remark(case, "hidden-characters", f"the quotation holds {kind}: {told}")
        # Publishing systems set soft hyphens by themselves, and they change no word.
        soft = not marks and all(each.codepoint == _SOFT_HYPHEN for each in hidden)
        yield remark.model_copy(update={"level": Level.NOTE}) if soft else remark


def _stray_marks(case: Case) -> Iterator[str]:
    """Yield marks on letters that the source has without, such as a dot above an n."""
    for edit in case.alignment.edits:
        if edit.kind == EditKind.TYPOGRAPHY:
            said = edit.claim.of(case.article.text)
            original = edit.source.of(case.found.text.text)
            yield from (f"{name} in “{said}”" for name in stray_marks(said, original))


def _word(text: str, offset: int) -> str:
    """Return the word that holds a character, at most `_WORD` characters of it on either side."""
    before = text[max(offset - _WORD, 0) : offset].rsplit(" ", maxsplit=1)[-1]
    behind = text[offset : offset + _WORD].split(" ", maxsplit=1)[0]
    return f"{before}{behind}".strip(_MARKS)


def _reported(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    """Yield a remark where the source reports the words without marks: they may be its own."""
    source, place = case.found.text, case.alignment.pieces[0].source
    if case.claim.kind == ClaimKind.PARAPHRASE or voice_at(source, place) is not None:
        return
    if case.claim.speaker is not None and case.claim.speaker.resolved == case.claim.via:
        return  # the article quotes the outlet or document itself
    if reported(case, place):
        message = "the source reports these words without quotation marks"
        yield _remark(case, "reported-speech", message)


def _unheard(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    """Yield a remark where a source is so long that nobody looked who speaks the words there."""
    source, place = case.found.text, case.alignment.pieces[0].source
    if case.claim.speaker is None or source.unquoted is None or place.start < source.unquoted:
        return
    if not any(turn.span.meets(place) for turn in source.turns):
        message = "the source is long: who says the words there was not looked for"
        yield _remark(case, "speaker-unchecked", message)


def _ellipsis(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    words = case.rules.limits.of(case.found.text.lang)
    if spliced(case):
        return  # what the points bridge is told by the verdict
    for edit in case.alignment.edits:
        omitted = edit.source.of(case.found.text.text)
        if edit.kind == EditKind.ELLIPSIS and limits(omitted, words):
            told = f"the points hide what may limit the words: “{_short(omitted)}”"
            yield _remark(case, "ellipsis-hides", told)


def _short(omitted: str) -> str:
    words = omitted.split()
    if len(words) <= 2 * _SHOWN:
        return " ".join(words)
    return f"{' '.join(words[:_SHOWN])} … {' '.join(words[-_SHOWN:])}"


def _dates(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    published, appeared = case.found.text.published_on, case.article.published_on
    if published is not None and appeared is not None and published > appeared + ZONES:
        yield _remark(case, "source-later", f"the source is dated {published}, after the article")
    conflict = date_conflict(case)
    if conflict:
        yield _remark(case, "date-conflict", conflict)


def _handles(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    for told in other_handles(case):
        yield _remark(case, "other-handle", told)


def _newer(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    post = case.found.text.post
    if post is not None and post.newer:
        yield _remark(case, "post-edited", f"the post was edited; its last version: {post.newer}")
    elif post is not None and post.edited:
        when = f" on {post.edited_at:%Y-%m-%d at %H:%M %Z}" if post.edited_at else ""
        message = f"the post was edited{when}; it may have read otherwise when it was quoted"
        yield _remark(case, "post-edited", message)


def _witness(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    post = case.found.text.post
    if post is not None and post.third_party:
        message = f"the post was read at {post.witness}, which is not {post.platform} itself"
        yield _remark(case, "third-party", message)


def _gone(case: Case, walks: tuple[Walk, ...]) -> Iterator[Remark]:
    """Yield a remark where a post was read off an archived copy, as it could not be read itself."""
    snapshot = case.found.snapshot
    if case.found.text.post is None or snapshot.mode != Mode.ARCHIVE:
        return
    for walk in walks:
        match walk.evidence:
            case Unavailable(of=str(post), reason=reason) if post == snapshot.url:
                why = reason.partition(": ")[2]
                yield _remark(case, "post-gone", f"read off the copy of {_day(snapshot)}: {why}")
                return
            case _:
                pass


def _unheard_by_people(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    post = case.found.text.post
    if post is not None and post.automatic:
        message = "the words are automatic captions, which mishear; listen to the recording"
        yield _remark(case, "automatic-captions", message)


def _changed(case: Case, walks: tuple[Walk, ...]) -> Iterator[Remark]:
    """Yield a remark where a page and the copy of it in an archive have other words."""
    here = case.found.snapshot
    for walk in walks:
        other = walk.evidence.snapshot if isinstance(walk.evidence, Found) else here
        if other.url != here.url or (other.mode == Mode.ARCHIVE) == (here.mode == Mode.ARCHIVE):
            continue
        if here.mode == Mode.ARCHIVE:
            message = f"the words stood in the copy of {_day(here)}; {_page(other)} has other words"
            yield _remark(case, "changed-later", message)
            return
        if walk.is_whole and _bears_less(walk, case):
            message = f"{_page(here)} has the words; the copy of {_day(other)} has not"
            yield _remark(case, "changed-to-fit", message)
            return


def _bears_less(walk: Walk, case: Case) -> bool:
    """Tell whether what `walk` read has the words of the claim not at all, or with more changes."""
    if walk.alignment is None:
        return False
    return not holds(case.claim, walk) or other_words(walk.alignment) > other_words(case.alignment)


def _page(where: Snapshot) -> str:
    return f"the page of {_day(where)}" if where.fetched_at else "the page at its address"


def _day(where: Snapshot) -> str:
    return f"{where.fetched_at.date()}" if where.fetched_at else "an unknown day"


def _second_hand(case: Case, walks: tuple[Walk, ...]) -> Iterator[Remark]:
    if primary_reached(case, walks) is False:
        name, others = title_of(case.found), credited(case, walks)[:_NAMED]
        told = f"{name} credits {' and '.join(others) or 'another source'} for the words"
        yield _remark(case, "second-hand", f"{told}; they were not seen there")


def _syndicated(case: Case, _walks: tuple[Walk, ...]) -> Iterator[Remark]:
    """Yield a remark where an outlet's story stands on another's page, or on one that says so.

    Any page can give itself the name of an outlet: one that is known publishes at its own hosts.
    """
    text, where, agencies = case.found.text, case.found.snapshot, case.rules.agencies
    address = where.url if where.mode == Mode.ARCHIVE else where.final_url
    host, named = host_of(address), agencies.named(text.publisher or "")
    wire = agencies.by_id(text.wire) if text.wire else None
    if text.post is not None or (host and agencies.at_host(host) in {wire, named} - {None}):
        return
    name = title_of(case.found)
    if wire is not None and wire != named:
        yield _remark(case, "syndicated", f"{name} is a copy of a story by {wire.name}")
    elif named is not None and named.hosts and host:
        told = f"{name} stands at {host}, which is not known as a site of {named.name}"
        yield _remark(case, "syndicated", told)


def _unread(case: Case, walks: tuple[Walk, ...]) -> Iterator[Remark]:
    for walk in walks:
        if walk.lead.kind == LeadKind.ARCHIVE:
            continue  # what is wrong with the page itself is told of that
        if walk.cited and not walk.by_name_only and isinstance(walk.evidence, Unavailable):
            if any(_same_address(walk, other) for other in walks):
                continue
            yield _remark(case, "source-unread", walk.evidence.reason)


def _same_address(walk: Walk, other: Walk) -> bool:
    """Tell whether `other` read the page that `walk` could not, from an archive or in another form.

    The link in the article led to both.
    """
    if not isinstance(other.evidence, Found):
        return False
    link = walk.lead.via
    same_link = link is not None and link.url is not None and other.lead.via == link
    return same_link or other.evidence.snapshot.url == walk.lead.target


def _remark(case: Case, rule: str, message: str) -> Remark:
    return Remark(rule=rule, level=case.rules.verdicts.remark(rule).level, message=message)


REMARKS: tuple[Callable[[Case, tuple[Walk, ...]], Iterator[Remark]], ...] = (
    _hidden,
    _reported,
    _unheard,
    _ellipsis,
    _dates,
    _handles,
    _newer,
    _gone,
    _witness,
    _unheard_by_people,
    _changed,
    _second_hand,
    _syndicated,
    _unread,
)
