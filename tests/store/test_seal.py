from pathlib import Path

import pytest
from storing import a_fetch, as_killed, at_rest, filled, page, words

from provcheck.store.evidence import Store
from provcheck.store.repair import repair
from provcheck.store.seal import broken, seal
from provcheck.store.verify import faults

ZEROS = "0" * 64


def flipped(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def free_space(database: Path) -> int:
    """The offset of a byte in the room between the cells of the last page that has such room."""
    data = database.read_bytes()
    size = 4096
    for start in range(len(data) - size, size, -size):
        room = data[start + size // 4 : start + size // 2]
        if not any(room):
            return start + size // 3
    raise AssertionError


def test_a_store_that_was_never_sealed_is_sound(tmp_path: Path) -> None:
    assert faults(filled(tmp_path, 3)) == ()
    assert not (tmp_path / "ledger.seal").exists()


@pytest.mark.parametrize("make", [at_rest, as_killed])
def test_a_sealed_store_is_sound_at_rest_and_after_a_kill(tmp_path: Path, make: object) -> None:
    store = make(tmp_path)  # type: ignore[operator]

    assert (tmp_path / "ledger.seal").exists()
    assert not any(fault.grave for fault in faults(store))


def test_a_store_that_goes_on_is_sound_and_sealed_anew(tmp_path: Path) -> None:
    store = at_rest(tmp_path)
    before = (tmp_path / "ledger.seal").read_bytes()
    store.keep(a_fetch(page(1)), words(1))
    assert faults(store) == ()
    store.seal()

    assert (tmp_path / "ledger.seal").read_bytes() != before
    assert faults(store) == ()


def test_where_there_is_nothing_nothing_is_sealed(tmp_path: Path) -> None:
    seal(tmp_path / "none")
    Store(tmp_path / "none").seal()

    assert list(tmp_path.iterdir()) == []


def test_a_bit_in_the_room_of_a_page_is_noticed_and_mended(tmp_path: Path) -> None:
    store = filled(tmp_path, 40)
    store.seal()
    flipped(tmp_path / "ledger.sqlite", free_space(tmp_path / "ledger.sqlite"))

    (fault,) = faults(store)
    assert (fault.place, fault.what) == ("ledger.seal", "ledger.sqlite is not as it was sealed")
    assert repair(store)
    assert faults(store) == ()
    assert len(list(store.ledger.chained())) == 40


@pytest.mark.parametrize("at", [0, 30, 64, 65, 100, 129])
def test_a_damaged_seal_is_noticed_and_mended(tmp_path: Path, at: int) -> None:
    store = at_rest(tmp_path)
    flipped(tmp_path / "ledger.seal", at)

    assert {fault.place for fault in faults(store)} == {"ledger.seal"}
    assert repair(store)
    assert faults(store) == ()


@pytest.mark.parametrize(
    ("text", "digest", "complaint"),
    [
        pytest.param(None, "a" * 64, None, id="no seal"),
        pytest.param(f"{'1' * 64} {'a' * 64}\n", "a" * 64, None, id="as sealed"),
        pytest.param(f"{'1' * 64} {'a' * 64}\n", None, None, id="a log beside it"),
        pytest.param(f"{ZEROS} {'b' * 64}\n", "a" * 64, None, id="records since"),
        pytest.param(f"{'1' * 64} {'b' * 64}\n", "a" * 64, "not as it was sealed", id="changed"),
        pytest.param(f"{'2' * 64} {'a' * 64}\n", "a" * 64, "damaged", id="unknown records"),
        pytest.param("", "a" * 64, "damaged", id="empty"),
    ],
)
def test_what_a_seal_says(
    tmp_path: Path, text: str | None, digest: str | None, complaint: str | None
) -> None:
    if text is not None:
        (tmp_path / "ledger.seal").write_text(text)
    told = broken(tmp_path, digest, [ZEROS, "1" * 64])

    assert told is None if complaint is None else complaint in (told or "")
