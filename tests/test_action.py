"""The action's step, run by bash as a runner runs it, on real articles."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from acting import (
    ACTION,
    CHECK,
    NO_INDEX,
    PACKAGES,
    ROOT,
    Done,
    a_runner,
    act,
    importing,
    is_command,
)

SPEECH = "Speech by Ada Brandvold\n\nWe will not close the north pier for the winter.\n"
TRUE = "“We will not close the north pier for the winter,” Ada Brandvold said in a speech.\n"
FALSE = "“We will close the north pier for the winter,” Ada Brandvold said in a speech.\n"
LINKED = "“We will close the pier,” she [said](https://pier.example/speech) on Monday.\n"
SILENT = "It rained on the quay all day.\n"
SOURCES = "--sources speech.txt --no-store"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The checked-out repository: articles true, false, with an unread link, and without claim."""
    desk = tmp_path / "work"
    (desk / "news").mkdir(parents=True)
    for name, text in {"true": TRUE, "false": FALSE, "linked": LINKED, "silent": SILENT}.items():
        (desk / "news" / f"{name}.md").write_text(text)
    (desk / "speech.txt").write_text(SPEECH)
    return desk


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    return a_runner(tmp_path / "runner")


def step(runner: Path, desk: Path, **inputs: str) -> Done:
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    return act(runner, desk, {"args": SOURCES, "offline": "true", **named})


def test_the_action_is_valid() -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    command = [checker, "--builtin-schema", "vendor.github-actions", ROOT / "action.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_input_stands_in_shell_code_and_every_input_is_used() -> None:
    steps = ACTION["runs"]["steps"]
    assert [one["run"] for one in steps if "${{" in one.get("run", "")] == []
    assert all(one["shell"] == "bash" for one in steps if "run" in one)
    handed = " ".join([*CHECK["env"].values(), *map(str, steps[0].values())])
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in handed] == []
    assert all(len(one["uses"].partition("@")[2]) == 40 for one in steps if "uses" in one)


def test_a_sound_article_passes_and_is_summarised(runner: Path, desk: Path) -> None:
    done = step(runner, desk, files="news/true.md")
    assert done.code == 0, done.log
    assert done.outputs == {"exit-code": "0"}
    assert done.commands == []
    assert "news/true.md" in done.summary
    assert "verbatim" in done.summary
    assert sorted(path.name for path in desk.iterdir()) == ["news", "speech.txt"]


def test_an_altered_quotation_fails_with_an_annotation_and_all_outputs(
    runner: Path, desk: Path
) -> None:
    done = step(
        runner,
        desk,
        files="news/true.md\n\n  news/false.md\r\n",
        sarif="out/q.sarif",
        html="q é.html",
    )
    assert done.code == 1, done.log
    assert done.outputs == {"exit-code": "1", "sarif": "out/q.sarif", "html": "q é.html"}
    (command,) = done.commands
    assert command.startswith("::error file=news/false.md,line=1,")
    assert "altered" in done.summary
    (run,) = json.loads((desk / "out" / "q.sarif").read_text())["runs"]
    assert run["results"]
    assert "north pier" in (desk / "q é.html").read_text()


