import sys

import pytest

from provcheck.cli.colour import wants_colour


class Stream:
    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "variables", "wanted"),
    [
        pytest.param(False, {}, False, id="a-pipe"),
        pytest.param(True, {"NO_COLOR": "1"}, False, id="refused"),
        pytest.param(True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, id="refusal-wins"),
        pytest.param(True, {"TERM": "dumb"}, False, id="dumb"),
        pytest.param(False, {"GITHUB_ACTIONS": "true"}, False, id="a-ci-log"),
        pytest.param(True, {}, True, id="a-terminal"),
        pytest.param(True, {"NO_COLOR": ""}, True, id="an-empty-refusal-is-none"),
        pytest.param(False, {"FORCE_COLOR": "1"}, True, id="forced"),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,  # noqa: FBT001
    variables: dict[str, str],
    wanted: bool,  # noqa: FBT001
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", Stream(terminal=terminal))
    assert wants_colour("stderr") is wanted


def test_a_closed_stream_has_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert wants_colour("stdout") is False
