from pathlib import Path

import pytest

from provcheck.config.faults import ConfigFile
from provcheck.config.inside import inside
from provcheck.errors import SettingsError


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, in which the program runs; beside it what it may not touch."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    desk = tmp_path / "desk"
    (desk / "sources").mkdir(parents=True)
    (desk / "sources" / "talk.txt").write_text("talk")
    (desk / "news").mkdir()
    monkeypatch.chdir(desk)
    return desk


def path(desk: Path, given: str, key: str = "sources") -> str:
    return inside(ConfigFile(desk / "provcheck.toml"), key, given)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("sources", "sources", id="a-folder"),
        pytest.param("./sources/talk.txt", "sources/talk.txt", id="a-file"),
        pytest.param("news/../sources", "sources", id="up-and-down"),
        pytest.param("../desk/sources", "sources", id="out-and-in-again"),
        pytest.param("none/yet.json", "none/yet.json", id="not-there"),
        pytest.param(".", ".", id="the-folder-itself"),
        pytest.param("~/x", "~/x", id="no-home"),
        pytest.param(".github/x", ".github/x", id="not-git-itself"),
    ],
)
def test_what_lies_inside(desk: Path, given: str, found: str) -> None:
    assert path(desk, given) == found


def test_an_absolute_path_inside(desk: Path) -> None:
    assert path(desk, str(desk / "sources")) == "sources"


def test_a_path_is_told_from_the_current_folder(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk / "news")
    assert path(desk, "sources") == "../sources"


def test_a_link_that_stays_inside_is_followed(desk: Path) -> None:
    (desk / "also").symlink_to("sources")
    (desk / "sources" / "twin.txt").symlink_to("talk.txt")
    assert path(desk, "also") == "sources"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("/etc", id="absolute"),
        pytest.param("../..", id="up"),
        pytest.param("../outside/secret.txt", id="beside"),
        pytest.param("sources/../../outside", id="down-and-out"),
        pytest.param("../desk-two", id="a-name-that-begins-alike"),
        pytest.param("way/secret.txt", id="through-a-link"),
        pytest.param("way/new.html", id="a-new-file-through-a-link"),
    ],
)
def test_what_leads_out_is_refused(desk: Path, given: str) -> None:
    (desk / "way").symlink_to("../outside")
    told = r"provcheck.toml: sources: .* leads out of .*: give --sources on the command line"
    with pytest.raises(SettingsError, match=told):
        path(desk, given)


@pytest.mark.parametrize("target", ["../../outside/secret.txt", "../../outside", "/etc/passwd"])
def test_a_folder_with_a_link_that_leads_out_is_refused(desk: Path, target: str) -> None:
    (desk / "sources" / "deep").mkdir()
    (desk / "sources" / "deep" / "link").symlink_to(f"../{target}" if target[0] == "." else target)
    with pytest.raises(SettingsError, match="sources/deep/link leads out of"):
        path(desk, "sources")


@pytest.mark.parametrize("given", [".git/hooks/post-checkout", ".GIT/config", "news/.git/x"])
def test_what_is_gits_own_is_refused(desk: Path, given: str) -> None:
    with pytest.raises(SettingsError, match="which is git's own"):
        path(desk, given, "report")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("a\0b", "hidden character"),
        ("a\nb", "hidden character"),
        ("a\u202eb", "hidden character"),
        ("x" * 4000, "sources: x{60}…: File name too long; name another path"),
    ],
)
def test_what_is_no_path_is_refused(desk: Path, given: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        path(desk, given)
