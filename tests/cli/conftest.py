"""The command line with the stages before it replaced by reports made for the test."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from reporting import a_report
from typer.testing import CliRunner, Result

from provcheck.cli import run
from provcheck.cli.main import app
from provcheck.config.keys import VARIABLES
from provcheck.errors import ArticleError
from provcheck.model.finding import Finding
from provcheck.model.report import Report

Invoke = Callable[..., Result]
Answers = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test runs in, without a say on colours or options from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", *VARIABLES):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def invoke(folder: Path) -> Invoke:
    """Runs the program as a user would, without a process of its own."""
    assert folder

    def invoke_(*arguments: str, given: str = "") -> Result:
        return CliRunner().invoke(app, list(arguments), input=given)

    return invoke_


@pytest.fixture
def answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Makes each check of a file that is there answer with these findings; default: all kinds."""

    def answers_(*findings: Finding) -> None:
        def check(path: str, *_given: object) -> Report:
            if path != "-" and not (folder / path).is_file():
                message = f"{path}: no such file; check the path"
                raise ArticleError(message)
            if path != "-" and not (folder / path).read_bytes():
                return a_report().model_copy(update={"findings": ()})
            report = a_report(*findings)
            article = report.article.model_copy(update={"path": path})
            return report.model_copy(update={"article": article})

        monkeypatch.setattr(run, "check", check)

    return answers_


@pytest.fixture
def article(folder: Path) -> str:
    """A file that is there, by its name."""
    (folder / "a.txt").write_text("words")
    return "a.txt"


@dataclass(frozen=True)
class Program:
    """The fixtures above in one, for tests that need most of them."""

    run: Invoke
    answer: Answers
    article: str
    folder: Path


@pytest.fixture
def program(invoke: Invoke, answers: Answers, article: str, folder: Path) -> Program:
    return Program(invoke, answers, article, folder)
