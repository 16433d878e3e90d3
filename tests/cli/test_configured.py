"""Which file holds, and that every option obeys line, environment, file, default in this order."""

import json
from pathlib import Path

import pytest
from reporting import a_report, altered, verbatim

from provcheck.cli import run
from provcheck.cli.configured import configuration
from provcheck.cli.exits import Exit
from provcheck.cli.main import tree
from provcheck.config.keys import KEYS, VARIABLES, among
from provcheck.errors import SettingsError
from provcheck.settings import Settings

CHECK = tree().commands["check"]
OPTIONS = [each for each in CHECK.params if each.param_type_name == "option"]


@pytest.fixture
def told(folder: Path, invoke, monkeypatch: pytest.MonkeyPatch):
    """Runs `check` on an article and returns the Settings that came of it."""
    (folder / "a.txt").write_text("words")
    seen: list[Settings] = []

    def check(_path: str, settings: Settings, *_given: object):
        seen.append(settings)
        return a_report(verbatim())

    monkeypatch.setattr(run, "check", check)

    def told_(*options: str) -> Settings:
        done = invoke("a.txt", "--no-report", *options)
        assert done.exit_code == Exit.OK, done.output
        return seen[-1]

    return told_


def test_every_option_of_check_has_its_key_and_every_key_its_option() -> None:
    options = {name for each in OPTIONS for name in each.opts if name.startswith("--")}
    assert options - {f"--{key.name}" for key in KEYS} == set(), "add a line to config/keys.py"
    assert {f"--{key.name}" for key in KEYS} - options == set()


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.opts[0])
def test_every_option_has_its_variable_or_a_reason_why_not(option) -> None:
    key = among(option.opts, "check")
    assert option.envvar == key.variable
    assert bool(key.variable) != bool(key.unbound)
    assert not (option.envvar and option.show_envvar)


def test_the_words_and_bounds_of_the_table_are_those_of_the_options() -> None:
    for option in OPTIONS:
        key = among(option.opts, "check")
        choices = tuple(str(each.value) for each in option.type_descriptor.choices or ())
        assert key.refused or key.words == choices
    ages = next(each for each in OPTIONS if "--max-age" in each.opts)
    assert (ages.min, ages.max) == (0, 100_000)


def test_without_a_file_the_defaults_hold(told) -> None:
    assert told() == told("--no-config")
    assert not told().offline


def test_a_file_holds(told, folder: Path) -> None:
    (folder / "provcheck.toml").write_text('offline = true\nhouse = "ap"\nlang = "de"\nmax-age = 3')
    (folder / "talks").mkdir()
    settings = told()
    assert (settings.offline, settings.house, settings.lang) == (True, "ap", "de")
    assert settings.max_age.days == 3
    assert not told("--no-config").offline


@pytest.mark.parametrize(
    ("case", "days"),
    [
        pytest.param(((), None), 3, id="file"),
        pytest.param(((), "4"), 4, id="variable"),
        pytest.param((("--max-age", "5"), "4"), 5, id="line"),
        pytest.param((("--max-age", "7"), "4"), 7, id="line-with-the-default"),
        pytest.param(((), ""), 3, id="an-empty-variable"),
    ],
)
def test_line_then_environment_then_file(told, monkeypatch, case, days: int) -> None:
    line, variable = case
    Path("provcheck.toml").write_text("max-age = 3")
    if variable is not None:
        monkeypatch.setenv("PROVCHECK_MAX_AGE", variable)
    assert told(*line).max_age.days == days


def test_a_file_cannot_undo_offline(told, folder: Path, monkeypatch) -> None:
    (folder / "provcheck.toml").write_text("offline = false")
    assert told("--offline").offline
    monkeypatch.setenv("PROVCHECK_OFFLINE", "1")
    assert told().offline


def test_a_variable_undoes_the_offline_of_a_file(told, folder: Path, monkeypatch) -> None:
    (folder / "provcheck.toml").write_text("offline = true")
    monkeypatch.setenv("PROVCHECK_OFFLINE", "0")
    assert not told().offline


def test_lists_are_not_joined_and_split_as_documented(told, folder: Path, monkeypatch) -> None:
    for name in ("one", "two two", "three"):
        (folder / name).mkdir()
    (folder / "provcheck.toml").write_text('sources = ["one"]')
    assert told().sources == (Path("one"),)
    monkeypatch.setenv("PROVCHECK_SOURCES", "two two:three")
    assert told().sources == (Path("two two"), Path("three"))
    assert told("--sources", "three").sources == (Path("three"),)
    monkeypatch.setenv("PROVCHECK_ALLOW_PRIVATE", " a.test  b.test:8 ")
    assert told().private == ("a.test", "b.test:8")


