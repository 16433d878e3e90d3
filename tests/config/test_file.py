import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.config.file import Contents, read_configuration
from provcheck.config.keys import IN_FILES, KEYS
from provcheck.errors import SettingsError

HOUSES = ("ap", "default")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    return desk


def values(text: str, name: str = "provcheck.toml", *, named: bool = False) -> dict[str, object]:
    Path(name).write_text(text)
    return read_configuration(Path.cwd() / name, HOUSES, named=named).values


def test_an_empty_file_says_nothing() -> None:
    assert values("") == {}
    assert values("[tool.provcheck]\n", "pyproject.toml") == {}


def test_every_key_is_taken() -> None:
    text = """
        sources = ["talks", "./notes.txt"]
        offline = true
        house = "ap"
        agencies = ["own.yaml"]
        store = "evidence"
        no-store = false
        no-archives = true
        max-age = 0
        lang = "de"
        format = ["json=out/r.json", "sarif=-", "terminal"]
        report = "r.html"
        no-report = false
        fail-on = "never"
        require-sources = true
        baseline = "known.json"
    """
    assert values(text) == {
        "sources": ("talks", "notes.txt"),
        "offline": True,
        "house": "ap",
        "agencies": ("own.yaml",),
        "store": "evidence",
        "no-store": False,
        "no-archives": True,
        "max-age": 0,
        "lang": "de",
        "format": ("json=out/r.json", "sarif=-", "terminal"),
        "report": "r.html",
        "no-report": False,
        "fail-on": "never",
        "require-sources": True,
        "baseline": "known.json",
    }


def test_the_test_above_knows_every_key() -> None:
    assert {field.alias for field in Contents.model_fields.values()} == {k.name for k in IN_FILES}


def test_other_tables_of_a_pyproject_are_left_alone() -> None:
    text = "[tool.other]\noffline = 3\n[tool.provcheck]\noffline = true\n[tool.provcheckx]\na = 1\n"
    assert values(text, "pyproject.toml") == {"offline": True}


