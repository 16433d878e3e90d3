from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from provcheck.settings import Key, Robots, Settings


def test_what_bears_on_no_verdict_is_not_told() -> None:
    paths = Settings(sources=(Path("a"),), store=Path("b"), offline=True, proxy="http://p.test:1")

    assert paths.told == (("house", "default"),)


def test_what_bears_on_verdicts_is_told() -> None:
    known = Settings(
        search=("brave", "site"), lang="de", published=date(2025, 3, 1), archives=False,
        robots=Robots.WARN,
    )  # fmt: skip

    assert known.told == (
        ("search", "brave, site"),
        ("house", "default"),
        ("lang", "de"),
        ("published", "2025-03-01"),
        ("archives", "not asked"),
        ("robots", "warn"),
    )


def test_a_key_shows_nowhere() -> None:
    key = Key(endpoint="https://a.example/s", field="X-Key", secret="s3cr3t")  # noqa: S106

    assert "s3cr3t" not in f"{key!r} {Settings(keys=(key,))!r} {key.model_dump_json()}"
    with pytest.raises(ValidationError) as told:
        Key(endpoint=1, field="X-Key", secret="s3cr3t")  # type: ignore[arg-type]  # noqa: S106
    assert "s3cr3t" not in str(told.value)
