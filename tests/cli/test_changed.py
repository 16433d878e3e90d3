from pathlib import Path

import pytest
from repositories import a_repository, committed, git

from provcheck.cli.changed import changed
from provcheck.errors import SettingsError

FILES = ["a.md", "b.md", "in/c.txt"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose article `b.md` is signed."""
    desk = a_repository(tmp_path / "desk", *FILES, "b.provcheck.toml")
    monkeypatch.chdir(desk)
    return desk


def test_nothing_changed(desk: Path) -> None:
    assert desk
    assert changed(FILES, "main") == []


@pytest.mark.parametrize("name", FILES)
def test_what_changed_stays_in_the_order_given(desk: Path, name: str) -> None:
    (desk / name).write_text("other words")
    (desk / "new.md").write_text("words")
    assert changed(["new.md", *FILES], "main") == ["new.md", name]


def test_a_missing_file_stays_so_that_it_is_told_of(desk: Path) -> None:
    (desk / "a.md").unlink()
    assert changed(["gone.md", *FILES], "main") == ["gone.md", "a.md"]


def test_an_article_whose_signing_changed_is_changed(desk: Path) -> None:
    (desk / "b.provcheck.toml").write_text("other")
    (desk / "in" / "c.provcheck.toml").write_text("new")
    assert changed(FILES, "main") == ["b.md", "in/c.txt"]
    committed(desk, {})
    assert changed(FILES, "HEAD~1") == ["b.md", "in/c.txt"]
    assert changed(FILES, "HEAD") == []


def test_an_article_whose_signing_is_gone_is_changed(desk: Path) -> None:
    git(desk, "rm", "-q", "b.provcheck.toml")
    assert changed(FILES, "main") == ["b.md"]
    committed(desk, {})
    assert changed(FILES, "HEAD~1") == ["b.md"]


def test_an_article_may_be_signed_by_its_full_name(desk: Path) -> None:
    (desk / "a.md.provcheck.toml").write_text("new")
    assert changed(FILES, "main") == ["a.md"]


@pytest.mark.parametrize("name", ["-", "https://wire.example/a"])
def test_what_has_no_history_is_refused(desk: Path, name: str) -> None:
    assert desk
    with pytest.raises(SettingsError, match="is no file of a repository"):
        changed(["a.md", name], "main")


def test_a_commit_is_asked_for_even_where_it_would_make_no_difference(desk: Path) -> None:
    (desk / "new.md").write_text("words")
    with pytest.raises(SettingsError, match="knows no such commit"):
        changed(["new.md"], "mian")