def test_a_house_that_is_not_shipped_is_a_path() -> None:
    assert values('house = "styles/own.yaml"') == {"house": "styles/own.yaml"}
    with pytest.raises(SettingsError, match=r"provcheck\.toml:1: house: .* leads out of"):
        values('house = "../own.yaml"')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("fail_on = 1", ":1: fail_on: no such key; did you mean fail-on?", id="under"),
        pytest.param("\nofline = true", ":2: ofline: no such key; did you mean offline", id="typo"),
        pytest.param(
            "--offline = true", ":1: --offline: no such key; did you mean offline?", id="dashes"
        ),
        pytest.param("archives = false", "did you mean no-archives?", id="turned-round"),
        pytest.param("[check]\noffline = true", ":1: check: no such key; there are", id="a-table"),
        pytest.param("x.y.z = 1", ":1: x: no such key; there are sources, offline", id="dotted"),
        pytest.param('offline = "yes"', ":1: offline: true or false is expected", id="words"),
        pytest.param("offline = 1", ":1: offline: true or false is expected", id="one"),
        pytest.param("max-age = true", ":1: max-age: a whole number from 0", id="true"),
        pytest.param("max-age = 7.0", ":1: max-age: a whole number from 0", id="a-fraction"),
        pytest.param("max-age = -1", ":1: max-age: a whole number from 0", id="negative"),
        pytest.param("lang = 1", ":1: lang: words in quotation marks", id="a-number"),
        pytest.param('lang = ""', ":1: lang: words in quotation marks", id="empty"),
        pytest.param('sources = "talks"', ":1: sources: a list of paths is expected", id="no-list"),
        pytest.param("sources = [1]", ":1: sources: a list of paths", id="numbers"),
        pytest.param('sources = [""]', ":1: sources: a list of paths", id="an-empty-path"),
        pytest.param(
            'fail-on = "eror"',
            ':1: fail-on: one of these is expected: "error", "warning"',
            id="choice",
        ),
        pytest.param('sources = ["/etc"]', ":1: sources: /etc leads out of", id="absolute"),
        pytest.param('sources = ["../.."]', ":1: sources: ../.. leads out of", id="up"),
        pytest.param('report = "../r.html"', ":1: report: ../r.html leads out of", id="a-report"),
        pytest.param(
            'format = ["json=/tmp/r.json"]', ":1: format: /tmp/r.json leads out", id="a-format"
        ),
        pytest.param('store = "/var/lib"', ":1: store: /var/lib leads out of", id="a-store"),
        pytest.param(
            'agencies = ["../x.yaml"]', ":1: agencies: ../x.yaml leads out of", id="agencies"
        ),
        pytest.param('report = ".git/config"', "git's own", id="git"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_key_and_remedy(
    desk: Path, text: str, told: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        values(text)
    assert str(refused.value).startswith(f"{desk / 'provcheck.toml'}:")
    assert told in str(refused.value)


@pytest.mark.parametrize("key", [k for k in KEYS if k.refused], ids=lambda key: key.name)
def test_what_no_file_may_say_is_refused_with_the_way_to_say_it(key) -> None:
    for value in ("true", '"x"', "[]", "1"):
        with pytest.raises(SettingsError, match="not taken from a file") as refused:
            values(f"{key.name} = {value}")
        assert f"give --{key.name} on the command line" in str(refused.value)
        assert key.variable is None or f"set {key.variable}" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["[tool]\nprovcheck = 3\n", "[tool.other]\n", "[project]\nname = 'x'\n"]
)
def test_a_named_pyproject_needs_the_table(text: str) -> None:
    with pytest.raises(SettingsError, match=r"no table \[tool.provcheck\]"):
        values(text, "pyproject.toml", named=True)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.toml", "no such file"),
        (".", "it is no file"),
        ("loop.toml", "it is no file"),
        ("pipe.toml", "it is no file"),
    ],
)
def test_a_file_that_is_none(desk: Path, name: str, why: str) -> None:
    (desk / "loop.toml").symlink_to("loop.toml")
    os.mkfifo(desk / "pipe.toml")
    with pytest.raises(SettingsError, match=f"{why}; check the path after --config"):
        read_configuration(desk / name, HOUSES, named=True)
    with pytest.raises(SettingsError, match=f"{why}; remove it, or use --no-config"):
        read_configuration(desk / name, HOUSES, named=False)


def test_a_link_that_stays_in_the_folder_is_followed(desk: Path) -> None:
    (desk / "conf").mkdir()
    (desk / "conf" / "real.toml").write_text('sources = ["talks"]')
    (desk / "provcheck.toml").symlink_to("conf/real.toml")
    found = read_configuration(desk / "provcheck.toml", HOUSES, named=False)
    assert found.values == {"sources": ("talks",)}


def test_a_link_that_leads_out_is_taken_only_when_it_was_named(desk: Path) -> None:
    (desk.parent / "shared.toml").write_text('sources = ["talks"]')
    (desk / "provcheck.toml").symlink_to("../shared.toml")
    with pytest.raises(SettingsError, match=r"a link that leads out of its folder; .* --config"):
        read_configuration(desk / "provcheck.toml", HOUSES, named=False)
    found = read_configuration(desk / "provcheck.toml", HOUSES, named=True)
    assert found.values == {"sources": ("talks",)}


VALUES = st.recursive(
    st.sampled_from(["true", "false", "0", "-1", "1.5", '""', '"ap"', '"../x"', "2025-01-01"]),
    lambda inner: st.lists(inner, max_size=2).map(lambda each: f"[{', '.join(each)}]"),
    max_leaves=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.dictionaries(st.sampled_from([k.name for k in KEYS] + ["x"]), VALUES, max_size=3))
def test_any_values_are_taken_or_told_of_in_one_line(pairs: dict[str, str]) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in pairs.items())
    try:
        taken = values(text)
    except SettingsError as problem:
        assert "provcheck.toml:" in str(problem)  # noqa: PT017
    else:
        assert set(taken) == set(pairs)
        assert not set(taken) & {key.name for key in KEYS if key.refused}
