"""`--search`: names, keys, and what is said where one is wrong."""

import pytest
from reporting import a_report, verbatim

from provcheck.cli import run
from provcheck.cli.exits import Exit
from provcheck.cli.options import SEARCH_NAMES
from provcheck.cli.search import search_of
from provcheck.errors import SettingsError
from provcheck.fetch.search.providers import PROVIDERS
from provcheck.settings import Settings

SECRET = "s3cr3t-8f2a"  # noqa: S105  (invented, to look for)
IDS = tuple(provider.id for provider in PROVIDERS)
FREE = tuple(name for name in IDS if name not in {"brave", "factcheck"})
BRAVE = {"PROVCHECK_BRAVE_KEY": f" {SECRET}\n"}


def test_nobody_is_asked_by_default() -> None:
    assert search_of([], BRAVE) == ((), ())
    assert Settings().search == ()


@pytest.mark.parametrize(
    ("names", "environment", "asked"),
    [
        pytest.param(["sitemap", "gdelt-doc", "sitemap"], {}, ("gdelt-doc", "sitemap"), id="named"),
        pytest.param(["all"], {}, FREE, id="all that ask for no key"),
        pytest.param(["all"], {"PROVCHECK_BRAVE_KEY": " "}, FREE, id="a blank is no key"),
        pytest.param(["all"], BRAVE, tuple(n for n in IDS if n != "factcheck"), id="all with one"),
        pytest.param(["site"], BRAVE, ("site",), id="a key names no service"),
    ],
)
def test_services_are_asked_in_their_order(
    names: list[str], environment: dict[str, str], asked: tuple[str, ...]
) -> None:
    services, keys = search_of(names, environment)

    assert services == asked
    assert len(keys) == ("brave" in asked)


def test_a_key_is_taken_without_what_surrounds_it() -> None:
    ((key,),) = (search_of(["brave"], BRAVE)[1],)

    assert key.secret.get_secret_value() == SECRET
    assert (key.endpoint, key.field) == (
        "https://api.search.brave.com/res/v1/web/search",
        "X-Subscription-Token",
    )


@pytest.mark.parametrize(
    "secret",
    [f"{SECRET} {SECRET}", f"{SECRET}\r\nX: y", f"{SECRET}é", SECRET * 60],
    ids=["two words", "another header", "not ASCII", "as long as a page"],
)
def test_what_is_no_key_is_told_without_it(secret: str) -> None:
    with pytest.raises(SettingsError, match="PROVCHECK_BRAVE_KEY: it holds no key") as problem:
        search_of(["brave"], {"PROVCHECK_BRAVE_KEY": secret})
    assert SECRET not in str(problem.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("bravo", "--search bravo: no such service; did you mean brave?", id="near"),
        pytest.param("x", "name one of gdelt-context, gdelt-doc, brave", id="far"),
        pytest.param("brave", "asks for a key; set PROVCHECK_BRAVE_KEY", id="no key"),
        pytest.param("factcheck", "asks for a key; set PROVCHECK_FACTCHECK_KEY", id="no other"),
    ],
)
def test_a_wrong_name_is_one_line_and_exit_2(program, monkeypatch, name: str, said: str) -> None:
    for variable in ("PROVCHECK_BRAVE_KEY", "PROVCHECK_FACTCHECK_KEY"):
        monkeypatch.delenv(variable, raising=False)
    program.answer(verbatim())
    done = program.run(program.article, "--search", name)

    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_services_and_keys_reach_the_check_and_no_output(program, monkeypatch) -> None:
    seen = []
    monkeypatch.setenv("PROVCHECK_BRAVE_KEY", SECRET)
    monkeypatch.setattr(run, "check", lambda *given: seen.append(given) or a_report(verbatim()))
    done = program.run(
        program.article, "--search", "brave", "--search", "site", "-f", "json=a.json"
    )

    ((_, settings, *_),) = seen
    assert settings.search == ("brave", "site")
    assert settings.keys[0].secret.get_secret_value() == SECRET
    written = "".join(file.read_text() for file in program.folder.iterdir())
    assert done.exit_code == Exit.OK
    assert SECRET not in f"{done.stdout}{done.stderr}{written}"


def test_help_and_readme_name_every_service() -> None:
    from pathlib import Path  # noqa: PLC0415

    readme = (Path(__file__).parents[2] / "README.md").read_text()
    assert SEARCH_NAMES.split(", ") == list(IDS)
    assert [name for name in IDS if readme.count(f"`{name}`") < 2] == []
