"""Labelled pairs of quoted and spoken words, laid along each other and typed as in a real check."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from building import a_claim, a_source, found

from provcheck.match.align import align
from provcheck.model.alignment import Alignment
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook
from provcheck.rulebook.houses import Stance

RULES = load_rulebook()
PAIRS = Path(__file__).parents[1] / "match"
PEER_CASES = Path(__file__).parents[3] / "shared" / "data" / "peer_match_cases.json"
# What stands round the spoken sentence in the source.
BEFORE = "The hearing began late because the heating had failed again. "
AFTER = ". Then a clerk read the list of witnesses, and the hall fell silent until lunch."
CHANGE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@dataclass(frozen=True)
class Pair:
    """A sentence as quoted and as spoken, and how the change is labelled."""

    quoted: str
    spoken: str
    kinds: frozenset[str]
    permitted: bool

    @property
    def edits(self) -> Alignment:
        text = f"“{self.quoted}”, she said."
        source = found(a_source(BEFORE + self.spoken + AFTER))
        return align(a_claim(text, self.quoted), source, RULES)


@dataclass(frozen=True)
class Told:
    """A pair and the kinds of edit found in it, typography aside."""

    pair: Pair
    kinds: frozenset[str]

    @property
    def right(self) -> bool:
        return self.kinds == self.pair.kinds

    @property
    def accepted(self) -> bool:
        return all(RULES.house.stance(EditKind(kind)) == Stance.PERMITTED for kind in self.kinds)

    def __str__(self) -> str:
        want, got = (" ".join(sorted(kinds)) or "none" for kinds in (self.pair.kinds, self.kinds))
        return f"{want} told as {got}: {self.pair.quoted} | {self.pair.spoken}"


def read(name: str) -> tuple[Pair, ...]:
    """Return the pairs of a file; {a|b} holds the article's words, then the source's."""
    labelled = yaml.safe_load((PAIRS / name).read_text(encoding="utf-8"))
    return tuple(
        Pair(
            quoted=CHANGE.sub(r"\1", words),
            spoken=CHANGE.sub(r"\2", words),
            kinds=frozenset(() if kinds == "none" else kinds.split()),
            permitted=stance == "permitted",
        )
        for stance, groups in labelled.items()
        for kinds, sentences in groups.items()
        for words in sentences
    )


@lru_cache
def told(name: str) -> tuple[Told, ...]:
    found_kinds = ({str(e.kind) for e in pair.edits.edits} - {"typography"} for pair in read(name))
    return tuple(Told(p, frozenset(k)) for p, k in zip(read(name), found_kinds, strict=True))


def table(results: tuple[Told, ...]) -> str:
    """Return precision and recall of each kind, and what was told wrongly."""
    meant, said, both = (
        Counter(kind for each in results for kind in pick(each))
        for pick in (lambda e: e.pair.kinds, lambda e: e.kinds, lambda e: e.pair.kinds & e.kinds)
    )
    lines = [f"{sum(e.right for e in results)} of {len(results)} right"]
    lines += [
        f"{kind:17} precision {both[kind] / (said[kind] or 1):4.0%} of {said[kind]:3}, "
        f"recall {both[kind] / (meant[kind] or 1):4.0%} of {meant[kind]:3}"
        for kind in sorted({*meant, *said})
    ]
    return "\n".join([*lines, *(str(each) for each in results if not each.right)])


FILES = ["edit_pairs.yaml", "edit_pairs_held_back.yaml"]


@pytest.mark.parametrize("name", FILES)
def test_no_altered_pair_is_accepted(name: str) -> None:
    accepted = [str(e) for e in told(name) if e.accepted and not e.pair.permitted]

    assert accepted == []


@pytest.mark.parametrize("name", FILES)
def test_few_permitted_pairs_are_refused(name: str) -> None:
    permitted = [e for e in told(name) if e.pair.permitted]
    refused = [str(e) for e in permitted if not e.accepted]

    assert len(refused) <= 0.05 * len(permitted), "\n".join(refused)


@pytest.mark.parametrize("name", FILES)
def test_nearly_all_pairs_are_told_right(name: str) -> None:
    results = told(name)
    print(table(results))  # noqa: T201  (precision and recall of each kind, for pytest -s)

    assert sum(e.right for e in results) >= 0.95 * len(results), table(results)


# Where the other checker's label is not ours.
UNLIKE = {
    "P034": "American spelling is permitted",
}


def peer_cases() -> list[dict[str, str]]:
    return json.loads(PEER_CASES.read_text(encoding="utf-8")) if PEER_CASES.is_file() else []


@pytest.mark.skipif(not PEER_CASES.is_file(), reason="the cases of another checker are not here")
def test_cases_of_another_checker() -> None:
    wrong = {}
    for case in peer_cases():
        wanted = case["suggested_class"]
        if not wanted.startswith(("altered", "permitted", "verbatim")):
            continue
        pair = Pair(case["quote"], case["source"], frozenset(), permitted=wanted[:2] != "al")
        laid = align(a_claim(f"“{pair.quoted}”", pair.quoted), found(a_source(pair.spoken)), RULES)
        kinds = {str(edit.kind) for edit in laid.edits}
        accepted = Told(pair, frozenset(kinds)).accepted
        if accepted != pair.permitted:
            wrong[case["id"]] = f"{wanted}: {sorted(kinds)}"

    assert {id_: told for id_, told in wrong.items() if id_ not in UNLIKE} == {}
