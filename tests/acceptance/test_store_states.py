"""Whatever is done to a store, in whatever order, it verifies, and gives what a simple model says.

PROVCHECK_ROUNDS sets the number of sequences; 500 before a release.
"""

import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from storing import NOON, a_fetch, a_reading, name_of

from provcheck.errors import StoreError
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.gc import gc
from provcheck.store.redact import redact
from provcheck.store.repair import repair
from provcheck.store.verify import faults

ROUNDS = int(os.environ.get("PROVCHECK_ROUNDS", "8"))
URLS = st.sampled_from(["https://a.example/", "http://a.example/#x", "https://b.example/ü"])
DATA = st.sampled_from([b"", b"one", b"two", b"three"])
TIMES = st.integers(-1_000, 1_000).map(lambda minutes: NOON + timedelta(minutes=minutes))


class Stores(RuleBasedStateMachine):
    """The store beside what it should hold: the newest bytes by address, what was taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.store = Store(self.root / "a störe")
        self.newest: dict[str, bytes] = {}
        self.records = 0
        self.redacted: set[bytes] = set()
        self.lost: set[bytes] = set()
        self.ever: set[bytes] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(url=URLS, data=DATA, when=TIMES)
    def keep(self, url: str, data: bytes, when: object) -> None:
        self.records += 1
        assert self.store.keep(a_fetch(url, fetched_at=when), data) == self.records
        self.newest["b" if "b." in url else "a"] = data
        self.lost.discard(data)
        self.ever.add(data)

    @rule(url=URLS)
    def fail(self, url: str) -> None:
        self.records += 1
        self.store.keep(a_fetch(url, failure="no answer"), None)
        failure = self.store.failure(url)
        assert failure
        assert failure.url == url

    @rule(data=DATA)
    def read(self, data: bytes) -> None:
        text = b"text of " + data
        if data in self.redacted | (self.ever - self.lost):
            redacts = data in self.redacted and not self.store.ledger.redaction(name_of(text))
            self.store.note(a_reading(data, text), text)
            self.records += 2 if redacts else 1  # the text goes the way of its page
            self.lost.discard(text)
        else:
            with pytest.raises(StoreError, match="no object"):
                self.store.note(a_reading(data, text), text)

    @precondition(lambda self: self.ever - self.redacted)
    @rule(pick=st.randoms(use_true_random=False))
    def redact(self, pick: object) -> None:
        data = pick.choice(sorted(self.ever - self.redacted))  # type: ignore[attr-defined]
        texts = [one for one in redact(self.store, name_of(data), "r") if one != name_of(data)]
        self.redacted.add(data)
        self.records = len(list(self.store.ledger.chained()))
        assert set(texts) <= {name_of(b"text of " + data)}

    @precondition(lambda self: self.ever - self.redacted - self.lost)
    @rule(pick=st.randoms(use_true_random=False), how=st.sampled_from(["damage", "delete"]))
    def spoil_and_repair(self, pick: object, how: str) -> None:
        data = pick.choice(sorted(self.ever - self.redacted - self.lost))  # type: ignore[attr-defined]
        place = self.store.objects.place(name_of(data))
        if how == "damage":
            place.write_bytes(data + b"!")
        else:
            place.unlink()
        assert len(faults(self.store)) == 1
        assert repair(self.store)
        self.lost.add(data)
        self.records += 1

    @precondition(lambda self: self.records)
    @rule(name=st.sampled_from(["ledger.sqlite", "ledger.jsonl"]))
    def lose_a_copy_and_repair(self, name: str) -> None:
        (self.store.root / name).unlink()
        repair(self.store)

    @rule(data=st.binary(max_size=5))
    def leave_an_orphan(self, data: bytes) -> None:
        self.store.objects.put(b"orphan " + data)

    @rule(grace=st.sampled_from([timedelta(0), timedelta(hours=1)]))
    def collect(self, grace: timedelta) -> None:
        gc(self.store, grace)
        if not grace:
            names = set(self.store.objects.names())
            assert names <= {name_of(b) for d in self.ever for b in (d, b"text of " + d)}

    @invariant()
    def it_verifies(self) -> None:
        assert faults(self.store) == ()

    @invariant()
    def it_counts(self) -> None:
        records = list(self.store.ledger.chained())
        assert [one.seq for one in records] == list(range(1, self.records + 1))
        assert self.store.ledger.head() == (records[-1].link if records else "0" * 64)

    @invariant()
    def it_gives_the_newest(self) -> None:
        for key in ("a", "b"):
            url = "https://a.example/" if key == "a" else "https://b.example/%C3%BC"
            found, data = self.store.latest(url), self.newest.get(key)
            if data is None:
                assert found is None
            elif data in self.redacted:
                assert isinstance(found, Lost)
                assert found.reason == "the stored copy was removed on purpose: r"
            elif data in self.lost:
                assert isinstance(found, Lost)
                assert found.reason == "the stored copy is missing"
            else:
                assert isinstance(found, Kept)
                assert found.data == data


Stores.TestCase.settings = settings(
    max_examples=ROUNDS,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestStores = Stores.TestCase
