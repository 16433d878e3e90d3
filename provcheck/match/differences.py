"""What a paraphrase changes, adds or leaves open against a passage of its source, as edits."""

import re
from collections.abc import Iterator

from provcheck.language.sentences import sentences
from provcheck.match.facts import Compared, Outcome, compared_days, compared_figures
from provcheck.match.names import bears, names_in, replaced
from provcheck.match.notes import note
from provcheck.match.reading import Reading, Term
from provcheck.match.stance import clashes, weaker
from provcheck.model.claim import Claim
from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Found
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span

_SAME_MATTER = 0.6  # share of a claim's terms that a passage must have before it can contradict
_AROUND = 2  # sentences before and behind the passage in which a fact may stand
_BESIDE = 1500  # characters of the blocks beside it
_PRONOUNS = re.compile(r"\b(?:I|we|he|she|they|it|his|her|their|our|my)\b", re.IGNORECASE)


def differences(claim: Claim, ours: Reading, source: Found, passage: Span) -> tuple[Edit, ...]:
    """Return what a claim has otherwise than `passage`, in the claim's order.

    Conflicts (number, name, negation, modality) have words on both sides and are told only of a
    passage that shares most of what the claim says. A fact with an empty source span stands
    neither in the passage nor round it; a `qualifier` is left open; a `substitution` says less.
    """
    side = _Side(claim, ours, source, passage)
    stance = [*side.stance()]
    verb = [v for v in side.verb() if not any(e.claim.meets(v.claim) for e in stance)]
    found = [*side.facts(), *side.names(), *stance]
    # Where facts of several kinds conflict, or another one is lacking, the passage more likely
    # tells of another event.
    kinds = {(e.kind, side.is_day(e)) for e in found if _is_conflict(e)}
    if len(kinds) > 1 or not side.same_matter or verb or any(map(_is_lacking, found)):
        found = [side.opened(edit) if _is_conflict(edit) else edit for edit in found]
    found += [] if side.agreed else verb
    return tuple(sorted(found, key=lambda edit: (edit.claim.start, edit.kind)))


def _is_conflict(edit: Edit) -> bool:
    kinds = {EditKind.NUMBER, EditKind.NAME, EditKind.NEGATION, EditKind.MODALITY}
    return edit.kind in kinds and edit.source.end > edit.source.start


def _is_lacking(edit: Edit) -> bool:
    kinds = {EditKind.NUMBER, EditKind.NAME}
    return edit.kind in kinds and edit.source.start == edit.source.end


