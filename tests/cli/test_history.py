"""What git is asked, on real repositories; git itself is the part that must not surprise us."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import a_repository, committed, git

from provcheck.cli.history import History
from provcheck.errors import SettingsError

A = Path("a.md")
B = Path("in/b.md")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A branch `draft` one commit from `main`, with nothing changed on it yet."""
    desk = a_repository(tmp_path / "desk", "a.md", "in/b.md", "é/ñ o.md")
    git(desk, "checkout", "-qb", "draft")
    return committed(desk, {"other.txt": "words"})


def test_what_was_committed_before_is_unchanged(desk: Path) -> None:
    history = History(desk, "main")
    for path in (A, B, Path("é/ñ o.md"), desk / "a.md", Path("in/../a.md")):
        assert history.unchanged(path), path
        assert not history.touched(path), path


def test_what_others_did_on_their_branch_meanwhile_is_no_change_of_ours(desk: Path) -> None:
    git(desk, "checkout", "-q", "main")
    committed(desk, {"a.md": "words of others"})
    git(desk, "checkout", "-q", "draft")
    assert History(desk, "main").unchanged(A)


def test_a_touched_file_with_the_same_words_is_unchanged(desk: Path) -> None:
    os.utime(desk / "a.md", (1, 1))
    assert History(desk, "main").unchanged(A)


@pytest.mark.parametrize("rev", ["main", "HEAD~1", "v1", "main^{commit}", "refs/heads/main"])
def test_a_commit_has_many_names(desk: Path, rev: str) -> None:
    git(desk, "tag", "-a", "v1", "main", "-m", "one")
    history = History(desk, rev)
    assert history.unchanged(A)
    assert not history.unchanged(Path("other.txt"))


Change = Callable[[Path], object]
CHANGES: dict[str, Change] = {
    "committed": lambda desk: committed(desk, {"a.md": "other words"}),
    "staged": lambda desk: ((desk / "a.md").write_text("other"), git(desk, "add", "a.md")),
    "not-even-staged": lambda desk: (desk / "a.md").write_text("other words"),
    "of-the-same-size": lambda desk: (desk / "a.md").write_text("sword"),
    "removed-from-git": lambda desk: git(desk, "rm", "-q", "--cached", "a.md"),
    "gone": lambda desk: (desk / "a.md").unlink(),
    "now-a-link": lambda desk: ((desk / "a.md").unlink(), (desk / "a.md").symlink_to("in/b.md")),
    "not-to-be-looked-at": lambda desk: git(desk, "update-index", "--assume-unchanged", "a.md"),
    "left-out-of-the-checkout": lambda desk: git(desk, "update-index", "--skip-worktree", "a.md"),
    "in-conflict": lambda desk: (
        git(desk, "checkout", "-q", "main"),
        committed(desk, {"a.md": "theirs"}),
        git(desk, "checkout", "-q", "draft"),
        committed(desk, {"a.md": "ours"}),
        subprocess.run(["git", "merge", "-q", "main"], cwd=desk, check=False),  # noqa: S607
    ),
}


@pytest.mark.parametrize("change", [pytest.param(each, id=id_) for id_, each in CHANGES.items()])
def test_what_is_changed_or_may_be_is_not_unchanged(desk: Path, change: Change) -> None:
    change(desk)
    history = History(desk, "main")
    assert not history.unchanged(A)
    assert history.unchanged(B)


@pytest.mark.parametrize(
    "name", ["new.md", "in/ü b.md", "a\nb.md", os.fsdecode(b"caf\xe9.md"), "-x.md", "*.md", ":a.md"]
)
def test_new_files_of_any_name_are_changed_and_unchanged_from_then_on(
    desk: Path, name: str
) -> None:
    (desk / name).write_text("words")
    assert not History(desk, "main").unchanged(Path(name))
    committed(desk, {})
    assert not History(desk, "main").unchanged(Path(name))
    assert History(desk, "main").touched(Path(name))
    assert History(desk, "HEAD").unchanged(Path(name))


def test_an_ignored_file_cannot_be_told_to_be_as_it_was(desk: Path) -> None:
    committed(desk, {".gitignore": "drafts/\n"})
    (desk / "drafts").mkdir()
    (desk / "drafts" / "x.md").write_text("words")
    assert not History(desk, "HEAD").unchanged(Path("drafts/x.md"))


def test_a_file_with_a_new_name_is_changed(desk: Path) -> None:
    git(desk, "mv", "a.md", "z.md")
    history = History(desk, "main")
    assert not history.unchanged(Path("z.md"))
    assert history.touched(A)


def test_paths_are_from_the_folder_it_runs_in(desk: Path) -> None:
    (desk / "in" / "b.md").write_text("other")
    history = History(desk / "in", "main")
    assert not history.unchanged(Path("b.md"))
    assert history.unchanged(Path("../a.md"))


def test_a_work_tree_of_its_own(desk: Path) -> None:
    git(desk, "worktree", "add", "-q", "../beside", "-b", "beside", "main")
    beside = desk.parent / "beside"
    committed(beside, {"a.md": "other"})
    history = History(beside, "main")
    assert not history.unchanged(A)
    assert history.unchanged(B)
    assert History(desk, "main").unchanged(A)


