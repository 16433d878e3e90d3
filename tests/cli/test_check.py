"""The options of `check`, each with what it does to output and exit code."""

import json
from pathlib import Path

import pytest
from reporting import altered, unavailable, unsourced, verbatim

from provcheck.cli.exits import Exit
from provcheck.model.finding import Remark
from provcheck.model.verdict import Level

ALIKE = Remark(rule="hidden-characters", level=Level.WARNING, message="A letter is Greek.")
UNREAD = Remark(rule="source-unread", level=Level.NOTE, message="Another source was not read.")


def test_a_file_without_a_command_is_checked(invoke, answers, article: str) -> None:
    answers(verbatim())
    done = invoke(article)
    assert done.exit_code == Exit.OK
    assert done.stdout.endswith("1 claim: 1 verbatim\nreport: a.provenance.html\n")
    assert done.stderr == ""


def test_check_is_the_same_by_its_name(invoke, answers, article: str) -> None:
    answers()
    assert invoke("check", article).stdout == invoke(article).stdout


@pytest.mark.parametrize(
    ("findings", "options", "code"),
    [
        pytest.param([verbatim()], [], Exit.OK, id="fine"),
        pytest.param([unavailable()], [], Exit.OK, id="an-unread-source-does-not-fail"),
        pytest.param([altered()], ["--fail-on", "never"], Exit.OK, id="never"),
        pytest.param([unsourced()], ["--fail-on", "warning"], Exit.OK, id="a-note-is-no-warning"),
        pytest.param([verbatim()], ["--require-sources"], Exit.OK, id="all-sources-read"),
        pytest.param([unsourced()], ["--require-sources"], Exit.OK, id="nothing-was-named"),
        pytest.param([altered()], [], Exit.FINDINGS, id="an-error"),
        pytest.param([unavailable()], ["--fail-on", "warning"], Exit.FINDINGS, id="a-warning"),
        pytest.param([unsourced()], ["--fail-on", "note"], Exit.FINDINGS, id="a-note"),
        pytest.param([unavailable()], ["--require-sources"], Exit.UNREAD, id="unread"),
        pytest.param(
            [verbatim().model_copy(update={"remarks": (UNREAD,)})],
            ["--require-sources"],
            Exit.UNREAD,
            id="a-further-source-unread",
        ),
        pytest.param(
            [verbatim().model_copy(update={"remarks": (ALIKE,)})],
            ["--fail-on", "warning"],
            Exit.FINDINGS,
            id="a-warning-beside-a-verdict-that-is-fine",
        ),
        pytest.param(
            [altered(), unavailable()],
            ["--require-sources"],
            Exit.FINDINGS,
            id="findings-weigh-more-than-unread-sources",
        ),
    ],
)
def test_exit_codes(program, findings, options, code: Exit) -> None:
    program.answer(*findings)
    assert program.run(program.article, *options).exit_code == code


def test_json_to_standard_output_sends_the_summary_to_standard_error(
    invoke, answers, article: str
) -> None:
    answers()
    done = invoke("--format", "json", article)
    assert json.loads(done.stdout)["articles"][0]["path"] == "a.txt"
    assert "6 claims: " in done.stderr
    assert "report: a.provenance.html" in done.stderr


def test_formats_to_files_leave_the_summary_on_standard_output(
    invoke, answers, article: str, folder: Path
) -> None:
    answers()
    done = invoke(article, "--format", "json=out/a.json", "-f", "terminal=a.log", "--no-report")
    assert "6 claims: " in done.stdout
    assert json.loads((folder / "out" / "a.json").read_text())["schema"] == "provcheck/1"
    assert "6 claims: " in (folder / "a.log").read_text()
    assert sorted(p.name for p in folder.iterdir()) == ["a.log", "a.txt", "out"]


def test_terminal_on_standard_output_is_said_once(invoke, answers, article: str) -> None:
    answers()
    assert invoke(article, "--format", "terminal").stdout.count("6 claims: ") == 1


