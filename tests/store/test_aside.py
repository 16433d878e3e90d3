from pathlib import Path

import pytest
from storing import syncs

from provcheck.store.aside import Aside, laid_aside


def test_nothing_is_made_for_nothing(tmp_path: Path) -> None:
    Aside(tmp_path).take(tmp_path / "not there", "name")

    assert list(tmp_path.iterdir()) == []


def test_each_repair_has_a_folder_of_its_own(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / "file").write_text(f"words {number}")
        aside = Aside(tmp_path)
        aside.take(tmp_path / "file", "name")
        aside.copy(b"more", "more")
        assert aside.name == f"damaged/000{number}"

    assert not (tmp_path / "file").exists()
    assert [p.read_text() for p in sorted(laid_aside(tmp_path, "name"))] == ["words 1", "words 2"]
    assert (tmp_path / "damaged" / "0002" / "more").read_bytes() == b"more"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells what is open")
def test_a_move_outlasts_a_loss_of_power(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "file").touch()
    synced = syncs(tmp_path, monkeypatch)
    Aside(tmp_path).take(tmp_path / "from" / "file", "name")

    assert synced == [".", "damaged", "damaged/0001", "from"]


@pytest.mark.parametrize(
    "lay",
    [
        pytest.param(lambda path: path.mkdir(), id="a folder"),
        pytest.param(lambda path: path.symlink_to("nowhere"), id="a link that leads nowhere"),
    ],
)
def test_whatever_lies_there_is_taken(tmp_path: Path, lay) -> None:
    lay(tmp_path / "there")
    Aside(tmp_path).take(tmp_path / "there", "name")

    assert [path.name for path in tmp_path.iterdir()] == ["damaged"]


def test_a_link_for_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "1").mkdir(parents=True)
    (outside / "1" / "name").write_text("not ours")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "damaged").symlink_to(outside)

    assert list(laid_aside(tmp_path / "store", "name")) == []
    with pytest.raises(OSError, match="symbolic link"):
        Aside(tmp_path / "store").copy(b"x", "x")
    assert [path.name for path in outside.iterdir()] == ["1"]
