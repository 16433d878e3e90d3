"""Whether the words are the source's words: verbatim, edited or altered, as the house sees it."""

from provcheck.judge.case import Case, Ruling
from provcheck.judge.house.slips import slip_of
from provcheck.model.edit import Edit, EditKind
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.houses import Stance

_SHOWN = 3  # edits named in a message; the report lists all


def altered(case: Case) -> Ruling | None:
    """Rule that words were changed unmarked; an error where the house refuses such a change."""
    edits = [e for e in case.alignment.edits if _stance(case, e) in {Stance.WARNED, Stance.REFUSED}]
    if not edits:
        return None
    refused = [e for e in edits if _stance(case, e) == Stance.REFUSED]
    return Ruling(
        verdict=Verdict.ALTERED,
        level=Level.ERROR if refused else Level.WARNING,
        message=_told(case, [*refused, *(e for e in edits if e not in refused)]),
    )


def edited_or_verbatim(case: Case) -> Ruling:
    """Rule on words without any fault: `edited` names what was changed openly or by house style."""
    changes = [e for e in case.alignment.edits if e.kind != EditKind.TYPOGRAPHY]
    if not changes:
        message = "the words stand in the source"
        return Ruling(verdict=Verdict.VERBATIM, level=Level.OK, message=message)
    noted = any(_stance(case, e) == Stance.NOTED for e in changes)
    return Ruling(
        verdict=Verdict.EDITED,
        level=Level.NOTE if noted else Level.OK,
        message=_told(case, changes),
    )


def _stance(case: Case, edit: Edit) -> Stance:
    return case.rules.house.stance(edit.kind, slip_of(case, edit))


def _told(case: Case, edits: list[Edit]) -> str:
    told = "; ".join(dict.fromkeys(_noted(case, edit) for edit in edits[:_SHOWN]))
    more = len(edits) - _SHOWN
    return f"{told}; and {more} more" if more > 0 else told


def _noted(case: Case, edit: Edit) -> str:
    slip = slip_of(case, edit)
    return f"{edit.note} ({case.rules.verdicts.slip(slip).title})" if slip else edit.note
