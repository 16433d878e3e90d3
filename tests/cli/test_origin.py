from collections.abc import Callable

import pytest
import typer
from typer._click.core import Context

from provcheck.cli.main import tree
from provcheck.cli.origin import FILE, Origin, key_at, located, origin_of, weighed, where
from provcheck.errors import RuleError, SettingsError

FILE_NAME = "/desk/provcheck.toml"
Made = Callable[..., Context]


@pytest.fixture
def made(folder, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A context of `check` with options from the command line, the environment and a file."""
    assert folder

    def made_(*line: str, file: dict[str, object] | None = None, **variables: str) -> Context:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        root = tree()
        settings = {"default_map": file or {}}
        ctx = root.commands["check"].make_context("check", ["x", *line], **settings)
        ctx.meta[FILE] = FILE_NAME
        return ctx

    return made_


def parameter(ctx: Context, option: str):
    return next(each for each in ctx.command.params if option in each.opts)


@pytest.mark.parametrize(
    ("said", "origin", "place"),
    [
        pytest.param(((), {}, {}), Origin.DEFAULT, "--house", id="nobody"),
        pytest.param(((), {}, {"house": "ap"}), Origin.FILE, f"house in {FILE_NAME}", id="file"),
        pytest.param(
            ((), {"PROVCHECK_HOUSE": "ap"}, {"house": "x"}),
            Origin.ENVIRONMENT,
            "PROVCHECK_HOUSE",
            id="variable",
        ),
        pytest.param(
            (("--house", "ap"), {"PROVCHECK_HOUSE": "x"}, {"house": "x"}),
            Origin.COMMAND_LINE,
            "--house",
            id="line",
        ),
    ],
)
def test_where_a_value_was_said(made: Made, said, origin: Origin, place: str) -> None:
    line, variables, file = said
    ctx = made(*line, file=file, **variables)
    assert origin_of(ctx, "house") is origin
    assert where(ctx, parameter(ctx, "--house")) == place
    assert ctx.params["house"] == ("default" if origin is Origin.DEFAULT else "ap")


def test_words_of_origins() -> None:
    assert [each.word for each in Origin] == ["default", "file", "environment", "command-line"]


def test_a_key_of_an_option(made: Made) -> None:
    ctx = made()
    assert key_at(ctx, parameter(ctx, "--max-age")).name == "max-age"
    assert key_at(ctx, ctx.command.params[0]) is None


def test_what_was_said_on_the_command_line_needs_no_telling(made: Made) -> None:
    problem = SettingsError("--house x: no such house; --nope")
    assert located(made("--house", "x"), problem) is problem
    assert located(made(), problem) is problem


def test_what_was_said_elsewhere_is_told(made: Made) -> None:
    ctx = made(file={"offline": True}, PROVCHECK_HOUSE="x")
    told = located(ctx, RuleError("--house x: broken, as --offline is"))
    assert isinstance(told, RuleError)
    assert str(told) == (
        "--house x: broken, as --offline is; --house is set by PROVCHECK_HOUSE; "
        f"--offline is set by offline in {FILE_NAME}"
    )


@pytest.mark.parametrize(
    ("said", "store", "none"),
    [
        pytest.param(((), {}, {"store": "s"}), "s", False, id="alone"),
        pytest.param((("--no-store",), {}, {"store": "s"}), None, True, id="a-switch-on-the-line"),
        pytest.param((("--store", "t"), {}, {"no_store": True}), "t", False, id="a-path-on-it"),
        pytest.param(((), {"PROVCHECK_NO_STORE": "1"}, {"store": "s"}), None, True, id="variable"),
        pytest.param(((), {"PROVCHECK_NO_STORE": "0"}, {"store": "s"}), "s", False, id="undone"),
        pytest.param((("--no-store", "--store", "t"), {}, {}), "t", True, id="both-on-the-line"),
    ],
)
def test_the_stronger_of_two_opposites_holds(made: Made, said, store, none) -> None:
    line, variables, file = said
    ctx = made(*line, file=file, **variables)
    values = weighed(ctx, ctx.params)
    assert str(values["store"] or "") == (store or "")
    assert bool(values["no_store"]) is none


def test_a_command_without_options_is_left_alone() -> None:
    app = typer.Typer()
    app.command()(lambda: None)
    ctx = typer.main.get_command(app).make_context("x", [])
    assert weighed(ctx, {"a": 1}) == {"a": 1}
