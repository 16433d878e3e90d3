"""Whether a source bears out what an article reports in its own words."""

from provcheck.judge.case import Case, Ruling
from provcheck.model.edit import Edit, EditKind
from provcheck.model.verdict import Verdict

_BORNE_OUT = 0.5  # share of the paraphrase's evidence that must recur in the passage
# What a paraphrase may not change; its other words are the writer's own.
_CONFLICTS = {EditKind.NUMBER, EditKind.NAME, EditKind.NEGATION, EditKind.MODALITY}
# What the source leaves open: it limits the statement, or never says what the article says.
_OPEN = {EditKind.QUALIFIER, EditKind.INSERTION}


def borne_out(case: Case) -> Ruling:
    """Rule `supported`, `contradicted` or `unsupported` on a paraphrase and its best passage.

    A conflict has words on both sides; a fact that the passage lacks, or that the source leaves
    open, is unsupported. A claim less certain than its source is supported, and that is told.
    """
    edits = case.alignment.edits
    conflicts = [edit for edit in edits if edit.kind in _CONFLICTS and not _lacking(edit)]
    if conflicts:
        return _ruling(case, Verdict.CONTRADICTED, _told(conflicts))
    missing = [e for e in edits if e.kind in _OPEN or (e.kind in _CONFLICTS and _lacking(e))]
    if missing:
        return _ruling(case, Verdict.UNSUPPORTED, _told(missing))
    if case.alignment.coverage >= _BORNE_OUT:
        weaker = [edit for edit in edits if edit.kind == EditKind.SUBSTITUTION and edit.note]
        message = _told(weaker) or "names, numbers, dates and polarity agree with the source"
        return _ruling(case, Verdict.SUPPORTED, message)
    message = "the nearest passage shares too little with the paraphrase to compare"
    return _ruling(case, Verdict.UNSUPPORTED, message)


def _lacking(edit: Edit) -> bool:
    return edit.source.start == edit.source.end


def _told(edits: list[Edit]) -> str:
    return "; ".join(dict.fromkeys(edit.note for edit in edits))


def _ruling(case: Case, verdict: Verdict, message: str) -> Ruling:
    level = case.rules.verdicts.verdict(verdict).level
    return Ruling(verdict=verdict, level=level, message=message)
