"""Whether a source bears out what an article reports in its own words."""

from provcheck.judge.case import Case, Ruling
from provcheck.model.edit import EditKind
from provcheck.model.verdict import Verdict

_BORNE_OUT = 0.5  # share of the paraphrase's evidence that must recur in the passage
# What a paraphrase may not change; its other words are the writer's own.
_CONFLICTS = {EditKind.NUMBER, EditKind.NAME, EditKind.NEGATION, EditKind.MODALITY}


def borne_out(case: Case) -> Ruling:
    """Rule `supported`, `contradicted` or `unsupported` on a paraphrase and its best passage."""
    conflicts = [edit for edit in case.alignment.edits if edit.kind in _CONFLICTS]
    if conflicts:
        told = "; ".join(dict.fromkeys(edit.note for edit in conflicts))
        return _ruling(case, Verdict.CONTRADICTED, told)
    if case.alignment.coverage >= _BORNE_OUT:
        message = "names, numbers, dates and polarity agree with the source"
        return _ruling(case, Verdict.SUPPORTED, message)
    message = "the nearest passage shares too little with the paraphrase to compare"
    return _ruling(case, Verdict.UNSUPPORTED, message)


def _ruling(case: Case, verdict: Verdict, message: str) -> Ruling:
    level = case.rules.verdicts.verdict(verdict).level
    return Ruling(verdict=verdict, level=level, message=message)