def test_writing_a_file_changes_no_exit_code(invoke, answers, article: str) -> None:
    answers(altered())
    assert invoke(article, "--format", "json=a.json").exit_code == Exit.FINDINGS


def test_report_names_one_page_for_all(invoke, answers, article: str, folder: Path) -> None:
    answers()
    (folder / "b.txt").write_text("words")
    done = invoke(article, "b.txt", "--report", "all.html")
    assert "report: all.html\n" in done.stdout
    page = (folder / "all.html").read_text()
    assert "a.txt" in page
    assert "b.txt" in page


def test_each_article_has_its_page_by_default(invoke, answers, article: str, folder: Path) -> None:
    answers()
    (folder / "b.txt").write_text("words")
    invoke(article, "b.txt")
    assert sorted(p.name for p in folder.glob("*.html")) == [
        "a.provenance.html",
        "b.provenance.html",
        "provenance.index.html",
    ]


def test_standard_input_goes_by_the_name_it_is_given(invoke, answers, folder: Path) -> None:
    answers(verbatim())
    done = invoke("-", "--stdin-filename", "desk/lead.txt", given="words")
    assert done.stdout.startswith("desk/lead.txt:3:2:")
    assert (folder / "lead.provenance.html").exists()


def test_standard_input_without_a_name(invoke, answers, folder: Path) -> None:
    answers(verbatim())
    assert invoke("-", given="words").stdout.startswith("stdin:3:2:")
    assert (folder / "stdin.provenance.html").exists()


