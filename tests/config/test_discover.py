from pathlib import Path

import pytest

from provcheck.config.discover import discover, found_in, looked_in
from provcheck.errors import SettingsError


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "provcheck.toml").write_text("# outside of the repository\n")
    inside = tmp_path / "repository"
    (inside / ".git").mkdir(parents=True)
    (inside / "desk" / "news").mkdir(parents=True)
    return inside


def test_nothing_is_found_beyond_the_repository(repository: Path) -> None:
    assert discover(repository / "desk" / "news") is None
    assert discover(repository) is None


def test_a_git_file_ends_the_search_too(repository: Path) -> None:
    (repository / ".git").rmdir()
    (repository / ".git").write_text("gitdir: elsewhere\n")
    assert discover(repository) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[project]\nname = 'other'\n", id="without-the-table"),
        pytest.param("[tool.other]\nx = 1\n", id="another-table"),
        pytest.param("not = = toml", id="broken-and-not-ours"),
        pytest.param("[project]\nname = 'provcheck'\n", id="only-the-word"),
    ],
)
def test_a_pyproject_without_the_table_is_passed_over(repository: Path, text: str) -> None:
    (repository / "provcheck.toml").write_text("")
    (repository / "desk" / "pyproject.toml").write_text(text)
    assert discover(repository / "desk" / "news") == repository / "provcheck.toml"


def test_a_pyproject_that_is_no_file_is_passed_over(repository: Path) -> None:
    (repository / "pyproject.toml").mkdir()
    (repository / "desk" / "pyproject.toml").symlink_to("nowhere")
    assert discover(repository / "desk") is None


def test_the_closest_file_holds(repository: Path) -> None:
    (repository / "provcheck.toml").write_text("")
    assert discover(repository / "desk" / "news") == repository / "provcheck.toml"
    (repository / "desk" / "pyproject.toml").write_text("[tool.provcheck]\n")
    assert discover(repository / "desk" / "news") == repository / "desk" / "pyproject.toml"


def test_the_order_within_a_folder(repository: Path) -> None:
    for name in ("pyproject.toml", ".provcheck.toml", "provcheck.toml"):
        (repository / name).write_text("[tool.provcheck]\n" if name == "pyproject.toml" else "")
        assert found_in(repository) == repository / name


def test_a_broken_pyproject_that_speaks_of_us_is_an_error(repository: Path) -> None:
    (repository / "pyproject.toml").write_text("[tool.provcheck\n")
    with pytest.raises(SettingsError, match=r"pyproject\.toml:1: not valid TOML"):
        discover(repository)


def test_the_folders_are_told(repository: Path) -> None:
    desk = repository / "desk"
    assert list(looked_in(desk)) == [desk, repository]
