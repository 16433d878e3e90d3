from typing import Annotated, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from provcheck.cli.expand import expanded


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
