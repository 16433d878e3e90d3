from pathlib import Path

import pytest
from bundling import two_runs
from stamping import an_authority

from provcheck.cli.stamps import of_proofs
from provcheck.store.evidence import Store
from provcheck.store.timestamp import stamp

URL = "https://times.example/\x1b[2J"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


def test_without_timestamps_nothing_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "roots.pem").write_bytes(an_authority().pem)

    assert of_proofs(store.ledger.chained(), store.objects, None) == ("", True)
    assert of_proofs(store.ledger.chained(), store.objects, tmp_path / "roots.pem") == ("", True)


def test_each_timestamp_is_a_line(store: Store, tmp_path: Path) -> None:
    one, other = an_authority("One"), an_authority("Other")
    (tmp_path / "roots.pem").write_bytes(one.pem)
    stamp(store, one.answer, URL)
    stamp(store, other.answer, URL)

    told, proved = of_proofs(store.ledger.chained(), store.objects, tmp_path / "roots.pem")

    first, second = told.splitlines()
    assert first.startswith("timestamp 8: records up to 7 existed at 2026-03-01 12:30:00 UTC, by ")
    assert second.startswith("timestamp 9: proves nothing: ")
    assert not proved
    assert "\x1b" not in told
    assert of_proofs(store.ledger.chained(), store.objects, None)[0].startswith("timestamps: 2 not")
