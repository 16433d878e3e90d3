"""A newsroom's repository from the first push to the last: what its checks say, and when.

The action's step and the command of the pre-commit hook are run as their runners run them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from acting import ROOT, Done, a_runner, act, importing
from repositories import ENVIRONMENT, committed, git

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
SOURCE = """Minutes of the harbour council

Ines Falk: We may open the new ferry line in spring, if the money comes. The quay was never safe,
and nobody asked the crews before the cranes were moved to the northern pier.
"""
FERRY = """# The ferry

“We may open the new ferry line in spring, if the money comes,” mayor Ines Falk said in a
[meeting](https://council.example/minutes) on Tuesday.
"""
QUAY = """# The quay

“The quay was never safe,” mayor Ines Falk told the [council](https://council.example/minutes).
"""
RAIN = "# The weather\n\nIt rained on the quay all day, and nobody came to see the crane off.\n"
MANIFEST = """[{"file": "minutes.txt", "url": "https://council.example/minutes",
  "content_type": "text/plain; charset=utf-8", "publisher": "Harbour Council"}]
"""
ALTERED = QUAY.replace("never safe", "always safe")
ARGS = "--sources sources --no-store"


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    return a_runner(tmp_path / "runner")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The repository: three sound articles and their source on `main`, and a branch for work."""
    paper = tmp_path / "paper"
    paper.mkdir()
    git(paper, "init", "-q")
    files = {
        ".gitignore": "/out/\n",
        "news/ferry.md": FERRY,
        "news/quay.md": QUAY,
        "news/rain.md": RAIN,
        "sources/minutes.txt": SOURCE,
        "sources/sources.json": MANIFEST,
    }
    committed(paper, files)
    git(paper, "checkout", "-qb", "draft")
    return paper


def checked(runner: Path, paper: Path, **inputs: str) -> Done:
    """What the action's step says of the repository as it is committed."""
    assert git(paper, "status", "--porcelain") == ""
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    done = act(runner, paper, {"files": "news", "args": ARGS, "offline": "true", **named})
    assert done.outputs["exit-code"] == str(done.code), done.log
    assert done.summary
    assert git(paper, "status", "--porcelain") == ""
    return done


def hooked(paper: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """What the hook says of staged files: its entry, its arguments, and then the files."""
    options = [*HOOK["entry"].split()[1:], *HOOK["args"][:-1], *ARGS.split(), HOOK["args"][-1]]
    return program(paper, *options, *files)


def program(paper: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "provcheck.cli.main", *arguments],
        cwd=paper,
        env={**os.environ, **ENVIRONMENT, "PYTHONPATH": importing()},
        capture_output=True,
        text=True,
        check=False,
    )


def signed(paper: Path, article: str, status: str = "accepted") -> None:
    """Sign the only altered claim of an article, with the options of the check."""
    listed = program(paper, "claims", article, "--format", "json").stdout
    (claim,) = yaml.safe_load(listed)["articles"][0]["claims"]
    options = ["--by", "ob", "--status", status, "--note", "as the recording has it"]
    done = program(paper, "sign", claim["id"], article, *options, *ARGS.split(), "--offline")
    assert done.returncode == 0, done.stderr


def test_sound_articles_are_green_and_one_without_claims_is_told(runner: Path, paper: Path) -> None:
    done = checked(runner, paper)
    assert done.code == 0, done.log
    assert done.commands == []
    assert "news/rain.md: no claims found" in done.log
    assert hooked(paper, "news/ferry.md", "news/quay.md", "news/rain.md").returncode == 0
    assert hooked(paper, "news/rain.md").returncode == 0


def test_an_altered_quotation_is_red_until_it_is_accepted_and_red_again_when_its_source_changed(
    runner: Path, paper: Path
) -> None:
    committed(paper, {"news/quay.md": ALTERED})
    red = checked(runner, paper)
    assert red.code == 1
    assert red.commands[0].startswith("::error file=news/quay.md,line=3,")
    assert "altered" in red.summary
    assert hooked(paper, "news/quay.md").returncode == 1

    signed(paper, "news/quay.md", "under-review")
    committed(paper, {})
    assert checked(runner, paper).code == 1

    signed(paper, "news/quay.md")
    committed(paper, {})
    green = checked(runner, paper)
    assert green.code == 0, green.log
    assert not any(line.startswith("::error") for line in green.commands)
    assert hooked(paper, "news/quay.md").returncode == 0

    committed(paper, {"sources/minutes.txt": SOURCE.replace("cranes were", "crane was")})
    stale = checked(runner, paper)
    assert stale.code == 1, stale.log
    assert any("news/quay.md" in line for line in stale.commands)
    assert hooked(paper, "news/quay.md").returncode == 1

    signed(paper, "news/quay.md")
    committed(paper, {})
    assert checked(runner, paper).code == 0


def test_only_what_the_branch_changed_is_checked(runner: Path, paper: Path) -> None:
    git(paper, "checkout", "-q", "main")
    committed(paper, {"news/ferry.md": FERRY.replace("may open", "will open")})
    git(paper, "checkout", "-q", "draft")
    outputs = {"sarif": "out/q.sarif", "html": "out/q.html"}
    nothing = checked(runner, paper, changed_since="main", **outputs)
    assert nothing.code == 0, nothing.log
    assert nothing.outputs == {"exit-code": "0", **outputs}
    assert "no article changed since main" in nothing.log

    committed(paper, {"news/rain.md": RAIN + "\nIt rained on.\n"})
    silent = checked(runner, paper, changed_since="main")
    assert silent.code == 0, silent.log
    assert "news/rain.md: no claims found" in silent.log

    committed(paper, {"news/quay.md": ALTERED})
    red = checked(runner, paper, changed_since="main")
    assert red.code == 1
    assert all("news/quay.md" in line for line in red.commands)
    assert "ferry.md" not in red.log

    git(paper, "merge", "-q", "main", "-m", "take in what others did")
    assert "ferry.md" not in checked(runner, paper, changed_since="main").log
    assert any("ferry.md" in line for line in checked(runner, paper).commands)


def test_an_article_is_checked_again_when_only_its_signing_changed(
    runner: Path, paper: Path
) -> None:
    git(paper, "checkout", "-q", "main")
    committed(paper, {"news/quay.md": ALTERED})
    signed(paper, "news/quay.md")
    committed(paper, {})
    git(paper, "checkout", "-q", "-B", "draft")
    assert checked(runner, paper, changed_since="main").code == 0

    signed(paper, "news/quay.md", "rejected")
    committed(paper, {})
    red = checked(runner, paper, changed_since="main")
    assert red.code == 1
    assert "news/quay.md" in red.commands[0]


def test_a_check_that_checks_nothing_is_never_green(runner: Path, paper: Path) -> None:
    committed(paper, {"notes/todo.csv": "a,b\n"})
    for inputs in ({"files": "notes"}, {"files": "nwes"}, {"files": "news/rain.md"}):
        done = checked(runner, paper, **inputs)
        assert done.code == 2, done.log
        assert done.commands[-1].startswith("::error title=provcheck::")
    assert checked(runner, paper, changed_since="mian").code == 2


def test_a_source_that_cannot_be_read_is_red_only_where_sources_are_required(
    runner: Path, paper: Path
) -> None:
    committed(paper, {"news/ferry.md": FERRY.replace("/minutes", "/gone")})
    assert checked(runner, paper, files="news/ferry.md").code == 0
    assert checked(runner, paper, files="news/ferry.md", require_sources="true").code == 4


ORDERS = ("::error::x", "::add-mask::quay", "##[error]x", "::set-output name=exit-code::0")


def test_an_article_of_the_repository_gives_the_runner_no_orders(runner: Path, paper: Path) -> None:
    said = "\n\n".join(
        f"{one}\n\n“{one} the quay was always safe,” Ines Falk said." for one in ORDERS
    )
    committed(paper, {"news/::error::quay ##[error].md": said})
    done = checked(runner, paper, fail_on="note")
    assert done.code == 1
    ours = ("::error file=", "::warning file=", "::notice file=", "::notice title=provcheck::")
    assert done.commands
    assert [line for line in done.commands if not line.startswith(ours)] == []
    assert done.outputs == {"exit-code": "1"}
