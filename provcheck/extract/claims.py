"""From passages to claims: everything resolved in reading order, then frozen."""

from collections import Counter
from hashlib import sha256

from provcheck.extract.anaphora import Story
from provcheck.extract.credits import without_marks
from provcheck.extract.discourse import Discourse
from provcheck.extract.facts import facts
from provcheck.extract.nested import nested_quotations, nested_speaker
from provcheck.extract.passages import passages
from provcheck.extract.telling import told_of
from provcheck.extract.told import Told
from provcheck.language.words import normalised
from provcheck.model.citation import Citation
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.prose import Prose
from provcheck.rulebook.book import Rulebook

_ID = 12  # hex digits of a claim's id
_LETTER = {
    ClaimKind.QUOTE: "q",
    ClaimKind.BLOCK_QUOTE: "b",
    ClaimKind.EMBED: "e",
    ClaimKind.PARAPHRASE: "p",
}


def claims(prose: Prose, rules: Rulebook) -> tuple[Claim, ...]:
    """Return everything that `prose` says was said, in reading order, each with a stable id.

    Pronouns, descriptions and "the report" are resolved over the passages in order, before any
    claim is made; what the text does not tell stays unresolved. Never raises on any text.
    """
    discourse = Discourse(without_marks(prose), rules)
    story = Story(discourse)
    told: list[Told] = []
    for passage in passages(discourse):
        told.append(told_of(passage, told, story))
        last = told[-1]
        if last.speaker is not None:
            story.spoke(last.passage.outer, last.speaker)
        if last.via is not None:
            story.carriers.saw(last.passage.outer.start, last.via)
    return _frozen(prose, story, told)


def _frozen(prose: Prose, story: Story, told: list[Told]) -> tuple[Claim, ...]:
    seen: Counter[str] = Counter()
    made = []
    for each in told:
        name = _id(prose, each)
        seen[name] += 1
        passage = each.passage
        made.append(
            Claim(
                id=name if seen[name] == 1 else f"{name}-{seen[name]}",
                kind=passage.kind,
                span=passage.span,
                text=passage.span.of(prose.text),
                segments=passage.segments,
                speaker=each.speaker,
                nested_speaker=nested_speaker(passage, each.speaker, story),
                cue=each.cue,
                via=each.via,
                said_on=each.said,
                cites=tuple(_as_written(cite, prose) for cite in each.cites),
                fragment=passage.fragment,
                nested=tuple(nested_quotations(passage, story.discourse)),
                facts=(
                    facts(passage.segments, story.discourse)
                    if passage.kind == ClaimKind.PARAPHRASE
                    else ()
                ),
            )
        )
    return tuple(made)


def _as_written(cite: Citation, prose: Prose) -> Citation:
    """Return a citation by a footnote's mark with the mark as its name."""
    if cite.span is None or cite.name.strip():
        return cite
    return cite.model_copy(update={"name": cite.span.of(prose.text)})


def _id(prose: Prose, told: Told) -> str:
    words = normalised(told.passage.span.of(prose.text))
    speaker = told.speaker.resolved or told.speaker.as_written if told.speaker else ""
    digest = sha256(f"{words}|{normalised(speaker)}".encode()).hexdigest()
    return f"{_LETTER[told.passage.kind]}-{digest[:_ID]}"