def test_the_same_file_twice_is_one(invoke, answers, article: str) -> None:
    answers(verbatim())
    assert "1 claim: 1 verbatim" in invoke(article, article).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--nope", "a.txt"], "No such option: --nope", id="unknown-option"),
        pytest.param(["a.txt", "--fail-on", "x"], "'x' is not one of 'error'", id="unknown-level"),
        pytest.param(["a.txt", "--format", "jsn"], "did you mean json?", id="unknown-format"),
        pytest.param(["a.txt", "--format", "json="], "the file is missing", id="no-file-named"),
        pytest.param(["a.txt", "-f", "json", "-f", "html"], "only one", id="two-to-stdout"),
        pytest.param(["a.txt", "--house", "nope"], "no such house", id="unknown-house"),
        pytest.param(["a.txt", "--published", "soon"], "write it as 2025-01-23", id="no-date"),
        pytest.param(["a.txt", "--stdin-filename", "x"], "read only for `-`", id="nothing-to-name"),
        pytest.param(["a.txt", "--report", "."], "it is a folder", id="report-is-a-folder"),
        pytest.param(
            ["a.txt", "--report", "a.txt"], "overwrite a.txt, which is read", id="report-is-input"
        ),
        pytest.param(["a.txt", "--report", "a.txt/x"], "cannot be written", id="below-a-file"),
        pytest.param(["a.txt", "b/a.txt"], "use --no-report", id="two-pages-of-one-name"),
        pytest.param(["check"], "Missing argument", id="nothing-to-check"),
        pytest.param(["none.txt"], "none.txt: no such file", id="missing"),
        pytest.param(["explian"], "did you mean the command `provcheck explain`?", id="mistyped"),
        pytest.param(["empty.txt"], "no claims found", id="without-a-claim"),
        pytest.param(["folder"], "folder: holds no article", id="a-folder-without-articles"),
        pytest.param(["a.txt", "folder"], "folder: holds no article", id="one-of-two-is-such"),
        pytest.param(["a.txt", "--changed-since", "x"], "no work tree here", id="no-repository"),
        pytest.param(["-", "--changed-since", "x"], "no file of a repository", id="no-history"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(program, arguments: list[str], said: str) -> None:
    program.answer()
    folder = program.folder
    (folder / "empty.txt").touch()
    (folder / "folder").mkdir()
    (folder / "b").mkdir()
    (folder / "b" / program.article).write_text("words")
    before = sorted(folder.rglob("*"))
    done = program.run(*arguments)

    assert done.exit_code == Exit.USAGE
    assert done.stdout == ""
    assert done.stderr.startswith("provcheck: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("other", "code"), [("none.txt", Exit.USAGE), ("empty.txt", Exit.FINDINGS)]
)
def test_the_others_are_checked_when_one_is_missing_or_says_nothing(
    program, other: str, code: Exit
) -> None:
    program.answer(altered())
    folder = program.folder
    (folder / "empty.txt").touch()
    done = program.run(other, program.article)
    assert done.exit_code == code
    assert done.stderr.startswith(f"provcheck: {other}: ")
    assert done.stderr.count("\n") == 1
    assert "1 claim: 1 altered" in done.stdout
    assert (folder / "a.provenance.html").exists()
    assert not (folder / "empty.provenance.html").exists()


def test_broken_rules_of_a_house_name_file_and_field(
    invoke, answers, article: str, folder: Path
) -> None:
    answers()
    (folder / "ours.yaml").write_text("id: ours\ntitle: Ours\nedits: {case: {stnce: noted}}\n")
    done = invoke(article, "--house", "ours.yaml")
    assert done.exit_code == Exit.USAGE
    assert "ours.yaml: field edits.case.s" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_house_of_ones_own(invoke, answers, article: str, folder: Path) -> None:
    answers(verbatim())
    (folder / "ours.yaml").write_text(
        "id: ours\ntitle: Our own house\nextends: default\nedits: {}\n"
    )
    assert invoke(article, "--house", "ours.yaml").exit_code == Exit.OK
    assert "Our own house" in (folder / "a.provenance.html").read_text()


def test_the_network_may_be_left_out(invoke, monkeypatch, article: str) -> None:
    from reporting import a_report  # noqa: PLC0415

    from provcheck.cli import run  # noqa: PLC0415

    seen = []
    monkeypatch.setattr(run, "check", lambda *given: seen.append(given) or a_report(verbatim()))
    assert invoke(article, "--offline").exit_code == Exit.OK
    assert seen[0][1].offline
    done = invoke(article, "--offline", "--refresh")
    assert (done.exit_code, len(seen)) == (Exit.USAGE, 1)
    assert "--offline forbids it; leave one out" in done.stderr


def test_settings_reach_the_check(invoke, monkeypatch, article: str, folder: Path) -> None:
    from reporting import a_report  # noqa: PLC0415

    from provcheck.cli import run  # noqa: PLC0415

    seen = []
    monkeypatch.setattr(run, "check", lambda *given: seen.append(given) or a_report(verbatim()))
    options = (
        "--sources s1 --sources s2 --lang de --published 2025-01-23 --store ev "
        "--max-age 2 --refresh --robots warn --allow-private wiki.example --allow-private 10.0.0.7 "
        "--proxy http://127.0.0.1:3128 --cacert ca.pem --agencies wires.yaml "
        "--no-archives"
    )
    (folder / "wires.yaml").write_text("agencies: []\n")
    invoke(article, *options.split())
    ((path, settings, rules, _),) = seen
    assert path == article
    assert settings.model_dump(mode="json", exclude={"limits"}) == {
        "sources": ["s1", "s2"],
        "offline": False,
        "house": "default",
        "agencies": ["wires.yaml"],
        "lang": "de",
        "published": "2025-01-23",
        "store": "ev",
        "keep_given": True,
        "archives": False,
        "max_age": "P2D",
        "refresh": True,
        "robots": "warn",
        "private": ["wiki.example", "10.0.0.7"],
        "proxy": "http://127.0.0.1:3128",
        "authorities": "ca.pem",
        "search": [],
        "keys": [],
    }
    assert rules.house.id == "default"
