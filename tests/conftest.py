"""What every test shares: no way out to the network, and the rules read once."""

import os
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from provcheck.rulebook.book import Rulebook, load_rulebook

GUARD = Path(__file__).parent / "guard"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pictures", action="store_true", help="make the pictures in docs/ anew"
    )


@pytest.fixture(scope="session", autouse=True)
def _loopback_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the programs that they start, on this machine; fail when one left it."""
    leaks = tmp_path_factory.mktemp("guard") / "leaks"
    leaks.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROVCHECK_TEST_LEAKS", str(leaks))
        patch.setenv("PYTHONPATH", str(GUARD), prepend=os.pathsep)
        runpy.run_path(str(GUARD / "sitecustomize.py"))
        yield
    wanted = leaks.read_text().split()
    assert not wanted, f"something tried to reach {sorted(set(wanted))}"


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    return load_rulebook()
