from typing import Annotated, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from provcheck.cli.expand import expanded
from provcheck.errors import SettingsError


class Weather(NamedTuple):
    wind: Annotated[int, typer.Option("--wind")] = 3
    rain: Annotated[bool, typer.Option("--rain")] = False


app = typer.Typer()


@app.command()
@expanded
def forecast(place: str, *, weather: Weather, dry: bool = True) -> None:
    """Tell the weather."""
    print(place, weather, dry)  # noqa: T201


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["quay"], "quay Weather(wind=3, rain=False) True\n"),
        (["quay", "--wind", "7", "--rain"], "quay Weather(wind=7, rain=True) True\n"),
    ],
)
def test_the_fields_are_options_and_come_back_as_the_tuple(given: list[str], told: str) -> None:
    assert CliRunner().invoke(app, given).stdout == told


def test_the_help_is_that_of_the_command() -> None:
    told = CliRunner().invoke(app, ["--help"]).stdout
    assert "Tell the weather." in told
    assert "--wind" in told
    assert "WEATHER" not in told


def test_two_options_of_one_name_are_a_mistake() -> None:
    def twice(*, weather: Weather, wind: int = 1) -> None: ...

    with pytest.raises(TypeError, match="one name"):
        expanded(twice)


class Shared(NamedTuple):
    offline: Annotated[bool, typer.Option("--offline/--online")] = False
    house: Annotated[str, typer.Option("--house")] = "default"
    own: Annotated[str, typer.Option("--own", envvar="OWN")] = ""


def test_options_of_the_table_are_set_by_their_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = typer.Typer()

    @shared.command()
    @expanded
    def show(*, shared: Shared) -> None:
        print(*shared)  # noqa: T201

    for name, value in (("PROVCHECK_OFFLINE", "yes"), ("PROVCHECK_HOUSE", "ap"), ("OWN", "x")):
        monkeypatch.setenv(name, value)
    assert CliRunner().invoke(shared, []).stdout == "True ap x\n"
    assert CliRunner().invoke(shared, ["--online", "--house", "b"]).stdout == "False b x\n"


def test_an_error_names_the_variable_that_it_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = typer.Typer()

    @shared.command()
    @expanded
    def show(*, shared: Shared) -> None:
        message = f"--house {shared.house}: no such house; choose another"
        raise SettingsError(message)

    monkeypatch.setenv("PROVCHECK_HOUSE", "x")
    told = "--house x: no such house; choose another"
    assert str(CliRunner().invoke(shared, ["--house", "x"]).exception) == told
    where = f"{told}; --house is set by PROVCHECK_HOUSE"
    assert str(CliRunner().invoke(shared, []).exception) == where