def test_a_folder_is_looked_through(runner: Path, desk: Path) -> None:
    done = step(runner, desk, files="news")
    assert done.code == 1
    assert "news/silent.md: no claims found" in done.log


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        pytest.param({"files": "news/linked.md"}, 0, id="an-unread-source-does-not-fail"),
        pytest.param({"files": "news/linked.md", "require_sources": "True"}, 4, id="unless-asked"),
        pytest.param({"files": "news/linked.md", "fail_on": "warning"}, 1, id="or-by-its-level"),
        pytest.param({"files": "news/false.md", "fail_on": "never"}, 0, id="never"),
        pytest.param({"files": "news/silent.md"}, 2, id="no-claims"),
        pytest.param({"files": "news/silent.md", "args": "--allow-empty"}, 0, id="none-expected"),
        pytest.param({"files": "news/gone.md\nnews/true.md"}, 2, id="a-file-is-missing"),
        pytest.param({"files": "news/*.md"}, 2, id="patterns-are-no-files"),
        pytest.param({"files": ""}, 2, id="no-files"),
        pytest.param({"files": "-"}, 2, id="standard-input-is-empty"),
        pytest.param({"files": "--fail-on=never\nnews/false.md"}, 2, id="options-are-no-files"),
        pytest.param({"files": "news/true.md", "fail_on": "sometimes"}, 2, id="no-such-level"),
        pytest.param({"files": "news/true.md", "offline": "yes"}, 2, id="neither-true-nor-false"),
        pytest.param({"files": "news/true.md", "args": "--house 'x"}, 2, id="an-open-quotation"),
        pytest.param({"files": "news/true.md", "args": "--nope"}, 2, id="no-such-option"),
        pytest.param({"files": "news/true.md", "args": "--help"}, 2, id="checks-nothing"),
        pytest.param({"files": "news/true.md", "sarif": "news"}, 2, id="a-folder-as-an-output"),
        pytest.param({"files": "news/true.md", "html": "a\nexit-code=0"}, 2, id="two-lines"),
        pytest.param({"files": "news/true.md", "version": "1 --pre"}, 2, id="no-version"),
        pytest.param({"files": "news/true.md", "changed_since": "--all"}, 2, id="no-commit"),
    ],
)
def test_the_exit_code_is_told_whatever_it_is(
    runner: Path, desk: Path, inputs: dict[str, str], code: int
) -> None:
    done = step(runner, desk, **inputs)
    assert (done.code, done.outputs) == (code, {"exit-code": str(code)}), done.log
    assert done.summary
    assert code == 0 or done.commands
    assert "Traceback" not in done.log


def test_a_report_of_an_earlier_step_is_no_output_of_this_one(runner: Path, desk: Path) -> None:
    (desk / "q.html").write_text("old")
    done = step(runner, desk, files="news/gone.md", html="q.html")
    assert done.outputs == {"exit-code": "2"}
    assert step(runner, desk, files="news/true.md", html="q.html").outputs["html"] == "q.html"


@pytest.mark.parametrize("word", ["$(touch sprung)", "`touch sprung`", "; touch sprung", "a b"])
def test_inputs_are_no_shell_code(runner: Path, desk: Path, word: str) -> None:
    (desk / f"{word}.md").write_text(TRUE)
    done = step(
        runner,
        desk,
        files=f"{word}.md",
        html=f"{word}.html",
        args=f"{SOURCES} --lang 'en' '--store={word}'",
    )
    assert done.code == 2  # --store beside --no-store
    done = step(runner, desk, files=f"{word}.md", html=f"{word}.html")
    assert done.outputs == {"exit-code": "0", "html": f"{word}.html"}
    assert not (desk / "sprung").exists()


def test_no_module_of_the_checked_repository_is_run(runner: Path, desk: Path) -> None:
    names = (
        "glob",
        "subprocess",
        "venv",
        "pip",
        "encodings",
        "typer",
        "provcheck",
        "sitecustomize",
    )
    for name in names:
        (desk / f"{name}.py").write_text(f"open({str(desk / 'sprung')!r}, 'w')\n")
    done = act(runner, desk, {"files": "news/true.md", "args": SOURCES})
    assert done.code == 0, done.log
    assert not (desk / "sprung").exists()


HOSTILE = (
    "::error file=a::{}",
    "::set-output name=exit-code::0",
    "  ::add-mask::the",
    "##[error]Words",
    "x ##[group]y",
    "##[section]",
    "::stop-commands::t",
    "exit-code=0",
    "EOF",
)


@pytest.mark.parametrize("offline", ["true", "false"])
def test_an_article_gives_the_runner_no_orders(runner: Path, desk: Path, offline: str) -> None:
    words = "We will close ##[error] the north pier\n\n::error::x for the winter"
    lines = [f"“{line} will close the north pier,” {line} said on Monday." for line in HOSTILE]
    name = "::warning::a ##[error]b,file=c.md"
    (desk / name).write_text("\n\n".join([*HOSTILE, *lines, f"“{words},” ::notice::Ada said."]))
    (desk / "speech.txt").write_text(
        SPEECH + "\n".join(HOSTILE) + words.replace("close", "not close")
    )
    done = act(runner, desk, {"files": name, "args": SOURCES, "offline": offline, "html": "q.html"})
    assert done.code in {0, 1}, done.log
    assert done.outputs == {"exit-code": str(done.code), "html": "q.html"}
    ours = ("::error file=", "::warning file=", "::notice file=", "::notice title=provcheck::")
    assert [line for line in done.commands if not line.startswith(ours)] == []
    assert [line for line in done.commands if "##[e" in line or "##[g" in line] == []


