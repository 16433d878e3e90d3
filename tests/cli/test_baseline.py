import json
from pathlib import Path

import pytest
from desk import CHECKED, CLAIM, SPEECH, a_desk
from reporting import a_report, altered, verbatim
from signing import a_signoff

from provcheck.cli.exits import Exit
from provcheck.signoff.write import sign

FILE = "provcheck-baseline.json"


def test_what_was_found_before_passes(invoke, folder: Path) -> None:
    a_desk(folder)
    done = invoke("baseline", "write", "pier.txt", *CHECKED)
    assert (done.exit_code, done.stderr) == (Exit.OK, "")
    assert done.stdout == f"{FILE}: 1 finding in 1 article\n"
    listed = json.loads((folder / FILE).read_text())["articles"]
    assert listed == {
        "pier.txt": [{"claim": CLAIM, "verdict": "altered", "remarks": [], "words": "47bdfdcfb8a7"}]
    }

    done = invoke("pier.txt", *CHECKED, "--no-report", "--baseline", FILE)
    assert done.exit_code == Exit.OK
    assert "    known    the baseline lists it\n" in done.stdout
    assert "1 claim: 1 altered; 1 settled\n" in done.stdout


def test_a_folder_is_looked_through_and_its_sources_are_no_articles(invoke, folder: Path) -> None:
    a_desk(folder)
    done = invoke("baseline", "write", ".", *CHECKED)
    assert done.stdout == f"{FILE}: 1 finding in 1 article\n"
    assert invoke(".", *CHECKED, "--no-report", "--baseline", FILE).exit_code == Exit.OK


def test_what_was_mended_is_told_and_fails_again_once_the_baseline_is_new(
    invoke, folder: Path
) -> None:
    a_desk(folder)
    invoke("baseline", "write", "pier.txt", *CHECKED)
    (folder / "src" / "speech.txt").write_text(SPEECH.replace("will not", "will"))
    done = invoke("pier.txt", *CHECKED, "--no-report", "--baseline", FILE)
    assert done.exit_code == Exit.OK
    assert f"{FILE}:1:1: ! baseline-absent  {CLAIM} in pier.txt is listed as altered" in done.stdout

    assert invoke("baseline", "write", "pier.txt", *CHECKED).exit_code == Exit.OK
    assert json.loads((folder / FILE).read_text())["articles"] == {}


def test_a_baseline_elsewhere_names_articles_from_there(program) -> None:
    program.answer(altered())
    assert program.run("baseline", "write", "a.txt", "--to", "ci/known.json").exit_code == Exit.OK
    listed = json.loads((program.folder / "ci" / "known.json").read_text())["articles"]
    assert list(listed) == ["../a.txt"]
    done = program.run("a.txt", "--no-report", "--baseline", "ci/known.json")
    assert done.exit_code == Exit.OK


def test_a_folder_stands_for_its_articles_without_the_sources(invoke, folder: Path) -> None:
    a_desk(folder, "news/pier.txt")
    (folder / "news" / "quiet.md").write_text("Nothing is quoted here.\n")
    done = invoke("baseline", "write", ".", *CHECKED)
    assert (done.exit_code, done.stdout) == (Exit.OK, f"{FILE}: 1 finding in 2 articles\n")
    assert list(json.loads((folder / FILE).read_text())["articles"]) == ["news/pier.txt"]


def test_what_an_editor_settled_is_not_listed(program) -> None:
    program.answer(altered(), verbatim())
    sign(program.folder / "a.provcheck.toml", a_signoff(remarks=("date-conflict",)))
    done = program.run("baseline", "write", "a.txt")
    assert done.stdout == f"{FILE}: 0 findings in 1 article\n"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("write",), "FILE"),
        (("write", "-"), "baseline -: lists findings by the article's file"),
        (("write", "none.txt"), "none.txt: no such file"),
        (("write", "a.txt", "none.txt"), "none.txt: no such file"),
        (("write", "a.txt", "--to", "a.txt"), "a.txt: would overwrite a.txt, which is read"),
        (("write", "a.txt", "--to", "."), ".: cannot be written: it is a folder"),
        (("wirte", "a.txt"), "wirte"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_a_fault_of_use_is_one_clear_line_and_writes_nothing(
    program, arguments: tuple[str, ...], fault: str
) -> None:
    program.answer(altered())
    done = program.run("baseline", *arguments)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert fault in done.stderr
    assert done.stderr.count("\n") == 1
    assert [path.name for path in program.folder.iterdir()] == ["a.txt"]


def test_a_run_that_was_stopped_writes_none(program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provcheck.cli.run.check", lambda *_: a_report(interrupted=True))
    assert program.run("baseline", "write", "a.txt").exit_code == Exit.INTERRUPTED
    assert not (program.folder / FILE).exists()
