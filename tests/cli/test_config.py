import json
from pathlib import Path

import pytest

from provcheck.cli.exits import Exit


def rows(text: str) -> dict[str, str]:
    lines = text.splitlines()[1:]
    return {line.split(maxsplit=1)[0]: line.split(maxsplit=1)[1] for line in lines}


def test_without_a_file_it_says_so(invoke) -> None:
    done = invoke("config", "show")
    assert done.exit_code == Exit.OK
    assert done.stdout.startswith("configuration file: none (provcheck.toml, ")
    assert set(map(str, rows(done.stdout).values())) >= {'"error"  (default)', "false  (default)"}
    assert all(row.endswith("(default)") for row in rows(done.stdout).values())


def test_each_value_is_told_with_its_place(invoke, folder: Path, monkeypatch) -> None:
    file = folder / "provcheck.toml"
    file.write_text('house = "ap"\nsources = ["talks"]\nstore = "kept"\nmax-age = 2\n')
    monkeypatch.setenv("PROVCHECK_MAX_AGE", "3")
    done = invoke("config", "show", "--offline", "--no-store", "--fail-on=note")
    shown = rows(done.stdout)
    assert done.stdout.startswith(f"configuration file: {file}\n")
    assert shown["house"] == f'"ap"  ({file})'
    assert shown["sources"] == f'["talks"]  ({file})'
    assert shown["max-age"] == "3  (PROVCHECK_MAX_AGE)"
    assert shown["offline"] == "true  (--offline)"
    assert shown["fail-on"] == '"note"  (--fail-on)'
    assert shown["no-store"] == "true  (--no-store)"
    assert shown["store"].endswith("(default)")
    assert shown["lang"] == "what the article says  (default)"


def test_as_json(invoke, folder: Path) -> None:
    file = folder / "provcheck.toml"
    file.write_text("offline = true\n")
    shown = json.loads(invoke("config", "show", "--format", "json", "--house", "ap").stdout)
    assert shown["file"] == str(file)
    options = shown["options"]
    assert options["offline"] == {"value": True, "from": "file", "place": str(file)}
    assert options["house"] == {"value": "ap", "from": "command-line", "place": "--house"}
    assert options["lang"] == {"value": None, "from": "default", "place": "default"}
    assert json.loads(invoke("config", "show", "-f", "json", "--no-config").stdout)["file"] is None


def test_secrets_are_not_shown(invoke, monkeypatch) -> None:
    monkeypatch.setenv("PROVCHECK_BRAVE_KEY", "hush-hush")
    monkeypatch.setenv("PROVCHECK_PROXY", "http://ada:hush-hush@proxy.example:3128")
    for form in ("terminal", "json"):
        done = invoke("config", "show", "--search", "brave", "-f", form)
        assert done.exit_code == Exit.OK
        assert "hush" not in done.output
        assert "http://(not shown)@proxy.example:3128" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--nope"], "No such option: --nope", id="unknown"),
        pytest.param(["a.txt"], "takes the options of check, and no articles", id="an-article"),
        pytest.param(["--config", "none.toml"], "none.toml: no such file", id="missing"),
        pytest.param(["--fail-on", "x"], "'--fail-on': 'x' is not one of", id="no-level"),
        pytest.param(["-f", "xml"], "'xml' is not one of", id="no-form"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_2(invoke, arguments: list[str], said: str) -> None:
    done = invoke("config", "show", *arguments)
    assert done.exit_code == Exit.USAGE
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_hidden_characters_are_shown(invoke) -> None:
    done = invoke("config", "show", "--house", "a\u202eb\x1b[31m\n::error::x")
    assert done.exit_code == Exit.OK
    assert "⟦U+202E⟧" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\n::error::" not in done.stdout