def test_the_store_lies_beside_the_file(told, folder: Path, monkeypatch) -> None:
    (folder / "provcheck.toml").write_text("")
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("words")
    assert told().store == Path(".provcheck")
    monkeypatch.chdir(folder / "news")
    assert told().store == Path("../.provcheck")
    assert not told().keep_given
    assert told("--no-store").store is None
    assert told("--store", "here").store == Path("here")


def test_another_file_is_named_by_option_or_variable(told, folder: Path, monkeypatch) -> None:
    (folder / "provcheck.toml").write_text('lang = "de"')
    (folder / "desk").mkdir()
    (folder / "desk" / "own.toml").write_text('lang = "fr"\nstore = "kept"')
    assert told("--config", "desk/own.toml").lang == "fr"
    monkeypatch.setenv("PROVCHECK_CONFIG", "desk/own.toml")
    assert (told().lang, told().store) == ("fr", Path("desk/kept"))
    assert told("--no-config").lang is None
    monkeypatch.delenv("PROVCHECK_CONFIG")
    monkeypatch.setenv("PROVCHECK_NO_CONFIG", "1")
    assert told().lang is None
    assert told("--config", "desk/own.toml").lang == "fr"
    monkeypatch.setenv("PROVCHECK_NO_CONFIG", "0")
    assert told().lang == "de"


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param(
            (("--config", "none.toml"), {}), "none.toml: no such file; check", id="missing"
        ),
        pytest.param(((), {"PROVCHECK_CONFIG": "none"}), "set by PROVCHECK_CONFIG", id="variable"),
        pytest.param((("--config", "a.txt"), {}), "a.txt: not valid TOML", id="no-toml"),
        pytest.param(
            (("--config", "x", "--no-config"), {}), "x: no such file", id="missing-and-declined"
        ),
        pytest.param(
            (("--no-config", "--config", "c.toml"), {}),
            "--no-config: a file is named beside it by --config",
            id="both",
        ),
        pytest.param(
            (("--config", "c.toml", "--no-config"), {}),
            "--no-config: a file is named beside it by --config",
            id="both-turned-round",
        ),
        pytest.param(
            ((), {"PROVCHECK_CONFIG": "c.toml", "PROVCHECK_NO_CONFIG": "1"}),
            "PROVCHECK_NO_CONFIG: a file is named beside it by PROVCHECK_CONFIG",
            id="both-in-the-environment",
        ),
        pytest.param(((), {"PROVCHECK_OFFLINE": "maybe"}), "PROVCHECK_OFFLINE: ", id="no-switch"),
        pytest.param(((), {"PROVCHECK_MAX_AGE": "week"}), "PROVCHECK_MAX_AGE: ", id="no-number"),
        pytest.param(
            ((), {"PROVCHECK_FAIL_ON": "x"}), "PROVCHECK_FAIL_ON: 'x' is not", id="choice"
        ),
        pytest.param(((), {"PROVCHECK_HOUSE": "x"}), "set by PROVCHECK_HOUSE", id="no-house"),
        pytest.param(((), {"PROVCHECK_FORMAT": "x"}), "set by PROVCHECK_FORMAT", id="no-format"),
        pytest.param(((), {"PROVCHECK_SEARCH": "x"}), "set by PROVCHECK_SEARCH", id="no-service"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_2(program, monkeypatch, case, said: str) -> None:
    line, variables = case
    (program.folder / "c.toml").write_text("")
    program.answer(verbatim())
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = program.run("a.txt", *line)
    assert done.exit_code == Exit.USAGE
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("provcheck: ")


def test_what_is_wrong_in_a_file_is_told_with_it(program, folder: Path) -> None:
    (folder / "provcheck.toml").write_text('offline = true\nformat = ["sarfi"]\n')
    done = program.run("a.txt")
    assert done.exit_code == Exit.USAGE
    assert done.stderr.endswith(f"--format is set by format in {folder / 'provcheck.toml'}\n")
    (folder / "provcheck.toml").write_text("offline = true\n")
    done = program.run("a.txt", "--refresh")
    assert done.stderr.endswith(f"--offline is set by offline in {folder / 'provcheck.toml'}\n")


@pytest.mark.parametrize("command", ["check", "claims", "config"])
@pytest.mark.parametrize(
    "line", ['sources = ["/etc"]', 'report = "../r.html"', 'search = ["all"]', 'proxy = "http://x"']
)
def test_a_file_that_reaches_out_stops_every_command(invoke, command: str, line: str) -> None:
    Path("provcheck.toml").write_text(line)
    Path("a.txt").write_text("words")
    done = invoke(command, "show" if command == "config" else "a.txt")
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert "provcheck.toml:1: " in done.stderr
    assert "on the command line" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_and_version_need_no_sound_file(invoke, folder: Path) -> None:
    (folder / "provcheck.toml").write_text("nonsense")
    assert invoke("--version").exit_code == Exit.OK
    assert invoke("check", "--help").exit_code == Exit.OK
    assert invoke("claims", "a.txt").exit_code == Exit.USAGE


def test_a_misspelt_variable_is_told_of(program, monkeypatch) -> None:
    program.answer(verbatim())
    monkeypatch.setenv("PROVCHECK_STAGE", "production")
    assert program.run("a.txt").stderr == ""
    monkeypatch.setenv("PROVCHECK_FAILON", "warning")
    assert program.run("a.txt").stderr == (
        "provcheck: PROVCHECK_FAILON: no such variable, nothing is set by it; "
        "did you mean PROVCHECK_FAIL_ON?\n"
    )


def test_outputs_and_levels_of_a_file(program, folder: Path) -> None:
    program.answer(altered())
    (folder / "provcheck.toml").write_text(
        'format = ["json=out/r.json"]\nreport = "out/r.html"\nfail-on = "never"\n'
    )
    assert program.run("a.txt").exit_code == Exit.OK
    assert json.loads((folder / "out" / "r.json").read_text())
    assert (folder / "out" / "r.html").exists()
    assert program.run("a.txt", "--fail-on", "error").exit_code == Exit.FINDINGS
    (folder / "out" / "r.html").unlink()
    program.run("a.txt", "--no-report")
    assert not (folder / "out" / "r.html").exists()


def test_claims_goes_by_the_file_but_not_by_the_formats_of_check(invoke, folder: Path) -> None:
    (folder / "lead.txt").write_text("“The quay was never safe for the crews,” Ines Falk said.\n")
    (folder / "provcheck.toml").write_text('lang = "de"\nformat = ["html=x.html"]\n')
    done = invoke("claims", "lead.txt", "-f", "json")
    assert json.loads(done.stdout)["articles"][0]["lang"] == "de"
    plain = json.loads(invoke("claims", "lead.txt", "-f", "json", "--no-config").stdout)
    assert plain["articles"][0]["lang"] != "de"
    assert invoke("claims", "lead.txt").stdout.startswith("lead.txt:1:")
    assert not (folder / "x.html").exists()


def test_the_commands_of_the_store_look_where_check_would(
    invoke, folder: Path, monkeypatch
) -> None:
    assert ".provcheck" in invoke("store", "verify").stderr
    (folder / "provcheck.toml").write_text('store = "kept"')
    for arguments in (("store", "verify"), ("library", "list"), ("store", "export", "x")):
        assert "kept" in invoke(*arguments).stderr
    monkeypatch.setenv("PROVCHECK_NO_CONFIG", "1")
    assert "kept" not in invoke("store", "verify").stderr
    monkeypatch.setenv("PROVCHECK_STORE", "elsewhere")
    assert "elsewhere" in invoke("store", "verify").stderr
    assert "here" in invoke("store", "verify", "--store", "here").stderr


@pytest.mark.parametrize(
    "base",
    [
        pytest.param("../../outside.yaml", id="a-file-outside"),
        pytest.param("way.yaml", id="a-link-outside"),
    ],
)
def test_a_house_of_a_file_extends_nothing_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    (tmp_path / "outside.yaml").write_text("id: outside\ntitle: Outside\nextends: default\n")
    desk = tmp_path / "desk"
    (desk / "styles").mkdir(parents=True)
    (desk / "styles" / "way.yaml").symlink_to("../../outside.yaml")
    (desk / "styles" / "own.yaml").write_text(f"id: own\ntitle: Own\nextends: {base}\n")
    (desk / "provcheck.toml").write_text('house = "styles/own.yaml"')
    monkeypatch.chdir(desk)
    with pytest.raises(SettingsError, match=r"house: .* leads out of"):
        configuration(None)


def test_a_house_of_a_file_may_extend_another_inside(folder: Path) -> None:
    (folder / "base.yaml").write_text("id: base\ntitle: Base\nextends: ap\n")
    (folder / "own.yaml").write_text("id: own\ntitle: Own\nextends: base.yaml\n")
    (folder / "provcheck.toml").write_text('house = "own.yaml"')
    assert configuration(None).values == {"house": "own.yaml"}


def test_a_removed_folder_has_no_configuration(tmp_path: Path, monkeypatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert configuration(None) is None


def test_the_variables_are_known() -> None:
    assert "PROVCHECK_FAIL_ON" in VARIABLES
