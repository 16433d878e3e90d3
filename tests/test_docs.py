"""What docs/evidence.md tells to do by hand is done, on a store and on a bundle."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bundling import HARBOUR_SEQ, PIER_PAGE, name_of, two_runs

from provcheck.store.bundle.write import write_bundle
from provcheck.store.record import RECORD

EVIDENCE = (Path(__file__).parents[1] / "docs" / "evidence.md").read_text()
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", EVIDENCE, flags=re.DOTALL)
LINKS = next(block for kind, block in BLOCKS if kind == "python")
OBJECTS = next(block for kind, block in BLOCKS if "sha256sum" in block)


@pytest.fixture(params=["store", "bundle", "one run"])
def evidence(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    store = two_runs(tmp_path / "store")
    if request.param == "store":
        return store.root
    runs = None if request.param == "bundle" else (HARBOUR_SEQ,)
    write_bundle(store, tmp_path / "bundle", runs)
    return tmp_path / "bundle"


def done(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_objects_are_checked_by_hand(evidence: Path) -> None:
    sound = done(evidence, "sh", "-c", OBJECTS)
    name = name_of(PIER_PAGE)
    (evidence / "objects" / name[:2] / name[2:]).write_bytes(b"x")

    assert sound.returncode == 0, sound.stderr
    assert done(evidence, "sh", "-c", OBJECTS).returncode == 1


def test_links_are_checked_by_hand(evidence: Path) -> None:
    sound = done(evidence, sys.executable, "-c", LINKS)
    path = evidence / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"404", b"405", 1))
    changed = done(evidence, sys.executable, "-c", LINKS)

    assert sound.returncode == 0, sound.stderr
    assert sound.stdout.startswith("sound up to ")
    assert changed.returncode == 1
    assert "AssertionError: 4" in changed.stderr


def test_every_kind_of_record_is_told() -> None:
    schema = RECORD.json_schema()

    kinds = set(schema["discriminator"]["mapping"])

    assert {kind for kind in kinds if f"`{kind}`" not in EVIDENCE} == set()


@pytest.mark.parametrize(
    "line",
    [
        line.split("#")[0].strip()
        for kind, block in BLOCKS
        for line in block.splitlines()
        if kind == "sh" and line.startswith("provcheck ")
    ],
)
def test_every_command_that_is_told_has_these_options(line: str) -> None:
    command = line.split()
    options = [word for word in command if word.startswith("--")]
    usage = done(Path(), sys.executable, "-m", "provcheck.cli.main", *command[1:3], "--help").stdout

    assert usage.startswith("Usage: ")
    assert [option for option in options if option not in usage] == []
