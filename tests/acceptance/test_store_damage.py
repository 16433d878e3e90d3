"""Whatever happens to the files of a store is noticed when it matters, and can be mended.

PROVCHECK_ROUNDS=1000 makes the long form: so many damages of each of two stores.

At rest all is noticed, by the seal. Where a run was killed, what is not noticed is in bytes that
carry nothing: free space within SQLite's pages and unused fields of its headers, its shared-memory
file, and of its database such pages as its log has anew. The test proves that case by case: all
that can be asked of the store gets the same answer.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from storing import as_killed, at_rest, name_of, page, words

from provcheck.errors import StoreError
from provcheck.store.evidence import Store
from provcheck.store.record import Gap, Loss
from provcheck.store.repair import repair
from provcheck.store.verify import faults

ROUNDS = int(os.environ.get("PROVCHECK_ROUNDS", "25"))


def answers(store: Store) -> object:
    """All that can be asked of a store; what it refuses to say is an answer of its own."""

    def asked(question: Callable[[], object]) -> object:
        try:
            return question()
        except StoreError:
            return "refused"

    names = [name_of(words(number)) for number in range(1, 10)]
    return [
        asked(lambda: list(store.ledger.chained())),
        asked(store.ledger.head),
        *(asked(lambda n=n: store.latest(page(n))) for n in range(1, 11)),
        *(asked(lambda n=n: store.failure(page(n))) for n in range(1, 11)),
        *(asked(lambda name=name: list(store.ledger.of_object(name))) for name in names),
        [store.objects.look(name) for name in names],
    ]


def damaged(root: Path, chance: random.Random) -> tuple[str, str]:
    """Flip a bit of a file, cut it or delete it; tell which and how."""
    found = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name != "lock"]
    path = chance.choice(found)
    data = bytearray(path.read_bytes())
    how = chance.choices(["flipped", "cut", "deleted"], [6, 2, 1])[0]
    if how == "deleted" or not data:
        path.unlink()
    elif how == "cut":
        path.write_bytes(data[: chance.randrange(len(data))])
    else:
        bit = chance.randrange(len(data) * 8)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
    return path.relative_to(root).as_posix(), how


@pytest.mark.parametrize("make", [at_rest, as_killed])
def test_damage_is_noticed_and_mended(tmp_path: Path, make: Callable[[Path], Store]) -> None:
    make(tmp_path / "sound")
    shutil.copytree(tmp_path / "sound", tmp_path / "asked")
    whole = answers(Store(tmp_path / "asked"))
    records = [one.record for one in Store(tmp_path / "asked").ledger.chained()]
    chance, unnoticed, noticed = random.Random(7), Counter[str](), 0

    for _ in range(ROUNDS):
        root = tmp_path / "damaged"
        shutil.copytree(tmp_path / "sound", root)
        place, how = damaged(root, chance)
        store = Store(root)

        if faults(store):
            noticed += 1
        else:
            unnoticed[f"{Path(place).name}, {how}"] += 1
            asked = tmp_path / "asked again"
            shutil.copytree(root, asked)
            assert answers(Store(asked)) == whole, (place, how)
            shutil.rmtree(asked)
        repair(store)

        assert faults(store) == (), (place, how)
        kept = [one.record for one in store.ledger.chained()]
        assert kept[: len(records)] == records, (place, how)
        assert not any(isinstance(record, Gap) for record in kept), (place, how)
        assert all(isinstance(record, Loss) for record in kept[len(records) :]), (place, how)
        assert place.startswith("objects") or answers(store) == whole, (place, how)
        assert repair(store) == (), (place, how)
        shutil.rmtree(root)

    # A store without a seal is what a killed run leaves: the next one seals it.
    unnoticed.pop("ledger.seal, deleted", None)
    if make is at_rest:
        assert unnoticed == {}
    assert all(place.startswith(("ledger.sqlite", "ledger.seal")) for place in unnoticed)
    assert noticed > ROUNDS / 2
    print(f"{ROUNDS} damages, {noticed} noticed; of no consequence: {dict(unnoticed)}")


def test_two_damages_at_once_lose_no_more_than_is_told(tmp_path: Path) -> None:
    """Beyond what is promised: where both copies are hit, each lost record lies in a told gap."""
    at_rest(tmp_path / "sound")
    records = list(Store(tmp_path / "sound").ledger.chained())
    chance = random.Random(8)
    for _ in range(ROUNDS // 2):
        root = tmp_path / "damaged"
        shutil.copytree(tmp_path / "sound", root)
        for name in ("ledger.jsonl", "ledger.sqlite"):
            data = bytearray((root / name).read_bytes())
            for _ in range(30):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            (root / name).write_bytes(data)
        store = Store(root)
        assert faults(store)
        repair(store)

        assert faults(store) == ()
        kept = list(store.ledger.chained())
        gaps = [one.record for one in kept if isinstance(one.record, Gap)]
        standing = {one.link for one in kept}
        for one in records:
            told = any(g.first <= one.seq and (not g.last or one.seq <= g.last) for g in gaps)
            assert one.link in standing or told, one.seq
        shutil.rmtree(root)
