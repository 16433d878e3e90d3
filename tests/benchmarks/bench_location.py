"""Where a quotation stands in its source, by kind of edit, beside other ways; nothing asserted.

How to run the benchmarks of matching:

    make bench                              everything, beside the peers of the bench extra
    PROVCHECK_BENCH=quick make bench        a fraction of the cases
    python -m pytest tests/benchmarks --override-ini="python_files=bench_*.py" -s -k location

`-k` takes one section: location, absent, edits, quotesum, match (times) or worst. Cases that went
wrong are printed before each table. The prose is the held-back articles beside the checkout where
they are at hand, read at run time only, else this project's own texts, which are few. Everything
is drawn by seeds: two runs of one code print the same figures, times apart, and the number of
cases (n) that a slow way came to in its seconds.

Located is an intersection over union of at least .5 of the characters found with the true ones;
for a splice, of each of its two parts by itself.
"""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from benchmarks.kinds import KINDS, Trial
from benchmarks.ours import THERE, Laid, evidence, laid
from benchmarks.peers import Hit, Purse, ways
from benchmarks.prose import Range, count, passages

EACH = count(60, 15)
PURSE = count(2, 0.1)  # seconds a cell
ABSENT_BELOW = 0.7  # a peer's likeness under which it is taken to say: not there


def trials(kind: str, size: int) -> Iterator[Trial]:
    """Cases of one kind, on sentences drawn by a seed of its own."""
    chance = random.Random(f"{kind} {size}")
    drawn = list(passages())
    chance.shuffle(drawn)
    made = 0
    for passage in drawn:
        trial = KINDS[kind](passage, size, chance)
        if trial is not None:
            made += 1
            yield trial
        if made == EACH:
            return


def overlap(found: list[Range], wanted: tuple[Range, ...]) -> float:
    """Intersection over union of the characters in two sets of spans."""
    ours = {i for start, end in found for i in range(start, end)}
    theirs = {i for start, end in wanted for i in range(start, end)}
    return len(ours & theirs) / max(len(ours | theirs), 1)


def located(found: list[Range], trial: Trial) -> tuple[bool, float]:
    """Whether the spans lie where they should (each part of a splice by itself), and their IoU."""
    share = overlap(found, trial.truth)
    if not trial.apart:
        return share >= 0.5, share
    parts = [
        overlap([f for f in found if f[0] < part[1] and part[0] < f[1]], (part,))
        for part in trial.truth
    ]
    return min(parts) >= 0.5, share


def mark(right: list[tuple[bool, float]]) -> str:
    if not right:
        return "–"
    share = 100 * sum(ok for ok, _ in right) / len(right)
    mean = sum(iou for _, iou in right) / len(right)
    return f"{share:.0f}/{mean:.2f}" + (f" n{len(right)}" if len(right) < EACH else "")


def peers_on(cases: list[Trial]) -> dict[str, str]:
    cells = {}
    for name, way in ways().items():
        purse, right = Purse(PURSE), []
        for trial in cases:
            called, hit = purse.call(way, trial.quote, trial.text)
            if called:
                right.append(_judged(hit, trial))
        cells[name] = mark(right)
    return cells


def _judged(hit: Hit | None, trial: Trial) -> tuple[bool, float]:
    if not trial.truth:
        rejected = hit is None or hit.likeness < ABSENT_BELOW
        return rejected, float(rejected)
    return located([(hit.start, hit.end)] if hit else [], trial)


def ours_on(cases: list[Trial]) -> tuple[str, list[Laid]]:
    told = [laid(trial.quote, evidence(trial.text)) for trial in cases]
    right = []
    for trial, each in zip(cases, told, strict=True):
        if trial.truth:
            right.append(located(list(each.spans), trial))
        else:
            rejected = not each.alignment.strong and each.verdict not in THERE
            right.append((rejected, float(rejected)))
        if not right[-1][0]:
            print(f"    missed: {each.verdict} {trial.quote[:150]!r}")
    return mark(right), told


@pytest.mark.parametrize("size", [6_000, 60_000], ids=["6k", "60k"])
def test_location(size: int) -> None:
    rows = []
    for kind in KINDS:
        cases = list(trials(kind, size))
        print(f"  {kind}, {size:,} characters: {len(cases)} cases")
        cell, told = ours_on(cases)
        strong = 100 * sum(each.alignment.strong for each in told) / max(len(told), 1)
        verdicts = Counter(str(each.verdict) for each in told).most_common(4)
        said = ", ".join(f"{verdict} {n}" for verdict, n in verdicts)
        rows.append((kind, {"ours": cell, **peers_on(cases)}, strong, said))
    print(f"\n== located, % / mean IoU, {size:,} characters, {EACH} a cell (absent: % rejected)")
    names = list(rows[0][1])
    print(f"  {'':12}" + "".join(f"{name:>18}" for name in names) + "   strong  verdicts of ours")
    for kind, cells, strong, said in rows:
        print(f"  {kind:12}" + "".join(f"{cells[n]:>18}" for n in names), end="")
        print(f"   {strong:4.0f} %  {said}")
