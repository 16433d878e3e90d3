"""Writers killed at any moment lose nothing that was acknowledged; many at once agree.

PROVCHECK_ROUNDS=100 makes the long form: 100 rounds of three writers killed by SIGKILL.
"""

import os
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

from storing import a_fetch, name_of, page

from provcheck.store.evidence import Kept, Store
from provcheck.store.gc import gc
from provcheck.store.record import Fetch
from provcheck.store.verify import faults

ROUNDS = int(os.environ.get("PROVCHECK_ROUNDS", "3"))
WRITERS = 3
# Prints a line for each record once `keep` has returned: that is the acknowledgement.
WRITER = """
import os, random, sys
from pathlib import Path
from storing import a_fetch
from provcheck.store.evidence import Store
store, who, most = Store(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for number in range(most):
    data = os.urandom(random.randrange(1, 60_000))
    url = f"https://wire.example/{who}/{number}"
    seq = store.keep(a_fetch(url), data)
    sys.stdout.write(f"{seq} {url} {len(data)}\\n")
    sys.stdout.flush()
"""


def a_writer(root: Path, who: str, most: int) -> subprocess.Popen[str]:
    paths = os.pathsep.join(str(Path(__file__).parents[n]) for n in (1, 2))
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root), who, str(most)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )


def acknowledged(output: str) -> dict[int, tuple[str, int]]:
    """The records whose acknowledgement came whole, by number: address and size."""
    whole = [line.split() for line in output.split("\n")[:-1] if line != "ready"]
    return {int(seq): (url, int(size)) for seq, url, size in whole}


def ready(writers: list[subprocess.Popen[str]]) -> None:
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"


def test_kill_9_loses_nothing_acknowledged(tmp_path: Path) -> None:
    root = tmp_path / "a store, “quoted” und ünïcödé #1?%"
    store, promised, chance = Store(root), {}, random.Random(9)
    for number in range(ROUNDS):
        writers = [a_writer(root, f"{number}-{who}", 10**9) for who in range(WRITERS)]
        ready(writers)
        time.sleep(chance.uniform(0.02, 0.3))
        for writer in writers:
            writer.kill()
        for writer in writers:
            told = acknowledged(writer.communicate()[0])
            assert promised.keys().isdisjoint(told)
            promised.update(told)
        if number % 10 == 0:
            assert [fault for fault in faults(store) if fault.grave] == []

    held = {one.seq: one.record for one in store.ledger.chained()}
    assert list(held) == list(range(1, len(held) + 1))
    assert promised
    for seq, (url, size) in promised.items():
        fetch = held[seq]
        assert isinstance(fetch, Fetch)
        assert (fetch.url, fetch.size) == (url, size)
        assert len(store.objects.get(fetch.sha256 or "")) == size
    assert [fault for fault in faults(store) if fault.grave] == []
    stale = len(list(store.objects.temporary()))
    freed = gc(store, timedelta(0))
    assert freed.files >= stale
    assert faults(store) == ()
    print(
        f"{ROUNDS} rounds, {ROUNDS * WRITERS} kills, {len(held)} records, {len(promised)} "
        f"acknowledged, {stale} unfinished files, {freed.files} files removed"
    )


def test_eight_processes_append_at_once(tmp_path: Path) -> None:
    writers = [a_writer(tmp_path, str(who), 10) for who in range(8)]
    ready(writers)
    told = [acknowledged(writer.communicate()[0]) for writer in writers]

    store = Store(tmp_path)
    records = list(store.ledger.chained())
    assert [one.seq for one in records] == list(range(1, 81))
    assert sorted(seq for one in told for seq in one) == list(range(1, 81))
    assert all(sorted(one) == list(one) for one in told)
    assert faults(store) == ()


def test_readers_and_verifiers_do_not_disturb_writers(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch(page(0)), b"first")
    writers = [a_writer(tmp_path, str(who), 15) for who in range(2)]
    ready(writers)
    seen = []
    while any(writer.poll() is None for writer in writers):
        found = store.latest(page(0))
        assert isinstance(found, Kept)
        assert found.fetch.sha256 == name_of(b"first")
        seen.append(sum(1 for _ in store.ledger.chained()))
        assert [fault for fault in faults(store) if fault.grave] == []
    for writer in writers:
        assert len(acknowledged(writer.communicate()[0])) == 15

    assert seen == sorted(seen)
    assert sum(1 for _ in store.ledger.chained()) == 31
    assert faults(store) == ()