def test_what_a_command_is() -> None:
    assert is_command("  ::error::x")
    assert is_command("words ##[group]")
    assert not is_command("a.md:1:2: ✘ altered")
    assert not is_command("words ::error::")


def test_a_long_summary_is_cut_after_a_line(runner: Path, desk: Path) -> None:
    program = runner / "temp" / "provcheck" / "bin" / "provcheck"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "path = next(a for a in sys.argv if a.startswith('--format=markdown=')).split('=', 2)[2]\n"
        "open(path, 'w', encoding='utf-8').write('né\\n' * 400_000)\n"
    )
    done = step(runner, desk, files="news/true.md")
    assert done.code == 0, done.log
    assert 890_000 < len(done.summary.encode()) < 1_000_000
    assert "né\n\n*The summary is cut here" in done.summary


@pytest.mark.parametrize(
    ("ending", "code"), [("exit 77", 3), ("kill -9 $$", 3), ("exit 3", 3), ("exit 130", 130)]
)
def test_an_end_that_means_nothing_is_an_internal_error(
    runner: Path, desk: Path, ending: str, code: int
) -> None:
    program = runner / "temp" / "provcheck" / "bin" / "provcheck"
    program.write_text(f"#!/bin/sh\n{ending}\n")
    done = step(runner, desk, files="news/true.md")
    assert (done.code, done.outputs) == (code, {"exit-code": str(code)})
    assert len(done.commands) == 1


def test_no_program_to_run_is_no_finding(runner: Path, desk: Path) -> None:
    (runner / "temp" / "provcheck" / "bin" / "provcheck").unlink()
    done = step(runner, desk, files="news/true.md")
    assert (done.code, done.outputs) == (3, {"exit-code": "3"})


def test_no_python_is_told(runner: Path, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    bash = next(Path(p, "bash") for p in os.environ["PATH"].split(":") if Path(p, "bash").exists())
    (tmp_path / "bin" / "bash").symlink_to(bash)
    done = act(runner, desk, {"files": "news/true.md"}, PATH=str(tmp_path / "bin"))
    assert (done.code, done.outputs) == (2, {"exit-code": "2"})
    assert done.commands == ["::error title=provcheck::there is no Python here; set python-version"]


def test_what_cannot_be_installed_is_told(runner: Path, desk: Path) -> None:
    (runner / "temp" / "provcheck" / "installed").write_text("another version")
    done = act(runner, desk, {"files": "news/true.md", "version": "99.0.0"}, **NO_INDEX)
    assert (done.code, done.outputs) == (2, {"exit-code": "2"})
    assert "could not be installed" in done.commands[0]


@pytest.mark.parametrize(
    ("file", "outputs"),
    [("GITHUB_STEP_SUMMARY", {"exit-code": "3"}), ("GITHUB_OUTPUT", {})],
)
def test_files_of_the_runner_that_cannot_be_written_are_no_findings(
    file: str, outputs: dict[str, str], runner: Path, desk: Path
) -> None:
    lost = {file: str(runner / "none" / "file")}
    done = act(runner, desk, {"files": "news/true.md", "args": SOURCES, "offline": "true"}, **lost)
    assert (done.code, done.outputs) == (3, outputs), done.log
    assert done.commands[-1].startswith("::error title=provcheck::internal error: FileNotFound")


@pytest.mark.slow
def test_the_program_is_installed_once_from_the_actions_own_checkout(
    desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "temp").mkdir()
    apart = {**NO_INDEX, "PYTHONPATH": importing(PACKAGES)}
    inputs = {"files": "news/false.md", "args": SOURCES, "offline": "true"}
    first = act(tmp_path, desk, inputs, **apart)
    assert (first.code, first.outputs) == (1, {"exit-code": "1"}), first.log
    home = tmp_path / "temp" / "provcheck"
    (module,) = home.glob("lib/*/site-packages/provcheck/cli/main.py")
    before = module.stat().st_mtime_ns
    assert act(tmp_path, desk, inputs, **apart).outputs == {"exit-code": "1"}
    assert module.stat().st_mtime_ns == before