def test_a_link_is_unchanged_only_with_what_it_leads_to(desk: Path) -> None:
    (desk / "link.md").symlink_to("in/b.md")
    (desk / "out.md").symlink_to("../outside.md")
    committed(desk, {})
    (desk.parent / "outside.md").write_text("words")
    assert History(desk, "HEAD").unchanged(Path("link.md"))
    assert not History(desk, "HEAD").unchanged(Path("out.md"))
    (desk / "in" / "b.md").write_text("other")
    assert not History(desk, "HEAD").unchanged(Path("link.md"))


@pytest.fixture
def beneath(desk: Path) -> Path:
    """The folder of a submodule that holds `wire.md`."""
    a_repository(desk.parent / "wires", "wire.md")
    git(desk, "submodule", "-q", "add", "../wires", "wires")
    git(desk, "commit", "-qm", "wires")
    return desk / "wires"


def test_files_of_a_submodule_are_unchanged_while_all_of_it_is(desk: Path, beneath: Path) -> None:
    wire = Path("wires/wire.md")
    assert History(desk, "HEAD").unchanged(wire)
    assert not History(desk, "main").unchanged(wire)
    git(desk, "config", "diff.ignoreSubmodules", "all")
    (beneath / "new.md").write_text("words")
    assert not History(desk, "HEAD").unchanged(wire)
    committed(beneath, {})
    assert not History(desk, "HEAD").unchanged(wire)
    assert History(desk, "HEAD").unchanged(A)


def test_a_repository_inside_that_git_does_not_know_is_changed(desk: Path) -> None:
    a_repository(desk / "inner", "x.md")
    assert not History(desk, "main").unchanged(Path("inner/x.md"))


def test_what_lies_outside_is_never_unchanged(desk: Path, tmp_path: Path) -> None:
    a_repository(tmp_path / "elsewhere", "a.md")
    history = History(desk, "main")
    assert not history.unchanged(Path("../elsewhere/a.md"))
    assert not history.touched(Path("../elsewhere/a.md"))


def test_git_runs_nothing_that_the_repository_sets_up(desk: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch {tmp_path}/sprung\ncat "$@" </dev/null\n')
    trap.chmod(0o755)
    hook = desk / ".git" / "hooks" / "post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.symlink_to(trap)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "diff.x.command",
        "diff.x.textconv",
        "core.pager",
    ):
        git(desk, "config", key, str(trap))
    (desk / ".gitattributes").write_text("* diff=x\n")
    (desk / "a.md").write_text("other")
    os.utime(desk / "in" / "b.md", (1, 1))
    assert not History(desk, "main").unchanged(A)
    assert not (tmp_path / "sprung").exists()
    with pytest.raises(subprocess.CalledProcessError):
        git(desk, "diff", "main")
    assert (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("rev", "told"),
    [
        pytest.param("", "no name of a commit", id="empty"),
        pytest.param("--all", "no name of a commit", id="an-option"),
        pytest.param("-", "no name of a commit", id="a-dash"),
        pytest.param("a\0b", "no name of a commit", id="with-nul"),
        pytest.param("mian", "knows no such commit; fetch it .*fetch-depth: 0", id="unknown"),
        pytest.param("0" * 40, "knows no such commit", id="nothing-before-a-first-push"),
        pytest.param("main:a.md", "knows no such commit", id="a-file"),
        pytest.param("main..draft", "knows no such commit", id="a-range"),
        pytest.param("lone", "finds no commit that HEAD shares .*fetch-depth: 0", id="unrelated"),
    ],
)
def test_what_is_no_commit_to_compare_with_is_told_with_a_remedy(
    desk: Path, rev: str, told: str
) -> None:
    git(desk, "checkout", "-q", "--orphan", "lone")
    git(desk, "commit", "-qm", "lone")
    git(desk, "checkout", "-q", "draft")
    with pytest.raises(SettingsError, match=f"^--changed-since .*: .*{told}"):
        History(desk, rev)


def test_a_shallow_clone_lacks_the_commit(desk: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", desk.as_uri(), "shallow")
    with pytest.raises(SettingsError, match="fetch-depth: 0"):
        History(tmp_path / "shallow", "origin/main")
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert History(tmp_path / "shallow", "origin/main").unchanged(A)


def test_a_clone_in_part_is_compared_without_fetching_the_rest(desk: Path, tmp_path: Path) -> None:
    git(desk, "config", "uploadpack.allowFilter", "true")
    committed(desk, {"a.md": "other words"})
    git(tmp_path, "clone", "-q", "--filter=blob:none", "-b", "draft", desk.as_uri(), "part")
    desk.rename(tmp_path / "away")
    history = History(tmp_path / "part", "origin/main")
    assert not history.unchanged(A)
    assert history.unchanged(B)


def test_no_commit_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(SettingsError, match="knows no such commit"):
        History(tmp_path, "HEAD")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no work tree here; git says: .*not a git repository"):
        History(tmp_path, "main")


def test_no_work_tree(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare")
    with pytest.raises(SettingsError, match="no work tree here"):
        History(tmp_path, "main")


def test_no_git(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(desk))
    with pytest.raises(SettingsError, match="git is not installed"):
        History(desk, "main")
