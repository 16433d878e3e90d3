import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from bundling import HARBOUR_SEQ, SALT_SEQ, two_runs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stamping import NOW, Authority, an_authority, elements
from storing import NOON, a_fetch

from provcheck.errors import StoreError
from provcheck.store.bundle.check import bundle_faults
from provcheck.store.bundle.read import read_bundle
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Store
from provcheck.store.gc import gc
from provcheck.store.objects import Objects
from provcheck.store.record import Chained, Timestamp
from provcheck.store.redact import redact
from provcheck.store.timestamp import Proven, Unproven, proofs, request, stamp
from provcheck.store.verify import faults

URL = "https://times.example/tsa"
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return an_authority()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


def trusted(authority: Authority, folder: Path) -> Path:
    (folder / "roots.pem").write_bytes(authority.pem)
    return folder / "roots.pem"


def proved(store: Store, authority: Authority) -> tuple[Proven | Unproven, ...]:
    roots = trusted(authority, store.root.parent)
    return proofs(store.ledger.chained(), store.objects, roots)


def test_without_timestamps_there_is_nothing_to_prove(store: Store, authority: Authority) -> None:
    assert proved(store, authority) == ()


def test_a_request_holds_the_hash_of_a_link_and_nothing_else_of_it() -> None:
    link = "ab" * 32
    asked = request(link)

    assert sha256(link.encode()).digest() in asked
    assert link.encode() not in asked
    assert len(asked) < 80
    assert request(link) != asked  # a random number in each


def test_a_stamped_ledger_is_proved_up_to_its_head(store: Store, authority: Authority) -> None:
    head = store.ledger.head()
    sent: list[bytes] = []

    record = stamp(store, lambda asked: sent.append(asked) or authority.answer(asked), URL)

    assert (record.head, record.link, record.time) == (SALT_SEQ, head, NOW)
    assert [said.record for said in store.ledger.chained()][-1] == record
    assert proved(store, authority) == (
        Proven(seq=SALT_SEQ + 1, head=SALT_SEQ, time=NOW, authority=URL),
    )
    assert len(sent) == 1
    assert sha256(head.encode()).digest() in sent[0]


def test_records_after_it_change_nothing(store: Store, authority: Authority) -> None:
    stamp(store, authority.answer, URL)
    store.keep(a_fetch("https://wire.example/later"), b"later")
    later = replace(authority, time=NOW + HOUR)
    stamp(store, later.answer, URL)

    heads = [each.head for each in proved(store, authority) if isinstance(each, Proven)]

    assert heads == [SALT_SEQ, SALT_SEQ + 2]


def test_a_token_is_part_of_the_store(store: Store, authority: Authority) -> None:
    record = stamp(store, authority.answer, URL)
    place = store.objects.place(record.sha256)

    os.utime(place, (0, 0))  # gc spares what is young
    gc(store)

    assert faults(store) == ()
    place.unlink()
    assert record.sha256[2:] in "".join(fault.place for fault in faults(store))


def test_a_store_that_is_empty_is_told(tmp_path: Path, authority: Authority) -> None:
    with pytest.raises(StoreError, match="nothing is recorded there yet"):
        stamp(Store(tmp_path / "none"), authority.answer, URL)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        pytest.param(lambda _a, _q: b"", "no timestamp", id="nothing"),
        pytest.param(lambda _a, _q: b"<html>busy", "no timestamp", id="a page"),
        pytest.param(lambda a, q: a.refusal(q), "no timestamp", id="refused"),
        pytest.param(lambda a, q: a.answer(q)[:-9], "no timestamp", id="cut"),
        pytest.param(lambda a, _q: a.answer(request("0" * 64)), "over something else", id="hash"),
        pytest.param(
            lambda a, q: a.answer(q.replace(nonce(q), bytes(len(nonce(q))))),
            "another request",
            id="an old one",
        ),
    ],
)
def test_what_is_no_token_for_this_request_is_not_kept(
    store: Store,
    authority: Authority,
    answer: Callable[[Authority, bytes], bytes],
    told: str,
) -> None:
    before = list(store.ledger.chained())

    with pytest.raises(StoreError, match=told) as problem:
        stamp(store, lambda asked: answer(authority, asked), URL)

    assert URL in str(problem.value)
    assert "\n" not in str(problem.value)
    assert list(store.ledger.chained()) == before


def nonce(asked: bytes) -> bytes:
    """The random number in a request."""
    ((_, body),) = elements(asked)
    return elements(body)[2][1]


@pytest.mark.parametrize(
    ("ends", "reason"),
    [
        pytest.param(NOW + HOUR, None, id="expired since"),
        pytest.param(NOW - HOUR, "not valid at that time", id="expired before"),
    ],
)
def test_a_certificate_counts_by_the_time_of_the_token(
    store: Store, ends: object, reason: str | None
) -> None:
    authority = an_authority(ends=ends)  # type: ignore[arg-type]
    stamp(store, authority.answer, URL)

    (found,) = proved(store, authority)

    told = found.reason if isinstance(found, Unproven) else None
    assert (told is None) is (reason is None)
    assert (reason or "") in (told or "")