class _Side:
    """A claim beside one passage of its source."""

    def __init__(self, claim: Claim, ours: Reading, source: Found, passage: Span) -> None:
        self.claim, self.ours, self.passage = claim, ours, passage
        self.source: SourceText = source.text
        self.theirs = self._read(passage)
        self.round = self._read(_round(source.text, passage))
        speaker = claim.speaker
        self.opens = speaker is not None and speaker.span.start > claim.span.start
        self.agreed = False
        self.opposed: set[str] = set()  # stems of which the passage has the opposite

    def _read(self, span: Span) -> Reading:
        return Reading(span.of(self.source.text), self.ours.language, self.ours.anchor)

    @property
    def same_matter(self) -> bool:
        """Tell whether the passage has most of the claim's terms, facts and names apart."""
        names = names_in(self.ours, opens=self.opens)
        frame = {
            term.stem
            for term in self.ours.terms
            if not any(self.ours.tokens.span(term.at, term.at + 1).meets(n) for n in names)
        }
        shared = frame & (self.theirs.stems | self.opposed)
        return bool(frame) and len(shared) >= _SAME_MATTER * len(frame)

    def facts(self) -> Iterator[Edit]:
        """Yield figures and days that conflict, stay open, or are missing."""
        for compare in (compared_figures, compared_days):
            for each, near in zip(
                compare(self.ours, self.theirs), compare(self.ours, self.round), strict=True
            ):
                self.agreed = self.agreed or (each.outcome == Outcome.AGREES and each.sure)
                if each.outcome == Outcome.AGREES or (
                    each.outcome == Outcome.MISSING and near.outcome == Outcome.AGREES
                ):
                    continue
                yield self._fact(each)

    def _fact(self, fact: Compared) -> Edit:
        kind = EditKind.QUALIFIER if fact.outcome == Outcome.OPEN else EditKind.NUMBER
        return self._edit(kind, fact.ours, fact.theirs)

    def is_day(self, edit: Edit) -> bool:
        """Tell whether an edit is about a day of the claim."""
        start = self.claim.span.start
        return any(edit.claim.start - start == day.span.start for day in self.ours.days)

    def names(self) -> Iterator[Edit]:
        """Yield names for which the passage has another one, or that it lacks."""
        written = names_in(self.theirs, opens=True)
        others = tuple(span.of(self.theirs.text) for span in written)
        around = tuple(s.of(self.round.text) for s in names_in(self.round, opens=True))
        for span in names_in(self.ours, opens=self.opens):
            name = span.of(self.ours.text)
            if bears(name, self.theirs.text, others):
                continue
            other = replaced(self.ours, span, self.theirs, written)
            if other is not None:
                yield self._edit(EditKind.NAME, span, other)
            elif not bears(name, self.round.text, around) and not self._is_voice(name):
                yield self._edit(EditKind.NAME, span, None)

    def _is_voice(self, name: str) -> bool:
        """Tell whether a name may be whoever speaks in the source, or whom its pronouns mean."""
        known = (self.source.own_voice, self.source.publisher, self.source.title)
        told = " ".join((*filter(None, known), *(turn.speaker for turn in self.source.turns)))
        if bears(name, told, ()):
            return True
        return bool(_PRONOUNS.search(self.theirs.text)) and bears(name, self.source.text, ())

    def stance(self) -> Iterator[Edit]:
        """Yield words that exactly one side denies, or that the claim makes surer."""
        for clash in clashes(self.ours, self.theirs):
            at = [t for t in self.ours.terms if self._lies_in(t, clash.ours)]
            self.opposed.update(term.stem for term in at)
            yield self._edit(clash.kind or EditKind.QUALIFIER, clash.ours, clash.theirs)
        if weaker(self.ours, self.theirs):
            whole = Span(start=0, end=len(self.ours.text))
            yield self._edit(EditKind.SUBSTITUTION, whole, Span(start=0, end=len(self.theirs.text)))

    def verb(self) -> Iterator[Edit]:
        """Yield the verb of the claim where the passage lacks it.

        Behind an auxiliary only: elsewhere a verb is not told from a noun without a grammar.
        """
        norms, terms = self.ours.tokens.norms, {t.at: t for t in self.ours.terms}
        for at, norm in enumerate(norms):
            if norm not in self.ours.language.auxiliaries:
                continue
            verb = next(
                (terms[i] for i in range(at + 1, min(at + 4, len(norms))) if i in terms), None
            )
            if verb is not None and verb.stem not in self.round.stems:
                span = self.ours.tokens.span(verb.at, verb.at + 1)
                yield self._edit(EditKind.INSERTION, span, None)
            return

    def _lies_in(self, term: Term, span: Span) -> bool:
        return span.holds(self.ours.tokens.span(term.at, term.at + 1))

    def opened(self, edit: Edit) -> Edit:
        """Return a conflict as something that the source leaves open."""
        note = edit.note.partition(": ")[2] or edit.note
        return edit.model_copy(update={"kind": EditKind.QUALIFIER, "note": note})

    def _edit(self, kind: EditKind, ours: Span, theirs: Span | None) -> Edit:
        start = self.claim.span.start
        its = theirs or Span(start=len(self.theirs.text), end=len(self.theirs.text))
        return Edit(
            kind=kind,
            claim=Span(start=ours.start + start, end=ours.end + start),
            source=Span(start=its.start + self.passage.start, end=its.end + self.passage.start),
            note=self._note(kind, ours, its),
        )

    def _note(self, kind: EditKind, one: Span, two: Span) -> str:
        ours, theirs = one.of(self.ours.text), two.of(self.theirs.text)
        if not theirs:
            return f"the source does not have “{ours}” here"
        if kind == EditKind.SUBSTITUTION:
            return "the article says it with less certainty than the source"
        told = note(kind, ours, theirs)
        if kind == EditKind.QUALIFIER:
            return told.partition(": ")[2]
        if kind == EditKind.NUMBER and any(one == day.span for day in self.ours.days):
            return "a date changed: " + told.partition(": ")[2]
        return told


def _round(source: SourceText, passage: Span) -> Span:
    """Return the passage with the sentences round it, of its block and of those beside it."""
    for at, block in enumerate(source.blocks):
        if block.span.meets(passage):
            found = sentences(source.text, block.span)
            inside = [i for i, span in enumerate(found) if span.meets(passage)]
            if not inside:
                break
            first, last = max(inside[0] - _AROUND, 0), min(inside[-1] + _AROUND, len(found) - 1)
            start, end = found[first].start, found[last].end
            if inside[0] < _AROUND and at > 0:
                start = max(source.blocks[at - 1].span.start, start - _BESIDE)
            if last == len(found) - 1 and at + 1 < len(source.blocks):
                end = min(source.blocks[at + 1].span.end, end + _BESIDE)
            return Span(start=start, end=end)
    return passage
