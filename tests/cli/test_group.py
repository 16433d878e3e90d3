import pytest
from reporting import verbatim

from provcheck.cli.exits import Exit


def test_no_arguments_show_the_help_and_exit_2(invoke) -> None:
    done = invoke()
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith("Usage: ")
    assert done.stdout == ""


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_of_the_root(invoke, option: str) -> None:
    done = invoke(option)
    assert done.exit_code == Exit.OK
    assert "FILE... | COMMAND ..." in done.stdout
    for command in ("check", "claims", "explain", "schema", "store"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["a.txt"], id="a-file"),
        pytest.param(["--offline", "a.txt"], id="an-option-first"),
        pytest.param(["a.txt", "--offline"], id="an-option-last"),
        pytest.param(["./a.txt"], id="a-path"),
        pytest.param(["--", "a.txt"], id="after-the-dashes"),
        pytest.param(["--fail-on=error", "a.txt"], id="an-option-with-its-value"),
        pytest.param(["check", "a.txt"], id="by-name"),
    ],
)
def test_what_is_no_command_is_checked(invoke, answers, article: str, arguments) -> None:
    assert article
    answers(verbatim())
    assert "1 claim: 1 verbatim" in invoke(*arguments).stdout


def test_a_file_named_like_a_command_is_reached_by_its_path(invoke, answers, folder) -> None:
    answers(verbatim())
    (folder / "schema").write_text("words")
    assert "1 claim: 1 verbatim" in invoke("./schema").stdout
    assert "1 claim: 1 verbatim" in invoke("--", "schema").stdout
    assert invoke("schema").stdout.startswith("{")


def test_a_fault_of_use_is_one_line_that_says_where_help_is(invoke) -> None:
    done = invoke("explain", "--nope")
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith("provcheck: No such option: --nope")
    assert done.stderr.endswith("explain --help`\n")
    assert done.stderr.count("\n") == 1