@pytest.mark.parametrize("name", ["Times of Example", "Other Times"])
def test_an_authority_that_is_not_trusted_proves_nothing(
    store: Store, authority: Authority, name: str
) -> None:
    """Also when the trusted one bears the same name."""
    stamp(store, authority.answer, URL)

    (found,) = proved(store, an_authority(name))

    assert isinstance(found, Unproven)
    assert "not signed by an authority that these certificates are of" in found.reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"head": HARBOUR_SEQ}, "another link than the one that was", id="wrong head"),
        pytest.param({"head": 99}, "record 99, which it is over, is not here", id="no head"),
        pytest.param({"time": NOON}, "its token is of another time", id="wrong time"),
    ],
)
def test_a_record_that_says_more_than_its_token_proves_nothing(
    store: Store, authority: Authority, change: dict[str, object], reason: str
) -> None:
    record = stamp(store, authority.answer, URL)
    store.note(record.model_copy(update=change))

    _, found = proved(store, authority)

    assert isinstance(found, Unproven)
    assert reason in found.reason


def test_a_token_over_another_head_proves_nothing(store: Store, authority: Authority) -> None:
    links = {said.seq: said.link for said in store.ledger.chained()}
    token = store.objects.put(authority.answer(request(links[HARBOUR_SEQ])))
    store.note(
        Timestamp(head=SALT_SEQ, link=links[SALT_SEQ], sha256=token, authority=URL, time=NOW)
    )

    (found,) = proved(store, authority)

    assert found == Unproven(seq=SALT_SEQ + 1, reason="its token is over something else")


def test_a_ledger_that_was_built_anew_is_not_what_was_stamped(
    store: Store, authority: Authority, tmp_path: Path
) -> None:
    record = stamp(store, authority.answer, URL)
    forged = Store(tmp_path / "forged")
    for said in store.ledger.chained():
        for name in store.objects.names():
            forged.objects.put(store.objects.get(name))
        changed = said.seq == HARBOUR_SEQ
        told = said.record.model_copy(update={"article": "other.txt"} if changed else {})
        forged.note(told)

    (found,) = proofs(forged.ledger.chained(), forged.objects, trusted(authority, tmp_path))

    assert record.head == SALT_SEQ
    assert isinstance(found, Unproven)
    assert "another link than the one that was stamped" in found.reason


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(lambda s, n: s.objects.place(n).unlink(), "token is missing", id="gone"),
        pytest.param(
            lambda s, n: s.objects.place(n).write_bytes(b"x"), "token is damaged", id="changed"
        ),
        pytest.param(lambda s, n: redact(s, n, "x"), "token is missing", id="removed"),
    ],
)
def test_a_token_that_is_lost_proves_nothing(
    store: Store, authority: Authority, damage: Callable[[Store, str], object], reason: str
) -> None:
    record = stamp(store, authority.answer, URL)
    damage(store, record.sha256)

    (found,) = proved(store, authority)

    assert isinstance(found, Unproven)
    assert reason in found.reason


def test_a_bundle_proves_what_its_store_did(
    store: Store, authority: Authority, tmp_path: Path
) -> None:
    stamp(store, authority.answer, URL)
    roots = trusted(authority, tmp_path)
    for name, runs in (("all", None), ("one", (SALT_SEQ,))):
        write_bundle(store, tmp_path / name, runs)
        bundle = read_bundle(tmp_path / name)

        assert proofs(bundle.records, Objects(bundle.root), roots) == proved(store, authority)
        assert bundle_faults(read_bundle(tmp_path / name)) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param(b"", "no certificates in PEM", id="empty"),
        pytest.param(b"-----BEGIN CERTIFICATE-----\nx", "no certificates in PEM", id="broken"),
    ],
)
def test_certificates_that_are_none_are_told(
    store: Store, tmp_path: Path, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / "roots.pem").write_bytes(content)

    with pytest.raises(StoreError, match=told) as problem:
        proofs(store.ledger.chained(), store.objects, tmp_path / "roots.pem")

    assert "roots.pem" in str(problem.value)


def test_without_the_extra_it_is_said_what_to_install(
    store: Store, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    told = r"pip install 'provcheck\[timestamp\]'"

    with pytest.raises(StoreError, match=told):
        stamp(store, authority.answer, URL)
    with pytest.raises(StoreError, match=told):
        proved(store, authority)


def test_openssl_proves_it_too(store: Store, authority: Authority, tmp_path: Path) -> None:
    """As docs/evidence.md tells to do it by hand."""
    record = stamp(store, authority.answer, URL)
    (tmp_path / "link").write_text(record.link)
    command = ["openssl", "ts", "-verify", "-data", str(tmp_path / "link")]
    command += ["-in", str(store.objects.place(record.sha256))]
    command += ["-CAfile", str(trusted(authority, tmp_path))]
    command += ["-attime", str(int(NOW.timestamp()))]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("no openssl on this machine")

    assert "Verification: OK" in run.stdout, run.stderr


_ASKED = request("ab" * 32)


@given(at=st.integers(0), junk=st.binary(min_size=1, max_size=3))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_token_proves_what_it_proved_or_nothing(
    authority: Authority, tmp_path: Path, at: int, junk: bytes
) -> None:
    token = authority.answer(_ASKED)
    at %= len(token)
    objects = Objects(tmp_path / "tokens")
    name = objects.put(token[:at] + junk + token[at + len(junk) :])
    told = Timestamp(head=1, link="ab" * 32, sha256=name, authority=URL, time=NOW)
    records = [Chained(seq=1, record=told, prev="cd" * 32, link="ab" * 32)]

    (found,) = proofs(records, objects, trusted(authority, tmp_path))

    assert found == Proven(seq=1, head=1, time=NOW, authority=URL) or isinstance(found, Unproven)
