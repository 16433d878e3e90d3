from pathlib import Path

import pytest
from typer._click.core import Context

from provcheck.cli.main import tree
from provcheck.cli.origin import Origin
from provcheck.cli.told import Holding, holding
from provcheck.config.keys import KEYS


def held(*arguments: str) -> Holding:
    root = tree()
    return holding(root.commands["check"], list(arguments), Context(root))


def test_all_are_told_in_the_order_of_the_table(folder: Path) -> None:
    assert folder
    names = [each.key.name for each in held().told]
    assert names == [
        key.name for key in KEYS if key.name not in {"config", "no-config", "stdin-filename"}
    ]


def test_the_store_is_told_as_it_would_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = {each.key.name: each.value for each in held().told}["store"]
    assert store == ".provcheck"
    (folder / "provcheck.toml").write_text("")
    (folder / "news").mkdir()
    monkeypatch.chdir(folder / "news")
    assert {each.key.name: each.value for each in held().told}["store"] == "../.provcheck"
    assert {each.key.name: each.value for each in held("--no-store").told}["store"] is None


@pytest.mark.parametrize(
    ("proxy", "shown"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("http://ada:pass@proxy.example:3128", "http://(not shown)@proxy.example:3128"),
        ("ada:pass@proxy.example", "(not shown)@proxy.example"),
        ("http://a@b:pass@proxy.example", "http://(not shown)@proxy.example"),
    ],
)
def test_what_a_proxy_is_told_of_its_user_is_left_out(folder: Path, proxy: str, shown: str) -> None:
    assert folder
    told = {each.key.name: each for each in held("--proxy", proxy).told}["proxy"]
    assert told.value == shown
    assert told.origin is Origin.COMMAND_LINE
