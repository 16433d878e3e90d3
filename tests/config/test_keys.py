import pytest

from provcheck.config.keys import IN_FILES, KEYS, Shape, among, key_of


def test_names_and_variables_are_given_once() -> None:
    names = [key.name for key in KEYS]
    variables = [key.variable for key in KEYS if key.variable]
    assert len(set(names)) == len(names)
    assert len(set(variables)) == len(variables)


def test_a_variable_is_the_name_in_capitals() -> None:
    assert key_of("fail-on").variable == "PROVCHECK_FAIL_ON"
    assert key_of("published").variable is None


def test_nothing_that_opens_a_connection_may_stand_in_a_file() -> None:
    closed = {"search", "proxy", "cacert", "allow-private", "robots", "refresh"}
    assert closed & {key.name for key in IN_FILES} == set()
    assert all(key_of(name).refused for name in closed)


def test_opposites_are_switches() -> None:
    opposites = [key_of(key.against) for key in KEYS if key.against]
    assert {key.shape for key in opposites} == {Shape.SWITCH}


@pytest.mark.parametrize(
    ("names", "command", "found"),
    [
        pytest.param(("-f",), "check", None, id="no-long-name"),
        pytest.param(("--nope",), "check", None, id="unknown"),
        pytest.param(("--format", "-f"), "claims", None, id="of-another-command"),
        pytest.param(("--format", "-f"), "check", "format", id="of-this-command"),
        pytest.param(("--lang",), "claims", "lang", id="of-any-command"),
    ],
)
def test_an_option_finds_its_key(names, command: str, found: str | None) -> None:
    key = among(names, command)
    assert (key.name if key else None) == found
