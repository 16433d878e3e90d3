"""Alterations taken for the source's words, and permitted edits refused; nothing asserted.

Every case is a real sentence in a document of 6,000 characters that the article cites; the verdict
is that of `judge`. Targets: no alteration called verbatim or edited; at most 5 % of the permitted
edits refused. Run alone with `-k edits`; cases that went wrong are printed.
"""

import random
from collections import Counter
from typing import NamedTuple

from benchmarks.alterations import ALTERATIONS, Change_
from benchmarks.ours import AS_SAID, Laid, evidence, laid
from benchmarks.peers import Purse, exact_folded, find_near_matches, fuzzysearch_at
from benchmarks.permitted import PERMITTED
from benchmarks.prose import Passage, count, passages, placed
from rapidfuzz import fuzz

EACH = count(60, 40)
SIZE = 6_000
SHOWN = 4  # wrong cases printed of each kind
PURSE = count(1, 0)


class Trial(NamedTuple):
    quote: str
    text: str
    source: str


def trials(kind: str, change: Change_) -> list[Trial]:
    """Cases from the held-back articles; where they give too few, from the training ones."""
    made: list[Trial] = []
    for name in ("polnear_dev", "polnear_train"):
        chance = random.Random(f"{kind} {name}")
        drawn = list(passages(name))
        chance.shuffle(drawn)
        for passage in drawn:
            if len(made) == EACH:
                return made
            trial = _trial(passage, change, chance)
            if trial:
                made.append(trial)
    return made


def _trial(passage: Passage, change: Change_, chance: random.Random) -> Trial | None:
    changed = change(passage, chance)
    if changed is None:
        return None
    spans = (passage, changed.other) if changed.other else (passage,)
    document = placed(spans, SIZE, chance)
    start, end = document.spans[0]
    text = document.text[:start] + changed.source + document.text[end:]
    return Trial(changed.quote, text, changed.source)


def accepted_by_peers(cases: list[Trial]) -> dict[str, str]:
    """The share of the quotations that other ways say are the source's words."""
    cells = {
        "fold": _share(exact_folded(t.quote, t.text) is not None for t in cases),
        "rapidfuzz ≥ 90": _share(fuzz.partial_ratio(t.quote, t.text) >= 90 for t in cases),
    }
    if find_near_matches is not None:
        purse, said = Purse(PURSE), []
        for trial in cases:
            called, hit = purse.call(fuzzysearch_at(0.2), trial.quote, trial.text)
            said += [hit is not None] if called else []
        cells["fuzzysearch 20 %"] = _share(said)
    return cells


def _share(said) -> str:
    told = list(said)
    return f"{100 * sum(told) / len(told):.0f} %" if told else "–"


def measured(kind: str, change: Change_, *, may_pass: bool) -> tuple[int, int, str]:
    """Return how many went wrong of how many, and the row to print."""
    cases = trials(kind, change)
    told = [laid(t.quote, evidence(t.text)) for t in cases]
    wrong = [
        (t, each)
        for t, each in zip(cases, told, strict=True)
        if (each.verdict in AS_SAID) != may_pass
    ]
    for trial, each in wrong[:SHOWN]:
        _show(kind, trial, each)
    cells = accepted_by_peers(cases)
    peers = "".join(f"{cell:>18}" for cell in cells.values())
    verdicts = Counter(str(each.verdict) for each in told).most_common(5)
    said = ", ".join(f"{verdict} {n}" for verdict, n in verdicts)
    return len(wrong), len(cases), f"  {kind:18}{len(wrong):4} of {len(cases):3}{peers}   {said}"


def _show(kind: str, trial: Trial, each: Laid) -> None:
    edits = ", ".join(f"{e.kind}: {e.note}" for e in each.alignment.edits)
    print(f"    {kind}: {each.verdict} [{edits[:160]}]")
    print(f"      source {trial.source[:260]!r}\n      quoted {trial.quote[:260]!r}")


def _table(kinds: dict[str, Change_], title: str, *, may_pass: bool, target: float) -> None:
    rows = [measured(kind, change, may_pass=may_pass) for kind, change in kinds.items()]
    print(f"\n== {title}; n wrong of ours; accepted by: fold, rapidfuzz ≥ 90, fuzzysearch 20 %")
    for _, _, row in rows:
        print(row)
    wrong, tried = sum(row[0] for row in rows), sum(row[1] for row in rows)
    share = 100 * wrong / max(tried, 1)
    met = "met" if share <= target else "missed"
    print(f"  in all {wrong} of {tried}: {share:.2f} %, target ≤ {target} % ({met})")


def test_alterations_in_edits() -> None:
    _table(ALTERATIONS, "alterations called verbatim or edited", may_pass=False, target=0)


def test_permitted_edits() -> None:
    _table(PERMITTED, "permitted edits refused", may_pass=True, target=5)
